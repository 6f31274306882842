"""Whether two tellings of events are of one sort of deed, done, planned or denied."""

from __future__ import annotations

from truceline.reconcile.event_days import ONCE, TO_COME
from truceline.reconcile.event_places import tell_much
from truceline.reconcile.told_events import Told, same_word

NEAR_TYPES = (
    frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE"}),
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}),
    frozenset({"RETREAT", "CONCEDE", "AGREE", "AID"}),
    frozenset({"REJECT", "ACCUSE", "THREATEN", "DEMAND", "REQUEST", "SANCTION"}),
)
"""Types that two coders may well give to one event."""
DONE = frozenset({"occurred", "ongoing", "alleged"})
FEW = 2


def same_type(a: Told, b: Told) -> bool:
    """They are events of one type."""
    return a.account.type == b.account.type


def near_type(a: Told, b: Told) -> bool:
    """They are of types that are easily taken for one another."""
    return not same_type(a, b) and any({a.account.type, b.account.type} <= family for family in NEAR_TYPES)


def same_mode(a: Told, b: Told) -> bool:
    """They are of one mode of their type."""
    return a.account.mode is not None and a.account.mode == b.account.mode


def both_sign(a: Told, b: Told) -> bool:
    """An agreement is made in both."""
    return a.signs and b.signs


def done_once(a: Told, b: Told) -> bool:
    """Both are told by a word for what the same parties seldom do twice."""
    return bool({a.mention.predicate, b.mention.predicate} & ONCE) and same_word(a, b)


def few_of_type(a: Told, b: Told) -> bool:
    """They are of one type, and their reports tell of hardly anything else of it."""
    return same_type(a, b) and tell_much(a, b) and max(a.among.of_type, b.among.of_type) <= FEW


def only_by_word(a: Told, b: Told) -> bool:
    """They are told by one word, and nothing else in their reports is."""
    return same_word(a, b) and tell_much(a, b) and a.among.of_word == b.among.of_word == 1


def plan_and_deed(a: Told, b: Told) -> bool:
    """One has happened, and the other is only planned."""
    statuses = {a.account.status, b.account.status}
    return bool(statuses & DONE and statuses & TO_COME)


def other_mode(a: Told, b: Told) -> bool:
    """One lets people go or lays down arms, say, and the other leaves a place."""
    one, other = a.account.mode, b.account.mode
    return same_type(a, b) and None not in (one, other) and one != other and not same_word(a, b)


def other_sort(a: Told, b: Told) -> bool:
    """They are deeds of quite different sorts."""
    return not (same_type(a, b) or near_type(a, b) or same_word(a, b))
