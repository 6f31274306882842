"""What is found at one cue of speech: the cue, who speaks, and which words are the content."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reading.statements.cue_rows import CueRow
from truceline.reading.statements.spans import Run


@dataclass(frozen=True, slots=True)
class Content:
    """What a frame found: words of the content, the word that heads it, and who is spoken to."""

    head: int
    words: frozenset[int]
    addressees: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One cue with its speaker and content; all numbers are words of the sentence."""

    sentence: int
    row: CueRow
    word: int
    cue: tuple[int, int]
    speaker: int | None
    addressees: tuple[int, ...] = ()
    content: tuple[Run, ...] = ()
    head: int | None = None
    """The word that heads the content."""
    frame: str = "quote"
    clause: frozenset[int] = frozenset()
    """The words around the cue that are no content."""
    relay: int | None = None
    """Who quotes the speaker: "the agency quoted the minister as saying"."""
    apart: frozenset[int] = frozenset()
    """Words that the tree hangs below the content, but which are a statement of their own."""

    def covers(self, word: int) -> bool:
        """Tell whether a word stands in the content."""
        return any(first <= word <= last for first, last in self.content)


REACH = 30
"""How many words may stand between a cue and the quotation that it introduces."""


def gap_to(one: Utterance, first: int, last: int) -> int | None:
    """Count the words between a cue with all that belongs to it and a quotation; None if it is out of reach."""
    around = one.clause | {one.word}
    gaps = []
    if one.word < first:
        gaps.append(first - max(w for w in around if w < first))
    if one.word > last:
        gaps.append(min(w for w in around if w > last) - last)
    gap = min(gaps, default=REACH + 1)
    return gap if gap <= REACH else None
