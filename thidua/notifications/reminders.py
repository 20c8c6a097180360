"""The reminder engine: finds what comes due, reminds each person once per stage, stops when the work is done."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from thidua.accounts.models import Membership
from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope

from .actions import notify
from .calendar import is_working_day

# Days before the date (negative: after it). A stage that fell on a holiday or an outage is made up for by the next run.
STAGES = (14, 7, 3, 1, 0, -1, -3, -7)


@dataclass(frozen=True)
class Due:
    """Unfinished work of some people that comes due on a day.

    `key` names the work (e.g. «milestone:12:agency:5»), `users` are ids; `wording(days_left)` returns (title, body).
    """

    key: str
    due_on: date
    users: Iterable[int]
    wording: Callable[[int], tuple[str, str]]
    url: str = ""


SOURCES: list[Callable[[date], Iterable[Due]]] = []


def source(function):
    """Register a function(today) that yields what is unfinished; finished work is simply not yielded any more."""
    SOURCES.append(function)
    return function


def days_in_words(days):
    if days > 0:
        return f"còn {days} ngày"
    return "hôm nay là hạn" if days == 0 else f"quá hạn {-days} ngày"


def holders_by_agency(role, today):
    """{agency id: ids of active users who hold `role` there}, empty sets for the others."""
    holders = defaultdict(set)
    members = Membership.objects.on(today).with_role(role).filter(user__is_active=True)
    for agency_id, user_id in members.values_list("agency_id", "user_id"):
        holders[agency_id].add(user_id)
    return holders


def stage_of(days_left):
    """The stage that counts `days_left` days before a date: the nearest one that has come. None: too early."""
    come = [stage for stage in STAGES if days_left <= stage]
    return min(come) if come else None


def remind_tenant(tenant, today):
    """Remind the people of one tenant. Returns how many messages were written; a second call writes none."""
    written = 0
    with tenant_scope(tenant):
        for find in SOURCES:
            for due in find(today):
                stage = stage_of((due.due_on - today).days)
                if stage is None:
                    continue
                title, body = due.wording((due.due_on - today).days)
                written += notify(users=due.users, key=f"{due.key}:{stage}", title=title, body=body, url=due.url)
    return written


def remind_everyone(now=None):
    """Beat: on working days from 7 o'clock. Each reminder is written once, however often this runs."""
    now = timezone.localtime(now)
    if now.hour < 7 or not is_working_day(now.date()):
        return 0
    return sum(remind_tenant(tenant, now.date()) for tenant in Tenant.objects.filter(is_active=True))
