"""Score sheets: opened, scored by the unit, verified by the office, ranked and published."""

from decimal import Decimal

from django.core import signing
from django.db import transaction
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.documents.uploads import store_upload
from thidua.notifications.actions import members_of, notify
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import SheetState
from ..models import ClusterMember, Score, ScoreSheet
from ..policies import scored_criteria
from ..selectors.scoring import items_of, ranking_of, rule_of, sheets_of, totals_of
from ..workflow import SHEET
from .addresses import url_of


@transaction.atomic
def open_scoring(*, campaign, by):
    """A sheet for each participant and each outside member of a cluster that this campaign scores. Returns how many."""
    by.require(Permission.VERIFY_SCORES, campaign)
    if not scored_criteria(campaign):
        raise Refused("Kế hoạch chưa có tiêu chí chấm điểm: ghi điểm tối đa ở phần «Nội dung, tiêu chí».")
    if campaign.is_draft:
        raise Refused("Phát động phong trào trước khi mở chấm điểm.")
    have = set(ScoreSheet.objects.filter(campaign=campaign).values_list("participant_id", "member_id"))
    sheets = [
        ScoreSheet(campaign=campaign, participant=row)
        for row in campaign.participants.all()
        if (row.pk, None) not in have
    ]
    outside = ClusterMember.objects.filter(cluster__years__campaign=campaign, agency__isnull=True).distinct()
    sheets += [ScoreSheet(campaign=campaign, member=row) for row in outside if (None, row.pk) not in have]
    if not sheets:
        raise AlreadyDone("Mọi đơn vị đã có phiếu chấm điểm.")
    ScoreSheet.objects.bulk_create(sheets)
    record(by=by, verb="mở chấm điểm", subject=campaign, details={"sheets": len(sheets)})
    agencies = [sheet.participant.agency_id for sheet in sheets if sheet.participant_id]
    rule = rule_of(campaign)
    until = f" trước khi hết ngày {rule.self_score_until:%d/%m/%Y}" if rule.self_score_until else ""
    notify(
        users=members_of(agencies, "truongdonvi"),
        key=f"scoring:{campaign.pk}:{timezone.localdate()}",
        title=f"Tự chấm điểm thi đua: {campaign.title}",
        body=f"Đơn vị tự chấm từng tiêu chí, kèm minh chứng, rồi gửi Văn phòng{until}.",
        url=url_of(campaign),
    )
    return len(sheets)


@transaction.atomic
def save_rule(*, campaign, by, form, bands):
    """Keep the rule and the grade bands from a valid form and formset."""
    by.require(Permission.VERIFY_SCORES, campaign)
    if ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED).exists():
        raise Refused("Điểm đã công bố: thu hồi công bố trước khi sửa quy định chấm điểm.")
    form.instance.campaign = campaign
    rule = form.save()
    bands.save()
    refresh_totals(campaign)
    record(by=by, verb="sửa quy định chấm điểm của", subject=campaign)
    return rule


def refresh_totals(campaign):
    """Totals of all sheets anew, after a rule or a criterion has changed."""
    rule, items = rule_of(campaign), items_of(campaign)
    mine, office = {}, {}
    for score in Score.objects.filter(sheet__campaign=campaign):
        mine.setdefault(score.sheet_id, {})[score.criterion_id] = score.self_points
        office.setdefault(score.sheet_id, {})[score.criterion_id] = score.points
    sheets = list(ScoreSheet.objects.filter(campaign=campaign))
    for sheet in sheets:
        sheet.self_total = totals_of(items, rule, mine.get(sheet.pk, {})).total
        sheet.total = totals_of(items, rule, office.get(sheet.pk, {})).total
    ScoreSheet.objects.bulk_update(sheets, ["self_total", "total"], batch_size=500)


def _locked(sheet):
    return ScoreSheet.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=sheet.pk)


def check_points(criterion, points):
    """Refuse points that the criterion cannot give."""
    if points is not None and not 0 <= points <= criterion.max_points:
        most = f"{criterion.max_points.normalize():f}".replace(".", ",")
        raise Refused(f"Điểm phải từ 0 đến {most}: «{str(criterion)[:60]}».")


@transaction.atomic
def save_self_scores(*, sheet, values, revision, by):
    """Keep what the unit scores itself: {criterion id: (points or None, evidence)}. Raises Outdated, Refused."""
    locked = _locked(sheet)
    by.require(Permission.SELF_SCORE, locked)
    if locked.state != SheetState.SCORING:
        raise Refused("Phiếu đã gửi Văn phòng; nếu cần sửa, đề nghị Văn phòng trả lại phiếu.")
    if revision != locked.revision:
        raise Outdated(locked)
    criteria = {row.pk: row for row in scored_criteria(locked.campaign)}
    present = {score.criterion_id: score for score in locked.scores.all()}
    for pk, (points, evidence) in values.items():
        check_points(criteria[pk], points)
        score = present.get(pk) or Score(sheet=locked, criterion_id=pk)
        if score.pk is None and points is None and not evidence:
            continue
        if (score.self_points, score.evidence) != (points, evidence) or score.pk is None:
            score.self_points, score.evidence = points, evidence
            # A unit that corrects its points gets them judged anew.
            score.points, score.reason = None, ""
            score.save()
            present[pk] = score
    points = {pk: score.self_points for pk, score in present.items()}
    locked.self_total = totals_of(items_of(locked.campaign), rule_of(locked.campaign), points).total
    locked.revision += 1
    locked.save(update_fields=["self_total", "revision"])
    return locked


