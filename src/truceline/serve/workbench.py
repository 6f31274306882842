"""What the pages share: the record behind them, read anew when it has changed, and what was decided about an item."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from truceline.domain.decisions import Decision
from truceline.reconcile.rulings import in_force
from truceline.views.catalog import Catalog
from truceline.views.record import Record

REVIEWED = {"accept": "accepted", "edit": "accepted, edited", "set_status": "accepted, edited", "reject": "rejected",
            "merge": "accepted, merged", "resolve": "resolved"}  # fmt: skip


@dataclass
class Workbench:
    """One record, served."""

    path: Path
    by: str
    """Who decides on these pages."""
    _lock: Lock = field(default_factory=Lock)
    _held: dict[str, tuple[tuple[int, int], Catalog]] = field(default_factory=dict)

    @contextmanager
    def record(self) -> Iterator[Record]:
        """Open the record for one request: the terminal and other tabs may write to it meanwhile."""
        with Record.open(self.path) as opened:
            yield opened

    def catalog(self, as_of: str | None = None) -> Catalog:
        """Give everything of the record for a day, read again only if something was added or decided."""
        with self._lock, self.record() as opened:
            version = opened.version()
            held = self._held.get(as_of or "")
            if held is None or held[0] != version:
                self._held = {k: v for k, v in self._held.items() if v[0] == version}
                held = (version, opened.catalog(as_of))
                self._held[as_of or ""] = held
            return held[1]

    def log(self) -> tuple[Decision, ...]:
        """Give the log of decisions."""
        with self.record() as opened:
            return opened.decisions()

    def states(self) -> dict[str, str]:
        """Give the review state of every item that somebody decided about; the others are proposed."""
        return {d.target: REVIEWED[d.action] for d in in_force(self.log()) if d.action in REVIEWED}
