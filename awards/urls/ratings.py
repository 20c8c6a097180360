"""The register of quality ratings."""

from django.urls import path

from ..views import rating_import, ratings

urlpatterns = [
    path("", ratings.rating_list, name="rating_list"),
    path("xuat/", ratings.rating_export, name="rating_export"),
    path("nhap/", ratings.rating_choose, name="rating_choose"),
    path("nhap/<int:agency_id>/", ratings.rating_unit, name="rating_unit"),
    path("tu-excel/", rating_import.rating_import, name="rating_import"),
    path("tu-excel/mau/", rating_import.rating_blank, name="rating_blank"),
    path("<int:rating_id>/", ratings.rating_edit, name="rating_edit"),
    path("<int:rating_id>/bo/", ratings.rating_remove, name="rating_remove"),
]
