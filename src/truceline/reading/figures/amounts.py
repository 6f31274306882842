"""Numbers of a report in words and digits, with bounds and what they count."""

from __future__ import annotations

from dataclasses import replace

from truceline.domain.amount_words import OPENERS, Found, amount_at
from truceline.domain.amounts import Amount
from truceline.domain.number_words import ONES, Number
from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import counted_noun, time_unit, unit_of
from truceline.reading.figures.in_passing import is_in_passing
from truceline.reading.figures.nobody import nobody_in
from truceline.reading.figures.not_amounts import is_label
from truceline.reading.figures.pieces import Piece, pieces_of
from truceline.reading.scene import AmountMention, Text

LONG_DAYS = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (1, "year"), "decade": (10, "year")}
"""What "week-long" and its like last."""
MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (14, "day")}
HANDLES = frozenset(("hand", "turn", "take", "give", "sign", "carry", "cross", "make"))
"""Verbs that go with "over"."""
LASTING = frozenset((
    "for", "after", "last", "lasted", "lasts", "lasting", "in", "of", "took", "taken", "spent", "spend", "been",
    "is", "was", "the", "a", "its", "their", "well", "just", "than", "to", "and", "with", "-", "’s", "'s", "s",
))  # fmt: skip
"""Before "over six years", these make it a bound; else it means "during"."""
_PHRASE = ("ADJ", "NOUN", "PROPN", "VERB", "ADV")


def read_amounts(text: Text) -> tuple[AmountMention, ...]:
    """Find the amounts of a report."""
    return tuple(m for s in text.sentences for m in _of_sentence(text, s))


def _of_sentence(text: Text, sentence: Sentence) -> list[AmountMention]:
    pieces = pieces_of(sentence)
    words = [p.text for p in pieces]
    found: list[AmountMention] = []
    i = 0
    while i < len(pieces):
        opens = words[i][0].isdigit() or words[i] in OPENERS
        hit = _long(words, i) or (amount_at(words, i) if opens else None)
        if hit is not None and _no_bound(sentence, pieces, hit):
            i = hit.number
            continue
        if hit is None or is_label(sentence, pieces, hit) or is_in_passing(sentence, pieces, hit):
            i += 1
            continue
        for one in hit.split or (hit,):
            found.append(_mention(text, sentence, pieces, one, found))
        i = hit.after
    kept = [m for i, m in enumerate(found) if not (i and _is_base(found[i - 1], m))]
    return sorted([*kept, *nobody_in(text, sentence)], key=lambda m: m.amount.start)


def _no_bound(sentence: Sentence, pieces: tuple[Piece, ...], found: Found) -> bool:
    """Tell whether "over" is no bound: "turned over 30 rifles", "killed 90 people over six years"."""
    if pieces[found.first].text != "over" or found.first == found.number:
        return False
    at = pieces[found.first].word
    word, before = sentence.words[at], sentence.words[at - 1] if at else None
    if word.relation == "compound:prt" or word.xpos == "RP" or (before and before.lemma in HANDLES):
        return True
    few = pieces[found.number].text in ONES and (found.low or 0) <= 12
    lasting = time_unit(pieces[found.after].text) if found.after < len(pieces) else None
    return (few or lasting is not None) and (before is None or before.text.lower() not in LASTING)


def _long(words: list[str], at: int) -> Found | None:
    """Read "week-long" and "decades-long" as durations."""
    if words[at + 1 : at + 3] != ["-", "long"] or (at > 1 and words[at - 1] == "-"):
        return None
    count, unit = LONG_DAYS.get(words[at], (0, ""))
    if count:
        return Found(at, at + 3, at, "exact", count, count, count, unit)
    count, unit = LONG_DAYS.get(words[at].removesuffix("s"), (0, ""))
    return Found(at, at + 3, at, "at_least", 2 * count, None, None, unit, vague=True) if count else None


