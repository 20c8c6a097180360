"""Interim and final reviews."""

urlpatterns = []
