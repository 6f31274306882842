"""Arithmetic on days: months that keep the day of the month, weeks, quarters, and other calendars."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from truceline.domain.dates import UNKNOWN_DAYS, Days

UNITS = ("hour", "day", "working_day", "week", "fortnight", "half_month", "month", "quarter", "year", "decade",
         "century")  # fmt: skip
HALF_MONTH = 15
"""Days in half a month, as agreements are usually read."""


def add_months(day: date, months: int) -> date:
    """Move a day by months, keeping the day of the month and clipping it at the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day: date, number: int) -> date:
    """Move a day by working days, Monday to Friday; public holidays are not known."""
    step = 1 if number > 0 else -1
    for _ in range(abs(number)):
        day += timedelta(days=step)
        while day.weekday() > 4:
            day += timedelta(days=step)
    return day


def add(day: date, number: int, unit: str) -> date:
    """Move a day by a number of units of UNITS; hours count as whole days, rounded up."""
    if unit == "half_month":
        months, halves = divmod(abs(number), 2)
        sign = 1 if number >= 0 else -1
        return add_months(day, sign * months) + timedelta(days=sign * halves * HALF_MONTH)
    if unit in MONTHS_OF:
        return add_months(day, number * MONTHS_OF[unit])
    if unit == "working_day":
        return add_working_days(day, number)
    if unit == "hour":
        return day + timedelta(days=-(-abs(number) // 24) * (1 if number >= 0 else -1))
    return day + timedelta(days=number * DAYS_OF[unit])


DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(days: Days, number: int, unit: str) -> Days:
    """Move both sides of an interval by a number of units."""
    return across(days, lambda day: Days.on(add(day, number, unit)))


def across(days: Days, reckon: Callable[[date], Days]) -> Days:
    """Give the days that a rule allows, counted from any day of an interval; nothing where that is unknown.

    The rule must not go back when its day goes forward.
    """
    try:
        first = reckon(days.earliest).earliest if days.earliest else None
        last = reckon(days.latest).latest if days.latest else None
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return UNKNOWN_DAYS
    return UNKNOWN_DAYS if first and last and first > last else Days(first, last)


def hull(*parts: Days) -> Days:
    """Give the smallest interval that holds all of them."""
    starts, ends = [p.earliest for p in parts], [p.latest for p in parts]
    return Days(
        None if None in starts else min(s for s in starts if s),
        None if None in ends else max(e for e in ends if e),
    )


def month_of(year: int, month: int) -> Days:
    """Give the days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def years(first: int, last: int | None = None) -> Days:
    """Give the days of a year, or of the years first to last."""
    return Days(date(first, 1, 1), date(last or first, 12, 31))


def months_of(year: int, first: int, last: int) -> Days:
    """Give the days of the months first to last of a year."""
    return Days(date(year, first, 1), month_of(year, last).latest)


def week_of(day: date) -> Days:
    """Give the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def grain_of(day: date, unit: str) -> Days:
    """Give the calendar week, month, quarter, year, decade or century that a day lies in."""
    match unit:
        case "week":
            return week_of(day)
        case "fortnight":
            return Days(week_of(day).earliest, week_of(day + timedelta(days=7)).latest)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1
            return months_of(day.year, first, first + 2)
        case "year":
            return years(day.year)
        case "decade":
            return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
        case "century":
            return years((day.year - 1) // 100 * 100 + 1, (day.year - 1) // 100 * 100 + 100)
    return Days.on(day)


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Give the last such weekday up to a day (before it, if strictly)."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Give the first such weekday from a day on (after it, if strictly)."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead or (7 if strictly else 0))
