"""A folder of reports, with all folders in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.contracts import Source
from truceline.domain.document import Report
from truceline.errors import SkipReport, UnreadableText
from truceline.sources.archive import Archive, is_archive
from truceline.sources.collection import Collection, is_collection
from truceline.sources.file import File, printable

HOLDERS: tuple[tuple[Callable[[Path], bool], Callable[[Path, str], Source]], ...] = (
    (is_archive, Archive),
    (is_collection, Collection),
)
"""Files that hold several reports: how to know them, how to open them. Any other file holds one."""


def opened(path: Path, name: str) -> Source:
    """Give the source that a file is, under the name that it shall have."""
    return next((opens(path, name) for fits, opens in HOLDERS if fits(path)), File(path, name))


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder; its files are named by their way from the folder, with / between."""

    path: Path

    def reports(self) -> Iterator[Report | SkipReport]:
        """Yield the reports of all files in the order of their names; hidden files are left out."""
        inside = self.path.resolve()
        for path in _files(self.path, inside):
            name = path.relative_to(self.path).as_posix()
            if path.resolve().is_relative_to(inside):
                yield from opened(path, name).reports()
            else:
                yield UnreadableText(f"{printable(name)} is a link that leads out of the folder.", source=name)


def _files(folder: Path, inside: Path) -> Iterator[Path]:
    """Walk through the files of a folder, sorted; links to folders come as they are and are not entered."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except PermissionError:
        entries = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path, inside)
        elif not entry.is_dir() or not path.resolve().is_relative_to(inside):
            yield path
