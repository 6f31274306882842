"""Places by name: which a name means, how far its phrase reaches, and what the nouns around it make of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.actors.known_as import place_named_so
from truceline.reading.actors.known_names import AREA_USE, Known, is_state, row_of
from truceline.reading.actors.name_bounds import ORGANISATION, OTHER, PLACE_NAME, UNKNOWN
from truceline.reading.actors.name_phrase import NamePhrase, printed
from truceline.reading.actors.name_use import ACTOR, OWNER, PLACE, actor_nouns, capital_is_actor, use_of
from truceline.reading.places.bare_places import palace_of_home
from truceline.reading.places.containment import DIVISIONS, place_around, province_before, put_inside
from truceline.reading.places.place_lookup import (
    PRECISION,
    Spotting,
    apart,
    capital_place,
    country_place,
    find_place,
    known_area,
    namesake,
    own_kind,
    part_of,
    respelt,
    unknown_place,
    without_kind,
)
from truceline.reading.places.place_map import PlaceMap
from truceline.reading.places.place_words import DIRECTIONS, MOTION, PLACE_CASES, SEIZING, place_nouns

CONDITIONS = frozenset(("emergency", "siege", "war", "alert", "exception", "calamity", "disaster"))
"""What a state of is no place, though printed in capitals: "the state of Emergency"."""
RARE = 4
"""So many times oftener must a report name its own country than the one of a better known place of some name."""
SEVERAL, FAR_OFF = 4, 4.0
"""So many places of a country tell where in it a report is; no small one is meant so many degrees from all of them."""
REMOTE = 0.12
"""Share of the names below which no small place of a country is meant."""


def read_name(here: PlaceMap, sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> None:
    """Note the place that a name stands for, if it stands for one."""
    if is_state(name.known):
        here.latest_country = name.known[0].row
    noun = _noun_beside(sentence, name, others)
    what = _meant(here, sentence, name, noun, others)
    if what is None:
        return
    what = _with_noun(here, sentence, name, noun, what)
    first, last = _maximal(sentence, name, noun, others)
    bare_last = name.last
    if what.type == "site" and noun is not None and noun > name.last:
        first, last, bare_last = min(first, name.first), max(last, noun), noun  # "Goma airport" is not Goma
    key = here.put(what, sentence.index, name.first, bare_last)
    if noun is not None and key not in here.explicit:
        here.explicit.add(key)
        here.places[key].what = what
    if (first, last) != (name.first, name.last):
        here.put(what, sentence.index, first, last)
    for i in (*range(name.first, name.last + 1), *([noun] if noun is not None else [])):
        here.spots[sentence.index, i] = key
    _read_direction(here, sentence, name, what)


def _meant(
    here: PlaceMap, sentence: Sentence, name: NamePhrase, noun: int | None, others: list[NamePhrase]
) -> Spotting | None:
    """Give the place that a name means, None where it means a government or no place at all."""
    state = name.known_as("names") if is_state(name.known) else None
    if state is not None:
        return country_place(state) if _state_is_place(sentence, name, state.short) else None
    capital = name.known_as("capitals")
    area = name.known_as(AREA_USE)
    local = _namesake(here, sentence, name, noun) if capital is not None or area is not None else None
    if local is not None:
        return local
    if capital is not None:
        as_actor = noun is None and capital_is_actor(sentence, name)
        return None if as_actor else capital_place(capital, name.text)
    seat = name.known_as("seats")
    if seat is not None:
        return _house(seat, name.text) if use_of(sentence, name) == PLACE else None
    if area is not None and name.known_as("adjectives") and noun is None and use_of(sentence, name) != PLACE:
        return None  # "Amhara militia"
    return known_area(area) if area is not None else _looked_up(here, sentence, name, noun, others)


def _namesake(here: PlaceMap, sentence: Sentence, name: NamePhrase, noun: int | None) -> Spotting | None:
    """Give the place of the report's own country that bears the name of one in a country hardly spoken of."""
    kind = place_nouns()[sentence.words[noun].lemma.casefold()] if noun is not None else None
    country = row_of(name.known[0]).get("country")
    if here.home is None or country in (None, here.home) or " " in name.text:
        return None
    if here.told[country] * RARE > here.told[here.home] or not here.told[here.home]:
        return None
    if name.known_as("capitals") and kind is None and capital_is_actor(sentence, name):
        return None
    types = ("province", "district") if name.known_as(AREA_USE) else ("city", "province")
    return namesake(name.text, here.home, types)


def _house(seat: Known, text: str) -> Spotting | None:
    """Give the house of a government, which stands in its capital."""
    row = row_of(seat)
    capital = next((find_place(c, "city", Counter(), row.get("country")) for c in row.get("capitals", ())), None)
    if capital is None:
        return None
    at = (capital.latitude, capital.longitude)
    return Spotting(text, "site", row.get("country"), capital.admin1, *at, "vicinity")


