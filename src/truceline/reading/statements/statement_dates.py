"""When something was said: the words that date the cue, else no later than the report's publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truceline.domain.dates import Days, When
from truceline.reading.scene import DateMention, Text

if TYPE_CHECKING:
    from truceline.reading.statements.said import Said


STANDING = ("since", "until", "till", "by", "for", "from")
"""Words that begin a stretch of time: somebody "since May the mayor" did not speak in May."""


def dates_of(text: Text, dates: tuple[DateMention, ...], said: list[Said]) -> list[When | None]:
    """Date every statement by the words beside its cue, by what the speaker said just before, or by the report."""
    found: list[When | None] = []
    for number, one in enumerate(said):
        when = _beside_cue(dates, one, said)
        before = said[number - 1] if number else None
        if when is None and before and before.speakers == one.speakers and _goes_on(text, before, one):
            when = found[-1]
        found.append(when or _before_publication(text))
    return found


def _goes_on(text: Text, before: Said, one: Said) -> bool:
    """Tell whether a statement follows another in the same paragraph."""
    a, b = before.begin[0], one.begin[0]
    return bool(one.speakers) and text.sentences[a].paragraph == text.sentences[b].paragraph


def _beside_cue(dates: tuple[DateMention, ...], one: Said, said: list[Said]) -> When | None:
    if one.cue is not None:
        told = [other for other in said if other is one or not (one.cue_spot and other.holds(one.cue_spot))]
        near = [
            date
            for date in dates
            if date.sentence == one.cue.sentence
            and date.when.days.known
            and not (date.when.text or "").lower().startswith(STANDING)
            and not any(
                other.holds((date.sentence, word)) for other in told for word in range(date.first, date.last + 1)
            )
        ]
        in_clause = [date for date in near if any(word in one.clause for word in range(date.first, date.last + 1))]
        if in_clause or near:
            best = min(in_clause or near, key=lambda date: abs(date.first - one.cue.first) if one.cue else 0)
            return best.when
    return None


def _before_publication(text: Text) -> When | None:
    latest = text.document.published.days.latest
    return When(None, Days(None, latest), "derived") if latest else None
