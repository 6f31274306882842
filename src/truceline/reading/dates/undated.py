"""What is told without a date: whether it is told as news, and since when at the earliest.

A report of the news dates what is long past ("In May 2014 the rebels took the town") and leaves undated what has just
happened ("The minister welcomed the step"). What follows a day in a paragraph mostly lies on it or after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truceline.domain.dates import LATELY, Days, When, news_since
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import head_of, heads_entry
from truceline.reading.dates.date_quotes import teller_of
from truceline.reading.scene import DateMention

TELLS = frozenset({"ccomp", "parataxis"})
APART = frozenset({"after", "before", "since", "until", "till", "once"})
LONG = frozenset("""
always ever never long once formerly previously originally historically traditionally earlier already since until
first often repeatedly frequently annually
""".split())  # fmt: skip
SPANS = frozenset("""
year decade century generation era past history war campaign conflict month week time occasion
""".split())  # fmt: skip
"""What lasts: "during the war", "for years", "in the past" tell of no one day."""
PAPERS = frozenset({"agreement", "accord", "deal", "pact", "treaty", "constitution", "law", "resolution", "charter"})
"""What binds since its own day: "in the agreement the state undertook"."""
ASIDE = frozenset({"acl", "amod", "appos", "advcl"})
BEFORE_IT = frozenset({"after", "following", "over", "amid"})
"""Before what came first: "ended the talks over a bombing"."""
HOURS = frozenset("dawn daybreak sunrise dusk sunset nightfall midnight noon midday".split())
OPENS = 3
"""Words within which the hour of a sentence opens it."""
FINE = 7
"""Days up to which a date is a day that a story has reached."""


def told_lately(sentence: Sentence, dates: Sequence[DateMention], word: int, published: Days, within: range) -> bool:
    """Tell whether a clause is told as news: in a simple past, a perfect or a present, of no time long past."""
    verb = _finite(sentence, word)
    if verb is None or _lasting(sentence, verb):
        return False
    begin = news_since(published)
    said = [d for d in dates if d.sentence == sentence.index and d.when.days.known]
    return not any(_long_past(d, begin) and (_governs(sentence, d, verb) or d.first in within) for d in said)


def _long_past(told: DateMention, begin: date | None) -> bool:
    last = told.when.days.latest
    return last is not None and (begin is None or last < begin)


def _governs(sentence: Sentence, told: DateMention, verb: int) -> bool:
    """Tell whether a date hangs on the clause of a verb or on one above it."""
    head = head_of(sentence, told)
    above = next((a for a in sentence.ancestors(head) if sentence.words[a].upos in ("VERB", "AUX")), None)
    return above is None or above == verb or above in tuple(sentence.ancestors(verb))


def _finite(sentence: Sentence, word: int) -> int | None:
    """Give the finite verb that tells a word; None where the clause looks back or tells of no time."""
    at: int | None = word
    for _ in range(len(sentence.words)):
        if at is None or at < 0:
            return None
        this = sentence.words[at]
        relation = this.relation.partition(":")[0]
        marks = {sentence.words[k].text.lower() for k in sentence.children(at, "mark", "case")}
        if relation in ("acl", "amod", "nmod", "appos", "compound") or marks & APART:
            return None
        if relation == "conj" and _of_a_noun(sentence, this.head):
            return None  # "who burned the camp in May and murdered the priest"
        tense = _tense(sentence, at)
        if tense == "before":
            return at if _in_speech(sentence, at) else None
        if tense == "now":
            return at
        at = this.head if relation != "root" else None
    return None


def _of_a_noun(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause, or the one that it goes on from, only goes with a noun."""
    relation = sentence.words[verb].relation.partition(":")[0]
    return relation == "acl" or (relation == "conj" and _of_a_noun(sentence, sentence.words[verb].head))


def _tense(sentence: Sentence, at: int) -> str | None:
    """Tell the tense of a verb: now for simple past, perfect and present, before for "had done"; None if not finite."""
    verb = sentence.words[at]
    aux = {sentence.words[k].text.lower() for k in sentence.children(at, "aux", "cop")}
    marks = {sentence.words[k].text.lower() for k in sentence.children(at, "mark")}
    if "to" in marks and aux & {"is", "are", "was", "were"}:
        return None  # "is to decide"
    if "had" in aux or "'d" in aux:
        return "before"
    if aux & {"has", "have", "'ve", "did", "was", "were", "is", "are", "am", "'s", "does", "do"}:
        return "now"
    if aux:
        return None
    if verb.upos == "VERB" and verb.xpos in ("VBD", "VBZ", "VBP"):
        return "now"
    if verb.relation.partition(":")[0] == "conj":
        return _tense(sentence, verb.head)
    return None


