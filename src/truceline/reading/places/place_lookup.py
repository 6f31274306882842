"""Which place on the map a name means: by the countries of the report, then by the number of people."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace

from truceline.gazetteer import Place, places_like, places_named
from truceline.gazetteer.spelling import place_key
from truceline.reading.actors.known_names import AREA_USE, Known, row_of
from truceline.reading.actors.name_bounds import PLACE_NAME
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.places.place_words import DIRECTIONS, place_nouns

PRECISION = {"city": "locality", "province": "admin1", "district": "admin2", "country": "country", "site": "locality"}
AS_MANY_AS = 60_000
"""A province competes with towns of its name as a town of so many people."""
CHOSEN = 20_000
"""People that a place of the project's own list counts for, since it is there because reports tell of it."""
LARGE = 100_000
FAR_LARGER = 10
"""So many times as many people make one country's place of a name the one that is meant."""
SHORT = 3
"""Letters of names that are too short to tell a country."""
FAMOUS = 300_000
"""People of a town that is meant even where its country is not named: Geneva, Doha."""
SAME_AREA, BESIDE_TOWN = 1.2, 2.5
"""Degrees from the middle of a district, and from a town, within which a place counts as lying there."""
OWN_NAME = 1.0
"""What it counts for a name to be the place's first, not one of its others."""
MENTIONED, MAIN = 0.4, 1.8
NEAR = 1.0
"""What it counts for a place to lie in a country that the report names, and in the one it is all about; in tenfolds."""


@dataclass(frozen=True, slots=True)
class Spotting:
    """What is known of a place: name, type, where it lies and how exactly."""

    name: str
    type: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "unknown"
    gazetteer: str | None = None
    is_large: bool = False
    """So many live there that the name alone tells the place."""


def countries_of(names: tuple[NamePhrase, ...]) -> Counter[str]:
    """Count the countries that a report names, by whatever name."""
    counted: Counter[str] = Counter()
    for name in names:
        if name.known and (country := row_of(name.known[0]).get("country")):
            counted[country] += 1
    return counted


def known_area(known: Known) -> Spotting:
    """Give the region, water or site of a vocabulary row."""
    row, id_ = row_of(known), f"truceline:{known.row}"
    if row["type"] == "city":
        found = find_place(known.text, "city", Counter(), row["country"])
        return found or Spotting(known.text, "city", row["country"])
    name, type_, country = row["names"][0], row["type"], row.get("country")
    if type_ != "site":
        return Spotting(name, type_, country, gazetteer=id_)
    return Spotting(name, type_, country, None, row["latitude"], row["longitude"], "exact", id_)


def country_place(known: Known) -> Spotting:
    """Give the country of a state's row; a country has no coordinates."""
    row = row_of(known)
    return Spotting(row["names"][0], "country", row.get("country"), None, None, None, "country")


def capital_place(known: Known, text: str) -> Spotting:
    """Give the capital of a state."""
    country = row_of(known).get("country")
    hits = [p for p in places_named(text) if p.country == country and p.type == "city"]
    return _spotting(hits[0], text) if hits else Spotting(text, "city", country)


Province = tuple[str, str | None]
"""Country and province."""


def find_place(
    text: str,
    hint: str | None,
    context: Counter[str],
    within: str | None = None,
    near: frozenset[Province] = frozenset(),
    around: Spotting | None = None,
) -> Spotting | None:
    """Find the place that a name means; `hint` is the type that the words around it give, `within` its country.

    `near` holds the provinces that the report has named, where a further place is likelier to lie; `around` is the
    place that the words put it in, outside of which none of its name is meant.
    """
    hits = places_named(text)
    if around is not None:
        hits = tuple(p for p in hits if lies_in(p, around))
    elif within:
        hits = tuple(p for p in hits if p.country == within) or hits
    if hint == "region":  # which in many countries is the word for province
        hits = tuple(p for p in hits if p.type == "province") or hits
    if hint in ("province", "city"):
        hits = tuple(p for p in hits if p.type == hint) or (hits if hint == "city" else ())
    key = place_key(text)
    told = tuple(p for p in hits if p.country in context or (p.population >= FAMOUS and place_key(p.name) == key))
    hits = told or hits
    if not hits:
        return None
    best = max(
        hits, key=lambda p: (_likelihood(p, context, near) + OWN_NAME * (place_key(p.name) == key), p.population, p.id)
    )
    far = context and not within and around is None and best.country not in context and best.type != "province"
    named_so = place_key(best.name) == key
    return None if far and (best.population < FAMOUS or not named_so) else _spotting(best, text)


