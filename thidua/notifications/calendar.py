"""Working days and deadlines in Viet Nam."""

from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


@lru_cache(maxsize=32)
def holidays_of(year):
    import holidays

    return frozenset(holidays.country_holidays("VN", years=year))


def is_working_day(day):
    """Neither Saturday, Sunday nor a public holiday of Viet Nam."""
    return day.weekday() < 5 and day not in holidays_of(day.year)


def add_working_days(day, count):
    """The day that is `count` working days after `day` (count ≥ 0)."""
    while count > 0:
        day += timedelta(days=1)
        if is_working_day(day):
            count -= 1
    return day


def end_of(day):
    """The last second of a deadline's date: 23:59:59 in Viet Nam, as an aware datetime."""
    return datetime.combine(day, time(23, 59, 59), VIET_NAM)
