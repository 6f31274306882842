"""What a place lies in, as the words behind its name say: "Kaya, Central Equatoria", "a village in Orlin district"."""

from __future__ import annotations

from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.gazetteer.spelling import place_key
from truceline.reading.actors.known_names import AREA_USE, is_state, row_of, word_set
from truceline.reading.actors.name_bounds import PERSON, PLACE_NAME
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.actors.name_use import PARTS
from truceline.reading.places.place_lookup import Spotting, find_place, own_kind, part_of, without_kind
from truceline.reading.places.place_map import PlaceMap
from truceline.reading.places.place_words import DIRECTIONS, place_nouns

LINKS = word_set("in near outside within inside , (")
"""What joins a place to the one around it."""
FILLERS = word_set("in of the a an near its 's on at km kilometers kilometres miles")
BESIDE = PARTS | DIRECTIONS | {"area", "part"}
"""Words for lying in a part of a place or beside it."""
DIVISIONS = ("province", "district")
REACH = 8
"""Words between the two names."""
PRECISION = {"province": "admin1", "district": "admin2", "city": "admin2", "region": "admin1"}
"""How exactly a place is known of which only the place around it has coordinates."""
LOOSE = ("admin2", "admin1")


def place_around(here: PlaceMap, sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> Spotting | None:
    """Give the place that a name is said to lie in, None where the words tell none."""
    found = _name_behind(sentence, name, others)
    if found is None:
        return None
    outer, noun, listed = found
    if is_state(outer.known):
        if not outer.known_as("names") or _stands_off(sentence, name, outer):
            return None  # "near the Kenyan border"
        return Spotting(outer.text, "country", row_of(outer.known[0]).get("country")) if not listed else None
    if outer.known and outer.known[0].use == AREA_USE:
        row = row_of(outer.known[0])
        return Spotting(outer.text, row["type"], row.get("country"))
    noun = noun or own_kind(outer.text)
    if (outer.known and noun not in DIVISIONS) or not (outer.known or outer.type == PLACE_NAME):
        return None
    around = find_place(outer.text, noun, here.context, here.home, here.near)
    if around is None and (bare := without_kind(outer.text)) != outer.text:
        around = find_place(bare, noun, here.context, here.home, here.near)
    around = around or part_of(outer.text, here.context, here.home, here.near)
    if around is None and outer.first > name.first:
        return place_around(here, sentence, outer, others)
    if around is None or place_key(outer.text) == place_key(name.text):
        return None
    return None if listed and around.type != "province" and noun is None else around


def _name_behind(
    sentence: Sentence, name: NamePhrase, others: list[NamePhrase]
) -> tuple[NamePhrase, str | None, bool] | None:
    """Give the name behind a link, the kind that a noun gives it, and whether it might be the next of a list."""
    words, at = sentence.words, name.last + 1
    while at < len(words) and words[at].lemma.casefold() in place_nouns() and words[at].upos in ("NOUN", "PROPN"):
        at += 1  # "Orlin village in ..."
    while at < len(words) and words[at].upos == "PROPN" and all(o.first != at or o.type == PERSON for o in others):
        at += 1  # the rest of a name of which the beginning was marked
    if at >= len(words) or words[at].text not in LINKS:
        return None
    link, noun, preposition = words[at].text, None, words[at].text not in (",", "(")
    beside = False
    for i in range(at + 1, min(at + REACH, len(words))):
        outer = next((o for o in others if o.first == i), None)
        if outer is not None:
            noun = _kind_after(sentence, outer) or noun
            hangs = name.first <= words[outer.head].head <= name.last and words[outer.head].relation != "conj"
            listed = link == "," and noun is None and not beside and not (hangs and not preposition)
            ends = outer.last + 1 >= len(words) or words[outer.last + 1].upos == "PUNCT"
            return (outer, noun, listed) if preposition or hangs or noun or ends else None
        lemma = words[i].lemma.casefold()
        if lemma in place_nouns() and words[i].upos in ("NOUN", "PROPN"):
            noun = place_nouns()[lemma]
        elif words[i].text in ("in", "near", "of", "outside", "on"):
            preposition, noun = True, noun if words[i].text == "of" else None
        elif words[i].text in BESIDE:
            preposition = beside = True
        elif words[i].text not in FILLERS and words[i].upos not in ("ADJ", "DET", "NUM"):
            return None
    return None


def _stands_off(sentence: Sentence, name: NamePhrase, outer: NamePhrase) -> bool:
    return any(w.text in ("near", "outside", "off") for w in sentence.words[name.last + 1 : outer.first])


def _kind_after(sentence: Sentence, name: NamePhrase) -> str | None:
    after = sentence.words[name.last + 1] if name.last + 1 < len(sentence.words) else None
    return place_nouns().get(after.lemma.casefold()) if after is not None and after.upos in ("NOUN", "PROPN") else None


def province_before(here: PlaceMap, sentence: Sentence, name: NamePhrase) -> Spotting | None:
    """Give the province that a sentence is set in: "In Norland, gunmen burnt the village of Orlin"."""
    for word in range(1, name.first):
        key = here.spots.get((sentence.index, word))
        if key is not None and here.places[key].what.type == "province":
            before = sentence.words[word - 1]
            return here.places[key].what if before.text.casefold() in ("in", "across") else None
    return None


def put_inside(what: Spotting, around: Spotting | None) -> Spotting:
    """Give a place without coordinates those of the place around it, marked as no better than that."""
    if around is None or what.latitude is not None or what.type not in ("city", "district", "site"):
        return what
    admin1 = around.admin1 or (around.name if around.type == "province" else None)
    if around.latitude is None:
        return replace(what, country=around.country or what.country, admin1=what.admin1 or admin1)
    return replace(
        what,
        country=around.country,
        admin1=admin1,
        latitude=around.latitude,
        longitude=around.longitude,
        precision=around.precision if around.precision in LOOSE else PRECISION.get(around.type, "unknown"),
    )
