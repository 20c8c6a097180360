"""Launching, amending, registering, announcing, reminding: what is written, who is told, what is refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.models import Award
from campaigns import actions
from campaigns.enums import Certainty, RegistrationState
from campaigns.forms.sections import section_form
from campaigns.models import Amendment, Milestone, Registration
from campaigns.selectors import criteria_tree, dossier_deadline
from thidua.agencies.models import Person
from thidua.audit.models import AuditEvent
from thidua.notifications.models import InboxItem, OutgoingEmail
from thidua.workflow.table import AlreadyDone, Refused


def certificate():
    return Award.objects.get(code="GIAY_KHEN")


NO_PARTICIPANTS = "Chưa chọn đơn vị tham gia: mở phần «Đơn vị tham gia» và chọn ít nhất một đơn vị."
NO_CRITERIA = "Chưa có tiêu chí hoặc nhiệm vụ: thêm ở phần «Nội dung, tiêu chí» hoặc «Chương trình công tác»."
NO_OFFERS = (
    "Chưa có hình thức khen thưởng: mở phần «Hình thức, số lượng» và thêm ít nhất một dòng; "
    "kế hoạch không khen thưởng riêng thì thêm mốc «Hạn nộp hồ sơ»."
)
NO_COMPONENTS = "Chưa có thành phần hồ sơ: mở phần «Hồ sơ» và khai các giấy tờ phải nộp."
NO_DEADLINE = "Chưa có hạn nộp hồ sơ: thêm mốc «Hạn nộp hồ sơ»; nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn»."


@pytest.mark.parametrize(
    ("kind", "emptied", "reasons"),
    [
        (
            "phased",
            ("participants", "criteria", "offers", "components", "milestones"),
            [NO_PARTICIPANTS, NO_CRITERIA, NO_OFFERS],
        ),
        ("phased", ("components", "milestones"), [NO_COMPONENTS, NO_DEADLINE]),
        ("programme", ("participants", "criteria", "offers", "milestones"), [NO_PARTICIPANTS, NO_CRITERIA]),
    ],
)
def test_a_plan_that_lacks_something_cannot_be_launched(draft_campaign, office, kind, emptied, reasons):
    draft_campaign.kind = kind
    draft_campaign.save()
    for rows in emptied:
        getattr(draft_campaign, rows).all().delete()
    with pytest.raises(Refused) as refused:
        actions.launch_campaign(campaign=draft_campaign, by=office)
    assert refused.value.reasons == reasons
    draft_campaign.refresh_from_db()
    assert (draft_campaign.state, draft_campaign.launched_at, InboxItem.objects.count()) == ("draft", None, 0)


def test_the_heads_of_the_participants_are_told_once(draft_campaign, office, unit_head, other_unit_head):
    actions.launch_campaign(campaign=draft_campaign, by=office)
    with pytest.raises(AlreadyDone):
        actions.launch_campaign(campaign=draft_campaign, by=office)
    told = set(InboxItem.objects.values_list("user_id", flat=True))
    assert {unit_head.user_id, other_unit_head.user_id} <= told
    assert InboxItem.objects.count() == OutgoingEmail.objects.count() == len(told)
    assert AuditEvent.objects.filter(verb="phát động").count() == 1


def test_a_unit_head_cannot_launch(draft_campaign, unit_head):
    with pytest.raises(PermissionDenied, match="Chỉ Văn phòng được phát động"):
        actions.launch_campaign(campaign=draft_campaign, by=unit_head)


def phases_form(campaign, **changes):
    form = section_form("phases", campaign)
    data = {"phases-TOTAL_FORMS": "2", "phases-INITIAL_FORMS": "2"}
    for index, row in enumerate(form.initial_forms):
        for name in ("name", "starts_on", "ends_on"):
            data[f"phases-{index}-{name}"] = str(getattr(row.instance, name))
        data[f"phases-{index}-id"] = str(row.instance.pk)
    return section_form("phases", campaign, data | changes)


def test_a_change_of_a_draft_is_no_amendment(draft_campaign, office):
    form = phases_form(draft_campaign, **{"phases-0-name": "Đợt mở đầu"})
    assert form.is_valid()
    assert actions.save_section(campaign=draft_campaign, section="phases", by=office, form=form) is None
    assert Amendment.objects.count() == 0
    assert draft_campaign.phases.first().name == "Đợt mở đầu"


def test_after_the_launch_a_change_is_an_amendment_that_units_hear_of(campaign, office, unit_head):
    form = phases_form(campaign, **{"phases-0-name": "Đợt mở đầu"})
    assert form.is_valid()
    amendment = actions.save_section(campaign=campaign, section="phases", by=office, form=form)
    assert amendment.changes == [{"what": "Đợt mở đầu – Tên giai đoạn, đợt", "before": "Đợt 1", "after": "Đợt mở đầu"}]
    heard = InboxItem.objects.get(user=unit_head.user_id, key=f"amendment:{amendment.pk}")
    assert heard.body == "Giai đoạn, đợt:\n- Đợt mở đầu – Tên giai đoạn, đợt: Đợt 1 → Đợt mở đầu"


def test_saving_the_same_again_is_no_amendment(campaign, office):
    form = phases_form(campaign)
    assert form.is_valid()
    assert actions.save_section(campaign=campaign, section="phases", by=office, form=form) is None


def test_a_closed_campaign_is_not_changed(campaign, office):
    closed = actions.move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết.")
    with pytest.raises(Refused, match="hãy mở lại"):
        actions.save_section(campaign=closed, section="phases", by=office, form=phases_form(closed))


def test_closing_needs_a_reason(campaign, office):
    with pytest.raises(Refused, match="Hãy ghi lý do «kết thúc phong trào»"):
        actions.move_campaign(campaign=campaign, event="close", by=office)


def test_an_awaited_milestone_gets_its_day(campaign, office):
    milestone = campaign.milestones.get(certainty=Certainty.AWAITED)
    day = timezone.localdate() + timedelta(days=40)
    announced = actions.announce_milestone(milestone=milestone, due_on=day, document="Công văn 12/HD-HĐ", by=office)
    assert (announced.certainty, announced.due_on, announced.set_by) == ("fixed", day, "Công văn 12/HD-HĐ")
    assert announced.awaits == "văn bản hướng dẫn của Hội đồng Thi đua - Khen thưởng tỉnh"
    assert Amendment.objects.get().document == "Công văn 12/HD-HĐ"
    with pytest.raises(AlreadyDone):
        actions.announce_milestone(milestone=milestone, due_on=day, document="Công văn 12/HD-HĐ", by=office)


@pytest.mark.parametrize(
    "fields",
    [
        {"certainty": "fixed", "due_on": None},
        {"certainty": "awaited", "due_on": None, "awaits": ""},
        {"certainty": "awaited", "due_on": "2026-01-01", "awaits": "văn bản"},
    ],
)
def test_the_database_refuses_a_milestone_that_is_neither_dated_nor_awaited(campaign, fields):
    with pytest.raises(IntegrityError, match="milestone_dated_or_awaited"), transaction.atomic():
        Milestone.objects.create(campaign=campaign, kind="other", name="Mốc", **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"quota_kind": "fixed", "quota": None},
        {"quota_kind": "fixed", "quota": 0},
        {"quota_kind": "unlimited", "quota": 2},
        {"quota_kind": "by_reference", "quota": None, "reference": ""},
    ],
)
def test_the_database_refuses_an_offer_whose_number_is_not_stated(campaign, fields):
    with pytest.raises(IntegrityError, match="offer_quota_stated"), transaction.atomic():
        campaign.offers.create(award=certificate(), authority="Giám đốc", nominee_kind="collective", **fields)


def test_registering_for_the_unit_and_a_person(campaign, unit_head, agencies):
    person = Person.objects.of_agency(agencies["ccvc"].pk, timezone.localdate()).first()
    unit = actions.register_title(campaign=campaign, award=certificate(), by=unit_head, target="100% đúng hạn")
    own = actions.register_title(campaign=campaign, award=certificate(), by=unit_head, person=person)
    assert [(r.person, r.is_late, r.state) for r in (unit, own)] == [
        (None, False, "registered"),
        (person, False, "registered"),
    ]
    with pytest.raises(AlreadyDone, match="Đơn vị đã đăng ký «Giấy khen» rồi."):
        actions.register_title(campaign=campaign, award=certificate(), by=unit_head)


def test_a_registration_after_the_date_is_marked_late(campaign, unit_head):
    campaign.milestones.filter(kind="registration").update(due_on=timezone.localdate() - timedelta(days=1))
    assert actions.register_title(campaign=campaign, award=certificate(), by=unit_head).is_late is True


def test_a_title_for_people_is_not_registered_for_a_unit(campaign, unit_head):
    with pytest.raises(Refused, match="«Lao động tiên tiến» không dành cho tập thể."):
        actions.register_title(campaign=campaign, award=Award.objects.get(code="LDTT"), by=unit_head)


def test_nobody_registers_once_the_review_has_begun(campaign, office, unit_head):
    actions.move_campaign(campaign=campaign, event="begin_review", by=office)
    with pytest.raises(Refused, match="Chỉ đăng ký được khi phong trào đang phát động."):
        actions.register_title(campaign=campaign, award=certificate(), by=unit_head)


def test_a_withdrawn_registration_stays_with_its_reason_and_can_be_made_anew(campaign, unit_head, other_unit_head):
    made = actions.register_title(campaign=campaign, award=certificate(), by=unit_head)
    with pytest.raises(Refused, match="Hãy ghi lý do rút đăng ký."):
        actions.withdraw_registration(registration=made, by=unit_head, reason=" ")
    with pytest.raises(Refused, match="Chỉ rút được đăng ký của đơn vị mình."):
        actions.withdraw_registration(registration=made, by=other_unit_head, reason="nhầm")
    gone = actions.withdraw_registration(registration=made, by=unit_head, reason="Đơn vị sáp nhập")
    assert (gone.state, gone.withdrawal_reason) == (RegistrationState.WITHDRAWN, "Đơn vị sáp nhập")
    actions.register_title(campaign=campaign, award=certificate(), by=unit_head)
    assert sorted(Registration.objects.values_list("state", flat=True)) == ["registered", "withdrawn"]


def test_nothing_is_withdrawn_from_a_closed_campaign(campaign, office, unit_head):
    made = actions.register_title(campaign=campaign, award=certificate(), by=unit_head)
    actions.move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết")
    with pytest.raises(Refused, match="đã kết thúc"):
        actions.withdraw_registration(registration=made, by=unit_head, reason="Nhầm")


def test_the_form_says_beforehand_that_the_day_has_passed(campaign, unit_head, client_of, at):
    url = at(unit_head, "campaign_registrations", campaign.pk)
    words = "Đã quá hạn đăng ký"
    assert words not in client_of(unit_head).get(url).content.decode()
    campaign.milestones.filter(kind="registration").update(due_on=timezone.localdate() - timedelta(days=1))
    assert words in client_of(unit_head).get(url).content.decode()


def test_an_extension_moves_the_deadline_of_one_unit(campaign, office, agencies, unit_head):
    usual = dossier_deadline(campaign)
    later = usual + timedelta(days=5)
    participant = campaign.participants.get(agency=agencies["ccvc"])
    with pytest.raises(Refused, match="Hãy ghi lý do gia hạn."):
        actions.extend_deadline(participant=participant, until=later, reason="", by=office)
    actions.extend_deadline(participant=participant, until=later, reason="Đơn vị mới kiện toàn", by=office)
    assert dossier_deadline(campaign, agencies["ccvc"]) == later
    assert dossier_deadline(campaign, agencies["ttlt"]) == usual
    assert InboxItem.objects.filter(user=unit_head.user_id, key__startswith="extension:").count() == 1


def test_a_nudge_reaches_a_person_once_a_day(campaign, office, agencies, unit_head):
    chosen = [agencies["ccvc"]]
    first = actions.nudge_units(campaign=campaign, agencies=chosen, by=office, text="Đề nghị nộp hồ sơ.")
    second = actions.nudge_units(campaign=campaign, agencies=chosen, by=office, text="Đề nghị nộp hồ sơ.")
    nudges = InboxItem.objects.filter(user=unit_head.user_id, key__startswith="nudge:")
    assert (second, nudges.count(), first > 0) == (0, 1, True)


def test_criteria_are_numbered_through(campaign):
    tree = criteria_tree(campaign)
    assert [(node.number, [leaf.number for leaf in node.children]) for node in tree] == [("", ["1", "2"]), ("", ["3"])]
