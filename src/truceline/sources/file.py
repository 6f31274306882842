"""A file that holds one report."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.domain.document import Report
from truceline.errors import SkipReport, UnknownFormat, UnreadableText
from truceline.sources.limits import LIMITS, Limits, read_at_most

MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
}
"""Ours come first: what the machine's own table says of the same endings differs from machine to machine."""
_TYPES = mimetypes.MimeTypes()


def media_type(name: str) -> str | None:
    """Tell a media type by the ending of a name."""
    ending = "." + name.lower().rpartition(".")[2] if "." in name else ""
    return MEDIA_TYPES.get(ending) or _TYPES.guess_type(f"x{ending}")[0]


def printable(name: str) -> str:
    """Give a name as characters that can be stored: bytes that are no UTF-8 become the replacement mark."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds one report."""

    path: Path
    name: str
    limits: Limits = LIMITS

    def reports(self) -> Iterator[Report | SkipReport]:
        """Yield the report."""
        try:
            yield self._report()
        except SkipReport as skip:
            yield skip

    def _report(self) -> Report:
        name = printable(self.name)
        try:
            if not self.path.is_file():
                raise UnknownFormat(f"{name} is no ordinary file.", source=name)
            told = f"{name} is larger than {self.limits.one:,} bytes."
            with self.path.open("rb") as stream:
                return Report(name, read_at_most(stream, self.limits.one, told, name), media_type(name))
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise UnreadableText(f"{name} cannot be read: {reason}.", source=name) from error
