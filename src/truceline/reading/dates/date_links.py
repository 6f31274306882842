"""Dates that one sentence takes from another: "the strike came two days after", of a strike that was dated before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.clause_tenses import clause_tense, dated_verb
from truceline.reading.dates.date_owners import date_of
from truceline.reading.dates.own_days import plain_words, told_clause
from truceline.reading.scene import DateMention, Text

TAKES_PLACE = frozenset(["come", "occur", "happen", "take", "follow", "begin", "start", "be"])
"""Verbs whose subject is the event that they tell of."""
KNOWN_ALREADY = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her"])
IT = frozenset(["it", "this", "that"])
NARROW = 7
"""Days that an event's date may allow if another is counted from it."""
NEAR = 2
"""Sentences back to which "five days into it" may count."""


def linked(text: Text, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Date the counts whose main clause, or what they count from, is an event that an earlier sentence dates."""
    return tuple(_linked(text, dates, d) for d in dates)


def _linked(text: Text, dates: Sequence[DateMention], date: DateMention) -> DateMention:
    sentence = text.sentences[date.sentence]
    told = None if date.when.days.known else told_clause(sentence, date)
    if told is None or sentence.words[told].head < 0:
        return date
    event = _event_told_again(sentence, sentence.words[told].head)
    found = _earlier_date(text, dates, sentence, event) if event is not None else None
    if found:
        return replace(date, when=When(date.when.text, found.days, "derived"))
    return _counted_on(text, dates, date, told)


def _counted_on(text: Text, dates: Sequence[DateMention], date: DateMention, told: int) -> DateMention:
    """Count from a noun that an earlier sentence dates: "Five days after the report", "Two weeks into it"."""
    sentence = text.sentences[date.sentence]
    noun, before = sentence.words[told], {sentence.words[k].text.lower() for k in sentence.children(told, "det")}
    link = sentence.words[date.last + 1].text.lower()
    if noun.text.lower() in IT:
        found = _reached(text, dates, sentence)
    elif noun.upos == "NOUN" and before & KNOWN_ALREADY and not any(k > told for k in sentence.children(told, "nmod")):
        found = _earlier_date(text, dates, sentence, told)
    else:
        return date
    way = "before" if link == "before" else "after"
    days = reckon(f"{plain_words(date)} {way}", Anchor(told=found.days)) if found else None
    return replace(date, when=When(date.when.text, days.days, "derived")) if days else date


def _reached(text: Text, dates: Sequence[DateMention], sentence: Sentence) -> When | None:
    """Give the day that the story of a paragraph has reached."""
    for told in reversed(dates):
        there = text.sentences[told.sentence]
        near = there.paragraph == sentence.paragraph and 0 < sentence.index - told.sentence <= NEAR
        if near and told.when.days.known:
            return told.when if (told.when.days.width or NARROW + 1) <= NARROW else None
    return None


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
            if word.lemma != lemma:
                continue
            found = date_of(earlier, dates, at) or _of_its_clause(earlier, dates, at)
            if found:
                return found if (found.days.width or NARROW + 1) <= NARROW else None
    return None


def _of_its_clause(sentence: Sentence, dates: Sequence[DateMention], noun: int) -> When | None:
    """Give the date of the clause that tells a noun: "the report that it presented on 15 March", "signed the pact"."""
    below = [k for k in sentence.children(noun, "acl") if clause_tense(sentence, k) in ("past", "before")]
    this = sentence.words[noun]
    above = [this.head] if this.relation.partition(":")[0] in ("obj", "nsubj", "obl") and this.head >= 0 else []
    here = [d for d in dates if d.sentence == sentence.index]
    return next((d.when for verb in (*below, *above) for d in here if dated_verb(sentence, d) == verb), None)
