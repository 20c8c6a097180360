"""Chương trình công tác: one campaign's programme, a task's state, all programmes of a year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from thidua.accounts.pages import BOTH, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly
from thidua.workflow.saving import save_draft

from ..actions import programme as actions
from ..enums import TaskState
from ..forms.programme import CarryOverForm, TaskStateForm
from ..models import ProgrammeTask
from ..programme_book import programme_workbook
from ..selectors.programme import QUARTERS, by_quarter, programme_of, task_rows, tasks_of_year
from .overview import get_campaign

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(Permission.SEE_CAMPAIGNS)
def campaign_programme(request, campaign_id):
    """The programme by quarter; filters stay in the address."""
    campaign = get_campaign(request, campaign_id)
    asked = {
        "quarter": request.GET.get("quy", ""),
        "state": request.GET.get("tinh-trang", ""),
        "mine": request.GET.get("cua-toi") == "1",
        "late": request.GET.get("qua-han") == "1",
    }
    quarters = programme_of(campaign, request.actor, **asked)
    rows = [row for _name, found in quarters for row in found]
    context = {
        "campaign": campaign,
        "quarters": quarters,
        "asked": asked,
        "states": TaskState.choices,
        "names": [(str(key), name) for key, name in QUARTERS.items() if key],
        "late": sum(row.is_late for row in rows),
        "done": sum(row.task.state == TaskState.DONE for row in rows),
        "total": len(rows),
        "may_write": request.actor.may(Permission.WRITE_CAMPAIGN),
        "may_do": request.actor.may(Permission.DO_TASKS),
        "is_office": request.actor.sees_whole_tenant,
    }
    return render(request, "campaigns/programme/campaign.html", context)


@page(Permission.SEE_CAMPAIGNS)
def programme_year(request):
    """Every task of a year, across campaigns; a unit sees its own."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 1990 <= int(asked) <= 2100 else timezone.localdate().year
    rows = task_rows(tasks_of_year(request.actor, year), request.actor)
    context = {"year": year, "quarters": by_quarter(rows), "late": sum(row.is_late for row in rows)}
    return render(request, "campaigns/programme/year.html", context)


@page(Permission.DO_TASKS, methods=BOTH)
def task_update(request, task_id):
    """How far one task is."""
    task = get_object_or_404(ProgrammeTask.objects.prefetch_related("units"), pk=task_id)
    campaign = get_campaign(request, task.campaign_id)
    request.actor.require(Permission.DO_TASKS, task)
    form = TaskStateForm(request.POST or None, instance=task, initial={"revision": task.revision})
    if request.method == "POST" and form.is_valid():

        def save():
            return actions.update_task(task=task, by=request.actor, **form.cleaned_data)

        if save_draft(request, save, lambda row: {"state": row.state, "result": row.result}, form):
            return redirect("campaign_programme", tenant=request.tenant.slug, campaign_id=campaign.pk)
    return render(request, "campaigns/programme/task.html", {"campaign": campaign, "task": task, "form": form})


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def programme_carry(request, campaign_id):
    """Open tasks go on into a later plan."""
    campaign = get_campaign(request, campaign_id)
    form = CarryOverForm(request.POST or None, campaign=campaign)
    if request.method == "POST" and form.is_valid():
        target = form.cleaned_data["target"]
        with kindly(request):
            count = actions.carry_over(
                source=campaign, target=target, tasks=list(form.cleaned_data["tasks"]), by=request.actor
            )
            messages.success(request, f"Đã chuyển {count} nhiệm vụ sang «{target}».")
            return redirect("campaign_programme", tenant=request.tenant.slug, campaign_id=target.pk)
    return render(request, "campaigns/programme/carry.html", {"campaign": campaign, "form": form})


@page(Permission.SEE_CAMPAIGNS)
def programme_excel(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    rows = [row for _name, found in programme_of(campaign, request.actor) for row in found]
    response = HttpResponse(programme_workbook(campaign, rows), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="chuong-trinh-{campaign.year}-{campaign.pk}.xlsx"'
    return response
