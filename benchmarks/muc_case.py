"""Sentence case for news that came in capitals: by an English word list, place names, titles and sentence starts.

Only the benchmark needs it: the reader takes the capitals of a report as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from truceline.gazetteer import places_named
from truceline.vocabulary import rows

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MONTHS = ("january february march april may june july august september october november december").split()
ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("ment", ""), ("ness", ""),
    ("ist", ""), ("ists", ""), ("ism", ""), ("al", ""), ("ally", "al"), ("ization", "ize"), ("ation", "e"),
)  # fmt: skip
PREFIXES = ("anti", "counter", "ex", "inter", "mis", "non", "over", "para", "pre", "pro", "re", "semi", "sub", "un")
JOINS = frozenset(("of", "the", "and", "for", "in", "de", "del", "la", "las", "los", "el", "y", "da", "do", "dos"))
SMALL = frozenset(("a", "an", "the", "of", "and", "or", "for", "in", "on", "at", "to", "by", "de", "del", "y"))
OF_A_NAME = frozenset(("la", "las", "el", "los", "san", "santa", "santo", "puerto", "villa", "rio", "nueva", "nuevo"))
"""Words that begin names of Spanish-speaking places; alone they tell nothing in English."""
SENTENCE_END = re.compile(
    r"(?:(?<!\b[A-Z])[.!?:]['\"”)\]]*\s+|\n\s*|—\s+|^\s*|\n\s*\[[^\]\n]*\]\s+)[\[(]?$|(?:[.!?:,]\s+|\n\s*|—\s+|^\s*)[\"“]$"
)
BODIES = frozenset((
    "agency", "alliance", "army", "association", "coalition", "command", "commission", "committee", "company",
    "confederation", "congress", "council", "federation", "front", "guard", "institute", "league", "ministry",
    "movement", "organization", "party", "police", "service", "union", "unity", "university",
))  # fmt: skip
"""Nouns that make a name of the words beside them when initials follow in brackets."""
EDGES = frozenset(("the", "a", "an", "by", "in", "at", "on", "to", "from", "with", "that", "as", "or", "including"))
"""Words that a name before its initials does not reach over."""
INITIALS = re.compile(r"(?<=[A-Z] )[\[(]([A-Z][A-Z0-9-]{1,7})[\])]|(?<=[A-Z]\n)[\[(]([A-Z][A-Z0-9-]{1,7})[\])]")


@dataclass(frozen=True)
class Words:
    """The English words written small, those written with a capital only, and those written both ways."""

    small: frozenset[str]
    capital: frozenset[str]
    both: frozenset[str]

    def common(self, word: str) -> bool:
        """Tell whether a lower-case word is an everyday one, inflected or not."""
        if word in self.small:
            return True
        if word in self.capital:
            return False
        stems = [word[: -len(end)] + put for end, put in ENDINGS if word.endswith(end) and len(word) - len(end) > 2]
        rests = [word[len(before) :] for before in PREFIXES if word.startswith(before) and len(word) > len(before) + 3]
        return any(stem in self.small for stem in stems + rests)


def read_words(file: Path) -> Words:
    """Read a word list, one a line with its capitals; without the file the words of the project's vocabularies."""
    if file.is_file():
        lines = file.read_text(encoding="utf-8").split()
    else:
        lines = [word for name in ("events", "cues", "wording", "figures") for word in WORD.findall(str(rows(name)))]
    plain = [line for line in lines if not line.endswith(("'s", "’s"))]
    small = frozenset(word for word in plain if word.islower() and (len(word) > 1 or word in ("a", "i")))
    capital = frozenset(word.lower() for word in plain if word.istitle())
    return Words(small, capital - small, capital & small)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(
        piece.lower().rstrip(".") for row in rows("titles").values() for title in row.get("words", ())
        for piece in title.split()
    )  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the names of the vocabularies as they are written, by their words in lower case."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for file in ("actors", "places"):
        for row in rows(file).values():
            for name in (
                text for kind in ("names", "adjectives", "people", "capitals") for text in _texts(row.get(kind))
            ):
                if any(letter.isupper() for letter in name) and (words := tuple(WORD.findall(name))):
                    found.setdefault(tuple(word.lower() for word in words), words)
    return found


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        return tuple(value)
    return tuple(item for item in value or () if isinstance(item, str)) if not isinstance(value, str) else (value,)


def sentence_case(text: str, words: Words) -> str:
    """Write a text in capitals as newspapers do."""
    found = list(WORD.finditer(text))
    tokens = [match[0].lower() for match in found]
    gaps = [text[left.end() : right.start()] for left, right in pairwise(found)]
    written = [_alone(match[0], words) for match in found]
    _places(tokens, gaps, written, words)
    _vocabulary_names(tokens, gaps, written)
    _spelt_out(text, found, written)
    _people(tokens, gaps, written, words)
    _dates_and_titles(tokens, gaps, written)
    pieces, at = [], 0
    for match, word in zip(found, written, strict=True):
        gap = text[at : match.start()]
        starts = SENTENCE_END.search(text[max(0, match.start() - 60) : match.start()]) is not None
        pieces += [gap, word[0].upper() + word[1:] if starts else word]
        at = match.end()
    return "".join(pieces) + text[at:]


def _alone(word: str, words: Words) -> str:
    """Write a word by itself: small where it is an everyday one, else as a name."""
    small = word.lower()
    if (owner := re.fullmatch(r"([^'’]+)(['’]S)", word)) and len(small) > 3:
        return _alone(owner[1], words) + owner[2].lower()
    stem = re.split(r"['’]", small)[0]
    if any(letter.isdigit() for letter in word):
        return word if not word[0].isdigit() else small
    if small == "i" or small.startswith(("i'", "i’")):
        return word.capitalize()
    if len(stem) == 1 and stem != "a":
        return word
    if words.common(stem) or stem in SMALL:
        return small
    if stem in _titles() or stem in words.capital:
        return small.capitalize()
    return word if len(stem) < 6 and not re.search(r"[AEIOUY]", word) else small.capitalize()


