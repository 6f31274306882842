"""Time expressions of a report as intervals of days, and the date that belongs to a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.domain.counts import read_count
from truceline.domain.date_patterns import YEAR
from truceline.domain.date_standing import Reckoned
from truceline.domain.date_words import Anchor, reckon, when
from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_anchors import (
    Told,
    entry_before,
    is_history,
    lead_day,
    tense_at,
    told_before,
    year_from,
)
from truceline.reading.dates.date_links import linked
from truceline.reading.dates.date_openings import heads_entry
from truceline.reading.dates.date_owners import date_of
from truceline.reading.dates.date_quotes import as_said, teller_of
from truceline.reading.dates.own_days import LASTING
from truceline.reading.dates.time_spans import Span, spans_of, words_of
from truceline.reading.dates.time_words import PREPOSITIONS
from truceline.reading.scene import DateMention, Text

__all__ = ["Dated", "date_of", "dated_spans", "read_dates"]

_COUNTED = re.compile(
    r".*\b(?:later|earlier|before|after|afterwards?|thereafter|following|previous|preceding|same|that|then|prior)\b.*"
    r"|.*\bnext (?:day|morning|afternoon|evening|night)\b.*|(?:the )?\d{1,2}(?:st|nd|rd|th)"
)
"""What counts from the date told before."""
_FROM_STORY = re.compile(r"(?:only |just |barely |some )?(?:\w+ ){1,3}(?:earlier|before)")
"""What counts back from the news itself where nothing nearer is dated: "signed the accord six days earlier"."""
_FINE = re.compile(
    r".*\d(?:st|nd|rd|th)|.*\b(?:day|days|hours?|minutes|moments|weeks?|night|morning|evening|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b.*"
)
_DEICTIC = re.compile(
    r"(?:last |next |this |on |early |late )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday"
    r"|tomorrow"
    r"|tonight|today)(?: (?:morning|night|evening|afternoon))?|(?:last|this|next) (?:week|month|year|night|weekend)"
)
_YEAR = re.compile(rf"\b{YEAR}\b")


DAYS_OF = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
SOON = 31
"""Days up to which "in three weeks" is a day that lies so far ahead."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression, what it allows with the word in front of it, and what it allows by itself."""

    mention: DateMention
    bare: Reckoned | None


def read_dates(text: Text) -> tuple[DateMention, ...]:
    """Find the time expressions of a report, counted from its publication interval or from the date told before."""
    return linked(text, as_said(text, [dated.mention for dated in dated_spans(text)]))


def dated_spans(text: Text) -> Iterator[Dated]:
    """Give every time expression in order, with what it allows alone."""
    spans = [(s, span) for s in text.sentences for span in spans_of(text, s)]
    published = text.document.published.days
    deictic = sum(bool(_DEICTIC.fullmatch(words_of(text, s, span).lower())) for s, span in spans)
    history = is_history([r for s, span in spans if (r := _stated(text, s, span))], deictic, published)
    told: list[Told] = []
    for sentence, span in spans:
        dated = _dated(text, sentence, span, told, history=history)
        yield dated
        if dated.bare and dated.bare.days.known:
            words = words_of(text, sentence, span)
            told.append(Told(sentence.index, sentence.paragraph, span[0], dated.bare,
                             bool(_YEAR.search(words)), _adverbial(sentence, span),
                             heads_entry(sentence, span[0], span[1])))  # fmt: skip


def _stated(text: Text, sentence: Sentence, span: Span) -> Reckoned | None:
    words = words_of(text, sentence, span)
    return reckon(words, Anchor()) if _YEAR.search(words) else None


