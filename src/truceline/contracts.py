"""The ways in: what a source, format, comparison, export or engine has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from truceline.domain.document import Document, Report
from truceline.domain.mention import Reading, SkippedReport
from truceline.domain.sentences import Sentence
from truceline.errors import SkipReport

ReadReport = Callable[[Report], Reading | SkippedReport]
"""The unit that an engine distributes."""


class Source(Protocol):
    """A place that reports come from."""

    def reports(self) -> Iterator[Report | SkipReport]:
        """Yield every report, and an error for each that cannot be had; order is that of the names."""
        ...


class Format(Protocol):
    """A file format that holds one report."""

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]

    def recognises(self, report: Report) -> bool:
        """Tell from the first bytes, the name and the media type whether it is this format."""
        ...

    def document(self, report: Report) -> Document:
        """Make the document; raise SkipReport if there is no readable text."""
        ...


class LanguageModel(Protocol):
    """What readers ask of the language model."""

    name: str
    version: str

    def read(self, document: Document) -> tuple[Sentence, ...]:
        """Give the sentences of a document, boilerplate left out."""
        ...


class Engine(Protocol):
    """Something that reads many reports."""

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading | SkippedReport]:
        """Read every report, in the order given; a report that breaks its reader comes back as skipped."""
        ...


class Export(Protocol):
    """A format that a record can be written in."""

    name: str
    describes: str
    """One line for the help text."""
    suffix: str

    def write(self, record: Any, path: Path, *, as_of: str | None = None) -> None:
        """Write an open views.record.Record (which stands above this module) to a file."""
        ...
