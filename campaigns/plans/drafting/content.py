"""Criteria with their points, targets, tasks of the programme."""

from decimal import Decimal

from awards.enums import QualityGrade
from thidua.agencies.names import fold

from ...enums import Comparator, Measure, Population
from ..words import agency_kinds_in, grades_in
from . import printed
from .source import letters

PEOPLE = ("cong chuc", "can bo", "vien chuc", "nguoi", "ca nhan", "dang vien", "lao dong")


def criteria(source):
    groups, made = {}, []
    headings = source.extra.get("criteria_groups") or []
    texts = source.facts["criteria"]
    headings = headings if len(headings) == len(texts) else [None] * len(texts)
    for text, heading in zip(texts, headings, strict=True):
        if not heading:
            made.append(criterion(text))
            continue
        if heading not in groups:
            groups[heading] = criterion(heading) | {"children": []}
            made.append(groups[heading])
        groups[heading]["children"].append(criterion(text))
    return made


def criterion(text):
    """A criterion with the points that its words name: «… (10 điểm)»."""
    words, fields = printed.points(text)
    return {"text": words, **fields}


def targets(source):
    """«Ít nhất 09 đơn vị hoàn thành tốt» counts the excellent ones too, unless a target of its own speaks of them."""
    made = [target(row) for row in source.facts["targets"]]
    excellent = [_of_whom(row) for row in made if row["grades"] == [QualityGrade.EXCELLENT]]
    for row in made:
        at_least_good = row["grades"] == [QualityGrade.GOOD] and row["comparator"] == Comparator.AT_LEAST
        if at_least_good and _of_whom(row) not in excellent:
            row["grades"] = [QualityGrade.EXCELLENT, QualityGrade.GOOD]
    return made


def _of_whom(target):
    return target["population"], target["agency_kinds"], target["unit"]


def target(row):
    subject = row["subject"] or row["text"]
    grades = grades_in(subject)
    kinds = agency_kinds_in(subject)
    people = fold(subject).startswith(PEOPLE) or (row["unit"] == "percent" and not kinds)
    value = max(Decimal(str(row["value"])), Decimal(0))
    return {
        "text": row["text"],
        "comparator": row["comparator"],
        "value": min(value, Decimal(100)) if row["unit"] == "percent" else min(value, Decimal(9999999)),
        "unit": row["unit"],
        "population": Population.PEOPLE if people else Population.AGENCIES,
        "agency_kinds": [] if people else kinds,
        "measure": Measure.RATING if grades else Measure.MANUAL,
        "grades": grades,
    }


def task(row, more):
    """A task of several parts keeps one a line, unless the officer has written it anew."""
    parts = more.get("parts") or []
    words = "\n".join(parts) if len(parts) > 1 and letters(" ".join(parts)) == letters(row["task"]) else row["task"]
    words, last_day = printed.due(words)
    return {
        "quarter": row["quarter"] if row["quarter"] in (1, 2, 3, 4) else None,
        "position": row["position"] or 1,
        "task": words,
        "due_on": last_day,
        "units": [unit[:250] for unit in row["units"]],
    }
