"""The rows of vocabulary/wording.toml, and where in a sentence their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from truceline.domain.sentences import Sentence, Word
from truceline.vocabulary import rows

_TOKEN = re.compile(r"one's|\.\.\.|'s\b|\w+(?:-\w+)*|[^\w\s]")
_WILD = ("NAME", "one's", "...")
_GAP = 5
"""Words that "..." stands for at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of loaded wording, and what has to hold where its words stand."""

    name: str
    class_: str
    pos: str | None
    whole_phrase: bool
    """Whether the noun phrase is quoted, not only the words of the row."""
    of: frozenset[str]
    """Nouns that it has to modify; empty where any will do."""
    of_actor: bool
    """Whether the name of an actor will do as well."""
    subject_actor: bool
    subject_power: bool
    """Whether the actor has to be a power, not people: a ministry that weeps, not the relatives of the dead."""
    objects: frozenset[str]
    object_actor: bool
    """Whether the name of an actor will do as the object as well."""
    not_with: frozenset[str]
    owned: bool
    specific: bool
    active: bool
    weak: bool
    """Whether plain reports use the words too, so that they count only where a report takes sides elsewhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a row in a sentence: first to last, and the one that carries the phrase."""

    row: Row
    sentence: Sentence
    first: int
    last: int
    anchor: int


def _nouns(names: list[str]) -> frozenset[str]:
    table = rows("wording")
    return frozenset(noun for name in names for noun in (table[name[1:]]["nouns"] if name.startswith("@") else [name]))


@dataclass(frozen=True, slots=True)
class _Phrase:
    tokens: tuple[str, ...]
    row: Row
    telling: str | None
    """Its longest plain word after the first: a sentence without it need not be looked through."""


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[_Phrase, ...]]:
    """Give the phrases by their first word, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for name, block in rows("wording").items():
        if "class" not in block:
            continue
        of = block.get("of", [])
        objects = [block["object"]] if "object" in block else []
        row = Row(
            name,
            block["class"],
            block.get("pos"),
            block.get("extent") == "phrase",
            _nouns(of),
            "@powers" in of or "@people" in of,
            block.get("subject") in ("actor", "power"),
            block.get("subject") == "power",
            _nouns(objects),
            "@persons" in objects or "@powers" in objects,
            frozenset(block.get("not_with", [])),
            block.get("owned", False),
            block.get("specific", False),
            block.get("active", False),
            block.get("weak", False),
        )
        for phrase in block["words"]:
            # Words with a hyphen are one word or three, as the text is divided.
            for spelling in dict.fromkeys((phrase, phrase.replace(" - ", "-"))):
                tokens = tuple(t if t == "NAME" else t.lower() for t in _TOKEN.findall(spelling))
                plain = [t for t in tokens[1:] if t not in _WILD]
                telling = max(plain, key=len) if plain else None
                found.setdefault(tokens[0], []).append(_Phrase(tokens, row, telling))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.tokens))) for first, entries in found.items()}


def phrases_in(sentence: Sentence) -> Iterator[Found]:
    """Yield every place where the words of a row stand, before its conditions are asked."""
    index, forms = _index(), [_forms(word) for word in sentence.words]
    present = {form for some in forms for form in some}
    for i, word in enumerate(sentence.words):
        seen: set[str] = set()
        wild = ("NAME",) if word.upos == "PROPN" else ("one's",) if _possessive(word) else ()
        for form in dict.fromkeys((*forms[i], *wild)):
            for phrase in index.get(form, ()):
                if phrase.row.name in seen or (phrase.telling is not None and phrase.telling not in present):
                    continue
                last = _end(sentence, forms, i, phrase.tokens)
                if last is not None:
                    seen.add(phrase.row.name)
                    yield Found(phrase.row, sentence, i, last, _anchor(sentence, i, last, phrase.row))


def _forms(word: Word) -> tuple[str, ...]:
    text, lemma = word.text.lower(), word.lemma.lower()
    if not text.isascii():
        text = text.replace("’", "'").replace("‑", "-").replace("–", "-")
        lemma = lemma.replace("’", "'")
    return (lemma,) if lemma == text else (lemma, text)


def _possessive(word: Word) -> bool:
    return word.xpos in ("PRP$", "POS")


def _end(sentence: Sentence, forms: list[tuple[str, ...]], start: int, tokens: tuple[str, ...]) -> int | None:
    """Give the last word of a phrase that begins at a word, or None if it does not stand there."""
    at = start
    words = sentence.words
    for k, token in enumerate(tokens):
        if token == "...":
            near = range(at + 1, min(at + _GAP, len(words)))
            after = next((j for j in near if _is(words[j], forms[j], tokens[k + 1])), None)
            if after is None or any(words[j].upos in ("PUNCT", "VERB") for j in range(at, after)):
                return None
            at = after
        elif at >= len(words) or not _is(words[at], forms[at], token):
            return None
        else:
            at += 1
    return at - 1


def _is(word: Word, forms: tuple[str, ...], token: str) -> bool:
    if token == "NAME":
        return word.upos == "PROPN"
    return _possessive(word) if token == "one's" else token in forms


def _anchor(sentence: Sentence, first: int, last: int, row: Row) -> int:
    """Give the word that carries a phrase: the one whose head lies outside, else the last (first for verbs)."""
    if row.pos == "verb":
        return first
    inside = range(first, last + 1)
    heads = [i for i in inside if sentence.words[i].head not in inside and sentence.words[i].upos != "PUNCT"]
    return heads[-1] if heads else last
