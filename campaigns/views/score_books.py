"""Excel of scores: the grid out and in, the ranking out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, page
from thidua.accounts.permissions import Permission
from thidua.documents.uploads import XLSX
from thidua.workflow.answers import kindly

from ..actions import scoring as actions
from ..ranking_book import ranking_workbook
from ..score_book import grid_workbook
from ..score_reading import read_grid
from .overview import get_campaign
from .score_ranking import visible_groups


def _answer(data, name):
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@page(Permission.VERIFY_SCORES)
def score_excel(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    return _answer(grid_workbook(campaign), f"bang-diem-{campaign.pk}")


@page(Permission.SEE_CAMPAIGNS)
def ranking_excel(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    return _answer(ranking_workbook(visible_groups(request, campaign)), f"xep-hang-{campaign.pk}")


@page(Permission.VERIFY_SCORES, methods=BOTH)
def score_import(request, campaign_id):
    """Points from the filled-in workbook: first what would change and what is wrong, then the change."""
    campaign = get_campaign(request, campaign_id)
    context = {"tab": "campaign_scores", "campaign": campaign, "changes": [], "errors": [], "is_read": False}
    if request.method == "POST" and "confirmed" in request.POST:
        with kindly(request):
            count = actions.import_points(campaign=campaign, packed=request.POST["confirmed"], by=request.actor)
            messages.success(request, f"Đã ghi {count} điểm từ tệp Excel.")
            return redirect("score_grid", tenant=request.tenant.slug, campaign_id=campaign.pk)
        return redirect(request.path)
    if request.method == "POST":
        changes, errors = read_grid(campaign, request.FILES.get("file"))
        context |= {"changes": changes, "errors": errors, "is_read": True, "packed": actions.pack(changes)}
    return render(request, "campaigns/scoring/import.html", context)
