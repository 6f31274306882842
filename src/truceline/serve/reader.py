"""A report's text with marks where items stand: runs of characters with the items that cover them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from truceline.domain.document import Quote
from truceline.views.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Mark:
    """An item at some characters of a report."""

    start: int
    end: int
    kind: str
    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters, the role of their part, and the marks that cover them all."""

    text: str
    role: str
    marks: tuple[Mark, ...]


def marks(catalog: Catalog, report: str) -> tuple[Mark, ...]:
    """Give the marks of a report, in order."""
    items = catalog.items
    found: list[Mark] = []
    for e in items.events:
        found += _of_accounts("event", e.id, e.summary, e.accounts, report)
    for f in items.figures:
        found += _of_accounts("figure", f.id, f.measure.replace("_", " "), f.accounts, report)
    for s in items.statements:
        who = ", ".join(catalog.names(s.speakers)) or "a document"
        found += _of_accounts("statement", s.id, f"{who}: {s.stance}", s.accounts, report)
    for a in items.agreements:
        found += _of_accounts("agreement", a.id, a.name, a.accounts, report)
    for c in items.commitments:
        found += _of_accounts("commitment", c.id, c.action, c.accounts, report)
    for w in items.wording:
        found += [
            Mark(q.start, q.end, "wording", w.id, w.class_.replace("_", " ")) for q in w.quotes if q.report == report
        ]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind, m.id)))


def _of_accounts(kind: str, id: str, says: str, accounts: Sequence[Any], report: str) -> list[Mark]:
    quotes: list[Quote] = []
    for account in accounts:
        if account.report == report:
            quotes += account.content_quotes if hasattr(account, "content_quotes") else account.quotes
    return [Mark(q.start, q.end, kind, id, says) for q in dict.fromkeys(quotes)]


def runs(catalog: Catalog, report: str, found: Sequence[Mark]) -> tuple[Run, ...]:
    """Cut a report's text where a mark or a part begins or ends."""
    r = catalog.reports[report]
    edges = (
        {0, len(r.text)} | {x for m in found for x in (m.start, m.end)} | {x for p in r.parts for x in (p.start, p.end)}
    )
    ordered = sorted(edges)
    made = []
    for start, end in pairwise(ordered):
        role = next((p.role for p in r.parts if p.start <= start and end <= p.end), "between")
        made.append(Run(r.text[start:end], role, tuple(m for m in found if m.start <= start and end <= m.end)))
    return tuple(made)
