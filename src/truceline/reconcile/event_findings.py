"""Accounts of one event that differ in whether it happened; its dead and injured are compared with all figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, islice, product

from truceline.domain.dates import Days, When
from truceline.domain.items import Event, EventAccount, Finding, Place
from truceline.reconcile.books import Books
from truceline.reconcile.count_times import gap_between, last_day
from truceline.reconcile.finding_parts import Evidence, finding, independent, plain, side
from truceline.reconcile.merging import day_order
from truceline.reconcile.sides import opposed
from truceline.reconcile.sides import side as stands_on


def event_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Accounts of one event that differ in whether it happened, or that tell it before and after."""
    for event in evidence.events:
        for a, b in combinations(event.accounts, 2):
            if independent(books, a.report, b.report):
                yield from _told_apart(event, a, b, books)
                yield from _told_otherwise(event, a, b, books)
        yield from islice(_came_about(event, books), MOST)


MOST = 3
"""Findings of one change; more reports tell nothing new."""
SAME_NEWS = 10
"""Days between two reports that tell one piece of news."""
SIGNINGS = {"AGREE", "SUPPORT"}
"""Signed at midnight is signed on two days."""
_TOLD = {"occurred", "ongoing", "alleged"}
_AHEAD = {"planned", "conditional", "hypothetical"}
_DONE = {"occurred", "ongoing"}
_BLOWS = {"ASSAULT", "COERCE", "CRIME", "MOBILIZE", "RETREAT"}
"""What happens or does not: whom talks or promises leave out, others may still tell of."""


def _came_about(event: Event, books: Books) -> Iterator[Finding]:
    """What one report foresees and a later one tells as done, the first to tell it first."""
    told = [(books.published.get(a.report, Days()), a) for a in event.accounts]
    dated = sorted((t for t in told if t[0].known), key=lambda t: (day_order(When(None, t[0])), t[1].report))
    pairs = product(*([t for t in dated if t[1].status in stage] for stage in (_AHEAD, _DONE)))
    for (before, a), (after, b) in sorted(pairs, key=lambda p: (dated.index(p[0]) + dated.index(p[1]), p[0][1].report)):
        if before.before(after) and independent(books, a.report, b.report):
            reason = f"Told as {plain(a.status)} and, later, as {plain(b.status)}."
            yield finding("update", "status", "weak", reason, [side("a", event, a), side("b", event, b)])


def _told_apart(event: Event, a: EventAccount, b: EventAccount, books: Books) -> Iterator[Finding]:
    """What one report tells as done and another of the same days as not done."""
    denied = {a.status, b.status} in ({"occurred", "denied"}, {"ongoing", "denied"}, {"alleged", "denied"})
    other_side = opposed(*([books.actors.by_id[i] for i in one.actors] for one in (a, b)))
    if denied and event.type in _BLOWS and not other_side and _of_the_same_days(a, b, books):
        reason = "One side tells the event as a fact, the other denies it."
        yield finding("contradiction", "existence", "strict", reason, [side("a", event, a), side("b", event, b)])


def _of_the_same_days(a: EventAccount, b: EventAccount, books: Books) -> bool:
    gap = gap_between(*(last_day(books.published.get(one.report, Days())) for one in (a, b)))
    return gap is not None and gap <= SAME_NEWS


def _told_otherwise(event: Event, a: EventAccount, b: EventAccount, books: Books) -> Iterator[Finding]:
    """Reports of the same days that put one deed on other days, at other places, or down to the other side."""
    if not _of_the_same_days(a, b, books) or not {a.status, b.status} <= _TOLD:
        return
    for about, differs, reason in DIFFERENCES:
        if differs(event, a, b, books):
            yield finding("contradiction", about, "strict", reason, [side("a", event, a), side("b", event, b)])


def _other_day(event: Event, a: EventAccount, b: EventAccount, books: Books) -> bool:
    one, other = a.date, b.date
    exact = one.days.width == other.days.width == 1 and one.text is not None and other.text is not None
    return exact and event.type not in SIGNINGS and not one.days.meets(other.days)


def _other_place(event: Event, a: EventAccount, b: EventAccount, books: Books) -> bool:
    """Whether one says that it was not where the other puts it."""
    return any(_says_not_there(one, books.places.place(other.place)) for one, other in ((a, b), (b, a)))


def _says_not_there(account: EventAccount, place: Place | None) -> bool:
    said = " ".join(q.exact for q in account.quotes)
    return place is not None and bool(re.search(rf"\bnot (?:in|at|near) {re.escape(place.name)}\b", said))


def _other_doer(event: Event, a: EventAccount, b: EventAccount, books: Books) -> bool:
    """Whether each puts a blow down to another side; in a clash both sides strike, so neither may be the one struck."""
    by, to = (
        [[books.actors.by_id[i] for i in ids] for ids in pair]
        for pair in ((a.actors, b.actors), (a.recipients, b.recipients))
    )
    struck = {stands for some in to for one in some if (stands := stands_on(one))}
    return event.type == "ASSAULT" and not struck and opposed(*by)


DIFFERENCES = (
    ("date", _other_day, "Reports of the same days put it on different days."),
    ("place", _other_place, "One side tells where it happened, the other says that it was not there."),
    ("attribution", _other_doer, "One side puts it down to a state's forces, the other to those against it."),
)
"""What two accounts of one event may tell otherwise, and how that is told."""
