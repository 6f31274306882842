"""The record format: one object a line, the same record gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

from truceline.domain.record_form import line
from truceline.errors import BadArgument
from truceline.views.record import Record


class JsonLines:
    """Writes the record format, version 1."""

    name = "jsonl"
    describes = "the whole record in the record format, one JSON object a line"
    suffix = ".jsonl"

    def write(self, record: Record, path: Path, *, as_of: str | None = None) -> None:
        """Write the record; timeliness is computed for the day asked for."""
        try:
            path.write_text("\n".join(lines_of(record, as_of)) + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise BadArgument(f"{path} cannot be written: {error.strerror}.") from error


def lines_of(record: Record, as_of: str | None = None) -> list[str]:
    """Give the record as lines of the record format, without line ends."""
    lines = [json.dumps(record.format_line(), ensure_ascii=False, separators=(",", ":"))]
    items = record.items(as_of=as_of)
    groups = (
        items.reports, items.actors, items.places, items.events, items.figures, items.statements, items.agreements,
        items.commitments, items.wording, items.findings, record.decisions(),
    )  # fmt: skip
    for group in groups:
        lines += [line(item) for item in sorted(group, key=lambda item: item.id)]
    return lines
