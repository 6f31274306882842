"""Places of a report: named ones with coordinates where a gazetteer knows them, and what stands for them."""

from __future__ import annotations

from collections import Counter

from truceline.reading.actors.known_names import is_state, row_of
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.actors.name_use import PLACE, is_go_between, use_of
from truceline.reading.actors.names import name_phrases
from truceline.reading.places.bare_places import bare_nouns, read_noun
from truceline.reading.places.datelines import dateline_country
from truceline.reading.places.named_places import read_name
from truceline.reading.places.place_lookup import countries_of, countries_on_map, countries_told, country_place
from truceline.reading.places.place_map import PlaceMap
from truceline.reading.scene import Places, Text


def read_places(text: Text) -> Places:
    """Find the places of a report."""
    names = name_phrases(text.sentences)
    on_map = countries_on_map(names)
    here = PlaceMap(text, countries_of(names) + on_map, _setting(text, names) + on_map, countries_told(names))
    by_sentence: dict[int, list[NamePhrase]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    for sentence in text.sentences:
        mine = by_sentence.get(sentence.index, [])
        steps = [(n.first, 0, n) for n in mine] + [(i, 1, None) for i in bare_nouns(sentence, mine)]
        for at, _, step in sorted(steps, key=lambda s: s[:2]):
            if step is not None:
                read_name(here, sentence, step, mine)
            else:
                read_noun(here, sentence, at, mine)
    _add_home(here, names)
    return Places(here.mentions(), here.spots, names)


def _add_home(here: PlaceMap, names: tuple[NamePhrase, ...]) -> None:
    """Note the country that a report is about, where its name only says whose something is: "Nepal's rebels"."""
    named = [n for n in names if is_state(n.known) and n.known_as("names") and not n.known[0].short]
    own = [n for n in named if here.home is not None and row_of(n.known[0]).get("country") == here.home]
    if own and not any(p.what.type == "country" and p.what.country == here.home for p in here.places.values()):
        for name in own:
            here.put(country_place(name.known[0]), name.sentence, name.first, name.last)


def _weight(text: Text, name: NamePhrase) -> int:
    """Weigh a name by how far it tells where a report takes place: a state's short form, which acts, not at all."""
    if not is_state(name.known):
        return 2 if row_of(name.known[0]).get("type") == "armed_group" else 1
    sentence = text.sentences[name.sentence]
    if name.known_as("capitals") is None and is_go_between(sentence, name):
        return 0
    if name.known_as("names") is None:
        return 1
    as_place = use_of(sentence, name) == PLACE
    return 2 if as_place else 0 if name.known[0].short else 1


def _setting(text: Text, names: tuple[NamePhrase, ...]) -> Counter[str]:
    """Count the countries by names that stand as places, adjectives, capitals and armed groups."""
    counted: Counter[str] = Counter()
    for name in names:
        code = row_of(name.known[0]).get("country") if name.known else None
        if code is not None:
            counted[code] += _weight(text, name)
    if (written := dateline_country(text)) is not None:
        counted[written[0]] += written[1]
    return counted
