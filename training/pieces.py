"""Words to what the encoder takes: word pieces and the shape of their capitals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from truceline.reading.network.wordpieces import shape_of

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
LONGEST_WORD = 12
"""More pieces of one word are dropped: it is an address or a number."""

SHAPES = 8
"""How many shapes `shape_of` tells apart, 0 counted in for what is no word."""


@dataclass(frozen=True)
class Pieces:
    """One sentence as numbers. Word 0 is the root and stands at the first piece."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class WordPieces:
    """The encoder's vocabulary, with a memory of words met before."""

    def __init__(self, vocabulary: Path) -> None:
        """Read the vocabulary: one piece a line, its number the line's."""
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(lines) if piece}
        self._known: dict[str, list[int]] = {}

    def of_word(self, word: str) -> list[int]:
        """Divide one word into pieces, longest first."""
        if word not in self._known:
            plain = unicodedata.normalize("NFD", word.lower())
            plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
            ids: list[int] = []
            for part in re.findall(r"[^\W_]+|[^\w\s]|_", plain) or [plain]:
                ids += self._of_part(part)
            self._known[word] = ids[:LONGEST_WORD] or [UNKNOWN]
        return self._known[word]

    def _of_part(self, part: str) -> list[int]:
        ids, begin = [], 0
        while begin < len(part):
            end = len(part)
            prefix = "##" if begin else ""
            while end > begin and prefix + part[begin:end] not in self._numbers:
                end -= 1
            if end == begin:
                return [UNKNOWN]
            ids.append(self._numbers[prefix + part[begin:end]])
            begin = end
        return ids

    def of_words(self, words: tuple[str, ...]) -> Pieces:
        """Encode a sentence."""
        ids, shapes, first, last = [CLS], [0], [0], [0]
        for word in words:
            pieces = self.of_word(word)
            first.append(len(ids))
            ids += pieces
            last.append(len(ids) - 1)
            shapes += [shape_of(word)] * len(pieces)
        return Pieces([*ids, SEP], [*shapes, 0], first, last)
