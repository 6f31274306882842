"""Why two tellings are one event: what speaks for it and against it, in points."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from truceline.reconcile.event_cast import one_victim, other_doers, same_doers, same_targets, two_enemies
from truceline.reconcile.event_days import (
    any_time,
    as_news,
    at_two_times,
    days_apart,
    done_late,
    long_apart,
    one_day,
    same_month,
    same_weekday,
    two_days,
    weeks_apart,
    within_weeks,
)
from truceline.reconcile.event_deeds import (
    both_sign,
    done_once,
    few_of_type,
    only_by_word,
    other_mode,
    other_sort,
    plan_and_deed,
    same_mode,
    same_type,
)
from truceline.reconcile.event_places import all_there_is, at_one_place, at_two_places
from truceline.reconcile.event_words import (
    alike_toll,
    alike_words,
    nothing_shared,
    other_toll,
    rare_names,
    rare_words,
    same_numbers,
)
from truceline.reconcile.grouping import Comparison
from truceline.reconcile.told_events import Told

Reason = Callable[[Told, Told], float]


def elsewhere(a: Told, b: Told) -> int | None:
    """Two tellings of one report are two events; its reader has already put together what belongs together."""
    return None if a.account.report == b.account.report else 0


def two_times(a: Told, b: Told) -> int | None:
    """They are of two times, and both reports know which."""
    return None if at_two_times(a, b) else 0


def two_conflicts(a: Told, b: Told) -> bool:
    """Their reports are about two conflicts."""
    return a.setting.apart(b.setting)


WEIGHTS: tuple[tuple[Reason, int], ...] = (
    (same_type, 8), (same_mode, 6), (both_sign, 4), (done_once, 3), (few_of_type, 8),
    (only_by_word, 9), (plan_and_deed, -7), (other_mode, -8), (other_sort, -7),
    (one_day, 19), (within_weeks, 6), (same_weekday, 7), (same_month, 8), (done_late, 5),
    (as_news, 6), (days_apart, -7), (weeks_apart, -2), (long_apart, -11), (two_days, -1), (any_time, -14),
    (same_doers, 6), (same_targets, 7), (one_victim, 12), (two_enemies, -14), (other_doers, -14),
    (at_one_place, 11), (all_there_is, 17), (at_two_places, -30),
    (nothing_shared, -12), (rare_words, 5), (rare_names, 18), (alike_words, 7), (same_numbers, 12), (alike_toll, 6),
    (other_toll, -5),
    (two_conflicts, -25),
)  # fmt: skip
"""Each reason with its weight: how much it adds to the log of the odds that two tellings are one event, in tenths.

Fitted by benchmarks/likeness.py on pairs of tellings whose conflicts are told by several reports; what stands against
sameness and is rare there, but common in a war of many reports (two towns, two sides), is set by hand."""
THRESHOLD, SLACK = 18, 4
SURE = THRESHOLD + 12
"""Points from which on one report may date another."""


def _weighed(reason: Reason, weight: int) -> Comparison[Told]:
    @wraps(reason)
    def points(a: Told, b: Told) -> int | None:
        return round(weight * reason(a, b))

    return Comparison(points)


COMPARISONS: tuple[Comparison[Told], ...] = (
    Comparison(elsewhere),
    Comparison(two_times),
    *(_weighed(*row) for row in WEIGHTS),
)
