"""Who counts for the targets of a campaign: each source is read once, whatever the number of targets and units."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from awards.enums import RatingPeriod
from awards.models import QualityRating
from thidua.agencies.models import Position

from .enums import Measure, Population
from .measuring import Counts, growing, measure, settled
from .models import Registration, TargetReading

# The last month of each part of a year, the shortest first: the rating of the longest part speaks.
LAST_MONTHS = {
    RatingPeriod.FIRST_HALF: 6,
    RatingPeriod.SEVEN_MONTHS: 7,
    RatingPeriod.NINE_MONTHS: 9,
    RatingPeriod.YEAR: 12,
}


@dataclass(frozen=True)
class Rated:
    """The grade that counts for a subject in a year."""

    grade: str
    period: str

    def is_final(self, period, today):
        """The year's always; that of a part of the year where the campaign has ended by then («7 tháng đầu năm»)."""
        reaches_the_end = period.is_over(today) and LAST_MONTHS[self.period] >= period.ends_on.month
        return self.period == RatingPeriod.YEAR or reaches_the_end


def key_of(subject):
    """People are looked up by themselves: their ratings and registrations move with them."""
    agency, person = subject
    return (None, person) if person else (agency, None)


@dataclass
class Facts:
    """Everything that the targets of one campaign are counted from, in the given periods."""

    campaign: object
    targets: list
    periods: list
    today: object
    agency_ids: frozenset | None = None  # of whom it is asked; None: of all participants
    _people: dict = field(default_factory=dict)

    @cached_property
    def kinds(self):
        """{agency id: its kind} of all participants: where somebody counts does not depend on who asks."""
        rows = self.campaign.participants.order_by("agency__position", "agency_id")
        return dict(rows.values_list("agency_id", "agency__current__kind"))

    @cached_property
    def posts(self):
        """(person, agency, from, to) of everybody who had a post in a participating unit by the end of the periods."""
        last = min(max(period.ends_on for period in self.periods), self.today)
        first = min(period.starts_on for period in self.periods)
        held = Position.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=min(first, last)), valid_from__lte=last
        )
        return list(
            held.filter(agency__in=list(self.kinds))
            .order_by("valid_from", "id")
            .values_list("person_id", "agency_id", "valid_from", "valid_to")
        )

    @cached_property
    def ratings(self):
        """{(year, agency id, None) or (year, None, person id): Rated}; people keep their rating when they move."""
        years, here = [period.year for period in self.periods], list(self.kinds)
        people = Position.objects.filter(agency__in=here).values("person")
        rows = QualityRating.objects.filter(
            Q(person__isnull=True, agency__in=here) | Q(person__in=people), year__in=years
        ).order_by("id")
        found = {}
        for year, agency, person, period, grade in rows.values_list(
            "year", "agency_id", "person_id", "period", "grade"
        ):
            key = (year, *key_of((agency, person)))
            if key not in found or LAST_MONTHS[period] >= LAST_MONTHS[found[key].period]:
                found[key] = Rated(grade, period)
        return found

    @cached_property
    def registrations(self):
        """(agency, person, award, day) of what stands registered."""
        rows = Registration.objects.standing().filter(campaign=self.campaign).order_by()
        return list(rows.values_list("agency_id", "person_id", "award_id", "registered_at__date"))

    @cached_property
    def readings(self):
        """{(target id, year): TargetReading}"""
        years = [period.year for period in self.periods]
        rows = TargetReading.objects.filter(target__campaign=self.campaign, year__in=years)
        return {(row.target_id, row.year): row for row in rows}

    def agencies_of(self, target):
        wanted, asked = set(target.agency_kinds), self.agency_ids
        return [
            pk for pk, kind in self.kinds.items() if (not wanted or kind in wanted) and (asked is None or pk in asked)
        ]

    def people_on(self, period):
        """{person id: agency id} on the last day of the period, or today; the newest post of somebody with two."""
        day = min(period.ends_on, self.today)
        if day not in self._people:
            self._people[day] = {
                person: agency
                for person, agency, start, end in self.posts
                if start <= day and (end is None or end > day)
            }
        return self._people[day]

    def subjects_of(self, target, period):
        """[(agency id, person id or None)] of whom the target speaks."""
        agencies = self.agencies_of(target)
        if target.population == Population.AGENCIES:
            return [(pk, None) for pk in agencies]
        inside = set(agencies)
        return [(agency, person) for person, agency in self.people_on(period).items() if agency in inside]

    def rated_of(self, period, subject):
        return self.ratings.get((period.year, *key_of(subject)))

    def registered_of(self, target, period):
        """Keys of subjects with a registration that the target means, made by the end of the period."""
        found = set()
        for agency, person, award, day in self.registrations:
            if day > period.ends_on or (target.award_id and award != target.award_id):
                continue
            # Without a named title, a unit has registered as soon as anybody of it has.
            if target.population == Population.PEOPLE:
                found.add(key_of((agency, person)))
            elif person is None or not target.award_id:
                found.add((agency, None))
        return found


