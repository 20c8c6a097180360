from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TenancyConfig(AppConfig):
    name = "thidua.tenancy"
    label = "tenancy"
    verbose_name = "Hệ thống cơ quan"

    def ready(self):
        from . import checks  # noqa: F401
        from .grants import grant

        # post_migrate is sent once per app; sender=self makes it once per migrate.
        post_migrate.connect(grant, sender=self, dispatch_uid="tenancy.grant")
