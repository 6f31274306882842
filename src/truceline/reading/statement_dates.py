"""When something was said: the words that date the cue, else no later than the report's publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truceline.domain.dates import Days, When
from truceline.reading.scene import DateMention, Text

if TYPE_CHECKING:
    from truceline.reading.said import Said


def when_said(text: Text, dates: tuple[DateMention, ...], one: Said) -> When | None:
    """Date a statement by the time expression of its cue, or by the report itself."""
    if one.cue is not None:
        near = [
            date
            for date in dates
            if date.sentence == one.cue.sentence
            and date.when.days.known
            and not any(one.holds((date.sentence, word)) for word in range(date.first, date.last + 1))
        ]
        in_clause = [date for date in near if any(word in one.clause for word in range(date.first, date.last + 1))]
        if in_clause or near:
            best = min(in_clause or near, key=lambda date: abs(date.first - one.cue.first) if one.cue else 0)
            return best.when
    latest = text.document.published.days.latest
    return When(None, Days(None, latest), "derived") if latest else None
