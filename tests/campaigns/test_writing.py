"""Writing a plan: nothing typed is lost or overwritten unseen, rows are lines, sentences say what to type."""

import re
from datetime import timedelta

import pytest

from campaigns.forms.outline import OUTLINES, filled, lines_of
from campaigns.forms.sections import CHAPTERS, FORMSETS, section_form
from campaigns.models import Amendment
from campaigns.selectors import filled_parts
from tests.campaigns.test_pages import fields_of

AUTOSAVE = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def page(office, client_of, at):
    """page(campaign, section): (what a browser would send of it, save(data), autosave(data))."""

    def opened(campaign, section):
        client, url = client_of(office), at(office, "campaign_section", campaign.pk, section)
        shown = client.get(url).context
        data = fields_of(shown["form"]) | {"revision": shown["revision"]}
        return data, lambda sent: client.post(url, sent), lambda sent: client.post(url, sent, headers=AUTOSAVE)

    return opened


def name_of(data, section, row):
    """The prefix under which the page sends this row."""
    return next(key.removesuffix("-id") for key, value in data.items() if key.endswith("-id") and value == str(row.pk))


def new_row(data, section, **fields):
    last = f"{section}-{int(data[f'{section}-TOTAL_FORMS']) - 1}"
    return data | {f"{last}-{name}": value for name, value in fields.items()}


# --- two people at one part ---


def test_a_stale_page_does_not_overwrite_what_a_colleague_saved(campaign, page, office):
    final = campaign.milestones.get(name="Tổng kết")
    mine, save, _ = page(campaign, "milestones")
    theirs, save_first, _ = page(campaign, "milestones")
    old, new = final.due_on, final.due_on + timedelta(days=3)
    save_first(theirs | {f"{name_of(theirs, 'milestones', final)}-due_on": f"{new:%d/%m/%Y}"})
    added = new_row(mine, "milestones", kind="other", name="Mốc B", certainty="fixed", due_on="1/12/2026")
    answer = save(added)
    final.refresh_from_db()
    assert (final.due_on, campaign.milestones.filter(name="Mốc B").exists()) == (new, False)
    meanwhile = answer.context["meanwhile"]
    assert meanwhile.changes == [{"what": "Tổng kết – Ngày", "before": f"{old:%d/%m/%Y}", "after": f"{new:%d/%m/%Y}"}]
    assert meanwhile.who == office.label
    assert 'value="Mốc B"' in answer.content.decode()


def test_it_is_saved_over_knowingly(campaign, page):
    final = campaign.milestones.get(name="Tổng kết")
    mine, save, _ = page(campaign, "milestones")
    theirs, save_first, _ = page(campaign, "milestones")
    name = name_of(mine, "milestones", final)
    save_first(theirs | {f"{name}-name": "Tổng kết của đồng nghiệp"})
    stale = save(mine | {f"{name}-name": "Tổng kết của tôi"})
    save(mine | {f"{name}-name": "Tổng kết của tôi", "revision": stale.context["revision"]})
    final.refresh_from_db()
    assert final.name == "Tổng kết của tôi"


def test_a_date_announced_meanwhile_stays(campaign, page, office):
    from campaigns import actions

    awaited = campaign.milestones.filter(certainty="awaited").first()
    mine, save, _ = page(campaign, "milestones")
    actions.announce_milestone(milestone=awaited, due_on=campaign.ends_on, document="CV 1", by=office)
    answer = save(new_row(mine, "milestones", kind="other", name="Mốc B", certainty="fixed", due_on="1/12/2026"))
    awaited.refresh_from_db()
    assert (awaited.due_on, answer.context["meanwhile"].who) == (campaign.ends_on, office.label)


def test_people_at_different_parts_do_not_disturb_each_other(campaign, page):
    mine, save, _ = page(campaign, "phases")
    theirs, save_first, _ = page(campaign, "general")
    save_first(theirs | {"theme": "Chủ đề mới"})
    assert save(mine | {"phases-0-name": "Đợt mở đầu"}).status_code == 302
    assert campaign.phases.filter(name="Đợt mở đầu").exists()


