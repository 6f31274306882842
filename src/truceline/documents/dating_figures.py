"""A day of publication in figures that may be read two ways, 03-10-2020: what else the report tells may decide."""

from __future__ import annotations

import re

from truceline.documents.dating_clues import COMING, PAST, SAME_DAY, Clue, clues_of
from truceline.documents.dating_reckoning import options_of
from truceline.domain.date_order import NUMERIC, day_first_in
from truceline.domain.date_patterns import WEEKDAY, weekday_number
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote

_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)
BESIDE = 25
"""Characters around a date in which its weekday stands."""


def decided(document: Document, quote: Quote, days: Days) -> Days:
    """Give the day of the order that the report's other dates, a weekday beside it or its story allow alone."""
    if days.width == 1 or not NUMERIC.fullmatch(quote.exact):
        return days
    read = [reckon(quote.exact, Anchor(day_first=order)) for order in (True, False)]
    both = [found.days for found in read if found and found.days.width == 1]
    for fits in (_in_order, _of_weekday, _of_story):
        left = [day for day in both if fits(document, quote, day)]
        if len(left) == 1:
            return left[0]
    return days


def _in_order(document: Document, quote: Quote, day: Days) -> bool:
    order = day_first_in(document.text)
    found = None if order is None else reckon(quote.exact, Anchor(day_first=order))
    return found is not None and found.days == day


def _of_weekday(document: Document, quote: Quote, day: Days) -> bool:
    around = document.text[max(0, quote.start - BESIDE) : quote.end + BESIDE]
    named = {weekday_number(match[0].lower()) for match in _WEEKDAY.finditer(around)}
    return day.earliest is not None and named == {day.earliest.weekday()}


def _of_story(document: Document, quote: Quote, day: Days) -> bool:
    return all(_fits(clue, day) for clue in clues_of(document).dates)


def _fits(clue: Clue, day: Days) -> bool:
    """Tell whether a date of the story may be told on a day: no past one lies ahead, no coming one behind."""
    if day.earliest is None:
        return True
    if not clue.days:
        years = range(day.earliest.year - 1, day.earliest.year + 2)
        told = [option for year in years for option in options_of(clue, year)]
        return not told or any(option.meets(day) for option in told)
    if clue.side == COMING:
        return not clue.days.before(day)
    return not day.before(clue.days) if clue.side in (PAST, SAME_DAY) else True
