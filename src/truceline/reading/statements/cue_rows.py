"""Cues of speech as rows: which words tell that somebody said something, and where the content stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from truceline.domain.sentences import Sentence
from truceline.vocabulary import rows


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of cues.toml."""

    name: str
    verbs: tuple[str, ...]
    nouns: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    frames: tuple[str, ...]
    stance: str
    addressee: tuple[str, ...]
    speakers: frozenset[str]
    objects: frozenset[str]
    not_objects: frozenset[str]
    scenes: bool
    """Whether the place and the doer of a scene belong to its object: "reported shots near the dam"."""
    animate: bool
    """Whether the subject must be able to speak, because the verb has another sense."""


@lru_cache(maxsize=1)
def cue_rows() -> tuple[CueRow, ...]:
    """Give all rows in the order of the file."""
    return tuple(
        CueRow(
            name,
            tuple(row.get("verbs", ())),
            frozenset(row.get("nouns", ())),
            tuple(tuple(phrase.split()) for phrase in row.get("phrases", ())),
            tuple(row.get("frames", ())),
            row["stance"],
            tuple(row.get("addressee", ())),
            frozenset(row.get("speakers", ())),
            frozenset(row.get("objects", ())),
            frozenset(row.get("not_objects", ())),
            bool(row.get("scenes", False)),
            bool(row.get("animate", False)),
        )
        for name, row in rows("cues").items()
        if "stance" in row
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """Give a class of words: those who can speak, documents that speak for somebody, hostile deeds ..."""
    return frozenset(rows("cues")[name]["words"])


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[tuple[str, CueRow], ...]]:
    """Index the rows by the first word of their verbs, with the second word or nothing."""
    table: dict[str, list[tuple[str, CueRow]]] = {}
    for row in cue_rows():
        for verb in row.verbs:
            first, _, second = verb.partition(" ")
            table.setdefault(first, []).append((second, row))
    # A verb of two words is the closer fit.
    return {verb: tuple(sorted(pairs, key=lambda pair: not pair[0])) for verb, pairs in table.items()}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, CueRow]:
    return {noun: row for row in reversed(cue_rows()) for noun in row.nouns}


def verb_rows(sentence: Sentence, word: int) -> list[tuple[str, CueRow]]:
    """Give the rows that a verb may be, each with the second word that it was met with (or nothing)."""
    pairs = _verbs().get(sentence.words[word].lemma.lower(), ())
    if not pairs:
        return []
    companions = _companions(sentence, word)
    return [(second, row) for second, row in pairs if not second or second in companions]


def is_cue(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is a cue by itself; not so "see" and "want", which need quotation marks behind them."""
    return any(row.frames != ("quoted",) for _, row in verb_rows(sentence, verb))


def speaks(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells what somebody said, not only what he holds: say, deny, warn; not expect."""
    return any("quote" in row.frames or row.stance != "assert" for _, row in verb_rows(sentence, verb))


def tells(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb may take what is said as a clause: say, claim, warn; not call, put, condemn."""
    return any("clause" in row.frames for _, row in verb_rows(sentence, verb))


def _companions(sentence: Sentence, word: int) -> frozenset[str]:
    """Give the particles and prepositions that go with a verb."""
    found = {sentence.words[k].lemma.lower() for k in sentence.children(word, "compound:prt", "advmod", "xcomp")}
    if any(sentence.words[k].text.lower() == "it" for k in sentence.children(word, "obj")):
        found.add("it")  # "as the envoy put it"
    for k in sentence.children(word, "obl", "advcl", "xcomp"):
        if any(first <= k <= last for first, last in sentence.times):
            continue  # "insisted on Friday that"
        found |= {sentence.words[c].lemma.lower() for c in sentence.children(k, "case", "mark")}
    return frozenset(found)


def noun_row(sentence: Sentence, word: int) -> CueRow | None:
    """Give the row that a noun is a cue of."""
    return _nouns().get(sentence.words[word].lemma.lower())


@cache
def according_row() -> CueRow:
    """Give the row of sources that stand beside what they say."""
    return next(row for row in cue_rows() if row.name == "according_to")


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]:
    """Index the phrases by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], CueRow]]] = {}
    for row in cue_rows():
        for phrase in row.phrases:
            table.setdefault(phrase[0], []).append((phrase, row))
    return {first: tuple(pairs) for first, pairs in table.items()}


def phrase_row(sentence: Sentence, word: int) -> tuple[CueRow, int] | None:
    """Give the row of a phrase like "according to" that begins at a word, and its last word."""
    for phrase, row in _phrases().get(sentence.words[word].text.lower(), ()):
        words = sentence.words[word : word + len(phrase)]
        if len(words) == len(phrase) and all(w.text.lower() == p for w, p in zip(words, phrase, strict=True)):
            return row, word + len(phrase) - 1
    return None
