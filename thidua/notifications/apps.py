from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "thidua.notifications"
    label = "notifications"
    verbose_name = "Thông báo"

    def ready(self):
        from thidua.jobs.work import swept_by

        from .models import OutgoingEmail
        from .tasks import send

        swept_by(send, OutgoingEmail)
