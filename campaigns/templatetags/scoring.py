"""Points as offices write them, and the grid, drawn in one go."""

from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from ..enums import SheetState, TieRule
from ..points import in_words
from ..policies import UNSENT, is_unsent

register = template.Library()


@register.filter
def points(value):
    """Decimal("9.50") → «9,5»; nothing stays nothing."""
    return "" if value in (None, "") else in_words(Decimal(str(value)))


@register.filter
def points_or_dash(value):
    """What nobody has scored yet is «–», not 0."""
    return points(value) or "–"


@register.filter
def tie_words(rules):
    """The stated rules for ties in words: «ít điểm trừ hơn; điểm thưởng nhiều hơn»."""
    return "; ".join(TieRule(rule).label[:1].lower() + TieRule(rule).label[1:] for rule in rules)


@register.simple_tag(takes_context=True)
def score_grid(context, campaign, rows, criteria):
    """One input a cell; built with joins, for 300 units × 40 criteria are 12,000 of them."""
    slug = context["shell"]["tenant"].slug
    body = format_html_join("\n", "{}", ((_row(slug, row),) for row in rows))
    return format_html(
        '<table class="table score-grid" data-grid="{}" data-grid-block="{}"><caption class="visually-hidden">'
        "Điểm thẩm định của các đơn vị</caption>{}<tbody>{}</tbody></table>",
        reverse("score_cell", args=[slug, 0, 0]), reverse("score_block", args=[slug, campaign.pk]), _head(criteria), body,
    )  # fmt: skip


def _head(criteria):
    """The groups of the plan above the criteria; a plan without groups has one line of headings."""
    numbers = format_html_join(
        "", '<th scope="col" title="{}"><abbr title="{}">{}</abbr><span class="row-note">{}</span></th>',
        ((row.text, row.text, number, points(row.max_points)) for number, row in enumerate(criteria, 1)),
    )  # fmt: skip
    fixed = '<th scope="col"{}>Đơn vị</th><th scope="col" class="number"{}>Tổng</th>'
    if not any(row.parent for row in criteria):
        return format_html("<thead><tr>{}{}</tr></thead>", format_html(fixed, "", ""), numbers)
    over_two = mark_safe(' rowspan="2"')
    groups = format_html_join(
        "", '<th scope="colgroup" colspan="{}" title="{}"><span class="grid-group">{}</span></th>',
        ((len(list(rows)), title, title)
         for title, rows in groupby(criteria, key=lambda row: row.parent.text if row.parent else "Ngoài nhóm")),
    )  # fmt: skip
    return format_html(
        "<thead><tr>{}{}</tr><tr>{}</tr></thead>", format_html(fixed, over_two, over_two), groups, numbers
    )


def _row(slug, row):
    """Only the unit's name comes from people; ids and points are numbers, so the cells are joined as they are."""
    sheet = row.sheet
    unsent = is_unsent(sheet)
    cells = f'<td colspan="{len(row.cells)}" class="grid-locked"><span>{UNSENT}</span></td>' if unsent else _cells(row)
    is_scored = not unsent and any(score and score.points is not None for _criterion, score in row.cells)
    return format_html(
        '<tr data-s="{}"{}><th scope="row"><a href="{}">{}</a></th><td class="number" data-total>{}</td>{}</tr>',
        sheet.pk, mark_safe(f' data-locked="{UNSENT}"') if unsent else "",
        reverse("score_verify", args=[slug, sheet.pk]), sheet.unit_name, points(sheet.total) if is_scored else "–",
        mark_safe(cells),
    )  # fmt: skip


def _cells(row):
    closed = " disabled" if row.sheet.state == SheetState.PUBLISHED else ""
    return "".join(
        f'<td><input value="{_short(score.points)}" placeholder="{_short(score.self_points) or "–"}" data-c={criterion.pk}{closed}></td>'
        if score
        else f'<td><input placeholder="–" data-c={criterion.pk}{closed}></td>'
        for criterion, score in row.cells
    )


@lru_cache(maxsize=4096)
def _short(value):
    return "" if value is None else in_words(value)
