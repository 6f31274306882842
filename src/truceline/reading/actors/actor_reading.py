"""What is at hand while actors are read, and the actor behind a name: a state, a people, an organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor, Cast, Identity
from truceline.reading.actors.actor_names import organisation, organisation_type
from truceline.reading.actors.actor_types import kinds, plain_lemma
from truceline.reading.actors.coreference import Memory
from truceline.reading.actors.known_names import AREA_USE, is_state, known_names, row_of
from truceline.reading.actors.name_bounds import ORGANISATION, PERSON
from truceline.reading.actors.name_phrase import NamePhrase
from truceline.reading.actors.scene_country import main_country
from truceline.reading.scene import Places, Text
from truceline.vocabulary import rows

PLURAL_TYPES = ("armed_group", "population")
"""Types of actors whose name may be a plural: the Houthis, the Maoists."""


FORCES = ("forces", "police")
"""Kinds of actors of which a state has one body each."""
LIKELY = 0.4
"""Share of a report's names from which on its country is that of the people it describes."""


@dataclass
class ActorReading:
    """The report, the names in it, and the actors found so far."""

    text: Text
    places: Places
    cast: Cast
    who: dict[tuple[int, int], Identity]
    """The person behind a name, by sentence and first word."""
    short: dict[str, Identity]
    """Short forms that the report introduces."""
    names: dict[int, list[NamePhrase]] = field(default_factory=dict)
    at: dict[tuple[int, int], NamePhrase] = field(default_factory=dict)
    """Name phrase by sentence and word."""
    memory: Memory = field(default_factory=Memory)
    done: set[tuple[int, int]] = field(default_factory=set)
    """Nouns already looked at."""
    pair: tuple[Actor, Actor] | None = None
    """The two actors last told to deal with each other."""
    first_pair: tuple[Actor, Actor] | None = None
    """The first two told to deal with each other."""
    unpaired: list[tuple[int, int]] = field(default_factory=list)
    """Sentence and word of "both sides" told of before anybody that they could be."""
    person_countries: dict[Identity, str] = field(default_factory=dict)
    """Countries of persons, by titles anywhere in the report."""
    weak: list[tuple[int, int, str]] = field(default_factory=list)
    """Sentence, word and row of states whose name may also be just the place."""

    @property
    def likely_country(self) -> str | None:
        """Give the country of people of whom nothing else is told, None where the report is about several countries."""
        return self.scene_country if self.scene_share >= LIKELY else None

    def __post_init__(self) -> None:
        for name in self.places.names:
            self.names.setdefault(name.sentence, []).append(name)
            for i in range(name.first, name.last + 1):
                self.at.setdefault((name.sentence, i), name)
        self.scene_country, self.scene_share = main_country(self.text, self.places)


def state_of(reading: ActorReading, row: str) -> Actor:
    """Give the actor of a state and its government."""
    data = rows("actors")[row]
    actor = reading.cast.actor(("row", row), data["names"][0], "government", data.get("country"))
    actor.row = row
    return actor


def state_by_country(reading: ActorReading, country: str | None) -> Actor | None:
    """Give the actor of the state with a country code."""
    row = _states().get(country) if country is not None else None
    return state_of(reading, row) if row is not None else None


@cache
def _states() -> dict[str, str]:
    """Give the rows of states by country code, the first row of each."""
    states = (
        (row["country"], name) for name, row in rows("actors").items() if row["row"] == "state" and "country" in row
    )
    return dict(reversed(list(states)))


def is_state_actor(actor: Actor) -> bool:
    """Tell whether an actor is a state with its government."""
    return actor.row is not None and rows("actors")[actor.row]["row"] == "state" and actor.identity[0] == "row"


def people_of(reading: ActorReading, row: str, name: str) -> Actor:
    """Give the actor of a people or of a state's inhabitants."""
    actor = reading.cast.actor(("people", row), name, "population", rows("actors")[row].get("country"))
    actor.many = True
    return actor


def organisation_of(reading: ActorReading, name: NamePhrase) -> Actor:
    """Give the actor of an organisation's or group's name."""
    identity = organisation(name, reading.short)
    row = identity[1] if identity[0] == "row" else None
    if not isinstance(row, str):
        if (force := _force_of_state(reading, name)) is not None:
            return force
        actor = reading.cast.actor(identity, name.text, organisation_type(name.text))
        actor.country = actor.country or _country_inside(reading, name)
        if actor.type in ("government", "security_force"):
            actor.guessed_country = reading.likely_country
        return actor
    data = rows("actors")[row]
    actor = reading.cast.actor(identity, data["names"][0], data["type"], data.get("country"))
    actor.row = row
    actor.many = actor.many or (name.text.endswith("s") and not name.text.isupper() and data["type"] in PLURAL_TYPES)
    parent = reading.cast.actors.get(("row", data.get("member_of")))
    if parent is not None and parent.key not in actor.member_of:
        actor.member_of.append(parent.key)
    return actor


def _force_of_state(reading: ActorReading, name: NamePhrase) -> Actor | None:
    """Give the army or police that a name in capitals calls but by its country: "the Kenyan Army"."""
    sentence = reading.text.sentences[name.sentence]
    kind = next((k for k in kinds().get(plain_lemma(sentence.words[name.last]), ()) if k.name in FORCES), None)
    first = next((f for f in known_names(sentence) if f.first == name.first and is_state(f.known)), None)
    if kind is None or first is None or not first.last < name.last:
        return None
    if any(w.text.casefold() not in ("armed", "security") for w in sentence.words[first.last + 1 : name.last]):
        return None
    state = state_of(reading, first.known[0].row)
    actor = reading.cast.actor(("described", state.key, kind.name), name.text, kind.type, state.country)
    actor.kind, actor.many = kind.name, True
    join(actor, state)
    return actor


def _country_inside(reading: ActorReading, name: NamePhrase) -> str | None:
    """Give the country whose name or adjective stands in an organisation's name."""
    inner = (
        f for f in known_names(reading.text.sentences[name.sentence]) if name.first <= f.first and f.last <= name.last
    )
    states = (f for f in inner if is_state(f.known) or row_of(f.known[0]).get("row") == "people")
    return next((c for f in states if (c := row_of(f.known[0]).get("country"))), None)


def owner_named(reading: ActorReading, name: NamePhrase) -> Actor | None:
    """Give the actor that a name stands for as an owner; a country's name or adjective means its state."""
    if name.type == PERSON:
        return reading.cast.actors.get(reading.who[name.sentence, name.first])
    if is_state(name.known):
        return state_of(reading, name.known[0].row)
    if name.known and name.known[0].use == AREA_USE:
        return None
    if name.known and row_of(name.known[0]).get("row") == "people":
        return people_of(reading, name.known[0].row, name.text)
    return organisation_of(reading, name) if name.known or name.type == ORGANISATION else None


def belongs(reading: ActorReading, actor: Actor, sentence: Sentence, word: int) -> None:
    """Note the state or group that a word of an actor's description names."""
    name = reading.at.get((sentence.index, word))
    if name is None or name.type == PERSON:
        return
    owner = owner_named(reading, name)
    if owner is not None:
        join(actor, owner)


def join(actor: Actor, owner: Actor) -> None:
    """Make an actor a member of another, and of its country if it has none."""
    actor.country = actor.country or owner.country
    if owner.key != actor.key and owner.key not in actor.member_of:
        actor.member_of.append(owner.key)
