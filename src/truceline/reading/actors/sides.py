"""Who "both sides", "the parties" and "the two" are: the two actors last told to deal with or fight each other."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_reading import ActorReading, is_state_actor
from truceline.reading.actors.known_names import word_set

SIDES = word_set("side party belligerent adversary foe enemy rival")
PARTIES = word_set("party")
EACH = word_set("each either neither")
STATES = word_set("country nation government state neighbour neighbor")
PAIRING = word_set("between with against")
FIGHTING = ("forces", "fighters", "government", "militias", "group")
"""Kinds of described actors that can be a side."""
CONTENDING = ("armed_group", "government", "state", "security_force", "alliance", "organisation")
"""Types of actors that can be a side."""


def note_pair(reading: ActorReading, sentence: Sentence) -> None:
    """Remember the last two actors that a sentence joins: "A and B agreed", "between A and B", "A fought with B"."""
    for i, word in enumerate(sentence.words):
        relation = word.relation.partition(":")[0]
        if relation not in ("conj", "obl", "nmod", "obj") or (second := _contender(reading, sentence, i)) is None:
            continue
        first: Actor | None = None
        if relation == "conj":
            first = _contender(reading, sentence, word.head)
        elif relation == "obj" or any(sentence.words[k].lemma in PAIRING for k in sentence.children(i, "case")):
            subject = next(iter(sentence.children(word.head, "nsubj")), None)
            first = _contender(reading, sentence, subject) if subject is not None else None
        if first is not None and first is not second:
            reading.pair = (first, second)
            reading.first_pair = reading.first_pair or reading.pair


def _contender(reading: ActorReading, sentence: Sentence, word: int) -> Actor | None:
    actor = reading.cast.at(sentence.index, word)
    if actor is None or actor.type not in CONTENDING:
        return None
    return actor if actor.row is not None or actor.kind in FIGHTING else None


def read_sides(reading: ActorReading, sentence: Sentence, noun: int) -> tuple[Actor, ...]:
    """Give the two actors that "both sides" or "the two parties" means, none where it means something else."""
    word = sentence.words[noun]
    if word.lemma not in SIDES | STATES or word.xpos not in ("NN", "NNS"):
        return ()
    note_pair(reading, sentence)
    one_by_one = word.xpos == "NN"
    about = {sentence.words[k].text.casefold() for k in sentence.children(noun, "det", "nummod", "amod", "det:predet")}
    if one_by_one:  # "each side", "neither party"
        return _pair(reading, sentence, noun) if about & EACH and word.lemma in SIDES else ()
    if not about & {"both", "two", "the", "warring", "opposing", "rival"} or about & {"other", "all", "political"}:
        return ()
    if word.lemma in STATES and not all(a.type in ("state", "government") for a in reading.pair or ()):
        return ()
    followed = sentence.children(noun, "nmod", "acl", "acl:relcl")
    meant = (
        word.lemma == "side"
        or (word.lemma in PARTIES and len(about) == 1 and not followed)
        or about & {"both", "two", "warring"}
    )
    return _pair(reading, sentence, noun) if meant else ()


def _pair(reading: ActorReading, sentence: Sentence, noun: int) -> tuple[Actor, ...]:
    """Give the two that deal with each other, or note that they are yet to be found."""
    if reading.pair is None and sentence.words[noun].lemma in SIDES:
        reading.unpaired.append((sentence.index, noun))
    return reading.pair or ()


def settle_sides(reading: ActorReading) -> None:
    """Let sides told of before anybody mean those told to deal with each other later, or the state and its enemy."""
    pair = reading.first_pair or _opponents(reading) if reading.unpaired else None
    for spot in reading.unpaired if pair is not None else ():
        reading.cast.spots.setdefault(spot, pair or ())


def _opponents(reading: ActorReading) -> tuple[Actor, Actor] | None:
    """Give the armed group and the government that a report names most, where it names one of each often."""
    armed = [a for a in reading.cast.actors.values() if a.type == "armed_group" and a.row is not None]
    ruling = [a for a in reading.cast.actors.values() if is_state_actor(a) or (a.kind == "government" and a.named)]
    home = [a for a in ruling if a.country is not None and a.country == reading.scene_country] or ruling
    if not armed or not home:
        return None
    one, other = (max(found, key=lambda a: (len(a.stretches), a.key)) for found in (armed, home))
    return (one, other) if one.stretches and other.stretches else None