def _in_speech(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause is what somebody tells: "said that rebels had burned the mill"."""
    chain = (verb, *sentence.ancestors(verb))
    return any(sentence.words[k].relation.partition(":")[0] in TELLS for k in chain)


def _lasting(sentence: Sentence, verb: int) -> bool:
    for k in sentence.children(verb, "advmod", "obl", "nmod"):
        word = sentence.words[k]
        if word.lemma.lower() in LONG or (word.upos in ("NOUN", "PROPN") and word.lemma.lower() in SPANS | PAPERS):
            return True
    return False


def told_on(sentence: Sentence, dates: Sequence[DateMention], word: int) -> When | None:
    """Give the date on which somebody told of a word: "said on Friday that rebels had burned the mill"."""
    below = word
    for above in sentence.ancestors(word):
        if _is_told(sentence, below):
            on = next((d for d in _narrow(sentence, dates) if _verb_of(sentence, d) == above), None)
            if on is not None:
                return on.when
        below = above
    return None


def follows_on(sentence: Sentence, dates: Sequence[DateMention], word: int) -> When | None:
    """Give the date of what came of a word: "halted the talks in May over a bombing", "signed in May after he fled"."""
    for at in (word, *sentence.ancestors(word)):
        this = sentence.words[at]
        links = {sentence.words[k].text.lower() for k in sentence.children(at, "case", "mark")}
        if links & BEFORE_IT and this.relation.partition(":")[0] in ("obl", "advcl", "nmod") and this.head >= 0:
            verbs = {this.head, *sentence.ancestors(this.head)}
            return next((d.when for d in _narrow(sentence, dates, LATELY) if _verb_of(sentence, d) in verbs), None)
    return None


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


def _is_told(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause is what is told: "said that he left", "declared in a message that it was leaving"."""
    marks = {sentence.words[k].text.lower() for k in sentence.children(clause, "mark")}
    relation = sentence.words[clause].relation.partition(":")[0]
    return relation in TELLS or (relation == "acl" and "that" in marks)


def of_what_was_to_come(sentence: Sentence, dates: Sequence[DateMention], word: int, published: Days) -> When | None:
    """Give the past day that the tree hangs on an infinitive: "signed a pact to begin talks on 3 May" means then."""
    for told in _narrow(sentence, dates):
        verb = _verb_of(sentence, told)
        last = told.when.days.latest
        if verb is None or verb <= word or last is None or published.latest is None or last > published.latest:
            continue
        marks = {sentence.words[k].text.lower() for k in sentence.children(verb, "mark")}
        front = sentence.words[told.first - 1].text.lower()
        above = list(sentence.ancestors(verb))
        if "to" in marks and front in ("on", "in") and word in above and not _finite_between(sentence, above, word):
            return told.when
    return None


def _finite_between(sentence: Sentence, above: Sequence[int], word: int) -> bool:
    return any(_tense(sentence, k) is not None for k in above[: above.index(word)])


def story_day(
    sentence: Sentence, dates: Sequence[DateMention], word: int, sentences: Sequence[Sentence], *, spoken: bool
) -> date | None:
    """Give the day that the story of a paragraph has reached when it tells a word.

    The day on which somebody told of something is that of no deed; what is said next follows on it all the same.
    """
    above = {word, *sentence.ancestors(word)}
    if any(_tense(sentence, at) == "before" for at in above):
        return None
    for told in reversed(list(_before(sentence, dates, word, sentences))):
        there, days = sentences[told.sentence], told.when.days
        verb = _verb_of(there, told)
        telling = verb is not None and bool(there.children(verb, *TELLS))
        if telling and (not spoken or (told.sentence == sentence.index and verb in above)):
            continue
        return days.earliest if days.width is not None and days.width <= FINE else None
    return None


def _narrow(sentence: Sentence, dates: Sequence[DateMention], widest: int = FINE) -> Iterator[DateMention]:
    for told in dates:
        width = told.when.days.width if told.sentence == sentence.index else None
        if width is not None and width <= widest:
            yield told


def _verb_of(sentence: Sentence, told: DateMention) -> int | None:
    """Give the verb that a date hangs on."""
    teller = teller_of(sentence, told.first, told.last)
    if teller is not None:
        return teller
    return next((a for a in sentence.ancestors(head_of(sentence, told)) if sentence.words[a].upos == "VERB"), None)


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
