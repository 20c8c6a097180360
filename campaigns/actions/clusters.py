"""Clusters: their members, who leads in which year, the pledges of members."""

from django.db import IntegrityError, transaction

from thidua.accounts.permissions import Permission
from thidua.agencies.names import fold
from thidua.audit.trail import record
from thidua.documents.uploads import store_upload
from thidua.workflow.table import AlreadyDone, Refused

from ..models import Campaign, ClusterYear, Pledge, ScoreSheet
from ..models.named_unit import agencies_by_name, name_units


@transaction.atomic
def save_cluster(*, form, by):
    """Keep a cluster and its members from a valid ClusterForm. A member with pledges or scores stays."""
    by.require(Permission.MANAGE_CLUSTERS)
    names = form.cleaned_data["member_lines"]
    known = agencies_by_name()
    _check_each_once(names, known)
    is_new = form.instance.pk is None
    cluster = form.save()
    leaving = cluster.members.exclude(name__in=names)
    kept = [
        member.name
        for member in leaving
        if member.pledges.exists()
        or ScoreSheet.objects.filter(member=member).exists()
        or ClusterYear.objects.filter(cluster=cluster, lead=member).exists()
    ]
    if kept:
        raise Refused(f"{', '.join(kept)} đã có giao ước, điểm hoặc từng làm cụm trưởng nên không bỏ khỏi cụm được.")
    ClusterYear.objects.filter(cluster=cluster, deputy__in=leaving).update(deputy=None)
    name_units(cluster.members, names, known)
    record(by=by, verb="lập cụm thi đua" if is_new else "sửa cụm thi đua", subject=cluster)
    return cluster


def _check_each_once(names, known):
    """One agency under two of its names would compete with itself."""
    seen = {}
    for name in names:
        agency = known.get(fold(name))
        if agency and agency in seen:
            raise Refused(f"«{seen[agency]}» và «{name}» là cùng một đơn vị: mỗi đơn vị ghi một dòng.")
        seen[agency] = name


@transaction.atomic
def save_year(*, cluster, form, by):
    """Who leads the cluster in a year, and by which campaign it is scored.

    Raises Refused where members of the cluster would be left with sheets of a campaign that ranks them no more.
    """
    by.require(Permission.MANAGE_CLUSTERS)
    _check_ranked_on(cluster, form.instance)
    form.instance.cluster = cluster
    try:
        with transaction.atomic():
            year = form.save()
    except IntegrityError as error:
        if "cluster_year_once" in str(error):
            raise AlreadyDone(f"Năm {form.cleaned_data['year']} đã có cụm trưởng; hãy sửa năm đó.") from None
        raise
    record(by=by, verb="phân công cụm trưởng", subject=year)
    return year


def _check_ranked_on(cluster, year):
    """Members that only the cluster brings into a campaign are ranked in it, or nowhere."""
    linked = ClusterYear.objects.filter(cluster=cluster, campaign__isnull=False)
    before = linked.filter(pk=year.pk).select_related("campaign").first()
    if before is None or before.campaign_id == year.campaign_id:
        return
    campaign = Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=before.campaign_id)
    if linked.filter(campaign=campaign).exclude(pk=year.pk).exists():
        return
    if ScoreSheet.objects.filter(campaign=campaign, member__cluster=cluster).exists():
        raise Refused(
            f"Đơn vị của {cluster} đã có phiếu chấm điểm trong «{campaign}» nên năm này phải giữ phong trào đó."
        )


@transaction.atomic
def save_pledge(*, member, year, values, upload, by, reason=""):
    """Keep the pledge of a member for a year, with its signed copy if one comes.

    One that is signed is amended by the office only, with the reason. Raises ValidationError for the file.
    """
    by.require(Permission.SIGN_PLEDGE, member)
    if values["signed_on"] and not values["signer_name"].strip():
        raise Refused("Ghi họ tên người ký giao ước.")
    pledge = Pledge.objects.select_for_update(of=("self",)).filter(member=member, year=year).first()
    pledge = pledge or Pledge(member=member, year=year)
    before = {name: getattr(pledge, name) for name in values}
    amends = bool(pledge.signed_on) and (before != values or bool(upload and pledge.file_id))
    if amends:
        _check_amendment(by, reason)
    for name, value in values.items():
        setattr(pledge, name, value)
    pledge.entered_by_id = by.user_id
    if upload:
        pledge.file = store_upload(upload, by=by)
    _keep(pledge)
    details = {"reason": reason.strip(), "before": {k: str(v) for k, v in before.items()}} if amends else {}
    record(by=by, verb="sửa giao ước đã ký" if amends else "ghi giao ước thi đua", subject=pledge, details=details)
    return pledge


def _check_amendment(by, reason):
    if not by.may(Permission.MANAGE_CLUSTERS):
        raise Refused("Giao ước đã ký nên đơn vị không sửa được; đề nghị Văn phòng sửa, có ghi lý do.")
    if not reason.strip():
        raise Refused("Giao ước đã ký: hãy ghi lý do sửa.")


def _keep(pledge):
    try:
        with transaction.atomic():
            pledge.save()
    except IntegrityError as error:
        if "pledge_once" in str(error):
            raise AlreadyDone("Giao ước của đơn vị cho năm này vừa được ghi; mở lại để xem.") from None
        raise
