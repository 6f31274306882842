"""The year of a copyright line: a report is no later than it, and where it is one year alone mostly of that year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.domain.calendars import years
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote
from truceline.domain.other_calendars import lunar_hijri

_LINE = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?P<name>[^\n]{0,60}?)(?<![\d/.-])(?P<first>\d{4})(?:\s?[-–]\s?(?P<last>\d{4}|\d\d))?"
    r"(?![\d/.-]\d)(?P<hijri>\s?(?:A\.?H\b\.?|H\b|[Hh]ijri\b))?",
    re.IGNORECASE,
)


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


def _days(first: int, last: str | None, *, hijri: bool) -> Days | None:
    if hijri:
        if not 1300 <= first <= 1600:
            return None
        return Days(lunar_hijri(first, 1, 1), lunar_hijri(first, 12, 29))
    end = int(str(first)[: 4 - len(last)] + last) if last else first
    return years(first, end) if 1900 <= first <= end <= 2100 else None