def _dated(text: Text, sentence: Sentence, span: Span, told: Sequence[Told], *, history: bool) -> Dated:
    words = words_of(text, sentence, span)
    anchor = _anchor(text, sentence, span, told, history=history)
    front = _front(sentence, span)
    whole = words_of(text, sentence, (front, span[1]))
    found = (when(whole, anchor) if front < span[0] else None) or when(words, anchor)
    if not (found and found.days.known) and (coming := _coming(words, anchor, sentence, span)):
        return Dated(DateMention(sentence.index, span[0], span[1], coming), reckon(words, anchor))
    text_of = whole if found and found.text == whole else words
    dated = When(text_of, found.days, found.basis) if found else When(words, UNKNOWN_DAYS, "unknown")
    return Dated(DateMention(sentence.index, span[0], span[1], dated), reckon(words, anchor))


def _anchor(text: Text, sentence: Sentence, span: Span, told: Sequence[Told], *, history: bool) -> Anchor:
    words = words_of(text, sentence, span).lower()
    published, day_first = text.document.published.days, text.day_first
    teller = teller_of(sentence, *span)
    tense = tense_at(sentence, _head(sentence, span) if teller is None else teller)
    if tense == "open" and _bounds_ahead(sentence, span):
        tense = "future"
    if _COUNTED.fullmatch(words):
        latest = published.latest if tense == "past" else None
        base = told_before(told, sentence, latest, fine=bool(_FINE.fullmatch(words)), history=history)
        if base is None and not history and _FROM_STORY.fullmatch(words):
            base = lead_day(told, published)
        return Anchor(published, base or UNKNOWN_DAYS, tense, by_told=history, day_first=day_first)
    entry = heads_entry(sentence, span[0], span[1])
    if entry and not _YEAR.search(words) and (before := entry_before(told, sentence)):
        return Anchor(published, before, tense, by_told=True, day_first=day_first)
    year = year_from(told, sentence, published, history=history)
    if year and not _YEAR.search(words) and (history or tense == "past"):
        return Anchor(published, year, tense, by_told=True, day_first=day_first)
    return Anchor(published, year or UNKNOWN_DAYS, tense, day_first=day_first)


def _coming(words: str, anchor: Anchor, sentence: Sentence, span: Span) -> When | None:
    """Give the day of "will meet in three days"; with longer counts "in" mostly means within."""
    count = read_count(words)
    if count is None or anchor.tense not in ("future", "coming") or not span[0]:
        return None
    if sentence.words[span[0] - 1].text.lower() != "in" or count.unit not in DAYS_OF:
        return None
    found = when(f"{words} from now", anchor) if count.most * DAYS_OF[count.unit] <= SOON else None
    return replace(found, text=f"in {words}") if found and found.days.known else None


def _front(sentence: Sentence, span: Span) -> int:
    """Give the first word of an expression with the preposition in front of it, if that bounds it."""
    before = span[0] - 1
    while before > 0 and sentence.words[before].text.lower() in ("the", "at", "least"):
        before -= 1
    if before < 0 or sentence.words[before].text.lower() not in PREPOSITIONS:
        return span[0]
    # in "since the 2001 invasion" the preposition belongs to the noun
    governs = span[0] <= sentence.words[before].head <= span[1]
    if before == 0 and span[0] == 1 and sentence.words[0].text.lower() in LASTING:
        return before
    outside = sentence.words[_head(sentence, span)].head > span[1] and sentence.words[before].head > span[1]
    return before if governs or not outside else span[0]


def _bounds_ahead(sentence: Sentence, span: Span) -> bool:
    """Tell whether "by" or "until" stands in front: what is not told as past is still to come."""
    front = _front(sentence, span)
    return front < span[0] and sentence.words[front].text.lower() in ("by", "until", "till")


def _head(sentence: Sentence, span: Span) -> int:
    return next((i for i in range(span[0], span[1] + 1) if not span[0] <= sentence.words[i].head <= span[1]), span[0])


def _adverbial(sentence: Sentence, span: Span) -> bool:
    head = _head(sentence, span)
    if not any(sentence.words[k].text.lower() in ("in", "on", "during", "of") for k in sentence.children(head, "case")):
        return False
    verbs = (a for a in sentence.ancestors(head) if sentence.words[a].upos in ("VERB", "AUX"))
    return not any(sentence.words[verb].relation.startswith("acl") for verb in verbs)
