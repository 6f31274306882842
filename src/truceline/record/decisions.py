"""Take decisions: each is added to the log with who, when and why, and nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truceline.domain.decisions import ACTIONS, FIRST_HASH, Decision, chain_hash
from truceline.errors import BadArgument, StaleDecision
from truceline.record.store import Store


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person wants to decide, before it has its place in the log."""

    action: str
    target_kind: str
    target: str
    after: Any = None
    """edit: {field: value}; merge: list of ids that become the target; undo and redo: None."""
    before: Any = None
    reason: str | None = None


def decide(store: Store, ruling: Ruling, *, by: str, at: str, seen: int | None = None) -> Decision:
    """Add a ruling to the log; raise BadArgument for an action that does not exist, StaleDecision for one too late."""
    if ruling.action not in ACTIONS:
        raise BadArgument(f"There is no decision called {ruling.action}; there are: {', '.join(ACTIONS)}.")
    with store.transaction():
        log = store.decisions()
        if seen is not None and any(d.target == ruling.target for d in log[seen:]):
            raise StaleDecision(
                "You or somebody else decided about this item after the page was shown; look at it again."
            )
        previous = log[-1].hash if log else FIRST_HASH
        content = {
            "sequence": len(log) + 1, "at": at, "by": by, "action": ruling.action, "target_kind": ruling.target_kind,
            "target": ruling.target, "before": ruling.before, "after": ruling.after, "reason": ruling.reason,
        }  # fmt: skip
        digest = chain_hash(previous, content)
        decision = Decision(id="decision-" + digest[:12], **content, previous_hash=previous, hash=digest)
        store.append(decision)
    return decision
