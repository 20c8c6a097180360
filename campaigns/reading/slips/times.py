"""Phases and milestones that do not fit the period of the campaign."""

import re
from datetime import date

from campaigns.reading.dates import iso, spans
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold
from campaigns.reading.paper import Paper
from campaigns.reading.period import Period
from campaigns.reading.phases import Phase
from campaigns.reading.sentences import masked
from campaigns.reading.slips.slip import line_of, slip, vn


def time_slips(period: Period, phases: list[Phase], milestones: list[Found]) -> list[dict]:
    found = []
    if period.first and period.last and period.last < period.first:
        found.append(
            slip(
                "period_reversed",
                "Thời gian kết thúc trước thời gian bắt đầu.",
                period.first_lines[0] if period.first_lines else None,
            )
        )
        return found
    for phase in phases:
        outside = (period.first and phase.first and phase.first < period.first) or (
            period.last and phase.last and phase.last > period.last
        )
        if outside:
            found.append(
                slip("phase_outside_period", f"{phase.name} nằm ngoài thời gian của phong trào.", phase.lines[0])
            )
    for row in milestones:
        due = row.item["due_on"]
        ahead = row.item["kind"] in ("registration", "other") or period.source == "phases"
        early = not ahead and due and period.first and due < iso(period.first)
        late = (
            due
            and period.last
            and due
            > iso(
                period.last.replace(year=period.last.year + 1)
                if (period.last.month, period.last.day) != (2, 29)
                else period.last
            )
        )
        if early or late:
            day = vn(date.fromisoformat(due))
            found.append(
                slip("milestone_outside_period", f"Mốc {day} nằm ngoài thời gian của phong trào.", row.lines[0])
            )
    return found


def other_period(paper: Paper, period: Period) -> list[dict]:
    """The period said once in the section on time and once more, differently, elsewhere."""
    if period.source != "section" or not period.first or not period.last:
        return []
    found = []
    for block in paper.body:
        if set(block.lines) & {*period.first_lines, *period.last_lines} or block.kind == "row":
            continue
        folded = masked(block.text)
        for span in spans(block.text, folded):
            words = folded[max(0, span.start - 260) : span.start]
            about = re.search(
                r"\b(?:dot thi dua|phong trao thi dua|thoi gian thi dua|thoi gian thuc hien|ke hoach thi dua)\b", words
            )
            days = span.first and span.last and (span.first, span.last) != (period.first, period.last)
            if (
                about
                and days
                and span.explicit
                and not re.search(r"\bgiai doan\s*(?:tu\s*)?(?:nam\s*)?$|\bdot \d|\bgiai doan \d", words[-60:])
            ):
                said = block.text[span.start : span.end]
                words = f"Thời gian ghi «{said}» khác với mục thời gian ({vn(period.first)} - {vn(period.last)})."
                found.append(slip("dates_differ", words, line_of(paper, block, said)))
    return found[:3]


def order_slips(milestones: list[Found]) -> list[dict]:
    """Dossiers asked for only after the ceremony they are meant for."""
    dossiers = [row for row in milestones if row.item["kind"] == "dossier_deadline" and row.item["due_on"]]
    found = []
    for row in milestones:
        due = row.item["due_on"]
        launch = "phat dong" in fold(row.item["text"])
        if row.item["kind"] != "ceremony" or launch or not due or not dossiers:
            continue
        near = [d for d in dossiers if d.item["due_on"][:4] == due[:4]]
        if near and all(d.item["due_on"] > due for d in near) and len(near) == len(dossiers):
            first = min(near, key=lambda d: d.item["due_on"])
            days = vn(date.fromisoformat(first.item["due_on"])), vn(date.fromisoformat(due))
            text = f"Hạn nộp hồ sơ {days[0]} sau ngày trao thưởng {days[1]}."
            found.append(slip("deadline_after_event", text, first.lines[0]))
    return found
