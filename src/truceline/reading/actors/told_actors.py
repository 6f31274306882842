"""Those of whom a report says nothing but that they spoke: "the ombudsman's office said", "her brother told us"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.actor_phrases import LONGEST, determiner, stretches
from truceline.reading.actors.actor_reading import ActorReading
from truceline.reading.actors.actor_types import PLURAL, plain_lemma
from truceline.reading.actors.bare_actors import BARE_REACH
from truceline.reading.statements.cue_rows import tells, word_class

KNOWN = frozenset({"the", "this", "that", "its"})
NAMELESS = frozenset({"organisation", "organization", "charity", "agency", "watchdog", "group", "institute", "centre"})
"""Nouns for a body that was named before."""
NEVER = frozenset({"side", "party", "state", "country", "people", "person"})
"""Nouns that stand for somebody else, or for anybody."""
SOMEBODY = ("er", "or", "ist", "ian", "man", "woman", "ant", "son", "mother", "father", "sister")
"""Endings of nouns for one human being."""


def read_teller(reading: ActorReading, sentence: Sentence, noun: int) -> Actor | None:
    """Note an actor of its own, or one named before, where a noun that is no kind of actor tells something."""
    word = sentence.words[noun]
    lemma = plain_lemma(word)
    plain = word.upos == "NOUN" or (word.upos == "PROPN" and (word.text.islower() or not sentence.name_at(noun)))
    if not plain or lemma in NEVER or lemma not in word_class("who_speaks") or not _tells(sentence, noun):
        return None
    if reading.at.get((sentence.index, noun)) is not None or reading.places.at(sentence.index, noun) is not None:
        return None
    actor = _named_before(reading, sentence, noun, lemma) or _somebody(reading, sentence, noun, lemma)
    reading.cast.spots[sentence.index, noun] = (actor,)
    actor.words.add(lemma)
    for first, last in stretches(sentence, noun):
        if last - first < LONGEST:
            reading.cast.quote(actor, sentence.index, first, last)
    reading.memory.note(sentence, noun, actor)
    return actor


def _tells(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is the subject of a verb of speech that has what is said, or behind "according to"."""
    word = sentence.words[noun]
    if word.head < 0:
        return False
    if "according" in {sentence.words[k].text.lower() for k in sentence.children(noun, "case")}:
        return True
    above = sentence.words[word.head]
    if word.relation == "nmod" and above.lemma.lower() in word_class("accounts"):  # "by the count of the staff"
        return any(sentence.words[k].text.lower() == "by" for k in sentence.children(word.head, "case"))
    content = sentence.children(word.head, "ccomp", "parataxis", "xcomp") or above.relation == "parataxis"
    return word.relation == "nsubj" and bool(content) and tells(sentence, word.head)


def _named_before(reading: ActorReading, sentence: Sentence, noun: int, lemma: str) -> Actor | None:
    """Give the body that "the commission" or "the organisation" means."""
    if determiner(sentence, noun) not in KNOWN or sentence.children(noun, "nmod", "compound", "amod"):
        return None
    same = reading.memory.latest(
        sentence, lambda a: not a.is_person and any(lemma in name.casefold().split() for name in a.names), BARE_REACH
    )
    if same is not None or lemma not in NAMELESS:
        return same or reading.memory.latest(sentence, lambda a: lemma in a.words, BARE_REACH)
    return reading.memory.latest(sentence, lambda a: a.named and a.type == "organisation", BARE_REACH)


def _somebody(reading: ActorReading, sentence: Sentence, noun: int, lemma: str) -> Actor:
    first, last = stretches(sentence, noun)[-1]
    name = " ".join(word.text for word in sentence.words[first : last + 1])
    many = sentence.words[noun].xpos in PLURAL
    type_ = "other" if many else "person" if lemma.endswith(SOMEBODY) else "organisation"
    actor = reading.cast.actor(("teller", None, name.casefold(), many), name, type_)
    actor.named, actor.many = False, many
    actor.guessed_country = reading.likely_country
    return actor
