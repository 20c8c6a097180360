"""Clusters, their years and pledges."""

from django.urls import path

from ..views import clusters

urlpatterns = [
    path("cum/", clusters.cluster_list, name="cluster_list"),
    path("cum/lap/", clusters.cluster_create, name="cluster_create"),
    path("cum/<int:cluster_id>/", clusters.cluster_page, name="cluster_page"),
    path("cum/<int:cluster_id>/sua/", clusters.cluster_edit, name="cluster_edit"),
    path("cum/<int:cluster_id>/nam/<int:year>/", clusters.cluster_year, name="cluster_year"),
    path("cum/thanh-vien/<int:member_id>/giao-uoc/<int:year>/", clusters.pledge_edit, name="pledge_edit"),
    path("cum/giao-uoc/<int:pledge_id>/tep/", clusters.pledge_file, name="pledge_file"),
]
