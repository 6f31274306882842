"""The story of a run: reports are read, each on its own, kept, and then made into one record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from truceline.contracts import Engine
from truceline.documents import make_document
from truceline.domain.dates import Days
from truceline.domain.document import Document, Published, Report
from truceline.domain.mention import Reading, SkippedReport
from truceline.engines.local import InProcess, Workers
from truceline.errors import BadArgument, SkipReport
from truceline.reading import language_model, read_document
from truceline.reconcile import reconcile
from truceline.reconcile.rulings import apply, changing
from truceline.reconcile.shelf import Shelf
from truceline.record import changes
from truceline.record.registry import bring_registry, kept_registry
from truceline.record.store import Store
from truceline.settings import Settings
from truceline.sources import reports

DEFAULTS = Settings()
IF_UNDATED = "published_if_undated"
BATCH = 20
"""Reports kept in one transaction: small enough that a decision taken meanwhile does not wait."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did."""

    read: tuple[str, ...]
    """Sources of the reports that were read and kept."""
    already_there: tuple[str, ...]
    skipped: tuple[SkippedReport, ...]


Progress = Callable[[int, str], None]
"""Told how many reports are finished and which one was the last; those that need no reading count at once, so that in
the end every report that was found is finished."""


def read_report(report: Report) -> Reading | SkippedReport:
    """Read one report: the unit that an engine distributes."""
    try:
        return read_document(_dated_by_hand(make_document(report), report), language_model.load())
    except SkipReport as reason:
        return SkippedReport(report.id, report.source, report.sha256, str(reason), type(reason).__name__)


def read_into(
    store: Store, paths: Iterable[Path], settings: Settings = DEFAULTS, progress: Progress = lambda n, s: None
) -> Outcome:
    """Read every report under some paths into a record, then make its items anew.

    Raises BadArgument for a path that is not there. A report that cannot be read is set aside with its reason.
    If the run is broken off, the record holds every report that was finished.
    """
    _checked(settings.published)
    if settings.registry is not None:
        bring_registry(store, settings.registry)
    known = set(store.known_hashes())
    fresh: dict[str, Report] = {}
    already, skipped = [], []
    for found in reports(paths):
        if isinstance(found, SkipReport):
            skipped.append(_set_aside(found))
        elif found.sha256 in known:
            already.append(found.source)
        else:
            known.add(found.sha256)
            fresh[found.id] = _dated(found, settings.published)
    if already or skipped:
        progress(len(already) + len(skipped), (skipped[-1].source if skipped else already[-1]))
    read: list[str] = []
    try:
        _keep_all(store, fresh, settings, _after(progress, len(already) + len(skipped)), read, skipped)
    finally:
        renew(store)
    return Outcome(tuple(read), tuple(already), tuple(skipped))


def _after(progress: Progress, before: int) -> Progress:
    """Count on from reports that are finished already."""
    return lambda n, source: progress(before + n, source)


def renew(store: Store) -> None:
    """Make the items of a record anew from its readings and decisions."""
    shelf = Shelf(reconcile(tuple(store.readings()), registry=kept_registry(store)))
    with store.transaction():  # decisions are read inside: one that is taken meanwhile waits, and is not lost
        store.replace_items(shelf.items())
        changes.forget_all(store)
        for decision in changing(store.decisions()):
            apply(shelf, decision)
            changes.keep_applied(store, decision.id, shelf.taken())


def _dated_by_hand(document: Document, report: Report) -> Document:
    """A day that the person gave counts where the report itself states none."""
    day = dict(report.given).get(IF_UNDATED)
    if day is None or document.published.basis == "stated":
        return document
    return replace(document, published=Published(Days.on(day), "stated"))


def _checked(day: str | None) -> None:
    try:
        Days.on(day or "2000-01-01")
    except ValueError as error:
        raise BadArgument(f"{day!r} is not a day; write it as 2020-03-05.") from error


def _dated(report: Report, published: str | None) -> Report:
    if published is None or any(name == "published" for name, _ in report.given):
        return report
    return replace(report, given=(*report.given, (IF_UNDATED, published)))


def _keep_all(
    store: Store,
    fresh: dict[str, Report],
    settings: Settings,
    progress: Progress,
    read: list[str],
    skipped: list[SkippedReport],
) -> None:
    model = language_model.load()
    made_by = f"{model.name} {model.version}"
    with store.transaction():
        for one in skipped:
            store.set_aside(one)
    outcomes = _engine(settings, len(fresh)).read_all(fresh.values())
    batch: list[Reading | SkippedReport] = []
    try:
        for finished, outcome in enumerate(outcomes, 1):
            batch.append(outcome)
            if isinstance(outcome, SkippedReport):
                skipped.append(outcome)
            else:
                read.append(outcome.document.source)
            if len(batch) == BATCH:
                _keep(store, fresh, batch, made_by)
                batch = []
            progress(finished, outcome.source if isinstance(outcome, SkippedReport) else outcome.document.source)
    finally:  # also when the run is broken off: what was finished is kept
        _keep(store, fresh, batch, made_by)


def _keep(store: Store, fresh: dict[str, Report], batch: list[Reading | SkippedReport], made_by: str) -> None:
    with store.transaction():
        for outcome in batch:
            if isinstance(outcome, SkippedReport):
                store.set_aside(outcome)
            else:
                store.keep(fresh[outcome.document.id], outcome, made_by)


def _set_aside(reason: SkipReport) -> SkippedReport:
    sha = hashlib.sha256(f"{reason.source}\n{reason}".encode()).hexdigest()
    return SkippedReport("report-" + sha[:12], reason.source, sha, str(reason), type(reason).__name__)


def _engine(settings: Settings, reports: int) -> Engine:
    if settings.engine != "local":
        raise BadArgument(f"There is no engine called {settings.engine}; there is: local.")
    count = min(settings.workers, reports)
    return Workers(read_report, count, settings.seconds_per_report) if count > 0 else InProcess(read_report)
