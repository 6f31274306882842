"""Dates that one sentence takes from another: "the strike came two days after", of a strike that was dated before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_owners import date_of
from truceline.reading.dates.own_days import told_clause
from truceline.reading.scene import DateMention, Text

TAKES_PLACE = frozenset(["come", "occur", "happen", "take", "follow", "begin", "start", "be"])
"""Verbs whose subject is the event that they tell of."""
KNOWN_ALREADY = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her"])
NARROW = 7
"""Days that an event's date may allow if another is counted from it."""


def linked(text: Text, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Date the counts whose main clause is about an event that an earlier sentence dates."""
    return tuple(_linked(text, dates, d) for d in dates)


def _linked(text: Text, dates: Sequence[DateMention], date: DateMention) -> DateMention:
    sentence = text.sentences[date.sentence]
    told = None if date.when.days.known else told_clause(sentence, date)
    if told is None or sentence.words[told].head < 0:
        return date
    event = _event_told_again(sentence, sentence.words[told].head)
    found = _earlier_date(text, dates, sentence, event) if event is not None else None
    return replace(date, when=When(date.when.text, found.days, "derived")) if found else date


def _event_told_again(sentence: Sentence, verb: int) -> int | None:
    """Give the subject of "the strike came": an event noun with the, this or whose."""
    if sentence.words[verb].lemma not in TAKES_PLACE:
        return None
    for subject in sentence.children(verb, "nsubj"):
        before = {sentence.words[k].text.lower() for k in sentence.children(subject, "det", "nmod:poss")}
        if sentence.words[subject].upos == "NOUN" and before & KNOWN_ALREADY:
            return subject
    return None


def _earlier_date(text: Text, dates: Sequence[DateMention], sentence: Sentence, event: int) -> When | None:
    lemma = sentence.words[event].lemma
    for earlier in reversed(text.sentences[: sentence.index]):
        for at, word in enumerate(earlier.words):
            if word.lemma == lemma and (found := date_of(earlier, dates, at)):
                return found if (found.days.width or NARROW + 1) <= NARROW else None
    return None
