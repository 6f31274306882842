"""Days of publication that other reports help to bound: a report is not older than what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.dates import Days
from truceline.domain.document import Published
from truceline.domain.items import Event


def narrowed(published: dict[str, Published], events: Sequence[Event]) -> dict[str, Published]:
    """Bound undated reports from below by events that they tell as past and that others date to the day."""
    found = dict(published)
    for event in events:
        days = event.date.days
        if event.status != "occurred" or event.date.basis != "stated" or days.earliest is None or days.width != 1:
            continue
        for account in event.accounts:
            old = found[account.report]
            if account.date.days.width == 1 or old.basis == "stated" or account.status != "occurred":
                continue
            tighter = old.days.both(Days(days.earliest, None))
            if tighter is not None and tighter != old.days and old.days.known:
                found[account.report] = replace(old, days=tighter, basis="reported_elsewhere")
    return found
