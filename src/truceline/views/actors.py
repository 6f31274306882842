"""Who takes part: every actor with its names, and every place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial

from truceline.domain.items import Actor, Place
from truceline.views.catalog import Answer, Catalog
from truceline.views.rows import Rows


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


def actors(catalog: Catalog, *, type: str | None = None, name: str | None = None) -> Rows[ActorRow]:
    """Give all actors, the most often named first; `name` is part of one of an actor's names."""
    part = (name or "").casefold()
    found = [a for a in catalog.items.actors if type in (None, a.type) and (not part or _called(a, part))]
    return Rows(sorted(found, key=_most_named), partial(_actor, catalog))


def actor(catalog: Catalog, id: str) -> ActorRow | None:
    """Give one actor, or None if there is none of that id."""
    return next((_actor(catalog, a) for a in catalog.items.actors if a.id == id), None)


def _called(a: Actor, part: str) -> bool:
    return part in a.name.casefold() or any(part in n.text.casefold() for n in a.names)


def _most_named(item: Actor | Place) -> tuple[int, str, str]:
    return (-sum(n.count for n in item.names), item.name, item.id)


def places(catalog: Catalog) -> Rows[PlaceRow]:
    """Give all places, the most often named first."""
    return Rows(sorted(catalog.items.places, key=_most_named), _place)


def place(catalog: Catalog, id: str) -> PlaceRow | None:
    """Give one place, or None if there is none of that id."""
    return next((_place(p) for p in catalog.items.places if p.id == id), None)


def _place(p: Place) -> PlaceRow:
    return PlaceRow(
        p.id, p.name, p.type, p.country, p.admin1, p.latitude, p.longitude, p.precision, _forms(p),
        len({n.report for n in p.names}),
    )  # fmt: skip


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
