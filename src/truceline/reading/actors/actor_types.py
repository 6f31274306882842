"""Kinds of actors that common nouns describe: soldiers, officials, residents; with type and PLOVER sector."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from truceline.domain.sentences import Sentence, Word
from truceline.vocabulary import rows

PLURAL = ("NNS", "NNPS")
MEMBERS = ("officer", "member", "official", "personnel", "unit", "agent", "patrol", "recruit")
ARGUMENT = ("nsubj", "obj", "obl", "nmod")


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
    not_beside: frozenset[str]
    plural_only: bool
    alone: bool
    """Not with "of" and a plain noun: "the source of the river" is nobody."""
    pointed: bool
    """Only with an article or an owner."""
    loose: bool
    """Too common a word to make an actor by itself; it can stand for one named before."""
    single_is_person: bool
    type_of_many: str


@lru_cache(maxsize=1)
def kinds() -> dict[str, tuple[Kind, ...]]:
    """Give the kinds by lemma; the first row that fits decides."""
    found: dict[str, tuple[Kind, ...]] = {}
    for name, row in rows("actors").items():
        if row["row"] != "described":
            continue
        collective, needs = frozenset(row.get("collective", "").split()), frozenset(row.get("needs", "").split())
        base = Kind(
            name,
            row["type"],
            row["sector"],
            collective,
            needs,
            of_group=row.get("of_group"),
            of_state=row.get("of_state"),
            not_beside=frozenset(row.get("not_beside", "").split()),
            plural_only=bool(row.get("plural_only")),
            alone=bool(row.get("alone")),
            pointed=bool(row.get("pointed")),
            loose=bool(row.get("loose")),
            single_is_person=True,
            type_of_many=row.get("many", row["type"]),
        )
        for word in row["words"].split():
            one = row.get("single", "person") == "person" and word not in collective
            mine = base if one else replace(base, single_is_person=False, type_of_many=row["type"])
            found[word] = (*found.get(word, ()), mine)
    return found


def plain_lemma(word: Word) -> str:
    """Give the lemma in lower case, of a noun that was taken for a proper noun as well ("Dissidents")."""
    lemma = word.lemma.casefold()
    if word.upos == "PROPN" and lemma not in kinds() and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def kind_at(sentence: Sentence, noun: int) -> Kind | None:
    """Give the kind of actor that a noun describes, None where it describes none."""
    word = sentence.words[noun]
    if word.upos == "ADJ" and not word.relation.startswith(ARGUMENT):
        return None
    choices = kinds().get(plain_lemma(word))
    if choices is None:
        return None
    if word.lemma in MEMBERS and (whole := _whole(sentence, noun)) is not None:
        return whole
    beside = None
    for kind in choices:
        if kind.plural_only and word.xpos not in PLURAL:
            continue
        beside = beside or {sentence.words[k].lemma.casefold() for k in _beside(sentence, noun)}
        if kind.needs and not (kind.loose and _is_pointed(sentence, noun)) and not beside & kind.needs:
            continue
        if beside & kind.not_beside or (kind.alone and _of_a_thing(sentence, noun)):
            continue
        if kind.pointed and not sentence.children(noun, "det", "nmod", "compound", "amod"):
            continue
        return kind
    return None


def _whole(sentence: Sentence, noun: int) -> Kind | None:
    """Give the kind of the body whose member a noun is: "police officers", "army chief"."""
    for k in sentence.children(noun, "compound"):
        for kind in kinds().get(plain_lemma(sentence.words[k]), ()):
            if kind.name in ("police", "forces", "intelligence", "fighters", "militias"):
                return replace(kind, single_is_person=True)
    return None


def _of_a_thing(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is followed by "of" and a plain noun that describes nobody."""
    for k in sentence.children(noun, "nmod"):
        word = sentence.words[k]
        of = any(sentence.words[c].text == "of" for c in sentence.children(k, "case"))
        if of and word.upos == "NOUN" and plain_lemma(word) not in kinds() and not sentence.name_at(k):
            return True
    return False


def _is_pointed(sentence: Sentence, noun: int) -> bool:
    return any(
        sentence.words[k].text.casefold() in ("the", "this", "that", "its") for k in sentence.children(noun, "det")
    )


def _beside(sentence: Sentence, noun: int) -> tuple[int, ...]:
    head = sentence.words[noun].head
    above = (head,) if head >= 0 and sentence.words[noun].relation.startswith(("compound", "amod")) else ()
    return (*sentence.children(noun, "compound", "amod", "nmod"), *above)


def is_plural(sentence: Sentence, noun: int, kind: Kind) -> bool:
    """Tell whether a noun of a kind means many: plural form or collective word."""
    word = sentence.words[noun]
    lemma = plain_lemma(word)
    taken_for_name = word.upos == "PROPN" and lemma != word.text.casefold()
    return (
        word.xpos in PLURAL
        or word.relation == "compound"
        or lemma in kind.collective
        or lemma == "people"
        or taken_for_name
    )
