from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = "Phong trào thi đua"

    def ready(self):
        from . import progress, rules  # noqa: F401
        from .documents import kinds  # noqa: F401