def _joined(gaps: list[str], first: int, after: int) -> bool:
    return all(gap.isspace() and "\n\n" not in gap for gap in gaps[first : after - 1])


def _capitals(written: list[str], first: int, after: int) -> None:
    for at in range(first, after):
        if written[at].islower() and (at == first or written[at] not in SMALL):
            written[at] = written[at].capitalize()


def _places(tokens: list[str], gaps: list[str], written: list[str], words: Words) -> None:
    """Capitalise places of several words with at least one that is no everyday word."""
    for first, token in enumerate(tokens):
        for length in (4, 3, 2):
            run = tokens[first : first + length]
            unusual = token in OF_A_NAME or any(not words.common(word) for word in run)
            if len(run) < length or not unusual or not _joined(gaps, first, first + length) or run[-1] in JOINS:
                continue
            if (token in OF_A_NAME or token not in EDGES | SMALL) and places_named(" ".join(run)):
                _capitals(written, first, first + length)
                break
        if token in OF_A_NAME and first + 1 < len(tokens) and _joined(gaps, first, first + 2):
            _capitals(written, first, first + 2)


def _vocabulary_names(tokens: list[str], gaps: list[str], written: list[str]) -> None:
    """Write states, peoples and well-known bodies as the vocabularies do."""
    known = _known()
    for first in range(len(tokens)):
        for length in (5, 4, 3, 2, 1):
            name = known.get(tuple(tokens[first : first + length]))
            if name and _joined(gaps, first, first + length) and (length > 1 or not written[first].islower()):
                written[first : first + length] = name
                break


def _spelt_out(text: str, found: list[re.Match[str]], written: list[str]) -> None:
    """Keep initials in brackets, wherever they stand, and capitalise the name that they stand for."""
    initials = {match[1] or match[2] for match in INITIALS.finditer(text)}
    initials = {letters for letters in initials if not written_small(letters, found, written)}
    for at, match in enumerate(found):
        if match[0] not in initials:
            continue
        written[at] = match[0]
        if text[match.start() - 1] in "[(":
            clause = max(text.rfind(mark, 0, match.start() - 1) for mark in ',.;:(["\n')
            since = next((number for number, word in enumerate(found) if word.start() > clause), at)
            first = _name_before([word[0].lower() for word in found[since:at]], match[0].lower())
            first = None if first is None else first + since
            if first is not None:
                _capitals(written, first, at)


def written_small(letters: str, found: list[re.Match[str]], written: list[str]) -> bool:
    """Tell whether a bracketed word is everyday English: "[text]", not initials."""
    return any(match[0] == letters and word.islower() for match, word in zip(found, written, strict=True))


def _name_before(words: list[str], letters: str) -> int | None:
    """Find where a name starts whose words begin with letters, in order, small words left out."""
    for first in range(len(words) - 2, max(-1, len(words) - 11), -1):
        name = [word for word in words[first:] if word not in JOINS]
        heads = "".join(word[0] for word in name)
        if len(name) > 1 and words[first] not in JOINS and (heads == letters or sorted(heads) == sorted(letters)):
            return first
    return _body_before(words) if len(letters) > 2 else None


def _body_before(words: list[str]) -> int | None:
    """Find where the name of a body starts whose initials are those of another language."""
    first = len(words)
    while first and len(words) - first < 8 and words[first - 1] not in EDGES:
        first -= 1
    while first < len(words) and words[first] in JOINS:
        first += 1
    return first if 1 < len(words) - first < 8 and BODIES.intersection(words[first:]) else None


def _people(tokens: list[str], gaps: list[str], written: list[str], words: Words) -> None:
    """Capitalise words that may be names after a bare title, then wherever they stand, and before a surname."""
    after_title = {
        tokens[at + 1]
        for at in range(len(tokens) - 1)
        if tokens[at] in _titles() - SMALL and gaps[at].strip() in ("", ".") and tokens[at + 1] in words.both
        and not EDGES.intersection(tokens[max(0, at - 3) : at])
    }  # fmt: skip
    for at, token in enumerate(tokens):
        if not written[at].islower() or token not in words.both - SMALL - EDGES or token in MONTHS:
            continue
        surname = at + 1 < len(tokens) and gaps[at] in (" ", "\n") and written[at + 1].istitle()
        if token in after_title or (surname and _is_name_only(tokens[at + 1], words)):
            written[at] = token.capitalize()


def _is_name_only(word: str, words: Words) -> bool:
    """Tell whether a word can be a surname: no everyday word, no place, people or state."""
    return not words.common(word) and (word,) not in _known() and not places_named(word)


def _dates_and_titles(tokens: list[str], gaps: list[str], written: list[str]) -> None:
    """Capitalise months beside digits, and titles before a name."""
    for at in range(len(tokens) - 1, -1, -1):
        before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
        if tokens[at] in MONTHS and (before[:1].isdigit() or after[:1].isdigit() or before in ("last", "in", "since")):
            written[at] = tokens[at].capitalize()
        named = bool(after) and not written[at + 1].islower() and gaps[at].strip() in ("", ".")
        if at + 1 < len(tokens) and gaps[at] == "-" and after.isdigit() and len(tokens[at]) < 4:
            written[at] = tokens[at].upper()
        if named and tokens[at] in _titles() - SMALL and not after[0].isdigit():
            written[at] = tokens[at].capitalize()
