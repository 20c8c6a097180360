"""Every fact that was read, with its lines and what the officer said of it."""

import re
from dataclasses import dataclass

from .parts import DATE, PARTS, SCALARS, Column

NEW = re.compile(r"(?P<part>\w+)\.new(?P<number>\d+)")


@dataclass(frozen=True)
class Field:
    name: str  # of the input
    label: str
    kind: str
    value: str
    choices: tuple = ()


@dataclass(frozen=True)
class Fact:
    """One thing that was read, or that the officer adds (`is_new`), with the lines it stands in."""

    key: str  # «title», «offers.2», «offers.new1»
    fields: tuple
    lines: tuple
    verdict: str  # "", accept, correct, drop
    is_new: bool = False

    @property
    def lines_words(self):
        return " ".join(str(line) for line in self.lines)

    @property
    def is_filled(self):
        return any(field.value for field in self.fields if field.kind != "kind")


@dataclass(frozen=True)
class Section:
    slug: str
    label: str
    facts: list

    @property
    def count(self):
        """How many facts there are, without the empty row to add one."""
        return sum(not fact.is_new or fact.is_filled for fact in self.facts)


def sections_of(facts, verdicts):
    """[Section] of everything that was read, each list with an empty row for what the reader has missed."""
    return [general_of(facts, verdicts), *(section_of(part, facts, verdicts) for part in PARTS)]


def general_of(facts, verdicts):
    evidence, extra = facts.get("evidence") or {}, facts.get("extra") or {}
    rows = []
    for key, (label, kind, is_extra) in SCALARS.items():
        value, lines = (extra, evidence.get("extra") or {}) if is_extra else (facts, evidence)
        rows.append(_fact(key, (Column(key, label, kind),), {key: value.get(key)}, lines.get(key), verdicts))
    return Section("general", "Thông tin chung", rows)


def section_of(part, facts, verdicts):
    lines = part.lines(facts)
    rows = [
        _fact(f"{part.slug}.{index}", part.columns, item if isinstance(item, dict) else {"": item},
              lines[index] if index < len(lines) else (), verdicts)
        for index, item in enumerate(part.rows(facts))
    ]  # fmt: skip
    added = added_of(part, verdicts)
    for number in [*added, max(added, default=-1) + 1]:
        blank = part.blank if isinstance(part.blank, dict) else {}
        rows.append(_fact(f"{part.slug}.new{number}", part.columns, blank, (), verdicts, is_new=True))
    return Section(part.slug, part.label, rows)


def added_of(part, verdicts):
    """Numbers of the rows that the officer has added to a part."""
    found = (NEW.fullmatch(key) for key in verdicts)
    return sorted(int(key["number"]) for key in found if key and key["part"] == part.slug)


def _fact(key, columns, values, lines, verdicts, is_new=False):
    said = verdicts.get(key) or {}
    values = values | said.get("values", {})
    shown = tuple(
        Field(
            f"x:{key}:{column.name}", column.label, column.kind, _shown(values.get(column.name), column), column.choices
        )
        for column in columns
    )
    return Fact(key, shown, tuple(lines or ()), said.get("verdict", ""), is_new)


def _shown(value, column):
    if value is None:
        return ""
    if column.kind == DATE and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return "/".join(reversed(value.split("-")))
    return "\n".join(value) if isinstance(value, list) else str(value)


def undecided(facts, verdicts):
    """How many facts the officer has not said anything of yet."""
    return sum(
        1
        for section in sections_of(facts, verdicts)
        for fact in section.facts
        if not fact.is_new and not fact.verdict and any(field.value for field in fact.fields)
    )
