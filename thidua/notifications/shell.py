"""What every page shows around its content: tenant, role, navigation, unread messages."""

from django.urls import reverse

from thidua.accounts.actor import Actor
from thidua.web.navigation import BOTTOM, BOTTOM_LABELS, NAVIGATION

from .models import InboxItem


def shell(request):
    """Context processor. Pages outside of a tenant (sign-in, health) get no shell."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"shell": None}
    slug = request.tenant.slug

    def to(name, *args):
        return reverse(name, args=[slug, *args])

    groups = [group for group in (_group(group, actor, request, to) for group in NAVIGATION) if group["items"]]
    items = {item["name"]: item for group in groups for item in group["items"]}
    return {
        "shell": {
            "tenant": request.tenant,
            "actor": {
                "display_name": actor.name,
                "role_label": actor.role_label,
                "agency_name": actor.agency_name,
            },
            "nav": _only_the_closest(groups),
            "bottom_nav": [{**items[name], "label": BOTTOM_LABELS[name]} for name in BOTTOM if name in items],
            "unread": InboxItem.objects.of(actor.user_id).unread().count(),
            "inbox_url": to("inbox"),
            "home_url": to("tenant_home"),
            "search_url": to("search"),
            "help_url": to("help"),
            "acting_options": _acting_options(request, to) if len(request.memberships) > 1 else [],
        }
    }


def _group(group, actor, request, to):
    items = []
    for item in group.items:
        if item.permission not in actor.permissions:
            continue
        url = to(item.url_name)
        home = item.url_name == "tenant_home"
        active = request.path == url if home else request.path.startswith(url)
        items.append(
            {"name": item.url_name, "label": item.label, "url": url, "icon": item.icon, "active": active, "badge": 0}
        )
    return {"label": group.label, "items": items}


def _only_the_closest(groups):
    """«…/phong-trao/cham-diem/» lies under «…/phong-trao/», too: only the longest address is where one is."""
    here = max((item["url"] for group in groups for item in group["items"] if item["active"]), key=len, default="")
    return [
        {**group, "items": [{**item, "active": item["url"] == here} for item in group["items"]]} for group in groups
    ]


def _acting_options(request, to):
    options = []
    for membership in request.memberships:
        actor = Actor.of(membership)
        options.append(
            {
                "label": f"{actor.role_label}, {actor.agency_name}",
                "url": to("act_as", membership.pk),
                "active": membership.pk == request.actor.membership_id,
            }
        )
    return options