def lies_in(place: Place, around: Spotting) -> bool:
    """Tell whether a place of the gazetteer can lie in the place around."""
    if around.country is not None and place.country != around.country:
        return False
    if around.latitude is None or around.longitude is None:
        return True
    if around.type == "province" and place_key(place.admin1) == place_key(around.admin1 or around.name):
        return True
    across = (place.longitude - around.longitude) * math.cos(math.radians(place.latitude))
    reach = BESIDE_TOWN if around.type == "city" else SAME_AREA
    return math.hypot(place.latitude - around.latitude, across) < reach


def countries_told(names: tuple[NamePhrase, ...]) -> Counter[str]:
    """Count the countries that a report names by state, people or armed group, leaving out capitals and regions."""
    counted: Counter[str] = Counter()
    for name in names:
        if name.known and name.known[0].use not in (AREA_USE, "capitals"):
            counted[row_of(name.known[0]).get("country") or ""] += 1
    return counted


def countries_on_map(names: tuple[NamePhrase, ...]) -> Counter[str]:
    """Count the countries that alone have places of the names that a report tells, one name being no evidence."""
    counted: Counter[str] = Counter()
    for text in sorted({n.text for n in names if n.type == PLACE_NAME and not n.known and len(n.text) > SHORT}):
        hits = places_named(text)
        country = hits[0].country if hits else ""
        others = max((p.population for p in hits if p.country != country), default=None)
        if hits and (others is None or hits[0].population > FAR_LARGER * (others + 1000)):
            counted[country] += 1
    return Counter({country: n for country, n in counted.items() if n > 1})


def part_of(text: str, context: Counter[str], home: str | None, near: frozenset[Province]) -> Spotting | None:
    """Give the part of a province that no gazetteer has by itself: "East Norland" lies somewhere in Norland."""
    direction, _, rest = text.partition(" ")
    if direction.casefold() not in DIRECTIONS or not rest:
        return None
    whole = find_place(rest, "province", context, home, near)
    if whole is None or whole.country not in context:
        return None
    return replace(whole, name=text, type="district", gazetteer=None, is_large=False)


def apart(one: Spotting, other: Spotting) -> float:
    """Give the distance of two places in degrees of latitude, 0 where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    across = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return math.hypot(one.latitude - other.latitude, across)


def namesake(text: str, country: str, types: tuple[str, ...]) -> Spotting | None:
    """Give a country's own place of a name that is better known elsewhere: Tripoli in Lebanon."""
    hits = [p for p in places_named(text) if p.country == country and p.type in types]
    hits = [p for p in hits if p.type != "city" or p.population > LARGE]
    return _spotting(max(hits, key=lambda p: (p.population, p.id)), text) if hits else None


def respelt(text: str, country: str) -> Spotting | None:
    """Find the largest place of a country that is spelt nearly so, where none is spelt quite so."""
    hits = places_like(text, country) if not places_named(text) else ()
    return _spotting(max(hits, key=lambda p: (p.population, p.id)), text) if hits else None


def _likelihood(place: Place, context: Counter[str], near: frozenset[Province]) -> float:
    own = place.id.startswith("own:")
    people = AS_MANY_AS if place.type == "province" else CHOSEN if own else place.population + 300
    share = context[place.country] / (max(context.values()) if context else 1)
    beside = NEAR if (place.country, place.admin1) in near else 0.0
    return beside + math.log10(people) + (MENTIONED + MAIN * share * share if share else 0.0)


def _spotting(place: Place, text: str) -> Spotting:
    at = (place.latitude, place.longitude)
    large = place.population > LARGE
    return Spotting(text, place.type, place.country, place.admin1 or None, *at, PRECISION[place.type], place.id, large)


def without_kind(text: str) -> str:
    """Give a place's name without the word for its kind, in front or behind: "Orlin State", "Lake Orlin"."""
    words = text.split()
    if len(words) > 1 and words[-1].casefold() in place_nouns():
        return " ".join(words[:-1])
    return " ".join(words[1:]) if len(words) > 1 and words[0].casefold() in place_nouns() else text


def own_kind(text: str) -> str | None:
    """Give the kind of place that a word in its own name tells."""
    words = text.casefold().split()
    return next((place_nouns()[w] for w in (words[-1], words[0]) if len(words) > 1 and w in place_nouns()), None)


def unknown_place(text: str, hint: str | None, country: str | None) -> Spotting:
    """Give a place that no gazetteer knows: its type from its own last or first word, else from the words around it."""
    words = text.casefold().split()
    own = next((place_nouns()[w] for w in (words[-1], words[0]) if w in place_nouns()), None)
    type_ = own or hint or "city"
    return Spotting(text, type_, country if type_ in ("city", "district", "province", "site") else None)
