"""Kinds of actors that common nouns describe: soldiers, officials, residents; with type and PLOVER sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from truceline.domain.sentences import Sentence
from truceline.vocabulary import rows

PLURAL = ("NNS", "NNPS")
ARGUMENT = ("nsubj", "obj", "obl", "nmod", "conj")


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of actors.toml for a kind of described actor."""

    name: str
    type: str
    sector: str
    collective: frozenset[str]
    """Words of the kind that mean many even in the singular."""
    needs: frozenset[str]
    """Words of which one must stand beside the noun; none asked where empty."""
    of_group: str | None
    """"itself": described so, an armed group is meant itself; "own": it is an actor of its own with that country."""
    of_state: str | None
    plural_only: bool


@lru_cache(maxsize=1)
def kinds() -> dict[str, tuple[Kind, ...]]:
    """Give the kinds by lemma; the first row that fits decides."""
    found: dict[str, tuple[Kind, ...]] = {}
    for name, row in rows("actors").items():
        if row["row"] != "described":
            continue
        collective, needs = frozenset(row.get("collective", "").split()), frozenset(row.get("needs", "").split())
        own = (row.get("of_group"), row.get("of_state"), bool(row.get("plural_only")))
        kind = Kind(name, row["type"], row["sector"], collective, needs, *own)
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), kind)
    return found


def kind_at(sentence: Sentence, noun: int) -> Kind | None:
    """Give the kind of actor that a noun describes, None where it describes none."""
    word = sentence.words[noun]
    if word.upos == "ADJ" and not word.relation.startswith(ARGUMENT):
        return None
    choices = kinds().get(word.lemma.casefold())
    if choices is None:
        return None
    beside = None
    for kind in choices:
        if kind.plural_only and word.xpos not in PLURAL:
            continue
        if kind.needs:
            beside = beside or {sentence.words[k].lemma.casefold() for k in _beside(sentence, noun)}
            if not beside & kind.needs:
                continue
        return kind
    return None


def _beside(sentence: Sentence, noun: int) -> tuple[int, ...]:
    head = sentence.words[noun].head
    above = (head,) if head >= 0 and sentence.words[noun].relation.startswith(("compound", "amod")) else ()
    return (*sentence.children(noun, "compound", "amod", "nmod"), *above)


def is_plural(sentence: Sentence, noun: int, kind: Kind) -> bool:
    """Tell whether a noun of a kind means many: plural form or collective word."""
    word = sentence.words[noun]
    return word.xpos in PLURAL or word.lemma.casefold() in kind.collective or word.lemma.casefold() == "people"
