"""Nouns that stand for a place named before: "the city", "the country", "the Kenyan capital"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.known_names import word_set
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.places.place_lookup import Spotting, find_place
from truceline.reading.places.place_map import PlaceMap
from truceline.reading.places.place_words import place_nouns
from truceline.vocabulary import rows

STANDS_FOR = ("country", "province", "city", "district")
"""Kinds whose bare noun with "the" stands for a place named before."""
POINTING = word_set("the this that")


def bare_nouns(sentence: Sentence, names: list[NamePhrase]) -> list[int]:
    """Find "the city", "the country", "Kenyan capital": nouns that stand for a place without its name."""
    named = {i for n in names for i in range(n.first, n.last + 1)}
    found = []
    for i, word in enumerate(sentence.words):
        kind = place_nouns().get(word.lemma.casefold()) if word.upos == "NOUN" and i not in named else None
        if word.lemma in ("state", "department", "republic", "settlement", "port") and not _adjective(
            sentence, i, names
        ):
            continue  # the state, the department: mostly no place
        if word.lemma == "palace" and any(sentence.words[k].text in POINTING for k in sentence.children(i, "det")):
            found.append(i)
            continue
        if kind not in STANDS_FOR or word.xpos == "NNS" or word.relation == "compound":
            continue
        if any(sentence.words[k].text.casefold() in POINTING for k in sentence.children(i, "det")) or _adjective(
            sentence, i, names
        ):
            found.append(i)
    return found


def _adjective(sentence: Sentence, noun: int, names: list[NamePhrase]) -> NamePhrase | None:
    """Give the adjective or name of a country that a noun has: "Kenyan capital"."""
    return next((n for n in names if n.known_as("adjectives") and sentence.words[n.head].head == noun), None)


def read_noun(here: PlaceMap, sentence: Sentence, noun: int, names: list[NamePhrase]) -> None:
    """Note the place that a bare noun stands for, if one was named before."""
    lemma = sentence.words[noun].lemma.casefold()
    kind = place_nouns()[lemma]
    adjective = _adjective(sentence, noun, names)
    has_name = any(sentence.words[k].upos == "PROPN" for k in sentence.children(noun, "nmod", "compound", "appos"))
    above = sentence.words[noun].head
    if sentence.words[noun].relation == "appos" and (beside := here.spots.get((sentence.index, above))) is not None:
        here.spots[sentence.index, noun] = beside  # "Orlin, the capital of the province"
        here.put(here.places[beside].what, sentence.index, noun, noun)
        return
    if has_name or sentence.children(noun, "nmod") or (sentence.index, noun) in here.spots:
        return
    what = _meant(here, sentence.index, kind, lemma, adjective)
    if what is None:
        return
    first = adjective.first if adjective is not None and adjective.first < noun else noun
    while lemma == "palace" and sentence.words[first - 1].head == noun and sentence.words[first - 1].relation == "amod":
        first -= 1
    here.spots[sentence.index, noun] = here.put(what, sentence.index, first, noun)


def palace_of_home(here: PlaceMap) -> Spotting | None:
    """Give the palace of the report's country, which stands in its capital."""
    row = rows("actors")[here.home_state] if here.home_state is not None else {}
    capital = next((c for c in row.get("capitals", ())), None)
    city = find_place(capital, "city", here.context, here.home) if capital is not None else None
    if city is None:
        return None
    return Spotting("palace", "site", city.country, city.admin1, city.latitude, city.longitude, "vicinity")


def _meant(here: PlaceMap, sentence: int, kind: str, lemma: str, adjective: NamePhrase | None) -> Spotting | None:
    state = adjective.row if adjective is not None else None
    if lemma == "palace":
        return palace_of_home(here)
    if lemma == "capital":
        state = state or here.home_state or here.latest_country
        row = rows("actors")[state] if state else {}
        found = (find_place(c, "city", here.context, row.get("country")) for c in row.get("capitals", ()))
        return next((w for w in found if w is not None), None)
    if kind == "country":
        if state is None and (said := here.countries_in(sentence)) is not None:
            return said
        state = state or here.home_state or here.latest_country
        row = rows("actors")[state] if state else {}
        if not row.get("names"):  # a people without a state of its own is no country
            return None
        return Spotting(row["names"][0], "country", row.get("country"), precision="country")
    if adjective is not None or kind not in here.latest:
        return None
    recent = [here.places[key].what for key in reversed(here.latest[kind])]
    return next((w for w in recent if w.country in (None, here.home)), recent[0])
