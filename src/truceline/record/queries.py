"""Questions to the record that need no judgement: items by kind, actor and day, and words."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from truceline.domain import items as nouns
from truceline.domain.coding import decode
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.items import Items
from truceline.domain.uncollected import uncollected
from truceline.errors import BadArgument
from truceline.record.store import Store

T = TypeVar("T")

KINDS: dict[str, type[Any]] = {
    kind.KIND: kind
    for kind in (
        nouns.ReportItem, nouns.Actor, nouns.Place, nouns.Event, nouns.Figure, nouns.Statement, nouns.Agreement,
        nouns.Commitment, nouns.Wording, nouns.Finding,
    )
}  # fmt: skip


def all_of(store: Store, kind: type[T]) -> tuple[T, ...]:
    """Give every item of a kind, by id."""
    found = store.rows("SELECT body FROM items WHERE kind = ? ORDER BY id", (kind.KIND,))  # type: ignore[attr-defined]
    return tuple(decode(kind, json.loads(body)) for (body,) in found)


def all_items(store: Store) -> Items:
    """Give everything that reconciling made."""
    with uncollected():
        return Items(
            reports=all_of(store, nouns.ReportItem),
            actors=all_of(store, nouns.Actor),
            places=all_of(store, nouns.Place),
            events=all_of(store, nouns.Event),
            figures=all_of(store, nouns.Figure),
            statements=all_of(store, nouns.Statement),
            agreements=all_of(store, nouns.Agreement),
            commitments=all_of(store, nouns.Commitment),
            wording=all_of(store, nouns.Wording),
            findings=all_of(store, nouns.Finding),
        )


def item(store: Store, kind: str, id: str) -> Any:
    """Give one item; raise BadArgument if the record has none of that id."""
    found = next(store.rows("SELECT body FROM items WHERE kind = ? AND id = ?", (kind, id)), None)
    if found is None:
        raise BadArgument(f"The record has no {kind} {id}.")
    return decode(KINDS[kind], json.loads(found[0]))


def items_with(store: Store, kind: type[T], *, actor: str | None = None, between: Days = UNKNOWN_DAYS) -> tuple[T, ...]:
    """Give the items of a kind that an actor takes part in and that may lie in some days."""
    sql = "SELECT body FROM items WHERE kind = ?"
    values: list[Any] = [kind.KIND]  # type: ignore[attr-defined]
    if actor:
        sql += " AND id IN (SELECT item FROM taking_part WHERE actor = ? AND kind = ?)"
        values += [actor, kind.KIND]  # type: ignore[attr-defined]
    if between.earliest:
        sql += " AND (latest IS NULL OR latest >= ?)"
        values.append(between.earliest.isoformat())
    if between.latest:
        sql += " AND (earliest IS NULL OR earliest <= ?)"
        values.append(between.latest.isoformat())
    return tuple(decode(kind, json.loads(body)) for (body,) in store.rows(sql + " ORDER BY id", tuple(values)))


def search(store: Store, words: str, limit: int = 50) -> tuple[tuple[str, str], ...]:
    """Find reports that hold all the words: report id and a passage with the hits in brackets, best first."""
    query = " ".join('"' + w.replace('"', '""') + '"' for w in words.split())
    if not query:
        return ()
    passage = "snippet(words, 2, '[', ']', '…', 24)"
    sql = f"SELECT report, {passage} FROM words WHERE words MATCH ? ORDER BY rank, report LIMIT ?"
    return tuple((report, passage) for report, passage in store.rows(sql, (query, limit)))
