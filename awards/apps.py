from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = "Khen thưởng"

    def ready(self):
        from .national import load_law

        post_migrate.connect(load_law, sender=self, dispatch_uid="awards.law")
