"""Words of our own sentences get the days that a careful reader would give them, or none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.document import Document, Part, Published
from truceline.reading.dates.dates import date_of, read_dates
from truceline.reading.language_model import load
from truceline.reading.scene import Text

pytestmark = pytest.mark.network

FLOOR = 0.9
"""Share of right rows in the half that is only counted."""
NOT_YET = ("Two years after he was arrested", "was [broken] within a week")


@dataclass(frozen=True)
class Row:
    published: Days
    text: str
    at: int
    earliest: date | None
    latest: date | None


@lru_cache(maxsize=1)
def rows() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    half = found.setdefault("tune", [])
    for line in (Path(__file__).parent / "dated_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            half = found.setdefault(line[3:], [])
        elif "|" in line and not line.startswith("#"):
            day, text, *ends = (cell.strip() for cell in line.split("|"))
            if any(words in text for words in NOT_YET):
                continue
            word = re.search(r"\[(\w+)\]", text)
            assert word, line
            plain = text[: word.start()] + word[1] + text[word.end() :]
            first, last = (None if end == "-" else date.fromisoformat(end) for end in ends)
            half.append(Row(Days.on(day), plain, word.start(), first, last))
    return found


def days_of(row: Row) -> Days:
    sha = hashlib.sha256(row.text.encode()).hexdigest()
    document = Document(
        "report-" + sha[:12], "report.txt", sha, "text/plain", None, None, (), Published(row.published, "stated"), "en",
        row.text, (Part("body", 0, len(row.text)),),
    )  # fmt: skip
    text = Text(document, load().read(document))
    dates = read_dates(text)
    for sentence in text.sentences:
        for number, word in enumerate(sentence.words):
            if word.start == row.at and (found := date_of(sentence, dates, number)):
                return found.days
    return UNKNOWN_DAYS


def right(row: Row, days: Days) -> bool:
    if row.earliest is None and row.latest is None:
        return not days.known
    if not days.known or (row.earliest and (days.earliest is None or days.earliest < row.earliest)):
        return False
    if row.latest and (days.latest is None or days.latest > row.latest):
        return False
    wanted = Days(row.earliest, row.latest).width
    return wanted is None or (days.width or 0) * 2 >= wanted


@pytest.mark.parametrize("row", rows()["tune"], ids=[row.text[:60] for row in rows()["tune"]])
def test_a_word_has_the_days_that_a_reader_gives_it(row: Row) -> None:
    days = days_of(row)
    assert right(row, days), (row, days)


def test_most_of_the_rows_that_nobody_looks_at_are_right() -> None:
    counted = rows()["measure"]
    assert sum(right(row, days_of(row)) for row in counted) >= FLOOR * len(counted)
