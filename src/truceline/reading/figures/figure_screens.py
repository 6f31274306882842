"""Which amounts are figures: not deadlines, dates in words, small counts in passing."""

from __future__ import annotations

import re

from truceline.domain.number_words import ONES, TENS
from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import class_of
from truceline.reading.figures.measures import Measure
from truceline.reading.scene import AmountMention

OFFSETS = frozenset(("after", "before", "later", "earlier", "ago", "since", "following", "prior", "hence", "away"))
"""After a duration, these make it a date."""
WINDOWS = frozenset((
    "last", "past", "next", "coming", "previous", "following", "first", "recent", "every", "each", "within",
    "preceding", "final",
))  # fmt: skip
"""Before a duration, these make it a date or a deadline."""
TERMS = frozenset(("deadline", "ultimatum", "anniversary", "notice", "limit", "window"))
DEFINITE = frozenset(("the", "these", "those", "both", "their", "its", "his", "her", "our", "other"))
SMALL = 5
_TENS = "|".join(TENS)
_JOINED = re.compile(rf"(?:\w+ )?(?!(?:{_TENS})-(?:{'|'.join(ONES)})\b)[\w.,]+-[a-z]", re.IGNORECASE)
"""A number that only modifies: "a seven-party government"."""
ABSTRACT = frozenset((
    "side", "way", "thing", "reason", "point", "part", "option", "issue", "question", "figure", "number",
    "factor", "kind", "sort", "type", "aspect", "phase", "stage", "step", "front", "hand", "word", "term",
    "condition", "principle",
))  # fmt: skip
"""What is counted only to order a text."""


def tells_a_figure(sentence: Sentence, mention: AmountMention, measure: Measure) -> bool:
    """Tell whether an amount is a figure worth keeping."""
    kind = class_of(mention.amount.unit)
    if kind == "time":
        return _is_duration(sentence, mention)
    if kind == "times":
        return measure.cued or (mention.amount.best or 0) >= 3
    if _of_each(sentence, mention):
        return False
    if _JOINED.match(mention.amount.text) and not measure.known:
        return False
    if mention.amount.relation == "at_least" and _unreal(sentence, mention):
        return False
    if mention.amount.unit is None and mention.noun is None and not measure.cued:
        return False
    if mention.noun is not None and sentence.words[mention.noun].lemma.lower() in ABSTRACT:
        return False
    return not _in_passing(sentence, mention, measure, kind)


def _unreal(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether a vague number stands in what somebody does not do or want: "does not want to kill thousands"."""
    for up in [*sentence.ancestors(mention.first)][:4]:
        negated = any(sentence.words[k].lemma in ("not", "n't", "never") for k in sentence.children(up, "advmod"))
        if negated and not any(c.isdigit() for c in mention.amount.text):
            return True
        if sentence.words[up].relation in ("ccomp", "root", "acl:relcl"):
            break
    return False


def _is_duration(sentence: Sentence, mention: AmountMention) -> bool:
    words = sentence.words
    after = [w.text.lower() for w in words[mention.last + 1 : mention.last + 3]]
    before = [w.text.lower() for w in words[max(0, mention.first - 2) : mention.first]]
    if mention.noun is not None and words[mention.noun].lemma.lower() in TERMS:
        return False
    if after[:1] == ["ago"]:
        return mention.amount.unit == "year" and _since_the_start(sentence, mention)
    if set(after[:1]) & OFFSETS or (after[:1] in (["'s"], ["’s"]) and set(after) & OFFSETS):
        return False
    if set(before) & WINDOWS or (after[:1] and after[0] in WINDOWS):
        return False
    return not (set(before[-1:]) & {"in", "per", "for"} and _ahead_only(sentence, mention))


def _since_the_start(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether "18 years ago" says how long something has lasted: "since the invasion 18 years ago"."""
    return any(w.lemma.lower() in ("since", "begin", "start") for w in sentence.words[: mention.first][-8:])


def _ahead_only(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether "in ten days" is a deadline: its verb lies ahead."""
    for up in sentence.ancestors(mention.last):
        if sentence.words[up].upos in ("VERB", "AUX"):
            return any(sentence.words[k].lemma in ("will", "shall", "must") for k in sentence.children(up, "aux"))
    return False


def _in_passing(sentence: Sentence, mention: AmountMention, measure: Measure, kind: str | None) -> bool:
    """Tell whether a small number only numbers who is spoken of: "the two sides", "one town"."""
    amount = mention.amount
    if amount.relation != "exact" or amount.unit == "percent" or (amount.best or 0) > SMALL:
        return kind is None and amount.low == 3 and amount.best is None and not measure.known
    definite = mention.first > 0 and sentence.words[mention.first - 1].text.lower() in DEFINITE
    if kind == "groups" or (definite and not measure.cued):
        return True
    if amount.best == 1:
        return not (measure.cued and kind == "people")
    return False


def _of_each(sentence: Sentence, mention: AmountMention) -> bool:
    """Tell whether a number is only a rate: "for every ten hostages"."""
    return mention.first > 0 and sentence.words[mention.first - 1].lemma.lower() in ("every", "each", "per")
