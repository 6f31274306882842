"""All items by id, and who names whom: a decision touches the items that it must, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from truceline.domain.items import Items, ReportItem, Side

GROUPS = {
    "event": "events", "figure": "figures", "statement": "statements", "agreement": "agreements",
    "commitment": "commitments", "wording": "wording", "finding": "findings", "actor": "actors", "place": "places",
}  # fmt: skip
"""Kinds that a decision may be about, and where their items are."""
Key = tuple[str, str]
"""Kind and id of an item."""
Change = tuple[Any, Any]
"""An item before and after; None where there is none."""
NAMING = frozenset(
    "actors recipients speakers relayed_by addressees parties signatories witnesses obligors beneficiaries member_of "
    "attributed_to of voice place where agreement target".split()
)
"""Fields that hold ids of other items."""
INSIDE = ("accounts", "history", "items")
"""Fields whose values have such fields themselves."""


@dataclass
class Shelf:
    """Items in their groups, changed one by one; what was there before each change is remembered until it is taken."""

    start: Items
    _groups: dict[str, dict[str, Any]] = field(default_factory=dict)
    _pointing: dict[str, set[Key]] | None = None
    _changes: dict[Key, Change] = field(default_factory=dict)
    _added: set[Key] = field(default_factory=set)
    _stale: set[str] = field(default_factory=set)
    _items: Items | None = None
    _reports: dict[str, ReportItem] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put every item in its place; one that goes leaves its place empty, so that it can come back to it."""
        self._groups = {kind: {i.id: i for i in getattr(self.start, name)} for kind, name in GROUPS.items()}
        self._reports = {r.id: r for r in self.start.reports}
        self._items = self.start

    def items(self) -> Items:
        """Give all items as they are now; groups that nothing changed are the same objects as before."""
        if self._items is None or self._stale:
            made = {
                GROUPS[kind]: tuple(i for i in self._groups[kind].values() if i is not None) for kind in self._stale
            }
            self._items = replace(self._items or self.start, **made)
            self._stale = set()
        return self._items

    def get(self, kind: str, id: str) -> Any:
        """Give an item, None if it is not there."""
        return self._groups[kind].get(id)

    def all(self, kind: str) -> Iterator[Any]:
        """Yield the items of a kind."""
        return (i for i in self._groups[kind].values() if i is not None)

    def report(self, id: str) -> ReportItem | None:
        """Give a report."""
        return self._reports.get(id)

    def origins(self, reports: Iterable[str]) -> int:
        """Count the independent origins behind some reports."""
        return len({self._reports[r].origin for r in reports if r in self._reports})

    def put(self, item: Any) -> None:
        """Put an item in the place of the one with its id, or add it."""
        self._set((item.KIND, item.id), item)

    def drop(self, kind: str, id: str) -> None:
        """Take an item out."""
        self._set((kind, id), None)

    def restore(self, before: Iterable[tuple[Key, Any]]) -> None:
        """Put back what was there before some changes; None where nothing was."""
        for key, item in before:
            self._set(key, item)

    def taken(self) -> dict[Key, Change]:
        """Give what changed since this was last asked."""
        changes = {key: (was, now) for key, (was, now) in self._changes.items() if was is not now and was != now}
        self._changes = {}
        return changes

    def naming(self, id: str) -> tuple[Any, ...]:
        """Give the items that name an item."""
        self.index()
        assert self._pointing is not None
        return tuple(self._groups[kind][other] for kind, other in sorted(self._pointing.get(id, ())))

    def index(self) -> None:
        """Find out who names whom, once; it is kept up to date from then on."""
        if self._pointing is None:
            self._pointing = {}
            for kind in GROUPS:
                for item in self.all(kind):
                    self._enter(item)

    def _enter(self, item: Any) -> None:
        assert self._pointing is not None
        key = (item.KIND, item.id)
        for id in named(item):
            self._pointing.setdefault(id, set()).add(key)

    def _set(self, key: Key, item: Any) -> None:
        kind, id = key
        was = self._groups[kind].get(id)
        if was is item:
            return
        self._changes[key] = (self._changes[key][0] if key in self._changes else was, item)
        if self._pointing is not None and was is not None:
            for other in named(was):
                self._pointing[other].discard(key)
        if id not in self._groups[kind]:
            self._added.add(key)
        self._groups[kind][id] = item
        if item is None and key in self._added:  # it has no place of its own to come back to
            self._added.discard(key)
            del self._groups[kind][id]
        self._stale.add(kind)
        if self._pointing is not None and item is not None:
            self._enter(item)

    def repoint(self, ids: dict[str, str | None]) -> None:
        """Replace ids wherever items name them; None takes them out. Findings that lose a side go."""
        gone = {old for old, new in ids.items() if new is None}
        for item in {(i.KIND, i.id): i for id in ids for i in self.naming(id)}.values():
            if item.KIND == "finding" and any(side.id in gone for side in item.items):
                self.drop(item.KIND, item.id)
            else:
                self.put(moved(item, ids))


_PLANS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def _fields(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a type that hold ids, and those to look into; found out once a type."""
    if kind not in _PLANS:
        names = [f.name for f in fields(kind)]
        naming = [n for n in names if n in NAMING] + (["id"] if kind is Side else [])
        _PLANS[kind] = tuple(naming), tuple(n for n in INSIDE if n in names)
    return _PLANS[kind]


def named(item: object) -> set[str]:
    """Give the ids that an item names."""
    naming, inside = _fields(type(item))
    found: set[str] = set()
    for name in naming:
        value = getattr(item, name)
        if isinstance(value, str):
            found.add(value)
        elif value:
            found.update(value)
    for name in inside:
        for one in getattr(item, name):
            found |= named(one)
    return found


def renamed(value: Any, ids: Mapping[str, str | None]) -> Any:
    """Give one id, or several, with some replaced; the same value where none of these is among them."""
    if value is None or isinstance(value, str):
        return ids.get(value, value) if value else value
    if ids.keys().isdisjoint(value):
        return value
    return tuple(dict.fromkeys(m for x in value if (m := ids.get(x, x)) is not None))


def moved(item: Any, ids: Mapping[str, str | None]) -> Any:
    """Give an item with ids replaced wherever it names them; the same item where it names none."""
    naming, inside = _fields(type(item))
    held = ((name, getattr(item, name)) for name in naming)
    changed = {name: new for name, old in held if (new := renamed(old, ids)) is not old}
    for name in inside:
        parts = getattr(item, name)
        kept = [moved(part, ids) for part in parts]
        if any(new is not old for new, old in zip(kept, parts, strict=True)):
            changed[name] = tuple(dict.fromkeys(kept))
    return replace(item, **changed) if changed else item
