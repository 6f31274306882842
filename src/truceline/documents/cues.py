"""Words that tell the role of a line: the rows of vocabulary/parts.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from truceline.vocabulary import rows

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_SPACE = re.compile(r"\s+")
_LONGEST = 1000
"""Characters of the longest line that is looked up; every longer one is a paragraph of the story."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the vocabulary: the role that a line has where its words fit."""

    name: str
    role: str
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    whole: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    longest: int
    """Words that the line may have at most."""
    late: bool
    """Only after the story: such words also occur within it."""
    unfinished: bool
    """Only lines that do not end a sentence: the same words also begin sentences of the story."""
    opens_tail: bool
    """Short lines that follow are of the same role."""

    def fits(self, words: str) -> bool:
        """Tell whether a line in plain form has the words of the row."""
        if len(words.split()) > self.longest:
            return False
        return (
            words.strip(" .:!|>-") in self.whole
            or words.startswith(self.starts)
            or any(_within(cue, words) for cue in self.contains)
            or any(pattern.search(words) for pattern in self.patterns)
        )


def _within(cue: str, words: str) -> bool:
    """Tell whether words stand in a line, not within a longer word."""
    at = words.find(cue)
    while at >= 0:
        end = at + len(cue)
        before = at == 0 or not (words[at - 1].isalnum() and cue[0].isalnum())
        if before and (end == len(words) or not (words[end].isalnum() and cue[-1].isalnum())):
            return True
        at = words.find(cue, at + 1)
    return False


def plain_form(text: str) -> str:
    """Give a line in small letters with plain quotes, dashes and spaces, for looking up."""
    return _SPACE.sub(" ", text.translate(_SAME)).strip().lower()


@lru_cache(maxsize=1)
def part_cues() -> tuple[Cue, ...]:
    """Give the rows of vocabulary/parts.toml, in order."""
    return tuple(_cue(name, row) for name, row in rows("parts").items())


def _cue(name: str, row: dict[str, Any]) -> Cue:
    return Cue(
        name,
        row["role"],
        tuple(row.get("starts", ())),
        tuple(row.get("contains", ())),
        tuple(row.get("whole", ())),
        tuple(re.compile(pattern) for pattern in row.get("patterns", ())),
        row.get("longest", 40),
        row.get("late", False),
        row.get("unfinished", False),
        row.get("opens_tail", False),
    )


def cue_of(text: str, *, late: bool, unfinished: bool) -> Cue | None:
    """Give the first row that a line fits; rows for what follows the story only where that may have begun."""
    if len(text) > _LONGEST:
        return None
    words = plain_form(text)
    for cue in part_cues():
        if (late or not cue.late) and (unfinished or not cue.unfinished) and cue.fits(words):
            return cue
    return None
