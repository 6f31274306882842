"""The items of a record in memory: a decision changes what it must, and is taken back by what was there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from truceline.domain.decisions import Decision
from truceline.domain.items import Items
from truceline.reconcile import reconcile
from truceline.reconcile.rulings import apply, changing
from truceline.reconcile.shelf import GROUPS, Change, Key, Shelf
from truceline.record import changes
from truceline.record.registry import kept_registry
from truceline.record.store import Store


@dataclass
class Held:
    """The items of a record, as they are after the decisions that were taken."""

    start: Items
    log: tuple[Decision, ...] = ()
    """The decisions that the items show."""
    lost: int = 0
    """Disputes that went with the last decision, since one of their sides did."""
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        """Put the items where decisions find them."""
        self.shelf = Shelf(self.start)

    @property
    def items(self) -> Items:
        """Give all items as they are now."""
        return self.shelf.items()

    def follow(self, store: Store, after: tuple[Decision, ...]) -> None:
        """Go on to a longer log: back to where the two part, then on; the record keeps what changed.

        Decisions apply in the order of the log, so what was taken last goes first. A record that does not know what its
        decisions changed is made anew from its readings, once.
        """
        before, self.log = self.log, after
        stood = changing(before)
        if changes.applied(store) != tuple(d.id for d in stood):
            self._made_anew(store, stood)
        gone, coming = _apart(stood, changing(after))
        kept: dict[Key, str | None] = {}
        for d in reversed(gone):
            was = changes.was_before(store, d.id)
            self.shelf.restore((key, item) for key, (item, _) in was.items())
            kept |= {key: body for key, (_, body) in was.items()}
        changes.forget_applied(store, (d.id for d in gone))
        net = self.shelf.taken()
        store.change_items(net, kept)
        for d in coming:
            net = _joined(net, self._applied(store, d))
        ended = [was for was, now in net.values() if was is not None and now is None]
        self.lost = sum(was.KIND == "finding" and was.type == "contradiction" for was in ended)

    def catch_up(self, after: tuple[Decision, ...]) -> bool:
        """Apply decisions that somebody else took and the record has already; False where one was taken back."""
        gone, coming = _apart(changing(self.log), changing(after))
        if not gone:
            self.log = after
            for d in coming:
                apply(self.shelf, d)
            self.shelf.taken()
        return not gone

    def _applied(self, store: Store, d: Decision) -> dict[Key, Change]:
        apply(self.shelf, d)
        changed = self.shelf.taken()
        changes.keep_applied(store, d.id, changed)
        return changed

    def _made_anew(self, store: Store, stood: Sequence[Decision]) -> None:
        was = self.shelf
        self.shelf = Shelf(reconcile(tuple(store.readings()), registry=kept_registry(store)))
        changes.forget_all(store)
        keys = {(kind, i.id) for shelf in (was, self.shelf) for kind in GROUPS for i in shelf.all(kind)}
        differing = {key: (was.get(*key), self.shelf.get(*key)) for key in sorted(keys)}
        store.change_items({key: (a, b) for key, (a, b) in differing.items() if a != b})
        for d in stood:
            self._applied(store, d)


Log = tuple[Decision, ...]


def _apart(stood: Log, stands: Log) -> tuple[Log, Log]:
    """What stood and does not stand in its place any more, and what comes instead."""
    same = len(list(takewhile(lambda pair: pair[0].id == pair[1].id, zip(stood, stands, strict=False))))
    return stood[same:], stands[same:]


def _joined(first: dict[Key, Change], then: dict[Key, Change]) -> dict[Key, Change]:
    """Two changes as one."""
    found = dict(first)
    for key, (was, now) in then.items():
        found[key] = (first[key][0] if key in first else was, now)
    return found
