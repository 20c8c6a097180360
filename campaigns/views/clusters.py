"""Cụm, khối thi đua: members, the lead of the year, pledges."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from thidua.accounts.pages import BOTH, page
from thidua.accounts.permissions import Permission
from thidua.documents.downloads import send_file
from thidua.workflow.answers import kindly

from ..actions import clusters as actions
from ..forms.clusters import FIRST_YEAR, LAST_YEAR, ClusterForm, ClusterYearForm, PledgeForm
from ..models import Cluster, ClusterMember, ClusterYear, Pledge
from ..selectors.clusters import clusters_for, member_rows, next_lead, year_of


@page(Permission.SEE_CAMPAIGNS)
def cluster_list(request):
    listing = Paginator(clusters_for(request.actor), 50).get_page(request.GET.get("page"))
    context = {"page_obj": listing, "may_manage": request.actor.may(Permission.MANAGE_CLUSTERS)}
    return render(request, "campaigns/clusters/list.html", context)


def get_cluster(request, cluster_id):
    """A cluster that the actor may know of."""
    cluster = get_object_or_404(Cluster, pk=cluster_id)
    if not clusters_for(request.actor).filter(pk=cluster.pk).exists():
        request.actor.require(Permission.MANAGE_CLUSTERS)
    return cluster


@page(Permission.MANAGE_CLUSTERS, methods=BOTH)
def cluster_create(request):
    return _edit(request, None, "Lập cụm, khối thi đua")


@page(Permission.MANAGE_CLUSTERS, methods=BOTH)
def cluster_edit(request, cluster_id):
    return _edit(request, get_cluster(request, cluster_id), "Sửa cụm, khối thi đua")


def _edit(request, cluster, title):
    form = ClusterForm(request.POST or None, instance=cluster)
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            saved = actions.save_cluster(form=form, by=request.actor)
            messages.success(request, "Đã lưu cụm, khối thi đua.")
            return redirect("cluster_page", tenant=request.tenant.slug, cluster_id=saved.pk)
    return render(request, "campaigns/clusters/form.html", {"form": form, "title": title, "cluster": cluster})


@page(Permission.SEE_CAMPAIGNS)
def cluster_page(request, cluster_id):
    """A cluster in a year: members, who leads, who has signed its pledge, by what it is scored."""
    cluster = get_cluster(request, cluster_id)
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and FIRST_YEAR <= int(asked) <= LAST_YEAR else timezone.localdate().year
    rows = member_rows(cluster, year)
    context = {
        "cluster": cluster,
        "year": year,
        "rows": rows,
        "signed": sum(row.tone == "done" for row in rows),
        "leading": year_of(cluster, year),
        "years": list(cluster.years.select_related("lead", "deputy")),
        "may_manage": request.actor.may(Permission.MANAGE_CLUSTERS),
        "own": request.actor.agency_id if request.actor.may(Permission.SIGN_PLEDGE) else None,
    }
    return render(request, "campaigns/clusters/cluster.html", context)


@page(Permission.MANAGE_CLUSTERS, methods=BOTH)
def cluster_year(request, cluster_id, year):
    """Who leads in a year; the next in turn is proposed."""
    cluster = get_cluster(request, cluster_id)
    _check_year(year)
    present = ClusterYear.objects.filter(cluster=cluster, year=year).first()
    initial = {} if present else {"year": year, "lead": next_lead(cluster)}
    form = ClusterYearForm(request.POST or None, instance=present, cluster=cluster, initial=initial)
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            saved = actions.save_year(cluster=cluster, form=form, by=request.actor)
            messages.success(request, f"Năm {saved.year}: {saved.lead} làm cụm trưởng, khối trưởng.")
        return redirect("cluster_page", tenant=request.tenant.slug, cluster_id=cluster.pk)
    context = {"form": form, "title": f"Cụm trưởng, khối trưởng năm {year}", "cluster": cluster}
    return render(request, "campaigns/clusters/form.html", context)


def _check_year(year):
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404(f"Năm {year} không hợp lệ.")


@page(Permission.SIGN_PLEDGE, methods=BOTH)
def pledge_edit(request, member_id, year):
    """The pledge of one member for a year."""
    member = get_object_or_404(ClusterMember.objects.select_related("cluster"), pk=member_id)
    request.actor.require(Permission.SIGN_PLEDGE, member)
    _check_year(year)
    pledge = Pledge.objects.filter(member=member, year=year).first() or Pledge(member=member, year=year)
    form = PledgeForm(request.POST or None, request.FILES or None, instance=pledge)
    if request.method == "POST" and form.is_valid() and _save(request, member, year, form):
        return redirect("cluster_page", tenant=request.tenant.slug, cluster_id=member.cluster_id)
    title = f"Giao ước thi đua năm {year}: {member.name}"
    return render(request, "campaigns/clusters/form.html", {"form": form, "title": title, "cluster": member.cluster})


def _save(request, member, year, form):
    values = {name: form.cleaned_data[name] for name in ("content", "signed_on", "signer_title", "signer_name")}
    try:
        with kindly(request):
            actions.save_pledge(
                member=member,
                year=year,
                values=values,
                upload=form.cleaned_data["upload"],
                reason=form.cleaned_data.get("reason", ""),
                by=request.actor,
            )
            messages.success(request, "Đã lưu giao ước thi đua.")
            return True
    except ValidationError as error:
        form.add_error("upload", error)
    return False


@page(Permission.SEE_CAMPAIGNS)
def pledge_file(request, pledge_id):
    """The signed copy, for those who may see the cluster."""
    pledge = get_object_or_404(Pledge.objects.select_related("file", "member"), pk=pledge_id, file__isnull=False)
    get_cluster(request, pledge.member.cluster_id)
    return send_file(pledge.file, inline=True)
