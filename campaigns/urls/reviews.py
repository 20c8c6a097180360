"""Interim and final reviews."""

from django.urls import path

from ..views import reviews, unit_reports

urlpatterns = [
    path("so-ket/<int:review_id>/", reviews.review_page, name="review_page"),
    path("so-ket/<int:review_id>/bao-cao/", unit_reports.unit_report, name="unit_report"),
    path("so-ket/<int:review_id>/bao-cao/gui/", unit_reports.unit_report_send, name="unit_report_send"),
    path("so-ket/<int:review_id>/bao-cao/thu-lai/", unit_reports.unit_report_take_back, name="unit_report_take_back"),
    path("so-ket/<int:review_id>/tong-hop/", reviews.review_texts, name="review_texts"),
    path("so-ket/<int:review_id>/chot/", reviews.review_close, name="review_close"),
    path("so-ket/<int:review_id>/mo-lai/", reviews.review_reopen, name="review_reopen"),
    path("so-ket/bao-cao/<int:report_id>/", unit_reports.unit_report_page, name="unit_report_page"),
    path("so-ket/bao-cao/<int:report_id>/tra-lai/", unit_reports.unit_report_return, name="unit_report_return"),
    path("<int:campaign_id>/so-ket/", reviews.campaign_reviews, name="campaign_reviews"),
    path("<int:campaign_id>/so-ket/mo/", reviews.review_open, name="review_open"),
]
