"""A plan that is uploaded, read by a worker, reviewed by an officer, and becomes a campaign."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import storages
from django.db import transaction
from django.db.utils import DataError, IntegrityError

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.documents.uploads import TEXTS, store_upload
from thidua.jobs.work import perform, ring
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import ReadingState
from ..models import PlanReading
from ..plans import write_plan
from ..plans.drafting import draft_data
from ..plans.review import lacking, reviewed, undecided
from ..reading import Unreadable, read_text
from ..reading.sources import text_of


@transaction.atomic
def upload_plan(*, upload, by):
    """Keep an uploaded plan and ask a worker to read it. Raises ValidationError for a file that is not taken."""
    by.require(Permission.WRITE_CAMPAIGN)
    file = store_upload(upload, by=by, allowed=TEXTS)
    reading = PlanReading.objects.create(file=file, requested_by_id=by.user_id)
    record(by=by, verb="tải lên kế hoạch để đọc", subject=reading)
    ring(reading)
    return reading


def read_plan(tenant_id, reading_id):
    """In a worker: text and facts of one uploaded plan; a file that cannot be read leaves its sentence."""
    return perform(PlanReading, tenant_id, reading_id, _read)


def _read(tenant, reading):
    from thidua.tenancy.scope import tenant_scope

    with tenant_scope(tenant):
        stored = reading.file
    with NamedTemporaryFile(suffix=Path(stored.name).suffix) as copy:
        with storages["default"].open(stored.key) as content:
            for chunk in content.chunks():
                copy.write(chunk)
        copy.flush()
        try:
            text = text_of(Path(copy.name), stored.name)
            facts = read_text(text)
        except Unreadable as reason:
            return {"refusal": str(reason)}
    return {"text": text, "facts": facts, "refusal": ""}


@transaction.atomic
def save_review(*, reading, verdicts, revision, by):
    """Keep what the officer says of the facts. Raises Outdated when somebody else has saved in between."""
    by.require(Permission.WRITE_CAMPAIGN)
    locked = _open(reading)
    if revision != locked.revision:
        raise Outdated(locked)
    locked.verdicts = verdicts
    locked.revision += 1
    locked.save(update_fields=["verdicts", "revision"])
    return locked


@transaction.atomic
def make_campaign(*, reading, organiser, accept_rest, by):
    """The reviewed facts become a draft campaign. Returns (campaign, sentences on what was left out).

    Raises Refused with what is missing, or with how many facts nobody has looked at unless `accept_rest`.
    """
    by.require(Permission.WRITE_CAMPAIGN)
    locked = _open(reading)
    facts = reviewed(locked.facts, locked.verdicts)
    reasons = lacking(facts) or _missing(facts)
    rest = undecided(locked.facts, locked.verdicts)
    if rest and not accept_rest:
        reasons.append(f"Còn {rest} dữ kiện chưa rà soát: xem từng dòng, hoặc bấm «Nhận hết và lập phong trào».")
    if reasons:
        raise Refused(*reasons)
    campaign, left = _write(facts, organiser)
    locked.state, locked.campaign = ReadingState.USED, campaign
    locked.save(update_fields=["state", "campaign"])
    record(by=by, verb="lập phong trào từ kế hoạch đã đọc", subject=campaign, details={"reading": locked.pk})
    return campaign, left


def _missing(facts):
    reasons = []
    if not facts["title"]:
        reasons.append("Chưa có tên kế hoạch: điền ở phần «Thông tin chung».")
    if not (facts["starts_on"] and facts["ends_on"]):
        lost = [words for key, words in (("starts_on", "ngày bắt đầu"), ("ends_on", "ngày kết thúc")) if not facts[key]]
        reasons.append(f"Chưa có {', '.join(lost)}: kế hoạch không ghi đủ; điền ở phần «Thông tin chung».")
    elif facts["starts_on"] > facts["ends_on"]:
        reasons.append("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    return reasons


def _write(facts, organiser):
    try:
        with transaction.atomic():
            data, left = draft_data(facts, organiser)
            return write_plan(data), left
    except (DataError, IntegrityError, ValueError) as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
        raise Refused(_sentence_of(constraint)) from error


SENTENCES = {
    "phase_period": "Có giai đoạn kết thúc trước ngày bắt đầu: sửa ngày của giai đoạn.",
    "celebration_after_founding": "Có ngày kỷ niệm trước ngày gốc: bỏ hoặc sửa dòng đó.",
    "target_value_sensible": "Có chỉ tiêu vượt quá 100% hoặc nhỏ hơn 0: sửa giá trị.",
}


def _sentence_of(constraint):
    return SENTENCES.get(constraint, "Có dữ kiện chưa hợp lệ (ngày, số): xem lại các ô đã sửa rồi thử lại.")


@transaction.atomic
def drop_reading(*, reading, by):
    """The officer does not want this reading; it stays in the list as dropped."""
    by.require(Permission.WRITE_CAMPAIGN)
    locked = PlanReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if locked.state == ReadingState.USED:
        raise Refused("Bản đọc này đã lập thành phong trào nên không bỏ được.")
    locked.state = ReadingState.DROPPED
    locked.save(update_fields=["state"])
    record(by=by, verb="bỏ bản đọc kế hoạch", subject=locked)
    return locked


def _open(reading):
    locked = PlanReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if locked.state == ReadingState.USED:
        raise AlreadyDone("Kế hoạch này đã được lập thành phong trào.")
    if not locked.is_done or locked.refusal:
        raise Refused("Kế hoạch chưa đọc xong hoặc không đọc được; hãy tải lên lại.")
    if locked.state == ReadingState.DROPPED:
        raise Refused("Bản đọc này đã bỏ; hãy tải kế hoạch lên lại.")
    return locked
