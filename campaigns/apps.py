from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = "Phong trào thi đua"

    def ready(self):
        from . import figures, progress, reminders, rules  # noqa: F401
        from .documents import review_kinds  # noqa: F401
