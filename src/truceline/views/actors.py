"""Who takes part: every actor with its names, and every place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truceline.domain.items import Actor, Place
from truceline.views.catalog import Answer, Catalog


@dataclass(frozen=True, slots=True)
class ActorRow(Answer):
    """One actor."""

    actor: str
    name: str
    type: str
    country: str | None
    member_of: tuple[str, ...]
    titles: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    """Surface forms and how often all reports use them."""
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class PlaceRow(Answer):
    """One place."""

    place: str
    name: str
    type: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    names: tuple[tuple[str, int], ...]
    reports: int


def actors(catalog: Catalog, *, type: str | None = None) -> tuple[ActorRow, ...]:
    """Give all actors, the most often named first."""
    found = [_actor(catalog, a) for a in catalog.items.actors if type in (None, a.type)]
    return tuple(sorted(found, key=lambda r: (-sum(n for _, n in r.names), r.name, r.actor)))


def places(catalog: Catalog) -> tuple[PlaceRow, ...]:
    """Give all places, the most often named first."""
    found = [
        PlaceRow(
            p.id, p.name, p.type, p.country, p.admin1, p.latitude, p.longitude, p.precision, _forms(p),
            len({n.report for n in p.names}),
        )
        for p in catalog.items.places
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda r: (-sum(n for _, n in r.names), r.name, r.place)))


def _actor(catalog: Catalog, a: Actor) -> ActorRow:
    reports = {n.report for n in a.names}
    titles = tuple(t.title for t in a.roles)
    return ActorRow(
        a.id, a.name, a.type, a.country, catalog.names(a.member_of), titles, _forms(a), len(reports),
        catalog.origins(reports),
    )  # fmt: skip


def _forms(item: Actor | Place) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for name in item.names:
        counts[name.text] += name.count
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
