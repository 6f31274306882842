"""Accounts of one event that differ in whether it happened, or in its dead and injured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from truceline.domain.items import Event, EventAccount, Finding
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import Evidence, finding, independent, shown, side


def event_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Accounts of one event that differ in whether it happened, or in its dead and injured."""
    for event in evidence.events:
        for a, b in combinations(event.accounts, 2):
            if independent(books, a.report, b.report):
                yield from _told_apart(event, a, b)


def _told_apart(event: Event, a: EventAccount, b: EventAccount) -> Iterator[Finding]:
    sides = [side("a", event, a), side("b", event, b)]
    if {a.status, b.status} in ({"occurred", "denied"}, {"ongoing", "denied"}, {"alleged", "denied"}):
        reason = "One side tells the event as a fact, the other denies it."
        yield finding("contradiction", "existence", "strict", reason, sides)
    for what in ("fatalities", "injured"):
        mine, theirs = getattr(a, what), getattr(b, what)
        if mine is not None and theirs is not None and mine.excludes(theirs):
            reason = f"{shown(mine)} and {shown(theirs)}: no number of {what} fits both."
            yield finding("contradiction", "number", "strict", reason, sides)
