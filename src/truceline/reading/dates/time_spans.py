"""Where time expressions stand: what the language model marks, with boundaries set right by rules.

The spans leave out the preposition in front; what it adds (by, since, until) is read with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.domain.counts import read_count
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.sentences import Sentence
from truceline.reading.dates.time_words import (
    BACK,
    COUNTING,
    FIND,
    FRONT,
    HINT,
    LOOSE,
    NAMED_MONTH,
    NAMED_WEEKDAY,
    NOT_FIRST,
    NOT_LAST,
    OTHER_MONTHS,
    REACH,
    TIME_WORD,
    TOO_MUCH,
)
from truceline.reading.scene import Text

Span = tuple[int, int]
"""First and last word of a sentence."""

_PROBE = Anchor(Days.on("2020-06-17"), Days.on("2019-04-05"))
"""Any dates will do to ask whether words are a time expression at all."""


ARTICLES = frozenset({"the", "a", "an"})


def time_spans(text: Text) -> Iterator[tuple[int, Span]]:
    """Give the time expressions of a document: index of the sentence, first and last word."""
    for sentence in text.sentences:
        for span in spans_of(text, sentence):
            yield sentence.index, span


def spans_of(text: Text, sentence: Sentence) -> list[Span]:
    """Give the time expressions of a sentence, in order, none inside another."""
    found = _united([*sentence.times, *_by_rule(text, sentence)])
    grown = _united([_grown(text, sentence, span) for span in found])
    trimmed = [t for span in grown if (t := _trimmed(text, sentence, span))]
    return _joined(text, sentence, trimmed)


def words_of(text: Text, sentence: Sentence, span: Span) -> str:
    """Give the characters of the words of a span."""
    return text.document.text[sentence.words[span[0]].start : sentence.words[span[1]].end]


def _by_rule(text: Text, sentence: Sentence) -> Iterator[Span]:
    characters = text.document.text[sentence.start : sentence.end]
    if not HINT.search(characters):
        return
    matches = [m for needed, rules in FIND if needed.search(characters) for r in rules for m in r.finditer(characters)]
    if matches:
        starts = {w.start - sentence.start: i for i, w in enumerate(sentence.words)}
        ends = {w.end - sentence.start: i for i, w in enumerate(sentence.words)}
        for match in matches:
            first, last = starts.get(match.start()), ends.get(match.end())
            if first is not None and last is not None and first <= last and _holds(match[0]):
                yield first, last


def _holds(words: str) -> bool:
    return reckon(words, _PROBE) is not None


def _united(spans: list[Span]) -> list[Span]:
    """Join spans that share words."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _grown(text: Text, sentence: Sentence, span: Span) -> Span:
    """Give the longest stretch around a span that the rules know as one time expression."""
    lowest, highest = span[0], span[1]
    while lowest > 0 and span[0] - lowest < REACH and sentence.words[lowest - 1].text.lower() in FRONT:
        lowest -= 1
    top = len(sentence.words) - 1
    while highest < top and highest - span[1] < REACH and _may_follow(sentence.words[highest + 1].text):
        highest += 1
    for first in range(lowest, span[0] + 1):
        if first < span[0] and not _may_begin(sentence, first):
            continue
        for last in range(highest, span[1] - 1, -1):
            if last > span[1] and _may_not_end(sentence, first, last):
                continue
            if _holds(words_of(text, sentence, (first, last))):
                return first, last
    return span


