"""Accounts of one event that differ in whether it happened; its dead and injured are compared with all figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product

from truceline.domain.dates import Days, When
from truceline.domain.items import Event, EventAccount, Finding
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import Evidence, finding, independent, plain, side
from truceline.reconcile.merging import day_order


def event_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Accounts of one event that differ in whether it happened, or that tell it before and after."""
    for event in evidence.events:
        for a, b in combinations(event.accounts, 2):
            if independent(books, a.report, b.report):
                yield from _told_apart(event, a, b)
        yield from islice(_came_about(event, books), MOST)


MOST = 3
"""Findings of one change; more reports tell nothing new."""
_AHEAD = {"planned", "conditional", "hypothetical"}
_DONE = {"occurred", "ongoing"}
_JOINT = {"CONSULT", "COOPERATE"}
"""Where one party takes no part others still may: no denial of the event."""


def _came_about(event: Event, books: Books) -> Iterator[Finding]:
    """What one report foresees and a later one tells as done, the first to tell it first."""
    told = [(books.published.get(a.report, Days()), a) for a in event.accounts]
    dated = sorted((t for t in told if t[0].known), key=lambda t: (day_order(When(None, t[0])), t[1].report))
    pairs = product(*([t for t in dated if t[1].status in stage] for stage in (_AHEAD, _DONE)))
    for (before, a), (after, b) in sorted(pairs, key=lambda p: (dated.index(p[0]) + dated.index(p[1]), p[0][1].report)):
        if before.before(after) and independent(books, a.report, b.report):
            reason = f"Told as {plain(a.status)} and, later, as {plain(b.status)}."
            yield finding("update", "status", "weak", reason, [side("a", event, a), side("b", event, b)])


def _told_apart(event: Event, a: EventAccount, b: EventAccount) -> Iterator[Finding]:
    sides = [side("a", event, a), side("b", event, b)]
    if event.type not in _JOINT and {a.status, b.status} in (
        {"occurred", "denied"},
        {"ongoing", "denied"},
        {"alleged", "denied"},
    ):
        reason = "One side tells the event as a fact, the other denies it."
        yield finding("contradiction", "existence", "strict", reason, sides)
