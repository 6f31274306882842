"""What the words that date an item tell of the report, once other reports tell the day: "on Tuesday", "13 December"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.domain.calendars import hull
from truceline.domain.date_patterns import WEEKDAY
from truceline.domain.date_words import Anchor, reckon, when
from truceline.domain.dates import Days, When

DEICTIC, BARE = 21, 330
"""Days within which "on Tuesday" is written, and those after which a day of the last year would have its year."""
_NEAR_DAY = re.compile(
    rf"(?:(?:last|this|next|this past) {WEEKDAY}|yesterday|today|tomorrow)\b(?=,? \(?\w)", re.IGNORECASE
)
AHEAD = frozenset({"planned", "conditional", "hypothetical"})


def written_beside(words: str | None, day: date, status: str) -> Days:
    """Give the days on which a report could put an item of a known day in these words."""
    ahead = status in AHEAD
    plain = Days(None, day) if ahead else Days(day, None)
    alone = reckon(words, Anchor()) if words else None
    if words is None or (alone is not None and alone.days.known):
        return plain
    tense, step = ("future", -1) if ahead else ("past", 1)
    beside = _NEAR_DAY.match(words)  # "last Saturday, 29 February": both must fit
    words = beside[0] if beside else words
    fitting = [d for n in range(DEICTIC + 1) if _means(words, d := day + timedelta(days=step * n), day, tense)]
    if not fitting:
        return plain
    farthest = day + timedelta(days=step * (BARE if fitting[-1] == day + timedelta(days=step * DEICTIC) else 0))
    return hull(*(Days.on(d) for d in (*fitting, farthest if farthest != day else fitting[0])))


def _means(words: str, written: date, day: date, tense: str) -> bool:
    found = reckon(words, Anchor(Days.on(written), tense=tense))
    return found is not None and (found.days.width or BARE) < BARE and found.days.meets(Days.on(day))


def dated_anew(told: When, published: Days, status: str) -> When:
    """Count words that named no day, or no last one, from days of publication that are known by now."""
    if told.text is None or told.days.width is not None:
        return told
    tense = "future" if status in AHEAD else "past"
    found = when(told.text, Anchor(published, tense=tense))
    if found is None or not found.days.known:
        return _bounded(told, published, status)
    return _bounded(replace(found, text=told.text), published, status)


def _bounded(told: When, published: Days, status: str) -> When:
    """Bound an open side by publication: what happened lies before it, what is to come after it."""
    limit = Days(published.earliest, None) if status in AHEAD else Days(None, published.latest)
    both = told.days.both(limit)
    return replace(told, days=both, basis=told.basis if told.days.known else "derived") if both and both.known else told
