"""Actors by name: persons with their titles, states, peoples, organisations and groups."""

from __future__ import annotations

from functools import lru_cache

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_names import Titled, country_of, titled
from truceline.reading.actors.actor_phrases import stretches
from truceline.reading.actors.actor_reading import (
    ActorReading,
    belongs,
    is_state_actor,
    organisation_of,
    owner_named,
    people_of,
    state_by_country,
    state_of,
)
from truceline.reading.actors.known_names import AREA_USE, is_state, row_of, word_set
from truceline.reading.actors.name_bounds import ORGANISATION, OTHER, PERSON, UNKNOWN, is_title
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.actors.name_use import ACTOR, PLACE, WEAK, capital_is_actor, does_it, use_of
from truceline.reading.actors.own_country import FOREIGN
from truceline.reading.places.place_lookup import countries_of
from truceline.vocabulary import rows

MODIFIERS = ("compound", "amod", "nmod:desc")
NO_ACTORS = word_set(
    "Convention Agreement Accord Accords Treaty Protocol Pact Communique Communiqué Resolution Act Plan Process War "
    "Summit Conference Prize Day Week Deal Framework Roadmap Declaration Initiative Report Fund Campaign Operation"
)
"""Last words of names that are no actors."""
NAMED_THINGS = word_set("Operation Hurricane Typhoon Cyclone Tropical Plan Project")
"""First words of names that are no actors."""
OF_A_STATE = ("head_of_state", "head_of_government")
FORMERLY = word_set("former ex late then-president ousted deposed vice deputy")
"""Words of titles whose bearers do not speak for a state now."""
OF_ITS_STATE = ("minister", "defence_secretary", "soldier", "police_officer", "governor", "parliament", "congress")
"""Titles whose bearer serves the state that the report is about, where it names no other."""


