"""Parts of a stretch of days: early March, mid-2019, the end of the year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truceline.domain.calendars import add_months, month_of, months_of, years
from truceline.domain.date_standing import Reckoned
from truceline.domain.dates import UNKNOWN_DAYS, Days

MONTH_PARTS = {"first": (1, 10), "middle": (11, 20), "last": (21, 31)}
"""As a coder reads "early May": the first, second and third ten days."""
_COUNTS = {"two": 2, "three": 3}
YEAR_PARTS = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}
"""The beginning and the end of a year are its first and last month; early and late in the year are thirds."""


def portion_of(words: str, whole: Reckoned) -> Reckoned | None:
    """Cut the part that the words name out of a stretch of days."""
    start, end = whole.days.earliest, whole.days.latest
    if start is None or end is None or whole.grain in ("vague", "since", "until", "duration", "now"):
        return Reckoned(UNKNOWN_DAYS, "vague")
    if (end - start).days < 2:
        return whole
    words = words.removeprefix("the ").removesuffix(" of").removesuffix(" in")
    if counted := re.fullmatch(r"(?:very )?(first|opening|last|final|closing) (two|three) (weeks|months)", words):
        return Reckoned(
            _so_many(counted[1] in ("first", "opening"), _COUNTS[counted[2]], counted[3], start, end), "span"
        )
    if "half" in words:
        return Reckoned(_half(start, end, second="latter" in words or "second" in words), "half")
    return Reckoned(_third(_which(words), words, Days(start, end)), "span")


def _so_many(at_first: bool, count: int, unit: str, start: date, end: date) -> Days:
    """Give the first or last two or three weeks or months."""
    if unit == "weeks":
        length = timedelta(days=7 * count - 1)
        return Days(start, min(end, start + length)) if at_first else Days(max(start, end - length), end)
    if at_first:
        return Days(start, min(end, add_months(start, count) - timedelta(days=1)))
    return Days(max(start, add_months(end.replace(day=1), 1 - count)), end)


def _which(words: str) -> str:
    words = words.removeprefix("very ")
    if words.startswith(("early", "first", "beginning", "start", "opening", "onset", "turn")):
        return "first"
    return "middle" if words.startswith("mid") else "last"


def _third(which: str, words: str, days: Days) -> Days:
    start, end = days.earliest, days.latest
    assert start
    assert end
    length = (end - start).days + 1
    if start.day == 1 and 28 <= length <= 31:
        first, last = MONTH_PARTS[which]
        return Days(start.replace(day=first), start.replace(day=min(last, end.day)))
    if start.month == 1 and start.day == 1 and 365 <= length <= 366:
        if words in ("beginning", "start", "turn"):
            return month_of(start.year, 1)
        if words in ("end", "close", "very end"):
            return month_of(start.year, 12)
        return months_of(start.year, *YEAR_PARTS[which])
    if start.month == 1 and start.day == 1 and length > 1000:
        count = end.year - start.year + 1
        part = -(-count // 3)
        offset = {"first": 0, "middle": (count - part) // 2, "last": count - part}[which]
        return years(start.year + offset, start.year + offset + part - 1)
    if length >= 85:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        # thirds overlap where the months do not part evenly
        cut = {"first": (0, -(-months // 3)), "middle": (months // 3, -(-2 * months // 3)), "last": (months - -(-months // 3), months)}  # fmt: skip  # noqa: E501
        a, b = cut[which]
        return Days(add_months(start, a), add_months(start.replace(day=1), b) - timedelta(days=1))
    third = -(-length // 3)
    offset = {"first": 0, "middle": (length - third) // 2, "last": length - third}[which]
    return Days(start + timedelta(days=offset), start + timedelta(days=offset + third - 1))


def _half(start: date, end: date, *, second: bool) -> Days:
    if start.day == 1 and (end - start).days > 58:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        middle = add_months(start, months // 2)
    else:
        middle = start + timedelta(days=((end - start).days + 1) // 2)
    return Days(middle, end) if second else Days(start, middle - timedelta(days=1))
