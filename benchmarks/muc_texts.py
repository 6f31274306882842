"""The documents of MUC-3 and MUC-4: where they lie, their datelines, and what the reader is given."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.muc_case import Words, sentence_case

from truceline.domain.document import Report

HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*\n", re.MULTILINE)
DATELINE = re.compile(
    r"^\s*(?P<place>[^\n\d]{2,60}?),\s+(?P<day>\d{1,2})\s+(?P<month>[A-Z]{3})[A-Z]*\s+(?P<year>\d\d)\b"
)
LONGEST_DATELINE = 100
"""Characters before the dashes, where the dateline gives no date."""
NOTES = re.compile(
    r"\[(?:TEXT|REPORT|COMMUNIQUE|ARTICLE|EDITORIAL|COMMENTARY|SPEECH|INTERVIEW|EXCERPTS?|PASSAGE|NO)\b[^\]]*\]"
)
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
NAMES = ("January February March April May June July August September October November December").split()
PARTS = {
    "dev": ("dev/dev-muc3-*", "dev/key-dev-*"),
    "tst1": ("tst1/tst1-muc3", "tst1/key-tst1.*"),
    "tst2": ("tst2/tst2-muc4", "tst2/key-tst2.*"),
}


@dataclass(frozen=True)
class Source:
    """One document: its id, the words after its dateline, where and when it was sent."""

    id: str
    place: str
    sent: date | None
    body: str


def sources(data: Path, part: str, most: int) -> list[Source]:
    """Give the first documents of a part."""
    found: list[Source] = []
    for file in sorted(data.glob(PARTS[part][0])):
        pieces = HEAD.split(file.read_text(encoding="latin-1"))[1:]
        found += [_source(name, text) for name, text in zip(pieces[::2], pieces[1::2], strict=True)]
        if len(found) >= most:
            break
    return found[:most]


def _source(name: str, text: str) -> Source:
    head, mark, body = text.partition("--")
    dateline = DATELINE.match(head) if mark else None
    if dateline is None:
        return Source(name, "", None, (body if mark and len(head) < LONGEST_DATELINE else text).strip())
    sent = date(1900 + int(dateline["year"]), MONTHS.index(dateline["month"]) + 1, int(dateline["day"]))
    return Source(name, re.sub(r"\s+", " ", dateline["place"]).strip(), sent, body.strip())


def report_of(source: Source, words: Words) -> Report:
    """Make the report that the reader is given: sentence case, one line a paragraph, the day of sending stated."""
    body = re.sub(r"^(?:\s*\[[^\]]*\])+", "", NOTES.sub(" ", source.body))
    paragraphs = [re.sub(r"\s+", " ", paragraph).strip() for paragraph in re.split(r"\n\s*\n", body)]
    text = sentence_case("\n\n".join(paragraph for paragraph in paragraphs if paragraph), words)
    given: dict[str, str] = {}
    if source.sent:
        place = "" if source.place in ("CLANDESTINE", "NO CITY") else sentence_case(source.place, words)
        day = f"{source.sent.day} {NAMES[source.sent.month - 1]} {source.sent.year}"
        text = f"{place}, {day} — {text}" if place else text
        given["published"] = source.sent.isoformat()
    row = {"text": text, **given}
    return Report(f"{source.id}.json", json.dumps(row).encode(), "application/json")
