"""Reading on this machine: in this process, or in guarded worker processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic

from truceline.contracts import ReadReport
from truceline.domain.document import Report
from truceline.domain.mention import Reading, SkippedReport
from truceline.errors import StopRun

Outcome = Reading | SkippedReport


def failed(report: Report, reason: str) -> SkippedReport:
    """Set aside a report that broke its reader."""
    return SkippedReport(report.id, report.source, report.sha256, reason, "ReaderFailed")


def guarded(read_report: ReadReport, report: Report) -> Outcome:
    """Read one report; whatever breaks but what must stop the run becomes a reason."""
    try:
        return read_report(report)
    except StopRun:
        raise
    except Exception as error:  # one report must never end the run; its reason is kept and shown
        return failed(report, f"{report.source} broke the reader ({type(error).__name__}: {error}).")


@dataclass(frozen=True)
class InProcess:
    """Reads one report after the other in this process."""

    read_report: ReadReport

    def read_all(self, reports: Iterable[Report]) -> Iterator[Outcome]:
        """Read every report, in the order given."""
        for report in reports:
            yield guarded(self.read_report, report)


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    report: Report | None = None
    place: int = -1
    since: float = 0.0


@dataclass
class Workers:
    """Reads in several processes; a report that crashes or hangs its process is set aside and the rest goes on."""

    read_report: ReadReport
    count: int
    seconds: float = 120.0
    """How long one report may take."""
    _team: list[_Worker] = field(default_factory=list)

    def read_all(self, reports: Iterable[Report]) -> Iterator[Outcome]:
        """Read every report, in the order given."""
        todo, done, next_out = enumerate(reports), {}, 0
        try:
            self._team = [self._hired() for _ in range(self.count)]
            while True:
                for worker in self._team:
                    if worker.report is None and (job := next(todo, None)) is not None:
                        _give(worker, *job)
                busy = [w for w in self._team if w.report is not None]
                if not busy:
                    return
                done.update(self._collected(busy))
                while next_out in done:
                    yield done.pop(next_out)
                    next_out += 1
        finally:
            for worker in self._team:
                worker.process.terminate()

    def _hired(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.read_report), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _collected(self, busy: list[_Worker]) -> dict[int, Outcome]:
        ready = set(wait([w.pipe for w in busy], timeout=1.0))
        found: dict[int, Outcome] = {}
        for worker in busy:
            report, place = worker.report, worker.place
            assert report is not None
            if worker.pipe in ready:
                try:
                    outcome = worker.pipe.recv()
                except (EOFError, OSError):
                    found[place] = failed(report, f"{report.source} made the reader crash.")
                    self._replace(worker)
                    continue
                if isinstance(outcome, StopRun):
                    raise outcome
                found[place], worker.report = outcome, None
            elif monotonic() - worker.since > self.seconds:
                found[place] = failed(report, f"{report.source} took longer than {self.seconds:.0f} seconds to read.")
                self._replace(worker)
        return found

    def _replace(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.pipe.close()
        self._team[self._team.index(worker)] = self._hired()


def _give(worker: _Worker, place: int, report: Report) -> None:
    worker.report, worker.place, worker.since = report, place, monotonic()
    with suppress(OSError):  # it died before it got anything: collecting finds that out
        worker.pipe.send(report)


def _work(pipe: Connection, read_report: ReadReport) -> None:
    try:
        while True:
            report: Report = pipe.recv()
            try:
                pipe.send(guarded(read_report, report))
            except StopRun as error:
                pipe.send(error)
    except (EOFError, KeyboardInterrupt):
        return