@transaction.atomic
def attach_evidence(*, sheet, criterion, upload, by):
    """A file that proves the points of one criterion. Raises ValidationError for a file that is not taken."""
    locked = _locked(sheet)
    by.require(Permission.SELF_SCORE, locked)
    if locked.state != SheetState.SCORING:
        raise Refused("Phiếu đã gửi Văn phòng nên không thêm minh chứng được.")
    score, _new = Score.objects.get_or_create(sheet=locked, criterion=criterion)
    score.file = store_upload(upload, by=by)
    score.save(update_fields=["file"])
    return score


@transaction.atomic
def save_points(*, sheet, criterion, points, reason, by):
    """The office's points for one criterion, with the reason where they differ from the unit's own.

    Returns the sheet with its new total. Raises Refused.
    """
    locked = _locked(sheet)
    by.require(Permission.VERIFY_SCORES, locked.campaign)
    if locked.state == SheetState.PUBLISHED:
        raise Refused("Điểm đã công bố: thu hồi công bố trước khi sửa.")
    check_points(criterion, points)
    scores = {score.criterion_id: score for score in locked.scores.all()}
    score = scores.get(criterion.pk) or Score(sheet=locked, criterion=criterion)
    own, reason = score.self_points, reason.strip()[:500]
    if points is not None and own is not None and points != own and not reason:
        own_words = f"{own.normalize():f}".replace(".", ",")
        raise Refused(f"Điểm thẩm định khác điểm tự chấm ({own_words}): hãy ghi lý do.")
    score.points, score.reason = points, reason if points is not None and points != own else ""
    score.save()
    scores[criterion.pk] = score
    values = {pk: row.points for pk, row in scores.items()}
    locked.total = totals_of(items_of(locked.campaign), rule_of(locked.campaign), values).total
    fields = ["total"]
    if locked.state == SheetState.VERIFIED and points is None:
        locked.state = SheetState.SUBMITTED
        fields.append("state")
    locked.save(update_fields=fields)
    return locked


@transaction.atomic
def accept_self_scores(*, sheet, by):
    """Take over every point that the unit gave itself and the office has not judged yet."""
    locked = _locked(sheet)
    by.require(Permission.VERIFY_SCORES, locked.campaign)
    if locked.state == SheetState.PUBLISHED:
        raise Refused("Điểm đã công bố: thu hồi công bố trước khi sửa.")
    scores = list(locked.scores.all())
    for score in scores:
        if score.points is None:
            score.points = score.self_points
    Score.objects.bulk_update(scores, ["points"])
    values = {score.criterion_id: score.points for score in scores}
    locked.total = totals_of(items_of(locked.campaign), rule_of(locked.campaign), values).total
    locked.save(update_fields=["total"])
    return locked


@transaction.atomic
def sheet_step(*, sheet, event, by, reason=""):
    """submit, return, verify: one sheet. The unit is told when its sheet comes back."""
    sheet = SHEET.apply(sheet, event, by=by, reason=reason)
    if event == "return" and sheet.participant_id:
        notify(
            users=members_of([sheet.participant.agency_id], "truongdonvi"),
            key=f"sheet:{sheet.pk}:returned:{sheet.transitions.count()}",
            title=f"Phiếu chấm điểm được trả lại: {sheet.campaign.title}",
            body=f"Văn phòng đề nghị chấm lại: {reason}",
            url=url_of(sheet.campaign),
        )
    return sheet


@transaction.atomic
def resolve_tie(*, sheet, order, reason, by):
    """The office's own order where the stated rules leave a tie, with its reason; None takes it back."""
    locked = _locked(sheet)
    by.require(Permission.VERIFY_SCORES, locked.campaign)
    if locked.state == SheetState.PUBLISHED:
        raise Refused("Điểm đã công bố: thu hồi công bố trước khi xếp lại.")
    if order is not None and not reason.strip():
        raise Refused("Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.")
    locked.tie_order, locked.tie_reason = order, reason.strip()[:300] if order is not None else ""
    locked.save(update_fields=["tie_order", "tie_reason"])
    record(by=by, verb="xếp thứ tự đồng hạng", subject=locked, details={"order": order, "reason": reason})
    return locked


