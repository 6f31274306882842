"""Which date belongs to which word: the date of a predicate, of an event noun, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days, When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import only_its_end, opening
from truceline.reading.dates.date_quotes import teller_of
from truceline.reading.dates.lent_days import date_of_what_goes_on, lent_date
from truceline.reading.dates.own_days import own_date, told_clause
from truceline.reading.scene import DateMention

_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
NAMES_A_DAY = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec yesterday today tomorrow tonight
    earlier ago later
    """.split()
)
"""Words of a date, as against those of a mere length of time."""


def date_of(sentence: Sentence, dates: Iterable[DateMention], word: int) -> When | None:
    """Give the date that belongs to a word of a sentence; None where the sentence gives it none.

    Its own time arguments come first, then time phrases below it, then what is counted from another word's date
    ("two days after the deal was signed"), then the date of a verb that only carries it.
    """
    here = [d for d in dates if d.sentence == sentence.index]
    if not here:
        return None
    tellers = {d: teller_of(sentence, d.first, d.last) for d in here}
    if behind := next((d.when for d in here if tellers[d] == word and d.when.days.known), None):
        return behind
    here = [d for d in here if tellers[d] is None]
    known = [d for d in here if d.when.days.known and told_clause(sentence, d) != word]
    known = [d for d in known if not only_its_end(sentence, d)]
    own = own_date(sentence, known, word)
    if own and own.days.width is not None:
        return own
    if own and _not_until(sentence, word, own):
        return replace(own, days=Days(own.days.latest, own.days.latest))
    found = _counted(sentence, here, known, word) or own or date_of_what_goes_on(sentence, known, word)
    return found or lent_date(sentence, known, word) or opening(sentence, known, word)


def _governors(sentence: Sentence, above: Sequence[int]) -> Sequence[int]:
    """Give what a count tells the time of: the words above it, up to the first that tells an event."""
    first = next((i for i, a in enumerate(above) if sentence.predicate_at(a) is not None), len(above))
    return above[: first + 1]


def _not_until(sentence: Sentence, word: int, when: When) -> bool:
    """Tell whether something happened on the day until which it did not: "did not lay down its arms until 30 June"."""
    denied = any(sentence.words[k].text.lower() in ("not", "n't", "n’t") for k in sentence.children(word, "advmod"))
    until = (when.text or "").lower().startswith(("until ", "till "))
    return denied and until and when.days.latest is not None and bool(re.search(r"\d", when.text or ""))


def words_of_date(sentence: Sentence, dates: Iterable[DateMention], word: int) -> When | None:
    """Give the words that date a word though nobody knows the day: "last Tuesday" in a report without a date."""
    here = [d for d in dates if d.sentence == sentence.index and not d.when.days.known]
    named = [d for d in here if _names_a_day((d.when.text or "").lower().replace(".", "").split())]
    plain = [d for d in named if told_clause(sentence, d) is None]
    return own_date(sentence, plain, word) or date_of_what_goes_on(sentence, plain, word)


def _names_a_day(words: Sequence[str]) -> bool:
    counted = not {"last", "next"}.isdisjoint(words) and not {"week", "month", "year", "night", "weekend"}.isdisjoint(
        words
    )
    return counted or not NAMES_A_DAY.isdisjoint(words) or any(_NTH.fullmatch(word) for word in words)


def _counted(sentence: Sentence, here: Sequence[DateMention], known: Sequence[DateMention], word: int) -> When | None:
    """Count two days back from the date of the main clause, or on from the date of the clause that follows."""
    for date in here:
        told = told_clause(sentence, date)
        if told is None:
            continue
        link = sentence.words[date.last + 1].text.lower()
        above, others = list(sentence.ancestors(told)), [d for d in known if d != date]
        if word == told:
            main = date.when if date.when.days.known else None
            base = main or next((w for a in _governors(sentence, above) if (w := own_date(sentence, others, a))), None)
            way = "after" if link == "before" else "before"
        elif word in above[:1] and date.when.days.known:
            return date.when
        elif word in above[:1]:
            base, way = own_date(sentence, others, told), link
        else:
            continue
        found = reckon(f"{date.when.text} {way}", Anchor(told=base.days)) if base else None
        if found and found.days.known:
            return When(f"{date.when.text} {link}", found.days, "derived")
    return None
