"""Figures of targets that no register can measure."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.workflow.table import Refused

from ..enums import Measure
from ..measuring import periods_of
from ..models import Target, TargetReading


@transaction.atomic
def enter_reading(*, target, year, reached, total, note, by):
    """Write down how many attained a target in a year, with where the figure comes from; a later entry replaces it."""
    by.require(Permission.WRITE_CAMPAIGN, target.campaign)
    locked = Target.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=target.pk)
    reasons = _reasons_against(locked, year, reached, total, note)
    if reasons:
        raise Refused(*reasons)
    before = TargetReading.objects.filter(target=locked, year=year).first()
    values = {"reached": reached, "total": total, "note": note.strip()}
    reading, _created = TargetReading.objects.update_or_create(target=locked, year=year, defaults=values)
    details = {"year": year, **values}
    if before:
        details["before"] = f"{before.reached}/{before.total} ({before.note})"
    record(by=by, verb="nhập số liệu chỉ tiêu", subject=locked, details=details)
    return reading


def _reasons_against(target, year, reached, total, note):
    if target.measure != Measure.MANUAL:
        return [f"Số liệu của chỉ tiêu này lấy từ «{target.get_measure_display()}»; hãy sửa ở đó."]
    reasons = []
    if year not in {period.year for period in periods_of(target.campaign)}:
        reasons.append(f"Phong trào không kéo dài đến năm {year}; hãy chọn một năm của phong trào.")
    if reached > total:
        reasons.append("Số đạt không được lớn hơn tổng số; hãy kiểm tra hai con số.")
    if total == 0:
        reasons.append("Tổng số phải lớn hơn 0.")
    if not note.strip():
        reasons.append("Hãy ghi nguồn số liệu: báo cáo, công văn hoặc đợt kiểm tra nào.")
    return reasons
