"""The figures of a review, counted for every unit at once. Apps above register what they know of in FIGURES."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db.models import Count, Q
from django.utils import timezone

from awards.enums import QualityGrade
from thidua.agencies.enums import AgencyKind

from .counting import Facts, by_agency
from .enums import Measure, Population, SheetState
from .measuring import period_on
from .models import Registration, ScoreSheet


@dataclass(frozen=True)
class Column:
    """One figure: its key in the stored JSON, the words over its column, and how it adds up over all units.

    `adds` «sum» adds numbers, «share» adds «3/12» part by part, «» has no total. `is_whole`: it says of each unit yes
    or no, and only the total is a share. `says`: what is said of those that count, «xếp loại «Hoàn thành tốt»».
    """

    key: str
    label: str
    adds: str = "sum"
    is_whole: bool = False
    says: str = ""

    def words(self, value):
        """The figure of one unit as a table shows it."""
        if self.is_whole and value:
            reached, _total, silent = parts_of(value)
            return NO_RESULT if silent else "Có" if reached else "Không"
        return words_of(value)

    def sentence(self, value):
        """The figure of one unit as the unit itself reads it."""
        if not self.says or not value:
            return words_of(value)
        reached, total, silent = parts_of(value)
        if self.is_whole:
            return NO_RESULT if silent else f"{'Có: đơn vị' if reached else 'Không: đơn vị không'} {self.says}"
        unknown = f"; {silent} người chưa có kết quả" if silent else ""
        return f"{reached} trên {total} người {self.says}{unknown}"


NO_RESULT = "Chưa có kết quả"


@dataclass(frozen=True)
class Heading:
    """One group of figures with its columns: what stands over a table."""

    code: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Provider:
    """One group of figures.

    `columns(review)` names them; `count(review, agency_ids)` returns {agency id: {key: JSON-able value}} in a bounded
    number of queries, whatever the number of units. `is_common`: ranked over all units, so that the whole shows it of
    one day, also of units that sent theirs before.
    """

    code: str
    title: str
    columns: Callable
    count: Callable
    is_common: bool = False


FIGURES: list[Provider] = []


def figures_of(review, agency_ids):
    """{agency id: {provider: {key: value}}} as of now."""
    found = {pk: {} for pk in agency_ids}
    for provider in FIGURES:
        counted = provider.count(review, agency_ids)
        for pk in agency_ids:
            found[pk][provider.code] = counted.get(pk, {})
    return found


def headings_of(review):
    """[Heading] of everything that is counted for a review now."""
    found = [Heading(one.code, one.title, tuple(one.columns(review))) for one in FIGURES]
    return [heading for heading in found if heading.columns]


def common_of(figures):
    """Of the figures of one unit, those that are of one day for all."""
    return {provider.code: figures[provider.code] for provider in FIGURES if provider.is_common}


def total_of(column, values):
    """What stands in the last line of a table under `column`."""
    known = [value for value in values if value not in (None, "")]
    if column.adds == "sum":
        return sum(known)
    if column.adds == "share" and known:
        return share_of(*map(sum, zip(*map(parts_of, known), strict=True)))
    return None


def share_of(reached, total, silent):
    """«3/12», or «3/12/2» while nothing is known of two of them."""
    return f"{reached}/{total}/{silent}" if silent else f"{reached}/{total}"


def parts_of(share):
    """(reached, total, silent)"""
    reached, total, *silent = map(int, share.split("/"))
    return reached, total, silent[0] if silent else 0


def words_of(value):
    """A number or a share as people read it: «3/12/2» → «3 trên 12 (2 chưa có kết quả)», «87.50» → «87,5»."""
    if value in (None, ""):
        return "–"
    if isinstance(value, str):
        if "/" in value:
            reached, total, silent = parts_of(value)
            return f"{reached} trên {total}" + (f" ({silent} chưa có kết quả)" if silent else "")
        try:
            return f"{Decimal(value).normalize():f}".replace(".", ",")
        except InvalidOperation:
            return value
    return str(value)


# --- what this app knows itself ---


def _registration_columns(review):
    return (Column("collective", "Tập thể đăng ký"), Column("individual", "Cá nhân đăng ký"))


def _registrations(review, agency_ids):
    """Titles that stand registered at the end of the period."""
    rows = (
        Registration.objects.standing()
        .filter(campaign=review.campaign_id, agency__in=agency_ids, registered_at__date__lte=review.covers_to)
        .order_by()
        .values_list("agency")
        .annotate(own=Count("pk", filter=Q(person__isnull=True)), people=Count("pk", filter=Q(person__isnull=False)))
    )
    found = {pk: {"collective": 0, "individual": 0} for pk in agency_ids}
    return found | {pk: {"collective": own, "individual": people} for pk, own, people in rows}


def counted_targets(review):
    """Targets to which single units contribute."""
    if not hasattr(review, "_counted_targets"):
        review._counted_targets = [
            target for target in review.campaign.targets.select_related("award") if target.measure != Measure.MANUAL
        ]
    return review._counted_targets


def _target_columns(review):
    return tuple(
        Column(
            f"target_{target.pk}", target.text, "share", target.population == Population.AGENCIES, _said_of(target)
        )
        for target in counted_targets(review)
    )  # fmt: skip


def _said_of(target):
    """What those that count for a target have done or are."""
    if target.measure == Measure.RATING:
        return "xếp loại " + " hoặc ".join(f"«{QualityGrade(grade).label}»" for grade in target.grades)
    return f"đăng ký «{target.award}»" if target.award_id else "đăng ký thi đua"


def _targets(review, agency_ids):
    """«3/12»: what each unit adds to each target in the year in which the review ends."""
    period = period_on(review.campaign, review.covers_to)
    targets = counted_targets(review)
    facts = Facts(review.campaign, targets, [period], timezone.localdate(), frozenset(agency_ids))
    found = {pk: {} for pk in agency_ids}
    for target in targets:
        for pk, parts in by_agency(facts, target, period).items():
            found[pk][f"target_{target.pk}"] = share_of(*parts)
    return found


def _score_columns(review):
    return (
        Column("total", "Điểm", ""),
        Column("rank", "Hạng", ""),
        Column("group", "Xếp hạng trong", ""),
        Column("band", "Xếp loại", ""),
    )


def _scores(review, agency_ids):
    """Published scores only: others are not known to the units yet. Units are ranked within their kind."""
    rows = ScoreSheet.objects.filter(
        campaign=review.campaign_id, state=SheetState.PUBLISHED, participant__agency__in=agency_ids
    ).values_list("participant__agency", "total", "rank", "participant__agency__current__kind", "band")
    return {
        pk: {"total": str(total), "rank": rank, "group": AgencyKind(kind).label, "band": band}
        for pk, total, rank, kind, band in rows
    }


FIGURES += [
    Provider("registrations", "Đăng ký thi đua", _registration_columns, _registrations),
    Provider("targets", "Chỉ tiêu", _target_columns, _targets),
    Provider("scores", "Điểm, xếp hạng", _score_columns, _scores, is_common=True),
]
