"""Reports read in from the pages: in the background, one import at a time, with true progress."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Protocol

from truceline.domain.mention import SkippedReport
from truceline.errors import BadArgument, TrucelineError
from truceline.serve.multipart import Upload
from truceline.sources import reports


class Outcome(Protocol):
    """What a reading did."""

    @property
    def read(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def already_there(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def skipped(self) -> tuple[SkippedReport, ...]: ...  # noqa: D102


Reads = Callable[[Sequence[Path], Callable[[int, str], None]], Outcome]
"""Reads paths into the record, telling how many reports are finished and which one was the last."""


@dataclass
class Progress:
    """How far an import is."""

    names: tuple[str, ...]
    total: int
    """Reports in the files, counted before the first is read."""
    finished: int = 0
    last: str = ""
    outcome: Outcome | None = None
    broken: str | None = None
    """Why it ended early, in one sentence."""

    @property
    def over(self) -> bool:
        """Tell whether it has ended."""
        return self.outcome is not None or self.broken is not None


@dataclass
class Imports:
    """The import that runs, or the last one."""

    reads: Reads
    now: Progress | None = None
    _lock: Lock = field(default_factory=Lock)

    def start(self, files: Sequence[Upload], when_over: Callable[[], None]) -> Progress:
        """Begin to read files; raise BadArgument while another import runs or where there is nothing to read."""
        if not files:
            raise BadArgument("Choose at least one file.")
        with self._lock:
            if self.now and not self.now.over:
                raise BadArgument("An import is running; wait until it has finished.")
            folder = Path(tempfile.mkdtemp(prefix="truceline-"))
            try:
                paths = [_written(folder / str(n), f) for n, f in enumerate(files)]
                total = sum(1 for _ in reports(paths))  # counted first: a total that grows tells nothing
            except TrucelineError:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            self.now = Progress(tuple(f.name for f in files), total)
            Thread(target=self._run, args=(self.now, folder, paths, when_over), daemon=True).start()
            return self.now

    def _run(self, progress: Progress, folder: Path, paths: Sequence[Path], when_over: Callable[[], None]) -> None:
        def told(finished: int, last: str) -> None:
            progress.finished, progress.last = finished, last

        try:
            progress.outcome = self.reads(paths, told)
        except TrucelineError as error:
            progress.broken = str(error)
        except Exception as error:  # shown on the page: a thread that dies silently would look like one that runs
            progress.broken = f"The import broke off ({type(error).__name__}: {error})."
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            when_over()


def _written(folder: Path, file: Upload) -> Path:
    """Each file in a folder of its own: two of one name do not meet."""
    folder.mkdir()
    path = folder / file.name
    path.write_bytes(file.content)
    return path