def test_a_row_that_a_colleague_removed_is_written_anew_when_saved_over(draft_campaign, page):
    phase = draft_campaign.phases.first()
    mine, save, _ = page(draft_campaign, "phases")
    name = name_of(mine, "phases", phase)
    phase.delete()
    stale = save(mine | {f"{name}-name": "Vẫn cần"})
    assert [change["what"] for change in stale.context["meanwhile"].changes] == [f"Bỏ «{phase}»"]
    save(mine | {f"{name}-name": "Vẫn cần", "revision": stale.context["revision"]})
    assert draft_campaign.phases.filter(name="Vẫn cần").count() == 1


@pytest.mark.parametrize("section", CHAPTERS)
def test_what_a_page_shows_is_what_its_own_save_finds(campaign, page, section):
    data, save, _ = page(campaign, section)
    assert save(data).status_code == 302
    assert Amendment.objects.count() == 0


# --- autosave ---


def test_the_autosave_makes_a_new_row_once(draft_campaign, page):
    data, _, autosave = page(draft_campaign, "phases")
    before = draft_campaign.phases.count()
    row = {"name": "Đợt cuối", "starts_on": "1/12/2026", "ends_on": "31.12.2026"}
    data = new_row(data, "phases", **row)
    answer = autosave(data).json()
    made = draft_campaign.phases.get(name="Đợt cuối")
    name = f"phases-{int(data['phases-TOTAL_FORMS']) - 1}"
    assert answer["rows"][name] == made.pk
    again = autosave(data | {f"{name}-id": str(made.pk), f"{name}-name": "Đợt kết", "revision": answer["revision"]})
    assert again.status_code == 200
    made.refresh_from_db()
    assert (made.name, draft_campaign.phases.count()) == ("Đợt kết", before + 1)


def test_the_autosave_tells_what_is_not_complete(draft_campaign, page):
    data, _, autosave = page(draft_campaign, "phases")
    data = new_row(data, "phases", name="Đợt cuối")
    answer = autosave(data)
    name = f"phases-{int(data['phases-TOTAL_FORMS']) - 1}"
    assert (answer.status_code, answer.json()) == (
        422,
        {"errors": {f"{name}-starts_on": ["Nhập bắt đầu."], f"{name}-ends_on": ["Nhập kết thúc."]}},
    )


def test_the_autosave_hears_of_a_colleague(draft_campaign, page, office):
    mine, _, autosave = page(draft_campaign, "phases")
    theirs, save_first, _ = page(draft_campaign, "phases")
    save_first(theirs | {"phases-0-name": "Đợt của đồng nghiệp"})
    answer = autosave(mine | {"phases-0-name": "Đợt của tôi"})
    told = answer.json()
    assert answer.status_code == 409
    assert told["changed_by"] == office.label
    assert [(d["before"], d["after"]) for d in told["differences"]] == [("Đợt 1", "Đợt của đồng nghiệp")]


def saving(plan, office, client_of, at):
    """How the page of a part is saved, and the number of units that it says will be told."""
    html = client_of(office).get(at(office, "campaign_section", plan.pk, "phases")).content.decode()
    return re.findall(r"data-(autosave|keep)-url", html), re.findall(r"(\d+) đơn vị sẽ được thông báo", html)


def test_a_draft_saves_itself(draft_campaign, office, client_of, at):
    assert saving(draft_campaign, office, client_of, at) == (["autosave"], [])


def test_an_amendment_is_saved_by_its_button_and_says_who_is_told(campaign, office, client_of, at):
    assert saving(campaign, office, client_of, at) == (["keep"], ["3"])


# --- lines ---


def test_each_part_of_rows_has_its_outline():
    assert set(OUTLINES) == set(FORMSETS)


def test_an_outline_names_fields_that_its_form_has(campaign):
    for section, outline in OUTLINES.items():
        fields = set(section_form(section, campaign).empty_form.fields)
        patterns = [outline.line, *outline.sides]
        for name, choices in outline.needs.items():
            patterns += [f"{{{name}}}", *choices.values()]
        assert {name for pattern in patterns for name in re.findall(r"{(\w+)}", pattern)} <= fields


