from django.urls import path

from . import views

urlpatterns = [
    path("tao/<slug:kind>/<int:subject_id>/", views.create, name="document_create"),
    path("<int:document_id>/", views.status, name="document_status"),
    path("<int:document_id>/tai/", views.download, name="document_download"),
]
