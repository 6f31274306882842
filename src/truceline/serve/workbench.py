"""What the pages share: the record behind them, read anew only when it has changed, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TypeVar

from truceline.contracts import Export
from truceline.domain.decisions import Decision
from truceline.record.decisions import Ruling
from truceline.serve.importing import Imports
from truceline.views.catalog import Catalog
from truceline.views.opinions import Opinions, opinions
from truceline.views.record import Held, Record

T = TypeVar("T")
MOST_DAYS = 8
"""Days for which answers are kept at the same time."""


@dataclass
class _Shown:
    """What is held of one state of the record."""

    version: tuple[int, ...]
    held: Held
    log: tuple[Decision, ...]
    opinions: Opinions
    catalogs: dict[str, Catalog] = field(default_factory=dict)
    answers: dict[tuple[str, str], object] = field(default_factory=dict)


@dataclass
class Workbench:
    """One record, served."""

    path: Path
    by: str
    """Who decides on these pages."""
    imports: Imports | None = None
    """Reads what is imported; None where nothing can be read in."""
    exports: Sequence[Export] = ()
    _lock: RLock = field(default_factory=RLock)
    _shown: _Shown | None = None

    @contextmanager
    def record(self) -> Iterator[Record]:
        """Open the record for one request: the terminal and other tabs may write to it meanwhile."""
        with Record.open(self.path) as opened:
            yield opened

    def _now(self, opened: Record) -> _Shown:
        version = opened.version()
        if self._shown is None or self._shown.version != version:
            log = opened.decisions()
            self._shown = _Shown(version, Held(opened.stored()), log, opinions(log))
        return self._shown

    def catalog(self, as_of: str | None = None) -> Catalog:
        """Give everything of the record for a day, read again only if something was added or decided elsewhere."""
        key = as_of or ""
        with self._lock, self.record() as opened:
            shown = self._now(opened)
            if key not in shown.catalogs:
                if len(shown.catalogs) >= MOST_DAYS:
                    shown.catalogs.clear()
                    shown.answers.clear()
                items = opened.dated(shown.held.items, as_of=as_of)
                shown.catalogs[key] = Catalog(items, opened.day(as_of, items))
            return shown.catalogs[key]

    def answer(self, name: str, make: Callable[[Catalog], T], as_of: str | None = None) -> T:
        """Give what a view makes of the record, made once as long as nothing changes; `name` tells answers apart."""
        with self._lock:
            catalog = self.catalog(as_of)
            assert self._shown
            answers = self._shown.answers
            if (as_of or "", name) not in answers:
                answers[as_of or "", name] = make(catalog)
            return answers[as_of or "", name]  # type: ignore[return-value]

    def log(self) -> tuple[Decision, ...]:
        """Give the log of decisions."""
        with self._lock, self.record() as opened:
            return self._now(opened).log

    def opinions(self) -> Opinions:
        """Give what stands of what people decided."""
        with self._lock, self.record() as opened:
            return self._now(opened).opinions

    def states(self) -> dict[str, str]:
        """Give the review state of every item that somebody decided about; the others are proposed."""
        return self.opinions().states

    def forget(self) -> None:
        """Read the record anew at the next request."""
        with self._lock:
            self._shown = None

    def decide(self, ruling: Ruling, seen: int | None = None) -> Decision:
        """Take a decision now; what is held follows it, without reading the record again."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._lock, self.record() as opened:
            shown = self._now(opened)
            before = shown.held.items
            decision = opened.decide(ruling, by=self.by, at=now, seen=seen, held=shown.held)
            if decision.sequence != len(shown.log) + 1:  # somebody else decided in between
                self._shown = None
                return decision
            shown.version = opened.version()
            shown.log = (*shown.log, decision)
            shown.opinions = opinions(shown.log)
            if shown.held.items is not before:
                shown.catalogs.clear()
                shown.answers.clear()
            return decision
