"""Who "both sides", "the parties" and "the two" are: the two actors last told to deal with or fight each other."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.known_names import word_set

SIDES = word_set("side party belligerent adversary foe enemy rival")
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
    if reading.pair is None:
        return ()
    one_by_one = word.xpos == "NN"
    about = {sentence.words[k].text.casefold() for k in sentence.children(noun, "det", "nummod", "amod", "det:predet")}
    if one_by_one:  # "each side", "neither party"
        return reading.pair if about & EACH and word.lemma in SIDES else ()
    if not about & {"both", "two", "the", "warring", "opposing", "rival"} or about & {"other", "all", "political"}:
        return ()
    if word.lemma in STATES and not all(a.type in ("state", "government") for a in reading.pair):
        return ()
    return reading.pair if word.lemma == "side" or about & {"both", "two", "warring"} else ()
