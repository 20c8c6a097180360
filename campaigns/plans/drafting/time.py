"""Phases with the days they celebrate, milestones."""

import re
from datetime import date

from thidua.agencies.names import fold

from ...enums import Certainty
from . import printed
from .source import day, letters

DAY_MONTH = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\b")
SPAN = re.compile(r"\(\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*[-–]\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*\)")
OPENING = re.compile(
    r"^(?:chậm nhất |trước |đến |vào |muộn nhất )(?:là )?(?:hết )?(?:ngày )?\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?(?: (?:hằng|hàng) năm)?\s*[,:]\s*",
    re.IGNORECASE,
)
CHEERS = re.compile(
    r"^\s*(?:lập thành tích )?(?:chào mừng )?(?:kỷ niệm )?(?:lần thứ )?\d+\s+năm\s+", re.IGNORECASE
)  # fmt: skip


def phases(source):
    made = []
    for row, more in source.beside("phases"):
        if not (row["starts_on"] and row["ends_on"]):
            source.left.append(f"«{row['name']}» chưa đủ ngày bắt đầu, kết thúc: thêm ở phần «Giai đoạn, đợt».")
            continue
        made.append(
            {
                "name": row["name"][:200],
                "starts_on": day(row["starts_on"]),
                "ends_on": day(row["ends_on"]),
                "celebrations": [celebration(text) for text in more.get("celebrates") or []],
            }
        )
    return made


def celebration(text):
    """«79 năm Ngày … (28/8/1945 - 28/8/2024)» as a Celebration; impossible dates stay words."""
    found = SPAN.search(text)
    name = CHEERS.sub("", SPAN.sub("", text)).strip(" ,;.")
    days = {"founded_on": None, "celebrated_on": None}
    if found:
        numbers = [int(part) for part in found.groups()]
        try:
            first, last = date(numbers[2], numbers[1], numbers[0]), date(numbers[5], numbers[4], numbers[3])
            days = {"founded_on": first, "celebrated_on": last} if first <= last else days
        except ValueError:
            name = text.strip(" ,;.")
    return {"name": (name or text)[:250], **days}


def milestones(source):
    """In the order of the plan; a milestone that another one is counted from comes before it."""
    made = []
    for row, more in source.beside("milestones"):
        if _is_task(source, row):
            continue
        line = printed.milestone(row["text"])
        made.append((milestone(source, row, more, line), line.get("anchor")))
    made.sort(key=lambda pair: pair[1] is not None)
    names = [data["name"] for data, _anchor in made]
    for data, anchor in made:
        if anchor in names:
            data |= {"certainty": Certainty.RELATIVE, "anchor": names.index(anchor)}
        else:
            data.pop("offset_days", None)
    return [data for data, _anchor in made]


def _is_task(source, row):
    """True for the last day of a task of the programme: the task itself keeps it."""
    if not row["due_on"]:
        return False
    words = letters(row["text"])
    tasks = (printed.due(task["task"]) for task in source.facts["programme"])
    return any(last_day == day(row["due_on"]) and letters(task) in words for task, last_day in tasks)


def milestone(source, row, more, line):
    """`line`: the row's text taken apart, where our own documents wrote it."""
    text = row["text"].strip().rstrip(".;")
    name = (line.get("name") or short_name(text))[:300]
    due_on = day(row["due_on"])
    data = {
        "kind": row["kind"],
        "name": name,
        "units": line.get("units") or more.get("agencies") or [],
        "phase": phase_of(source, line.get("belongs", text), due_on),
        "movement": source.movement_of(line.get("belongs", text)),
    }
    if row["recurs"] == "yearly" and source.starts_on and source.ends_on:
        every = _day_of_year(text, due_on)
        if every:
            return data | {
                "certainty": Certainty.YEARLY, "yearly_day": every[0], "yearly_month": every[1],
                "first_year": source.starts_on.year, "last_year": source.ends_on.year,
            }  # fmt: skip
    if due_on:
        counted = {"offset_days": line["offset_days"]} if "anchor" in line else {}
        return data | {"certainty": Certainty.FIXED, "due_on": due_on, **counted}
    awaits = line.get("awaits") or more.get("awaits")
    awaits = awaits or f"Thông báo của {source.organiser} (kế hoạch ghi: «{name[:150]}»)"
    return data | {"certainty": Certainty.AWAITED, "awaits": awaits[:300]}


def phase_of(source, text, due_on):
    """The place of the phase that the words name, or else of the only one in which the day lies."""
    taken = [row for row in source.facts["phases"] if row["starts_on"] and row["ends_on"]]
    folded = fold(text)
    named = [place for place, row in enumerate(taken) if re.search(rf"\b{re.escape(fold(row['name']))}\b", folded)]
    if named:
        return named[0]
    around = [
        place for place, row in enumerate(taken) if due_on and day(row["starts_on"]) <= due_on <= day(row["ends_on"])
    ]
    return around[0] if len(around) == 1 and len(taken) > 1 else None


def short_name(text):
    """«Trước ngày 10/8/2025, các đơn vị tổ chức tổng kết …» → «Các đơn vị tổ chức tổng kết …»."""
    name = OPENING.sub("", text, count=1)
    return (name[:1].upper() + name[1:]) if name else text


def _day_of_year(text, due_on):
    """(day, month) of a yearly milestone: what the officer typed, or what the words say; None where neither is."""
    if due_on:
        return due_on.day, due_on.month
    found = DAY_MONTH.search(text)
    if not found:
        return None
    number, month = int(found[1]), int(found[2])
    try:
        date(2024, month, number)  # a leap year: 29/2 is a day of some years
    except ValueError:
        return None
    return number, month
