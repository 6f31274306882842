"""Counts of days, weeks, months and years as English writes them: "nine and a half months", "a dozen days"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.domain.calendars import shift
from truceline.domain.dates import Days

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_FIRST_TWENTY = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {
    **{name: number for number, name in enumerate(_FIRST_TWENTY, start=1)},
    **{f"twenty-{name}": 20 + number for number, name in enumerate(_FIRST_TWENTY[:9], start=1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
FEW = 9
"""The most that "a few" or "several" can mean; ten has its own word."""

_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_TEN = "|".join(TENS)
WORD_NUMBER = rf"(?:(?:(?:{_TEN})(?:[- ](?:{_ONE}))?|{_ONE})(?: hundred(?: and (?:{_TEN}|{_ONE}))?)?)"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.5)?|a hundred|{WORD_NUMBER})"
VAGUE = r"(?:a few|few|several|some|a couple of|a couple|a number of)"
QUANTITY = (
    rf"(?:{VAGUE}(?: more)?|(?:{NUMBER}|a|an)(?:[- ]and[- ]a[- ]half)?|half an?|a half|a dozen|two dozen|couple of)"
)
UNIT = r"(?:hour|day|working day|business day|week|fortnight|month|year|decade|centurie?|century)(?:['’]?s['’]?)?"
_UNITS = {
    "hour": "hour", "day": "day", "working day": "working_day", "business day": "working_day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "decade": "decade", "century": "century",
    "centurie": "century",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """So many units of days, weeks, months or years; most is more than least where the words are loose."""

    least: int
    most: int
    unit: str
    """One of calendars.UNITS."""

    @property
    def sharp(self) -> bool:
        """Tell whether the words give one number."""
        return self.least == self.most

    def after(self, days: Days) -> Days:
        """Count forward from an interval."""
        return self._between(shift(days, self.least, self.unit), shift(days, self.most, self.unit))

    def before(self, days: Days) -> Days:
        """Count back from an interval."""
        return self._between(shift(days, -self.most, self.unit), shift(days, -self.least, self.unit))

    def _between(self, first: Days, last: Days) -> Days:
        # half a month is read as 15 days, and by some as 16
        slack = 1 if self.unit == "half_month" and self.most % 2 else 0
        return Days(first.earliest, last.shifted(slack).latest)


def number_in(words: str) -> int | None:
    """Read a whole number below a thousand in words, or any in digits; None if it is no number."""
    words = words.replace(",", "").strip()
    if words.isdigit():
        return int(words)
    if words in ("a", "an", "a hundred"):
        return 100 if "hundred" in words else 1
    total = 0
    for word in re.split(r"[- ]+", words):
        if word in ONES:
            total += ONES[word]
        elif word in TENS:
            total += TENS[word]
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word != "and":
            return None
    return total


_COUNT = re.compile(rf"({QUANTITY})[- ]({UNIT})(?P<half>[- ]and[- ]a[- ]half)?")


def read_count(words: str) -> Count | None:
    """Read "135 days", "nine-and-a-half months", "a year and a half", "several weeks", "48 hours"."""
    match = _COUNT.fullmatch(words.strip().lower().replace("’", "'"))
    if not match:
        return None
    quantity, unit = match[1], _unit(match[2])
    half = bool(match["half"]) or "half" in quantity or quantity.endswith(".5")
    if re.fullmatch(rf"{VAGUE}(?: more)?", quantity):
        return Count(2 if "couple" in quantity else 3, 3 if "couple" in quantity else FEW, unit)
    if "dozen" in quantity:
        return Count(24 if "two" in quantity else 12, 24 if "two" in quantity else 12, unit)
    base = re.sub(r"[- ]and[- ]a[- ]half|\.5$", "", quantity)
    whole = 0 if re.fullmatch(r"half an?|a half", quantity) else number_in(base)
    return None if whole is None else _with_half(whole, unit, half=half)


def _unit(words: str) -> str:
    return _UNITS[re.sub(r"'?s?'?$", "", words)]


def _with_half(whole: int, unit: str, *, half: bool) -> Count:
    if not half:
        return Count(whole, whole, unit)
    match unit:
        case "month":
            return Count(2 * whole + 1, 2 * whole + 1, "half_month")
        case "year":
            return Count(12 * whole + 6, 12 * whole + 6, "month")
        case "decade":
            return Count(10 * whole + 5, 10 * whole + 5, "year")
        case "century":
            return Count(100 * whole + 50, 100 * whole + 50, "year")
        case "week" | "fortnight" | "working_day" | "day":
            days = {"week": 7, "fortnight": 14}.get(unit, 1)
            low = (2 * whole + 1) * days // 2
            return Count(low, low + (days % 2), "day")
    return Count(whole, whole + 1, unit)
