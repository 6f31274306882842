"""The deadline algebra: from what a deadline counts, the days it allows, and how they were counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from truceline.domain.calendars import HALF_MONTH, hull
from truceline.domain.counts import Count
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.deadline_words import counts_from_signing, says_signing
from truceline.domain.mention import Deadline

COUNTED = ("offset", "chain")
UNIT_WORDS = {"working_day": "working day", "half_month": "half month"}


def computed(deadline: Deadline, start: Days, previous: Days = UNKNOWN_DAYS, signing: Days | None = None) -> Deadline:
    """Give the deadline with the days that follow from the day it counts from.

    `start` is the day of the agreement, `previous` the deadline told before, for chains and shares of it. A deadline
    that counts from something else, or from a day that is not known, stays as its report left it. `signing` is the day
    of the signing where that may be another one; while it is not known, what counts from it stays open.
    """
    if signing is not None and says_signing(deadline.from_):
        start = signing
        deadline = deadline if signing.known else replace(deadline, days=UNKNOWN_DAYS)
    base = _base(deadline, start, previous)
    if deadline.rule == "within":
        return replace(deadline, days=base) if base.known else deadline
    if not base.known or deadline.count is None or deadline.rule not in (*COUNTED, "continuing"):
        return deadline
    number, unit = deadline.count
    due = Count(number, number, unit).after(base)
    if deadline.rule == "continuing":
        return replace(deadline, days=Days(base.earliest, due.latest))
    if number == 0:  # at once: from that day on, no end named
        return replace(deadline, days=Days(base.earliest, None))
    return replace(deadline, days=due)


def _base(deadline: Deadline, start: Days, previous: Days) -> Days:
    if deadline.rule in ("chain", "within"):
        return previous
    return start if counts_from_signing(deadline.from_) else UNKNOWN_DAYS


def computed_in_order(
    deadlines: Iterable[Deadline | None], start: Days, signing: Days | None = None
) -> tuple[Deadline | None, ...]:
    """Compute the deadlines of one agreement in the order of its text, each chain counting from the one before."""
    found: list[Deadline | None] = []
    previous = UNKNOWN_DAYS
    for deadline in deadlines:
        done = computed(deadline, start, previous, signing) if deadline else None
        found.append(done)
        if done and done.rule in ("fixed", *COUNTED) and done.days.latest:
            previous = Days(done.days.earliest or done.days.latest, done.days.latest)
    return tuple(found)


def working(deadline: Deadline, start: Days, previous: Days = UNKNOWN_DAYS) -> str | None:
    """Write how a deadline was counted: "29 Feb 2020 + 135 days = 13 Jul 2020"; None where nothing was counted."""
    base = _base(deadline, start, previous)
    done = computed(deadline, start, previous)
    if deadline.count is None or not base.known or not done.days.known or deadline.rule not in COUNTED:
        return None
    return f"{_shown(base)} + {counted(*deadline.count)} = {_shown(done.days)}"


def counted(number: int, unit: str) -> str:
    """Write a count in words: 135 days, 9 months and 15 days."""
    if unit == "half_month":
        months, halves = divmod(number, 2)
        parts = [f"{months} months" if months > 1 else "1 month"] if months else []
        return " and ".join([*parts, *([f"{HALF_MONTH} days"] if halves else [])])
    word = UNIT_WORDS.get(unit, unit)
    return f"{number} {word}{'' if number == 1 else 's'}"


def _shown(days: Days) -> str:
    if days.earliest == days.latest and days.earliest:
        return _day(days.earliest)
    first, last = (_day(d) if d else None for d in (days.earliest, days.latest))
    return f"{first} to {last}" if first and last else f"from {first}" if first else f"until {last}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


@dataclass(frozen=True, slots=True)
class Check:
    """Something that does not fit about a deadline, in one sentence."""

    about: str
    """computed, calendars or trigger."""
    reason: str


def against_reported(deadline: Deadline, reported: Days) -> Check | None:
    """Compare the day that was counted with one that a report states."""
    if deadline.days.meets(reported) or not deadline.days.known:
        return None
    return Check("computed", f"{deadline.text!r} gives {_shown(deadline.days)}, but {_shown(reported)} is reported.")


def calendars_agree(days: Iterable[Days]) -> Check | None:
    """Tell if the same day, printed in several calendars, is not the same."""
    every = list(days)
    for one in every:
        for other in every:
            if not one.meets(other):
                return Check("calendars", f"Printed side by side, but {_shown(one)} is not {_shown(other)}.")
    return None


def passed_before_trigger(deadline: Deadline, trigger: Days) -> Check | None:
    """Tell if the day of a deadline passed before the event that was to set it running."""
    if deadline.rule != "on_event" or not deadline.days.before(trigger):
        return None
    assert deadline.days.latest
    late = (trigger.earliest - deadline.days.latest).days if trigger.earliest else 0
    return Check("trigger", f"The date passed {late} days before its trigger.")


def every_reading(*readings: Days) -> Days:
    """Cover every sound reading of one deadline."""
    known = [days for days in readings if days.known]
    return hull(*known) if known else UNKNOWN_DAYS
