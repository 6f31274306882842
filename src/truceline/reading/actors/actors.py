"""Actors of a report: all forms of one actor together, who is meant at every word that stands for one."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor, Cast
from truceline.reading.actors.actor_names import persons, short_forms
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.coreference import PRONOUNS, agrees, relative_antecedent
from truceline.reading.actors.described_actors import read_any, read_noun
from truceline.reading.actors.first_person import read_first_person
from truceline.reading.actors.known_as import same_persons
from truceline.reading.actors.name_bounds import PERSON
from truceline.reading.actors.named_actors import countries_of_persons, read_name
from truceline.reading.actors.own_country import settle_countries
from truceline.reading.actors.sides import note_pair, read_sides, settle_sides
from truceline.reading.actors.told_actors import read_teller
from truceline.reading.scene import Actors, Places, Text


def read_actors(text: Text, places: Places) -> Actors:
    """Find the actors of a report."""
    people = tuple(n for n in places.names if n.type == PERSON)
    short = short_forms(text.sentences, places.names)
    who = same_persons(text.sentences, places.names, persons(people))
    reading = ActorReading(text, places, Cast(text), who, short)
    countries_of_persons(reading)
    for sentence in text.sentences:
        _read_sentence(reading, sentence)
    read_first_person(reading)
    settle_sides(reading)
    settle_countries(reading)
    reading.cast.settle()
    _settle_weak(reading)
    spots = {spot: tuple(a.key for a in meant if a.stretches) for spot, meant in reading.cast.spots.items()}
    return Actors(reading.cast.mentions(), {spot: keys for spot, keys in spots.items() if keys})


def _read_sentence(reading: ActorReading, sentence: Sentence) -> None:
    """Read a sentence: names first, since descriptions lean on them, then nouns and pronouns from left to right."""
    seen = reading.memory.seen
    start = len(seen)
    for name in reading.names.get(sentence.index, ()):
        read_name(reading, sentence, name)
    named = sorted(seen[start:], key=lambda s: s.word)
    del seen[start:]
    for i, word in enumerate(sentence.words):
        while named and named[0].word <= i:
            seen.append(named.pop(0))
        if word.upos in ("NOUN", "ADJ", "PROPN"):
            if read_noun(reading, sentence, i) is None:
                if both := read_sides(reading, sentence, i):
                    reading.cast.spots[sentence.index, i] = both
                else:
                    read_teller(reading, sentence, i)
        elif word.upos == "PRON":
            _read_pronoun(reading, sentence, i)
    seen.extend(named)
    note_pair(reading, sentence)


def _read_pronoun(reading: ActorReading, sentence: Sentence, pronoun: int) -> None:
    """Set the actor that a pronoun means."""
    text = sentence.words[pronoun].text.casefold()
    actor: Actor | None = None
    if text in PRONOUNS:
        actor = _ahead(reading, sentence, pronoun) or reading.memory.meant_by(sentence, pronoun)
    elif (noun := relative_antecedent(sentence, pronoun)) is not None:
        actor = read_any(reading, sentence, noun) or _just_before(reading, sentence, pronoun)
    if actor is not None:
        reading.cast.spots[sentence.index, pronoun] = (actor,)
        reading.memory.note(sentence, pronoun, actor)


def _just_before(reading: ActorReading, sentence: Sentence, pronoun: int) -> Actor | None:
    """Give the actor that stands right before a relative pronoun, where the tree hangs the clause elsewhere."""
    before = pronoun - 1
    while before > 0 and sentence.words[before].text in (",", "—", "–", "(", "-"):
        before -= 1
    return reading.cast.at(sentence.index, before) if before >= 0 else None


def _ahead(reading: ActorReading, sentence: Sentence, pronoun: int) -> Actor | None:
    """Give the subject that follows a possessive in a phrase before it: "For its part, the army denied it"."""
    word = sentence.words[pronoun]
    if word.relation != "nmod:poss" or sentence.words[word.head].head < 0:
        return None
    verb = sentence.words[word.head].head
    subject = next(iter(sentence.children(verb, "nsubj")), None)
    if subject is None or subject < word.head or not sentence.words[word.head].relation.startswith("obl"):
        return None
    actor = reading.cast.at(sentence.index, subject)
    return actor if actor is not None and agrees(word.text.casefold(), actor) else None


def _settle_weak(reading: ActorReading) -> None:
    """Let a country's name in an open position mean its state too, where the report has that state as an actor."""
    for sentence, word, row in reading.weak:
        actor = reading.cast.actors.get(("row", row))
        if actor is not None and actor.stretches:
            reading.cast.spots.setdefault((sentence, word), (actor,))
            name = reading.at[sentence, word]
            if actor.type == "state" and name.known_as("names"):
                reading.cast.quote(actor, sentence, name.first, name.last)
