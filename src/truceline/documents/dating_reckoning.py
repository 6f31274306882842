"""From clues to the interval of publication: sure bounds first, usage second, and nothing where they leave nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.documents.dating_clues import COMING, PAST, SAME_DAY, Clue, Clues
from truceline.documents.dating_imprint import Imprint
from truceline.domain.calendars import hull
from truceline.domain.date_patterns import MONTH, WEEKDAY, tidy
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.document import Document, Published, Quote

CLOSE = 500
"""Days of an interval up to which the year of a dateline follows from it."""
CURRENT = 2
"""Years after the newest printed year in which a report still lies that prints a weekday with a day and no year."""
LINGER = 60
"""Days into a new year in which dates of November and December are still printed without their year."""


@dataclass(frozen=True, slots=True)
class _Found:
    days: Days
    quotes: tuple[Quote, ...]

    def cut(self, days: Days, quote: Quote) -> _Found | None:
        """Keep what lies in both; None if nothing does."""
        both = self.days.both(days)
        if both is None:
            return None
        return self if both == self.days else _Found(both, (*self.quotes, quote))


def reckon_published(document: Document, clues: Clues, dateline: Quote | None) -> Published:
    """Give publication as far as the words of a document allow."""
    found = _Found(UNKNOWN_DAYS, ())
    found = _by_printed_dates(found, clues.dates)
    for age in clues.ages:
        found = found.cut(age.years, age.quote) or found
    found = _by_usage(found, clues.dates)
    found = _by_imprint(found, clues.imprint)
    found = _by_weekdays(found, clues.dates)
    found = _by_dates_without_year(found, clues.dates)
    if dateline is not None:
        found = _by_dateline(found, dateline)
    if not found.days.known:
        return Published()
    return Published(found.days, "derived", tuple(dict.fromkeys(found.quotes)))


def _by_printed_dates(found: _Found, dates: Iterable[Clue]) -> _Found:
    """A date told as past is not after publication; one still to come is not before it. Past dates are surer."""
    for clue in sorted((c for c in dates if c.days), key=lambda c: (c.side == COMING, -_start(c).toordinal())):
        assert clue.days
        if clue.side == PAST and clue.days.earliest:
            found = found.cut(Days(clue.days.earliest, None), clue.quote) or found
        elif clue.side == SAME_DAY:
            found = found.cut(_told_on(clue, clue.days), clue.quote) or found
        elif clue.side == COMING and clue.days.latest:
            found = found.cut(Days(None, clue.days.latest), clue.quote) or found
    return found


def _told_on(clue: Clue, named: Days) -> Days:
    """Give the days on which "yesterday, 5 May" or "last Saturday, 5 May" is written."""
    written = named.shifted(clue.shift)
    return Days(written.earliest, written.latest and written.latest + timedelta(days=clue.reach))


def _by_imprint(found: _Found, imprint: Imprint | None) -> _Found:
    """A copyright of one year is that of the report, unless it is years younger than what the report tells."""
    if imprint is None or imprint.days.earliest is None:
        return found
    newest = found.days.earliest
    own = imprint.single and (newest is None or imprint.days.earliest.year - newest.year <= CURRENT)
    return found.cut(imprint.days if own else Days(None, imprint.days.latest), imprint.quote) or found


def _start(clue: Clue) -> date:
    return (clue.days.earliest if clue.days else None) or date.min


def _by_usage(found: _Found, dates: Iterable[Clue]) -> _Found:
    """ "In 2018, he said" is written when 2018 is over, if nothing else speaks against it."""
    for clue in (c for c in dates if c.bare_year and c.days):
        found = found.cut(Days(date(_start(clue).year + 1, 1, 1), None), clue.quote) or found
    return found


def _by_weekdays(found: _Found, dates: tuple[Clue, ...]) -> _Found:
    """ "On Sunday, 27 January" falls in one year out of five at least: that of the report, if the rest bounds it."""
    newest = max((_start(clue).year for clue in dates if clue.days and clue.side != COMING), default=None)
    first = found.days.earliest
    for clue in dates:
        if first is None or newest is None or clue.days or not re.match(rf"{WEEKDAY}\b", clue.words, re.IGNORECASE):
            continue
        last = found.days.latest.year if found.days.latest else newest + CURRENT
        options = [o for y in range(first.year, last + 1) for o in options_of(clue, y) if o.meets(found.days)]
        if len(options) == 1:
            found = found.cut(options[0], clue.quote) or found
    return found


def _by_dates_without_year(found: _Found, dates: Iterable[Clue]) -> _Found:
    """ "August 29" is of the running year: told as past it lies behind publication, to come it lies ahead."""
    for clue in (c for c in dates if c.words and not c.days and re.search(r"\d", c.words)):
        start, end = found.days.earliest, found.days.latest
        if start is None:
            continue
        last = end.year if end else start.year + 1
        options = [o for year in range(start.year, last + 1) for o in options_of(clue, year) if o.meets(found.days)]
        parts = [both for o in options if (both := o.both(found.days))]
        if parts:
            whole = hull(*parts)
            found = found.cut(Days(whole.earliest, whole.latest if end else None), clue.quote) or found
    return found


def options_of(clue: Clue, year: int) -> list[Days]:
    """Give the days on which a report could print this date without its year, if it is a date of that year."""
    named = _in_year(clue.words, year)
    if named is None or named.earliest is None or named.latest is None:
        return []
    if clue.side == SAME_DAY:
        return [_told_on(clue, named)]
    if clue.side == PAST:
        late = named.earliest.month > 10
        return [Days(named.earliest, date(year, 12, 31) + timedelta(days=LINGER if late else 0))]
    early = named.latest.month < 3
    first = date(year - 1, 11, 1) if early else date(year, 1, 1)
    last = named.latest - timedelta(days=1) if named.width == 1 else named.latest
    return [Days(min(first, last), last)]


def _in_year(words: str, year: int) -> Days | None:
    """Give the days of a date in a year; None if its weekday tells that it is of another year."""
    plain = re.sub(rf"^{WEEKDAY}(?: \w+)??,? (?=\d|{MONTH})", "", words, flags=re.IGNORECASE)
    plain = re.sub(r"^(?:in|by|until|before|since|during) ", "", plain, flags=re.IGNORECASE)
    found = reckon(f"{plain} {year}", Anchor())
    if not found or not found.days.earliest:
        return None
    weekday = re.match(WEEKDAY, tidy(words))
    if weekday and not f"{found.days.earliest:%A}".lower().startswith(weekday[0][:3]):
        return None
    return found.days


def _by_dateline(found: _Found, dateline: Quote) -> _Found:
    """A dateline's day is the day of publication; its year follows from the rest, or else nothing does."""
    start, end = found.days.earliest, found.days.latest
    if start is None or end is None or (end - start).days > CLOSE:
        return found
    days = [d for y in range(start.year, end.year + 1) if (d := _in_year(dateline.exact, y)) and d.meets(found.days)]
    return found.cut(hull(*days), dateline) or found if days else found
