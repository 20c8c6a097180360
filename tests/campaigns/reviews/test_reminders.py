"""Units that have not reported are reminded of the day; those that have are left alone."""

from datetime import timedelta

import pytest

from campaigns.reminders import unit_reports
from thidua.notifications.models import InboxItem
from thidua.notifications.reminders import remind_tenant


def reminded(actor):
    return InboxItem.objects.filter(user=actor.user_id, title__startswith="Báo cáo Sơ kết Đợt 1: còn").count()


def test_only_units_that_are_silent_are_reminded(tenant, review, send, unit_head, other_unit_head):
    send(unit_head)
    for _ in range(2):
        remind_tenant(tenant, review.due_on - timedelta(days=3))
    assert (reminded(unit_head), reminded(other_unit_head)) == (0, 1)


def test_a_closed_review_reminds_nobody(review, office):
    from campaigns import actions

    actions.close_review(review=review, by=office)
    assert list(unit_reports(review.due_on)) == []


@pytest.mark.parametrize(("days", "words"), [(3, "còn 3 ngày"), (0, "hôm nay là hạn"), (-2, "quá hạn 2 ngày")])
def test_the_words(review, days, words):
    due = next(iter(unit_reports(review.due_on)))
    assert due.wording(days)[0] == f"Báo cáo Sơ kết Đợt 1: {words}"
