"""What a person ruled about an item; decisions form a chain of hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

ACTIONS = (
    "accept", "reject", "edit", "merge", "unmerge", "split", "set_status", "attach", "dispute", "resolve", "reopen",
    "set_rating", "link", "unlink", "relabel", "detach", "note", "redact", "undo", "redo",
)  # fmt: skip
CHANGING = frozenset({"reject", "edit", "merge", "unmerge", "split", "set_status", "relabel", "attach", "detach"})
"""Actions that change what the record shows; the others say what somebody thinks of it."""
FIRST_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling: who, when, on what, and the state before and after."""

    id: str
    sequence: int
    at: str
    """ISO 8601 time in UTC, as the door (terminal, page) gave it."""
    by: str
    action: str
    target_kind: str
    target: str
    before: Any
    """JSON value; None where there is nothing."""
    after: Any
    reason: str | None
    previous_hash: str
    hash: str
    KIND = "decision"

    def content(self) -> dict[str, Any]:
        """Give every field that the hash covers."""
        names = ("sequence", "at", "by", "action", "target_kind", "target", "before", "after", "reason")
        return {name: getattr(self, name) for name in names}


def chain_hash(previous_hash: str, content: dict[str, Any]) -> str:
    """Hash a decision with the hash before it: sha256(previous + canonical JSON)."""
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((previous_hash + body).encode()).hexdigest()
