"""Targets and their figures."""

from django.urls import path

from ..views import targets

urlpatterns = [
    path("chi-tieu/<int:target_id>/", targets.target_subjects, name="target_subjects"),
    path("chi-tieu/<int:target_id>/so-lieu/", targets.target_reading, name="target_reading"),
    path("<int:campaign_id>/chi-tieu/", targets.campaign_targets, name="campaign_targets"),
]
