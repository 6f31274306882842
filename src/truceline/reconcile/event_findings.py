"""Accounts of one event that differ in whether it happened; its dead and injured are compared with all figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from truceline.domain.dates import Days
from truceline.domain.items import Event, EventAccount, Finding
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import Evidence, finding, independent, plain, side


def event_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Accounts of one event that differ in whether it happened, or that tell it before and after."""
    for event in evidence.events:
        for a, b in combinations(event.accounts, 2):
            if independent(books, a.report, b.report):
                yield from _told_apart(event, a, b)
                yield from _came_about(event, a, b, books)


_AHEAD = {"planned", "conditional", "hypothetical"}
_DONE = {"occurred", "ongoing"}


def _came_about(event: Event, a: EventAccount, b: EventAccount, books: Books) -> Iterator[Finding]:
    """What one report foresees and a later one tells as done."""
    if a.status in _DONE:
        a, b = b, a
    before, after = (books.published.get(one.report, Days()) for one in (a, b))
    if a.status in _AHEAD and b.status in _DONE and before.known and before.before(after):
        reason = f"Told as {plain(a.status)} and, later, as {plain(b.status)}."
        yield finding("update", "status", "weak", reason, [side("a", event, a), side("b", event, b)])


def _told_apart(event: Event, a: EventAccount, b: EventAccount) -> Iterator[Finding]:
    sides = [side("a", event, a), side("b", event, b)]
    if {a.status, b.status} in ({"occurred", "denied"}, {"ongoing", "denied"}, {"alleged", "denied"}):
        reason = "One side tells the event as a fact, the other denies it."
        yield finding("contradiction", "existence", "strict", reason, sides)