def _state_is_place(sentence: Sentence, name: NamePhrase, short: bool) -> bool:
    use = use_of(sentence, name)
    if short:
        case = next((sentence.words[k].lemma for k in sentence.children(name.head, "case")), "")
        return use == PLACE and case in PLACE_CASES | {"from", "to"}
    return use not in (ACTOR, OWNER)


def _noun_beside(sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> int | None:
    """Give the noun that says what kind of place a name is: "Norland province", "the province of Norland"."""
    word = sentence.words[name.head]
    if word.head < 0 or name.first <= word.head <= name.last:
        return None
    noun, relation = sentence.words[word.head], word.relation.partition(":")[0]
    plain = noun.upos == "NOUN" or noun.text.islower()  # the tree may take it for a part of the name
    if noun.lemma.casefold() not in place_nouns() or (sentence.name_at(word.head) and not plain):
        return None
    after = [k for k in sentence.children(word.head, "nmod") if k > word.head and sentence.words[k].upos == "PROPN"]
    named_after = any(not is_state(o.known) for o in others for k in after if o.first <= k <= o.last)
    if relation in ("compound", "appos", "flat", "amod") and word.head - name.last in (1, 2) and not named_after:
        return word.head
    if noun.lemma == "state" and name.text.casefold() in CONDITIONS:
        return None
    case = [sentence.words[k].text for k in sentence.children(name.head, "case")]
    if relation != "nmod" or case != ["of"] or not plain or word.head > name.first:
        return None
    if any(o.head in sentence.children(word.head, "compound") for o in others):
        return None  # "the Norland region of Orlin": the noun is Norland's
    is_country = place_nouns()[noun.lemma.casefold()] == "country"
    return None if is_state(name.known) and not is_country else word.head


def _with_noun(here: PlaceMap, sentence: Sentence, name: NamePhrase, noun: int | None, what: Spotting) -> Spotting:
    """Let the noun decide: "Orlin airport" is a site in Orlin, "Orlin province" no city."""
    if noun is None:
        return what
    kind = place_nouns()[sentence.words[noun].lemma.casefold()]
    if kind == "city" and what.type == "region" and here.home is not None:
        town = find_place(name.text, "city", here.context, here.home, here.near)
        return town if town is not None and town.country == here.home else what
    if kind == "region" and what.type in ("city", "district"):
        province = find_place(name.text, "province", here.context, what.country, here.near)
        return province if province is not None and province.country == what.country else what
    if kind == what.type or kind in ("country", "region") or what.type in ("region", "country", "waterbody"):
        return what
    if kind == "site":
        if sentence.words[noun].head == name.head or noun < name.first:
            return what
        full = printed(sentence, name.first, noun)
        return replace(what, name=full, type="site", precision="vicinity", gazetteer=None)
    found = find_place(name.text, kind, here.context, what.country, here.near)
    if found is not None and found.type == kind:
        return found
    if kind == "waterbody":  # a river is not where the town of its name is
        return Spotting(what.name, kind, what.country)
    precision = PRECISION.get(kind, "unknown") if what.latitude is not None else "unknown"
    return what if kind == "city" else replace(what, type=kind, gazetteer=None, precision=precision)


def _looked_up(
    here: PlaceMap, sentence: Sentence, name: NamePhrase, noun: int | None, others: list[NamePhrase]
) -> Spotting | None:
    """Look a name up that the vocabulary does not know; None where it is no place."""
    kind = place_nouns()[sentence.words[noun].lemma.casefold()] if noun is not None else None
    if name.known and kind in DIVISIONS:  # "Kachin State"
        found = find_place(name.text, kind, here.context, None, here.near)
        return found if found is not None and found.type == kind else None
    if name.known or name.type not in (PLACE_NAME, UNKNOWN, ORGANISATION, OTHER):
        return None
    beside = kind
    given = place_named_so(sentence, name)
    hint = given or (beside if beside not in (None, "site") else own_kind(name.text))
    sure = name.type == PLACE_NAME or beside not in (None, "site") or given is not None
    if (beside is None and name.text.casefold() in place_nouns()) or name.text.casefold() in actor_nouns():
        return None  # "the Republic", "the Junta"
    around = place_around(here, sentence, name, others)
    if given == "site":
        return _in_its_city(here, sentence, put_inside(Spotting(name.text, "site", here.home), around))
    found = find_place(name.text, hint, here.context, None, here.near, around)
    if found is None and sure and (country := around.country if around is not None else here.home) is not None:
        found = respelt(name.text, country)
    small = noun is not None and sentence.words[noun].lemma in ("town", "village", "hamlet", "settlement")
    if small and found is not None and here.context and found.country not in here.context:
        found = None  # a town of a large city's name
    if found is not None and around is None and not _lies_near(here, found):
        found = None
    if not sure and not _stands_as_place(here, sentence, name, found):
        return None
    if found is None and (bare := without_kind(name.text)) != name.text:
        found = find_place(bare, hint, here.context, None, here.near, around)
        if found is not None and hint == "site" and found.country != here.home and not found.is_large:
            found = None
        if found is not None and hint == "site":
            found = replace(found, name=name.text, type="site", precision="vicinity", gazetteer=None)
    found = found or part_of(name.text, here.context, here.home, here.near)
    if found is not None and (sure or found.country in here.context):
        return found
    above = sentence.words[sentence.words[name.head].head]
    of_actors = sentence.words[name.head].relation in ("compound", "amod") and above.lemma.casefold() in actor_nouns()
    if not sure or (of_actors and noun is None):
        return None  # "the Orlin militia"
    around = around or province_before(here, sentence, name)
    if name.text.endswith("Palace") and (palace := palace_of_home(here)) is not None and around is None:
        return replace(palace, name=name.text)
    return _in_its_city(here, sentence, put_inside(unknown_place(name.text, hint, here.home), around))


def _lies_near(here: PlaceMap, found: Spotting) -> bool:
    """Tell whether a place lies in a country of the report's setting, or is known far from it."""
    if found.type == "province" or found.is_large or not here.setting.total():
        return True
    others = [p.what for p in here.places.values() if p.what.country == found.country and p.what.latitude is not None]
    if len(others) >= SEVERAL and min(apart(found, other) for other in others) > FAR_OFF:
        return False
    return here.setting[found.country or ""] >= REMOTE * here.setting.total()


def _in_its_city(here: PlaceMap, sentence: Sentence, what: Spotting) -> Spotting:
    """Put a site that no gazetteer knows near the town that its sentence names."""
    keys = [key for (s, _), key in here.spots.items() if s == sentence.index and here.places[key].what.type == "city"]
    if what.type != "site" or what.latitude is not None or not keys:
        return what
    city = here.places[keys[-1]].what
    return Spotting(
        what.name,
        "site",
        city.country,
        city.admin1,
        city.latitude,
        city.longitude,
        "vicinity" if city.latitude is not None else "unknown",
    )


def _stands_as_place(here: PlaceMap, sentence: Sentence, name: NamePhrase, found: Spotting | None) -> bool:
    """Tell whether a name that was marked as something else is one of a place: on the map, and used like one."""
    word = sentence.words[name.head]
    case = next((sentence.words[k].lemma for k in sentence.children(name.head, "case")), "")
    if case in PLACE_CASES or (case in ("from", "to") and found is not None):
        return True
    if found is None:
        return False
    if word.relation == "compound" and sentence.words[word.head].lemma.casefold() in place_nouns():
        return found.country == here.home and not name.text.isupper()  # "Orlin air base"
    if word.relation.startswith(("nsubj", "compound", "amod")):
        return False
    at_home = found.country == here.home and " " not in name.text and not name.text.isupper()
    if at_home and word.relation.partition(":")[0] in ("obj", "obl", "nmod", "conj", "appos"):
        return True
    if found.country not in here.context and not found.is_large:
        return False
    return case == "of" or (word.relation == "obj" and sentence.words[word.head].lemma in MOTION | SEIZING)


def _follower(sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> NamePhrase | None:
    after = name.last + 1
    if after + 1 >= len(sentence.words) or sentence.words[after].text != ",":
        return None
    behind = next((o for o in others if o.first == after + 1), None)
    if behind is None or not (behind.type == PLACE_NAME or behind.known_as("names")):
        return None
    word = sentence.words[behind.head]
    hangs = name.first <= word.head <= name.last and word.relation.partition(":")[0] in ("appos", "nmod", "flat", "obl")
    return behind if hangs else None


def _maximal(sentence: Sentence, name: NamePhrase, noun: int | None, others: list[NamePhrase]) -> tuple[int, int]:
    """Give the longest phrase around a name without article: "eastern province of Norland", "Goma, Congo"."""
    first, last = name.first, name.last
    if noun is not None:
        first, last = min(first, noun), max(last, noun)
        while first > 0 and _describes(sentence, first - 1, noun):
            first -= 1
    elif (follower := _follower(sentence, name, others)) is not None:
        last = follower.last
    return first, last


def _describes(sentence: Sentence, word: int, noun: int) -> bool:
    return sentence.words[word].head == noun and sentence.words[word].relation in ("amod", "compound")


def _read_direction(here: PlaceMap, sentence: Sentence, name: NamePhrase, what: Spotting) -> None:
    """Note "eastern Ukraine" as a region of its own."""
    before = name.first - 1
    if what.type not in ("country", "region") or before < 0 or sentence.words[before].text.casefold() not in DIRECTIONS:
        return
    whole = printed(sentence, before, name.last)
    here.put(Spotting(whole, "region", what.country), sentence.index, before, name.last)
