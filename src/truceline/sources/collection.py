"""A JSON Lines collection: one report a row, under the usual field names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from truceline.domain.document import Report
from truceline.domain.rows import stated
from truceline.errors import EmptyReport, SkipReport, TooLarge, UnknownFormat, UnreadableText
from truceline.sources.file import printable
from truceline.sources.limits import LIMITS, Limits

SUFFIXES = (".jsonl", ".ndjson", ".jl")
ROW_TYPE = "application/json"


def is_collection(path: Path) -> bool:
    """Tell by the ending whether a file is a collection."""
    return path.name.lower().endswith(SUFFIXES) and path.is_file()


@dataclass(frozen=True, slots=True)
class Collection:
    """A file of rows, each a JSON object that holds one report."""

    path: Path
    name: str
    limits: Limits = LIMITS

    def reports(self) -> Iterator[Report | SkipReport]:
        """Yield a report for every row, and an error that names the row for every row that is none."""
        name = printable(self.name)
        try:
            with self.path.open("rb") as stream:
                yield from rows(stream, name, self.limits)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            yield UnreadableText(f"{name} cannot be read: {reason}.", source=name)


def rows(stream: IO[bytes], name: str, limits: Limits = LIMITS) -> Iterator[Report | SkipReport]:
    """Yield the report of every row of a stream; rows count from 1, empty ones too."""
    number = 0
    while line := stream.readline(limits.one + 1):
        number += 1
        source = f"{name}!{number}"
        if len(line) > limits.one:
            yield TooLarge(f"Row {number} of {name} is larger than {limits.one:,} bytes.", source=source)
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.one + 1)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line := line.strip():
            try:
                yield _row_report(line, number, name, source)
            except SkipReport as skip:
                yield skip


def _row_report(line: bytes, number: int, name: str, source: str) -> Report:
    """Make the report of a row. Its bytes are the whole row, so equal texts of two publishers stay two reports."""
    try:
        row = json.loads(line)
    except UnicodeDecodeError as error:
        raise UnreadableText(f"Row {number} of {name} is not UTF-8.", source=source) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableText(f"Row {number} of {name} is not JSON.", source=source) from error
    if not isinstance(row, dict):
        raise UnknownFormat(f"Row {number} of {name} is no JSON object.", source=source)
    given = stated(row)
    if "text" not in given and "html" not in given:
        raise EmptyReport(f"Row {number} of {name} has no text.", source=source)
    told = tuple((thing, value) for thing, value in given.items() if thing not in ("text", "html"))
    return Report(source, line, ROW_TYPE, told)
