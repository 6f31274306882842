"""Words that tell events, what is owed, and loaded phrases, in sentences of our own on conflicts.

`own/events-*.txt` have one sentence a line, each word that tells an event marked with its PLOVER type: "The rebels
{ASSAULT:stormed} the barracks." Every other word tells none. In `own/events-by-rows.txt` the rows of the package's
vocabulary marked what they know; of the words without a mark nothing is known there. `own/owed-*.txt` mark what is
owed, kept or broken in the same way, `own/loaded-*.txt` loaded phrases, which may have several words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from training.inventory import EVENT_NONE, EVENT_UNKNOWN, EVENTS, LOADED, OWED
from training.sentence import Sentence
from truceline.reading.network.words import divide_words

HERE = Path(__file__).parent / "own"
BY_ROWS = "events-by-rows.txt"
HELD_OUT = 12
"""Every sentence of so many is for measuring only."""
_MARK = re.compile(r"\{([A-Za-z_]+):([^{}]+)\}")


def read_own_events(*, held_out: bool, folder: Path = HERE) -> list[Sentence]:
    """Read the sentences with events that are held out, or the others."""
    return _read(folder, "events", EVENTS, held_out)


def read_own_owed(*, held_out: bool, folder: Path = HERE) -> list[Sentence]:
    """Read the sentences with what is owed that are held out, or the others."""
    return _read(folder, "owed", OWED, held_out)


def read_own_loaded(*, held_out: bool, folder: Path = HERE) -> list[Sentence]:
    """Read the sentences with loaded phrases that are held out, or the others."""
    return _read(folder, "loaded", LOADED, held_out)


def read_own_events_by_rows(folder: Path = HERE) -> list[Sentence]:
    """Read the sentences that the rows of the vocabulary marked."""
    return [marked(line, "events", EVENTS, EVENT_UNKNOWN) for line in _lines(folder / BY_ROWS)]


def _read(folder: Path, field: str, labels: list[str], held_out: bool) -> list[Sentence]:
    files = [file for file in sorted(folder.glob(f"{field}-*.txt")) if file.name != BY_ROWS]
    lines = [line for file in files for line in _lines(file)]
    kept = [line for number, line in enumerate(lines) if (number % HELD_OUT == 0) == held_out]
    return [marked(line, field, labels) for line in kept]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def marked(line: str, field: str, labels: list[str], unmarked: str = EVENT_NONE) -> Sentence:
    """Read one line into a field of a sentence; raise ValueError with the line where a mark is broken."""
    text, marks, end = "", [], 0
    for found in _MARK.finditer(line):
        text += line[end : found.start()]
        marks.append((len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        end = found.end()
    text += line[end:]
    if "{" in text or "}" in text or any(label not in labels for *_, label in marks):
        raise ValueError(f"A mark is broken in: {line}")
    spots = divide_words(text)
    told = [next((label for a, b, label in marks if a <= start < b), unmarked) for start, _ in spots]
    values: dict[str, Any] = {field: tuple(told)}
    return Sentence(words=tuple(text[start:end] for start, end in spots), source="own", **values)
