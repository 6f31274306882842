"""Names that the vocabulary knows: states, peoples, organisations, groups, regions; found in a sentence in one walk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from truceline.domain.sentences import Sentence
from truceline.vocabulary import rows

USES = ("names", "adjectives", "people", "capitals", "seats")
"""The lists of a row of actors.toml, and what their entries are to its actor."""
AREA_USE = "area"
"""A region, water or site of places.toml."""

_PIECE = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("", "", ".")


@dataclass(frozen=True, slots=True)
class Known:
    """A spelling in the vocabulary: the row, what the spelling is to it, and how it is printed."""

    row: str
    use: str
    text: str
    short: bool
    """An upper-case short form, which matches in upper case only."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at words first to last of a sentence."""

    first: int
    last: int
    known: tuple[Known, ...]


def word_set(text: str) -> frozenset[str]:
    """Give the words of a list written as one string."""
    return frozenset(text.split())


@lru_cache(maxsize=16_384)
def pieces(text: str) -> tuple[str, ...]:
    """Divide a name or word at hyphens, apostrophes and spaces; dots inside do not divide."""
    return tuple(_PIECE.findall(text.translate(_MARKS)))


class _Node(dict[str, "_Node"]):
    """A step of the tree of spellings; `known` holds what ends here."""

    known: tuple[Known, ...] = ()


@lru_cache(maxsize=1)
def spellings() -> _Node:
    """Give the tree of all spellings, by their pieces in lower case."""
    root = _Node()
    for name, row in rows("actors").items():
        for use in USES:
            for text in row.get(use, ()):
                _add(root, Known(name, use, text, _is_short(text)))
    for name, row in rows("places").items():
        for text in row.get("names", ()):
            _add(root, Known(name, AREA_USE, text, _is_short(text)))
    return root


def _is_short(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) <= 6 and all(c.isupper() for c in letters)


def _add(root: _Node, known: Known) -> None:
    node = root
    for piece in pieces(known.text):
        node = node.setdefault(piece.casefold(), _Node())
    if all((k.row, k.use, k.short) != (known.row, known.use, known.short) for k in node.known):
        node.known = (*node.known, known)


def known_names(sentence: Sentence) -> list[Found]:
    """Find the longest known names of a sentence, from left to right, none inside another."""
    root, i = spellings(), 0
    found: list[Found] = []
    words = sentence.words
    shouting = sum(w.text.isupper() and len(w.text) > 1 for w in words) > 0.6 * len(words)
    while i < len(words):
        loud = shouting or _among_capitals(sentence, i)
        match = _longest(root, sentence, i, loud) if words[i].text[0].isalpha() else None
        if match:
            styled = _with_style(sentence, match)
            found = [one for one in found if one.last < styled.first]  # the Arabs of the Arab Republic
            found.append(styled)
            i = match.last + 1
        else:
            i += 1
    return found


def _among_capitals(sentence: Sentence, word: int) -> bool:
    """Tell whether a word of the language stands between words in capitals: "ORLIN IS OURS: army enters the town"."""
    if sentence.words[word].text.casefold() not in _COMMON:
        return False
    beside = sentence.words[max(0, word - 1) : word] + sentence.words[word + 1 : word + 2]
    return len(beside) == 2 and all(w.text.isupper() and len(w.text) > 1 for w in beside)


def _longest(root: _Node, sentence: Sentence, first: int, shouting: bool) -> Found | None:
    node, best, i = root, None, first
    while i < len(sentence.words) and i - first < 12:
        parts = pieces(sentence.words[i].text)
        if not parts and sentence.words[i].text not in _JOINTS:
            return best
        for piece in parts:
            step = node.get(piece.casefold())
            if step is None:
                return best
            node = step
        if node.known and parts:
            printed = " ".join(w.text for w in sentence.words[first : i + 1])
            fitting = tuple(k for k in node.known if _fits(k, printed, shouting))
            best = Found(first, _bracket_closed(sentence, first, i), fitting) if fitting else best
        i += 1
    return best


def is_styled(name: str) -> bool:
    """Tell whether a state's name is printed with its style: "Republic of Orlin"."""
    return any(word in _STYLES for word in name.split()[:-1])


def _with_style(sentence: Sentence, found: Found) -> Found:
    """Take in the style before a state's name: "the Arab Republic of Orlin", "the State of Orlin"."""
    words = sentence.words
    first = found.first - 1
    if not is_state(found.known) or not any(k.use == "names" for k in found.known):
        return found
    if first > 0 and words[first].text == "the":
        first -= 1
    if first < 1 or words[first].text != "of" or words[first - 1].text not in _STYLES:
        return found
    first -= 1
    while first > 0 and words[first - 1].text in _QUALITIES:
        first -= 1
    return Found(first, found.last, found.known)


def _bracket_closed(sentence: Sentence, first: int, last: int) -> int:
    """Take in the closing bracket of "Party of Orlin (Unity)"."""
    words = sentence.words
    opened = any(w.text == "(" for w in words[first:last])
    return last + 1 if opened and last + 1 < len(words) and words[last + 1].text == ")" else last


def _fits(known: Known, printed: str, shouting: bool) -> bool:
    """Tell whether the case of the letters allows the name: no "us" for a country, no "is" for a group."""
    if any(c.isupper() for c in known.text[1:]) and known.text.isalpha() and not known.short:
        return printed == known.text or (shouting and printed.isupper())  # "LeT" is not "Let"
    if known.short:
        return printed.isupper() and (not shouting or known.text.casefold() not in _COMMON)
    if shouting and printed.isupper():
        return True
    ours, theirs = pieces(known.text), pieces(printed)
    return all(t[0].isupper() or not o[0].isupper() for o, t in zip(ours, theirs, strict=True)) or (
        known.text[0].islower() and theirs[0][0].isupper()
    )


_JOINTS = ("-", "‑", "–", ".", "'", "’", "/", "(")
_STYLES = word_set("Republic Kingdom State Sultanate Commonwealth Federation Government")
_QUALITIES = word_set(
    "Arab Democratic Federal Federative Hashemite Islamic People's People’s Socialist Bolivarian Plurinational Union "
    "United Co-operative Cooperative Royal Transitional Interim Popular"
)
"""Words before the style of a state."""
_COMMON = word_set("us is who car pa un eu au it")


def is_state(known: tuple[Known, ...]) -> bool:
    """Tell whether a name belongs to a state, by whatever use."""
    return bool(known) and known[0].use != AREA_USE and rows("actors")[known[0].row]["row"] == "state"


def row_of(known: Known) -> dict[str, Any]:
    """Give the vocabulary row that a spelling belongs to."""
    return rows("places" if known.use == AREA_USE else "actors")[known.row]
