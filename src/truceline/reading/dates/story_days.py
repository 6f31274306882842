"""Days that a story lends to what it tells without one: of its entry, its night, or the time that it has reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truceline.domain.dates import Days, When, told_since
from truceline.domain.sentences import Sentence
from truceline.reading.dates.clause_tenses import clause_tense, dated_verb
from truceline.reading.dates.date_openings import head_of, heads_entry
from truceline.reading.scene import DateMention

HOURS = frozenset("dawn daybreak sunrise dusk sunset nightfall midnight noon midday".split())
OPENS = 3
"""Words within which the hour of a sentence opens it."""
FINE = 7
"""Days up to which a date is a day that a story has reached."""
GOES_ON = 3
"""Sentences of a paragraph for which a story goes on from a date."""
TELLS = ("ccomp", "parataxis")
ASIDE = frozenset({"acl", "amod", "appos", "advcl"})
DATES = ("obl", "advmod")
AT_ONCE = frozenset({"when", "while", "as"})
CALL = 7
"""Words of a sentence that only calls up a time: "We remember that November." """


def entry_of(sentence: Sentence, dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> When | None:
    """Give the day that heads an entry of a list for all that it tells: "10 June: The bombing ends. Troops go"."""
    for told in reversed(dates):
        there = sentences[told.sentence]
        here = told.sentence < sentence.index and there.paragraph == sentence.paragraph and told.when.days.known
        if here and heads_entry(there, told.first, told.last):
            return When(told.when.text, told.when.days, "derived")
    return None


def hour_of_story(sentence: Sentence, dates: Sequence[DateMention], sentences: Sequence[Sentence]) -> When | None:
    """Give the day of what opens with an hour, "Before dawn": that which its paragraph has just told, or the next."""
    hour = next((i for i, word in enumerate(sentence.words[:OPENS]) if word.text.lower() in HOURS), None)
    if hour is None:
        return None
    for told in reversed(dates):
        there = sentences[told.sentence]
        if there.paragraph == sentence.paragraph and 0 < sentence.index - told.sentence <= 2:
            first, last, width = told.when.days.earliest, told.when.days.latest, told.when.days.width or 0
            words = " ".join(word.text for word in sentence.words[: hour + 1])
            near = first is not None and last is not None and 0 < width <= 2
            return When(words, Days(first, last + timedelta(days=1)), "derived") if near and last else None
    return None


def story_day(
    sentence: Sentence, dates: Sequence[DateMention], word: int, sentences: Sequence[Sentence], *, spoken: bool
) -> date | None:
    """Give the day that the story of a paragraph has reached when it tells a word.

    The day on which somebody told of something is that of no deed; what is said next follows on it all the same.
    """
    above = {word, *sentence.ancestors(word)}
    if any(clause_tense(sentence, at) == "before" for at in above) or _finite_tense(sentence, word) == "perfect":
        return None  # "so far 300 rifles have been handed in" goes on from no day
    for told in reversed(list(_before(sentence, dates, word, sentences))):
        there, days = sentences[told.sentence], told.when.days
        verb = dated_verb(there, told)
        telling = verb is not None and bool(there.children(verb, *TELLS))
        if telling and (not spoken or (told.sentence == sentence.index and verb in above)):
            continue
        return days.earliest if days.width is not None and days.width <= FINE else None
    return None


def told_of_old(
    sentence: Sentence, dates: Sequence[DateMention], word: int, sentences: Sequence[Sentence], published: Days
) -> Days | None:
    """Give the days between which a story long past tells a word: from the date told before it to the one told next.

    "In November 1989 the rebels came down from the hills. They dug in among the houses": not before that month.
    """
    if _finite_tense(sentence, word) != "past":
        return None
    here = (sentence.index, word)
    before = [d for d in dates if (d.sentence, d.last) < here and _of_story(sentence, d, sentences)]
    if not before:
        return None
    told, begin = before[-1].when.days, told_since(published)
    if begin is not None and told.latest is not None and told.latest >= begin:
        return None
    since = told.earliest or (told.latest and told.latest.replace(day=1))  # "By May the towns were gone. Then"
    behind = (d.when.days for d in dates if (d.sentence, d.first) > here and _of_story(sentence, d, sentences))
    after = next(behind, None)
    on = after is not None and after.latest and since and after.latest >= since
    return Days(since, after.latest if after is not None and on else None)


def _of_story(sentence: Sentence, told: DateMention, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a date dates what a story tells near by: a clause in the simple past, told for itself."""
    there = sentences[told.sentence]
    near = there.paragraph == sentence.paragraph and abs(told.sentence - sentence.index) <= GOES_ON
    if not near or told.when.days.latest is None or (told.when.days.earliest and told.when.days.width is None):
        return False
    if len(there.words) <= CALL and there.part == sentence.part:
        return True  # "Remember 1989. They came down from the hills"
    verb = dated_verb(there, told)
    if verb is None or there.words[head_of(there, told)].relation.partition(":")[0] not in DATES:
        return False
    if (
        there.words[verb].relation == "advcl"
        and {there.words[k].text.lower() for k in there.children(verb, "mark", "advmod")} & AT_ONCE
    ):
        return clause_tense(there, verb) == "past"
    return not _aside(there, told) and clause_tense(there, verb) in ("past", "before")


def _finite_tense(sentence: Sentence, word: int) -> str | None:
    """Tell the tense of the clause that tells a word; None where it goes with a noun or another clause."""
    for at in (word, *sentence.ancestors(word)):
        if sentence.words[at].relation.partition(":")[0] in ASIDE:
            return None
        if tense := clause_tense(sentence, at):
            return tense
    return None


def _before(
    sentence: Sentence, dates: Sequence[DateMention], word: int, sentences: Sequence[Sentence]
) -> Iterator[DateMention]:
    for told in dates:
        there = sentences[told.sentence]
        same = told.sentence == sentence.index and told.last < word
        near = told.sentence < sentence.index and there.paragraph == sentence.paragraph and there.part == sentence.part
        if (same or near) and told.when.days.known and not _aside(there, told):
            yield told


def _aside(sentence: Sentence, told: DateMention) -> bool:
    """Tell whether a date belongs to a clause that only goes with a noun: "a meeting planned for Sunday"."""
    head = head_of(sentence, told)
    chain = (head, *sentence.ancestors(head))
    return any(sentence.words[k].relation.partition(":")[0] in ASIDE for k in chain)
