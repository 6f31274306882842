"""Deeds that are several: prisoners of two sides exchanged or released in one phrase, one commitment each."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reading.counted import class_of
from truceline.reading.principals import principals
from truceline.reading.promised import topics
from truceline.reading.scene import AmountMention, Scene
from truceline.reading.terms import Term


@dataclass(frozen=True)
class Part:
    """One part of a deed: its amount, and who is not bound by it."""

    term: Term
    amount: AmountMention | None
    obligor_not: tuple[str, ...] = ()


def exchanged(scene: Scene, term: Term) -> list[Part]:
    """Split "the exchange of 200 rebels for 50 soldiers" and "release 200 rebels along with 50 soldiers"."""
    deed = term.deed
    sentence = deed.sentence
    if topics().get(sentence.words[deed.word].lemma.lower()) != "release":
        return [Part(term, None)]
    below = sentence.subtree(deed.word)
    last = below[-1]
    people = [
        m
        for m in scene.amounts
        if m.sentence == sentence.index and deed.word < m.first <= last + 1 and class_of(m.amount.unit) == "people"
    ]
    people = [m for i, m in enumerate(people) if not i or m.noun != people[i - 1].noun]
    if len(people) != 2:
        return [Part(term, None)]
    if deed.agents or not term.agreement:
        return [Part(term, people[0]), Part(term, people[1])]
    first = affiliation(scene, term, people[0])
    return [Part(term, people[0], first), Part(term, people[1], tuple(_others(scene, term, first)))]


def affiliation(scene: Scene, term: Term, mention: AmountMention) -> tuple[str, ...]:
    """Give whose people the prisoners are."""
    sentence = term.deed.sentence
    end = mention.last if mention.noun is None else mention.noun
    words = range(mention.first, end + 1)
    return principals(scene, tuple(k for w in words for k in scene.actors.at(sentence.index, w)))


def _others(scene: Scene, term: Term, first: tuple[str, ...]) -> list[str]:
    """Give the sides that the second lot of prisoners does not bind: all but those of the first lot."""
    return [a.key for a in scene.actors.mentions if a.key not in first]
