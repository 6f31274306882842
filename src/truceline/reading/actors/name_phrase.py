"""A name in a sentence: its words, its head, its type, and the vocabulary's spelling where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from truceline.domain.sentences import Sentence
from truceline.reading.actors.known_names import Known


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A name at words first to last of a sentence, its head, its type, and the vocabulary's spelling where known."""

    sentence: int
    first: int
    last: int
    head: int
    type: str
    """person, organisation, place, other or unknown, as the language model sees it or the vocabulary knows it."""
    text: str
    known: tuple[Known, ...] = ()

    @property
    def row(self) -> str | None:
        """The row of the vocabulary, None where it is unknown."""
        return self.known[0].row if self.known else None

    def known_as(self, use: str) -> Known | None:
        """Give the spelling if it has the use (names, adjectives, people, capitals, seats, area)."""
        return next((k for k in self.known if k.use == use), None)


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """Give the word of a stretch whose head lies outside it; the first one, where there are several."""
    return next((i for i in range(first, last + 1) if not first <= sentence.words[i].head <= last), last)


def printed(sentence: Sentence, first: int, last: int) -> str:
    """Give words as one string with single spaces where the text has space."""
    words = sentence.words[first : last + 1]
    text = words[0].text
    for before, word in pairwise(words):
        text += (" " if word.start > before.end else "") + word.text
    return text


def phrase_at(sentence: Sentence, first: int, last: int, type_: str, known: tuple[Known, ...] = ()) -> NamePhrase:
    """Make the name phrase of some words."""
    head = head_of(sentence, first, last)
    return NamePhrase(sentence.index, first, last, head, type_, printed(sentence, first, last), known)
