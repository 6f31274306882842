"""Those who are described as somebody's: a state's soldiers, a group's fighters, the troops of each of two states."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor, Identity
from truceline.reading.actors.actor_phrases import has_other, stretches
from truceline.reading.actors.actor_reading import (
    ActorReading,
    is_state_actor,
    join,
    owner_named,
    people_of,
    state_by_country,
)
from truceline.reading.actors.actor_types import Kind, is_plural
from truceline.reading.actors.bare_actors import FROM_ANYWHERE, has_needs, new_actor, type_of
from truceline.reading.actors.known_names import is_state, row_of, word_set
from truceline.reading.actors.name_phrase import NamePhrase

SAME_BODY = ("parties", "group", "militias", "allies", "aid", "business")
"""Kinds whose noun after a name only says what the named body is."""
INHABITANTS = word_set("people citizen population public")
BETWEEN = 2
"""Words that may stand between the last owner and the noun: "Kenyan and Somali special forces"."""


def owned(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind, owner: Actor) -> Actor:
    """Tell who is described as somebody's: the group or government itself, or an actor of its own."""
    many, lemma = is_plural(sentence, noun, kind), sentence.words[noun].lemma.casefold()
    itself = itself_of(reading, kind, owner) if many and not has_other(sentence, noun) else None
    if kind.name in SAME_BODY and sentence.words[noun - 1].head == noun and owner.names and not owner.is_person:
        beside = reading.cast.at(sentence.index, noun - 1)
        if beside is owner and sentence.words[noun].xpos == "NN" and not is_state_actor(owner):
            itself = owner  # "the Orlin Unity party"
    if itself is not None:
        return itself
    if kind.name == "population" and many and is_state_actor(owner) and lemma in INHABITANTS:
        first, last = stretches(sentence, noun)[-1]
        return people_of(reading, str(owner.row), " ".join(w.text for w in sentence.words[first : last + 1]))
    type_ = type_of(kind, many)
    if owner.type == "armed_group" and kind.name == "splinters":
        type_ = "armed_group"
    what: Identity = ("described", owner.key, kind.name if many and kind.type != "person" else lemma)
    actor = new_actor(reading, sentence, noun, what, type_)
    actor.kind, actor.many = kind.name, many
    if kind.name in ("allies", "sides", "sources"):
        return actor
    join(actor, owner)
    if actor.country is None and owner.is_person and kind.name not in FROM_ANYWHERE:
        actor.guessed_country = reading.likely_country
    return actor


def itself_of(reading: ActorReading, kind: Kind, owner: Actor) -> Actor | None:
    """Give the owner where the description means nobody else: a state's officials, a group's fighters."""
    if kind.of_state == "itself":
        if is_state_actor(owner) or owner.kind == "government":
            return owner
        if owner.is_person:
            return state_by_country(reading, owner.country or owner.guessed_country)
    if owner.type == "security_force" and kind.name in ("forces", "police") and owner.row is not None:
        return owner
    return owner if owner.type == "armed_group" and kind.of_group == "itself" else None


def of_each(reading: ActorReading, sentence: Sentence, noun: int, kind: Kind) -> list[Actor]:
    """Give those of each owner where several are joined before a plural: "Kenyan and Somali forces" are two actors."""
    if sentence.words[noun].xpos not in ("NNS", "NNPS") or (kind.loose and not has_needs(sentence, noun, kind)):
        return []
    found = []
    for name in _joined_before(reading, sentence, noun):
        owner = owner_named(reading, name)
        if owner is None or owner.is_person:
            return []
        actor = owned(reading, sentence, noun, kind, owner)
        reading.cast.quote(actor, sentence.index, name.first, noun)
        found.append(actor)
    return list({actor.key: actor for actor in found}.values())


def _joined_before(reading: ActorReading, sentence: Sentence, noun: int) -> list[NamePhrase]:
    """Give the names joined by "and" before a noun, in order; none where fewer than two are."""
    ending = {n.last: n for n in reading.names.get(sentence.index, ())}
    words, i, found, joined = sentence.words, noun - 1, list[NamePhrase](), False
    while i >= 0 and i not in ending and noun - i <= BETWEEN and words[i].text.islower() and words[i].upos != "CCONJ":
        i -= 1
    while i >= 0 and (name := ending.get(i)) is not None and _tells_whose(sentence, name):
        found.insert(0, name)
        i = name.first - 1
        while i >= 0 and words[i].text in ("and", ",", "&"):
            joined |= words[i].text != ","
            i -= 1
    return found if joined and len(found) > 1 else []


def _tells_whose(sentence: Sentence, name: NamePhrase) -> bool:
    """Tell whether a known name stands before a noun as its owner, not as a place or a party of its own."""
    if not name.known or sentence.children(name.head, "case"):
        return False
    state = is_state(name.known) or row_of(name.known[0]).get("row") == "people"
    return not state or bool(name.known_as("adjectives")) or name.known[0].short
