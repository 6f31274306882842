"""Ages of wars that bound the day of publication: "18 years" of a war that began in 2001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from truceline.domain.counts import read_count
from truceline.domain.date_patterns import MONTH, YEAR
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote


@dataclass(frozen=True, slots=True)
class Age:
    """A stretch of years from an event whose year is printed: "18 years ago" beside "invaded in 2001"."""

    quote: Quote
    years: Days
    """The days in which so many years had passed."""


START = (
    r"(?:inva\w+|war|coup|conflict|uprising|occup\w+|revolution|insurgen\w+|independen\w+|overthr\w+|rebel\w+"
    r"|fighting|genocide)"
)
_STARTED = re.compile(
    rf"\b(?P<y1>{YEAR}) (?:US|U\.S\.|\w+[- ])?(?:led )?(?P<n1>{START})"
    rf"|\b(?P<n2>{START})\b[^.;]{{0,60}}?\b(?:in|of|since|from)(?: {MONTH})? (?P<y2>{YEAR})\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?P<q>nearly |almost |more than |over |about |some )?(?P<c>\b\w+(?:-\w+)?[- ](?:years?|decades?))(?P<k>[- ]old"
    r"| ago| of)\b",
    re.IGNORECASE,
)


def starts_of(document: Document) -> dict[str, int]:
    """Give the printed years in which a war or an invasion began, by the first letters of its word."""
    found: dict[str, set[int]] = {}
    for match in _STARTED.finditer(document.text):
        noun, year = match["n1"] or match["n2"], match["y1"] or match["y2"]
        found.setdefault(noun.lower()[:4], set()).add(int(year))
    every = set().union(*found.values()) if found else set()
    starts = {stem: next(iter(years)) for stem, years in found.items() if len(years) == 1}
    if len(every) == 1:
        starts[""] = next(iter(every))
    return starts


def ages_of(document: Document, start: int, end: int, starts: dict[str, int]) -> Iterator[Age]:
    """Give the ages that a sentence tells of wars whose first year the report prints."""
    text = document.text
    for match in _AGE.finditer(text, start, end):
        count = read_count(match["c"].replace("-", " "))
        if count is None or not count.sharp or count.unit not in ("year", "decade"):
            continue
        number = count.least * (10 if count.unit == "decade" else 1)
        around = text[max(start, match.start() - 40) : min(end, match.end() + 40)].lower()
        stem = next((s for s in starts if s and re.search(rf"\b{s}", around)), None)
        if stem is None and not ("" in starts and re.search(rf"\b{START}", around)):
            continue
        first = starts[stem if stem is not None else ""]
        quote = document.quote(match.start(), match.end())
        yield Age(quote, _passed(first, number, (match["q"] or "").strip().lower()))


def _passed(first: int, number: int, how: str) -> Days:
    """Give the days in which so many years had passed since a day of a year."""
    if how in ("nearly", "almost"):
        return Days(date(first + number - 1, 1, 1), date(first + number, 12, 31))
    if how in ("more than", "over"):
        return Days(date(first + number, 1, 1), None)
    slack = 1 if how in ("about", "some") or number % 10 == 0 else 0
    return Days(date(first + number - slack, 1, 1), date(first + number + 1 + slack, 12, 31))
