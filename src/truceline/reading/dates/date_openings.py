"""Dates whose place decides: those that open a sentence or an entry of a list, and those that only end something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truceline.domain.date_patterns import YEAR
from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.scene import DateMention

BEFORE = frozenset({"PUNCT", "SYM", "ADP", "SCONJ", "DET", "X", "CCONJ"})
"""What may stand in front of a date that opens a sentence: a bullet, "on", "and"."""
FARTHEST = 3
"""Words in front of a date that still opens its sentence."""


def opening(sentence: Sentence, here: Sequence[DateMention], word: int) -> When | None:
    """Give the date that opens a sentence or an entry of a list, which the tree hangs on no verb: it dates the clause.

    "16 Nov: armed men abducted two drivers", "Last spring militias burned nine villages".
    """
    for date in here:
        if not _opens(sentence, date) or re.fullmatch(YEAR, date.when.text or "") or word <= date.last:
            continue
        head = head_of(sentence, date)
        if heads_entry(sentence, date.first, date.last) and not _told_apart(sentence, word):
            return date.when
        above = sentence.words[head].head
        if above >= 0 and sentence.words[above].upos in ("VERB", "AUX") and sentence.words[above].relation != "amod":
            continue  # the tree knows which verb it dates
        if word == _clause_behind(sentence, date, head):
            return date.when
    return None


def heads_entry(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a date heads an entry of a list, "5 May: gunmen burned the mill": it dates all that follows."""
    after = sentence.words[last + 1].text if last + 1 < len(sentence.words) else ""
    before = sentence.words[:first]
    opens = len(before) <= FARTHEST and all(w.upos in BEFORE for w in before)
    return opens and after in (":", "-", "–", "—", "|")


def _told_apart(sentence: Sentence, word: int) -> bool:
    """Tell whether a word stands in a clause of another time: "after rebels had left"."""
    for at in (word, *sentence.ancestors(word)):
        if any(
            sentence.words[k].text.lower() in ("after", "before", "since")
            for k in sentence.children(at, "mark", "case")
        ):
            return True
    return False


def _opens(sentence: Sentence, date: DateMention) -> bool:
    before = sentence.words[: date.first]
    return len(before) <= FARTHEST and all(w.upos in BEFORE for w in before)


def _clause_behind(sentence: Sentence, date: DateMention, head: int) -> int | None:
    """Give what the clause after an opening date tells: its verb, or the noun of an entry without one."""
    at = sentence.words[head].head
    if at < 0:  # the date itself is the root: what hangs on it is the entry
        below = [k for k in sentence.children(head, "parataxis", "appos", "dep", "list") if k > date.last]
        return next((k for k in below if sentence.words[k].upos != "NUM"), None)
    while at >= 0 and sentence.words[at].upos not in ("VERB", "AUX") and sentence.words[at].head > at:
        at = sentence.words[at].head
    if sentence.words[at].upos == "VERB":
        return at
    later = range(date.last + 1, len(sentence.words))
    verbs = (i for i in later if sentence.words[i].upos == "VERB" and not sentence.words[i].relation.startswith("acl"))
    return next(verbs, None)


def head_of(sentence: Sentence, date: DateMention) -> int:
    """Give the word of a date that the tree hangs on a word outside it."""
    inside = range(date.first, date.last + 1)
    return next((i for i in inside if sentence.words[i].head not in inside), date.first)


def only_its_end(sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a date is what something was put off or prolonged to: "20 more days, to June 20"."""
    front = sentence.words[date.first - 1].text.lower() if date.first else ""
    if front == "the" and date.first > 1:
        front = sentence.words[date.first - 2].text.lower()
    return front == "to"
