"""The date that stands in the clause of a word and belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truceline.domain.counts import read_count
from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_bounds import bounded, narrowest
from truceline.reading.dates.date_openings import head_of
from truceline.reading.scene import DateMention

LASTING = frozenset({"since", "until", "till"})
BESIDE = frozenset(
    ["amid", "amidst", "despite", "after", "before", "following", "since", "over", "about", "against", "without"]
)
MATTERS = frozenset(["over", "for", "about", "against", "into", "with", "despite"])
"""Prepositions before what a deed is about: the date of that is not the date of the deed."""
COUNTS_FROM = frozenset({"after", "before", "into"})
"""What stands between a count and what it is told from: "five days into the siege"."""
DATING = ("obl", "nmod", "advmod", "nummod", "appos", "compound", "amod", "dep")


def own_date(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date that a word has by its own roles, or by standing next to it in the tree."""
    predicate = sentence.predicate_at(word)
    times = [a for a in predicate.arguments if a.role == "ARGM-TMP"] if predicate else []
    found = [
        _bounded(sentence, d, a.head)
        for a in times
        for d in here
        if a.first <= d.last and d.first <= a.last and _near(sentence, d, a.head, word)
    ]
    if not found:
        found = [d.when for d in here if _teller_before(sentence, head_of(sentence, d)) == word]
    if not found:
        found = [
            _bounded(sentence, d, k) for k in sentence.children(word, *DATING) for d in here if _covers(sentence, d, k)
        ]
    if not found:
        lasting = _standing(sentence, word)
        found = [_bounded(sentence, d, k) for k in lasting for d in here if k in _at_or_above(sentence, d)]
    return narrowest(found)


def _bounded(sentence: Sentence, date: DateMention, head: int) -> When:
    """Read what bounds a date; "five days after the report" is the day itself."""
    return date.when if told_clause(sentence, date) == head else bounded(sentence, date, head)


def _at_or_above(sentence: Sentence, date: DateMention) -> tuple[int, int]:
    head = head_of(sentence, date)
    return head, sentence.words[head].head


def _standing(sentence: Sentence, verb: int) -> list[int]:
    """Give what the tree hangs on an object but tells how long the verb lasts: "observed a truce since the accord"."""
    phrases = [k for obj in sentence.children(verb, "obj") for k in sentence.children(obj, "nmod") if k > verb]
    return [k for k in phrases if any(sentence.words[c].text.lower() in LASTING for c in sentence.children(k, "case"))]


def told_clause(sentence: Sentence, date: DateMention) -> int | None:
    """Give the word that a count is told from, "signed" in "two days after the deal was signed"; None without one."""
    link = date.last + 1
    if link >= len(sentence.words) or sentence.words[link].text.lower() not in COUNTS_FROM:
        return None
    told = sentence.words[link].head
    return told if told > link and read_count(plain_words(date)) is not None else None


def plain_words(date: DateMention) -> str:
    """Give the words of a date without what only bounds them: "just", "more than"."""
    return re.sub(
        r"^(?:(?:just|only|less than|more than|about|nearly|almost|some|over|under) )+",
        "",
        (date.when.text or "").lower(),
    )


def _near(sentence: Sentence, date: DateMention, head: int, word: int) -> bool:
    """Tell whether a date is the time argument itself, not a date inside a clause that is one."""
    at = head_of(sentence, date)
    if _of_the_teller(sentence, at, word) or _only_beside(sentence, at, word) or _of_a_relative(sentence, at, word):
        return False
    for above in (at, *sentence.ancestors(at)):
        if above in (head, word):
            return not (above == head != at and _is_clause(sentence, head))
        if _is_clause(sentence, above):
            return False
    return False


def _of_a_relative(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date belongs to a relative clause below: "freed two men who were kidnapped last week"."""
    above = list(sentence.ancestors(at))
    below = above[: above.index(word)] if word in above else []
    return any(sentence.words[k].relation == "acl:relcl" for k in below)


def _only_beside(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date is the main clause's, and the noun only goes with it: "met on Monday amid clashes"."""
    if at in sentence.subtree(word) or sentence.words[word].upos == "VERB":
        return False
    return any(sentence.words[k].text.lower() in BESIDE for k in sentence.children(word, "case"))


def _teller_before(sentence: Sentence, at: int) -> int | None:
    """Give the verb right in front of a bare weekday if its clause follows: "said Wednesday the men had died"."""
    before = at - 1
    if before < 0 or sentence.words[before].upos != "VERB" or sentence.children(at, "case"):
        return None
    return before if any(k > at for k in sentence.children(before, "ccomp", "parataxis")) else None


def _of_the_teller(sentence: Sentence, at: int, word: int) -> bool:
    """Tell whether a date hangs on the verb that reports the word's clause: "said on Tuesday that troops left"."""
    governor = _teller_before(sentence, at) or sentence.words[at].head
    if governor == word or sentence.words[word].upos != "VERB":
        return False
    below = word
    for above in sentence.ancestors(word):
        if above == governor:
            return sentence.words[below].relation.partition(":")[0] in ("ccomp", "parataxis", "advcl", "acl")
        below = above
    return False


def _is_clause(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].relation.partition(":")[0] in ("advcl", "acl", "ccomp", "xcomp", "parataxis")


def _covers(sentence: Sentence, date: DateMention, child: int) -> bool:
    """Tell whether a date is a phrase below a word, with nothing but its own words in between."""
    if date.first <= child <= date.last:
        return True
    head = head_of(sentence, date)
    cases = {sentence.words[k].text.lower() for k in sentence.children(child, "case")}
    if cases & MATTERS and not (cases == {"with"} and sentence.predicate_at(child) and _of_a_day(sentence, date)):
        return False  # "sentenced over the 2009 massacre"; but "overthrew them with the invasion of October 2001"
    return sentence.words[head].head == child and sentence.words[child].relation.startswith(("obl", "nmod:unmarked"))


def _of_a_day(sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a date stands behind its noun: "the invasion of October 2001", not "the 2001 invasion"."""
    return date.first > 0 and sentence.words[date.first - 1].text.lower() in ("of", "in", "on")
