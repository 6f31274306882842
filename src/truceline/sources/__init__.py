"""Where reports come from: files, folders, zip archives and JSON Lines collections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.contracts import Source
from truceline.domain.document import Report
from truceline.errors import BadArgument, SkipReport
from truceline.sources.archive import Archive, is_archive
from truceline.sources.collection import Collection, is_collection
from truceline.sources.file import File
from truceline.sources.folder import Folder


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of source: what it is called, how to know it, how to open it."""

    name: str
    fits: Callable[[Path], bool]
    opens: Callable[[Path], Source]


SOURCES = (
    SourceKind("folder", Path.is_dir, Folder),
    SourceKind("archive", is_archive, lambda path: Archive(path, path.name)),
    SourceKind("collection", is_collection, lambda path: Collection(path, path.name)),
    SourceKind("file", Path.is_file, lambda path: File(path, path.name)),
)
"""The first that fits opens a path."""


def open_source(path: Path) -> Source:
    """Give the source that a path is; raise BadArgument if there is nothing to read."""
    if not path.exists():
        raise BadArgument(f"There is no file or folder {path}.")
    for kind in SOURCES:
        if kind.fits(path):
            return kind.opens(path)
    raise BadArgument(f"{path} is neither a file nor a folder.")


def reports(paths: Iterable[Path]) -> Iterator[Report | SkipReport]:
    """Yield the reports of several paths, in the order given; every path is looked at before the first is read."""
    sources = [open_source(path) for path in paths]
    for source in sources:
        yield from source.reports()
