"""Every invariant of a record, checked; each violation is one sentence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from truceline.domain.decisions import FIRST_HASH, chain_hash
from truceline.domain.items import Items
from truceline.domain.record_form import plain
from truceline.record.queries import all_items
from truceline.record.store import Store


def violations(store: Store) -> tuple[str, ...]:
    """Check file, hashes, quotes, references and the chain of decisions."""
    return (*_file(store), *_bytes(store), *_items(store), *_chain(store))


def _file(store: Store) -> Iterator[str]:
    for (line,) in store.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {line}."


def _bytes(store: Store) -> Iterator[str]:
    for id, sha, content in store.rows("SELECT id, sha256, content FROM reports ORDER BY id"):
        if hashlib.sha256(content).hexdigest() != sha:
            yield f"The bytes of {id} are not those that were imported."
    for id, text, sha in store.rows("SELECT report, text, text_sha256 FROM readings ORDER BY report"):
        if hashlib.sha256(text.encode()).hexdigest() != sha:
            yield f"The text of {id} is not the one that was read."


def _items(store: Store) -> Iterator[str]:
    texts: dict[str, str] = {str(row[0]): str(row[1]) for row in store.rows("SELECT report, text FROM readings")}
    items = all_items(store)
    yield from broken_items(items, texts)


def broken_items(items: Items, texts: dict[str, str]) -> Iterator[str]:
    """Check that every quote is exact, every id resolves and every item has the words that carry it."""
    ids = {"actor": {a.id for a in items.actors}, "place": {p.id for p in items.places}}
    ids["agreement"] = {a.id for a in items.agreements}
    groups: tuple[tuple[Any, ...], ...] = (
        items.reports, items.actors, items.places, items.events, items.figures, items.statements, items.agreements,
        items.commitments, items.wording, items.findings,
    )  # fmt: skip
    for group in groups:
        for item in group:
            data = plain(item)
            name = f"{data['kind']} {data['id']}"
            for quote in _quotes(data):
                if texts.get(quote["report"], "")[quote["start"] : quote["end"]] != quote["exact"]:
                    yield f"{name} quotes «{quote['exact'][:60]}», which is not what {quote['report']} has there."
            yield from _dangling(name, data, ids)
            if "accounts" in data and not all(a.get("quotes") or a.get("content_quotes") for a in data["accounts"]):
                yield f"{name} has an account without a quote."


def _quotes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if data.keys() == {"report", "start", "end", "exact"}:
            yield data
        else:
            for value in data.values():
                yield from _quotes(value)
    elif isinstance(data, list):
        for value in data:
            yield from _quotes(value)


_REFERENCES = {
    "actor": ("actors", "recipients", "speakers", "relayed_by", "addressees", "parties", "signatories", "witnesses",
              "obligors", "beneficiaries", "member_of", "attributed_to", "of", "voice"),
    "place": ("place", "where"),
    "agreement": ("agreement",),
}  # fmt: skip


def _dangling(name: str, data: dict[str, Any], ids: dict[str, set[str]]) -> Iterator[str]:
    for level in (data, *data.get("accounts", ()), *data.get("history", ())):
        for kind, keys in _REFERENCES.items():
            for key in keys:
                value = level.get(key)
                for one in value if isinstance(value, list) else [value]:
                    if isinstance(one, str) and one not in ids[kind]:
                        yield f"{name} names {kind} {one} under {key}, which the record does not have."


def _chain(store: Store) -> Iterator[str]:
    previous = FIRST_HASH
    for decision in store.decisions():
        if decision.previous_hash != previous or chain_hash(previous, decision.content()) != decision.hash:
            yield f"Decision {decision.sequence} was changed after it was taken."
        previous = decision.hash


def state_hash(store: Store) -> str:
    """Hash everything that a person would see: items and decisions in force, without the log itself."""
    rows = store.rows("SELECT kind, id, body FROM items ORDER BY kind, id")
    return hashlib.sha256(json.dumps(list(rows), ensure_ascii=False).encode()).hexdigest()
