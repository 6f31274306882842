"""Days of publication that other reports help to bound.

A report is not older than what it tells as past, and not younger than what it tells as still to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from truceline.domain.dates import Days
from truceline.domain.document import Published
from truceline.domain.items import Agreement, Event, EventAccount
from truceline.reconcile.told_days import written_beside

SIGNED = frozenset({"signed", "in_force", "suspended", "ended"})
NEGOTIATED = frozenset({"proposed", "under_negotiation"})
ONE_MONTH = 31
"""Days of a stated publication that other reports need not narrow; more of them have figures of two readings."""
PAST, TO_COME = frozenset({"occurred"}), frozenset({"planned", "conditional"})


def narrowed(
    published: dict[str, Published], events: Sequence[Event], agreements: Sequence[Agreement]
) -> dict[str, Published]:
    """Bound reports that state no date by events and signings that other reports date to the day."""
    return _before_signing(_after_signing(_around_events(published, events), agreements), agreements)


def _after_signing(published: dict[str, Published], agreements: Sequence[Agreement]) -> dict[str, Published]:
    """A report that tells an agreement as signed is not older than its signing, and its words may tell how near."""
    found = dict(published)
    for agreement in agreements:
        days = {
            a.date.days.earliest
            for a in agreement.accounts
            if a.status in SIGNED and a.date and a.date.days.width == 1 and published[a.report].basis == "stated"
        }
        day = next(iter(days)) if len(days) == 1 else None
        for account in agreement.accounts if day else ():
            if day and account.status in SIGNED and account.date and account.date.text:
                _cut(found, account.report, written_beside(account.date.text, day, "occurred"))
    return found


def _cut(published: dict[str, Published], report: str, bound: Days) -> None:
    """Keep what lies in both, where a report states no day of its own."""
    old = published[report]
    if old.basis == "stated" and (old.days.width or 0) <= ONE_MONTH:
        return
    tighter = old.days.both(bound)
    if tighter is not None and tighter != old.days:
        published[report] = replace(old, days=tighter, basis="reported_elsewhere")


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
            if day is not None and account.status in PAST | TO_COME:
                _cut(found, account.report, written_beside(account.date.text, day, account.status))
    return found


def _day_told_by_others(event: Event, account: EventAccount, published: dict[str, Published]) -> date | None:
    """The one day on which all reports of a known day that date the event to the day put it."""
    days = {
        a.date.days.earliest
        for a in event.accounts
        if a.report != account.report and a.date.days.width == 1 and published[a.report].basis == "stated"
    }
    return days.pop() if len(days) == 1 else None
