"""The same place in several reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.domain.identity import made_id
from truceline.domain.items import NameCount, Place
from truceline.domain.mention import PlaceMention, Reading


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """The places of all reports, and the id of each mention."""

    places: tuple[Place, ...]
    ids: dict[tuple[str, str], str]
    by_id: dict[str, Place] = field(default_factory=dict)

    def id(self, report: str, key: str | None) -> str | None:
        """Give the id of a place by its key in a report; None for none."""
        return self.ids.get((report, key)) if key is not None else None

    def place(self, id: str | None) -> Place | None:
        """Give the place of an id."""
        return self.by_id.get(id) if id else None


def same_places(readings: Sequence[Reading]) -> PlaceBook:
    """Find out which mentions of all reports are one place: by gazetteer, else by name, type and country."""
    families: dict[str, list[tuple[str, PlaceMention]]] = defaultdict(list)
    for reading in readings:
        for m in reading.places:
            family = m.gazetteer or f"{m.type}:{m.country}:{m.name.casefold()}"
            families[family].append((reading.document.id, m))
    ids = {(report, m.key): made_id("place", family) for family, all_ in families.items() for report, m in all_}
    places = tuple(_place(ids, families[family]) for family in sorted(families))
    return PlaceBook(tuple(sorted(places, key=lambda p: p.id)), ids, {p.id: p for p in places})


def _place(ids: dict[tuple[str, str], str], family: list[tuple[str, PlaceMention]]) -> Place:
    report, m = max(family, key=lambda one: (one[1].latitude is not None, one[1].admin1 is not None))
    counts = Counter((q.exact, r) for r, mention in family for q in mention.quotes)
    return Place(
        id=ids[report, m.key], name=m.name, type=m.type, country=m.country, admin1=m.admin1, latitude=m.latitude,
        longitude=m.longitude, precision=m.precision,
        names=tuple(NameCount(text, r, n) for (text, r), n in sorted(counts.items())),
    )  # fmt: skip
