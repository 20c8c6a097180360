from django.urls import path

from . import views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("<int:item_id>/mo/", views.open_item, name="inbox_open"),
    path("da-doc-tat-ca/", views.read_all, name="inbox_read_all"),
]
