"""The date that another word lends: a verb that carries it, a clause at the same time, the day it is set for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truceline.domain.dates import Days, When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import head_of, opening
from truceline.reading.dates.own_days import BESIDE, own_date
from truceline.reading.scene import DateMention

_CARRIERS = """
carry conduct launch stage hold make take occur begin start end happen come follow commit perpetrate mount sign reach
conclude deliver open resume win suffer wage fight give issue impose
"""
CARRIERS = frozenset(_CARRIERS.split())
"""Verbs that only say that an event took place: their date is the date of the noun."""
PHASES = frozenset(["begin", "start", "cease", "stop", "finish", "resume", "fail", "refuse", "manage", "let", "make"])
"""Verbs that happen when what they take up happens."""
AT_ONCE = frozenset({"when", "while", "as"})
WHERE = frozenset({"for", "in", "at", "into", "to", "from", "near", "outside", "inside", "by"})
"""Prepositions of a phrase behind which a day is the verb's."""
MANY = frozenset(
    ["string", "series", "number", "wave", "spate", "round", "handful", "pair", "dozen", "hundred", "score"]
)
"""Nouns that only count the events named after them."""
DAY_WORDS = frozenset(["date", "day", "deadline", "month", "year", "week", "time"])


def date_of_what_goes_on(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of "ceased to exist on Tuesday" to the verb that only tells that it began or ended."""
    if sentence.words[word].lemma not in PHASES:
        return None
    below = sentence.children(word, "xcomp", "ccomp") if sentence.words[word].lemma == "let" else ()
    return next((w for k in (*sentence.children(word, "xcomp"), *below) if (w := own_date(sentence, here, k))), None)


def lent_date(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of a verb that carries an event noun, that a participle goes with, or that shares its front."""
    this = sentence.words[word]
    if at_once := _beside_in_time(sentence, here, word):
        return at_once
    if by_phrase := _of_its_phrase(sentence, here, word):
        return by_phrase
    if this.head < 0:
        return _of_carrier_below(sentence, here, word)
    relation, above = this.relation.partition(":")[0], sentence.words[this.head]
    beside = any(sentence.words[k].text.lower() in BESIDE for k in sentence.children(word, "case"))
    if relation in ("nsubj", "obj", "obl") and above.lemma in CARRIERS and not beside:
        return own_date(sentence, here, this.head) or lent_date(sentence, here, this.head)
    if relation == "obl" and any(sentence.words[k].text.lower() == "with" for k in sentence.children(word, "case")):
        return own_date(sentence, here, this.head)  # "collapsed in April with the sinking of two boats"
    if relation == "nmod" and above.lemma in MANY:
        return own_date(sentence, here, this.head) or lent_date(sentence, here, this.head)
    if relation == "advcl" and _at_once(sentence, word):
        return own_date(sentence, here, this.head)
    if relation in ("advcl", "xcomp") and this.xpos in ("VBG", "VBN") and not sentence.children(word, "mark"):
        return own_date(sentence, here, this.head)
    if relation == "conj":
        first = [d for d in here if d.last < this.head]
        shared = own_date(sentence, first, this.head) or _beside_in_time(sentence, first, this.head)
        shared = shared or opening(sentence, first, this.head)
        return shared if first else _of_carrier_below(sentence, here, word)
    return (
        _of_carrier(sentence, here, word) or _of_carrier_below(sentence, here, word) or _named_day(sentence, here, word)
    )


def _beside_in_time(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date of what happened at the same time: "were killed when a bomb went off on Monday"."""
    for child in sentence.children(word, "advcl") if sentence.words[word].upos == "VERB" else ():
        if _at_once(sentence, child):
            found = own_date(sentence, here, child) or _beside_in_time(sentence, here, child)
            if found:
                return found
    subjects = [k for subject in sentence.children(word, "nsubj") for k in sentence.conjuncts(subject)]
    named = [d for d in here if sentence.words[head_of(sentence, d)].head in subjects and d.last < word]
    on = [d for d in named if sentence.words[d.first - 1].text.lower() == "on"]  # "troops on 19 January burned"
    return on[-1].when if on else None


def _of_its_phrase(sentence: Sentence, here: Sequence[DateMention], verb: int) -> When | None:
    """Give the day that the tree hangs on the last noun of a phrase: "recalled him for talks on March 29"."""
    for child in sentence.children(verb, "obl") if sentence.words[verb].upos == "VERB" else ():
        cases = {sentence.words[k].text.lower() for k in sentence.children(child, "case")}
        if not cases <= WHERE or (cases == {"for"} and sentence.children(child, "det")):
            continue  # "sentenced for the attack on 3 May"
        named = [d for d in here if sentence.words[head_of(sentence, d)].head == child and d.first > child]
        on = [d for d in named if sentence.words[d.first - 1].text.lower() == "on" and d.when.days.width == 1]
        if on:
            return on[0].when
    return None


def _at_once(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause tells what happens at the same time: when, while, as."""
    return any(sentence.words[k].text.lower() in AT_ONCE for k in sentence.children(clause, "mark", "advmod"))


def _of_carrier(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Calls for talks to begin on Monday: the talks are what begins, though another verb governs them."""
    if sentence.words[word].upos not in ("NOUN", "PROPN"):
        return None
    for predicate in sentence.predicates:
        core = [a.head for a in predicate.arguments if a.role in ("ARG0", "ARG1")]
        carries = sentence.words[predicate.word].lemma in CARRIERS and predicate.word > word
        if carries and word in core and (found := own_date(sentence, here, predicate.word)):
            return found
    return None


def _named_day(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """By March 10, the date on which talks are set to begin: the clause tells what happens on that day."""
    below = word
    for above in sentence.ancestors(word):
        if sentence.words[below].relation.startswith("acl") and sentence.words[above].lemma in DAY_WORDS:
            named = [d for d in here if 0 < above - d.last <= 4]
            return _that_day(named[-1].when) if named else None
        below = above
    return None


def _that_day(when: When) -> When:
    """Give the day itself of "by March 10"."""
    last = when.days.latest
    bounded = when.days.earliest is None and last is not None and re.search(r"\b\d{1,2}\b", when.text or "")
    return When(when.text, Days(last, last), "derived") if bounded else when


def _of_carrier_below(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """An attack carried out on Monday: the participle's date is the noun's."""
    for child in sentence.children(word, "acl"):
        if sentence.words[child].xpos == "VBN" and (found := own_date(sentence, here, child)):
            return found
    return None
