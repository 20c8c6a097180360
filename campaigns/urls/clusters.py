"""Clusters, their years and pledges."""

urlpatterns = []
