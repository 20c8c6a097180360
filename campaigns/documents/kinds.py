"""The documents of a campaign, registered with the documents app."""

from thidua.accounts.permissions import Permission
from thidua.documents.kinds import DocumentKind, register

from ..models import Campaign, Cluster
from ..selectors.clusters import clusters_for
from .blocks import write_word
from .plan import build_plan
from .pledge import build_pledge
from .programme import build_programme


def may_see_campaign(actor, campaign_id):
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    return None if campaign is None else actor.may(Permission.SEE_CAMPAIGNS, campaign)


def may_see_cluster(actor, cluster_id):
    if not Cluster.objects.filter(pk=cluster_id).exists():
        return None
    return clusters_for(actor).filter(pk=cluster_id).exists()


register(
    DocumentKind(
        "campaign_plan", "Kế hoạch (PDF)", "pdf/text_document.html", build_plan, may_see_campaign, "campaign_plan"
    )
)
register(
    DocumentKind(
        "campaign_plan_word", "Kế hoạch (Word)", "", build_plan, may_see_campaign, "campaign_plan",
        writer=write_word, format="docx",
    )
)  # fmt: skip
register(
    DocumentKind(
        "work_programme", "Chương trình công tác (PDF)", "pdf/text_document.html", build_programme, may_see_campaign,
        "campaign_programme",
    )
)  # fmt: skip
register(
    DocumentKind(
        "cluster_pledge", "Giao ước thi đua (PDF)", "pdf/pledge.html", build_pledge, may_see_cluster, "cluster_page"
    )
)
