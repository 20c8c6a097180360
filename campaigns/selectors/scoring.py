"""Reads for the score sheets, the grid and the ranking; a fixed number of queries however many units there are."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count

from ..enums import SheetState
from ..models import Cluster, ClusterMember, PublishedPlace, Score, ScoreSheet, ScoringRule, TieOrder
from ..points import Item, add_up
from ..policies import scored_among, scored_criteria
from ..ranking import Entry, Word, band_of, rank


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


def unopened_sheets(campaign, sheets):
    """A sheet, not saved yet, of each unit that is ranked and has none among `sheets`.

    Ranked are participants, and members of the clusters that this campaign scores, in the tenant or outside.
    """
    have = {(sheet.participant_id, sheet.member_id) for sheet in sheets}
    participants = list(campaign.participants.select_related("agency__current"))
    members = ClusterMember.objects.filter(cluster__years__campaign=campaign).distinct()
    others = members.exclude(agency__in=[row.agency_id for row in participants])
    return [
        *(ScoreSheet(campaign=campaign, participant=row) for row in participants if (row.pk, None) not in have),
        *(ScoreSheet(campaign=campaign, member=row) for row in others if (None, row.pk) not in have),
    ]


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

    @property
    def ties(self):
        """[[Place]]: every set of equals."""
        found = {}
        for place in self.places:
            if place.is_tied:
                found.setdefault(place.rank, []).append(place)
        return list(found.values())


def ranking_of(campaign, sheets=None):
    """[Group]: kinds of participants first, then clusters.

    Once points are published, what was published; before that the verified sheets, as it would be.
    """
    sheets = list(sheets_of(campaign)) if sheets is None else sheets
    published = {sheet.pk: sheet for sheet in sheets if sheet.state == SheetState.PUBLISHED}
    if published:
        return published_ranking(campaign, published)
    return ranking_now(campaign, [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED])


def published_ranking(campaign, sheets):
    """[Group] as it was on the day of publication, of {id: sheet}."""
    groups = {}
    for row in PublishedPlace.objects.filter(sheet__campaign=campaign, sheet__state=SheetState.PUBLISHED):
        group = groups.setdefault(row.group, Group(row.group, row.title, [], row.is_cluster))
        if row.sheet_id in sheets:
            group.places.append(Place(sheets[row.sheet_id], row.rank, row.is_tied, row.band, row))
    return [group for group in groups.values() if group.places]


def ranking_now(campaign, sheets):
    """[Group] of these sheets by the points, the rule and the members of today."""
    bands = [(band.name, band.min_points) for band in campaign.bands.all()]
    ranker, words = ranker_of(campaign, bands), words_of(campaign)
    return [
        Group(key, title, ranker.places(members, words.get(key, ())), is_cluster)
        for key, title, is_cluster, members in _groups(campaign, sheets)
    ]


def words_of(campaign):
    """{key of the group: [Word]}: what the office said of equals."""
    words = {}
    for order in TieOrder.objects.filter(campaign=campaign):
        words.setdefault(order.group, []).append(Word(order.total, tuple(order.sheets)))
    return words


def tie_orders(campaign):
    """[(TieOrder, the names of its units)]: what the office said of equals, to be read and taken back."""
    orders = list(TieOrder.objects.filter(campaign=campaign))
    names = {sheet.pk: sheet.unit_name for sheet in sheets_of(campaign)} if orders else {}
    return [(order, [names[pk] for pk in order.sheets if pk in names]) for order in orders]


def ranker_of(campaign, bands=()):
    return Ranker(rule_of(campaign), items_of(campaign), points_by_sheet(campaign), bands)


def points_by_sheet(campaign):
    """{sheet id: {criterion id: the office's points}}"""
    points = {}
    rows = Score.objects.filter(sheet__campaign=campaign).values_list("sheet_id", "criterion_id", "points")
    for sheet, criterion, value in rows:
        points.setdefault(sheet, {})[criterion] = value
    return points


class Ranker:
    """Points of many sheets → who stands where, by one rule."""

    def __init__(self, rule, items, points, bands):
        self.rule, self.items, self.points, self.bands = rule, items, points, bands

    def places(self, sheets, words=()):
        by_key = {sheet.pk: sheet for sheet in sheets}
        return [
            Place(by_key[row.entry.key], row.rank, row.is_tied, band_of(row.entry.total, self.bands), row.entry)
            for row in rank([self.entry(sheet) for sheet in sheets], self.rule.tie_rules, words)
        ]

    def entry(self, sheet):
        points = self.points.get(sheet.pk, {})
        totals = totals_of(self.items, self.rule, points)
        places = tuple(points.get(item.id) or Decimal(0) for item in self.items if item.kind == "plain")
        return Entry(sheet.pk, totals.total, totals.plain, totals.bonus, totals.minus, places)


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
    for cluster in Cluster.objects.filter(years__campaign=campaign).distinct().prefetch_related("members"):
        found = [by_member.get(member.pk) or by_agency.get(member.agency_id) for member in cluster.members.all()]
        members = [sheet for sheet in found if sheet]
        if members:
            yield f"cluster-{cluster.pk}", str(cluster), True, members


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
