"""Clusters that the actor may know of, and where the pledges of a year stand."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from thidua.agencies.models import Agency

from ..models import Cluster, ClusterMember, ClusterYear, Pledge


def clusters_for(actor):
    """All clusters for those who see the whole tenant; a unit sees those to which it or its superior belongs."""
    clusters = Cluster.objects.all()
    if not actor.sees_whole_tenant:
        superior = Agency.objects.filter(pk=actor.agency_id).values("current__parent")
        own = ClusterMember.objects.filter(Q(agency=actor.agency_id) | Q(agency__in=superior), cluster=OuterRef("pk"))
        clusters = clusters.filter(Exists(own))
    return clusters.annotate(member_count=Count("members", distinct=True)).order_by("name", "id")


@dataclass(frozen=True)
class MemberRow:
    """A member in one year: its pledge, if it has one."""

    member: object
    pledge: object
    is_lead: bool
    is_deputy: bool

    @property
    def tone(self):
        if self.pledge is None:
            return "waiting"
        return "done" if self.pledge.signed_on else "elsewhere"

    @property
    def word(self):
        if self.pledge is None:
            return "Chưa có giao ước"
        return "Đã ký" if self.pledge.signed_on else "Chờ ký"


def year_of(cluster, year):
    found = ClusterYear.objects.filter(cluster=cluster, year=year)
    return found.select_related("lead", "deputy", "campaign").first()


def member_rows(cluster, year):
    """[MemberRow] of a cluster in a year, in its own order."""
    pledges = {
        row.member_id: row for row in Pledge.objects.filter(member__cluster=cluster, year=year).select_related("file")
    }
    leading = year_of(cluster, year)
    return [
        MemberRow(
            member,
            pledges.get(member.pk),
            is_lead=bool(leading) and leading.lead_id == member.pk,
            is_deputy=bool(leading) and leading.deputy_id == member.pk,
        )
        for member in cluster.members.all()
    ]


def next_lead(cluster):
    """Whose turn it is after the last lead, by the order of members; None while there are no members."""
    members = list(cluster.members.all())
    last = cluster.years.order_by("-year").first()
    if not members:
        return None
    places = [index for index, member in enumerate(members) if last and member.pk == last.lead_id]
    return members[(places[0] + 1) % len(members)] if places else members[0]
