"""Whether two tellings of events share words, names, numbers and dead that few others have."""

from __future__ import annotations

from truceline.reconcile.content_words import numbers, overlap, stems_of
from truceline.reconcile.event_places import at_one_place
from truceline.reconcile.precision import near, value
from truceline.reconcile.told_events import Told, as_many_dead

COMMON, MOST = 0.5, 1.5
"""From which rarity on a word tells something, and what shared words tell at most."""


ENOUGH, ALIKE = 2, 0.6


def rare_words(a: Told, b: Told) -> float:
    """They share words that few other tellings have."""
    return _weight(a, a.rest & b.rest)


def rare_names(a: Told, b: Told) -> float:
    """They share names that few other tellings have, of others than those who do it or whom it is done to in both."""
    if a.doers & b.doers or a.targets & b.targets:
        return _weight(a, a.stems & b.stems & (a.named | b.named)) / 2
    return _weight(a, a.stems & b.stems & (a.named | b.named))


def _weight(told: Told, shared: frozenset[str]) -> float:
    rarity = told.among.rarity
    return min(MOST, sum(sorted(max(0.0, rarity.get(stem, 0.0) - COMMON) for stem in shared)))


def alike_words(a: Told, b: Told) -> bool:
    """One says little that the other does not."""
    return len(a.rest & b.rest) >= ENOUGH and overlap(a.rest, b.rest) >= ALIKE


def nothing_shared(a: Told, b: Told) -> bool:
    """They share no word besides names and times, and no place."""
    return bool(a.rest and b.rest) and not (a.rest & b.rest or at_one_place(a, b) or (a.signs and b.signs))


def same_numbers(a: Told, b: Told) -> int:
    """They tell the same numbers."""
    mine, theirs = (numbers(t.stems) - stems_of(t.account.date.text or "") for t in (a, b))
    return min(2, len(mine & theirs))


def alike_toll(a: Told, b: Told) -> bool:
    """They tell of as many dead, or of nearly as many, and of more than two."""
    one, other = a.account.fatalities, b.account.fatalities
    if one is None or other is None or (value(one) or 0) < 3:
        return False
    return as_many_dead(a, b) or near(one, other)


def other_toll(a: Told, b: Told) -> bool:
    """They tell of quite different numbers of dead."""
    return a.account.fatalities is not None and b.account.fatalities is not None and not alike_toll(a, b)
