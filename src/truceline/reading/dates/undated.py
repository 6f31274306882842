"""What is told without a date: whether it is told as news, and since when at the earliest.

A report of the news dates what is long past ("In May 2014 the rebels took the town") and leaves undated what has just
happened ("The minister welcomed the step"). What follows a day in a paragraph mostly lies on it or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from truceline.domain.dates import LATELY, Days, When, told_since
from truceline.domain.sentences import Sentence
from truceline.reading.dates.clause_tenses import TOLD, clause_tense, dated_verb
from truceline.reading.dates.date_openings import head_of
from truceline.reading.dates.own_days import told_clause
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
BEFORE_IT = frozenset({"after", "following", "over", "amid"})
"""Before what came first: "ended the talks over a bombing"."""
FINE = 7
"""Days up to which a date is a day to go by."""
MANY = re.compile(r"\d{3,}|\d{1,3}[,.]\d{3}|hundreds?|thousands?|millions?")
"""So many do not die or come home in a day: "80,000 people have been killed" sums up a war."""


def told_lately(sentence: Sentence, dates: Sequence[DateMention], word: int, published: Days, within: range) -> bool:
    """Tell whether a clause is told as news: in a simple past, a perfect or a present, of no time long past."""
    verb = _finite(sentence, word)
    if verb is None or _lasting(sentence, verb) or _summed_up(sentence, verb) or _counted_from(sentence, dates, verb):
        return False
    begin = told_since(published)
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
        if relation == "conj" and (_of_a_noun(sentence, this.head) or _goes_on_apart(sentence, at)):
            return None  # "who burned the camp in May and murdered the priest"
        tense = clause_tense(sentence, at)
        if tense == "before":
            return at if _in_speech(sentence, at) else None
        if tense in TOLD:
            return at
        at = this.head if relation != "root" else None
    return None


def _summed_up(sentence: Sentence, verb: int) -> bool:
    """Tell whether a perfect gives the sum of a time that nobody names."""
    if clause_tense(sentence, verb) != "perfect":
        return False
    core = sentence.children(verb, "nsubj", "obj")
    near = [*core, *(k for one in core for k in sentence.children(one, "nummod"))]
    return any(MANY.fullmatch(sentence.words[k].text.lower()) for k in near)


def _counted_from(sentence: Sentence, dates: Sequence[DateMention], verb: int) -> bool:
    """Tell whether a clause counts from what nobody has dated: "six days after the second round"."""
    open_ = [d for d in dates if d.sentence == sentence.index and not d.when.days.known]
    return any(dated_verb(sentence, d) == verb and told_clause(sentence, d) is not None for d in open_)


def _goes_on_apart(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause goes on from one that is told apart: "after he sent in troops and wrecked the talks"."""
    while sentence.words[verb].relation.partition(":")[0] == "conj":
        verb = sentence.words[verb].head
        if any(sentence.words[k].text.lower() in APART for k in sentence.children(verb, "mark")):
            return True
    return False


def _of_a_noun(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause, or the one that it goes on from, only goes with a noun."""
    relation = sentence.words[verb].relation.partition(":")[0]
    return relation == "acl" or (relation == "conj" and _of_a_noun(sentence, sentence.words[verb].head))


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
            on = next((d for d in _narrow(sentence, dates) if dated_verb(sentence, d) == above), None)
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
            return next((d.when for d in _narrow(sentence, dates, LATELY) if dated_verb(sentence, d) in verbs), None)
    return None


def _is_told(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause is what is told: "said that he left", "declared in a message that it was leaving"."""
    marks = {sentence.words[k].text.lower() for k in sentence.children(clause, "mark")}
    relation = sentence.words[clause].relation.partition(":")[0]
    return relation in TELLS or (relation == "acl" and "that" in marks)


def of_what_was_to_come(sentence: Sentence, dates: Sequence[DateMention], word: int, published: Days) -> When | None:
    """Give the past day that the tree hangs on an infinitive: "signed a pact to begin talks on 3 May" means then."""
    for told in _narrow(sentence, dates):
        verb = dated_verb(sentence, told)
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
    return any(clause_tense(sentence, k) is not None for k in above[: above.index(word)])


def _narrow(sentence: Sentence, dates: Sequence[DateMention], widest: int = FINE) -> Iterator[DateMention]:
    for told in dates:
        width = told.when.days.width if told.sentence == sentence.index else None
        if width is not None and width <= widest:
            yield told
