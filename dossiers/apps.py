from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "dossiers"
    verbose_name = "Hồ sơ khen thưởng"

    def ready(self):
        from . import figures, progress, ranked, reminders, rules  # noqa: F401
        from .documents import kinds  # noqa: F401
