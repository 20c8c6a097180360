"""Reads for sơ kết, tổng kết: one unit's figures, and the whole consolidated."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from thidua.agencies.models import Agency
from thidua.web.charts.columns import Columns, Series
from thidua.web.charts.ranking import RankBar

from ..counting import measured_targets
from ..figures import FIGURES, figures_of, total_of, words_of
from ..measuring import periods_of
from ..models import UnitReport
from .targets import gauge_of

# What is registered, proposed and awarded: the group of figures and what of it adds up.
AWARDS = {
    "Đăng ký": ("registrations", "collective", "individual"),
    "Đề nghị khen": ("submissions", "collectives", "individuals"),
    "Được khen": ("submissions", "awarded_collectives", "awarded_individuals"),
}


@dataclass(frozen=True)
class UnitLine:
    """One unit of a review: its report, if any, and its figures."""

    agency: object
    report: object | None
    figures: dict

    @property
    def is_sent(self):
        return self.report is not None and self.report.submitted_at is not None


@dataclass(frozen=True)
class FigureTable:
    """One group of figures over all units; rows are (unit, [words]), `totals` the last line."""

    code: str
    title: str
    columns: tuple
    rows: list
    totals: list

    @property
    def has_totals(self):
        return any(column.adds for column in self.columns)


@dataclass
class Consolidated:
    """Everything that the units' reports and the registers say about a review."""

    review: object
    lines: list

    @cached_property
    def sent(self):
        return [line for line in self.lines if line.is_sent]

    @cached_property
    def silent(self):
        return [line for line in self.lines if not line.is_sent]

    @cached_property
    def tables(self):
        return [
            table for provider in FIGURES if (table := _table(provider, self.review, self.lines)).columns and table.rows
        ]

    @cached_property
    def gauges(self):
        """[(period, [Gauge])] of the years that the review covers."""
        review = self.review
        periods = [
            period
            for period in periods_of(review.campaign)
            if period.starts_on <= review.covers_to and period.ends_on >= review.covers_from
        ]
        found = measured_targets(review.campaign, periods, today=timezone.localdate()) if periods else {}
        return [(period, [gauge_of(one) for one in found[period.year]]) for period in periods if found[period.year]]

    @cached_property
    def awards(self):
        """[(unit, [registered, proposed, awarded])] of every unit."""
        return [(line.agency, [_sum(line.figures, *where) for where in AWARDS.values()]) for line in self.lines]

    @property
    def columns(self):
        """Registered, proposed and awarded as a picture; units that have none of it stand in the tables only."""
        shown = [(agency, numbers) for agency, numbers in self.awards if any(numbers)]
        series = tuple(
            Series(label, tuple(numbers[at] for _agency, numbers in shown), award=at == len(AWARDS) - 1)
            for at, label in enumerate(AWARDS)
        )
        return Columns(tuple(agency.short_name for agency, _numbers in shown), series, unit="tập thể, cá nhân")

    @property
    def ranking(self):
        """Published scores as bars, the first rank on top."""
        scored = [(line.figures.get("scores"), line) for line in self.lines if line.figures.get("scores")]
        scored.sort(key=lambda pair: pair[0]["rank"])
        top = max((Decimal(scores["total"]) for scores, _line in scored), default=0)
        return [
            RankBar(str(scores["rank"]), line.agency.short_name, Decimal(scores["total"]), top, scores["band"])
            for scores, line in scored
        ]

    def said(self, name):
        """[(unit, text)] of what the units wrote in one part of their sent reports."""
        return [(line.agency, text) for line in self.sent if (text := getattr(line.report, name))]


def _sum(figures, code, *keys):
    return sum(figures.get(code, {}).get(key) or 0 for key in keys)


def consolidated(review):
    """All units of a review: those that take part, and those that did when they reported."""
    reports = {report.agency_id: report for report in review.reports.select_related("submitted_by")}
    taking_part = set(review.campaign.participants.values_list("agency_id", flat=True))
    gone = {pk for pk, report in reports.items() if report.submitted_at}
    agencies = list(
        Agency.objects.filter(pk__in=taking_part | gone).select_related("current").order_by("position", "id")
    )
    live = [agency.pk for agency in agencies if agency.pk not in reports or not reports[agency.pk].figures]
    counted = figures_of(review, live) if live else {}
    lines = []
    for agency in agencies:
        report = reports.get(agency.pk)
        kept = report.figures if report else {}
        lines.append(UnitLine(agency, report, kept or counted[agency.pk]))
    return Consolidated(review, lines)


def _table(provider, review, lines):
    columns = provider.columns(review)
    values = [(line.agency, line.figures.get(provider.code, {})) for line in lines]
    rows = [(agency, [column.words(known.get(column.key)) for column in columns]) for agency, known in values]
    totals = [words_of(total_of(column, [known.get(column.key) for _agency, known in values])) for column in columns]
    return FigureTable(provider.code, provider.title, columns, rows, totals)


def unit_figures(review, agency_id, report=None):
    """[(title, [(label, words)])] for the page of one unit: kept ones once sent, else as of now."""
    figures = (report.figures if report else {}) or figures_of(review, [agency_id])[agency_id]
    groups = []
    for provider in FIGURES:
        known = figures.get(provider.code, {})
        facts = [(column.label, column.words(known.get(column.key))) for column in provider.columns(review)]
        if facts:
            groups.append((provider.title, facts))
    return groups


def reviews_of(campaign, actor):
    """[(review, units, sent, own report)] of a campaign."""
    units = campaign.participants.count()
    own = {row.review_id: row for row in UnitReport.objects.filter(review__campaign=campaign, agency=actor.agency_id)}
    sent = {}
    rows = UnitReport.objects.filter(review__campaign=campaign, submitted_at__isnull=False).order_by()
    for review_id in rows.values_list("review", flat=True):
        sent[review_id] = sent.get(review_id, 0) + 1
    return [(review, units, sent.get(review.pk, 0), own.get(review.pk)) for review in campaign.reviews.all()]
