"""What each applied decision changed: with it a decision is taken back without making the record anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from truceline.domain.coding import decode
from truceline.record.queries import KINDS
from truceline.record.store import Store

Key = tuple[str, str]


def applied(store: Store) -> tuple[str, ...]:
    """Give the decisions that the items show, in the order in which they were applied."""
    return tuple(id for (id,) in store.rows("SELECT decision FROM applied ORDER BY place"))


def was_before(store: Store, decision: str) -> dict[Key, tuple[Any, str | None]]:
    """Give every item that a decision changed as it was before, and as it was kept; None where there was none."""
    found = store.rows("SELECT kind, id, body FROM before WHERE decision = ? ORDER BY kind, id", (decision,))
    return {(kind, id): (decode(KINDS[kind], json.loads(body)) if body else None, body) for kind, id, body in found}


def keep_applied(store: Store, decision: str, changed: Mapping[Key, tuple[Any, Any]]) -> None:
    """Keep what a decision made of some items, and what was there before: the record must still be as it was."""
    store.write("INSERT INTO applied (decision) VALUES (?)", (decision,))
    copied = "INSERT INTO before SELECT ?, kind, id, body FROM items WHERE kind = ? AND id = ?"
    store.write_all(copied, ((decision, *key) for key, (was, _) in changed.items() if was is not None))
    added = "INSERT INTO before VALUES (?,?,?,NULL)"
    store.write_all(added, ((decision, *key) for key, (was, _) in changed.items() if was is None))
    store.change_items(changed)


def forget_applied(store: Store, decisions: Iterable[str]) -> None:
    """Forget decisions that are taken back."""
    for id in decisions:
        store.write("DELETE FROM applied WHERE decision = ?", (id,))
        store.write("DELETE FROM before WHERE decision = ?", (id,))


def forget_all(store: Store) -> None:
    """Forget every decision that was applied: the items were made anew."""
    store.write("DELETE FROM applied")
    store.write("DELETE FROM before")
