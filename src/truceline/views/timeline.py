"""What happened, in what order, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.views.catalog import Answer, Catalog, Passage, shown_when


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


def timeline(catalog: Catalog, *, actor: str | None = None, between: Days = UNKNOWN_DAYS) -> tuple[TimelineRow, ...]:
    """Give events in order of their dates, undated ones last; `actor` is part of a name or an id."""
    found = []
    for e in catalog.items.events:
        actors, recipients = catalog.names(e.actors), catalog.names(e.recipients)
        if actor and not _takes_part(actor, (*e.actors, *e.recipients, *actors, *recipients)):
            continue
        if between.known and not (e.date.days.known and e.date.days.meets(between)):
            continue
        credited = catalog.names(dict.fromkeys(a.attributed_to for a in e.accounts if a.attributed_to))
        days = e.date.days
        found.append(
            TimelineRow(
                e.id, days.earliest, days.latest, shown_when(e.date), e.type, e.mode, e.status, e.summary, actors,
                recipients, catalog.name(e.place), credited, e.reports, e.origins, catalog.passages(e.accounts),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=_order))


def _takes_part(actor: str, names: tuple[str, ...]) -> bool:
    return any(actor.casefold() in name.casefold() for name in names)


def _order(row: TimelineRow) -> tuple[date, date, str]:
    latest = row.latest or row.earliest or date.max
    return (row.earliest or latest, latest, row.event) if row.earliest else (latest, latest, row.event)
