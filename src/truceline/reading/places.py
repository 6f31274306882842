"""Places of a report: named ones with coordinates where a gazetteer knows them, and what stands for them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace

from truceline.domain.mention import PlaceMention
from truceline.domain.sentences import Sentence
from truceline.gazetteer import places_named
from truceline.gazetteer.spelling import place_key
from truceline.reading.known_as import place_named_so
from truceline.reading.known_names import AREA_USE, is_state, row_of, word_set
from truceline.reading.name_bounds import ORGANISATION, OTHER, PLACE_NAME, UNKNOWN
from truceline.reading.name_use import ACTOR, OWNER, PLACE, capital_is_actor, use_of
from truceline.reading.names import NamePhrase, name_phrases, printed
from truceline.reading.place_lookup import (
    Spotting,
    capital_place,
    countries_of,
    country_place,
    find_place,
    known_area,
    unknown_place,
)
from truceline.reading.place_words import MOTION, PLACE_CASES, SEIZING, place_nouns
from truceline.reading.scene import Places, Spot, Text
from truceline.vocabulary import rows

DIRECTIONS = word_set(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western northeast northwest southeast southwest "
    "upper lower"
)
NESTED = ("city", "district", "province")
"""Types of places that often share a name with the one around them; a report means one of them, unless it says both."""
STANDS_FOR = {"country": "country", "province": "province", "city": "city", "district": "district"}
"""Kinds whose bare noun with "the" stands for a place named before ("the city")."""
POINTING = word_set("the this that")


@dataclass
class _Gathered:
    """A place while its mentions are being gathered."""

    what: Spotting
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    """Sentence, first and last word."""
    named_at: list[Spot] = field(default_factory=list)


@dataclass
class _Map:
    """The places gathered so far, and what was said last of each type."""

    text: Text
    context: Counter[str]
    """The countries that the report names, by whatever name."""
    setting: Counter[str]
    """The countries that it takes place in, as far as their names stand as places."""
    places: dict[str, _Gathered] = field(default_factory=dict)
    spots: dict[Spot, str] = field(default_factory=dict)
    latest: dict[str, list[str]] = field(default_factory=dict)
    """Keys of the places of each type, in the order of their mentions."""
    explicit: set[str] = field(default_factory=set)
    """Places that a noun says the type of."""
    latest_country: str | None = None

    def put(self, what: Spotting, sentence: int, first: int, last: int) -> str:
        """Note a mention of a place and give its key."""
        key = self.named_alike(what) or self._key(what)
        place = self.places.setdefault(key, _Gathered(what))
        if (sentence, first, last) not in place.stretches:
            place.stretches.append((sentence, first, last))
        self.latest.setdefault(what.type, []).append(key)
        return key

    @property
    def home(self) -> str | None:
        """Give the country that most names of the report belong to, None where none stands out."""
        best = max(sorted(self.setting), key=lambda c: self.setting[c], default=None)
        return best if best is not None and self.setting[best] >= 0.45 * self.setting.total() else None

    @property
    def home_state(self) -> str | None:
        """Give the row of the state that the report is about."""
        return next(
            (k for k, r in rows("actors").items() if r["row"] == "state" and r.get("country") == self.home), None
        )

    def countries_in(self, sentence: int) -> Spotting | None:
        """Give the country named last as a place in a sentence."""
        found = [p for p in self.places.values() if p.what.type == "country" and p.what.country is not None]
        found = [p for p in found if any(s[0] == sentence for s in p.stretches)]
        return max(found, key=lambda p: max(p.stretches)).what if found else None

    def named_alike(self, what: Spotting) -> str | None:
        """Give the key of a town, district or province of the same name and country."""
        if what.type not in NESTED:
            return None
        name = place_key(what.name)
        return next(
            (
                key
                for key, place in self.places.items()
                if place.what.type in NESTED
                and place.what.country == what.country
                and place_key(place.what.name) == name
            ),
            None,
        )

    def _key(self, what: Spotting) -> str:
        same = what.gazetteer or f"{what.type if what.type == 'country' else ''}{place_key(what.name)}"
        for key, place in self.places.items():
            mine = place.what
            if (mine.gazetteer or f"{mine.type if mine.type == 'country' else ''}{place_key(mine.name)}") == same:
                return key
        slug, n = _slug(what.name), 2
        while slug in self.places:
            slug, n = f"{_slug(what.name)}-{n}", n + 1
        return slug


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "place"


def read_places(text: Text) -> Places:
    """Find the places of a report."""
    names = name_phrases(text.sentences)
    here = _Map(text, countries_of(names), _setting(text, names))
    by_sentence: dict[int, list[NamePhrase]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    for sentence in text.sentences:
        mine = by_sentence.get(sentence.index, [])
        steps = [(n.first, 0, n) for n in mine] + [(i, 1, None) for i in _bare_nouns(sentence, mine)]
        for at, _, step in sorted(steps, key=lambda s: s[:2]):
            if step is not None:
                _read_name(here, sentence, step, mine)
            else:
                _read_noun(here, sentence, at, mine)
    return Places(_mentions(here), here.spots, names)


def _setting(text: Text, names: tuple[NamePhrase, ...]) -> Counter[str]:
    """Count the countries by names that stand as places, adjectives, capitals and armed groups."""
    counted: Counter[str] = Counter()
    for name in names:
        code = row_of(name.known[0]).get("country") if name.known else None
        if code is not None:
            as_name = is_state(name.known) and name.known_as("names") is not None
            counted[code] += 2 * (use_of(text.sentences[name.sentence], name) == PLACE) if as_name else 1
    return counted


def _read_name(here: _Map, sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> None:
    """Note the place that a name stands for, if it stands for one."""
    state = name.known_as("names") if is_state(name.known) else None
    if is_state(name.known):
        here.latest_country = name.known[0].row
    noun = _noun_beside(sentence, name, others)
    if state:
        if not _state_is_place(sentence, name, state.short):
            return
        what = country_place(state)
    elif (capital := name.known_as("capitals")) is not None:
        if noun is None and capital_is_actor(sentence, name):
            return
        what = capital_place(capital, name.text)
    elif (area := name.known_as(AREA_USE)) is not None:
        what = known_area(area)
    else:
        found = _looked_up(here, sentence, name, noun, others)
        if found is None:
            return
        what = found
    what = _with_noun(here, sentence, name, noun, what)
    first, last = _maximal(sentence, name, noun, others)
    if what.type == "site" and noun is not None and noun > name.last:
        first, last = min(first, name.first), max(last, noun)
        key = here.put(what, sentence.index, name.first, noun)  # "Goma airport" is not Goma
    else:
        key = here.put(what, sentence.index, name.first, name.last)
    if noun is not None and key not in here.explicit:
        here.explicit.add(key)
        here.places[key].what = what
    if (first, last) != (name.first, name.last):
        here.put(what, sentence.index, first, last)
    for i in range(name.first, name.last + 1):
        here.spots[sentence.index, i] = key
    if noun is not None:
        here.spots[sentence.index, noun] = key
    _read_direction(here, sentence, name, what)


def _state_is_place(sentence: Sentence, name: NamePhrase, short: bool) -> bool:
    use = use_of(sentence, name)
    if short:
        case = next((sentence.words[k].lemma for k in sentence.children(name.head, "case")), "")
        return use == PLACE and case in PLACE_CASES | {"from", "to"}
    return use not in (ACTOR, OWNER)


def _noun_beside(sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> int | None:
    """Give the noun that says what kind of place a name is: "Helmand province", "the province of Helmand"."""
    word = sentence.words[name.head]
    if word.head < 0 or name.first <= word.head <= name.last:
        return None
    noun, relation = sentence.words[word.head], word.relation.partition(":")[0]
    if noun.lemma.casefold() not in place_nouns() or (sentence.name_at(word.head) and noun.upos == "PROPN"):
        return None
    after = [k for k in sentence.children(word.head, "nmod") if k > word.head and sentence.words[k].upos == "PROPN"]
    named_after = any(not is_state(o.known) for o in others for k in after if o.first <= k <= o.last)
    if relation in ("compound", "appos", "flat") and word.head - name.last in (1, 2) and not named_after:
        return word.head
    case = [sentence.words[k].text for k in sentence.children(name.head, "case")]
    if relation != "nmod" or case != ["of"] or noun.upos != "NOUN" or word.head > name.first:
        return None
    if any(o.head in sentence.children(word.head, "compound") for o in others):
        return None  # "the Darfur region of Sudan": the noun is Darfur's
    is_country = place_nouns()[noun.lemma.casefold()] == "country"
    return None if is_state(name.known) and not is_country else word.head


def _with_noun(here: _Map, sentence: Sentence, name: NamePhrase, noun: int | None, what: Spotting) -> Spotting:
    """Let the noun decide: "Kandahar airport" is a site in Kandahar, "Kandahar province" no city."""
    if noun is None:
        return what
    kind = place_nouns()[sentence.words[noun].lemma.casefold()]
    if kind == what.type or kind in ("country", "region") or what.type in ("region", "country", "waterbody"):
        return what
    if kind == "site":
        if sentence.words[noun].head == name.head or noun < name.first:
            return what
        full = printed(sentence, name.first, noun)
        return replace(what, name=full, type="site", precision="vicinity", gazetteer=None)
    found = find_place(name.text, kind, here.context, what.country)
    if found is not None and found.type == kind:
        return found
    return what if kind == "city" else replace(what, type=kind, gazetteer=None, precision="unknown")


def _looked_up(
    here: _Map, sentence: Sentence, name: NamePhrase, noun: int | None, others: list[NamePhrase]
) -> Spotting | None:
    """Look a name up that the vocabulary does not know; None where it is no place."""
    if name.known or name.type not in (PLACE_NAME, UNKNOWN, ORGANISATION, OTHER):
        return None
    beside = place_nouns()[sentence.words[noun].lemma.casefold()] if noun is not None else None
    given = place_named_so(sentence, name)
    hint = given or (beside if beside not in (None, "site") else _own_kind(name.text))
    sure = name.type == PLACE_NAME or beside not in (None, "site") or given is not None
    within = _country_behind(sentence, name, others)
    if given == "site":
        return _in_its_city(here, sentence, Spotting(name.text, "site", here.home))
    found = find_place(name.text, hint, here.context, within)
    if not sure and not _stands_as_place(here, sentence, name, found):
        return None
    if found is None and (bare := _without_kind(name.text)) != name.text:
        found = find_place(bare, hint, here.context)
        if found is not None and hint == "site":
            found = replace(found, name=name.text, type="site", precision="vicinity", gazetteer=None)
    if found is not None and (sure or found.country in here.context):
        return found
    return _in_its_city(here, sentence, unknown_place(name.text, hint, within or here.home)) if sure else None


def _in_its_city(here: _Map, sentence: Sentence, what: Spotting) -> Spotting:
    """Put a site that no gazetteer knows near the town that its sentence names."""
    keys = [key for (s, _), key in here.spots.items() if s == sentence.index and here.places[key].what.type == "city"]
    if what.type != "site" or not keys:
        return what
    city = here.places[keys[-1]].what
    at = {"latitude": city.latitude, "longitude": city.longitude, "admin1": city.admin1, "country": city.country}
    return replace(what, **at, precision="vicinity" if city.latitude is not None else "unknown")


def _stands_as_place(here: _Map, sentence: Sentence, name: NamePhrase, found: Spotting | None) -> bool:
    """Tell whether a name that was marked as something else is one of a place: on the map, and used like one."""
    word = sentence.words[name.head]
    case = next((sentence.words[k].lemma for k in sentence.children(name.head, "case")), "")
    if case in PLACE_CASES or (case in ("from", "to") and found is not None):
        return True
    if (
        found is None
        or (found.country not in here.context and not found.is_large)
        or word.relation.startswith(("nsubj", "compound", "amod"))
    ):
        return False
    return case == "of" or (word.relation == "obj" and sentence.words[word.head].lemma in MOTION | SEIZING)


def _own_kind(text: str) -> str | None:
    words = text.casefold().split()
    return next((place_nouns()[w] for w in (words[-1], words[0]) if len(words) > 1 and w in place_nouns()), None)


def _without_kind(text: str) -> str:
    words = text.split()
    if len(words) > 1 and words[-1].casefold() in place_nouns():
        return " ".join(words[:-1])
    return " ".join(words[1:]) if len(words) > 1 and words[0].casefold() in place_nouns() else text


def _country_behind(sentence: Sentence, name: NamePhrase, others: list[NamePhrase]) -> str | None:
    """Give the country that follows a name after a comma: "Doha, Qatar"."""
    follower = _follower(sentence, name, others)
    if follower is None:
        return None
    if follower.known:
        return row_of(follower.known[0]).get("country")
    found = places_named(follower.text)
    return found[0].country if found else None


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
    """Give the longest phrase around a name without article: "southern province of Helmand", "Doha, Qatar"."""
    first, last = name.first, name.last
    if noun is not None:
        first, last = min(first, noun), max(last, noun)
        while (
            first > 0
            and sentence.words[first - 1].head == noun
            and sentence.words[first - 1].relation
            in (
                "amod",
                "compound",
            )
        ):
            first -= 1
    elif (follower := _follower(sentence, name, others)) is not None:
        last = follower.last
    return first, last


def _read_direction(here: _Map, sentence: Sentence, name: NamePhrase, what: Spotting) -> None:
    """Note "eastern Ukraine" as a region of its own."""
    before = name.first - 1
    if what.type not in ("country", "region") or before < 0 or sentence.words[before].text.casefold() not in DIRECTIONS:
        return
    whole = printed(sentence, before, name.last)
    here.put(Spotting(whole, "region", what.country), sentence.index, before, name.last)


def _bare_nouns(sentence: Sentence, names: list[NamePhrase]) -> list[int]:
    """Find "the city", "the country", "Afghan capital": nouns that stand for a place without its name."""
    named = {i for n in names for i in range(n.first, n.last + 1)}
    found = []
    for i, word in enumerate(sentence.words):
        kind = place_nouns().get(word.lemma.casefold()) if word.upos == "NOUN" and i not in named else None
        if kind not in STANDS_FOR or word.xpos == "NNS" or word.relation == "compound":
            continue
        if any(sentence.words[k].text.casefold() in POINTING for k in sentence.children(i, "det")) or _adjective(
            sentence, i, names
        ):
            found.append(i)
    return found


def _adjective(sentence: Sentence, noun: int, names: list[NamePhrase]) -> NamePhrase | None:
    """Give the adjective or name of a country that a noun has: "Afghan capital"."""
    return next((n for n in names if n.known_as("adjectives") and sentence.words[n.head].head == noun), None)


def _read_noun(here: _Map, sentence: Sentence, noun: int, names: list[NamePhrase]) -> None:
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
    here.spots[sentence.index, noun] = here.put(what, sentence.index, first, noun)


def _meant(here: _Map, sentence: int, kind: str, lemma: str, adjective: NamePhrase | None) -> Spotting | None:
    state = adjective.row if adjective is not None else None
    if lemma == "capital":
        state = state or here.latest_country
        row = rows("actors")[state] if state else {}
        found = (find_place(c, "city", here.context, row.get("country")) for c in row.get("capitals", ()))
        return next((w for w in found if w is not None), None)
    if kind == "country":
        if state is None and (said := here.countries_in(sentence)) is not None:
            return said
        state = state or here.home_state or here.latest_country
        row = rows("actors")[state] if state else {}
        return Spotting(row["names"][0], "country", row.get("country"), precision="country") if row else None
    if adjective is not None or kind not in here.latest:
        return None
    recent = [here.places[key].what for key in reversed(here.latest[kind])]
    return next((w for w in recent if w.country in (None, here.home)), recent[0])


def _mentions(here: _Map) -> tuple[PlaceMention, ...]:
    found = []
    for key, place in here.places.items():
        w = place.what
        quotes = tuple(here.text.quote(*stretch) for stretch in sorted(place.stretches))
        name = w.name
        found.append(
            PlaceMention(
                key, name, w.type, w.country, w.admin1, w.latitude, w.longitude, w.precision, quotes, w.gazetteer
            )
        )
    return tuple(found)
