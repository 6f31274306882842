"""What a number counts: the noun beside it, and the unit that the noun stands for."""

from __future__ import annotations

from functools import cache

from truceline.domain.amount_words import CURRENCIES, MONEY, Found
from truceline.domain.sentences import Sentence, Word
from truceline.reading.figures.pieces import Piece
from truceline.vocabulary import rows

VERBS_OF_NUMBER = frozenset(("number", "total", "reach", "exceed", "hit"))
SIZES = frozenset((
    "number", "level", "size", "strength", "total", "figure", "toll", "count", "force", "population",
    "presence", "rate",
))  # fmt: skip
"""Nouns that stand for a count; what is counted is beside them."""
STATES = frozenset((
    "wounded", "injured", "dead", "missing", "killed", "displaced", "arrested", "detained", "hurt", "homeless",
    "captured",
))  # fmt: skip
"""After a number, these stand for the people that it counts: "119 wounded"."""
GATHERINGS = {
    "garrison": "troop", "army": "troop", "contingent": "troop", "force": "troop", "mission": "troop",
    "crowd": "person", "population": "person", "city": "person", "town": "person", "village": "person",
    "region": "person", "team": "person", "group": "person", "camp": "person", "country": "person",
    "nation": "person", "island": "person", "militia": "fighter", "enclave": "person", "territory": "person",
    "delegation": "person", "province": "person", "district": "person",
}  # fmt: skip
"""Before "of" and a number: what the gathering is made of."""
_NAMES = ("NOUN", "PROPN")
_MARKS = frozenset(("-", "–", "“", "”", "‘", "’", '"', "'"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


_MONEY = frozenset((*MONEY.values(), *CURRENCIES.values()))


def is_money(unit: str | None) -> bool:
    """Tell whether a unit is a currency."""
    return unit in _MONEY


@cache
def _units() -> dict[str, str]:
    return {noun: unit for unit, row in rows("counted").items() for noun in row["nouns"]}


def class_of(unit: str | None) -> str | None:
    """Name the sort of thing that a unit counts: people, time, acts, things ..., or None for an unknown unit."""
    row = rows("counted").get(unit or "")
    return row["class"] if row else None


def time_unit(word: str) -> str | None:
    """Give the unit of time that a word names, in the singular, or None."""
    for form in (word, word.removesuffix("s"), word.removesuffix("ies") + "y"):
        unit = _units().get(form)
        if unit and class_of(unit) == "time":
            return unit
    return "fortnight" if word in ("fortnight", "fortnights") else None


def unit_of(sentence: Sentence, noun: int, at: int) -> str:
    """Name in the singular what a number at a word counts by its noun."""
    word = sentence.words[noun]
    lemma = word.lemma.lower()
    known = _units().get(lemma) or _units().get(lemma.removesuffix("s"))
    if word.text.lower() in STATES or lemma == "toll":
        return "person"
    of = [w.lemma for w in sentence.words[noun + 1 : noun + 2]] == ["of"]
    if lemma in GATHERINGS and of and noun < at <= noun + 6:
        return GATHERINGS[lemma]
    if known:
        return known
    shouted = word.text.isupper() and len(word.text) > 3
    people = word.upos == "PROPN" or word.text[:1].isupper()
    return "person" if people and not shouted else lemma


def counted_noun(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> int | None:
    """Find the word that a number counts: "43 of its soldiers", "5,000 jailed rebels", "a force of 500"."""
    at = pieces[found.after].word if found.after < len(pieces) else len(sentence.words)
    number = pieces[found.number].word
    last = pieces[found.after - 1].word
    if at == number:
        at += 1
    noun = _ahead(sentence, at, number)
    if noun is None or sentence.words[noun].xpos not in ("NNS", "NNPS"):
        head = sentence.words[number].head
        if sentence.words[number].relation == "nummod" and head > last and head - number <= 9:
            plural = sentence.words[head].xpos in ("NNS", "NNPS")
            noun = head if plural or noun is None else noun
    return _behind(sentence, pieces[found.first].word) if noun is None else noun


def _ahead(sentence: Sentence, at: int, number: int) -> int | None:
    words = sentence.words
    if at < len(words) and words[at].text.lower() == "strong" and not _noun_next(sentence, at):
        return next((i for i in range(number - 1, max(-1, number - 6), -1) if words[i].upos in _NAMES), None)
    state = at if at < len(words) and words[at].text.lower() in STATES else None
    if state is not None and not (at + 1 < len(words) and words[at + 1].upos in _NAMES):
        return state
    while at < len(words) and words[at].text in _MARKS:
        at += 1
    if at < len(words) and words[at].lemma in ("more", "other", "others", "further", "additional", "extra"):
        if words[at].text.lower() == "others":
            return at
        at += 1
    if at + 1 < len(words) and words[at].lemma == "out" and words[at + 1].lemma == "of":
        at += 1
    if at < len(words) and words[at].lemma in ("of", "in") and (words[at].lemma == "of" or _one_in(sentence, at)):
        at += 1
    return _phrase_head(sentence, at, number)


def _noun_next(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence.words) and sentence.words[at + 1].upos in _NAMES


def _one_in(sentence: Sentence, at: int) -> bool:
    """Tell whether "in" joins two numbers, as in "three in four voters"."""
    return at + 1 < len(sentence.words) and sentence.words[at + 1].upos == "NUM"


def _phrase_head(sentence: Sentence, at: int, number: int) -> int | None:
    """Walk over the modifiers from a word to the noun that closes its phrase."""
    words = sentence.words
    noun: int | None = None
    for i in range(at, min(at + 9, len(words))):
        word = words[i]
        if _in_other_time(sentence, i, number):
            break
        if word.text in _POSSESSIVE and word.relation == "case":
            noun = None
        elif noun is None and _people_named(sentence, i):
            return i
        elif word.upos in _NAMES:
            if noun is None and _opens_a_people(sentence, i):
                continue
            noun = i
            if word.xpos in ("NNS", "NNPS") and not _only_modifies(word, i):
                break
        elif not (_modifies(sentence, i, noun, first=i == at) or word.text in _MARKS):
            break
    return noun


def _people_named(sentence: Sentence, at: int) -> bool:
    """Tell whether an adjective stands for a people: "hundreds of Sudanese crossed the river"."""
    word = sentence.words[at]
    following = sentence.words[at + 1].upos if at + 1 < len(sentence.words) else "PUNCT"
    return (
        word.upos == "ADJ" and word.text[:1].isupper() and following in ("VERB", "AUX", "ADP", "ADV", "PUNCT", "SCONJ")
    )


def _opens_a_people(sentence: Sentence, at: int) -> bool:
    """Tell whether a word only opens the name of a people before a noun: "South Sudanese refugees"."""
    words = sentence.words[at : at + 3]
    capital = all(w.text[:1].isupper() for w in words[:2])
    return len(words) == 3 and capital and words[1].upos == "ADJ" and words[2].upos in _NAMES


def _modifies(sentence: Sentence, at: int, noun: int | None, *, first: bool) -> bool:
    word = sentence.words[at]
    if noun is not None:
        return word.upos == "ADJ" and sentence.words[at - 1].upos in ("PUNCT", "ADJ")
    if word.upos in ("DET", "ADJ", "NUM") or word.relation == "nmod:poss":
        return True
    if word.lemma in ("have", "be", "do", "once", "when"):
        return False
    following = any(w.upos in _NAMES for w in sentence.words[at + 1 : at + 4])
    return following and (word.xpos in ("VBN", "VBG", "RB") or (first and word.xpos == "VBD"))


def _only_modifies(word: Word, at: int) -> bool:
    """Tell whether a plural only modifies what follows ("women soldiers", "arms depots")."""
    return word.relation == "compound" and word.head > at


def _in_other_time(sentence: Sentence, at: int, number: int) -> bool:
    return any(a <= at <= b and not a <= number <= b for a, b in sentence.times)


def _behind(sentence: Sentence, at: int) -> int | None:
    """Find what "a force of 500", "fighters, who number some 10,000" or "the force from 900 to 400" counts."""
    words = sentence.words
    if at >= 2 and words[at - 1].lemma == "of" and words[at - 2].upos in _NAMES:
        return _named_by_size(sentence, at - 2)
    if at >= 1 and words[at - 1].lemma in VERBS_OF_NUMBER and words[at - 1].upos == "VERB":
        return _subject(sentence, at - 1)
    if at >= 1 and words[at - 1].lemma in ("from", "to", "at", "by", "down", "up", "as"):
        return _changed(sentence, at)
    copula = at < len(words) and any(words[k].relation == "cop" for k in sentence.children(at))
    head = words[at].head if at < len(words) else -1
    if not copula and 0 <= head < at and words[at].relation == "appos" and words[head].upos in _NAMES:
        return head
    if copula:
        return _subject(sentence, at)
    sizes = [i for i in range(max(0, at - 9), at) if words[i].lemma in ("number", "total", "figure", "toll")]
    kids = [k for i in sizes for k in sentence.children(i, "nmod") if k < at]
    named = [k for k in kids if words[k].upos in _NAMES or words[k].text.lower() in STATES]
    return named[-1] if named else None


def _subject(sentence: Sentence, verb: int) -> int | None:
    for kid in sentence.children(verb, "nsubj"):
        if sentence.words[kid].upos in _NAMES:
            return _named_by_size(sentence, kid)
    word = sentence.words[verb]
    if word.upos == "NUM":
        return None
    return word.head if word.relation == "acl:relcl" and word.head >= 0 else None


def _changed(sentence: Sentence, at: int) -> int | None:
    """Find what is changed from or to a number: object or subject of its verb, or what its noun is of."""
    words = sentence.words
    for up in [*sentence.ancestors(at)][:4]:
        word = words[up]
        if word.upos == "VERB" and word.relation == "acl:relcl" and words[at - 1].lemma == "as":
            continue
        if word.upos == "VERB" or (word.upos in ("ADV", "ADJ") and sentence.children(up, "cop", "nsubj")):
            objects = sentence.children(up, "obj")
            for kid in objects or sentence.children(up, "nsubj"):
                state = words[kid].text.lower() in STATES
                if (words[kid].upos in _NAMES or state) and kid < at:
                    return kid if state else _named_by_size(sentence, kid)
        elif word.upos == "NOUN" and up < at:
            if _units().get(word.lemma):
                return up
            for kid in sentence.children(up, "nmod"):
                if (
                    kid < at
                    and words[kid].upos in _NAMES
                    and any(words[c].lemma in ("of", "in") for c in sentence.children(kid, "case"))
                ):
                    return _named_by_size(sentence, kid)
    return None


def _named_by_size(sentence: Sentence, noun: int) -> int | None:
    """Step from "number", "level" or "strength" to what it is the number of; None where nothing is named."""
    words = sentence.words
    if words[noun].lemma not in SIZES or _units().get(words[noun].lemma):
        return noun
    for kid in sentence.children(noun, "nmod", "compound"):
        of = words[kid].relation == "compound" or any(words[c].lemma == "of" for c in sentence.children(kid, "case"))
        if (words[kid].upos in _NAMES or words[kid].text.lower() in STATES) and of:
            people = class_of(_units().get(words[kid].lemma)) == "people" or words[kid].text.lower() in STATES
            return noun if words[noun].lemma == "toll" and not people else kid
    return noun if words[noun].lemma == "toll" else None
