"""Points as offices write them, and the grid, drawn in one go."""

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from ..enums import TieRule
from ..points import in_words

register = template.Library()


@register.filter
def points(value):
    """Decimal("9.50") → «9,5»; nothing stays nothing."""
    return "" if value in (None, "") else in_words(Decimal(str(value)))


@register.filter
def tie_words(rules):
    """The stated rules for ties in words: «ít điểm trừ hơn; điểm thưởng nhiều hơn»."""
    return "; ".join(TieRule(rule).label[:1].lower() + TieRule(rule).label[1:] for rule in rules)


@register.simple_tag(takes_context=True)
def score_grid(context, rows, criteria):
    """One input a cell; built with joins, for 300 units × 40 criteria are 12,000 of them."""
    slug = context["shell"]["tenant"].slug
    base = reverse("score_cell", args=[slug, 0, 0])
    head = format_html_join(
        "", '<th scope="col" title="{}"><abbr title="{}">{}</abbr><span class="row-note">{}</span></th>',
        ((row.text, row.text, number, points(row.max_points)) for number, row in enumerate(criteria, 1)),
    )  # fmt: skip
    body = format_html_join("\n", "{}", ((_row(slug, row),) for row in rows))
    return format_html(
        '<table class="table score-grid" data-grid="{}"><caption class="visually-hidden">Điểm thẩm định của các đơn vị'
        '</caption><thead><tr><th scope="col">Đơn vị</th>{}<th scope="col" class="number">Tổng</th></tr></thead>'
        "<tbody>{}</tbody></table>",
        base, head, body,
    )  # fmt: skip


def _row(slug, row):
    sheet = row.sheet
    closed = "" if sheet.state != "published" else " disabled"
    cells = format_html_join(
        "", '<td><input value="{}" placeholder="{}" data-c="{}" aria-label="{}, tiêu chí {}"{}></td>',
        (
            (points(score.points) if score else "", points(score.self_points) if score else "", criterion.pk,
             sheet.unit_name, number, closed)
            for number, (criterion, score) in enumerate(row.cells, 1)
        ),
    )  # fmt: skip
    return format_html(
        '<tr data-s="{}"><th scope="row"><a href="{}">{}</a></th>{}<td class="number" data-total>{}</td></tr>',
        sheet.pk, reverse("score_verify", args=[slug, sheet.pk]), sheet.unit_name, cells, points(sheet.total),
    )  # fmt: skip
