"""Reads for sơ kết, tổng kết: one unit's figures, and the whole consolidated."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from thidua.agencies.models import Agency
from thidua.web.charts.columns import Columns, Series
from thidua.web.charts.ranking import RankBar

from ..counting import measured_targets
from ..enums import MilestoneKind
from ..figures import common_of, figures_of, headings_of, total_of, words_of
from ..kept import Basis, Unit, basis_from, headings_from
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
    basis: Basis
    lines: list

    @cached_property
    def sent(self):
        return [line for line in self.lines if line.is_sent]

    @cached_property
    def silent(self):
        return [line for line in self.lines if not line.is_sent]

    @cached_property
    def tables(self):
        return [_table(heading, self.lines) for heading in self.basis.headings] if self.lines else []

    @property
    def gauges(self):
        """[(period, [Gauge])] of the years that the review covers."""
        return self.basis.gauges

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

    @cached_property
    def rankings(self):
        """[(kind of units, [RankBar])]: published scores, the first rank on top; kinds are ranked apart."""
        groups = {}
        for line in self.lines:
            scores = line.figures.get("scores")
            if scores:
                groups.setdefault(scores["group"], []).append((scores, line.agency))
        return [(group, _bars(scored)) for group, scored in groups.items()]

    def said(self, name):
        """[(unit, text)] of what the units wrote in one part of their sent reports."""
        return [(line.agency, text) for line in self.sent if (text := getattr(line.report, name))]


def _sum(figures, code, *keys):
    return sum(figures.get(code, {}).get(key) or 0 for key in keys)


def _bars(scored):
    scored.sort(key=lambda pair: pair[0]["rank"])
    top = max(Decimal(scores["total"]) for scores, _agency in scored)
    return [
        RankBar(str(scores["rank"]), agency.short_name, Decimal(scores["total"]), top, scores["band"])
        for scores, agency in scored
    ]


def consolidated(review):
    """The whole of a review as of now; of a closed one as it was when it was closed."""
    reports = {report.agency_id: report for report in review.reports.select_related("submitted_by")}
    basis = basis_from(review.kept) if review.kept else basis_now(review, reports)
    lines = [UnitLine(unit, reports.get(unit.pk), basis.figures[unit.pk]) for unit in basis.units]
    return Consolidated(review, basis, lines)


def basis_now(review, reports):
    """Units that take part, and those that did when they reported; with what they sent, or what is counted now."""
    sent = {pk: report for pk, report in reports.items() if report.submitted_at}
    taking_part = set(review.campaign.participants.values_list("agency_id", flat=True))
    agencies = Agency.objects.filter(pk__in=taking_part | set(sent)).select_related("current")
    units = [Unit(agency.pk, str(agency), agency.short_name) for agency in agencies.order_by("position", "id")]
    figures = figures_of(review, [unit.pk for unit in units])
    for pk, report in sent.items():
        figures[pk] = report.figures | common_of(figures[pk])
    return Basis(units, headings_of(review), _gauges_now(review), figures)


def _gauges_now(review):
    covered = [
        period
        for period in periods_of(review.campaign)
        if period.starts_on <= review.covers_to and period.ends_on >= review.covers_from
    ]
    found = measured_targets(review.campaign, covered, today=timezone.localdate()) if covered else {}
    return [(period, [gauge_of(one) for one in found[period.year]]) for period in covered if found[period.year]]


def _table(heading, lines):
    values = [(line.agency, line.figures.get(heading.code, {})) for line in lines]
    columns = heading.columns
    rows = [(agency, [column.words(known.get(column.key)) for column in columns]) for agency, known in values]
    totals = [words_of(total_of(column, [known.get(column.key) for _agency, known in values])) for column in columns]
    return FigureTable(heading.code, heading.title, columns, rows, totals)


def unit_figures(review, agency_id, report=None):
    """[(title, [(label, words)])] for the page of one unit: as sent, as kept at the closing, else as of now."""
    headings, figures = _figures_of_unit(review, agency_id, report)
    groups = []
    for heading in headings:
        known = figures.get(heading.code, {})
        facts = [
            (column.label, column.sentence(known.get(column.key)))
            for column in heading.columns
            if column.adds != "share" or column.key in known
        ]
        if facts:
            groups.append((heading.title, facts))
    return groups


def _figures_of_unit(review, agency_id, report):
    if report and report.submitted_at:
        return headings_from(report.headings) or headings_of(review), report.figures
    if review.kept:
        kept = basis_from(review.kept)
        return kept.headings, kept.figures.get(agency_id, {})
    return headings_of(review), figures_of(review, [agency_id])[agency_id]


def sent_reports(review):
    """What the units have written, in the order of the office's own list."""
    return review.reports.filter(submitted_at__isnull=False).select_related("agency__current")


def reviews_of(campaign, actor):
    """[(review, units, sent, own report)] of a campaign."""
    units = campaign.participants.count()
    own = {row.review_id: row for row in UnitReport.objects.filter(review__campaign=campaign, agency=actor.agency_id)}
    sent = Counter(
        UnitReport.objects.filter(review__campaign=campaign, submitted_at__isnull=False)
        .order_by()
        .values_list("review", flat=True)
    )
    return [
        (review, len(review.kept["units"]) if review.kept else units, sent[review.pk], own.get(review.pk))
        for review in campaign.reviews.all()
    ]


def milestones_to_hold(campaign):
    """Days of the plan for a review that has not been opened yet, one for each year where it comes every year."""
    return campaign.milestones.dated().filter(kind__in=MILESTONES, reviews__isnull=True)


MILESTONES = (MilestoneKind.INTERIM_REVIEW, MilestoneKind.FINAL_REVIEW, MilestoneKind.REPORT)
