"""Red is late, and says for how many days; a draft shows nothing, what is over is no longer late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns import actions
from campaigns.models import ScoringRule
from campaigns.progress import Look, matrix, units_of
from campaigns.selectors import current_round
from dossiers.lateness import late_dossiers, late_registrations, late_sheets
from dossiers.work import my_work
from tests.factories import campaigns as plans


def pass_days(campaign, kind, days):
    campaign.milestones.filter(kind=kind).update(due_on=timezone.localdate() - timedelta(days=days))


def cell(campaign, actor, agency, title):
    chosen = current_round(campaign)
    look = Look(campaign, actor, units_of(campaign.participants.all(), chosen), round=chosen)
    titles, rows = matrix(look)
    found = next(row for row in rows if row.unit.agency_id == agency.pk)
    shown = found.cells[titles.index(title)]
    return shown.tone, shown.label


def test_amber_says_for_whom(campaign, office, unit_head, agencies):
    assert [cell(campaign, who, agencies["ccvc"], "Đăng ký") for who in (office, unit_head)] == [
        ("unit", "Chưa đăng ký"),
        ("waiting", "Chưa đăng ký"),
    ]


@pytest.mark.parametrize(("kind", "title"), [("registration", "Đăng ký"), ("dossier_deadline", "Nộp hồ sơ")])
def test_a_day_that_has_passed_is_red(campaign, office, agencies, kind, title):
    pass_days(campaign, kind, 3)
    assert cell(campaign, office, agencies["ccvc"], title) == ("returned", "Quá hạn 3 ngày")


def test_own_points_are_late_after_their_day_unless_given_back(campaign, office, agencies):
    yesterday = timezone.localdate() - timedelta(days=1)
    ScoringRule.objects.create(campaign=campaign, self_score_until=yesterday)
    units = [campaign.participants.get(agency=agencies[code]) for code in ("ccvc", "ttlt")]
    sheets = [campaign.sheets.create(participant=unit) for unit in units]
    sheets[1].transitions.create(event="return", source="submitted", target="scoring", by_id=office.user_id)
    found = [cell(campaign, office, agencies[code], "Tự chấm") for code in ("ccvc", "ttlt", "nha-trang")]
    assert found == [("returned", "Quá hạn 1 ngày"), ("unit", "Chưa gửi"), ("draft", "Chưa có")]
    assert [(late.names, late.due_on) for late in late_sheets(timezone.localdate())] == [
        ([units[0].agency.short_name], yesterday)
    ]


def test_an_extension_puts_lateness_off(campaign, office, agencies):
    pass_days(campaign, "dossier_deadline", 3)
    unit = campaign.participants.get(agency=agencies["ccvc"])
    actions.extend_deadline(participant=unit, until=timezone.localdate(), reason="Bão", by=office)
    assert cell(campaign, office, agencies["ccvc"], "Nộp hồ sơ") == ("unit", "Chưa nộp")
    names = [agencies[code].short_name for code in ("ttlt", "nha-trang")]
    assert [sorted(late.names) for late in late_dossiers(timezone.localdate())] == [sorted(names)]


def test_what_is_closed_is_not_late(campaign, office, agencies):
    for kind in ("registration", "dossier_deadline"):
        pass_days(campaign, kind, 3)
    closed = actions.move_campaign(campaign=campaign, event="close", by=office, reason="Xong")
    assert [cell(closed, office, agencies["ccvc"], title) for title in ("Đăng ký", "Nộp hồ sơ")] == [
        ("draft", "Không đăng ký"),
        ("draft", "Không nộp"),
    ]
    today = timezone.localdate()
    assert [*late_dossiers(today), *late_registrations(today), *late_sheets(today)] == []


def test_a_draft_shows_no_progress(agencies, office, client_of, at):
    draft = plans.draft(agencies, title="Chưa phát động")
    assert matrix(Look(draft, office, units_of(draft.participants.all()))) == ([], [])
    page = client_of(office).get(at(office, "campaign_overview", draft.pk)).content.decode()
    assert ("chưa phát động nên chưa có tiến độ; 3 đơn vị" in page, "Quá hạn" in page) == (True, False)


def test_the_office_sees_late_units_first(campaign, office):
    pass_days(campaign, "registration", 2)
    pass_days(campaign, "dossier_deadline", 5)
    cards = my_work(office, "snv")["waiting"][:2]
    assert [(card.tone, card.sentence, card.label) for card in cards] == [
        ("returned", "3 đơn vị chưa nộp hồ sơ", "Quá hạn 5 ngày"),
        ("returned", "3 đơn vị chưa đăng ký thi đua", "Quá hạn 2 ngày"),
    ]


def test_a_late_unit_sees_it_first(campaign, unit_head):
    pass_days(campaign, "dossier_deadline", 5)
    first = my_work(unit_head, "snv")["waiting"][0]
    assert (first.tone, first.label, first.sentence) == (
        "returned",
        "Quá hạn",
        "Nộp hồ sơ đề nghị khen thưởng (chưa lập hồ sơ)",
    )
