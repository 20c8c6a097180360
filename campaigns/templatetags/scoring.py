"""Points as offices write them, and the grid, drawn in one go."""

from decimal import Decimal
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

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
    """Only the unit's name comes from people; ids and points are numbers, so the cells are joined as they are."""
    sheet = row.sheet
    closed = " disabled" if sheet.state == "published" else ""
    cells = "".join(
        f'<td><input value="{_short(score.points)}" placeholder="{_short(score.self_points)}" data-c={criterion.pk}{closed}></td>'
        if score
        else f"<td><input data-c={criterion.pk}{closed}></td>"
        for criterion, score in row.cells
    )
    return format_html(
        '<tr data-s="{}"><th scope="row"><a href="{}">{}</a></th>{}<td class="number" data-total>{}</td></tr>',
        sheet.pk, reverse("score_verify", args=[slug, sheet.pk]), sheet.unit_name, mark_safe(cells), points(sheet.total),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _short(value):
    return "" if value is None else in_words(value)
