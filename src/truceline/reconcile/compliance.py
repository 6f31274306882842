"""Whether a commitment is kept, and in time, for any day: computed, never typed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from truceline.domain.items import Commitment, History

DUE_SOON = 30
"""Days before a deadline from which it is due soon."""
DONE = frozenset({"met"})
BROKEN = frozenset({"broken"})
UNDER_WAY = frozenset({"in_progress", "missed", "refused"})
MOVED = frozenset({"pending", "met", "in_progress", "missed", "broken"})
"""What reports say only of commitments that had begun to bind: a condition before them was met."""


def timeliness(commitment: Commitment, as_of: date, *, condition_met: bool | None = None) -> str:
    """Give the timeliness of a commitment on a day, by five rules in this order.

    1. a condition or trigger not met: condition_unmet, even after the date has passed;
    2. continuing: breach_reported, breach_disputed where it is reported and denied, else continuing;
    3. no deadline, or none that can be counted: no_deadline;
    4. met: done_on_time up to the latest day of the deadline, else done_late;
    5. after that day overdue, within 30 days before it due_soon, else not_due.
    """
    history = known_by(commitment.history, as_of)
    if _waits(commitment, history, condition_met):
        return "condition_unmet"
    if _continues(commitment):
        return _breach(history)
    deadline = commitment.deadline
    last = deadline.days.latest if deadline and deadline.rule != "none" else None
    if last is None:
        return "no_deadline"
    done = next((h for h in history if h.implementation in DONE), None)
    if done:
        return "done_late" if _is_late(done, history, last) else "done_on_time"
    if as_of > last:
        return "overdue"
    return "due_soon" if as_of >= last - timedelta(days=DUE_SOON) else "not_due"


def known_by(history: Sequence[History], as_of: date) -> tuple[History, ...]:
    """Give what was known of fulfilment on a day; what bears no date counts always."""
    return tuple(h for h in history if _day_of(h) is None or (_day_of(h) or as_of) <= as_of)


def _day_of(entry: History) -> date | None:
    if entry.as_of is None:
        return None
    days = entry.as_of.days
    return days.latest or days.earliest


def _waits(commitment: Commitment, history: Sequence[History], condition_met: bool | None) -> bool:
    on_event = commitment.deadline is not None and commitment.deadline.rule == "on_event"
    if not (commitment.condition or on_event) or condition_met:
        return False
    return condition_met is False or not any(h.implementation in MOVED for h in history)


def _continues(commitment: Commitment) -> bool:
    if commitment.deadline is None:
        return commitment.class_ == "prohibition"
    return commitment.deadline.rule == "continuing"


def _breach(history: Sequence[History]) -> str:
    said = {h.implementation for h in history}
    if "disputed" in said or ("broken" in said and "met" in said):
        return "breach_disputed"
    return "breach_reported" if "broken" in said else "continuing"


def _is_late(done: History, history: Sequence[History], last: date) -> bool:
    """Tell whether fulfilment is dated after the deadline, or was still under way after it.

    That a later report tells of it does not make it late.
    """
    if done.as_of is None or done.as_of.text is None:
        before = history[: history.index(done)]
        return any(h.implementation in UNDER_WAY and (_day_of(h) or last) > last for h in before)
    return done.as_of.days.earliest is not None and done.as_of.days.earliest > last


def days_late(commitment: Commitment, as_of: date) -> int | None:
    """Count the days from the deadline to fulfilment, or to the day asked for where it is overdue."""
    state = timeliness(commitment, as_of)
    last = commitment.deadline.days.latest if commitment.deadline else None
    if last is None or state not in ("done_late", "overdue"):
        return None
    if state == "overdue":
        return (as_of - last).days
    done = next(h for h in known_by(commitment.history, as_of) if h.implementation in DONE)
    return (done.as_of.days.earliest - last).days if done.as_of and done.as_of.days.earliest else None


def implementation(commitment: Commitment, as_of: date) -> str:
    """Give what is said of fulfilment last; disputed where reports of the same time exclude each other."""
    history = known_by(commitment.history, as_of)
    if not history:
        return "none_stated"
    dated = [h for h in history if _day_of(h) is not None]
    last = max((day for h in dated if (day := _day_of(h))), default=None)
    said = {h.implementation for h in history if _day_of(h) in (last, None)}
    if "disputed" in said or ("met" in said and said & {"broken", "missed", "refused"}):
        return "disputed"
    order = ("broken", "missed", "refused", "met", "in_progress", "pending", "none_stated")
    return next((state for state in order if state in said), "none_stated")


def was_reversed(commitment: Commitment, as_of: date) -> bool:
    """Tell whether a commitment was met and later broken."""
    history = known_by(commitment.history, as_of)
    met = [day for h in history if h.implementation in DONE and (day := _day_of(h))]
    broken = [day for h in history if h.implementation in BROKEN and (day := _day_of(h))]
    return bool(met and broken) and max(broken) > min(met)
