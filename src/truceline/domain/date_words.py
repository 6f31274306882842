"""English time expressions as intervals of days: what the words allow, counted from where they stand.

Nothing is guessed: what cannot be known gives no days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from truceline.domain.date_composed import reckon_here
from truceline.domain.date_patterns import tidy
from truceline.domain.date_standing import Here, Reckoned
from truceline.domain.dates import UNKNOWN_DAYS, Days, When

LONGEST = 150
"""Characters of the longest time expression; what is longer is none."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What time expressions count from: the days of publication, the date told before, and the tense around."""

    published: Days = UNKNOWN_DAYS
    told: Days = UNKNOWN_DAYS
    tense: str = "past"
    by_told: bool = False
    day_first: bool | None = None
    """The order of day and month in figures, where other dates of the text show it."""


def reckon(words: str, anchor: Anchor) -> Reckoned | None:
    """Give the days that a time expression allows; None if it is no time expression that the rules know.

    Where publication is an interval, so is the answer: every day of it is allowed for.
    """
    if len(words) > LONGEST:
        return None
    first, last = anchor.published.earliest, anchor.published.latest
    at_first = _reckon_at(words, Here(first, anchor.told, anchor.tense, anchor.by_told, anchor.day_first))
    if first == last or at_first is None:
        return at_first
    at_last = _reckon_at(words, Here(last, anchor.told, anchor.tense, anchor.by_told, anchor.day_first))
    if at_last is None:
        return None
    start, end = at_first.days.earliest, at_last.days.latest
    days = UNKNOWN_DAYS if start and end and start > end else Days(start, end)
    return replace(at_first if first else at_last, days=days)


def when(words: str, anchor: Anchor) -> When | None:
    """Give what dates an item, with its basis; None if the words are no time expression."""
    found = reckon(words, anchor)
    if found is None:
        return None
    if not found.days.known:
        return When(words, UNKNOWN_DAYS, "unknown")
    alone = reckon(words, Anchor())
    return When(words, found.days, "stated" if alone and alone.days.known else "derived")


@lru_cache(maxsize=8192)
def _reckon_at(words: str, here: Here) -> Reckoned | None:
    tidied = tidy(words)
    if not tidied:
        return Reckoned(UNKNOWN_DAYS, "time") if re.search(r"\d|noon|night|dawn|morning|evening|hours", words) else None
    return reckon_here(tidied, here)
