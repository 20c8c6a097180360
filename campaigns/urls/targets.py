"""Targets and their figures."""

urlpatterns = []
