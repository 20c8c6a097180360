"""Reads for the tab «Chỉ tiêu»: gauges, and who stands behind each of them."""

from dataclasses import dataclass

from django.utils import timezone

from awards.enums import QualityGrade, RatingPeriod
from thidua.agencies.models import Agency, Person
from thidua.web.charts.gauge import Gauge

from ..counting import Facts, key_of, measured, measured_targets
from ..enums import Measure, Population
from ..measuring import period_on, periods_of


@dataclass(frozen=True)
class Subject:
    """One of those a target speaks of, with what is known of it."""

    name: str
    unit: str
    said: str


def gauge_of(one):
    """What a Measured looks like as a picture."""
    note = one.source or one.missing
    if one.target.measure == Measure.MANUAL:
        note = note or "Chờ Văn phòng nhập số liệu"
    return Gauge(
        label=one.target.text, value=one.value, goal=one.goal, unit=one.target.unit, comparator=one.target.comparator,
        state=one.state, note=note, numbers=one.numbers,
    )  # fmt: skip


def period_of_year(campaign, year=None, today=None):
    """The period of `year`, or of today when the campaign has no such year."""
    found = next((period for period in periods_of(campaign) if period.year == year), None)
    return found or period_on(campaign, today or timezone.localdate())


def targets_in(campaign, period, *, today=None):
    """[Measured] of one period."""
    return measured_targets(campaign, [period], today=today or timezone.localdate())[period.year]


def target_gauges(campaign, year=None):
    """Gauges of all targets in a year of the campaign (this one when none is given): for overviews and reports."""
    return [gauge_of(one) for one in targets_in(campaign, period_of_year(campaign, year))]


def subjects_behind(target, period, *, agency_ids=None, today=None):
    """(Measured, {"reached", "others", "silent"}: [Subject]) of one target; of some units only when they are given."""
    ids = None if agency_ids is None else frozenset(agency_ids)
    facts = Facts(target.campaign, [target], [period], today or timezone.localdate(), ids)
    groups = {"reached": [], "others": [], "silent": []}
    registered = facts.registered_of(target, period) if target.measure == Measure.REGISTRATION else set()
    for subject, name, unit in _named(facts, target, period):
        if target.measure == Measure.REGISTRATION:
            groups["reached" if key_of(subject) in registered else "silent"].append(Subject(name, unit, ""))
            continue
        rated = facts.rated_of(period, subject)
        group = "silent" if rated is None else "reached" if rated.grade in target.grades else "others"
        groups[group].append(Subject(name, unit, _grade_words(facts, rated, period)))
    return measured(facts, target, period), groups


def _grade_words(facts, rated, period):
    """«Hoàn thành tốt nhiệm vụ (tạm tính: 6 tháng đầu năm)»"""
    if rated is None:
        return ""
    words = QualityGrade(rated.grade).label
    return words if rated.is_final(period, facts.today) else f"{words} (tạm tính: {RatingPeriod(rated.period).label})"


def _named(facts, target, period):
    """[(subject, name, unit)] in the order of the office's own list, people by given name."""
    subjects = facts.subjects_of(target, period)
    agencies = Agency.objects.select_related("current").in_bulk({agency for agency, _person in subjects})
    if target.population == Population.AGENCIES:
        return [(subject, str(agencies[subject[0]]), "") for subject in subjects]
    people = Person.objects.in_bulk([person for _agency, person in subjects])
    order = {agency: number for number, agency in enumerate(facts.kinds)}
    subjects.sort(key=lambda subject: (order[subject[0]], people[subject[1]].sort_key))
    return [(subject, str(people[subject[1]]), agencies[subject[0]].short_name) for subject in subjects]