def _may_not_end(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.words[last].text.lower()
    inside = [w.text for w in sentence.words[first:last]]
    if word in ("before", "after", "prior", "following"):  # "two days after the vote": the rest is no time expression
        return last + 1 < len(sentence.words) and sentence.words[last + 1].upos not in ("PUNCT", "CCONJ")
    if word == "that" and inside and inside[-1].lower() in ("before", "after"):
        return last + 1 < len(sentence.words) and sentence.words[last + 1].upos in ("NOUN", "ADJ", "PROPN", "NUM")
    return word in NOT_LAST or word in LOOSE or (word == ")" and "(" not in inside)


def _trimmed(text: Text, sentence: Sentence, span: Span) -> Span | None:
    """Cut what is no part of the expression; None if nothing in it tells of time."""
    first, last = span
    words = [w.text.lower() for w in sentence.words[first : last + 1]]
    counted = "ago" in words  # "a year ago today": the article counts
    while words and (words[0] in TOO_MUCH or (words[0] in ARTICLES and not counted and _modifies(sentence, last))):
        words, first = words[1:], first + 1
    while len(words) > 1 and words[-1] in ("before", "after", "prior") and _may_not_end(sentence, first, last):
        words, last = words[:-1], last - 1
    while words and (words[-1] in NOT_LAST or words[-1] in LOOSE or (words[-1] == ")" and "(" not in words)):
        words, last = words[:-1], last - 1
    if not words or _is_motion(text, sentence, (first, last)) or _is_hour(sentence, first, last):
        return None
    for length in range(last - first + 1, 0, -1):
        for start in range(first, last - length + 2):
            end = start + length - 1
            if sentence.words[end].text.lower() in ("before", "after") and _may_not_end(sentence, start, end):
                continue
            if _holds(words_of(text, sentence, (start, end))):
                return start, end
    return (first, last) if any(TIME_WORD.search(w) for w in words) else None


def _is_motion(text: Text, sentence: Sentence, span: Span) -> bool:
    """Tell whether a span is the noun or verb march, may or fall, not a month or a season."""
    words = words_of(text, sentence, span).removeprefix("the ").removeprefix("The ")
    if words in ("march", "may"):
        return True
    after = [w.text for w in sentence.words[span[1] + 1 : span[1] + 3]]
    return words in ("fall", "Fall") and after[:1] == ["of"] and not after[-1].isdigit()


def _is_hour(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether four digits are an hour, not a year: at 1800, 2000 GMT."""
    if first != last or not re.fullmatch(r"[012]\d[0-5]\d", sentence.words[first].text):
        return False
    before = sentence.words[first - 1].text.lower() if first else ""
    return before == "at" or _next_text(sentence, last).lower() in ("gmt", "hours", "hrs", "utc")


def _modifies(sentence: Sentence, last: int) -> bool:
    """Tell whether an expression stands before the noun that it modifies: the 2020 elections."""
    head = sentence.words[last].head
    return head > last and sentence.words[head].upos in ("NOUN", "PROPN")


def _may_begin(sentence: Sentence, first: int) -> bool:
    word, after = sentence.words[first].text.lower(), sentence.words[first + 1].text.lower()
    if word in ("over", "some", "about", "around", "up", "more", "less", "nearly", "almost"):
        return after[:1].isdigit() or after in COUNTING
    return word not in NOT_FIRST or word in ("the", "a", "an", "that")


def _may_follow(word: str) -> bool:
    if word.lower() in BACK or word.lower() in OTHER_MONTHS:
        return True
    return word.isdigit() or bool(re.fullmatch(rf"{NAMED_WEEKDAY}|{NAMED_MONTH}", word))


_LINKS = re.compile(r"\s*(?:—|–|-|,|\(|to|and|until|through|till|of|or|, the)\s*")


def _joined(text: Text, sentence: Sentence, spans: list[Span]) -> list[Span]:
    """Join neighbours that are one expression together: May to July 2019, March 10—next Tuesday."""
    found: list[Span] = []
    for span in spans:
        if found and _one(text, sentence, found[-1], span):
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
    return found


def _next_text(sentence: Sentence, word: int) -> str:
    return sentence.words[word + 1].text if word + 1 < len(sentence.words) else ""


def _one(text: Text, sentence: Sentence, left: Span, right: Span) -> bool:
    between = text.document.text[sentence.words[left[1]].end : sentence.words[right[0]].start]
    if not _LINKS.fullmatch(between) or ("(" in between and _next_text(sentence, right[1]) != ")"):
        return False
    before = sentence.words[left[0] - 1].text.lower() if left[0] else ""
    if "and" in between and before not in ("between", "both"):
        return False
    if between.strip() == "to" and before != "the" and read_count(words_of(text, sentence, left)):
        return False  # "prolonged by ten days to June 20"
    whole = words_of(text, sentence, (left[0], right[1]))
    if before in ("between", "from"):
        whole = f"{before} {whole}"
    found = reckon(whole, _PROBE)
    return found is not None and found.days.known
