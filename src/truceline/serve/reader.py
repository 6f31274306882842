"""A report's text with marks where items stand: runs of characters with the items that cover them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from truceline.domain.document import Quote
from truceline.views.catalog import Catalog, shown_amount


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


Told = dict[str, list[tuple[str, Any]]]
"""Items of each report, with their kinds."""
CARRIED = ("events", "figures", "statements", "agreements", "commitments", "wording")


def told_by(group: Sequence[Any]) -> Told:
    """Find out which items of a group each report tells."""
    found: Told = {}
    for item in group:
        for report in {item.report} if item.KIND == "wording" else {a.report for a in item.accounts}:
            found.setdefault(report, []).append((item.KIND, item))
    return found


def marks(catalog: Catalog, report: str, told: Iterable[tuple[str, Any]]) -> tuple[Mark, ...]:
    """Give the marks of a report, of the items that it tells, in order."""
    found: list[Mark] = []
    for kind, item in told:
        if kind == "wording":
            sort = item.class_.replace("_", " ")
            found += [
                Mark(q.start, q.end, kind, item.id, f"{sort}: “{_short(q.exact)}”")
                for q in item.quotes
                if q.report == report
            ]
        else:
            found += _of_accounts(kind, item.id, _SAYS[kind](catalog, item), item.accounts, report)
    return tuple(sorted(found, key=in_text))


def in_text(m: Mark) -> tuple[int, int, str, str]:
    """Put marks in the order of the text."""
    return m.start, m.end, m.kind, m.id


_SAYS: dict[str, Callable[[Catalog, Any], str]] = {
    "event": lambda catalog, e: str(e.summary),
    "figure": lambda catalog, f: f"{f.measure.replace('_', ' ')}: {shown_amount(f.amount)}",
    "statement": lambda catalog, s: (
        f"{', '.join(catalog.names(s.speakers)) or 'a document'}, {s.stance}: “{_start(s)}”"
    ),
    "agreement": lambda catalog, a: str(a.name),
    "commitment": lambda catalog, c: f"{', '.join(catalog.names(c.obligors)) or 'nobody named'}: {c.action}",
}


def _start(statement: Any) -> str:
    return _short(statement.accounts[0].content_quotes[0].exact)


def _short(exact: str) -> str:
    words = " ".join(exact.split())
    return words if len(words) <= SHORT else words[:SHORT].rpartition(" ")[0] + " …"


SHORT = 70
"""Characters of a statement's words in the list of what was taken."""


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
