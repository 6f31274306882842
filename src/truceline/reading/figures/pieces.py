"""A sentence cut finer than words: hyphens and digits apart, so that numbers read the same however they are joined."""

from __future__ import annotations

import re
from typing import NamedTuple

from truceline.domain.sentences import Sentence

_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]|_")


class Piece(NamedTuple):
    """A stretch of letters, a number or a sign, and the word that it belongs to."""

    text: str
    """Lower case."""
    word: int
    start: int
    end: int
    """Characters of the document's text."""
    capital: bool

    def touches(self, other: Piece) -> bool:
        """Tell whether nothing stands between this piece and the next."""
        return self.end == other.start


def pieces_of(sentence: Sentence) -> tuple[Piece, ...]:
    """Cut the words of a sentence into pieces."""
    return tuple(
        Piece(m.group().lower(), i, word.start + m.start(), word.start + m.end(), m.group()[0].isupper())
        for i, word in enumerate(sentence.words)
        for m in _PIECE.finditer(word.text)
    )
