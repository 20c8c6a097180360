"""A part of the plan as lines: what each row says in short, which fields its kind needs, how groups hold lines.

Patterns name fields: «{quota} suất». The page's script fills the same patterns while one types.
"""

import json
import re
from dataclasses import dataclass, field

from django import forms


@dataclass(frozen=True)
class Outline:
    """`line` is the row in short, `sides` stand at its right; `needs`: {choosing field: {choice: pattern}}.

    Fields in the patterns of `needs` are shown only for the choices whose pattern has them.
    """

    line: str
    sides: tuple = ()
    needs: dict = field(default_factory=dict)

    @property
    def as_json(self):
        told = {"line": self.line, "sides": self.sides, "needs": self.needs}
        return json.dumps(told, ensure_ascii=False, indent=1)  # no two braces side by side, as a template has them


OUTLINES = {
    "movements": Outline("{name}", ("{launcher}", "{starts_on} – {ends_on}")),
    "legal_bases": Outline("{kind} {number} {subject}", ("{issuer}", "{issued_on}")),
    "phases": Outline("{name}", ("{starts_on} – {ends_on}",)),
    "celebrations": Outline("{name}", ("{phase}", "{celebrated_on}")),
    "groups": Outline("{text}", ("{nominee_kind}",)),
    "milestones": Outline(
        "{name}",
        ("{kind}",),
        {
            "certainty": {
                "fixed": "{due_on}",
                "relative": "{offset_days} ngày từ «{anchor}»",
                "yearly": "{yearly_day}/{yearly_month} hằng năm, {first_year}–{last_year}",
                "awaited": "chờ {awaits}",
            }
        },
    ),
    "criteria": Outline(
        "{text}",
        (),
        {
            "points_kind": {
                "plain": "{max_points} điểm",
                "bonus": "thưởng {max_points} điểm",
                "minus": "trừ {max_points} điểm",
            }
        },
    ),
    "targets": Outline(
        "{text}",
        ("{comparator} {value} · {unit}",),
        {"measure": {"rating": "{grades}", "registration": "đăng ký {award}", "manual": ""}},
    ),
    "offers": Outline(
        "{award} của {authority}",
        ("{nominee_kind}",),
        {
            "quota_kind": {
                "fixed": "{quota} suất",
                "percent": "{quota_percent}% {quota_population}",
                "unlimited": "",
                "by_reference": "theo {reference}",
            }
        },
    ),
    "standards": Outline("{text}", ("{nominee_kind}",)),
    "components": Outline("{name}", ("{form}", "{originals} bản chính")),
    "tasks": Outline("{task}", ("{unit_lines}", "{quarter}", "{due_on}")),
    "responsibilities": Outline("{name}", ("{text}",)),
}


@dataclass
class Line:
    """One row as the page draws it: its number, words and form; `depth` 1 stands inside a group."""

    form: object
    text: str
    sides: list
    depth: int = 0
    number: str = ""
    heading: str = ""


def words_of(form):
    """{field: what it says now, in words}; also while it holds what was typed."""
    return {bound.name: _words(bound) for bound in form}


def _words(bound):
    value, field = bound.value(), bound.field
    if isinstance(field.widget, forms.CheckboxInput):
        return str(field.label) if value else ""
    if hasattr(field, "choices"):
        return _labels(field.choices, value)
    value = field.widget.format_value(field.prepare_value(value)) if value not in (None, "") else ""
    return "; ".join(str(value).split("\n"))


def _labels(choices, value):
    chosen = {str(item) for item in (value if isinstance(value, list | tuple) else [value]) if item not in (None, "")}
    pairs = [pair for key, label in choices for pair in (label if isinstance(label, list | tuple) else [(key, label)])]
    return ", ".join(str(label) for key, label in pairs if str(key) in chosen) if chosen else ""


def filled(pattern, words):
    """The pattern with its words; empty when none of its fields says anything."""
    names = re.findall(r"{(\w+)}", pattern)
    if not any(words.get(name) for name in names):
        return ""
    text = re.sub(r"{(\w+)}", lambda found: words.get(found[1], ""), pattern)
    return " ".join(text.split()).strip(" –·")


def lines_of(section, formset):
    """The rows of a part as lines: criteria as the tree that the plan prints, other parts in their order."""
    outline = OUTLINES[section]
    lines = [_line(outline, form) for form in formset.forms]
    return _numbered(_tree(lines) if section == "criteria" else lines)


def blank_line(formset):
    """The row that «Thêm» makes."""
    return Line(formset.empty_form, "", [])


def _line(outline, form):
    words = words_of(form)
    sides = [filled(pattern, words) for pattern in outline.sides]
    for name, patterns in outline.needs.items():
        sides.append(filled(patterns.get(str(form[name].value()), ""), words))
    return Line(form, filled(outline.line, words), sides)


def _numbered(lines):
    """Numbers as plans have them: running through the groups, a group has none. Empty rows have none either."""
    running, role = 0, None
    for index, line in enumerate(lines):
        if role != (role := line.heading):
            running = 0
        is_group = index + 1 < len(lines) and lines[index + 1].depth > line.depth
        if line.text and not is_group:
            running += 1
            line.number = str(running)
    return lines


def _tree(lines):
    """By role, groups with their own lines behind them, each by its typed position; empty rows come last."""
    by_id = {str(line.form.instance.pk): line for line in lines if line.form.instance.pk}
    inside = {}
    for line in sorted(lines, key=_place):
        inside.setdefault(_parent(line, by_id), []).append(line)
    ordered = []
    for line in inside.get(None, []):
        children = inside.get(str(line.form.instance.pk), [])
        for child in children:
            child.depth = 1
        ordered += [line, *children]
    return ordered


def _parent(line, by_id):
    """The id of the group that holds the line; None also for what would stand inside itself or two groups deep."""
    parent = str(line.form["parent"].value() or "")
    if parent not in by_id or by_id[parent] is line or by_id[parent].form["parent"].value():
        return None
    return parent


def _place(line):
    roles = [value for value, _label in line.form.fields["role"].choices]
    role, position = line.form["role"].value(), str(line.form["position"].value())
    line.heading = _labels(line.form.fields["role"].choices, role)
    return (not line.text, roles.index(role) if role in roles else 0, int(position) if position.isdecimal() else 0)
