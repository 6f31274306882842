"""Readings dated anew where other reports have bounded the publication of the report that they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Published
from truceline.domain.mention import Reading
from truceline.reconcile.told_days import AHEAD, dated_anew

Publications = Mapping[str, Published]


def all_redated(readings: Sequence[Reading], published: Publications) -> tuple[Reading, ...]:
    """Date anew what counts from publication: past until then, to come from then on, "on Tuesday" beside it."""
    return tuple(redated(r, published[r.document.id].days) for r in readings)


def redated(reading: Reading, new: Days) -> Reading:
    """Give a reading with its dates counted from other days of publication than its own document knows."""
    old = reading.document.published.days
    if old == new:
        return reading
    return replace(
        reading,
        events=tuple(replace(e, when=_again(e.when, old, new, e.status)) for e in reading.events),
        figures=tuple(
            replace(f, as_of=_if_told(f.as_of, old, new, "occurred"), by=_if_told(f.by, old, new, "planned"))
            for f in reading.figures
        ),
        statements=tuple(replace(s, when=_said(s.when, old, new)) for s in reading.statements),
        agreements=tuple(replace(a, when=_if_told(a.when, old, new, "occurred")) for a in reading.agreements),
        deeds=tuple(replace(d, when=_if_told(d.when, old, new, "occurred")) for d in reading.deeds),
    )


def _if_told(when: When | None, old: Days, new: Days, status: str) -> When | None:
    return None if when is None else _again(when, old, new, status)


def _said(when: When | None, old: Days, new: Days) -> When | None:
    """Date anew what was said: no later than the report that tells it."""
    found = _again(when or When(None, UNKNOWN_DAYS, "unknown"), old, new, "occurred")
    return found if found.days.known else when


def _again(when: When, old: Days, new: Days, status: str) -> When:
    if when.basis == "stated":
        return when
    if when.text is not None:
        return dated_anew(when, new, status)
    if not when.days.known:
        limit = Days(new.earliest, None) if status in AHEAD else Days(None, new.latest)
        return replace(when, days=limit, basis="derived") if limit.known else when
    earliest = new.earliest if when.days.earliest == old.earliest else when.days.earliest
    latest = new.latest if when.days.latest == old.latest else when.days.latest
    if (earliest, latest) == (when.days.earliest, when.days.latest) or (earliest and latest and earliest > latest):
        return when
    past = when.days.earliest is None
    kept = Days(None, latest) if past else Days(earliest, None) if when.days.latest is None else Days(earliest, latest)
    return replace(when, days=kept, basis="derived")
