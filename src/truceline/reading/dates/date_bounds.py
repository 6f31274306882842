"""What a preposition makes of a date inside a phrase, and which of several dates of one word is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from truceline.domain.dates import Days, When
from truceline.domain.sentences import Sentence
from truceline.reading.scene import DateMention

BOUNDS: dict[str, Callable[[Days], Days]] = {
    "since": lambda d: Days(d.earliest, None), "after": lambda d: Days(d.earliest, None),
    "until": lambda d: Days(None, d.latest), "till": lambda d: Days(None, d.latest),
    "by": lambda d: Days(None, d.latest),
    "before": lambda d: Days(None, d.latest), "following": lambda d: Days(d.earliest, None),
}  # fmt: skip
"""What "since the 2001 invasion" makes of the date of the invasion."""


def bounded(sentence: Sentence, date: DateMention, head: int) -> When:
    """Read "since the invasion of 2001": the date is the invasion's, the argument only begins or ends there."""
    if date.first <= head <= date.last:
        return date.when
    case = next((sentence.words[k].text.lower() for k in sentence.children(head, "case", "mark")), "")
    bound = BOUNDS.get(case)
    return replace(date.when, days=bound(date.when.days), basis="derived") if bound else date.when


def narrowest(found: Sequence[When]) -> When | None:
    """Choose among the dates of one word: those that meet are one, else the first."""
    if not found:
        return None
    best = found[0]
    for when in found[1:]:
        if when.days.width is not None and (best.days.width is None or when.days.width < best.days.width):
            best = when if when.days.meets(best.days) else best
    return best
