"""Reads for the score sheets, the grid and the ranking; a fixed number of queries however many units there are."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ..enums import SheetState
from ..models import ClusterYear, Score, ScoreSheet, ScoringRule
from ..points import Item, add_up
from ..policies import scored_criteria
from ..ranking import Entry, band_of, choose, rank


def rule_of(campaign):
    """The campaign's rule of scoring, or an unsaved empty one."""
    return ScoringRule.objects.filter(campaign=campaign).first() or ScoringRule(campaign=campaign)


def items_of(campaign):
    """The scored criteria as arithmetic needs them."""
    caps = {row.pk: row.max_points for row in campaign.criteria.all()}
    return [
        Item(row.pk, row.max_points, row.points_kind, row.parent_id, caps.get(row.parent_id))
        for row in scored_criteria(campaign)
    ]


def totals_of(items, rule, points):
    return add_up(items, points, bonus_cap=rule.bonus_cap, minus_cap=rule.minus_cap)


def sheets_of(campaign):
    return (
        ScoreSheet.objects.filter(campaign=campaign)
        .select_related("participant__agency__current", "member__cluster")
        .order_by("participant__agency__position", "participant__agency_id", "member__position", "id")
    )


class Cell(NamedTuple):
    """The points of one cell of the grid: twelve thousand of them are tuples, not models."""

    self_points: Decimal | None
    points: Decimal | None


class GridRow(NamedTuple):
    sheet: object
    cells: list  # (criterion, Cell or None)


def grid_of(campaign):
    """(criteria, [GridRow]): every sheet with the score of every criterion, in three queries."""
    criteria = scored_criteria(campaign)
    sheets = list(sheets_of(campaign))
    found = Score.objects.filter(sheet__campaign=campaign)
    scores = {
        (sheet_id, criterion_id): Cell(own, points)
        for sheet_id, criterion_id, own, points in found.values_list(
            "sheet_id", "criterion_id", "self_points", "points"
        )
    }
    rows = [GridRow(sheet, [(row, scores.get((sheet.pk, row.pk))) for row in criteria]) for sheet in sheets]
    return criteria, rows


@dataclass(frozen=True)
class Place:
    """A line of a ranking as pages show it."""

    sheet: object
    rank: int
    is_tied: bool
    band: str
    totals: object


@dataclass(frozen=True)
class Group:
    """Units that are ranked against one another: one kind of participant, or one cluster."""

    key: str
    title: str
    places: list
    is_cluster: bool = False


def ranking_of(campaign, sheets=None):
    """[Group] from the verified points; kinds of participants first, then clusters."""
    rule, items = rule_of(campaign), items_of(campaign)
    sheets = [s for s in (sheets or sheets_of(campaign)) if s.state in (SheetState.VERIFIED, SheetState.PUBLISHED)]
    points = {}
    for sheet_id, criterion_id, value in Score.objects.filter(sheet__campaign=campaign).values_list(
        "sheet_id", "criterion_id", "points"
    ):
        points.setdefault(sheet_id, {})[criterion_id] = value
    bands = [(band.name, band.min_points) for band in campaign.bands.all()]
    ranker = _Ranker(rule, items, points, bands)
    return [
        Group(key, title, ranker.places(members), is_cluster)
        for key, title, is_cluster, members in _groups(campaign, sheets)
    ]


class _Ranker:
    def __init__(self, rule, items, points, bands):
        self.rule, self.items, self.points, self.bands = rule, items, points, bands

    def places(self, sheets):
        by_key = {sheet.pk: sheet for sheet in sheets}
        totals = {sheet.pk: totals_of(self.items, self.rule, self.points.get(sheet.pk, {})) for sheet in sheets}
        entries = [self.entry(sheet, totals[sheet.pk]) for sheet in sheets]
        return [
            Place(
                by_key[row.entry.key], row.rank, row.is_tied, band_of(row.entry.total, self.bands),
                totals[row.entry.key],
            )
            for row in rank(entries, self.rule.tie_rules)
        ]  # fmt: skip

    def entry(self, sheet, totals):
        points = self.points.get(sheet.pk, {})
        places = tuple(points.get(item.id) or Decimal(0) for item in self.items if item.kind == "plain")
        return Entry(sheet.pk, totals.total, totals.plain, totals.bonus, totals.minus, places, sheet.tie_order)


def _groups(campaign, sheets):
    """(key, title, is cluster, sheets) of each group that has sheets."""
    by_kind, by_agency, by_member = {}, {}, {}
    for sheet in sheets:
        if sheet.participant_id:
            version = sheet.participant.agency.current
            by_kind.setdefault((version.kind, version.get_kind_display()), []).append(sheet)
            by_agency[sheet.participant.agency_id] = sheet
        else:
            by_member[sheet.member_id] = sheet
    for (kind, label), members in by_kind.items():
        yield kind, label, False, members
    years = ClusterYear.objects.filter(campaign=campaign).select_related("cluster")
    for year in years.prefetch_related("cluster__members"):
        found = [
            by_agency.get(member.agency_id) or by_member.get(member.pk) for member in year.cluster.members.all()
        ]  # fmt: skip
        members = [sheet for sheet in found if sheet]
        if members:
            yield f"cluster-{year.cluster_id}", str(year.cluster), True, members


def ranked_for_offer(offer, groups=None):
    """(chosen sheets, sheets tied across the border) of an offer «theo kết quả chấm điểm, xếp hạng».

    Only published sheets count, of the kinds of agency that the offer names.
    """
    published = [
        sheet
        for sheet in sheets_of(offer.campaign)
        if sheet.state == SheetState.PUBLISHED
        and sheet.participant_id
        and (not offer.agency_kinds or sheet.participant.agency.current.kind in offer.agency_kinds)
    ]
    rule, items = rule_of(offer.campaign), items_of(offer.campaign)
    points = {}
    for sheet_id, criterion_id, value in Score.objects.filter(sheet__in=published).values_list(
        "sheet_id", "criterion_id", "points"
    ):
        points.setdefault(sheet_id, {})[criterion_id] = value
    ranker = _Ranker(rule, items, points, [])
    entries = [
        ranker.entry(sheet, totals_of(items, rule, points.get(sheet.pk, {}))) for sheet in published
    ]  # fmt: skip
    choice = choose(rank(entries, rule.tie_rules), offer.quota or len(entries))
    by_key = {sheet.pk: sheet for sheet in published}
    return [by_key[row.entry.key] for row in choice.chosen], [by_key[row.entry.key] for row in choice.border]


def states_of(campaign):
    """{state: number of sheets}"""
    return Counter(ScoreSheet.objects.filter(campaign=campaign).values_list("state", flat=True))
