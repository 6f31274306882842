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
LONGEST_AGO, PACE, WIDEST = 40 * 366, 12, 5 * 366
"""Days up to which "years ago" is looked for, at which distances, and how many days it may mean."""
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
    near = [d for n in range(DEICTIC + 1) if _means(words, d := day + timedelta(days=step * n), day, tense)]
    if not near:
        return _far_off(words, day, step, tense) or plain
    lasts = _means(words, day + timedelta(days=step * 3 * DEICTIC), day, tense)  # "20 June", and not "three weeks ago"
    farthest = day + timedelta(days=step * (BARE if lasts else 0))
    return hull(*(Days.on(d) for d in (*near, farthest if farthest != day else near[0])))


def _far_off(words: str, day: date, step: int, tense: str) -> Days | None:
    """Give the days on which words such as "five months ago" or "two years ago" mean a day."""
    steps = range(DEICTIC, LONGEST_AGO, PACE)
    found = [n for n in steps if _means(words, day + timedelta(days=step * n), day, tense, WIDEST)]
    if not found:
        return None
    first, last = found[0] - PACE + 1, found[-1] + PACE - 1
    return hull(*(Days.on(day + timedelta(days=step * n)) for n in (first, last)))


def _means(words: str, written: date, day: date, tense: str, widest: int = BARE) -> bool:
    found = reckon(words, Anchor(Days.on(written), tense=tense))
    return found is not None and (found.days.width or widest) < widest and found.days.meets(Days.on(day))


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
