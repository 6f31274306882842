"""The same event told by several reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from truceline.domain.dates import UNKNOWN_DAYS, Days, When, told_since
from truceline.domain.identity import made_id
from truceline.domain.items import Event, EventAccount
from truceline.domain.mention import Reading
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import numbers
from truceline.reconcile.event_sameness import COMPARISONS, SLACK, THRESHOLD
from truceline.reconcile.grouping import groups
from truceline.reconcile.merging import commonest, first_known, merged_amount, merged_when, union
from truceline.reconcile.summaries import event_summary
from truceline.reconcile.told_days import AHEAD
from truceline.reconcile.told_events import DRIVING, GIVING, LEAVING, RECEIVING, TAKING, Told, told_events

MONTH = 31
RARE = 0.55
"""How rare a word is of which all tellings are compared."""
MOVES = DRIVING | LEAVING | GIVING | TAKING | RECEIVING
"""What one side does with a place, and the other tells from its own side."""
COME = frozenset({"occurred", "ongoing"})
NO_DATE = When(None, UNKNOWN_DAYS, "unknown")


def grouped_events(
    readings: Sequence[Reading], books: Books, threshold: int = THRESHOLD
) -> tuple[tuple[Told, ...], ...]:
    """Group the tellings of all reports: each group is one event."""
    return groups(told_events(readings, books), _blocks, COMPARISONS, threshold, SLACK)


def same_events(readings: Sequence[Reading], books: Books) -> tuple[tuple[Event, ...], dict[tuple[str, str], str]]:
    """Make events of the tellings of all reports; also give the id of each mention."""
    found: list[Event] = []
    ids: dict[tuple[str, str], str] = {}
    for group in grouped_events(readings, books):
        event = _event(group, books)
        found.append(event)
        ids |= {(t.account.report, t.mention.key): event.id for t in group}
    return tuple(sorted(found, key=lambda e: e.id)), ids


def _blocks(told: Told) -> Iterable[str]:
    for actor in told.parties:
        yield f"{told.account.type}:{actor}"
    for place in {*told.spots, *([told.account.place] if told.account.place else [])}:
        yield f"{told.account.type}:{place}"
        yield f"{told.named_day}:{place}"
    if told.named_day:
        yield f"day:{told.named_day}:{told.account.type}"
    for number in numbers(told.stems):
        yield f"{told.account.type}:{number}"
    if told.signs:
        yield "signs"
    for stem in told.stems | told.rest:
        if told.among.rarity.get(stem, 0.0) >= RARE:
            yield f"rare:{stem}"
    first = told.account.date.days.earliest
    if first and told.width <= MONTH:
        yield f"{first.year}-{first.month}:{told.account.type}"
        for actor in told.parties:
            yield f"{first.year}-{first.month}:{actor}"
    if told.mention.predicate in MOVES:
        yield from (f"moves:{place}" for place in sorted({*told.spots, told.account.place or ""}))
    yield f"word:{told.mention.predicate}"


def _bounded(told: Told, books: Books) -> EventAccount:
    """Bound what a report tells as news without a date: it happened since the day before it in the story, or lately."""
    account, days = told.account, told.account.date.days
    since = told_since(books.published.get(account.report, UNKNOWN_DAYS))
    if not told.mention.lately or days.earliest is not None or since is None:
        return account
    story = told.mention.story_day
    if story is not None and since <= story and (days.latest is None or story <= days.latest):
        since = story
    return replace(account, date=replace(account.date, days=Days(since, days.latest), basis="derived"))


def _event(group: Sequence[Told], books: Books) -> Event:
    accounts = tuple(sorted((_bounded(t, books) for t in group), key=lambda a: (a.report, a.quotes[0].start)))
    reports = [a.report for a in accounts]
    event = Event(
        id=made_id("event", min(t.key for t in group)),
        type=commonest(a.type for a in accounts),
        mode=first_known(a.mode for a in accounts),
        summary="",
        actors=union(a.actors for a in accounts),
        recipients=union(a.recipients for a in accounts),
        place=commonest(places) if (places := [a.place for a in accounts if a.place]) else None,
        date=merged_when([a.date for a in accounts], reports) or NO_DATE,
        status=_status(accounts, books),
        fatalities=merged_amount(a.fatalities for a in accounts),
        injured=merged_amount(a.injured for a in accounts),
        reports=len(set(reports)),
        origins=books.origins.count(reports),
        accounts=accounts,
    )
    event = replace(event, recipients=tuple(r for r in event.recipients if r not in event.actors))
    return replace(event, summary=event_summary(event, commonest(t.mention.predicate for t in group), books))


def _status(accounts: Sequence[EventAccount], books: Books) -> str:
    """Give what most accounts tell; of what was ahead a younger report may tell that it has come."""
    last = max((d for a in accounts if a.status in AHEAD if (d := _written(a, books))), default=None)
    came = [a.status for a in accounts if a.status in COME and last and (d := _written(a, books)) and d > last]
    return commonest(came or [a.status for a in accounts])


def _written(account: EventAccount, books: Books) -> date | None:
    return books.published.get(account.report, UNKNOWN_DAYS).latest
