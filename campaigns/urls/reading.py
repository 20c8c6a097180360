"""A plan that is uploaded and read."""

from django.urls import path

from ..views import reading

urlpatterns = [
    path("doc-ke-hoach/", reading.plan_upload, name="plan_upload"),
    path("doc-ke-hoach/<int:reading_id>/", reading.plan_reading, name="plan_reading"),
    path("doc-ke-hoach/<int:reading_id>/ra-soat/", reading.plan_review_save, name="plan_review_save"),
    path("doc-ke-hoach/<int:reading_id>/bo/", reading.plan_reading_drop, name="plan_reading_drop"),
    path("doc-ke-hoach/<int:reading_id>/tep/", reading.plan_reading_file, name="plan_reading_file"),
]
