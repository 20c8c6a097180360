"""Reads for the screens of campaigns."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..enums import CampaignState, CriterionRole, MilestoneKind
from ..models import Campaign, Milestone, Participant
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


def campaign_plan(campaign):
    """The parts of a plan, fetched once each, for the page that shows it and the document that prints it."""
    return {
        "campaign": campaign,
        "movements": list(campaign.movements.select_related("document")),
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


def timeline_of(campaign, phases, milestones, today=None):
    """What the timeline draws: period, phases, milestones with their state."""
    from thidua.web.timeline import Phase as Bar
    from thidua.web.timeline import Timeline

    today = today or timezone.localdate()
    days = [m.due_on for m in milestones if m.due_on] + [p.ends_on for p in phases]
    return Timeline(
        starts_on=min([campaign.starts_on, *(p.starts_on for p in phases), *(d for d in days)]),
        ends_on=max([campaign.ends_on, *days]),
        today=today,
        phases=[Bar(p.name, p.starts_on, p.ends_on) for p in phases],
        milestones=marks_of(milestones),
    )


def marks_of(milestones):
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
            note=m.awaits,
            recurs=m.pk in years,
            dates=tuple(sorted(years.get(m.pk, ()))),
        )
        for m in milestones
        if not m.rule_id
    ]


def campaigns_of_year(actor, year):
    """Campaigns of the actor that run in a year, with their milestones: for the calendar of the year."""
    return (
        Campaign.objects.visible_to(actor)
        .filter(starts_on__year__lte=year, ends_on__year__gte=year)
        .prefetch_related("milestones")
        .order_by("starts_on", "id")
    )


def dossier_deadline(campaign, agency=None, phase=None):
    """The next day to hand in dossiers, or the last one there was; None while a document has yet to set it.

    An extension of the unit wins.
    """
    if agency is not None:
        participant = Participant.objects.filter(campaign=campaign, agency=agency).only("extended_to").first()
        if participant and participant.extended_to:
            return participant.extended_to
    deadlines = campaign.milestones.dated().filter(kind=MilestoneKind.DOSSIER_DEADLINE)
    if phase is not None:
        deadlines = deadlines.filter(Q(phase=phase) | Q(phase__isnull=True))
    days = sorted(deadlines.values_list("due_on", flat=True))
    coming = [day for day in days if day >= timezone.localdate()]
    return coming[0] if coming else days[-1] if days else None


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
