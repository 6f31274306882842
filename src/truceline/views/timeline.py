"""What happened, in what order, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.items import Event
from truceline.views.catalog import Answer, Catalog, Passage, shown_when
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class TimelineRow(Answer):
    """One event."""

    event: str
    earliest: date | None
    latest: date | None
    when: str
    type: str
    mode: str | None
    status: str
    summary: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    credited_to: tuple[str, ...]
    """Whom reports credit; empty where they tell it in their own voice."""
    reports: int
    origins: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; what is None or empty leaves all in."""

    actor: str | None = None
    """Part of a name, or an id."""
    between: Days = UNKNOWN_DAYS
    type: str | None = None
    status: str | None = None
    place: str | None = None
    """Name of a place."""


def timeline(catalog: Catalog, *, actor: str | None = None, between: Days = UNKNOWN_DAYS) -> Rows[TimelineRow]:
    """Give events in order of their dates, undated ones last; `actor` is part of a name or an id."""
    return rows_of(catalog, in_order(catalog, Wanted(actor, between)))


def in_order(catalog: Catalog, wanted: Wanted = Wanted()) -> list[Event]:
    """Give events in order of their dates, undated ones last."""
    return sorted((e for e in catalog.items.events if _fits(catalog, e, wanted)), key=_order)


def rows_of(catalog: Catalog, events: Sequence[Event]) -> Rows[TimelineRow]:
    """Give the rows of some events."""
    return Rows(events, partial(_row, catalog))


def _fits(catalog: Catalog, e: Event, wanted: Wanted) -> bool:
    if wanted.type not in (None, e.type) or wanted.status not in (None, e.status):
        return False
    if wanted.place is not None and wanted.place != catalog.name(e.place):
        return False
    if wanted.between.known and not (e.date.days.known and e.date.days.meets(wanted.between)):
        return False
    return not wanted.actor or _takes_part(catalog, wanted.actor.casefold(), (*e.actors, *e.recipients))


def _takes_part(catalog: Catalog, part: str, ids: tuple[str, ...]) -> bool:
    return any(part in id.casefold() for id in ids) or any(part in n.casefold() for n in catalog.names(ids))


def _row(catalog: Catalog, e: Event) -> TimelineRow:
    credited = catalog.names(dict.fromkeys(a.attributed_to for a in e.accounts if a.attributed_to))
    days = e.date.days
    return TimelineRow(
        e.id, days.earliest, days.latest, shown_when(e.date), e.type, e.mode, e.status, e.summary,
        catalog.names(e.actors), catalog.names(e.recipients), catalog.name(e.place), credited, e.reports, e.origins,
        catalog.passages(e.accounts),
    )  # fmt: skip


def _order(e: Event) -> tuple[date, date, str]:
    days = e.date.days
    latest = days.latest or days.earliest or date.max
    return (days.earliest or latest, latest, e.id)
