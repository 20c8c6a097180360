"""The work programme of the year."""

from django.urls import path

from ..views import programme

urlpatterns = [
    path("chuong-trinh/", programme.programme_year, name="programme_year"),
    path("nhiem-vu/<int:task_id>/", programme.task_update, name="task_update"),
    path("<int:campaign_id>/chuong-trinh/", programme.campaign_programme, name="campaign_programme"),
    path("<int:campaign_id>/chuong-trinh/chuyen/", programme.programme_carry, name="programme_carry"),
    path("<int:campaign_id>/chuong-trinh/excel/", programme.programme_excel, name="programme_excel"),
]
