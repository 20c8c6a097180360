from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thidua.documents"
    label = "documents"
    verbose_name = "Văn bản, tệp"

    def ready(self):
        from thidua.jobs.work import swept_by

        from .models import GeneratedDocument
        from .tasks import render

        swept_by(render, GeneratedDocument)
