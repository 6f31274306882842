"""Names in sentences of our own on conflicts, and copies of them with other names in the same places.

`own/names.txt` has one sentence a line, names in square brackets behind their kind: "[PER Ana Ruiz] left [LOC Juba]."
`own/names.toml` lists further names by kind.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

from training.sentence import Sentence
from truceline.reading.network.words import divide_words

HERE = Path(__file__).parent / "own"
MARKED = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\[\]]+)\]")
LISTS = {"PER": "persons", "ORG": "organisations", "LOC": "places"}
COPIES = 2
"""Copies with other names that are made of each sentence."""
KEPT = 0.35
"""The share of names that a copy keeps: their sentence often tells their kind."""


HELD_OUT = 12
"""Every sentence of so many is for measuring only."""


def read_own_names(*, held_out: bool, chance: random.Random | None = None, folder: Path = HERE) -> list[Sentence]:
    """Read the sentences that are held out, or the others with their copies."""
    lines = [line for line in (folder / "names.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    if held_out or chance is None:
        return [sentence_of(line) for line in lines[::HELD_OUT]]
    lines = [line for number, line in enumerate(lines) if number % HELD_OUT]
    lists = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
    others = {kind: lists[name] for kind, name in LISTS.items()}
    copies = [_with_others(line, others, chance) for line in lines for _ in range(COPIES)]
    known = set(lines)
    return [sentence_of(line) for line in (*lines, *(copy for copy in copies if copy not in known))]


def sentence_of(line: str) -> Sentence:
    """Read one marked line; a word belongs to the name in whose characters it begins."""
    text, spans = "", []
    end = 0
    for match in MARKED.finditer(line):
        text += line[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        end = match.end()
    text += line[end:]
    words: list[str] = []
    tags: list[str] = []
    last = None
    for start, stop in divide_words(text):
        span = next((one for one in spans if one[0] <= start < one[1]), None)
        words.append(text[start:stop])
        tags.append("O" if span is None else f"{'I' if span is last else 'B'}-{span[2]}")
        last = span
    return Sentence(words=tuple(words), source="own", names=tuple(tags))


def _with_others(line: str, others: dict[str, list[str]], chance: random.Random) -> str:
    """Put other names of the same kind in the places of most; abbreviations and single words of persons stay single."""

    def other(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        if kind not in others or chance.random() < KEPT or (kind == "ORG" and " " not in name):
            return match[0]
        found = chance.choice(others[kind])
        if kind == "PER" and " " not in name:
            found = found.split()[-1]
        return f"[{kind} {found}]"

    return MARKED.sub(other, line)
