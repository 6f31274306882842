"""Roles of nouns that tell deeds, in sentences of our own on conflicts.

`own/roles.txt` has one sentence a line and behind it some of its predicates: "The shelling of the market by rebels
ended. || shelling: ARG1=market, ARG0=rebels". A word that stands twice has its number: "attack#2". Arguments are their
head words.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.sentence import Argument, Predicate, Sentence
from truceline.reading.network.words import divide_words

HERE = Path(__file__).parent / "own"
HELD_OUT = 12
"""Every sentence of so many is for measuring only."""


def read_own_roles(*, held_out: bool, folder: Path = HERE) -> list[Sentence]:
    """Read the sentences that are held out, or the others."""
    lines = [line for line in (folder / "roles.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    return [sentence_of(line) for number, line in enumerate(lines) if (number % HELD_OUT == 0) == held_out]


def sentence_of(line: str) -> Sentence:
    """Read one line. Raises ValueError with the line where a word does not stand in its sentence."""
    text, _, notes = line.partition("||")
    text = text.strip()
    spots = divide_words(text)
    predicates = []
    for note in notes.split(" ; "):
        word, _, arguments = note.strip().partition(":")
        pairs = (pair.strip().split("=", 1) for pair in arguments.split(",") if "=" in pair)
        found = [(role, _place(text, spots, head, line)) for role, head in pairs]
        told = tuple(Argument(role, at, at, at) for role, at in found)
        predicates.append(Predicate(_place(text, spots, word, line), told))
    words = tuple(text[start:end] for start, end in spots)
    return Sentence(words=words, source="own", predicates=tuple(predicates), some_predicates=True)


def _place(text: str, spots: list[tuple[int, int]], named: str, line: str) -> int:
    """Give the word that a note names, the last one where it was divided."""
    word, _, number = named.strip().partition("#")
    found = [m.end() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    nth = int(number or 1) - 1
    if nth >= len(found):
        raise ValueError(f"No {named} in: {line}")
    return next(index for index, (start, end) in enumerate(spots) if start < found[nth] <= end)
