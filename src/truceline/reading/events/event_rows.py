"""The rows of vocabulary/events.toml and turns.toml as patterns over a clause, found by lemma."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from truceline.vocabulary import rows

ENDINGS = (("ing", ("", "e")), ("ied", ("y",)), ("ed", ("", "e")), ("ies", ("y",)), ("s", ("",)))
PEOPLE = ("people", "militia", "troops", "police", "office", "diplomat", "bodies")
NOT_PEOPLE = frozenset({"post", "office", "riot", "tank", "occupation", "column", "aid", "life", "other"})
ABSTRACT_ENDINGS = (
    "ment",
    "tion",
    "sion",
    "ness",
    "ity",
    "ure",
    "ance",
    "ence",
    "ism",
    "ship",
    "ency",
    "acy",
    "ogy",
    "phy",
    "egy",
)
NOT = ("not", "never")
VERB_KEYS = ("verbs", "adjectives")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a type or a frame, and what limits it."""

    name: str
    type: str | None
    mode: str | None
    frame: str | None
    object: frozenset[str]
    subject: frozenset[str]
    about: frozenset[str]
    not_object: frozenset[str]
    not_subject: frozenset[str]
    not_about: frozenset[str]
    symmetric: bool
    weak: bool
    """Too general to tell an event alone: asks for somebody, some day or some verb that carries it."""
    carried: bool
    """Told only with a verb that carries it: "gave an interview", not "said in an interview"."""
    after_frame: bool
    """It types the verb only where the frame that the verb opens finds nothing."""
    doer: str | None
    """Preposition that names who did it: "fell to the insurgents"."""
    victim: bool
    """Its subject suffers the deed ("twelve people died in the shelling")."""
    finder: bool
    """Its object suffered it and its subject only came upon it: "villagers found two bodies"."""
    denies: bool
    """Its verbs tell it by being denied: "will not budge"."""
    place: int
    """Place in the file: of two rows that fit equally well the first one holds."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One lemma of a row: the word itself and the words that have to stand with it."""

    row: Row
    noun: bool
    beside: tuple[str, ...]
    """Particle or preposition of a verb, modifiers of a noun."""


@dataclass(frozen=True)
class EventRows:
    """All rows, by the lemma that they start from."""

    by_lemma: dict[str, tuple[Pattern, ...]]
    modes: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    """By type: modes with the words that tell them, in the order of the file."""

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """Adjectives that open a frame: "ready to", "willing to"."""
        return frozenset(word for block in event_blocks().values() for word in block.get("adjectives", ()))

    def at(self, word: str) -> tuple[Pattern, ...]:
        """Give the patterns that start from a lemma; an ending that the lemmatiser left is tried without."""
        key = word.lower()
        if key in self.by_lemma:
            return self.by_lemma[key]
        for ending, stems in ENDINGS:
            if key.endswith(ending):
                base = key[: -len(ending)]
                doubled = (base[:-1],) if len(base) > 3 and base[-1] == base[-2] else ()  # "levelled"
                for lemma in (*(base + stem for stem in stems), *doubled):
                    if lemma in self.by_lemma:
                        return self.by_lemma[lemma]
        return ()

    def is_participle(self, adjective: str) -> bool:
        """Tell whether an adjective is the participle of a verb whose rows type it: "was despatched"."""
        key = adjective.lower()
        found = () if key in self.by_lemma or not key.endswith("ed") else self.at(key)
        return bool(found) and all(p.row.frame is None for p in found)


def event_blocks() -> dict[str, dict[str, Any]]:
    """Give the blocks of both files: the words of events, then the turns of phrase."""
    return rows("events") | rows("turns")


@lru_cache(maxsize=1)
def event_rows() -> EventRows:
    """Load the rows of the vocabulary file."""
    blocks = event_blocks()
    classes = {f"@{name}": tuple(b["words"]) for name, b in blocks.items() if "words" in b and "mode_of" not in b}
    table: dict[str, list[Pattern]] = {}
    modes: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for place, (name, block) in enumerate(blocks.items()):
        if "mode_of" in block:
            modes.setdefault(block["mode_of"], []).append((block["mode"], frozenset(block["words"])))
        elif "words" not in block:
            row = _row(name, block, classes, place)
            for lemma, pattern in _patterns(row, block):
                table.setdefault(lemma, []).append(pattern)
    return EventRows({k: tuple(v) for k, v in table.items()}, {k: tuple(v) for k, v in modes.items()})


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Give the nouns for people and bodies of people."""
    blocks = rows("events")
    return frozenset(word for name in PEOPLE for word in blocks[name]["words"]) - NOT_PEOPLE


@lru_cache(maxsize=32)
def class_words(name: str) -> frozenset[str]:
    """Give the words of a class of nouns."""
    return frozenset(rows("events")[name]["words"])


def abstract(lemma: str) -> bool:
    """Tell whether a noun names a thing of the mind, which does nothing to anybody."""
    return lemma.endswith(ABSTRACT_ENDINGS) or lemma in class_words("abstract")


def _row(name: str, block: dict[str, Any], classes: dict[str, tuple[str, ...]], place: int) -> Row:
    def words(key: str) -> frozenset[str]:
        given: Iterable[str] = block.get(key, ())
        return frozenset(w for word in given for w in (*classes.get(word, ()), word))

    def flag(key: str) -> bool:
        return bool(block.get(key))

    limits = {key: words(key) for key in ("object", "subject", "about", "not_object", "not_subject", "not_about")}
    return Row(
        name,
        block.get("type"),
        block.get("mode"),
        block.get("frame"),
        **limits,
        symmetric=flag("symmetric"),
        weak=flag("weak"),
        carried=flag("carried"),
        after_frame=flag("after_frame"),
        doer=block.get("doer"),
        victim=flag("victim"),
        finder=flag("finder"),
        denies=any(verb.split()[0] in NOT for verb in block.get("verbs", ())),
        place=place,
    )


def _patterns(row: Row, block: dict[str, Any]) -> Iterable[tuple[str, Pattern]]:
    for key in VERB_KEYS:
        for text in block.get(key, ()):
            lemma, *beside = _verb_words(text)
            yield lemma, Pattern(row, False, tuple(beside))
            if lemma == "be" and len(beside) == 1:  # the tree makes the complement its head: "are free"
                yield beside[0], Pattern(row, False, ("be",))
    for text in block.get("nouns", ()):
        # The tokenizer takes "cease-fire" apart, so a hyphen is a space here.
        *beside, lemma = _noun_words(text.replace("-", " "))
        yield lemma, Pattern(row, True, tuple(beside))


def _verb_words(text: str) -> list[str]:
    """Give the verb first, whatever denies it last: "not budge"."""
    words = text.split()
    return [*words[1:], words[0]] if words[0] in NOT else words


def _noun_words(text: str) -> list[str]:
    """Give modifiers first and the head last: "cessation of hostility" is headed by its first word."""
    words = text.split()
    for i, word in enumerate(words):
        if word in ("of", "in", "for", "on", "to") and i == 1:
            return [*words[i:], words[0]]
    return words