@transaction.atomic
def publish_scores(*, campaign, by, without_missing=False):
    """Rank all verified sheets and publish them at once; heads of units are told their result.

    Raises Refused with the units that are not verified yet, unless `without_missing`.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    sheets = list(sheets_of(campaign).select_for_update(of=("self",)))
    ready = [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED]
    missing = [sheet for sheet in sheets if sheet.state in (SheetState.SCORING, SheetState.SUBMITTED)]
    if not ready:
        raise Refused("Chưa có phiếu nào thẩm định xong để công bố.")
    if missing and not without_missing:
        names = ", ".join(sheet.unit_name for sheet in missing[:10])
        more = f" và {len(missing) - 10} đơn vị khác" if len(missing) > 10 else ""
        raise Refused(f"Chưa thẩm định xong: {names}{more}. Thẩm định nốt, hoặc chọn công bố không có các đơn vị này.")
    places = _own_places(ranking_of(campaign, sheets))
    for sheet in ready:
        place = places[sheet.pk]
        SHEET.apply(
            sheet, "publish", by=by,
            fields=lambda locked, place=place: {
                "rank": place.rank, "is_tied": place.is_tied, "band": place.band, "total": place.totals.total,
            },
        )  # fmt: skip
    _tell_results(campaign, ready, places)
    return len(ready)


def _own_places(groups):
    """{sheet id: Place} in the group that counts for the sheet: its kind, or its cluster for units outside."""
    places = {}
    for group in groups:
        for place in group.places:
            if not group.is_cluster or place.sheet.member_id:
                places[place.sheet.pk] = place
    return places


def _tell_results(campaign, sheets, places):
    for sheet in sheets:
        if not sheet.participant_id:
            continue
        place = places[sheet.pk]
        points = f"{place.totals.total.normalize():f}".replace(".", ",")
        notify(
            users=members_of([sheet.participant.agency_id], "truongdonvi"),
            key=f"sheet:{sheet.pk}:published:{sheet.transitions.count()}",
            title=f"Kết quả chấm điểm: {campaign.title}",
            body=f"Đơn vị đạt {points} điểm, xếp hạng {place.rank}{f', {place.band}' if place.band else ''}.",
            url=url_of(campaign),
        )


@transaction.atomic
def unpublish_scores(*, campaign, by, reason):
    """Take back the publication of all sheets, with the reason; points can be changed again."""
    by.require(Permission.VERIFY_SCORES, campaign)
    sheets = list(ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED))
    if not sheets:
        raise AlreadyDone("Điểm chưa được công bố.")
    for sheet in sheets:
        SHEET.apply(
            sheet, "withdraw", by=by, reason=reason,
            fields=lambda locked: {"rank": None, "is_tied": False, "band": ""},
        )  # fmt: skip
    return len(sheets)


def as_points(text):
    """«9,5» → Decimal; «» → None. Raises Refused for what is no number."""
    text = str(text or "").strip().replace(" ", "").replace(",", ".")
    if not text:
        return None
    try:
        value = Decimal(text)
    except ArithmeticError:
        raise Refused(f"«{text}» không phải một số; ghi điểm như 9 hoặc 9,5.") from None
    if not value.is_finite() or value != value.quantize(Decimal("0.01")):
        raise Refused(f"«{text}» không hợp lệ: điểm có tối đa hai chữ số thập phân.")
    return value


def pack(changes):
    """The changes of a workbook as one signed text, to be confirmed on the next page."""
    rows = [[row.sheet_id, row.criterion_id, None if row.after is None else str(row.after)] for row in changes]
    return signing.dumps(rows, salt="scores", compress=True)


@transaction.atomic
def import_points(*, campaign, packed, by):
    """Write the points of a workbook that the officer has seen and confirmed. Returns how many."""
    by.require(Permission.VERIFY_SCORES, campaign)
    try:
        rows = signing.loads(packed, salt="scores", max_age=3600)
    except signing.BadSignature:
        raise Refused("Bản xem trước đã quá một giờ; hãy tải tệp lên lại.") from None
    if ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED).exists():
        raise Refused("Điểm đã công bố: thu hồi công bố trước khi nhập điểm.")
    criteria = {row.pk for row in scored_criteria(campaign)}
    sheets = set(ScoreSheet.objects.filter(campaign=campaign).values_list("pk", flat=True))
    present = {(score.sheet_id, score.criterion_id): score for score in Score.objects.filter(sheet__campaign=campaign)}
    changed, new = [], []
    for sheet_id, criterion_id, text in rows:
        if sheet_id not in sheets or criterion_id not in criteria:
            raise Refused("Phiếu hoặc tiêu chí trong tệp không còn nữa; hãy tải tệp lên lại.")
        score = present.get((sheet_id, criterion_id))
        (changed if score else new).append(score or Score(sheet_id=sheet_id, criterion_id=criterion_id))
        _put(score or new[-1], None if text is None else Decimal(text))
    Score.objects.bulk_create(new, batch_size=1000)
    Score.objects.bulk_update(changed, ["points", "reason"], batch_size=1000)
    refresh_totals(campaign)
    record(by=by, verb="nhập điểm từ Excel cho", subject=campaign, details={"points": len(rows)})
    return len(rows)


def _put(score, points):
    differs = points is not None and score.self_points is not None and points != score.self_points
    score.points, score.reason = points, "Điểm nhập từ tệp Excel của Văn phòng" if differs else ""
