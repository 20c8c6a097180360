from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "thidua.agencies"
    label = "agencies"
    verbose_name = "Đơn vị và cán bộ"