def attaining(facts, target, period):
    """{subject: attains} of everybody of whom something is known."""
    subjects = facts.subjects_of(target, period)
    if target.measure == Measure.RATING:
        rated = {subject: facts.rated_of(period, subject) for subject in subjects}
        return {subject: one.grade in target.grades for subject, one in rated.items() if one}
    registered = facts.registered_of(target, period)
    if not registered and facts.today < period.starts_on:
        return {}
    return {subject: key_of(subject) in registered for subject in subjects}


def measured(facts, target, period):
    """Where one target stands in one period."""
    if target.measure == Measure.MANUAL:
        return _entered(facts, target, period)
    subjects = facts.subjects_of(target, period)
    known = attaining(facts, target, period)
    if target.measure == Measure.RATING:
        counts = _rated(facts, period, known, len(subjects))
    else:
        counts = _grown(period.is_over(facts.today), sum(known.values()), len(known))
    return measure(target, len(subjects), counts, period=period, today=facts.today)


def _rated(facts, period, known, population):
    """Only final ratings are settled; everybody else can still turn out either way."""
    final = {
        subject: attains
        for subject, attains in known.items()
        if facts.rated_of(period, subject).is_final(period, facts.today)
    }
    least = sum(final.values())
    most = population - (len(final) - least)
    return Counts(sum(known.values()), len(known), least, most, provisional=len(known) - len(final))


def _grown(over, reached, total):
    return settled(reached, total) if over else growing(reached, total)


def _entered(facts, target, period):
    reading = facts.readings.get((target.pk, period.year))
    if reading is None:
        return measure(target, 0, None, period=period, today=facts.today)
    counts = _grown(period.is_over(facts.today), reading.reached, reading.total)
    return measure(target, reading.total, counts, period=period, today=facts.today, source=reading.note)


def measured_targets(campaign, periods, *, today, agency_ids=None):
    """{year: [Measured]} of all targets of a campaign; at most one query for each source."""
    targets = list(campaign.targets.all())
    facts = Facts(campaign, targets, periods, today, None if agency_ids is None else frozenset(agency_ids))
    return {period.year: [measured(facts, target, period) for target in targets] for period in periods}


def by_agency(facts, target, period):
    """{agency id: (reached, total, silent)}: what each unit adds to a target, and of how many nothing is known yet.

    Nothing for figures that the office enters, and for units of which the target does not speak.
    """
    if target.measure == Measure.MANUAL:
        return {}
    known = attaining(facts, target, period)
    found = defaultdict(lambda: (0, 0, 0))
    for subject in facts.subjects_of(target, period):
        reached, total, silent = found[subject[0]]
        found[subject[0]] = (reached + known.get(subject, False), total + 1, silent + (subject not in known))
    return dict(found)


def population_of(target, period, *, today):
    """Of how many a target speaks in a period, whatever it is measured from."""
    return len(Facts(target.campaign, [target], [period], today).subjects_of(target, period))
