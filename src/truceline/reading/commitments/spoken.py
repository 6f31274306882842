"""One mention of an agreement, and the words before it that tell which one is meant."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.domain.sentences import Sentence

APART = frozenset((
    "side", "separate", "another", "second", "third", "parallel", "other", "new", "previous",
    "earlier", "early", "last", "former", "prior", "preceding", "first", "original", "revised",
))  # fmt: skip
"""Before the noun: this is not the agreement spoken of so far."""
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "said"))


@dataclass(frozen=True)
class Spoken:
    """One mention of an agreement."""

    sentence: Sentence
    head: int
    first: int
    last: int
    kind: str
    """Row of vocabulary/agreements.toml."""
    names: frozenset[str]
    """Lower-case words of its proper name: a place, a person, a title."""
    titled: bool
    """Whether it is called by a title ("Agreement on Peace in Orlin"), not by where it was made."""
    parties: tuple[str, ...]
    definite: bool
    generic: bool
    apart: bool
    under: bool = False
    """Whether the text reckons with it as given: "under the draft"."""
    about: tuple[str, ...] = ()
    """Rows of what it is about: of "a declaration on the ceasefire" those of the ceasefire."""

    def heads(self) -> tuple[int, ...]:
        """Give the nouns of the phrase on which a tree may hang what is told of it."""
        nouns = [i for i in range(self.head, self.last + 1) if self.sentence.words[i].upos in ("NOUN", "PROPN")]
        return tuple(dict.fromkeys((self.head, *nouns)))


def is_definite(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun has the article or the like: "the accord", "their truce"."""
    return any(sentence.words[k].lemma.lower() in DEFINITE for k in sentence.children(at, "det"))
