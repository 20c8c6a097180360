"""What a unit does while a dossier is with it."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from awards.selectors import regime_on, report_form_for
from campaigns.enums import ComponentKind, Selection
from campaigns.selectors import current_round
from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency, Position
from thidua.audit.trail import record
from thidua.documents.uploads import store_upload
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import DossierState, ItemVerdict
from ..models import AchievementReport, Dossier, DossierItem, ItemFile, Nominee


@transaction.atomic
def create_dossier(*, campaign, by, of_round=None):
    """Begin the unit's dossier for a round of a campaign, the current one if none is named.

    Raises AlreadyDone when there is one.
    """
    by.require(Permission.WRITE_DOSSIER)
    campaign = type(campaign).objects.get(pk=campaign.pk)  # as it is now, not as the page saw it
    if not campaign.takes_dossiers:
        raise Refused(f"Phong trào đang «{campaign.get_state_display()}», không nhận hồ sơ.")
    if not campaign.participants.filter(agency_id=by.agency_id).exists():
        raise Refused("Đơn vị không thuộc đối tượng tham gia phong trào này.")
    of_round = of_round or current_round(campaign)
    agency = Agency.objects.select_related("current").get(pk=by.agency_id)
    head = (
        Position.objects.on(timezone.localdate()).filter(agency=agency, is_head=True).select_related("person").first()
    )
    try:
        with transaction.atomic():
            dossier = Dossier.objects.create(
                campaign=campaign,
                round=of_round,
                agency=agency,
                created_by_id=by.user_id,
                signer_title=head.title if head else agency.current.head_title,
                signer_name=head.person.full_name if head else "",
            )
    except IntegrityError as error:
        if "dossier_open_once" in str(error):
            raise AlreadyDone("Đơn vị đã có hồ sơ cho phong trào (đợt) này.") from None
        raise
    for component in campaign.components.filter(per_nominee=False, only_for__isnull=True):
        DossierItem.objects.create(dossier=dossier, component=component)
    record(by=by, verb="lập hồ sơ", subject=dossier)
    return dossier


def lock_for_writing(dossier, by):
    """The dossier, locked, if the actor may write in it now."""
    locked = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    by.require(Permission.WRITE_DOSSIER, locked)
    return locked


def check_editable(dossier, item):
    """After a return only the papers that were returned may change."""
    if dossier.state == DossierState.RETURNED and item.verdict != ItemVerdict.RETURNED:
        raise Refused(f"Chỉ sửa được thành phần bị trả lại; «{item}» đã được Văn phòng giữ nguyên.")


def item_of_kind(dossier, kind, nominee=None):
    return dossier.items.filter(component__kind=kind, nominee=nominee).select_related("component", "nominee").first()


@transaction.atomic
def add_nominee(*, dossier, offer, by, person=None, agency=None, achievement_from=None, achievement_to=None):
    """Propose somebody for an offer: `person` for individuals; the unit itself (or `agency`) for collectives."""
    dossier = lock_for_writing(dossier, by)
    if dossier.state != DossierState.DRAFT:
        raise Refused("Danh sách đề nghị chỉ thay đổi được khi hồ sơ còn là bản nháp.")
    agency = agency or dossier.agency
    _check_offer(dossier, offer, agency)
    campaign = dossier.campaign
    name, post = _as_printed(person, agency)
    try:
        with transaction.atomic():
            nominee = Nominee.objects.create(
                dossier=dossier,
                offer=offer,
                subject_kind=offer.nominee_kind,
                agency=agency,
                person=person,
                name=name,
                post=post,
                achievement_from=achievement_from or campaign.starts_on,
                achievement_to=achievement_to or campaign.ends_on,
            )
    except IntegrityError as error:
        if "nominee_once" in str(error):
            raise AlreadyDone(f"{name} đã có trong hồ sơ cho hình thức này.") from None
        if "nominee_is_one_subject" in str(error):
            raise Refused(
                "Hãy chọn cá nhân cho hình thức dành cho cá nhân; hình thức cho tập thể thì để trống."
            ) from None
        raise
    _add_papers_of(offer, nominee, dossier)
    _start_report(nominee, dossier)
    record(by=by, verb="đề nghị khen thưởng", subject=nominee, details={"offer": str(offer)})
    return nominee


def _add_papers_of(offer, nominee, dossier):
    """The papers of one nominee, and those of the dossier that only this offer asks for."""
    components = dossier.campaign.components.filter(Q(only_for__isnull=True) | Q(only_for__offer=offer)).distinct()
    for component in components:
        if component.per_nominee:
            DossierItem.objects.create(dossier=dossier, component=component, nominee=nominee)
        elif component.only_for.exists():
            DossierItem.objects.get_or_create(dossier=dossier, component=component, nominee=None)


def _check_offer(dossier, offer, agency):
    if offer.campaign_id != dossier.campaign_id:
        raise Refused("Hình thức khen thưởng này không thuộc phong trào của hồ sơ.")
    if offer.selection == Selection.RANKING:
        raise Refused(f"«{offer.title}» chọn theo kết quả chấm điểm, xếp hạng; không lập hồ sơ đề nghị.")
    if not offer.is_open_to(agency):
        raise Refused(f"«{offer.title}» không dành cho {agency.current.get_kind_display().lower()}.")


def _as_printed(person, agency):
    if person is None:
        return agency.current.legal_name, ""
    post = Position.objects.on(timezone.localdate()).filter(person=person, agency=agency).first()
    unit = agency.current.legal_name
    return person.full_name, f"{post.title}, {unit}" if post else unit


def _start_report(nominee, dossier):
    form = report_form_for(regime=regime_on(timezone.localdate()), merit_kind=nominee.offer.merit_kind)
    if form:
        AchievementReport.objects.create(nominee=nominee, form=form)


@transaction.atomic
def remove_nominee(*, nominee, by):
    dossier = lock_for_writing(nominee.dossier, by)
    if dossier.state != DossierState.DRAFT:
        raise Refused("Danh sách đề nghị chỉ thay đổi được khi hồ sơ còn là bản nháp.")
    record(by=by, verb="bỏ khỏi hồ sơ", subject=nominee)
    nominee.delete()
    for item in dossier.items.filter(nominee=None, component__only_for__isnull=False, files__isnull=True).distinct():
        if not item.component.only_for.filter(offer__nominees__dossier=dossier).exists():
            item.delete()


@transaction.atomic
def change_summary(*, nominee, summary, by):
    """The line of the list that goes with the submission letter."""
    dossier = lock_for_writing(nominee.dossier, by)
    letter = item_of_kind(dossier, ComponentKind.SUBMISSION_LETTER)
    if letter:
        check_editable(dossier, letter)
    nominee.summary = summary.strip()
    nominee.save(update_fields=["summary"])
    return nominee


@transaction.atomic
def save_letter(*, dossier, values, revision, by):
    """Save the submission letter typed by the unit. Raises Outdated when `revision` is not the newest."""
    dossier = lock_for_writing(dossier, by)
    item = item_of_kind(dossier, ComponentKind.SUBMISSION_LETTER)
    if item:
        check_editable(dossier, item)
    if dossier.revision != revision:
        raise Outdated(dossier)
    for name in ("letter_number", "letter_date", "letter_text", "signer_title", "signer_name"):
        setattr(dossier, name, values[name])
    dossier.revision += 1
    dossier.save()
    return dossier


@transaction.atomic
def save_report(*, nominee, answers, revision, by):
    """Save an achievement report. Raises Outdated when somebody else has saved since `revision`."""
    dossier = lock_for_writing(nominee.dossier, by)
    item = item_of_kind(dossier, ComponentKind.ACHIEVEMENT_REPORT, nominee)
    if item:
        check_editable(dossier, item)
    report = (
        AchievementReport.objects.select_for_update(of=("self",))
        .select_related("saved_by", "form")
        .get(nominee=nominee)
    )
    if report.revision != revision and report.answers != answers:
        raise Outdated(report)
    report.answers = answers
    report.revision += 1
    report.saved_at, report.saved_by_id = timezone.now(), by.user_id
    report.save()
    return report


@transaction.atomic
def add_file(*, item, upload, by):
    """Attach an uploaded file to a paper. Raises ValidationError with what to do when the file cannot be taken."""
    dossier = lock_for_writing(item.dossier, by)
    check_editable(dossier, item)
    stored = store_upload(upload, by=by)
    if item.files.filter(file__sha256=stored.sha256).exists():
        raise ValidationError(f"Tệp «{stored.name}» đã có ở thành phần này.")
    attached = ItemFile.objects.create(item=item, file=stored)
    record(by=by, verb="tải lên tệp cho", subject=item, details={"file": stored.name, "sha256": stored.sha256})
    return attached


@transaction.atomic
def remove_file(*, item_file, by):
    """Take a file off a paper; the stored file itself stays in the archive."""
    dossier = lock_for_writing(item_file.item.dossier, by)
    check_editable(dossier, item_file.item)
    record(by=by, verb="gỡ tệp khỏi", subject=item_file.item, details={"file": item_file.file.name})
    item_file.delete()
