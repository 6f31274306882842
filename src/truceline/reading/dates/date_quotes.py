"""What "today" means inside quotation marks: the day on which it was said, where the words beside the quote tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import When
from truceline.domain.sentences import Sentence
from truceline.reading.dates.date_openings import head_of
from truceline.reading.scene import DateMention, Text

DEICTIC = re.compile(
    r"(?:(?:by|since|until|from) )?(?:today|yesterday|tomorrow|tonight|last night"
    r"|(?:this|tomorrow|yesterday) (?:morning|afternoon|evening)|(?:last|this|next) (?:week|month|year|weekend)"
    r"|(?:\w+ ){1,3}ago|(?:\w+ ){1,3}from now)",
    re.IGNORECASE,
)
MARKS = frozenset({'"', "“", "”", "``", "''"})
LYING = frozenset(["locate", "situate", "base", "name", "call", "know"])
TELLING = ("ccomp", "parataxis", "obj")


def as_said(text: Text, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Count "today" and the like in a quote from the day of its telling, where its sentence names that day."""
    return tuple(_as_said(text.sentences[d.sentence], dates, d) for d in dates)


def _as_said(sentence: Sentence, dates: Sequence[DateMention], date: DateMention) -> DateMention:
    if not DEICTIC.fullmatch(date.when.text or "") or not _quoted(sentence, date.first):
        return date
    said = [d for d in dates if d.sentence == date.sentence and d != date and d.when.days.width == 1]
    for other in said:
        verb = teller_of(sentence, other.first, other.last)
        if verb is None:
            verb = sentence.words[head_of(sentence, other)].head
        if verb >= 0 and not _quoted(sentence, other.first) and _told_by(sentence, date, verb):
            tense = "future" if re.search(r"tomorrow|tonight|next|from now", date.when.text or "") else "past"
            found = reckon(date.when.text or "", Anchor(other.when.days, tense=tense))
            if found and found.days.known:
                return replace(date, when=When(date.when.text, found.days, "derived"))
    return date


def teller_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Give the verb that a date belongs to where the tree hangs it on a word inside the quote in front of it.

    What only tells where something lies has no day either: "an attack on a post located in the hills on Monday".
    """
    head = next((w.head for w in sentence.words[first : last + 1] if not first <= w.head <= last), -1)
    if head >= 0 and sentence.words[head].lemma in LYING and sentence.words[head].relation.startswith("acl"):
        return next((a for a in sentence.ancestors(head) if sentence.words[a].upos == "VERB"), None)
    if head < 0 or head >= first or not any(w.text in MARKS for w in sentence.words[head:first]):
        return None
    if not _quoted(sentence, head) or _quoted(sentence, first):
        return None
    above = sentence.words[head].head
    told = sentence.words[head].relation.partition(":")[0] in TELLING
    return above if told and head < above < first else None


def _quoted(sentence: Sentence, word: int) -> bool:
    """Tell whether a word stands inside quotation marks that its own sentence opens or closes."""
    before = sum(w.text in MARKS for w in sentence.words[:word])
    behind = sum(w.text in MARKS for w in sentence.words[word + 1 :])
    return before % 2 == 1 or (before == 0 and behind % 2 == 1)


def _told_by(sentence: Sentence, date: DateMention, verb: int) -> bool:
    """Tell whether a date lies in what a verb tells."""
    below = date.first
    for above in sentence.ancestors(date.first):
        if above == verb:
            return sentence.words[below].relation.partition(":")[0] in TELLING
        below = above
    return False
