"""Milestones that come again: every year to the end of a campaign, or on days of their own."""

from dataclasses import replace


def same_day(day, year):
    """29 February falls on the 28th in other years."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def occurrences(milestone, ends_on):
    """Every time a milestone comes, as milestones of one date; one without a date stays as it is."""
    if not milestone.recurs:
        return [milestone]
    dates = sorted(milestone.dates)
    if not dates and milestone.due_on:
        dates = [same_day(milestone.due_on, year) for year in range(milestone.due_on.year, ends_on.year + 1)]
        dates = [day for day in dates if day <= ends_on]
    if not dates:
        return [replace(milestone, recurs=False)]
    return [replace(milestone, due_on=day, recurs=False, dates=()) for day in dates]


def next_of(times, today):
    """The time that is spoken of: the coming one, or the last when all are over."""
    return next((one for one in times if one.due_on >= today), times[-1])


def recurrence_words(milestone, times, today):
    """One entry for all its times: "Hằng năm, đến 2030; lần tới 01/12/2027"."""
    coming = next_of(times, today).due_on
    words = f"{milestone.rhythm}, đến {times[-1].due_on.year}; "
    return words + (f"lần tới {coming:%d/%m/%Y}" if coming >= today else f"lần cuối {coming:%d/%m/%Y}")
