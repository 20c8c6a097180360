"""Danh mục danh hiệu, hình thức; the register of ratings has addresses of its own (ratings.py)."""

from django.urls import path

from ..views import catalogue

urlpatterns = [path("", catalogue.award_list, name="award_list")]
