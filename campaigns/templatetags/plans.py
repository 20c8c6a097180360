"""Small things that pages about a plan repeat."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from ..tabs import TABS

register = template.Library()


@register.inclusion_tag("campaigns/tabs.html", takes_context=True)
def campaign_tabs(context):
    """The tabs of the campaign that the actor may open; marked is the one of this page, or the one it names as `tab`."""
    request, campaign = context["request"], context["campaign"]
    slug = context["shell"]["tenant"].slug
    tabs = [
        {
            "label": tab.label,
            "url": reverse(tab.url_name, args=[slug, campaign.pk]),
            "current": tab.url_name == context.get("tab"),
        }
        for tab in TABS
        if not tab.permission or tab.permission in request.actor.permissions
    ]
    for tab in tabs:
        tab["current"] |= tab["url"] == request.path
    dossiers = f"{reverse('dossier_list', args=[slug])}?campaign={campaign.pk}"
    if "dossiers.list" in request.actor.permissions:
        tabs.insert(-1, {"label": "Hồ sơ", "url": dossiers, "current": False})
    return {"tabs": tabs}


def _link(context, section, what):
    if not context.get("may_write"):
        return ""
    url = reverse("campaign_section", args=[context["shell"]["tenant"].slug, context["campaign"].pk, section])
    return format_html('<a class="edit-link" href="{}">Sửa<span class="visually-hidden"> {}</span></a>', url, what)


@register.simple_tag(takes_context=True)
def edit_link(context, section, what):
    """«Sửa», for those who may write the plan."""
    return _link(context, section, what)


@register.simple_tag(takes_context=True)
def chapter(context, title, section):
    """The heading of a part of the plan with its «Sửa»."""
    return format_html("<h2>{} {}</h2>", title, _link(context, section, title.lower()))


@register.simple_tag
def criteria_lines(nodes):
    """Groups with their numbered lines and points."""
    parts = []
    for node in nodes:
        leaves = node.children or [node]
        if node.children:
            parts.append(format_html("<h3>{}{}</h3>", node.criterion.text, _points(node.criterion)))
        parts.append(
            format_html_join(
                "", "<p>{}. {}{}</p>", ((leaf.number, leaf.criterion.text, _points(leaf.criterion)) for leaf in leaves)
            )
        )
    return format_html_join("", "{}", ((part,) for part in parts))


def _points(criterion):
    if criterion.max_points is None:
        return ""
    sign = {"bonus": "thưởng tối đa ", "minus": "trừ tối đa "}.get(criterion.points_kind, "")
    return f" ({sign}{criterion.max_points.normalize():f} điểm)".replace(".", ",")
