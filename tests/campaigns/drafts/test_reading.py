"""An uploaded plan: read by a worker, reviewed by an officer, made into a campaign."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from campaigns.actions import reading as actions
from campaigns.models import Campaign, PlanReading
from campaigns.plans.drafting import draft_data
from campaigns.plans.review import lacking, read_verdicts, reviewed, sections_of, undecided
from thidua.jobs.models import JobStatus
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db
PLAN = """
SỞ NỘI VỤ
Số: 12/KH-SNV
Khánh Hòa, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua năm 2026
Căn cứ Kế hoạch số 18/KH-UBND ngày 15/01/2025 của UBND tỉnh Khánh Hòa về công tác thi đua, khen thưởng năm 2025;
Sở Nội vụ xây dựng Kế hoạch như sau:
I. THỜI GIAN, ĐỐI TƯỢNG
1. Thời gian: từ ngày 01/02/2026 đến hết ngày 30/11/2026.
2. Đối tượng thi đua
- Tập thể: các đơn vị thuộc Sở.
II. TIÊU CHÍ THI ĐUA
1. Hoàn thành nhiệm vụ đúng hạn (60 điểm).
2. Kỷ luật, kỷ cương (40 điểm).
III. HÌNH THỨC KHEN THƯỞNG
- Tặng Giấy khen của Giám đốc Sở Nội vụ cho 02 tập thể, 03 cá nhân.
IV. HỒ SƠ
1. Thành phần hồ sơ
- Tờ trình đề nghị khen thưởng.
- Báo cáo thành tích.
2. Các đơn vị gửi hồ sơ đề nghị khen thưởng về Văn phòng Sở trước ngày 15/11/2026.
Nơi nhận:
- Lãnh đạo Sở;
- Lưu: VT.
GIÁM ĐỐC
Trần Quốc Hưng
"""


def file(text=PLAN, name="Kế hoạch.txt"):
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def reading(office, django_capture_on_commit_callbacks):
    """A plan that has been uploaded and read."""
    made = actions.upload_plan(upload=file(), by=office)
    assert actions.read_plan(made.tenant_id, made.pk) is True
    return PlanReading.objects.get(pk=made.pk)


def test_a_worker_reads_it_once(reading):
    assert (reading.status, reading.refusal, reading.facts["number"]) == (JobStatus.DONE, "", "12/KH-SNV")
    assert actions.read_plan(reading.tenant_id, reading.pk) is False


def test_a_file_that_is_no_plan_says_why(office):
    made = actions.upload_plan(upload=file("Thực đơn hôm nay: cơm, canh, cá.", "thuc-don.txt"), by=office)
    actions.read_plan(made.tenant_id, made.pk)
    made.refresh_from_db()
    assert made.status == JobStatus.DONE
    assert made.refusal.endswith(".")
    with pytest.raises(Refused, match="không đọc được"):
        actions.save_review(reading=made, verdicts={}, revision=1, by=office)


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (SimpleUploadedFile("trong.txt", b""), "rỗng"),
        (SimpleUploadedFile("chay.exe", b"MZ\x00\x01"), "bên trong không phải"),
        (SimpleUploadedFile("nang.txt", b"a" * (21 * 1024 * 1024)), "quá giới hạn 20 MB"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_at_the_door(office, upload, words):
    with pytest.raises(ValidationError, match=words):
        actions.upload_plan(upload=upload, by=office)


def test_a_unit_head_reads_no_plans(unit_head):
    with pytest.raises(PermissionDenied):
        actions.upload_plan(upload=file(), by=unit_head)


def fact(reading, key):
    return next(one for section in sections_of(reading.facts, {}) for one in section.facts if one.key == key)


def test_every_fact_knows_its_lines(reading):
    lines = reading.text.splitlines()
    assert [lines[number - 1] for number in fact(reading, "offers.1").lines] == [
        "- Tặng Giấy khen của Giám đốc Sở Nội vụ cho 02 tập thể, 03 cá nhân."
    ]


def post_of(reading, **changes):
    """What a browser sends of the review as it stands, with some changes."""
    data = {
        field.name: field.value
        for section in sections_of(reading.facts, {})
        for one in section.facts
        for field in one.fields
    }
    return data | changes


def test_what_is_dropped_or_corrected_is_remembered(reading):
    post = post_of(reading, **{"v:recipients.1": "drop", "x:offers.1:quota": "5", "v:title": "accept"})
    verdicts, complaints = read_verdicts(reading.facts, post)
    assert complaints == []
    assert verdicts == {
        "title": {"verdict": "accept"},
        "offers.1": {"verdict": "correct", "values": {"quota": 5}},
        "recipients.1": {"verdict": "drop"},
    }
    result = reviewed(reading.facts, verdicts)
    assert (result["recipients"], result["offers"][1]["quota"]) == (["Lãnh đạo Sở"], 5)
    assert len(result["extra"]["offers"]) == len(result["offers"])
    assert undecided(reading.facts, verdicts) == undecided(reading.facts, {}) - 3


def test_a_date_that_cannot_be_is_named(reading):
    _verdicts, complaints = read_verdicts(reading.facts, post_of(reading, **{"x:starts_on:starts_on": "31/02/2026"}))
    assert complaints == ["Thông tin chung: «31/02/2026» không phải một ngày; hãy nhập theo dạng ngày/tháng/năm."]


def test_what_the_reader_missed_is_added(reading, office, agencies):
    post = post_of(
        reading,
        **{
            "x:milestones.new0:kind": "report", "x:milestones.new0:text": "Báo cáo năm", "x:milestones.new0:recurs": "yearly",
            "x:milestones.new0:due_on": "5/12/2026", "x:standards.new0:text": "Nội bộ đoàn kết",
            "x:standards.new1:text": "Hoàn thành tốt nhiệm vụ", "x:criteria.new0:": "Sáng kiến (thưởng đến 5 điểm)",
        },
    )  # fmt: skip
    verdicts, complaints = read_verdicts(reading.facts, post)
    assert (complaints, verdicts["standards.new1"]) == (
        [], {"verdict": "correct", "values": {"text": "Hoàn thành tốt nhiệm vụ"}},
    )  # fmt: skip
    actions.save_review(reading=reading, verdicts=verdicts, revision=1, by=office)
    campaign, _left = actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=True, by=office)
    yearly = campaign.milestones.get(name="Báo cáo năm", certainty="yearly")
    assert (yearly.yearly_day, yearly.yearly_month, yearly.first_year, yearly.last_year) == (5, 12, 2026, 2026)
    assert [row.text for row in campaign.standards.all()] == ["Nội bộ đoàn kết", "Hoàn thành tốt nhiệm vụ"]
    last = campaign.criteria.last()
    assert (last.text, int(last.max_points), last.points_kind) == ("Sáng kiến", 5, "bonus")


def test_added_rows_stand_on_the_page_with_one_more_to_fill(reading):
    verdicts, _complaints = read_verdicts(reading.facts, post_of(reading, **{"x:recipients.new0:": "UBND tỉnh"}))
    section = next(one for one in sections_of(reading.facts, verdicts) if one.slug == "recipients")
    assert [(one.key, one.is_filled) for one in section.facts[-2:]] == [
        ("recipients.new0", True), ("recipients.new1", False),
    ]  # fmt: skip
    assert section.count == 3


def fields_of(reading):
    return [
        field
        for section in sections_of(reading.facts, {})
        for one in section.facts
        for field in one.fields
        if not one.is_new
    ]


@pytest.mark.parametrize("value", ["", "nan", "1e400", "31/02/2026", "x" * 3000])
def test_any_field_may_hold_nonsense(reading, agencies, value):
    """Each field of each fact, one after the other: a draft is made of it, or a sentence says what is wrong."""
    for field in fields_of(reading):
        verdicts, complaints = read_verdicts(reading.facts, post_of(reading, **{field.name: value}))
        facts = reviewed(reading.facts, verdicts)
        assert bool(complaints) == bool(lacking(facts))
        if facts["title"] and not complaints:
            draft_data(facts, agencies["so"])


@pytest.mark.parametrize("value", ["", "x" * 3000])
def test_a_campaign_of_nothing_but_nonsense(reading, office, agencies, value):
    words = {field.name: value for field in fields_of(reading) if field.kind in ("text", "long", "lines")}
    verdicts, _complaints = read_verdicts(reading.facts, post_of(reading, **words | {"x:title:title": "Phong trào"}))
    actions.save_review(reading=reading, verdicts=verdicts, revision=1, by=office)
    campaign, _left = actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=True, by=office)
    assert campaign.criteria.count() == (2 if value else 0)


def test_the_review_is_not_overwritten(reading, office):
    actions.save_review(reading=reading, verdicts={}, revision=1, by=office)
    with pytest.raises(Outdated):
        actions.save_review(reading=reading, verdicts={}, revision=1, by=office)


def test_facts_that_nobody_looked_at_are_not_taken_in_silence(reading, office, agencies):
    with pytest.raises(Refused, match="dữ kiện chưa rà soát"):
        actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=False, by=office)
    assert Campaign.objects.count() == 0


def test_the_reviewed_plan_becomes_a_draft(reading, office, agencies):
    campaign, left = actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=True, by=office)
    assert left == []
    assert (campaign.title, campaign.year, campaign.plan_number, campaign.state) == (
        "Phát động phong trào thi đua năm 2026", 2026, "12/KH-SNV", "draft",
    )  # fmt: skip
    assert (campaign.starts_on, campaign.ends_on) == (date(2026, 2, 1), date(2026, 11, 30))
    assert [(row.text, int(row.max_points)) for row in campaign.criteria.all()] == [
        ("Hoàn thành nhiệm vụ đúng hạn", 60), ("Kỷ luật, kỷ cương", 40),
    ]  # fmt: skip
    assert [(row.nominee_kind, row.quota, row.decided_here) for row in campaign.offers.all()] == [
        ("collective", 2, True), ("individual", 3, True),
    ]  # fmt: skip
    assert [(row.kind, row.due_on) for row in campaign.milestones.all()] == [("dossier_deadline", date(2026, 11, 15))]
    assert {row.agency.current.kind for row in campaign.participants.all()} == {"internal_unit"}
    with pytest.raises(AlreadyDone):
        actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=True, by=office)


def test_without_a_period_the_officer_is_asked_for_it(reading, office, agencies):
    verdicts = {"starts_on": {"verdict": "drop"}}
    actions.save_review(reading=reading, verdicts=verdicts, revision=1, by=office)
    with pytest.raises(Refused, match="Chưa có ngày bắt đầu: kế hoạch không ghi đủ"):
        actions.make_campaign(reading=reading, organiser=agencies["so"], accept_rest=True, by=office)


def test_the_page_keeps_the_review_and_makes_the_campaign(reading, office, client_of, at, django_assert_num_queries):
    client, page = client_of(office), at(office, "plan_reading", reading.pk)
    client.get(page)
    with django_assert_num_queries(13):
        html = client.get(page).content.decode()
    assert 'data-line="2"' in html
    save = at(office, "plan_review_save", reading.pk)
    ajax = {"headers": {"X-Requested-With": "XMLHttpRequest"}}
    kept = client.post(save, post_of(reading, revision=1, **{"x:title:title": "Phong trào mới"}), **ajax)
    assert (kept.status_code, kept.json()["revision"]) == (200, 2)
    late = client.post(save, post_of(reading, revision=1), **ajax)
    assert late.status_code == 422
    made = client.post(save, post_of(reading, revision=2, then="make_all", **{"x:title:title": "Phong trào mới"}))
    campaign = Campaign.objects.get()
    assert (campaign.title, made["Location"]) == (
        "Phong trào mới", at(office, "campaign_section", campaign.pk, "participants"),
    )  # fmt: skip


def test_a_reading_can_be_dropped(reading, office, client_of, at):
    client_of(office).post(at(office, "plan_reading_drop", reading.pk))
    reading.refresh_from_db()
    assert reading.state == "dropped"
