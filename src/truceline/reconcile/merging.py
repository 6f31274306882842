"""What the record makes of several accounts: nothing is averaged, and what one account leaves open another may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from truceline.domain.amounts import Amount
from truceline.domain.dates import When

T = TypeVar("T")

_RANK = {"stated": 0, "derived": 1, "reported_elsewhere": 2, "unknown": 3}


def union(lists: Iterable[Sequence[T]]) -> tuple[T, ...]:
    """Give every member of some lists once, in order of first appearance."""
    return tuple(dict.fromkeys(x for one in lists for x in one))


def commonest(values: Iterable[T]) -> T:
    """Give the value that most accounts have; of several the first in order of appearance."""
    counts = Counter(values)
    return max(counts, key=lambda v: counts[v])


def first_known(values: Iterable[T | None]) -> T | None:
    """Give the first value that is told at all."""
    return next((v for v in values if v is not None), None)


def merged_when(dates: Iterable[When | None], reports: Sequence[str]) -> When | None:
    """Take the narrowest date and cut it to what the other accounts that agree with it allow."""
    found = [(w, r) for w, r in zip(dates, reports, strict=True) if w is not None and w.days.known]
    if not found:
        return None
    best, _ = min(found, key=lambda one: (_width(one[0]), _RANK[one[0].basis], one[1]))
    days = best.days
    for other, _ in sorted(found, key=lambda one: (_width(one[0]), one[1])):
        days = days.both(other.days) or days
    return replace(best, days=days)


def _width(when: When) -> int:
    width = when.days.width
    return width if width is not None else 10_000_000 + (when.days.earliest is None) + (when.days.latest is None)


def merged_amount(amounts: Iterable[Amount | None]) -> Amount | None:
    """Take the one amount that all accounts fit; where they differ, keep lowest and highest and no best value."""
    found = [a for a in amounts if a is not None]
    if not found:
        return None
    lows = [a.low if a.low is not None else a.best for a in found]
    highs = [a.high if a.high is not None else a.best for a in found]
    if all((a.low, a.best, a.high) == (found[0].low, found[0].best, found[0].high) for a in found):
        return found[0]
    low, high = (
        min((x for x in lows if x is not None), default=None),
        max((x for x in highs if x is not None), default=None),
    )
    return replace(found[0], relation="range", low=low, best=None, high=high)


def day_order(when: When | None) -> tuple[date, date]:
    """Give a key that puts dated things in order, the undated last."""
    days = when.days if when else None
    earliest = (days and (days.earliest or days.latest)) or date.max
    return earliest, (days and days.latest) or earliest
