"""Breaches that reports claim and deny, laid at the standing commitments that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.items import Commitment, History
from truceline.domain.mention import DeedTold, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import stems_of

NEAR = 900
"""Characters within which a denial answers a charge."""
SHARE = 0.5
FEWEST = 2


def breach_history(
    commitments: Sequence[Commitment], readings: Sequence[Reading], books: Books
) -> Iterator[tuple[str, tuple[History, ...]]]:
    """Give the entries that charges of breach and their denials add, by the id of the commitment."""
    standing = [c for c in commitments if c.agreement and _stands(c) and c.obligors]
    for reading in readings:
        charges = [d for d in reading.deeds if d.stage == "broken"]
        told = stems_of(reading.document.text) if charges else frozenset()
        for charge in charges:
            denial = _denial(reading, charge)
            accused = _accused(reading, charge, denial, books)
            for c in standing:
                if accused & set(c.obligors) and _is_about(c, told, books) and _dated(c, reading):
                    yield c.id, tuple(_entries(reading, charge, denial, books))


def _stands(c: Commitment) -> bool:
    return c.class_ == "prohibition" or (c.deadline is not None and c.deadline.rule == "continuing")


def _dated(c: Commitment, reading: Reading) -> bool:
    """Tell whether the report came after the commitment began to bind."""
    start = c.deadline.days.earliest if c.deadline else None
    latest = reading.document.published.days.latest
    return start is None or latest is None or latest >= start


def _denial(reading: Reading, charge: DeedTold) -> DeedTold | None:
    at = charge.quotes[0].start
    after = [d for d in reading.deeds if d.stage == "denied" and 0 < d.quotes[0].start - at <= NEAR]
    return next((d for d in after if not charge.agents or not d.agents or set(charge.agents) & set(d.agents)), None)


def _accused(reading: Reading, charge: DeedTold, denial: DeedTold | None, books: Books) -> set[str]:
    """Give who is charged: whom the report names, else who denies it."""
    keys = charge.agents or (denial.agents if denial else ())
    found = books.actors.all(reading.document.id, keys)
    return {*found, *(g for a in found for g in books.actors.groups(a))}


def _is_about(c: Commitment, told: frozenset[str], books: Books) -> bool:
    """Tell whether a report tells of what a commitment is about, names of the parties left out."""
    names = frozenset(
        s
        for o in (*c.obligors, *c.beneficiaries)
        if o in books.actors.by_id
        for s in stems_of(books.actors.by_id[o].name)
    )
    own = stems_of(c.action) - names
    shared = own & told
    return len(shared) >= FEWEST and len(shared) >= SHARE * len(own)


def _entries(reading: Reading, charge: DeedTold, denial: DeedTold | None, books: Books) -> Iterator[History]:
    yield _entry(reading, charge, "broken", books)
    if denial:
        yield _entry(reading, denial, "disputed", books)


def _entry(reading: Reading, told: DeedTold, implementation: str, books: Books) -> History:
    report = reading.document.id
    who = books.credit(report, told.credit)[0]
    if who is None and implementation == "disputed":
        who = next(iter(books.actors.all(report, told.agents)), None)
    days = reading.document.published.days
    when = When(None, days, "derived") if days != UNKNOWN_DAYS else None
    return History(when, implementation, who, report, in_order(told.quotes))
