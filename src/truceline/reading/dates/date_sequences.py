"""Months and days without a year that follow one another in a story: which year each of them is of.

"He won the post in February and in November broke his word", told the next summer: both months are of last year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from truceline.domain.date_patterns import MONTH, YEAR
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.clause_tenses import clause_tense, dated_verb
from truceline.reading.dates.date_openings import head_of
from truceline.reading.scene import DateMention, Text

_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_KNOWN_YEAR = re.compile(rf"\b(?:{YEAR}|last|this|next|that|same|following|previous|year)\b", re.IGNORECASE)
WIDEST = 31
"""Days that a month or a day of a story may allow."""
STORY = 2
"""Sentences after which a story no longer tells of which year "had won in March" is."""


def in_sequence(text: Text, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Put months of a story in order: what is told next came later, what "had" happened came before."""
    found = list(dates)
    for at in range(len(found) - 1, 0, -1):
        if _goes_on(text, found[at - 1], found[at]):
            found[at - 1] = _not_after(found[at - 1], found[at])
    for at in range(1, len(found)):
        one = _verbed(text, found[at])
        if one is None or not _bare(found[at]):
            continue
        if clause_tense(*one) == "before" and _near(text, found[at - 1], found[at]):
            found[at] = _not_after(found[at], found[at - 1])
        elif _goes_on(text, found[at - 1], found[at]) and clause_tense(*one) == "past":
            found[at] = _first_after(found[at], found[at - 1], had=_told_back(text, found[at - 1]))
    return tuple(found)


def _verbed(text: Text, told: DateMention) -> tuple[Sentence, int] | None:
    sentence = text.sentences[told.sentence]
    verb = dated_verb(sentence, told)
    if verb is None:
        return None
    for at in (head_of(sentence, told), *sentence.ancestors(head_of(sentence, told))):
        if at == verb:
            return sentence, verb
        if sentence.words[at].relation.startswith("acl"):
            return None  # "agreed on talks, which are due on 2 May"
    return sentence, verb


def _bare(told: DateMention) -> bool:
    """Tell whether a date names its month but not its year."""
    words, width = told.when.text or "", told.when.days.width
    return width is not None and width <= WIDEST and bool(_MONTH.search(words)) and not _KNOWN_YEAR.search(words)


def _goes_on(text: Text, one: DateMention, other: DateMention) -> bool:
    """Tell whether the verb of a date goes on from that of another: "won in February and broke his word in May"."""
    first, second = _verbed(text, one), _verbed(text, other)
    if one.sentence != other.sentence or first is None or second is None or not _bare(one) or not _bare(other):
        return False
    sentence, verb = second
    joined = sentence.words[verb].relation == "conj" and (
        sentence.words[verb].head == first[1]
        or (sentence.words[first[1]].relation == "conj" and sentence.words[verb].head == sentence.words[first[1]].head)
    )
    return joined and all(clause_tense(*each) in ("past", "before") for each in (first, second))


def _near(text: Text, one: DateMention, other: DateMention) -> bool:
    here, there = text.sentences[other.sentence], text.sentences[one.sentence]
    near = here.paragraph == there.paragraph and here.index - there.index <= STORY
    verb = _verbed(text, one)
    return near and one.when.days.width is not None and verb is not None and clause_tense(*verb) in ("past", "before")


def _told_back(text: Text, told: DateMention) -> bool:
    verb = _verbed(text, told)
    return verb is not None and clause_tense(*verb) == "before"


def _not_after(told: DateMention, limit: DateMention) -> DateMention:
    """Move a month to the last year in which it does not lie after another date."""
    first, last = told.when.days.earliest, limit.when.days.latest
    if not _bare(told) or first is None or last is None or first <= last:
        return told
    return _of_year(told, last.year if date(last.year, first.month, first.day) <= last else last.year - 1)


def _first_after(told: DateMention, limit: DateMention, *, had: bool) -> DateMention:
    """Move a month that goes on from what had happened to the first year in which it does not lie before that."""
    last, first = told.when.days.latest, limit.when.days.earliest
    if not had or last is None or first is None:
        return told
    return _of_year(
        told, first.year if last.replace(year=first.year, day=28) >= first.replace(day=1) else first.year + 1
    )


def _of_year(told: DateMention, year: int) -> DateMention:
    words = told.when.text or ""
    found = reckon(f"{words} {year}", Anchor())
    return replace(told, when=When(words, found.days, "derived")) if found and found.days.known else told
