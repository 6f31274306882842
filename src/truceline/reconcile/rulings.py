"""Decisions of people on the items: what they ruled holds, whatever the readers find anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, get_type_hints

from truceline.domain.amounts import Amount
from truceline.domain.coding import decode
from truceline.domain.dates import When
from truceline.domain.decisions import Decision
from truceline.domain.document import Quote
from truceline.domain.items import Items, NameCount
from truceline.domain.mention import Deadline, Title
from truceline.domain.record_form import plain
from truceline.reconcile.attached import with_attached
from truceline.reconcile.splitting import recounted, with_split

_GROUPS = {
    "event": "events", "figure": "figures", "statement": "statements", "agreement": "agreements",
    "commitment": "commitments", "wording": "wording", "finding": "findings", "actor": "actors", "place": "places",
}  # fmt: skip


def in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decisions that are neither undone nor an undo themselves, in order; redo brings one back."""
    undone: set[str] = set()
    for d in decisions:
        if d.action == "undo":
            undone.add(d.target)
        elif d.action == "redo":
            undone.discard(d.target)
    return tuple(d for d in decisions if d.action not in ("undo", "redo") and d.id not in undone)


def with_decisions(items: Items, decisions: Sequence[Decision]) -> Items:
    """Apply every decision in force; one whose item is no longer found changes nothing and stays in the log."""
    for decision in without_unmerged(in_force(decisions)):
        rule = _RULES.get(decision.action)
        if decision.action == "attach":
            items = with_attached(items, decision)
        elif rule and decision.target_kind in _GROUPS and (found := anchored(items, decision)):
            items = rule(items, found)
    return items


