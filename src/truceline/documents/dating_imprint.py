"""The year of a copyright line: a report is no later than it, and where it is one year alone mostly of that year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.domain.calendars import years
from truceline.domain.date_patterns import MONTH, YEAR
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote
from truceline.domain.other_calendars import lunar_hijri

_LINE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?P<name>[^\n]{0,60}?)(?<![\d/.-])(?P<first>\d{4})(?:\s?[-–]\s?(?P<last>\d{4}|\d\d))?"
    r"(?![\d/.-]\d)(?P<hijri>\s?(?:A\.?H\b\.?|H\b|[Hh]ijri\b))?",
    re.IGNORECASE,
)


_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_UP_TO = re.compile(
    rf"\b(?:as (?:of|at)|(?:reporting period|period covered|covering|covers(?: the period)?):? (?:from )?[^\n]{{0,25}}?"
    rf"(?:-|–|to|until|through)) ?(?:\d\d[:.]?\d\d (?:hrs? |hours )?,? ?(?:on )?)?"
    rf"(?P<day>{_DAY} {MONTH}\.?,? {YEAR}|{MONTH}\.? {_DAY},? {YEAR})\b",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    rf"^(?:[\w’' ]{{0,40}} )?(?:report|review|survey|summary|overview)(?: (?:for|on|of))?(?: the year)?"
    rf" (?P<year>{YEAR})$",
    re.IGNORECASE | re.MULTILINE,
)
"""Yearly report for 2031: it comes out when that year is over, or nearly so."""
_OF_MONTHS = re.compile(
    rf"\b(?:report|review|survey|summary|overview|bulletin|update|digest|monitor)\b[^\n]{{0,40}}?[\s,:(]"
    rf"(?P<days>(?:{MONTH}\.? ?{YEAR}? ?(?:-|–|—|to|until|through|and) ?{MONTH}\.?,?"
    rf"|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)(?: of)?,?) {YEAR})\b",
    re.IGNORECASE,
)
"""Quarterly report, July to September 2031: it comes out when those months are over, or nearly so."""
_NEAR_TOP, _SHORT = 6, 200
_SEASON_AFTER = timedelta(days=92)
"""How long after the months of which it tells a report may come out."""
_SOON_AFTER = timedelta(days=14)
"""How long after the day up to which it counts a situation report may come out."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The days of a copyright line's year."""

    quote: Quote
    days: Days
    single: bool
    """One year alone; a span of years ends with the year in which the page was fetched."""


def imprint_of(document: Document) -> Imprint | None:
    """Give the year of the last copyright line below the story."""
    story = next((part.start for part in document.parts if part.role == "body"), 0)
    for part in reversed(document.parts):
        if part.role == "boilerplate" and part.start > story:
            for match in _LINE.finditer(document.text, part.start, part.end):
                days = _days(int(match["first"]), match["last"], hijri=bool(match["hijri"]))
                if days is not None:
                    quote = document.quote(match.start(), match.end())
                    return Imprint(quote, days, match["last"] is None)
    return None


def counted_up_to(document: Document) -> Imprint | None:
    """Give the days soon after "Situation Report No. 50 (as of 21 August 2014)", as the lines at the top name them."""
    for part in document.parts[:_NEAR_TOP]:
        for match in _UP_TO.finditer(document.text, part.start, part.end):
            if part.role == "body" and part.end - part.start > _SHORT:
                break
            found = reckon(match["day"], Anchor())
            day = found.days.latest if found and found.days.width == 1 else None
            if day is not None:
                return Imprint(document.quote(match.start(), match.end()), Days(day, day + _SOON_AFTER), single=True)
    return _of_a_year(document)


def _of_a_year(document: Document) -> Imprint | None:
    """Give the days in which a report on a whole year comes out, as a line at the top names it."""
    for part in document.parts[:_NEAR_TOP]:
        match = _OF_A_YEAR.search(document.text, part.start, part.end) if part.role != "body" else None
        if match:
            year = int(match["year"])
            days = Days(date(year, 12, 1), date(year + 1, 12, 31))
            return Imprint(document.quote(match.start(), match.end()), days, single=True)
    return _of_months(document)


def _of_months(document: Document) -> Imprint | None:
    """Give the days in which a report on some months comes out, as a line at the top names them."""
    for part in document.parts[:_NEAR_TOP]:
        short = part.role != "body" or part.end - part.start <= _SHORT
        match = _OF_MONTHS.search(document.text, part.start, part.end) if short else None
        found = reckon(match["days"], Anchor()) if match else None
        if match and found and found.days.latest:
            last = found.days.latest
            days = Days(last - _SOON_AFTER, last + _SEASON_AFTER)
            return Imprint(document.quote(match.start(), match.end()), days, single=True)
    return None


def _days(first: int, last: str | None, *, hijri: bool) -> Days | None:
    if hijri:
        if not 1300 <= first <= 1600:
            return None
        return Days(lunar_hijri(first, 1, 1), lunar_hijri(first, 12, 29))
    end = int(str(first)[: 4 - len(last)] + last) if last else first
    return years(first, end) if 1900 <= first <= end <= 2100 else None
