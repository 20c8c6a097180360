"""The figures of a review, counted for every unit at once. Apps above register what they know of in FIGURES."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db.models import Count, Q
from django.utils import timezone

from .counting import Facts, by_agency
from .enums import Measure, Population, SheetState
from .measuring import period_on
from .models import Registration, ScoreSheet


@dataclass(frozen=True)
class Column:
    """One figure: its key in the stored JSON, the words over its column, and how it adds up over all units.

    `adds` «sum» adds numbers, «share» adds «3/12» part by part, «» has no total. `is_whole`: it says of each unit yes
    or no, and only the total is a share.
    """

    key: str
    label: str
    adds: str = "sum"
    is_whole: bool = False

    def words(self, value):
        """The figure of one unit as people read it."""
        if self.is_whole and value:
            return "Được tính" if value == "1/1" else "Không tính"
        return words_of(value)


@dataclass(frozen=True)
class Provider:
    """One group of figures.

    `columns(review)` names them; `count(review, agency_ids)` returns {agency id: {key: JSON-able value}} in a bounded
    number of queries, whatever the number of units.
    """

    code: str
    title: str
    columns: Callable
    count: Callable


FIGURES: list[Provider] = []


def figures_of(review, agency_ids):
    """{agency id: {provider: {key: value}}} as of now."""
    found = {pk: {} for pk in agency_ids}
    for provider in FIGURES:
        counted = provider.count(review, agency_ids)
        for pk in agency_ids:
            found[pk][provider.code] = counted.get(pk, {})
    return found


def total_of(column, values):
    """What stands in the last line of a table under `column`."""
    known = [value for value in values if value not in (None, "")]
    if column.adds == "sum":
        return sum(known)
    if column.adds == "share" and known:
        parts = [value.split("/") for value in known]
        return f"{sum(int(reached) for reached, _total in parts)}/{sum(int(total) for _reached, total in parts)}"
    return None


def words_of(value):
    """A number or a share as people read it: «3/12» → «3 trên 12», «87.50» → «87,5»."""
    if value in (None, ""):
        return "–"
    if isinstance(value, str):
        if "/" in value:
            return value.replace("/", " trên ")
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
            target for target in review.campaign.targets.all() if target.measure != Measure.MANUAL
        ]
    return review._counted_targets


def _target_columns(review):
    return tuple(
        Column(f"target_{target.pk}", target.text, "share", target.population == Population.AGENCIES)
        for target in counted_targets(review)
    )


def _targets(review, agency_ids):
    """«3/12»: what each unit adds to each target in the year in which the review ends."""
    period = period_on(review.campaign, review.covers_to)
    targets = counted_targets(review)
    facts = Facts(review.campaign, targets, [period], timezone.localdate(), frozenset(agency_ids))
    found = {pk: {} for pk in agency_ids}
    for target in targets:
        for pk, (reached, total) in by_agency(facts, target, period).items():
            found[pk][f"target_{target.pk}"] = f"{reached}/{total}"
    return found


def _score_columns(review):
    return (Column("total", "Điểm", ""), Column("rank", "Hạng", ""), Column("band", "Xếp loại", ""))


def _scores(review, agency_ids):
    """Published scores only: others are not known to the units yet."""
    rows = ScoreSheet.objects.filter(
        campaign=review.campaign_id, state=SheetState.PUBLISHED, participant__agency__in=agency_ids
    ).values_list("participant__agency", "total", "rank", "band")
    return {pk: {"total": str(total), "rank": rank, "band": band} for pk, total, rank, band in rows}


FIGURES += [
    Provider("registrations", "Đăng ký thi đua", _registration_columns, _registrations),
    Provider("targets", "Chỉ tiêu", _target_columns, _targets),
    Provider("scores", "Điểm, xếp hạng", _score_columns, _scores),
]