def without_unmerged(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Leave out each merge that a later unmerge of the same items takes back: then every link is as it was."""
    gone: set[str] = set()
    for n, later in enumerate(decisions):
        if later.action != "unmerge":
            continue
        merges = [d for d in decisions[:n] if d.action == "merge" and d.target == later.target and d.id not in gone]
        wanted = [d for d in merges if not later.after or set(d.after) == set(later.after)]
        gone |= {d.id for d in wanted[-1:]}
    return tuple(d for d in decisions if d.id not in gone)


def anchors(items: Items, kind: str, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Give the first words that carry each item: by them a decision finds its item after a newer reading."""
    wanted = [i for i in getattr(items, _GROUPS[kind], ()) if i.id in ids] if kind in _GROUPS else []
    return {i.id: [plain(q) for q in (_quotes_of(i) or _names_of(i))[:MOST_ANCHORS]] for i in wanted}


MOST_ANCHORS = 4


def anchored(items: Items, decision: Decision) -> Decision | None:
    """Give the decision with ids that are there: the same ids, else those of items told by the same words."""
    group = getattr(items, _GROUPS[decision.target_kind])
    there = {i.id for i in group}
    places = decision.before.get("anchors", {}) if isinstance(decision.before, dict) else {}

    def now(id: str) -> str | None:
        return id if id in there else _told_there(group, places.get(id, []))

    target = now(decision.target)
    if target is None:
        return None
    after = [n for id in decision.after if (n := now(id))] if decision.action == "merge" else decision.after
    return replace(decision, target=target, after=after)


def _told_there(group: Sequence[Any], quotes: Sequence[dict[str, Any]]) -> str | None:
    """The item that shares most characters with some quotes, if it shares half of one."""
    scores: dict[str, int] = {}
    for item in group:
        scores[item.id] = sum(n.count for n in _names_of(item) for q in quotes if _same_name(n, q))
        for mine in _quotes_of(item):
            if not all("start" in q for q in quotes):
                break
            for q in quotes:
                shared = min(mine.end, q["end"]) - max(mine.start, q["start"]) if mine.report == q["report"] else 0
                if 2 * shared >= min(mine.end - mine.start, q["end"] - q["start"]) > 0:
                    scores[item.id] = scores.get(item.id, 0) + shared
    best = max(sorted(scores), key=lambda id: scores[id], default=None)
    return best if best and scores[best] > 0 else None


def _names_of(item: Any) -> list[NameCount]:
    """Surface forms stand for actors and places, which keep no quotes; the most frequent first."""
    return sorted(getattr(item, "names", ()), key=lambda n: (-n.count, n.text, n.report))


def _same_name(name: NameCount, anchor: dict[str, Any]) -> bool:
    return (name.text, name.report) == (anchor.get("text"), anchor.get("report"))


def _quotes_of(item: Any) -> list[Quote]:
    found: list[Quote] = list(getattr(item, "quotes", ()))
    for account in getattr(item, "accounts", ()):
        found += account.content_quotes if hasattr(account, "content_quotes") else account.quotes
    for title in getattr(item, "roles", ()):
        found += title.quotes
    for side in getattr(item, "items", ()):
        found += side.quotes
    return found


def _rejected(items: Items, d: Decision) -> Items:
    """A rejected item is not shown or counted; what pointed to it points to nothing."""
    group = _GROUPS[d.target_kind]
    kept = tuple(item for item in getattr(items, group) if item.id != d.target)
    return pointing_elsewhere(replace(items, **{group: kept}), {d.target: None})


def _edited(items: Items, d: Decision) -> Items:
    """Fields that a person set hold."""
    group = _GROUPS[d.target_kind]
    return replace(items, **{group: tuple(_set(i, d.after) if i.id == d.target else i for i in getattr(items, group))})


def _set(item: Any, values: dict[str, Any]) -> Any:
    hints = {f.name.rstrip("_"): f for f in fields(item)}
    types = get_type_hints(type(item))
    return replace(item, **{hints[k].name: decode(types[hints[k].name], v) for k, v in values.items() if k in hints})


def _merged(items: Items, d: Decision) -> Items:
    """Items that a person put together are one: the target takes their accounts and names."""
    group = _GROUPS[d.target_kind]
    others = [i for i in getattr(items, group) if i.id in d.after and i.id != d.target]
    if not any(i.id == d.target for i in getattr(items, group)):
        return items
    gone = {i.id for i in others}
    kept = [
        recounted(_joined(i, others), items.reports) if i.id == d.target else i
        for i in getattr(items, group)
        if i.id not in gone
    ]
    return pointing_elsewhere(replace(items, **{group: tuple(kept)}), dict.fromkeys(gone, d.target))


def _joined(item: Any, others: Sequence[Any]) -> Any:
    changes = {
        name: tuple(dict.fromkeys((*getattr(item, name), *(x for o in others for x in getattr(o, name)))))
        for name in ("accounts", "names", "roles")
        if hasattr(item, name)
    }
    return replace(item, **changes)


def _parted(items: Items, d: Decision) -> Items:
    return with_split(items, d, _GROUPS[d.target_kind])


_RULES = {
    "reject": _rejected, "detach": _rejected, "edit": _edited, "relabel": _edited, "set_status": _edited,
    "merge": _merged, "split": _parted,
}  # fmt: skip


_NO_IDS = (Quote, When, Amount, Deadline, Title, NameCount)
"""Values that name no item: they are not looked into, which is most of the work."""


def pointing_elsewhere(items: Items, ids: dict[str, str | None]) -> Items:
    """Replace ids wherever items name them; None takes them out. Findings that lose a side go."""
    groups = [f.name for f in fields(items) if f.name != "reports"]
    changed = {name: tuple(_moved(item, ids) for item in getattr(items, name)) for name in groups}
    gone = {old for old, new in ids.items() if new is None}
    changed["findings"] = tuple(f for f in changed["findings"] if not any(s.id in gone for s in f.items))
    return replace(items, **changed)


def _moved(value: Any, ids: dict[str, str | None]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(m for x in value if (m := _moved(x, ids)) is not None))
    if hasattr(value, "__dataclass_fields__"):
        if hasattr(value, "start") or not _names_any(value, ids):
            return value
        own = {"id"} if hasattr(value, "KIND") else set()
        return replace(
            value, **{f.name: _moved(getattr(value, f.name), ids) for f in fields(value) if f.name not in own}
        )
    return value


def _names_any(value: Any, ids: dict[str, str | None]) -> bool:
    if isinstance(value, str):
        return value in ids
    if value is None or isinstance(value, _NO_IDS):
        return False
    if isinstance(value, tuple):
        return any(_names_any(x, ids) for x in value)
    if hasattr(value, "__dataclass_fields__"):
        return any(_names_any(getattr(value, f.name), ids) for f in fields(value))
    return False