def _mention(
    text: Text, sentence: Sentence, pieces: tuple[Piece, ...], found: Found, before: list[AmountMention]
) -> AmountMention:
    found, unit = _with_time(pieces, found)
    last, end = pieces[found.after - 1].word, pieces[found.after - 1].end
    noun = counted_noun(sentence, pieces, found)
    if noun is None and (_of_them(pieces, found) or _out_of(pieces, found)):
        noun = next((m.noun for m in reversed(before) if m.noun is not None), None)
    if unit is None and noun is not None:
        unit = unit_of(sentence, noun, last)
        if _contiguous(sentence, last, noun):
            last, end = noun, sentence.words[noun].end
    elif unit is not None and found.unit is None and noun is None:
        noun = pieces[found.after - 1].word
    factor, unit = MULTIPLES.get(unit or "", (1, unit))
    start = pieces[found.first].start
    low, best, high = (_times(v, factor) for v in (found.low, found.best, found.high))
    base = _base(pieces, found)
    amount = Amount(text.document.text[start:end], start, end, found.relation, low, best, high, unit, base)
    return AmountMention(sentence.index, pieces[found.first].word, last, noun, amount)


def _times(value: Number | None, factor: int) -> Number | None:
    """Turn decades into years; whole numbers stay whole."""
    if value is None:
        return None
    return int(value * factor) if float(value * factor).is_integer() else value * factor


def _with_time(pieces: tuple[Piece, ...], found: Found) -> tuple[Found, str | None]:
    """Take in the unit of "18 years", "35-minute" and "19-year-old"."""
    if found.unit:
        return found, found.unit
    texts = [p.text for p in pieces[found.after : found.after + 5]]
    skip = 1 if texts[:1] == ["-"] else 0
    unit = time_unit(texts[skip]) if texts[skip : skip + 1] else None
    if unit is None:
        return found, None
    after = found.after + skip + 1
    joined = [t for t in texts[skip + 1 :] if t != "-"]
    if joined[:1] in (["old"], ["long"]):
        after += 1 + (texts[skip + 1 : skip + 2] == ["-"])
    return replace(found, after=after), unit


def _of_them(pieces: tuple[Piece, ...], found: Found) -> bool:
    texts = [p.text for p in pieces[found.after : found.after + 2]]
    return texts[:1] == ["of"] and texts[1:] in (["them"], ["whom"], ["these"], ["those"], ["which"])


def _out_of(pieces: tuple[Piece, ...], found: Found) -> bool:
    return [p.text for p in pieces[max(0, found.first - 2) : found.first]] == ["out", "of"]


def _contiguous(sentence: Sentence, last: int, noun: int) -> bool:
    """Tell whether only words of one noun phrase stand between a number and its noun."""
    between = sentence.words[last + 1 : noun]
    return noun > last and len(between) <= 4 and all(w.upos in _PHRASE or w.text in "-‘’“”\"'" for w in between)


def _base(pieces: tuple[Piece, ...], found: Found) -> int | float | None:
    """Give the base of "two of the three hostages" or "12 out of 34"."""
    texts = [p.text for p in pieces]
    at = found.after
    if found.vague or found.relation != "exact" or at >= len(texts) or texts[at] not in ("of", "out", "in"):
        return None
    joined = texts[at]
    for step in range(1, 5):
        base = amount_at(texts, at + step)
        if base and base.relation == "exact" and base.best is not None and found.best is not None:
            small = joined != "in" or (step == 1 and base.best <= 10 and base.unit is None)
            return base.best if base.best > found.best and small and base.unit is None else None
        if at + step < len(texts) and texts[at + step] in (",", ".", "and"):
            return None
    return None


def _is_base(before: AmountMention, mention: AmountMention) -> bool:
    """Tell whether a number is only the base of the share before it: "two of the three hostages"."""
    base = before.amount.of_amount
    return base is not None and mention.amount.best == base and mention.noun == before.noun and base < 20
