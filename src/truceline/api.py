"""What the public face promises, in two functions; heavy parts are loaded when they are first used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truceline.run import Outcome
    from truceline.views.record import Record

PathLike = str | Path


def read(
    paths: PathLike | Iterable[PathLike],
    *,
    record: PathLike,
    published: str | None = None,
    workers: int = 0,
    registry: PathLike | None = None,
) -> Outcome:
    """Read reports (files, folders, zip archives, JSON Lines) into a record, which is made if it is not there.

    `published` is the day (ISO 8601) of reports that bear no date; `workers` is how many processes read, 0 for this
    one; `registry` is a file of the user's own actors (TOML). Raises BadArgument for a path that is not there or a
    registry that cannot be read. Reports that cannot be read are in the outcome's `skipped`.
    """
    from truceline.record.store import Store
    from truceline.run import read_into
    from truceline.settings import Settings

    several = [paths] if isinstance(paths, str | Path) else list(paths)
    with Store(Path(record), create=True) as store:
        own = Path(registry) if registry is not None else None
        settings = Settings.of(published=published, workers=workers, registry=own)
        return read_into(store, [Path(p) for p in several], settings)


def open_record(path: PathLike) -> Record:
    """Open a record for questions and decisions; raises BadArgument or UnusableRecord if it cannot be."""
    from truceline.views.record import Record

    return Record.open(path)
