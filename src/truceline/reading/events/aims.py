"""Whom a deed is aimed at: the words that name targets, those dealt with, and those who only look on."""

from __future__ import annotations

from truceline.reading.clauses import Clause, is_noun, phrases_of
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import class_words
from truceline.reading.events.meant import case_word

AIMED = ("against", "on", "upon", "at", "into", "toward", "towards")
TOGETHER = ("with", "between", "among", "alongside")
NOT_AIMED = frozenset({
    "side", "part", "behalf", "order", "condition", "ground", "basis", "pretext", "charge", "suspicion", "demand",
    "request", "advice", "instruction", "issue", "question", "way", "day", "eve", "agenda", "television", "radio",
})  # fmt: skip
"""Nouns after "on" and "at" that nobody is aimed at: "on the general's orders", "on Washington's side"."""
ADDRESSEES = frozenset({
    "reporter", "journalist", "media", "press", "newspaper", "agency", "parliament", "crowd", "congress", "assembly",
    "audience", "conference", "correspondent", "broadcaster", "radio", "television", "lawmaker", "supporter",
})  # fmt: skip
"""Who is only told of a refusal, promise or threat."""
DELEGATED = frozenset({"negotiator", "emissary", "mediator", "delegate"})
MEETING = frozenset({"CONSULT", "AGREE", "SUPPORT"})
MEETING_CASES = frozenset({"in", "of", "from", "to", "for", "out of"})
ONLOOKERS = frozenset({"witness", "observer", "guarantor", "mediator", "host", "guest"})


def targets(deeds: Deeds, clause: Clause, *cases: str) -> list[int]:
    """Give the heads after prepositions of aim, but for those of set phrases: "on his orders"."""
    return [h for h in clause.after(*cases) if deeds.sentence.words[h].lemma not in NOT_AIMED]


def only_told(deeds: Deeds, head: int) -> bool:
    """Tell whether somebody only hears of it: "told reporters", "told a crowd"."""
    s = deeds.sentence
    names = (s.words[k].lemma for k in (head, *s.children(head, "compound")))
    return any(name in ADDRESSEES for name in names)


def aimed_inside(deeds: Deeds, deed: Deed, clause: Clause) -> list[int]:
    """Give whom the objects name: "imposed sanctions on", "donated food to", "called off a meeting with"."""
    s = deeds.sentence
    below = [p for o in clause.patients if is_noun(s, o) for p in deeds.clause(o).phrases]
    found = [p.head for p in below if p.case in (*AIMED, "to", "for") and s.words[p.head].lemma not in NOT_AIMED]
    if found or deed.type not in ("REJECT", "SANCTION", "REQUEST"):
        return found
    talks = [p.head for p in clause.phrases if p.case in MEETING_CASES and _is_meeting(deeds, p.head)]
    talks += [o for o in clause.patients if _is_meeting(deeds, o) or s.words[o].upos == "PRON"]
    return [h for o in talks for h in parties_inside(deeds, o)]


def _is_meeting(deeds: Deeds, noun: int) -> bool:
    row = deeds.fit(noun).row if is_noun(deeds.sentence, noun) else None
    return row is not None and row.type in MEETING


def is_moved(deeds: Deeds, head: int) -> bool:
    """Tell whether it is what is only moved: the troops or weapons that are withdrawn or sent."""
    s, lemma = deeds.sentence, deeds.sentence.words[head].lemma
    known = lemma in DELEGATED or any(
        lemma in class_words(name) for name in ("troops", "weapons", "militia", "police", "diplomat")
    )
    return known or bool(s.children(head, "nummod"))


def parties_inside(deeds: Deeds, noun: int) -> list[int]:
    """The parties of "signed an agreement with X", "reached a deal between A and B"."""
    s = deeds.sentence
    if not (is_noun(s, noun) or s.words[noun].upos == "PRON"):
        return []
    heads = [p.head for p in phrases_of(s, noun) if p.case in TOGETHER]
    return [h for h in heads if not looks_on(deeds, h)]


def looks_on(deeds: Deeds, head: int) -> bool:
    """Tell whether somebody is there "as a witness"."""
    s = deeds.sentence
    return any(s.words[k].lemma in ONLOOKERS and case_word(deeds, k) == "as" for k in s.children(head, "nmod"))


def against_below(deeds: Deeds, word: int) -> list[int]:
    """Give the enemy that the tree hung on another phrase: "waged a war from the hills against the army"."""
    s = deeds.sentence
    phrases = [p.head for p in deeds.clause(word).phrases]
    return [k for head in phrases for k in s.children(head, "nmod") if case_word(deeds, k) == "against"]
