"""What waits for review: every item of every kind in one order, and one card at a time with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from truceline.domain.identity import quote_key
from truceline.domain.items import (
    Agreement,
    Commitment,
    Event,
    Figure,
    Finding,
    Items,
    Statement,
    Wording,
)
from truceline.reconcile.splitting import quotes_of
from truceline.views.catalog import Answer, Catalog, Passage, shown_amount, shown_days, shown_unit, shown_when
from truceline.views.correcting import Editable, editable

KINDS = ("event", "commitment", "figure", "statement", "agreement", "wording", "finding")
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry(Answer):
    """One item that may be reviewed."""

    kind: str
    id: str
    reports: tuple[str, ...]
    origins: int
    start: int
    """Where its first words begin in the first report."""


@dataclass(frozen=True, slots=True)
class Card(Answer):
    """One item as a reviewer needs it: what it says, and the words."""

    kind: str
    id: str
    says: str
    line: str
    facts: tuple[Fact, ...]
    fields: tuple[Editable, ...]
    """Fields that can be edited here, with their values."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """What may be reviewed, in order, with the place of each entry."""

    entries: tuple[Entry, ...]
    places: dict[str, int]


def queue(items: Items) -> tuple[Entry, ...]:
    """Give all items that may be reviewed: contradictions first, then what most independent origins tell.

    What as many tell comes report by report, in the order of the text: who reviews reads on, and does not jump.
    """
    return queue_of(items, {}).entries


def queue_of(items: Items, known: dict[str, tuple[Any, Entry]]) -> Queue:
    """Give the queue; entries of items that are `known` and the same are not made anew."""
    origin = {r.id: r.origin for r in items.reports}
    found = []
    for kind, item in _reviewable(items):
        kept = known.get(item.id)
        if kept is None or kept[0] is not item:
            kept = known[item.id] = (item, _entry(kind, item, origin))
        found.append(kept[1])
    found.sort(key=rank)
    return Queue(tuple(found), {e.id: n for n, e in enumerate(found)})


FIRST = {"finding": 0, "commitment": 1, "event": 2}


def rank(e: Entry) -> tuple[int, int, str, str, int, str]:
    """Give the place of an entry in the queue, as what sorts it."""
    return (FIRST.get(e.kind, 3), -e.origins, e.kind, e.reports[0], e.start, e.id)


def _reviewable(items: Items) -> Iterator[tuple[str, Any]]:
    groups: tuple[Iterable[Any], ...] = (
        items.events, items.commitments, items.figures, items.statements, items.agreements, items.wording,
        (f for f in items.findings if f.type == "contradiction"),
    )  # fmt: skip
    return ((i.KIND, i) for group in groups for i in group)


def _entry(kind: str, item: Any, origin: Mapping[str, str]) -> Entry:
    if kind == "wording":
        told = [(item.report, item.quotes)]
    elif kind == "finding":
        told = [(side.report, side.quotes) for side in item.items]
    else:
        told = [(a.report, quotes_of(a)) for a in item.accounts]
    reports = [report for report, _ in told]
    start = min((q.start for q in told[0][1]), default=0)
    return Entry(kind, item.id, tuple(dict.fromkeys(reports)), len({origin[r] for r in reports}), start)


def waiting(
    entries: Iterable[Entry],
    states: Mapping[str, str],
    *,
    kind: str | None = None,
    report: str | None = None,
    one_origin: bool = False,
) -> tuple[Entry, ...]:
    """Give the entries that nobody decided about, of a kind or a report, or told by one origin only."""  # fmt: skip
    return tuple(
        e for e in entries
        if e.id not in states and kind in (None, e.kind) and (report is None or report in e.reports)
        and (not one_origin or e.origins == 1)
    )  # fmt: skip


MOST_PASSAGES = 40
"""Passages shown of an item that is reviewed."""


def card(catalog: Catalog, item: Any) -> Card:
    """Show one item with its words, those of different origins first."""
    catalog = replace(catalog, most=MOST_PASSAGES)
    says, line, facts = _CARDS[item.KIND](catalog, item)
    if item.KIND in ("wording", "finding"):
        quotes = item.quotes if item.KIND == "wording" else [q for s in item.items for q in s.quotes]
        passages = tuple(catalog.passage(q) for q in list(dict.fromkeys(quotes))[:MOST_PASSAGES])
    else:
        passages = catalog.passages(item.accounts)
    return Card(item.KIND, item.id, says, line, tuple(f for f in facts if f[1]), editable(catalog, item), passages)


@dataclass(frozen=True, slots=True)
class Told(Answer):
    """One account of an item, to be chosen for an item of its own."""

    key: str
    """Report, start and end of its first words."""
    label: str
    words: str


MOST_ACCOUNTS = 60


def accounts_of(catalog: Catalog, item: Any) -> tuple[Told, ...]:
    """Give the accounts of an item; none where it has one only, which cannot be split."""
    accounts = getattr(item, "accounts", ())
    firsts = [(a, quotes_of(a)[0]) for a in accounts if quotes_of(a)]
    told = tuple(Told(quote_key(q), catalog.label(a.report), q.exact) for a, q in firsts[:MOST_ACCOUNTS])
    return told if len(told) > 1 else ()


Parts = tuple[str, str, tuple[Fact, ...]]


def says_of(catalog: Catalog, item: Any) -> str:
    """Say in a line what an item says."""
    return str(item.name) if item.KIND in ("actor", "place") else _CARDS[item.KIND](catalog, item)[0]


def _names(catalog: Catalog, ids: Iterable[str], none: str = "not told") -> str:
    return ", ".join(catalog.names(ids)) or none


def _event(catalog: Catalog, e: Event) -> Parts:
    facts = (
        ("Who", _names(catalog, e.actors)), ("To whom", _names(catalog, e.recipients)),
        ("Where", catalog.name(e.place) or "not told"), ("When", _dated(e.date)),
        ("Killed", shown_amount(e.fatalities)), ("Injured", shown_amount(e.injured)),
    )  # fmt: skip
    line = " · ".join(filter(None, (e.type, e.mode, e.status)))
    return e.summary, line, facts


def _dated(when: Any) -> str:
    words = f", from “{when.text}”" if when and when.text else ""
    return shown_when(when) + words


def _figure(catalog: Catalog, f: Figure) -> Parts:
    facts = (
        ("Of", catalog.name(f.of) or "not told"), ("Where", catalog.name(f.where) or ""), ("As of", _dated(f.as_of)),
        ("By", shown_when(f.by) if f.by else ""), ("From", shown_amount(f.change_from)), ("Words", f.amount.text),
    )  # fmt: skip
    name = f.measure.replace("_", " ").capitalize()
    says = f"{name}: {shown_amount(f.amount)} {shown_unit(f.amount)}".strip()
    return says, f.stock_or_flow or "", facts


def _statement(catalog: Catalog, s: Statement) -> Parts:
    first = s.accounts[0]
    facts = (
        ("Speaker", _names(catalog, s.speakers, "a document")), ("Relayed by", _names(catalog, first.relayed_by, "")),
        ("To", _names(catalog, first.addressees, "")), ("When", _dated(s.date)),
    )  # fmt: skip
    words = " ".join(" … ".join(q.exact for q in first.content_quotes).split())
    says = f"{_names(catalog, s.speakers, 'A document')}: “{words if len(words) < 200 else words[:199] + '…'}”"
    return says, f"{s.stance} · {first.form}", facts


def _agreement(catalog: Catalog, a: Agreement) -> Parts:
    facts = (
        ("Parties", _names(catalog, a.parties)), ("Signed by", _names(catalog, a.signatories, "")),
        ("When", _dated(a.date)), ("Where", catalog.name(a.place) or ""),
    )  # fmt: skip
    return a.name, a.status.replace("_", " "), facts


def _commitment(catalog: Catalog, c: Commitment) -> Parts:
    days = shown_days(c.deadline.days) if c.deadline and c.deadline.days.known else ""
    facts = (
        ("Obliged", _names(catalog, c.obligors, "unstated")), ("Towards", _names(catalog, c.beneficiaries, "")),
        ("By when", days or "no day"), ("Words", c.deadline.text if c.deadline else ""),
        ("Condition", c.condition or ""), ("Agreement", catalog.name(c.agreement) or ""),
    )  # fmt: skip
    says = f"{_names(catalog, c.obligors, 'Nobody named')}: {c.action}"
    return says, c.class_, facts


def _wording(catalog: Catalog, w: Wording) -> Parts:
    facts = (
        ("In whose words", catalog.name(w.voice) or "the publisher's own"),
        ("About", catalog.name(w.target) or ""),
    )
    return f"“{w.phrase}”", w.class_.replace("_", " "), facts


def _finding(catalog: Catalog, f: Finding) -> Parts:
    facts = tuple(
        (f"Side {side}", ", ".join(dict.fromkeys(catalog.label(s.report) for s in f.items if s.side == side)))
        for side in ("a", "b")
    )
    return f.reason, f"{f.type.replace('_', ' ')} · {f.about.replace('_', ' ')} · {f.strength}", facts


_CARDS: dict[str, Callable[[Catalog, Any], Parts]] = {
    "event": _event, "figure": _figure, "statement": _statement, "agreement": _agreement, "commitment": _commitment,
    "wording": _wording, "finding": _finding,
}  # fmt: skip
