"""The register of quality ratings: the office writes, changes and removes; every change is in the trail."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency
from thidua.audit.trail import record
from thidua.tenancy.models import current_tenant
from thidua.workflow.table import Refused

from .enums import QualityGrade, RatingPeriod
from .models import QualityRating

FIELDS = ("grade", "decision_number", "decision_date")


@dataclass(frozen=True)
class Entry:
    """What is to stand in the register of one subject for one period. `person_id` empty: the unit itself."""

    agency_id: int
    person_id: int | None
    year: int
    period: str
    grade: str
    decision_number: str = ""
    decision_date: date | None = None

    @property
    def key(self):
        return self.agency_id, self.person_id, self.year, self.period

    @property
    def values(self):
        return {name: getattr(self, name) for name in FIELDS}

    def differs_from(self, rating):
        """A decision that is not named here does not wipe out the one in the register."""
        return any(value and value != getattr(rating, name) for name, value in self.values.items())


@dataclass(frozen=True)
class Written:
    """How many lines were new, changed, removed."""

    new: int = 0
    changed: int = 0
    removed: int = 0

    def __str__(self):
        parts = ((self.new, "thêm mới"), (self.changed, "sửa"), (self.removed, "bỏ"))
        return ", ".join(f"{words} {count}" for count, words in parts if count) or "không có gì thay đổi"


def key_of(rating):
    return rating.agency_id, rating.person_id, rating.year, rating.period


def standing_for(keys):
    """{key: QualityRating} of the register for the given keys, in one query."""
    keys = set(keys)
    years, agencies = {key[2] for key in keys}, {key[0] for key in keys}
    rows = QualityRating.objects.filter(year__in=years, agency__in=agencies)
    return {key_of(row): row for row in rows if key_of(row) in keys}


@transaction.atomic
def write_ratings(*, entries, by, removed=(), subject=None):
    """Write many lines at once: all or none. `subject`: the unit they belong to, for the trail."""
    by.require(Permission.WRITE_RATINGS)
    entries = list(entries)
    _lock(entries)
    standing = standing_for(entry.key for entry in entries)
    new = [entry for entry in entries if entry.key not in standing]
    changes = _change([(standing[entry.key], entry) for entry in entries if entry.key in standing])
    try:
        with transaction.atomic():
            QualityRating.objects.bulk_create(_row(entry) for entry in new)
    except IntegrityError as error:
        raise Refused(_words_of(error)) from None
    gone = {str(rating): rating.grade for rating in removed}
    QualityRating.objects.filter(pk__in=[rating.pk for rating in removed]).delete()
    written = Written(len(new), len(changes), len(gone))
    if new or changes or gone:
        details = {"new": len(new), "changed": changes, "removed": gone}
        record(by=by, verb="ghi kết quả xếp loại", subject=subject or current_tenant(), details=details)
    return written


def _lock(entries):
    """Two writers of the same unit wait for each other."""
    units = Agency.objects.select_for_update().filter(pk__in={entry.agency_id for entry in entries}).order_by("pk")
    list(units.values_list("pk"))


def _row(entry):
    return QualityRating(
        agency_id=entry.agency_id, person_id=entry.person_id, year=entry.year, period=entry.period, **entry.values
    )


def _change(pairs):
    """Save what differs; returns {rating id: [grade before, grade after]}."""
    changed, rows = {}, []
    for rating, entry in pairs:
        if not entry.differs_from(rating):
            continue
        changed[str(rating.pk)] = [rating.grade, entry.grade]
        for name, value in entry.values.items():
            if value:
                setattr(rating, name, value)
        rows.append(rating)
    QualityRating.objects.bulk_update(rows, FIELDS, batch_size=500)
    return changed


def _words_of(error):
    if "rating_dated_has_number" in str(error):
        return "Có ngày quyết định thì phải có số quyết định."
    if "rating_year_sensible" in str(error):
        return "Năm xếp loại phải từ 1990 đến 2100."
    return "Có người vừa ghi kết quả của cùng đối tượng; hãy mở lại trang rồi lưu lần nữa."


@transaction.atomic
def change_rating(*, rating, by, grade, decision_number="", decision_date=None):
    """Correct one line of the register."""
    by.require(Permission.WRITE_RATINGS)
    if decision_date and not decision_number:
        raise Refused("Có ngày quyết định thì phải có số quyết định.")
    locked = QualityRating.objects.select_for_update(of=("self",)).get(pk=rating.pk)
    before = {name: str(getattr(locked, name) or "") for name in FIELDS}
    locked.grade, locked.decision_number, locked.decision_date = grade, decision_number, decision_date
    locked.save(update_fields=FIELDS)
    after = {name: str(getattr(locked, name) or "") for name in FIELDS}
    changes = {name: [before[name], after[name]] for name in FIELDS if before[name] != after[name]}
    if changes:
        record(by=by, verb="sửa kết quả xếp loại", subject=locked, details=changes)
    return locked


@transaction.atomic
def remove_rating(*, rating, reason, by):
    """Take one line out of the register, with the reason."""
    by.require(Permission.WRITE_RATINGS)
    if not reason.strip():
        raise Refused("Hãy ghi lý do bỏ kết quả xếp loại này.")
    details = {
        "reason": reason.strip()[:300], "grade": QualityGrade(rating.grade).label, "year": rating.year,
        "period": RatingPeriod(rating.period).label,
    }  # fmt: skip
    record(by=by, verb="bỏ kết quả xếp loại", subject=rating, details=details)
    rating.delete()
