"""Words to what the network takes: word pieces and the shape of their capitals."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

UNKNOWN, FIRST, LAST = 100, 101, 102
LONGEST_WORD = 12
"""More pieces of one word are dropped: it is an address or a number."""

LOWER, TITLE, UPPER, INITIAL, MIXED, DIGIT, OTHER = 1, 2, 3, 4, 5, 6, 7
"""Shapes; 0 stands for what is no word. The network's encoder is uncased, so this is all it sees of capitals."""

_PART = re.compile(r"[^\W_]+|[^\w\s]|_")
_KEPT = 200_000
"""Words remembered; beyond that words are divided anew, so that memory stays bounded."""


def shape_of(word: str) -> int:
    """Classify a word by its digits and capitals."""
    if word.isalpha():
        if word.islower():
            return LOWER
        if word.isupper():
            return UPPER if len(word) > 1 else INITIAL
    if any(letter.isdigit() for letter in word):
        return DIGIT
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return OTHER
    if not any(letter.isupper() for letter in letters):
        return LOWER
    if all(letter.isupper() for letter in letters):
        return UPPER if len(letters) > 1 else INITIAL
    return TITLE if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]) else MIXED


class WordPieces:
    """The encoder's vocabulary, with a memory of words met before."""

    def __init__(self, vocabulary: Path) -> None:
        """Read the vocabulary: one piece a line, its number the line's."""
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(lines) if piece}
        self._known: dict[str, tuple[list[int], int]] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a lower-case word is common enough to be one piece."""
        return word in self._numbers

    def of_word(self, word: str) -> tuple[list[int], int]:
        """Give the pieces of a word, longest first, and its shape."""
        known = self._known.get(word)
        if known is None:
            known = (self._divide(word), shape_of(word))
            if len(self._known) < _KEPT:
                self._known[word] = known
        return known

    def _divide(self, word: str) -> list[int]:
        plain = word.lower()
        if not plain.isascii():
            plain = unicodedata.normalize("NFD", plain)
            plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
        ids: list[int] = []
        for part in _PART.findall(plain) or [plain]:
            ids += self._divide_part(part)
        return ids[:LONGEST_WORD] or [UNKNOWN]

    def _divide_part(self, part: str) -> list[int]:
        ids, begin = [], 0
        while begin < len(part):
            prefix, end = "##" if begin else "", len(part)
            while end > begin and prefix + part[begin:end] not in self._numbers:
                end -= 1
            if end == begin:
                return [UNKNOWN]
            ids.append(self._numbers[prefix + part[begin:end]])
            begin = end
        return ids
