"""The country that a report is about: where its deeds lie and whose people it tells of, not where talks are held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_types import kind_at
from truceline.reading.actors.known_names import is_state, row_of, word_set
from truceline.reading.actors.name_use import is_go_between
from truceline.reading.places.datelines import dateline_country
from truceline.reading.scene import Places, Text

TALKS = word_set(
    "talk talks negotiation negotiations meeting summit conference round mediation signing sign meet mediate broker "
    "host convene gather delegation delegate"
)
"""What is done in places that are chosen for being elsewhere."""
REACH = 6
"""Words that are looked up the tree for talks."""
WIDE = ("country", "city", "province")
PARTIES = ("armed_group", "population")
OF_PARTY = 3
"""What a country's name counts before the word for those who live and fight there, a plain mention being one."""
OF_GROUP = 2
"""What the name of an armed group counts for its country."""
LEAST, LEAST_AHEAD, AHEAD = 0.4, 0.3, 1.5


def main_country(text: Text, places: Places) -> tuple[str | None, float]:
    """Give the country that most of a report takes place in and its share; None where no country stands out."""
    counted = _of_places(text, places) + _of_names(text, places)
    if (written := dateline_country(text)) is not None:
        counted[written[0]] += written[1]
    if not counted.total():
        return None, 0.0
    ranked = [*counted.most_common(2), ("", 0)]
    (best, most), (_, next_) = ranked[0], ranked[1]
    share = most / counted.total()
    stands_out = share >= LEAST or (share >= LEAST_AHEAD and most >= AHEAD * next_)
    return (best, share) if stands_out else (None, 0.0)


def _of_places(text: Text, places: Places) -> Counter[str]:
    counted: Counter[str] = Counter()
    by_key = {place.key: place for place in places.mentions}
    hosts: Counter[str] = Counter()
    for sentence in text.sentences:
        for word in range(len(sentence.words)):
            key = places.at(sentence.index, word)
            if key is not None and key != places.at(sentence.index, word - 1) and _hosts_talks(sentence, word):
                hosts[key] += 1
    for key, place in by_key.items():
        if place.country is not None:
            told = max(0, len(place.quotes) - hosts[key])
            counted[place.country] += told * (2 if place.type in WIDE else 1)
    return counted


def _of_names(text: Text, places: Places) -> Counter[str]:
    counted: Counter[str] = Counter()
    for name in places.names:
        code = row_of(name.known[0]).get("country") if name.known else None
        if not code:
            continue
        if not is_state(name.known):
            counted[code] += OF_GROUP if row_of(name.known[0]).get("type") == "armed_group" else 0
            continue
        sentence = text.sentences[name.sentence]
        above = sentence.words[name.head].head
        if not name.known_as("capitals") and is_go_between(sentence, name):
            continue
        kind = kind_at(sentence, above) if above > name.head else None
        if kind is not None and kind.type in PARTIES:
            counted[code] += OF_PARTY
        elif places.at(name.sentence, name.head) and _hosts_talks(sentence, name.head):
            continue
        elif not (name.known[0].short and not places.at(name.sentence, name.head)):
            counted[code] += 1
    return counted


def _hosts_talks(sentence: Sentence, word: int) -> bool:
    """Tell whether a place is where people talk: "talks in Geneva", "the accord was signed in Doha"."""
    for above in islice(sentence.ancestors(word), REACH):
        if any(sentence.words[k].lemma in TALKS for k in (above, *_subjects(sentence, above))):
            return True
    return False


def _subjects(sentence: Sentence, verb: int) -> Iterator[int]:
    return (k for k in sentence.children(verb) if sentence.words[k].relation.startswith("nsubj"))
