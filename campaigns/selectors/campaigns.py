"""Reads for the screens of campaigns."""

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..enums import CampaignState, Certainty, CriterionRole
from ..models import Campaign, Milestone
from ..snapshot import SECTIONS, WHOLE
from .criteria import criteria_tree


def campaigns_for(actor):
    """Campaigns that the actor may know of, with what the list shows of each."""
    next_due = (
        Milestone.objects.filter(campaign=OuterRef("pk"), due_on__gte=timezone.localdate()).order_by("due_on")
    )  # fmt: skip
    return (
        Campaign.objects.visible_to(actor)
        .select_related("organiser__current")
        .annotate(
            participant_count=Count("participants", distinct=True),
            next_name=Subquery(next_due.values("name")[:1]),
            next_on=Subquery(next_due.values("due_on")[:1]),
        )
        .order_by("-year", "-id")  # grouping drops the model's own order
    )


def filled_parts(campaign):
    """{part: whether it holds anything} of the parts of a plan that are rows of their own, in one query."""
    holds = {
        f"has_{slug}": Exists(getattr(Campaign, slug).rel.related_model.objects.filter(campaign=OuterRef("pk")))
        for slug in SECTIONS
        if slug not in WHOLE
    }
    found = Campaign.objects.filter(pk=campaign.pk).values(**holds).get()
    return {name.removeprefix("has_"): holding for name, holding in found.items()}


def movements_of(campaign, actor=None):
    """Movements of higher authorities; the campaign that one is on this system only for an actor who may see it."""
    movements = list(campaign.movements.select_related("document", "platform_campaign"))
    linked = {movement.platform_campaign_id for movement in movements} - {None}
    seen = Campaign.objects.visible_to(actor).filter(pk__in=linked) if actor and linked else ()
    seen = {found.pk for found in seen}
    for movement in movements:
        movement.link = movement.platform_campaign if movement.platform_campaign_id in seen else None
    return movements


def campaign_plan(campaign, actor=None):
    """The parts of a plan, fetched once each, for the page that shows it and the document that prints it."""
    return {
        "campaign": campaign,
        "movements": movements_of(campaign, actor),
        "legal_bases": list(campaign.legal_bases.select_related("document")),
        "phases": list(campaign.phases.prefetch_related("celebrations")),
        "celebrations": list(campaign.celebrations.filter(phase__isnull=True)),
        "milestones": list(
            campaign.milestones.stated().select_related("anchor", "phase", "movement").prefetch_related("units")
        ),
        "contents": criteria_tree(campaign, CriterionRole.CONTENT),
        "criteria": criteria_tree(campaign, CriterionRole.CRITERION),
        "solutions": criteria_tree(campaign, CriterionRole.SOLUTION),
        "targets": list(campaign.targets.all()),
        "offers": list(campaign.offers.select_related("award", "movement")),
        "standards": list(campaign.standards.all()),
        "components": list(campaign.components.prefetch_related("only_for__offer__award")),
        "groups": list(campaign.groups.all()),
        "participants": list(campaign.participants.select_related("agency__current")),
        "tasks": list(campaign.tasks.prefetch_related("units")),
        "responsibilities": list(campaign.responsibilities.all()),
    }


def timeline_of(campaign, phases, milestones, movements=(), celebrations=(), announce=None, today=None):
    """What the timeline draws: period, phases (or the calendars of the movements above), milestones, days to celebrate.

    `announce`: milestone → address where its awaited day is filled in, for those who may.
    """
    from thidua.web.timeline import Phase as Bar
    from thidua.web.timeline import Timeline

    today = today or timezone.localdate()
    phases = phases or [row for row in movements if row.starts_on and row.ends_on]
    days = [m.due_on for m in milestones if m.due_on] + [p.ends_on for p in phases]
    starts_on = min([campaign.starts_on, *(p.starts_on for p in phases), *days])
    ends_on = max([campaign.ends_on, *days])
    return Timeline(
        starts_on=starts_on,
        ends_on=ends_on,
        today=today,
        phases=[Bar(p.name, p.starts_on, p.ends_on) for p in phases],
        milestones=marks_of(milestones, announce) + feasts_of(celebrations, starts_on, ends_on),
    )


def feasts_of(celebrations, starts_on, ends_on):
    """The days of a period that a campaign celebrates, as a timeline draws them."""
    from thidua.web.timeline import Milestone as Mark

    return [
        Mark(str(day), day.celebrated_on, feast=True)
        for day in celebrations
        if day.celebrated_on and starts_on <= day.celebrated_on <= ends_on
    ]


def marks_of(milestones, announce=None):
    """Milestones as a timeline draws them: the years of a yearly one are one mark that comes again."""
    from thidua.web.timeline import Milestone as Mark

    years = {}
    for milestone in milestones:
        if milestone.rule_id:
            years.setdefault(milestone.rule_id, []).append(milestone.due_on)
    return [
        Mark(
            name=m.name,
            due_on=min(years[m.pk]) if m.pk in years else m.due_on,
            kind_label=m.get_kind_display(),
            note=m.source,
            url=announce(m) if announce and m.certainty == Certainty.AWAITED else "",
            recurs=m.pk in years,
            dates=tuple(sorted(years.get(m.pk, ()))),
        )
        for m in milestones
        if not m.rule_id
    ]


def campaigns_of_year(actor, year):
    """Campaigns of the actor that run in a year, with their milestones and celebrated days: for the calendar."""
    return (
        Campaign.objects.visible_to(actor)
        .filter(starts_on__year__lte=year, ends_on__year__gte=year)
        .prefetch_related("milestones", "celebrations")
        .order_by("starts_on", "id")
    )


def participants_with_registrations(campaign):
    """Participants, each with its number of standing registrations."""
    from ..models import Registration

    counts = (
        Registration.objects.standing()
        .filter(campaign=campaign, agency=OuterRef("agency"))
        .order_by()
        .values("agency")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return campaign.participants.select_related("agency__current").annotate(registered=Coalesce(Subquery(counts), 0))


def open_campaigns_of(agency_id):
    """Launched campaigns in which the agency takes part, with their milestones."""
    return (
        Campaign.objects.filter(
            state__in=(CampaignState.LAUNCHED, CampaignState.REVIEWING), participants__agency=agency_id
        )
        .prefetch_related("milestones")
        .distinct()
    )
