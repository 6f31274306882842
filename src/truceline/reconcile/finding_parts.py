"""What findings are put together from: two sides with their quotes, and one sentence that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from truceline.domain.amounts import Amount
from truceline.domain.document import Quote
from truceline.domain.identity import made_id
from truceline.domain.items import Agreement, Commitment, Event, Figure, Finding, Side, Statement
from truceline.reconcile.books import Books


@dataclass(frozen=True, slots=True)
class Evidence:
    """The items that findings are made of."""

    events: Sequence[Event]
    figures: Sequence[Figure]
    statements: Sequence[Statement]
    agreements: Sequence[Agreement]
    commitments: Sequence[Commitment]


def finding(type: str, about: str, strength: str, reason: str, sides: Sequence[Side]) -> Finding:
    """Make a finding; its id follows from what it is about and from its quotes."""
    parts = sorted(f"{s.side}{s.id}{s.report}{s.quotes[0].start}" for s in sides)
    return Finding(made_id("finding", type, about, *parts), type, about, strength, reason, tuple(sides))


def side(name: str, item: Any, account: Any) -> Side:
    """Make a side of a finding from an account of an item."""
    quotes: tuple[Quote, ...] = getattr(account, "quotes", None) or account.content_quotes
    return Side(name, item.KIND, item.id, account.report, quotes)


def independent(books: Books, a: str, b: str) -> bool:
    """Tell whether two reports are of two origins."""
    return books.origins.ids[a] != books.origins.ids[b]


def shown(amount: Amount) -> str:
    """Give an amount as its report prints it."""
    return f"«{amount.text}»"


def plain(word: str) -> str:
    """Give a name of the record format in plain words."""
    return word.replace("_", " ")


def told_by(ids: Iterable[str], books: Books) -> str:
    """Say whose words something is: "by Ana Ruiz and the army", or the report's own."""
    names = {a.id: a.name for a in books.actors.actors}
    voices = sorted({names[one] for one in ids if one in names})
    return f"by {' and '.join(voices)}" if voices else "in the report's own voice"
