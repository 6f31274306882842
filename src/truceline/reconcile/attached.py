"""Items that the readers missed: a person marks the words in a report and says what they tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from truceline.domain.amount_words import OPENERS, amount_at
from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.decisions import Decision
from truceline.domain.document import Quote
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import (
    Actor,
    Agreement,
    AgreementAccount,
    Commitment,
    CommitmentAccount,
    Event,
    EventAccount,
    Figure,
    FigureAccount,
    NameCount,
    Place,
    Statement,
    StatementAccount,
    Wording,
)
from truceline.reconcile.shelf import Shelf

_UNDATED = When(None, UNKNOWN_DAYS, "unknown")
LONGEST_SUMMARY = 160
_PIECES = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[^\w\s]")


def attached_id(kind: str, quote: Quote) -> str:
    """Give the id of the item that a person attaches to some words."""
    return made_id(kind, "attached", quote_key(quote))


def attach(shelf: Shelf, d: Decision) -> None:
    """Add the item that a decision attaches; if its words are no longer in the report, the log alone keeps it."""
    quote = quote_of(d.after)
    report = shelf.report(quote.report)
    if report is None or report.text[quote.start : quote.end] != quote.exact or d.target_kind not in MAKERS:
        return
    if shelf.get(d.target_kind, d.target) is None:
        says = " ".join((d.after.get("note") or quote.exact).split())[:LONGEST_SUMMARY]
        shelf.put(MAKERS[d.target_kind](d.target, quote, d.after.get("type") or "", says))


def quote_of(after: dict[str, Any]) -> Quote:
    """Give the words that a decision points to."""
    return Quote(after["report"], after["start"], after["end"], after["exact"])


def amount_in(q: Quote) -> Amount | None:
    """Read the first amount in some words; None where they hold no number."""
    pieces = list(_PIECES.finditer(q.exact.lower()))
    words = [p.group() for p in pieces]
    for at, word in enumerate(words):
        found = amount_at(words, at) if word[0].isdigit() or word in OPENERS else None
        if found:
            start, end = pieces[found.first].start(), pieces[found.after - 1].end()
            return Amount(
                q.exact[start:end], q.start + start, q.start + end, found.relation, found.low, found.best, found.high,
                found.unit, found.of_amount,
            )  # fmt: skip
    return None


def _actor(id: str, q: Quote, type: str, says: str) -> Actor:
    return Actor(id, says, type or "other", None, (), (), (NameCount(q.exact, q.report, 1),))


def _place(id: str, q: Quote, type: str, says: str) -> Place:
    return Place(id, says, type or "other", None, None, None, None, "unknown", (NameCount(q.exact, q.report, 1),))


def _event(id: str, q: Quote, type: str, says: str) -> Event:
    account = EventAccount(
        q.report, None, (), type or "OTHER", None, (), (), None, _UNDATED, "occurred", None, None, (q,)
    )
    return Event(id, type or "OTHER", None, says, (), (), None, _UNDATED, "occurred", None, None, 1, 1, (account,))


def _figure(id: str, q: Quote, type: str, says: str) -> Figure:
    amount = amount_in(q) or Amount(q.exact, q.start, q.end, "multiple", None, None, None)
    account = FigureAccount(q.report, None, (), amount, None, None, None, (q,))
    return Figure(id, type or "other", None, None, None, amount, None, None, None, made_id("series", id), (account,))


def _statement(id: str, q: Quote, type: str, says: str) -> Statement:
    account = StatementAccount(q.report, (), (), "indirect", type or "other", (), None, None, None, (q,))
    return Statement(id, (), type or "other", None, (account,))


def _agreement(id: str, q: Quote, type: str, says: str) -> Agreement:
    account = AgreementAccount(q.report, None, (), (), None, type or "proposed", (q,))
    return Agreement(id, says, (), (), (), None, None, type or "proposed", (account,))


def _commitment(id: str, q: Quote, type: str, says: str) -> Commitment:
    account = CommitmentAccount(q.report, None, (), None, (), (), says, None, None, None, (q,))
    return Commitment(
        id, None, (), "unstated", (), says, None, None, None, type or "duty", "no_deadline", (), (account,)
    )


def _wording(id: str, q: Quote, type: str, says: str) -> Wording:
    return Wording(id, q.exact, type or "epithet", None, None, q.report, (q,))


MAKERS: dict[str, Callable[[str, Quote, str, str], Any]] = {
    "event": _event, "figure": _figure, "statement": _statement, "agreement": _agreement, "commitment": _commitment,
    "wording": _wording, "actor": _actor, "place": _place,
}  # fmt: skip
"""What a person can attach: the kind, and what makes it of id, words, type and note."""