@pytest.mark.parametrize(
    ("pattern", "words", "text"),
    [
        ("{quota} suất", {"quota": "3"}, "3 suất"),
        ("{quota} suất", {"quota": ""}, ""),
        ("{a} – {b}", {"a": "", "b": "2/9"}, "2/9"),
        ("{a} – {b}", {"a": "1/9", "b": ""}, "1/9"),
        ("", {"a": "1"}, ""),
    ],
)
def test_a_pattern_is_filled(pattern, words, text):
    assert filled(pattern, words) == text


def test_criteria_stand_in_their_groups_numbered_as_the_plan_prints_them(campaign):
    campaign.criteria.all().delete()
    group = campaign.criteria.create(text="Nhóm A", position=2)
    campaign.criteria.create(text="Riêng", position=1, max_points=10)
    campaign.criteria.create(text="A hai", position=2, parent=group, max_points="5.50")
    campaign.criteria.create(text="A một", position=1, parent=group, max_points=7, points_kind="bonus")
    campaign.criteria.create(text="Làm", position=1, role="solution")
    lines = lines_of("criteria", section_form("criteria", campaign))
    assert [(line.number, line.depth, line.text, [side for side in line.sides if side]) for line in lines if line.text] == [
        ("1", 0, "Riêng", ["10 điểm"]),
        ("", 0, "Nhóm A", []),
        ("2", 1, "A một", ["thưởng 7 điểm"]),
        ("3", 1, "A hai", ["5,5 điểm"]),
        ("1", 0, "Làm", []),
    ]  # fmt: skip


def test_an_untouched_new_row_is_no_row(draft_campaign, page):
    data, save, _ = page(draft_campaign, "criteria")
    before = draft_campaign.criteria.count()
    assert (save(data).status_code, draft_campaign.criteria.count()) == (302, before)


# --- sentences ---


def test_errors_lead_to_their_fields_and_keep_what_was_typed(draft_campaign, page):
    data, save, _ = page(draft_campaign, "criteria")
    name = name_of(data, "criteria", draft_campaign.criteria.first())
    answer = save(data | {f"{name}-max_points": "nhiều", f"{name}-position": "hai", f"{name}-text": ""})
    assert [(problem.where, problem.text) for problem in answer.context["problems"]] == [
        (f"id_{name}-position", "Ghi một số nguyên, ví dụ 2."),
        (f"id_{name}-text", "Nhập nội dung."),
        (f"id_{name}-max_points", "Ghi một số, ví dụ 7 hoặc 5,5."),
    ]
    html = answer.content.decode()
    assert ('value="nhiều"' in html, 'value="hai"' in html, f'href="#id_{name}-text"' in html) == (True, True, True)


def test_a_campaign_without_its_name(office, client_of, at):
    errors = client_of(office).post(at(office, "campaign_create"), {"starts_on": "31/2/2026"}).context["form"].errors
    assert errors == {
        "title": ["Nhập tên phong trào."],
        "kind": ["Chọn loại phong trào."],
        "year": ["Nhập năm thi đua."],
        "organiser": ["Chọn cơ quan phát động."],
        "starts_on": ["Ghi ngày/tháng/năm, ví dụ 20/11/2026."],
        "ends_on": ["Nhập kết thúc."],
    }


# --- the launch ---


def test_the_launch_says_how_many_units_are_told_and_what_is_not_numbered(draft_campaign, office, client_of, at):
    draft_campaign.plan_number, draft_campaign.plan_date = "", None
    draft_campaign.save()
    answer = client_of(office).get(at(office, "campaign_launch", draft_campaign.pk))
    count = draft_campaign.participants.count()
    assert f"<strong>{count}</strong> đơn vị sẽ được thông báo:" in answer.content.decode()
    assert answer.context["readiness"][0] == {
        "level": "hint",
        "text": "Kế hoạch chưa có số và ngày ban hành: điền ở phần «Thông tin chung».",
    }


def test_the_steps_know_which_parts_hold_something(draft_campaign):
    draft_campaign.phases.all().delete()
    filled_now = filled_parts(draft_campaign)
    assert filled_now == {slug: getattr(draft_campaign, slug).exists() for slug in filled_now}
    assert filled_now["phases"] is False
