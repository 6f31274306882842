"""What the pages share: the record behind them, read anew only when it has changed, and what was decided."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any, TypeVar

from truceline.contracts import Export
from truceline.domain.decisions import Decision
from truceline.domain.items import Commitment, Items
from truceline.domain.uncollected import uncollected
from truceline.errors import BadArgument, StaleDecision
from truceline.record.decisions import Ruling
from truceline.serve.importing import Imports
from truceline.views.catalog import Catalog
from truceline.views.held import Held
from truceline.views.opinions import Opinions, opinions
from truceline.views.queue import Entry
from truceline.views.record import Record

T = TypeVar("T")
LARGE = 20_000_000
"""Bytes of a record that takes long to check."""
PATIENCE = 0.2
"""Seconds that a page waits for a check before it shows that one runs."""
MOST_PASSAGES = 6
"""Passages shown of one item in a list; where it is reviewed there are more."""
MOST_DAYS = 8
"""Days for which answers are kept at the same time."""


KINDS = tuple(f.name for f in fields(Items))
NAMES = ("actors", "places", "agreements", "reports")
"""Groups that give names: what shows names is made anew when one of them changes."""


@dataclass
class _Shown:
    """What is held of one state of the record."""

    made: int
    """How often the items had been made anew."""
    held: Held
    log: tuple[Decision, ...]
    opinions: Opinions
    catalogs: dict[str, Catalog] = field(default_factory=dict)
    dated: dict[str, tuple[object, tuple[Commitment, ...]]] = field(default_factory=dict)
    answers: dict[tuple[str, str], tuple[tuple[object, ...], object]] = field(default_factory=dict)


DONE = {
    "accept": "Accepted.", "reject": "Rejected.", "edit": "Corrected.", "merge": "Merged.", "unmerge": "Taken apart.",
    "split": "Split.", "relabel": "Relabelled.", "attach": "Added.", "detach": "Detached.", "resolve": "Closed.",
    "reopen": "Opened again.", "dispute": "Set aside for a second opinion.", "set_rating": "Rated.", "link": "Linked.",
    "unlink": "Unlinked.", "note": "Noted.", "undo": "Undone.", "redo": "Taken again.",
}  # fmt: skip


def outcome(decision: Decision, lost: int) -> str:
    """Say in a sentence what a decision did."""
    says = DONE.get(decision.action, "Decided.")
    if not lost:
        return says
    return f"{says} {'One dispute' if lost == 1 else f'{lost} disputes'} that rested on it went with it."


def checked(path: Path) -> tuple[tuple[str, ...], str]:
    """Check a record; give what is wrong, and the hash of its state."""
    with Record.open(path) as opened:
        return opened.violations(), opened.state()


@dataclass
class Check:
    """A check of every invariant and every hash, which runs beside the pages."""

    found: tuple[str, ...] = ()
    state: str = ""
    broken: str | None = None
    """Why it could not be carried through."""
    over: Event = field(default_factory=Event)

    def run(self, path: Path) -> None:
        """Check the record, with a connection of its own."""
        try:
            if path.stat().st_size < LARGE:
                self.found, self.state = checked(path)
            else:  # in a process of its own: in this one it would hold up every page
                with ProcessPoolExecutor(1, get_context("spawn")) as other:
                    self.found, self.state = other.submit(checked, path).result()
        except Exception as error:  # shown on the page: a thread that dies silently would look like one that runs
            self.broken = f"The check broke off ({type(error).__name__}: {error})."
        finally:
            self.over.set()


@dataclass
class Workbench:
    """One record, served."""

    path: Path
    by: str
    """Who decides on these pages."""
    imports: Imports | None = None
    """Reads what is imported; None where nothing can be read in."""
    exports: Sequence[Export] = ()
    entries: dict[str, tuple[Any, Entry]] = field(default_factory=dict)
    """Entries of the queue by item, kept from one state to the next."""
    _lock: RLock = field(default_factory=RLock)
    _shown: _Shown | None = None
    _open: Record | None = None
    _check: Check | None = None
    _told: tuple[str, str] = ("", "")

    @contextmanager
    def record(self) -> Iterator[Record]:
        """Open the record for one request: the terminal and other tabs may write to it meanwhile."""
        with Record.open(self.path) as opened:
            yield opened

    def _opened(self) -> Record:
        """The record that stays open, for what is asked at every request; only with the lock."""
        if self._open is None:
            self._open = Record.open(self.path)
        return self._open

    def _now(self) -> _Shown:
        opened = self._opened()
        made, last = opened.version()
        shown = self._shown
        if shown is None or shown.made != made:
            return self._anew(opened, made)
        if last != len(shown.log):  # somebody else decided: the terminal, or another server
            log = opened.decisions()
            if not shown.held.catch_up(log):
                return self._anew(opened, made)
            self._decided(shown, log)
        return shown

    def _anew(self, opened: Record, made: int) -> _Shown:
        self._shown = None  # what was held may go before the new comes
        log = opened.decisions()
        self._shown = _Shown(made, Held(opened.stored(), log), log, opinions(log))
        self._shown.held.shelf.index()
        gc.collect()
        gc.freeze()  # what is held stays: to look through it again and again would stop every page
        return self._shown

    def _decided(self, shown: _Shown, log: tuple[Decision, ...]) -> None:
        shown.log, shown.opinions = log, opinions(log)
        shown.catalogs.clear()

    def warm(self) -> None:
        """Read the record before the first page asks for it."""
        with self._lock:
            self.catalog()

    def catalog(self, as_of: str | None = None) -> Catalog:
        """Give everything of the record for a day, read again only if something was added or decided elsewhere."""
        key = as_of or ""
        with self._lock:
            shown = self._now()
            if key not in shown.catalogs:
                if len(shown.dated) >= MOST_DAYS and key not in shown.dated:
                    shown.dated.clear()
                    shown.answers.clear()
                items = shown.held.items
                if key not in shown.dated or shown.dated[key][0] is not items.commitments:
                    shown.dated[key] = (items.commitments, self._opened().dated(items, as_of=as_of).commitments)
                items = replace(items, commitments=shown.dated[key][1])
                shown.catalogs[key] = Catalog(items, self._opened().day(as_of, items), MOST_PASSAGES)
            return shown.catalogs[key]

    def answer(
        self, name: str, make: Callable[[Catalog], T], as_of: str | None = None, *, on: Sequence[str] = KINDS
    ) -> T:
        """Give what a view makes of the record, made once as long as nothing that it rests `on` changes.

        `name` tells answers apart.
        """
        with self._lock:
            catalog = self.catalog(as_of)
            assert self._shown
            answers, key = self._shown.answers, (as_of or "", name)
            groups = tuple(getattr(catalog.items, group) for group in on)
            if key not in answers or any(a is not b for a, b in zip(answers[key][0], groups, strict=True)):
                answers[key] = (groups, make(catalog))
            return answers[key][1]  # type: ignore[return-value]

    def told(self, decision: str) -> str:
        """Say in a sentence what a decision did; of one before the last only that it was taken."""
        id, says = self._told
        return says if id == decision else "Decided."

    def taken_back(self, decision: str) -> str:
        """Give the decision that an undo took back; empty where it was no undo."""
        return next((d.target for d in reversed(self.log()) if d.id == decision and d.action == "undo"), "")

    def item(self, kind: str, id: str) -> Any:
        """Give an item by its kind and id, or None."""
        with self._lock:
            return self._now().held.shelf.get(kind, id)

    def checked(self, *, anew: bool) -> Check:
        """Give a new check of the record, or the last one; one that runs is never doubled."""
        with self._lock:
            if self._check is None or (anew and self._check.over.is_set()):
                self._check = Check()
                Thread(target=self._check.run, args=(self.path,), daemon=True).start()
            check = self._check
        check.over.wait(PATIENCE)
        return check

    def log(self) -> tuple[Decision, ...]:
        """Give the log of decisions."""
        with self._lock:
            return self._now().log

    def opinions(self) -> Opinions:
        """Give what stands of what people decided."""
        with self._lock:
            return self._now().opinions

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
        with self._lock:
            shown = self._now()
            try:
                with uncollected():
                    decision = self._opened().decide(ruling, by=self.by, at=now, seen=seen, held=shown.held)
            except BaseException as error:
                if not isinstance(error, BadArgument | StaleDecision):
                    self._shown = None  # what is held may be ahead of the file
                raise
            self._decided(shown, shown.held.log)
            self._told = (decision.id, outcome(decision, shown.held.lost))
            return decision
