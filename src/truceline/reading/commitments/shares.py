"""Deeds that are several: prisoners of two sides exchanged or released in one phrase, one commitment each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from truceline.domain.sentences import Sentence
from truceline.reading.commitments.bound import HELD
from truceline.reading.commitments.deeds import topics
from truceline.reading.commitments.principals import namesakes, principals
from truceline.reading.commitments.terms import Term
from truceline.reading.figures.counted import class_of
from truceline.reading.scene import AmountMention, Scene


@dataclass(frozen=True)
class Part:
    """One part of a deed: its amount, who is bound by it where that follows, its own words where they stand apart."""

    term: Term
    amount: AmountMention | None
    obligors: tuple[str, ...] | None = None
    span: tuple[int, int] | None = None
    cut: int | None = None
    """Where the other things begin that the same verb tells."""


def parts_of(scene: Scene, term: Term, parties: tuple[str, ...]) -> list[Part]:
    """Split "exchange 200 rebels for 50 soldiers" and "hand over a third by May, the rest by July" into their parts."""
    split = _stages(scene, term) or _exchanged(scene, term, parties) or _each_number(scene, term)
    return split or _each_by_its_day(term) or [Part(term, None)]


def _each_number(scene: Scene, term: Term) -> list[Part]:
    """Read bare numbers that do the same side by side: "up to 5,000 and up to 1,000 go free"."""
    sentence, deed = term.deed.sentence, term.deed
    start = deed.cue if deed.cue < deed.word else -1
    counts = [m for m in scene.amounts if m.sentence == sentence.index and m.noun is None]
    counts = [m for m in counts if start < m.first < deed.word and class_of(m.amount.unit) not in ("time", "times")]
    if len(counts) < 2:
        return []
    held = {i for m in counts for i in range(m.first, m.last + 1)}
    between = [sentence.words[i] for i in range(counts[0].first, deed.word) if i not in held]
    return [Part(term, m) for m in counts] if all(w.upos in ("CCONJ", "PUNCT", "AUX", "PART") for w in between) else []


def _each_by_its_day(term: Term) -> list[Part]:
    """Read things that are each due on a day of their own: "clear the temples within 30 days, schools within 160"."""
    sentence, deed = term.deed.sentence, term.deed
    below = set(sentence.subtree(deed.word))
    days = [(a, b) for a, b in sentence.times if a in below and b > deed.word]
    bare = [i for i in below if i > deed.word and sentence.words[i].xpos == "CD" and not _timed(sentence, i)]
    days += [(i, i) for i in bare if sentence.words[i - 1].lemma in ("within", "after", "by")]
    things = [k for o in sentence.children(deed.word, "obj") for k in sentence.children(o, "conj")]
    things += [k for k in sentence.children(deed.word, "parataxis", "conj", "obl", "list") if k > deed.word]
    things += [a for k in sentence.children(deed.word, "obl") for a in sentence.children(k, "appos")]
    things += [c for k in things for c in sentence.children(k, "conj")]
    found: list[Part] = []
    for k in sorted(set(things)):
        noun = sentence.words[k].upos in ("NOUN", "PROPN") and not sentence.children(k, "cop", "nsubj", "case")
        own = next((d for d in days if 0 < d[0] - k <= 3), None)
        before = next((d for d in days if d[1] < k), None)
        if noun and own and before and not any(sentence.words[i].upos == "VERB" for i in range(k, own[0])):
            first = min((i for i in sentence.subtree(k) if i > before[1] and not _joint(sentence, i)), default=k)
            if (
                sentence.words[first].lemma.lower() not in topics()
            ):  # a verb taken for an adjective: "and free prisoners"
                found.append(Part(term, None, span=(first, own[1])))
    if not found:
        return []
    return [Part(term, None, cut=min(p.span[0] for p in found if p.span)), *found]


def _timed(sentence: Sentence, at: int) -> bool:
    return any(a <= at <= b for a, b in sentence.times)


def _joint(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].upos in ("PUNCT", "CCONJ")


def _stages(scene: Scene, term: Term) -> list[Part]:
    """Read amounts that are each due on a day of their own."""
    sentence = term.deed.sentence
    counts = [m for m in scene.amounts if m.sentence == sentence.index and m.first > term.deed.word]
    counts = [m for m in counts if class_of(m.amount.unit) not in ("time", "times", "groups")]
    found: list[Part] = []
    for m in counts:
        due = next((d for d in scene.dates if d.sentence == sentence.index and 0 < d.first - m.last <= 8), None)
        between = range(m.last + 1, due.first) if due else range(0)
        if due and not any(c.first in between for c in counts) and not any(_stop(sentence, i) for i in between):
            found.append(Part(term, m, span=(m.first, due.last)))
    if len(found) < 2 or any(_far(a, b) for a, b in pairwise(found)):
        return []
    for i, word in enumerate(sentence.words):
        due = next((d for d in scene.dates if d.sentence == sentence.index and 0 < d.first - i <= 4), None)
        if word.lemma in ("rest", "remainder") and due and i > (found[-1].span or (0, 0))[1]:
            found.append(Part(term, None, span=(i, due.last)))
    return found


def _far(one: Part, other: Part) -> bool:
    """Tell whether two amounts are no stages of one deed: of other things, or not side by side."""
    if one.amount is None or other.amount is None or one.span is None:
        return True
    return one.amount.amount.unit != other.amount.amount.unit or other.amount.first - one.span[1] > 4


def _stop(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].upos == "VERB" or sentence.words[at].text in (";", ",")


def _exchanged(scene: Scene, term: Term, parties: tuple[str, ...]) -> list[Part]:
    """Read prisoners of two sides released or exchanged in one phrase."""
    deed = term.deed
    sentence = deed.sentence
    if topics().get(sentence.words[deed.word].lemma.lower()) != "release":
        return []
    others = _in_other_clauses(sentence, deed.word)
    below = set(sentence.subtree(deed.word)) - others
    last = max(i for i in below if not any(deed.word < k < i for k in others))
    people = [m for m in scene.amounts if m.sentence == sentence.index and class_of(m.amount.unit) == "people"]
    people = [m for m in people if m.first in below or deed.word < m.first <= last + 1]
    people = [m for i, m in enumerate(people) if not i or m.noun != people[i - 1].noun or m.noun is None]
    if len(people) != 2:
        return []
    if (deed.agents and not deed.passive) or not term.agreement:
        return [Part(term, people[0]), Part(term, people[1])]
    holders = _holders(scene, term, people[0], people[1].first), _holders(scene, term, people[1], last + 1)
    first = holders[0] or (tuple(p for p in parties if p not in holders[1]) if holders[1] else ())
    if not first:
        theirs = affiliation(scene, term, people[0])
        first = tuple(p for p in parties if p not in theirs) if set(theirs) & set(parties) else ()
    second = holders[1] or (tuple(p for p in parties if p not in first) if first else ())
    return [Part(term, people[0], first), Part(term, people[1], second)]


def _in_other_clauses(sentence: Sentence, verb: int) -> set[int]:
    """Give the words of clauses with a subject of their own: "will free 30 men, and the other side will free two"."""
    clauses = sentence.children(verb, "conj", "advcl", "parataxis", "ccomp")
    own = [k for k in clauses if sentence.children(k, "nsubj", "nsubj:pass")]
    return {w for k in own for w in sentence.subtree(k)}


def _holders(scene: Scene, term: Term, mention: AmountMention, end: int) -> tuple[str, ...]:
    """Give who holds the people: "held by the rebels", "held in Israeli prisons"."""
    sentence = term.deed.sentence
    for i in range(mention.first, min(end, len(sentence.words))):
        if sentence.words[i].lemma in HELD and sentence.words[i].upos == "VERB":
            below = [w for w in sentence.subtree(i) if w > i and w < end]
            found = tuple(k for w in below for k in scene.actors.at(sentence.index, w) or namesakes(scene, sentence, w))
            if found:
                return principals(scene, found)
    return ()


def affiliation(scene: Scene, term: Term, mention: AmountMention) -> tuple[str, ...]:
    """Give whose people the prisoners are."""
    sentence = term.deed.sentence
    end = mention.last if mention.noun is None else mention.noun
    words = range(mention.first, max(end, mention.last) + 1)
    return principals(scene, tuple(k for w in words for k in scene.actors.at(sentence.index, w)))
