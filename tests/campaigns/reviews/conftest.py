"""A review of the campaign, opened by the office; its units are Phòng CCVC, TT Lưu trữ, PNV Nha Trang."""

import pytest
from django.utils import timezone

from campaigns import actions


@pytest.fixture
def review(campaign, office):
    return actions.open_review(
        campaign=campaign, kind="interim", name="Sơ kết Đợt 1", covers_from=campaign.starts_on,
        covers_to=timezone.localdate(), due_on=campaign.ends_on, by=office,
    )  # fmt: skip


@pytest.fixture
def write(review):
    """write(head, results=…): save the report of the head's unit."""

    def save(head, results="Hoàn thành 100% nhiệm vụ.", shortcomings="", proposals="", revision=None):
        report = review.reports.filter(agency=head.agency_id).first()
        values = {"results": results, "shortcomings": shortcomings, "proposals": proposals}
        revision = revision or (report.revision if report else 1)
        return actions.save_unit_report(review=review, values=values, revision=revision, by=head)

    return save


@pytest.fixture
def send(review, write):
    """send(head): write and hand in."""

    def hand_in(head, **texts):
        write(head, **texts)
        return actions.submit_report(review=review, by=head)

    return hand_in
