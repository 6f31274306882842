"""Days of publication that other reports help to bound.

A report is not older than what it tells as past, and not younger than what it tells as still to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from truceline.domain.dates import Days, When
from truceline.domain.document import Published
from truceline.domain.items import Agreement, Event, EventAccount
from truceline.reconcile.merging import merged_when

SIGNED = frozenset({"signed", "in_force", "suspended", "ended"})
NEGOTIATED = frozenset({"proposed", "under_negotiation"})
PAST, TO_COME = frozenset({"occurred"}), frozenset({"planned", "conditional"})


def narrowed(
    published: dict[str, Published], events: Sequence[Event], agreements: Sequence[Agreement]
) -> dict[str, Published]:
    """Bound reports that state no date by events and signings that other reports date to the day."""
    return _before_signing(_around_events(published, events), agreements)


def _before_signing(published: dict[str, Published], agreements: Sequence[Agreement]) -> dict[str, Published]:
    """A report that tells an agreement as still negotiated appeared before the day on which it was signed."""
    found = dict(published)
    for agreement in agreements:
        signed = {
            a.date.days.latest
            for a in agreement.accounts
            if a.status in SIGNED and a.date and a.date.days.width == 1 and published[a.report].basis == "stated"
        }
        for account in agreement.accounts:
            old = found[account.report]
            if len(signed) == 1 and account.status in NEGOTIATED and old.basis != "stated" and old.days.known:
                tighter = old.days.both(Days(None, next(iter(signed))))
                if tighter is not None and tighter != old.days:
                    found[account.report] = replace(old, days=tighter, basis="reported_elsewhere")
    return found


def _around_events(published: dict[str, Published], events: Sequence[Event]) -> dict[str, Published]:
    """A report is not older than the past that it tells, and not younger than what it tells as to come."""
    found = dict(published)
    for event in events:
        for account in event.accounts:
            day = _day_told_by_others(event, account, published)
            old = found[account.report]
            if day is None or old.basis == "stated":
                continue
            bound = (
                Days(day, None) if account.status in PAST else Days(None, day) if account.status in TO_COME else Days()
            )
            tighter = old.days.both(bound)
            if tighter is not None and tighter != old.days:
                found[account.report] = replace(old, days=tighter, basis="reported_elsewhere")
    return found


def _day_told_by_others(event: Event, account: EventAccount, published: dict[str, Published]) -> date | None:
    """The one day on which all reports of a known day that date the event to the day put it."""
    days = {
        a.date.days.earliest
        for a in event.accounts
        if a.report != account.report and a.date.days.width == 1 and published[a.report].basis == "stated"
    }
    return days.pop() if len(days) == 1 else None


def redated(events: Sequence[Event], before: dict[str, Published], after: dict[str, Published]) -> tuple[Event, ...]:
    """Date anew what a report dates by its own publication alone: past until then, to come from then on."""
    moved = {r for r in after if after[r].days != before[r].days}
    if not moved:
        return tuple(events)
    return tuple(_redated(e, before, after) if any(a.report in moved for a in e.accounts) else e for e in events)


def _redated(event: Event, before: dict[str, Published], after: dict[str, Published]) -> Event:
    accounts = tuple(
        replace(a, date=_by_publication(a.date, before[a.report].days, after[a.report].days)) for a in event.accounts
    )
    dates, reports = [a.date for a in accounts], [a.report for a in accounts]
    return replace(event, accounts=accounts, date=merged_when(dates, reports) or event.date)


def _by_publication(when: When, old: Days, new: Days) -> When:
    if when.text is not None or when.basis == "stated":
        return when
    earliest = new.earliest if when.days.earliest == old.earliest else when.days.earliest
    latest = new.latest if when.days.latest == old.latest else when.days.latest
    if (earliest, latest) == (when.days.earliest, when.days.latest) or (earliest and latest and earliest > latest):
        return when
    past = when.days.earliest is None
    kept = Days(None, latest) if past else Days(earliest, None) if when.days.latest is None else Days(earliest, latest)
    return replace(when, days=kept, basis="derived")
