"""Decisions of people on the items: what they ruled holds, whatever the readers find anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, get_type_hints

from truceline.domain.coding import decode
from truceline.domain.decisions import CHANGING, Decision
from truceline.domain.document import Quote
from truceline.domain.items import Items, NameCount
from truceline.domain.record_form import plain
from truceline.reconcile.attached import attach
from truceline.reconcile.shelf import GROUPS, NAMING, Shelf
from truceline.reconcile.splitting import overlap, recounted, split


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
    shelf = Shelf(items)
    for decision in changing(decisions):
        apply(shelf, decision)
    return shelf.items()


def changing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decisions in force that change items, in the order in which they apply."""
    return tuple(d for d in without_unmerged(in_force(decisions)) if d.action in CHANGING and d.action != "unmerge")


def apply(shelf: Shelf, decision: Decision) -> None:
    """Apply one decision; where its item is not found it changes nothing."""
    if decision.action == "attach":
        attach(shelf, decision)
    elif decision.action in _RULES and decision.target_kind in GROUPS and (found := anchored(shelf, decision)):
        _RULES[decision.action](shelf, found)


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


def anchors(shelf: Shelf, kind: str, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Give the first words that carry each item: by them a decision finds its item after a newer reading."""
    wanted = [i for id in dict.fromkeys(ids) if (i := shelf.get(kind, id)) is not None] if kind in GROUPS else []
    return {i.id: [plain(q) for q in (_quotes_of(i) or _names_of(i))[:MOST_ANCHORS]] for i in wanted}


MOST_ANCHORS = 4


def anchored(shelf: Shelf, decision: Decision) -> Decision | None:
    """Give the decision with ids that are there: the same ids, else those of items told by the same words."""
    kind = decision.target_kind
    places = decision.before.get("anchors", {}) if isinstance(decision.before, dict) else {}

    def now(id: str) -> str | None:
        return id if shelf.get(kind, id) is not None else _told_there(shelf.all(kind), places.get(id, []))

    target = now(decision.target)
    if target is None:
        return None
    after = [n for id in decision.after if (n := now(id))] if decision.action == "merge" else decision.after
    return replace(decision, target=target, after=after)


def _told_there(group: Iterable[Any], quotes: Sequence[dict[str, Any]]) -> str | None:
    """The item that shares most characters with some quotes, if it shares half of one."""
    scores: dict[str, int] = {}
    placed = all("start" in q for q in quotes)
    for item in group if quotes else ():
        shared = sum(n.count for n in _names_of(item) for q in quotes if _same_name(n, q))
        shared += sum(overlap(mine, q) for mine in _quotes_of(item) for q in quotes) if placed else 0
        if shared:
            scores[item.id] = shared
    return max(sorted(scores), key=lambda id: scores[id], default=None)


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


def _rejected(shelf: Shelf, d: Decision) -> None:
    """A rejected item is not shown or counted; what pointed to it points to nothing."""
    shelf.drop(d.target_kind, d.target)
    shelf.repoint({d.target: None})


def _edited(shelf: Shelf, d: Decision) -> None:
    """Fields that a person set hold."""
    known = {name: _there(shelf, value) if name in NAMING else value for name, value in d.after.items()}
    shelf.put(_set(shelf.get(d.target_kind, d.target), known))


def _there(shelf: Shelf, ids: Any) -> Any:
    """Of the ids that a person set, those that are still there after a newer reading."""
    if isinstance(ids, list | tuple):
        return [id for id in ids if _there(shelf, id)]
    kind = str(ids).partition("-")[0]
    return ids if ids is not None and kind in GROUPS and shelf.get(kind, ids) is not None else None


def _set(item: Any, values: dict[str, Any]) -> Any:
    hints = {f.name.rstrip("_"): f for f in fields(item)}
    types = get_type_hints(type(item))
    return replace(item, **{hints[k].name: decode(types[hints[k].name], v) for k, v in values.items() if k in hints})


def _merged(shelf: Shelf, d: Decision) -> None:
    """Items that a person put together are one: the target takes their accounts and names."""
    ids = [id for id in dict.fromkeys(d.after) if id != d.target]
    others = [i for id in ids if (i := shelf.get(d.target_kind, id)) is not None]
    shelf.put(recounted(shelf, _joined(shelf.get(d.target_kind, d.target), others)))
    for one in others:
        shelf.drop(d.target_kind, one.id)
    shelf.repoint(dict.fromkeys((one.id for one in others), d.target))


def _joined(item: Any, others: Sequence[Any]) -> Any:
    changes = {
        name: tuple(dict.fromkeys((*getattr(item, name), *(x for o in others for x in getattr(o, name)))))
        for name in ("accounts", "names", "roles")
        if hasattr(item, name)
    }
    return replace(item, **changes)


_RULES: dict[str, Callable[[Shelf, Decision], None]] = {
    "reject": _rejected, "detach": _rejected, "edit": _edited, "relabel": _edited, "set_status": _edited,
    "merge": _merged, "split": split,
}  # fmt: skip
