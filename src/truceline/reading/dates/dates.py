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
from truceline.reading.dates.clause_tenses import clause_tense
from truceline.reading.dates.date_anchors import (
    STORY,
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
from truceline.reading.dates.date_sequences import in_sequence
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
_NEXT = re.compile(
    r"\b([Tt]he) next(?= (?:(?:\w+ ){0,2}(?:weeks?|months?|years?|decades?)|spring|summer|autumn|winter)\b)"
)
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
_YEARS_BACK = re.compile(r"\byears? ago\b|\b(?:last|previous) year\b")


DAYS_OF = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
SOON = 31
"""Days up to which "in three weeks" is a day that lies so far ahead."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression, what it allows with the word in front of it, and what it allows by itself."""

    mention: DateMention
    bare: Reckoned | None
    by_told: bool = False
    """It counts from a date told before."""


DUTY = frozenset("meant due supposed set bound obliged required scheduled expected ordered".split())
"""What people once had to do: "were meant to leave"."""


def read_dates(text: Text) -> tuple[DateMention, ...]:
    """Find the time expressions of a report, counted from its publication interval or from the date told before."""
    found = in_sequence(text, [dated.mention for dated in dated_spans(text)])
    return linked(text, as_said(text, found))


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
            printed = bool(_YEAR.search(words))
            fixed = printed or dated.by_told or bool(_YEARS_BACK.search(words))
            told.append(Told(sentence.index, sentence.paragraph, span[0], dated.bare,
                             _adverbial(sentence, span, printed=printed), fixed,
                             heads_entry(sentence, span[0], span[1])))  # fmt: skip


def _stated(text: Text, sentence: Sentence, span: Span) -> Reckoned | None:
    words = words_of(text, sentence, span)
    return reckon(words, Anchor()) if _YEAR.search(words) else None


def _dated(text: Text, sentence: Sentence, span: Span, told: Sequence[Told], *, history: bool) -> Dated:
    words = words_of(text, sentence, span)
    anchor = _anchor(text, sentence, span, told, history=history)
    front = _front(sentence, span)
    whole = words_of(text, sentence, (front, span[1]))
    found = (_when(whole, anchor) if front < span[0] else None) or _when(words, anchor)
    bare = reckon(_in_a_story(words, anchor.tense), anchor)
    if not (found and found.days.known) and (coming := _coming(words, anchor, sentence, span)):
        return Dated(DateMention(sentence.index, span[0], span[1], coming), bare, anchor.by_told)
    text_of = whole if found and found.text == whole else words
    dated = When(text_of, found.days, found.basis) if found else When(words, UNKNOWN_DAYS, "unknown")
    by_told = anchor.told.known and (anchor.by_told or bool(_COUNTED.fullmatch(words.lower())))
    return Dated(DateMention(sentence.index, span[0], span[1], dated), bare, by_told)


def _when(words: str, anchor: Anchor) -> When | None:
    found = when(_in_a_story(words, anchor.tense), anchor)
    return replace(found, text=words) if found else None


def _in_a_story(words: str, tense: str) -> str:
    """Read "was held the next year" as the following one: what is told as past is no year to come."""
    return _NEXT.sub(r"\1 following", words) if tense == "past" else words


def _anchor(text: Text, sentence: Sentence, span: Span, told: Sequence[Told], *, history: bool) -> Anchor:
    published, day_first = text.document.published.days, text.day_first
    teller = teller_of(sentence, *span)
    at = _head(sentence, span) if teller is None else teller
    tense = tense_at(sentence, at)
    words = _in_a_story(words_of(text, sentence, span), tense).lower()
    if tense in ("open", "past") and _bounds_ahead(sentence, span):
        tense = _of_a_term(sentence, at, tense)
    if _COUNTED.fullmatch(words):
        latest = published.latest if tense == "past" else None
        base = told_before(told, sentence, latest, fine=bool(_FINE.fullmatch(words)), history=history)
        if base is None and not history and _FROM_STORY.fullmatch(words):
            base = lead_day(told, published)
        return Anchor(published, base or UNKNOWN_DAYS, tense, by_told=history, day_first=day_first)
    entry = heads_entry(sentence, span[0], span[1])
    if entry and not _YEAR.search(words) and (before := entry_before(told, sentence)):
        return Anchor(published, before, tense, by_told=True, day_first=day_first)
    year = year_from(told, sentence, published, history=history, reach=_reach(text, sentence))
    if year and not _YEAR.search(words) and (history or tense == "past" or _seen_from_then(sentence, at, told)):
        story = Anchor(published, year, tense, by_told=True, day_first=day_first)
        if history or not _leaves_story(words, story):
            return story
        year = None
    return Anchor(published, year or UNKNOWN_DAYS, tense, day_first=day_first)


def _reach(text: Text, sentence: Sentence) -> int:
    """Give the sentences back to which a story goes on: up to one that tells how things are now, in wires one."""
    if any(part.role == "dateline" for part in text.document.parts):
        return 1
    for back in range(1, STORY):
        before = text.sentences[sentence.index - back] if sentence.index >= back else sentence
        root = next((i for i, word in enumerate(before.words) if word.head < 0), 0)
        if clause_tense(before, root) in ("present", "perfect"):
            return back - 1
    return STORY


def _of_a_term(sentence: Sentence, at: int, tense: str) -> str:
    """Give the tense of a term with a last day: open where somebody once had to keep it, else to come, if not far off.

    "Had to hand over their arms by March", "were meant to be free by 10 March".
    """
    verb = next((a for a in sentence.ancestors(at) if sentence.words[a].upos in ("VERB", "ADJ")), None)
    above = sentence.words[verb].head if verb is not None else -1
    if above < 0 or verb is None:
        return "due" if tense == "open" else tense
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    was = {sentence.words[k].text.lower() for k in sentence.children(above, "aux", "aux:pass", "cop")}
    bound = sentence.words[above].text.lower() == "had" or (
        sentence.words[above].text.lower() in DUTY and bool(was & {"was", "were"})
    )
    if infinitive and bound:
        return "open"
    return "due" if tense == "open" else tense


def _seen_from_then(sentence: Sentence, at: int, told: Sequence[Told]) -> bool:
    """Tell whether a date was still to come when the story of its sentence stood at another: "would be gone by May"."""
    verb = next((a for a in sentence.ancestors(at) if sentence.words[a].upos == "VERB"), None)
    aux = {sentence.words[k].text.lower() for k in sentence.children(verb, "aux")} if verb is not None else set()
    if "would" not in aux and verb is not None and sentence.words[verb].relation == "conj":
        aux = {sentence.words[k].text.lower() for k in sentence.children(sentence.words[verb].head, "aux")}
    return "would" in aux and bool(told) and told[-1].sentence == sentence.index and told[-1].fixed


def _leaves_story(words: str, story: Anchor) -> bool:
    """Tell whether a date of a story's year would lie before the day that it has reached, or after the report."""
    found, reached, limit = reckon(words, story), story.told, story.published.latest
    if found is None or not found.days.known:
        return False
    ahead = limit is not None and found.days.earliest is not None and found.days.earliest > limit
    return found.days.before(reached) or (ahead and story.tense == "past")


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


def _adverbial(sentence: Sentence, span: Span, *, printed: bool) -> bool:
    """Tell whether an expression dates a clause that is told for itself, not a noun or a clause that goes with one."""
    head = _head(sentence, span)
    alone = sentence.words[head].relation in ("advmod", "obl:unmarked") and not printed
    cases = {sentence.words[k].text.lower() for k in sentence.children(head, "case")}
    if not alone and cases.isdisjoint(("in", "on", "during", "by")):
        return False
    verbs = (a for a in sentence.ancestors(head) if sentence.words[a].upos in ("VERB", "AUX"))
    return not any(sentence.words[verb].relation.startswith("acl") for verb in verbs)
