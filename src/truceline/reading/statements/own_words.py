"""What a publisher says of itself: "we demand" in a communiqué is its issuer's word, "I asked" in a column nobody's."""

from __future__ import annotations

from truceline.reading.scene import Actors, Text
from truceline.reading.statements.cue_rows import word_class

FIRST_PERSON = frozenset({"i", "we", "my", "our"})
ONE = frozenset({"i", "my"})
ACTING = frozenset({"demand", "promise", "threaten", "deny", "accuse", "other", "concede"})
"""Stances by which a communiqué does something; what it only asserts is its own voice, as in every report."""
BY = frozenset({"by", "of", "from"})


def is_first_person(word: str) -> bool:
    """Tell whether a word means whoever speaks."""
    return word.lower() in FIRST_PERSON


def does_something(speaker: str, stance: str) -> bool:
    """Tell whether the publisher's own words are a statement to be kept: "we call on", not "I said"."""
    return speaker.lower() not in ONE and stance in ACTING


def issuer_of(text: Text, actors: Actors) -> tuple[str, ...]:
    """Give who issues a report: named in its headline behind "Statement by", or its publisher."""
    for sentence in text.sentences:
        if sentence.part != "headline":
            continue
        for number, word in enumerate(sentence.words):
            if word.lemma.lower() not in word_class("documents"):
                continue
            for k in sentence.children(number, "nmod"):
                cases = {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")}
                if cases & BY and (keys := _whole(text, actors, sentence.index, k)):
                    return keys
    publisher = (text.document.publisher or "").casefold().removeprefix("the ")
    return next(((a.key,) for a in actors.mentions if publisher and a.name.casefold() == publisher), ())


def _whole(text: Text, actors: Actors, sentence: int, word: int) -> tuple[str, ...]:
    """Give the actor named by a phrase: the group for which a spokesman stands, else whom its head names."""
    tree = text.sentences[sentence]
    for k in tree.children(word, "nmod"):
        if keys := actors.at(sentence, k):
            return keys[:1]
    return actors.at(sentence, word)[:1]
