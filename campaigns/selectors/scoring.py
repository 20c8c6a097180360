"""Reads for the score sheets, the grid and the ranking; a fixed number of queries however many units there are."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count

from ..enums import SheetState
from ..models import ClusterYear, Score, ScoreSheet, ScoringRule
from ..points import Item, add_up
from ..policies import scored_among, scored_criteria
from ..ranking import Entry, band_of, choose, rank


def rule_of(campaign):
    """The campaign's rule of scoring, or an unsaved empty one."""
    return ScoringRule.objects.filter(campaign=campaign).first() or ScoringRule(campaign=campaign)


def items_of(campaign):
    """The scored criteria as arithmetic needs them."""
    rows = list(campaign.criteria.all())
    caps = {row.pk: row.max_points for row in rows}
    return [
        Item(row.pk, row.max_points, row.points_kind, row.parent_id, caps.get(row.parent_id))
        for row in scored_among(rows)
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
    reason: str


class GridRow(NamedTuple):
    sheet: object
    cells: list  # (criterion, Cell or None)


def grid_of(campaign):
    """(criteria, [GridRow]): every sheet with the score of every criterion, in three queries."""
    criteria = scored_criteria(campaign)
    sheets = list(sheets_of(campaign))
    found = Score.objects.filter(sheet__campaign=campaign)
    scores = {
        (sheet_id, criterion_id): Cell(*cell)
        for sheet_id, criterion_id, *cell in found.values_list(
            "sheet_id", "criterion_id", "self_points", "points", "reason"
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
    totals: object  # total, plain, bonus, minus


@dataclass(frozen=True)
class Group:
    """Units that are ranked against one another: one kind of participant, or one cluster."""

    key: str
    title: str
    places: list
    is_cluster: bool = False


def ranking_of(campaign, sheets=None):
    """[Group]: kinds of participants first, then clusters.

    Once points are published the published sheets only; before that the verified ones, as it would be.
    """
    sheets = list(sheets_of(campaign)) if sheets is None else sheets
    published = [sheet for sheet in sheets if sheet.state == SheetState.PUBLISHED]
    sheets = published or [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED]
    bands = [(band.name, band.min_points) for band in campaign.bands.all()]
    ranker = Ranker(rule_of(campaign), items_of(campaign), _points_by_sheet(sheet__campaign=campaign), bands)
    return [
        Group(key, title, ranker.places(members), is_cluster)
        for key, title, is_cluster, members in _groups(campaign, sheets)
    ]


def _points_by_sheet(**which):
    """{sheet id: {criterion id: the office's points}}"""
    points = {}
    for sheet, criterion, value in Score.objects.filter(**which).values_list("sheet_id", "criterion_id", "points"):
        points.setdefault(sheet, {})[criterion] = value
    return points


class Ranker:
    """Points of many sheets → who stands where, by one rule."""

    def __init__(self, rule, items, points, bands):
        self.rule, self.items, self.points, self.bands = rule, items, points, bands

    def places(self, sheets):
        by_key = {sheet.pk: sheet for sheet in sheets}
        return [
            Place(by_key[row.entry.key], row.rank, row.is_tied, band_of(row.entry.total, self.bands), row.entry)
            for row in rank(self.entries(sheets), self.rule.tie_rules)
        ]

    def entries(self, sheets):
        return [self.entry(sheet) for sheet in sheets]

    def entry(self, sheet):
        points = self.points.get(sheet.pk, {})
        totals = totals_of(self.items, self.rule, points)
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


def ranked_for_offer(offer):
    """(chosen sheets, sheets tied across the border) of an offer «theo kết quả chấm điểm, xếp hạng».

    Only published sheets count, of the kinds of agency that the offer names. Nobody is chosen while the offer has no
    number of places: a share or a number that a document has yet to set must be stated first.
    """
    if offer.quota is None:
        return [], []
    published = [
        sheet
        for sheet in sheets_of(offer.campaign).filter(state=SheetState.PUBLISHED, participant__isnull=False)
        if offer.is_open_to(sheet.participant.agency)
    ]
    by_key = {sheet.pk: sheet for sheet in published}
    rule = rule_of(offer.campaign)
    ranker = Ranker(
        rule,
        items_of(offer.campaign),
        _points_by_sheet(sheet__campaign=offer.campaign, sheet__state=SheetState.PUBLISHED),
        [],
    )
    choice = choose(rank(ranker.entries(published), rule.tie_rules), offer.quota)
    return [by_key[row.entry.key] for row in choice.chosen], [by_key[row.entry.key] for row in choice.border]


def states_of(campaign):
    """{state: number of sheets}"""
    return Counter(ScoreSheet.objects.filter(campaign=campaign).values_list("state", flat=True))


@dataclass(frozen=True)
class Standing:
    """How far scoring is in one campaign, as one actor sees it: the own sheet, or how many sheets are where."""

    own: object = None
    counts: tuple = ()  # (label of the state, number), only states that have sheets


def standings(campaigns, actor):
    """{campaign id: Standing} in one query."""
    if not actor.sees_whole_tenant:
        own = ScoreSheet.objects.filter(campaign__in=campaigns, participant__agency=actor.agency_id)
        return {sheet.campaign_id: Standing(own=sheet) for sheet in own}
    counted = ScoreSheet.objects.filter(campaign__in=campaigns).order_by().values_list("campaign", "state")
    counts = {}
    for campaign, state, number in counted.annotate(Count("pk")):
        counts.setdefault(campaign, {})[state] = number
    return {
        campaign: Standing(counts=tuple((label, found[value]) for value, label in SheetState.choices if value in found))
        for campaign, found in counts.items()
    }