def read_name(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    """Note the actor that a name stands for, if it stands for one."""
    if name.type == PERSON or (sentence.index, name.first) in reading.who:
        _read_person(reading, sentence, name)
    elif is_state(name.known):
        _read_state(reading, sentence, name)
    elif name.known and name.known[0].use == AREA_USE:
        return
    elif name.known and row_of(name.known[0]).get("row") == "people":
        _read_people(reading, sentence, name)
    elif reading.places.at(sentence.index, name.head) is not None or _is_no_actor(name):
        return
    elif name.known or name.type == ORGANISATION or (name.type in (UNKNOWN, OTHER) and name.text in reading.short):
        _read_organisation(reading, sentence, name)


def _is_no_actor(name: NamePhrase) -> bool:
    words = name.text.split()
    return not name.known and (words[-1] in NO_ACTORS or (len(words) > 1 and words[0] in NAMED_THINGS))


def _put(reading: ActorReading, sentence: Sentence, name: NamePhrase, actor: Actor) -> None:
    """Set an actor at the words of its name."""
    for i in range(name.first, name.last + 1):
        reading.cast.spots.setdefault((sentence.index, i), (actor,))
    relation = sentence.words[name.head].relation
    aside = relation in MODIFIERS and is_state_actor(actor)
    reading.cast.quote(actor, sentence.index, name.first, name.last, aside=aside)
    actor.names.append(name.text)
    reading.memory.note(sentence, name.head, actor)


def _read_person(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    who = reading.who[sentence.index, name.first]
    actor = reading.cast.actor(who, name.text, "person", reading.person_countries.get(who))
    _put(reading, sentence, name, actor)
    for k in sentence.children(name.head, "nmod"):
        if k > name.last and any(sentence.words[c].text in ("of", "from") for c in sentence.children(k, "case")):
            belongs(reading, actor, sentence, k)  # "X of the Orlin Front"
    title = titled(sentence, name)
    if title is None:
        return
    if any(_is_word_of_title(reading, sentence, i) for i in range(title.first, name.first)):
        actor.titles.setdefault(title.title, []).append((sentence.index, title.first, name.first - 1))
    reading.cast.quote(actor, sentence.index, title.first, name.last)
    bare = _bare_title(reading, sentence, title.first, name.first)
    if bare < name.first:
        reading.cast.quote(actor, sentence.index, bare, name.last)
    rules = _is_of_ruler(title.title)
    for i in range(title.first, name.first):
        actor.words.add(sentence.words[i].lemma.casefold())
        belongs(reading, actor, sentence, i)
        if rules:
            _speaks_for_state(reading, sentence, i)
        spot = (sentence.index, i)
        reading.done.add(spot)
        if reading.at.get(spot) is None and sentence.words[i].upos in ("NOUN", "PROPN"):
            reading.cast.spots.setdefault(spot, (actor,))
    _mind_title(reading, actor, title)
    words = {sentence.words[i].lemma.casefold() for i in range(title.first, name.first)}
    if not actor.member_of and actor.titles and not words & FOREIGN:
        actor.guessed_country = actor.guessed_country or reading.likely_country


def _is_of_ruler(title: str) -> bool:
    """Tell whether a title is that of a head of state or government, in office."""
    words = {word for name, row in _title_rows() if name in OF_A_STATE for word in row["words"]}
    plain = f" {title} "
    return any(f" {w} " in plain for w in words) and not FORMERLY & set(title.casefold().split())


def _speaks_for_state(reading: ActorReading, sentence: Sentence, word: int) -> None:
    """Let a state count as an actor where its ruler acts: "the Kenyan President X signed"."""
    name = reading.at.get((sentence.index, word))
    if name is not None and name.last == word and is_state(name.known):
        state = state_of(reading, name.known[0].row)
        reading.cast.quote(state, sentence.index, name.first, name.last)
        if not state.names:
            state.names.append(rows("actors")[name.known[0].row]["names"][0])


def _bare_title(reading: ActorReading, sentence: Sentence, first: int, last: int) -> int:
    """Give the first word of the title itself, without adjectives and countries before it."""
    while first < last:
        word = sentence.words[first]
        plain = word.upos in ("ADJ", "PART", "PUNCT", "ADV") and not is_title(word.text)
        if not plain and (sentence.index, first) not in reading.at:
            return first
        first += 1
    return first


def _is_word_of_title(reading: ActorReading, sentence: Sentence, word: int) -> bool:
    return sentence.words[word].upos in ("NOUN", "PROPN") and (sentence.index, word) not in reading.at


def countries_of_persons(reading: ActorReading) -> None:
    """Learn the countries of persons from the titles that name one, wherever in the report they stand."""
    for sentence in reading.text.sentences:
        for name in reading.names.get(sentence.index, ()):
            title = titled(sentence, name) if name.type == PERSON else None
            if title is None:
                _learn_from_adjective(reading, sentence, name)
                continue
            inner = (reading.at.get((sentence.index, i)) for i in range(title.first, name.first))
            country = next((c for n in inner if n is not None and (c := country_of(n))), None)
            if country is not None:
                reading.person_countries.setdefault(reading.who[sentence.index, name.first], country)


def _learn_from_adjective(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    """Learn the country of a person from the adjective of the noun before the name: "the Kenyan writer X"."""
    at = name.first - 1
    if name.type != PERSON or at < 1 or sentence.words[at].upos != "NOUN":
        return
    adjective = reading.at.get((sentence.index, at - 1))
    country = country_of(adjective) if adjective is not None and adjective.known_as("adjectives") else None
    if country is not None:
        reading.person_countries.setdefault(reading.who[sentence.index, name.first], country)


def _mind_title(reading: ActorReading, actor: Actor, title: Titled) -> None:
    """Learn gender and, where nothing better is known, the country from a title."""
    words = set(title.title.replace(".", "").split())
    here = countries_of(reading.places.names)
    printed = f" {title.title.casefold()} "
    for name, row in _title_rows():
        if actor.country is None and row["countries"] and any(f" {w.casefold()} " in printed for w in row["words"]):
            likely = max(sorted(row["countries"]), key=lambda c: here[c])
            actor.guessed_country = likely if here[likely] else None
        if words & row["female"]:
            actor.gender = "female"
        elif words & row["male"]:
            actor.gender = "male"
        bound = name in OF_A_STATE or (name in OF_ITS_STATE and reading.likely_country is not None)
        if (
            actor.country is None
            and bound
            and not actor.member_of
            and any(f" {w} " in f" {title.title} " for w in row["words"])
        ):
            state = state_by_country(reading, reading.scene_country)
            actor.guessed_country = state.country if state is not None else None


@lru_cache(maxsize=1)
def _title_rows() -> tuple[tuple[str, dict[str, frozenset[str]]], ...]:
    """Give the words of every title row as sets, without dots."""
    return tuple(
        (
            name,
            {
                "female": frozenset(w.strip(".") for w in row.get("female", ())),
                "male": frozenset(w.strip(".") for w in row.get("male", ())),
                "countries": frozenset(row.get("countries", ())),
                "words": frozenset(row["words"]),
            },
        )
        for name, row in rows("titles").items()
    )


def _read_state(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    row, here = name.known[0].row, reading.places.at(sentence.index, name.head) is not None
    if name.known_as("names"):
        use = use_of(sentence, name)
        if use == ACTOR or (use != PLACE and name.known[0].short and not here):
            actor = state_of(reading, row)
            if sentence.words[name.head].relation not in MODIFIERS:
                actor.type = "state"
            _put(reading, sentence, name, actor)
        elif use == WEAK or not here:
            _put_aside(reading, sentence, name)
    elif name.known_as("capitals"):
        if not here and capital_is_actor(sentence, name):
            _put(reading, sentence, name, state_of(reading, row))
    elif name.known_as("seats"):
        if not here:
            _put(reading, sentence, name, state_of(reading, row))
    elif name.known_as("people") or sentence.words[name.head].relation.partition(":")[0] not in ("amod", "compound"):
        _read_people(reading, sentence, name)
    elif does_it(sentence, name):
        actor = state_of(reading, row)
        _put(reading, sentence, name, actor)
        reading.cast.quote(actor, sentence.index, name.first, name.last)
    else:
        _put_aside(reading, sentence, name)


def _put_aside(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    """Note a state's name that may be just the place; it is spoken of again if the state acts elsewhere."""
    reading.weak.append((sentence.index, name.head, name.known[0].row))
    actor = reading.cast.actors.get(("row", name.known[0].row))
    if actor is not None and actor.stretches and name.known_as("names"):
        reading.memory.note(sentence, name.head, actor)


def _read_people(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    """Note a people ("Kenyans", "the French"), unless its name only describes a noun."""
    word = sentence.words[name.head]
    if word.relation in MODIFIERS or word.relation.startswith("flat"):
        return
    is_many = name.known_as("people") is not None or word.xpos in ("NNS", "NNPS")
    if not is_many and not sentence.children(name.head, "det"):
        return  # "Catholic and Protestant clergymen"
    actor = people_of(reading, name.known[0].row, name.text)
    _put(reading, sentence, name, actor)
    for first, last in stretches(sentence, name.head):
        reading.cast.quote(actor, sentence.index, first, last)


def _spoken_of(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> Actor | None:
    """Give the actor whose name ended with the same word: "the Council" after "the Security Council"."""
    if name.known or " " in name.text or name.text.isupper():
        return None
    return reading.memory.latest(
        sentence, lambda a: any(n.endswith(f" {name.text}") for n in a.names) and not a.is_person
    )


def _read_organisation(reading: ActorReading, sentence: Sentence, name: NamePhrase) -> None:
    actor = _spoken_of(reading, sentence, name) or organisation_of(reading, name)
    _put(reading, sentence, name, actor)
    for short in rows("actors")[actor.row]["names"] if actor.row is not None else ():
        if name.text.endswith(f" {short}"):  # "Kenyan Red Cross"
            reading.cast.quote(actor, sentence.index, name.last - short.count(" "), name.last)
    actor.words.add(sentence.words[name.last].text.casefold())
    for k in sentence.children(name.head, "compound", "amod", "nmod"):
        if not name.first <= k <= name.last and (inner := reading.at.get((sentence.index, k))) is not None:
            owner = owner_named(reading, inner)
            actor.country = actor.country or (owner.country if owner is not None and not owner.is_person else None)
    after = sentence.words[name.last + 1 : name.last + 4]
    if [w.text for w in after[::2]] == ["(", ")"] and after[1].text in reading.short:
        reading.cast.quote(actor, sentence.index, name.first, name.last + 3)
