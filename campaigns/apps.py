from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = "Phong trào thi đua"

    def ready(self):
        from thidua.jobs.work import swept_by

        from . import figures, progress, reminders, rules  # noqa: F401
        from .documents import kinds, review_kinds  # noqa: F401
        from .models import PlanReading
        from .tasks import read

        swept_by(read, PlanReading)
