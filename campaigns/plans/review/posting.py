"""What the officer typed and chose, taken from the form."""

import re
from dataclasses import replace
from datetime import date

from .facts import sections_of
from .parts import DATE, LINES, NUMBER, QUARTERS, WHOLE

MORE = re.compile(r"x:(?P<part>\w+)\.new(?P<number>\d{1,3}):")
DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
WHOLE_WORDS = re.compile(r"\d{1,4}")
NUMBER_WORDS = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?")


def read_verdicts(facts, post):
    """(verdicts, [sentence about a value that cannot be]) from the posted review.

    What cannot be is kept as it was typed, so that nothing is lost; a campaign is not made of it.
    """
    verdicts, complaints = {}, []
    for section in sections_of(facts, {}):
        for fact in [*section.facts, *_more_new(section, post)]:
            said, problems = _said(fact, post)
            complaints += [f"{section.label}: {problem}" for problem in problems]
            if said:
                verdicts[fact.key] = said
    return verdicts, complaints


def _more_new(section, post):
    """Rows that the officer has added behind the first empty one, while the page was open."""
    blank = section.facts[-1] if section.facts and section.facts[-1].is_new else None
    if blank is None:
        return []
    found = (MORE.match(name) for name in post)
    numbers = {int(name["number"]) for name in found if name and name["part"] == section.slug}
    return [_renamed(blank, number) for number in sorted(numbers) if f"{section.slug}.new{number}" != blank.key]


def _renamed(fact, number):
    key = f"{fact.key.partition('.')[0]}.new{number}"
    fields = tuple(replace(field, name=f"x:{key}:{field.name.rsplit(':', 1)[1]}") for field in fact.fields)
    return replace(fact, key=key, fields=fields)


def _said(fact, post):
    """({verdict, values} of one fact, or nothing; complaints)"""
    changed, complaints = {}, []
    for field in fact.fields:
        typed = post.get(field.name)
        if typed is None or _same(typed, field.value) or (field.choices and typed not in dict(field.choices)):
            continue
        value, complaint = _typed(typed, field)
        complaints += [complaint] if complaint else []
        changed[field.name.rsplit(":", 1)[1]] = value
    verdict = post.get(f"v:{fact.key}", "")
    verdict = verdict if verdict in ("accept", "drop") else ""
    if fact.is_new and not any(changed.values()):
        return {}, []
    if changed and verdict != "drop":
        verdict = "correct"
    return ({"verdict": verdict} | ({"values": changed} if changed else {}) if verdict or changed else {}), complaints


def _same(typed, value):
    return typed.replace("\r\n", "\n").strip() == value.strip()


def _typed(typed, field):
    """(value as the facts hold it, complaint)."""
    text = typed.replace("\r\n", "\n").strip()
    if field.choices is QUARTERS:
        return (int(text) if text else None), ""
    if not text:
        return ([] if field.kind == LINES else None), ""
    if field.kind == DATE:
        return _day(text)
    if field.kind == WHOLE:
        return (
            (int(text), "")
            if WHOLE_WORDS.fullmatch(text)
            else (text, f"«{text[:30]}» không phải số nguyên từ 0 đến 9999.")
        )
    if field.kind == NUMBER:
        if not NUMBER_WORDS.fullmatch(text):
            return text, f"«{text[:30]}» không phải một số; hãy ghi số từ 0 đến 9999999, ví dụ 2 hoặc 0,5."
        number = float(text.replace(",", "."))
        return (int(number) if number.is_integer() else number), ""
    return (text.split("\n") if field.kind == LINES else text), ""


def _day(text):
    found = DAY.fullmatch(text)
    number, month, year = map(int, found.groups()) if found else (0, 0, 0)
    try:
        return (date(year, month, number) if found else date.fromisoformat(text)).isoformat(), ""
    except ValueError:
        return text, f"«{text[:30]}» không phải một ngày; hãy nhập theo dạng ngày/tháng/năm."
