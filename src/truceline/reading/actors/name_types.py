"""What sort of name a name is, where the language model may be wrong: who acts, what is attacked, who stands by."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from truceline.domain.sentences import Name, Sentence
from truceline.gazetteer import places_named
from truceline.reading.actors.known_names import word_set
from truceline.reading.actors.name_bounds import ORGANISATION, OTHER, PERSON, PLACE_NAME, UNKNOWN, title_nouns
from truceline.reading.actors.name_phrase import NamePhrase, head_of, printed
from truceline.reading.places.place_words import PLACE_CASES, SEIZING, place_nouns
from truceline.vocabulary import rows

SHORTEST_PLACE = 5
LEAST_SHARE = 4
"""A country counts as a report's own from one in so many of the names that tell a country."""
LARGE_TOWN = 50_000
"""People from which on a town is taken for itself, not for a person of its name."""


def own_type(sentence: Sentence, name: Name) -> str:
    """Give the type of a name; somebody of several words who acts and is on no map is a person, whatever was marked."""
    text = printed(sentence, name.first, name.last)
    head = sentence.words[head_of(sentence, name.first, name.last)]
    if name.first == name.last and name.type == ORGANISATION and _rules(sentence, name.first):
        return PERSON if not places_named(text) and not text.isupper() else name.type
    if name.first == name.last and name.type in (PERSON, PLACE_NAME):
        return _single_type(sentence, name, text)
    if name.type not in (PLACE_NAME, UNKNOWN) or name.first == name.last:
        return name.type
    if head.relation != "nsubj" or head.head < 0 or places_named(text):
        return name.type
    predicate = sentence.predicate_at(head.head)
    acts = predicate is not None and any(
        a.role == "ARG0" and a.first <= name.last and name.first <= a.last for a in predicate.arguments
    )
    return (
        PERSON if acts and all(w.text[0].isupper() for w in sentence.words[name.first : name.last + 1]) else name.type
    )


def _rules(sentence: Sentence, word: int) -> bool:
    """Tell whether a name stands before the word for a government: "the Omeri regime"."""
    noun = sentence.words[sentence.words[word].head]
    return sentence.words[word].relation == "compound" and noun.lemma in ("regime", "administration", "presidency")


def _single_type(sentence: Sentence, name: Name, text: str) -> str:
    """Correct the type of a single name: a large town that is attacked is no person; who has qualities is no place."""
    word = sentence.words[name.first]
    known = places_named(text)
    if name.type == PERSON:
        cases = {sentence.words[k].text.casefold() for k in sentence.children(name.first, "case")}
        taken = word.relation == "obj" and sentence.words[word.head].lemma in SEIZING
        return PLACE_NAME if known and known[0].population > LARGE_TOWN and (taken or cases & PLACE_CASES) else PERSON
    if not known and word.relation == "amod":
        return OTHER  # "Amazonian provinces"
    if not known and word.relation == "appos" and sentence.words[word.head].lemma.casefold() in title_nouns():
        return PERSON  # "its coordinator, Asiah"
    if not known and _is_acronym(sentence, name.first):
        return ORGANISATION
    if known or word.relation != "nmod:poss":
        return name.type
    return name.type if sentence.words[word.head].lemma in place_nouns() else PERSON


def _is_acronym(sentence: Sentence, word: int) -> bool:
    """Tell whether a word on no map is printed in capitals among words that are not: the letters of a body."""
    text = sentence.words[word].text
    around = [w.text for w in sentence.words if w.text.isalpha() and len(w.text) > 2]
    return 3 <= len(text) <= 8 and text.isalpha() and text.isupper() and sum(map(str.isupper, around)) * 3 < len(around)


AT = word_set("in at near on of from to into around outside towards toward across")
"""Prepositions that stand before places, and before a person seldom."""


def on_map(sentence: Sentence, phrase: NamePhrase, countries: Counter[str], beside: set[int]) -> bool:
    """Tell whether a single name marked as a person's is that of a place here: "rockets on Orlin".

    `beside` holds the words of the sentence that name places; what is listed with one of them is a place too.
    """
    if " " in phrase.text or phrase.text.isupper() or len(phrase.text) < SHORTEST_PLACE:
        return False
    word = sentence.words[phrase.head]
    here = {p.type for p in places_named(phrase.text) if countries[p.country] * LEAST_SHARE >= countries.total()}
    before = sentence.words[phrase.first - 1].upos if phrase.first else ""
    if "province" in here and before not in ("NOUN", "PROPN") and not word.relation.startswith(("nsubj", "nmod:poss")):
        return True
    cases = {sentence.words[k].text.casefold() for k in sentence.children(phrase.head, "case")}
    listed = word.relation == "conj" and bool(beside & {word.head, *sentence.children(word.head, "conj")})
    stands = cases & AT and word.relation.partition(":")[0] in ("obl", "nmod") and before != "NOUN"
    return bool(here) and (listed or bool(stands))


def beside_person(sentence: Sentence, phrase: NamePhrase, others: list[NamePhrase]) -> NamePhrase:
    """Make a name of several words that is coordinated with a person's a person, unless its words say otherwise."""
    word = sentence.words[phrase.head]
    if phrase.type not in (ORGANISATION, PLACE_NAME) or " " not in phrase.text or word.relation != "conj":
        return phrase
    beside = next((o for o in others if o.first <= word.head <= o.last), None)
    if beside is None or beside.type != PERSON or places_named(phrase.text):
        return phrase
    words = phrase.text.replace("-", " ").split()
    telling = organisation_words() | set(words).intersection(w for w in words if not w[0].isupper())
    return phrase if telling.intersection(words) else replace(phrase, type=PERSON)


@lru_cache(maxsize=1)
def organisation_words() -> frozenset[str]:
    """Give the words that make a name one of an organisation."""
    return frozenset(w for r in rows("actors").values() if r["row"] == "name_word" for w in r["words"].split())
