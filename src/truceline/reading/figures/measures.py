"""What a figure is a number of: rows of vocabulary/figures.toml, matched by unit and by the predicates around."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import STATES, class_of, is_money
from truceline.reading.figures.measure_cues import (
    does_it,
    is_announced,
    is_undergoer,
    is_whole,
    left_in_a_state,
    listed_with,
    named_with,
    said,
    state_behind,
)
from truceline.reading.figures.surroundings import lies_ahead, over
from truceline.reading.scene import AmountMention
from truceline.vocabulary import rows

BROAD = frozenset((None, "troop", "fighter", "person", "prisoner", "hostage", "refugee", "idp", "time", "voter"))
"""Units that a measure may name more closely: freed soldiers are prisoners, dead soldiers persons."""
ANIMALS = frozenset((
    "cattle", "cow", "bull", "ox", "sheep", "goat", "camel", "horse", "donkey", "mule", "pig", "chicken", "animal",
    "elephant", "gorilla", "dog", "buffalo", "yak", "livestock", "rhino",
))  # fmt: skip
"""What is killed too and is no person."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, and whether a row of the vocabulary knows it."""

    name: str
    unit: str | None
    stock_or_flow: str | None
    planned: str | None
    ahead: bool
    known: bool
    cued: bool
    """Whether a predicate or modifier, not the unit alone, told it."""


def measure_of(sentence: Sentence, mention: AmountMention) -> Measure:
    """Name what an amount measures; a phrase of its own words where no row fits."""
    noun = mention.last if mention.noun is None else mention.noun
    if is_whole(sentence, noun):
        return stock_of(sentence, mention)
    listed = listed_with(sentence, noun)
    first = mention.first if listed == noun else min(listed, mention.first)
    fitting = _fitting(mention.amount.unit)
    beings = () if fitting else _undergone()
    for word in _cues(sentence, mention):
        lemma = sentence.words[word].lemma.lower()
        for cue in said(sentence, word, listed, first):
            for name, row in fitting:
                told = cue in row.get("cues", ()) or cue in row.get("unit_cues", {}).get(mention.amount.unit, ())
                if told and not (row.get("undergone") and cue == lemma and does_it(sentence, word, listed)):
                    return _measure(sentence, name, row, word, mention)
            for name, row in beings:
                if cue in row["beings"] and _is_being(sentence, mention, word, noun):
                    return replace(_measure(sentence, name, row, word, mention), unit=row["unit"])
    return stock_of(sentence, mention)


def _is_being(sentence: Sentence, mention: AmountMention, verb: int, noun: int) -> bool:
    """Tell whether a noun that no row of counted.toml knows names people, as they undergo what only people undergo."""
    unit = mention.amount.unit
    unknown = unit is not None and class_of(unit) is None and unit not in ANIMALS and unit != "percent"
    return unknown and not is_money(unit) and is_undergoer(sentence, verb, noun)


def stock_of(sentence: Sentence, mention: AmountMention) -> Measure:
    """Name what an amount measures by its unit alone: what is there, before or after a change."""
    default = _default(mention.amount.unit)
    if default is not None:
        return _measure(sentence, *default, None, mention)
    return Measure(_own_words(sentence, mention), mention.amount.unit, None, None, False, False, False)


@lru_cache(maxsize=4096)
def _fitting(unit: str | None) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The rows that a number of some unit may belong to, if a word tells so."""
    found = rows("figures").items()
    return tuple((name, row) for name, row in found if unit in row.get("cued_units", ()) or _fits(unit, row))


@lru_cache(maxsize=4096)
def _default(unit: str | None) -> tuple[str, dict[str, Any]] | None:
    """The row that a number of some unit belongs to where no word tells."""
    return next(((name, row) for name, row in rows("figures").items() if row.get("default") and _fits(unit, row)), None)


@cache
def _undergone() -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((name, row) for name, row in rows("figures").items() if "beings" in row)


def _fits(unit: str | None, row: dict[str, Any]) -> bool:
    kind = "money" if is_money(unit) else class_of(unit)
    return unit in row.get("units", ()) or kind in row.get("classes", ()) or _bare(unit, row)


def _bare(unit: str | None, row: dict[str, Any]) -> bool:
    """Tell whether a number without a noun may be people: "killing tens of thousands"."""
    return unit is None and "people" in row.get("classes", ())


def _measure(sentence: Sentence, name: str, row: dict[str, Any], by: int | None, mention: AmountMention) -> Measure:
    heads = [by] if by is not None else [p.word for p in [*over(sentence, mention.last)][:1]]
    ahead = "planned" in row and any(lies_ahead(sentence, i) or is_announced(sentence, i) for i in heads)
    unit = row.get("unit") if mention.amount.unit in BROAD else mention.amount.unit
    return Measure(
        name, unit or mention.amount.unit, row.get("stock_or_flow"), row.get("planned"), ahead, True, by is not None
    )


def _cues(sentence: Sentence, mention: AmountMention) -> list[int]:
    """List the words that may tell what is measured: what governs the number, then its noun and modifiers."""
    noun = mention.last if mention.noun is None else mention.noun
    own = [noun] if sentence.words[noun].text.lower() in STATES else state_behind(sentence, noun)
    found = list(own)
    for at in (mention.first, noun):
        up = _governors(sentence, at)
        found += [p.word for p in over(sentence, at) if p.word in up or _direct(p.arguments, at)][:3]
        found += [i for i in up[:2] if sentence.words[i].upos in ("NOUN", "ADJ", "VERB")]
    found += [k for i in found if sentence.words[i].upos == "VERB" for k in sentence.children(i, "obj", "xcomp")]
    found = [*own, *left_in_a_state(sentence, found, listed_with(sentence, noun)), *found, *named_with(sentence, noun)]
    if is_money(mention.amount.unit) or mention.amount.unit == "percent" or class_of(mention.amount.unit) == "space":
        found += sentence.children(noun, "nmod")
        found += [k for i in found if sentence.words[i].upos == "VERB" for k in sentence.children(i, "obl")]
    found += [noun, *sentence.children(noun, "amod", "acl", "compound"), *sentence.children(noun, "acl:relcl")]
    return list(dict.fromkeys(found))


def _governors(sentence: Sentence, word: int) -> list[int]:
    """List what governs a word, up to the first of verbs joined by "and": what one did to it the other did not."""
    found: list[int] = []
    for up in [*sentence.ancestors(word)][:4]:
        found.append(up)
        if sentence.words[up].upos == "VERB" and sentence.words[up].relation == "conj":
            break
    return found


def _direct(arguments: tuple[Any, ...], word: int) -> bool:
    return any(a.head == word for a in arguments)


def _own_words(sentence: Sentence, mention: AmountMention) -> str:
    """Name an unknown measure by its noun phrase: "guard_towers"."""
    if mention.noun is None:
        return mention.amount.unit.replace(" ", "_") if mention.amount.unit else "number"
    before = [k for k in sentence.children(mention.noun, "compound", "amod") if mention.last < k or k < mention.noun]
    names = [sentence.words[k].lemma.lower() for k in before if sentence.words[k].upos in ("NOUN", "ADJ")]
    words = [*names[-1:], sentence.words[mention.noun].text.lower()]
    return "_".join(w for w in words if w.isalpha()) or "number"
