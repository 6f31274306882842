"""Items dated anew where other reports have bounded the publication of the report that tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Published
from truceline.domain.items import Event, Statement
from truceline.reconcile.merging import merged_when
from truceline.reconcile.told_days import AHEAD, dated_anew

Publications = Mapping[str, Published]


def moved_reports(before: Publications, after: Publications) -> frozenset[str]:
    """Give the reports whose days of publication are not what the report alone told."""
    return frozenset(r for r in after if after[r].days != before[r].days)


def redated(events: Sequence[Event], before: Publications, after: Publications) -> tuple[Event, ...]:
    """Date anew what counts from publication: past until then, to come from then on, "on Tuesday" beside it."""
    moved = moved_reports(before, after)
    return tuple(_event(e, before, after) if any(a.report in moved for a in e.accounts) else e for e in events)


def redated_statements(
    statements: Sequence[Statement], before: Publications, after: Publications
) -> tuple[Statement, ...]:
    """Date anew what was said: no later than the report that tells it."""
    moved = moved_reports(before, after)
    return tuple(_statement(s, before, after) if any(a.report in moved for a in s.accounts) else s for s in statements)


def _event(event: Event, before: Publications, after: Publications) -> Event:
    accounts = tuple(
        replace(a, date=_by_publication(a.date, before[a.report].days, after[a.report].days, a.status))
        for a in event.accounts
    )
    dates, reports = [a.date for a in accounts], [a.report for a in accounts]
    return replace(event, accounts=accounts, date=merged_when(dates, reports) or event.date)


def _statement(statement: Statement, before: Publications, after: Publications) -> Statement:
    found = []
    for account in statement.accounts:
        told = account.date or When(None, UNKNOWN_DAYS, "unknown")
        dated = _by_publication(told, before[account.report].days, after[account.report].days, "occurred")
        found.append(replace(account, date=dated if dated.days.known else account.date))
    dates, reports = [a.date for a in found], [a.report for a in found]
    return replace(statement, accounts=tuple(found), date=merged_when(dates, reports) or statement.date)


def _by_publication(when: When, old: Days, new: Days, status: str) -> When:
    if old == new or when.basis == "stated":
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
