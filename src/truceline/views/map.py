"""Where events lie, as precisely as the reports say and never more: a map drawn as SVG, and what is not on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import cos, dist, radians, sqrt

from truceline.domain.items import Event, Place
from truceline.views.catalog import Answer, Catalog, shown_when
from truceline.views.shapes import Point, Window, base_map, outlines

WIDTH, HEIGHT = 960, 560
NOT_LOCATED = frozenset({"country", "region", "waterbody"})
"""Kinds of places that get no mark: a mark at a country's middle or capital would say what no report says."""
MOST_EVENTS = 4
"""Events told beside each place."""
BORDERS = "Outlines show who holds land in fact, as the base map has it; they state nothing about whose it is."
AREAS = {"admin1": 17.0, "admin2": 12.0, "vicinity": 11.0}
"""Radius of the ring drawn where a report names an area only; it does not show how large the area is."""


@dataclass(frozen=True, slots=True)
class EventAt(Answer):
    """An event in one line."""

    event: str
    when: str
    status: str
    summary: str


@dataclass(frozen=True, slots=True)
class Spot(Answer):
    """A place with its events; without coordinates where it is not located."""

    place: str | None
    name: str
    type: str
    precision: str
    latitude: float | None
    longitude: float | None
    why_not: str | None
    """Why there is no mark, in words."""
    told: int
    """Events there."""
    events: tuple[EventAt, ...]
    """The first of them; the timeline has all."""


def spots(catalog: Catalog) -> tuple[Spot, ...]:
    """Give every place that events name, those on the map first; events without a place come last."""
    by_place: dict[str | None, list[Event]] = defaultdict(list)
    for event in catalog.items.events:
        by_place[event.place].append(event)
    there = {p.id: p for p in catalog.items.places}
    found = [_spot(there.get(id) if id else None, events) for id, events in by_place.items()]
    return tuple(sorted(found, key=lambda s: (s.why_not is not None, s.place is None, -s.told, s.name)))


def _spot(place: Place | None, events: Sequence[Event]) -> Spot:
    told = sorted(events, key=lambda e: (str(e.date.days.earliest or e.date.days.latest or "9"), e.id))
    rows = tuple(EventAt(e.id, shown_when(e.date), e.status, e.summary) for e in told[:MOST_EVENTS])
    if place is None:
        return Spot(None, "no place told", "", "unknown", None, None, "no report says where", len(told), rows)
    why = None
    if place.type in NOT_LOCATED or place.precision == "country":
        why = f"a whole {place.type} is named, and no place in it"
    elif place.latitude is None or place.longitude is None:
        why = "no gazetteer knows where it lies"
    where = (None, None) if why else (place.latitude, place.longitude)
    return Spot(place.id, place.name, place.type, place.precision, *where, why, len(told), rows)


def map_chart(found: Sequence[Spot], *, whole: bool = False) -> str:
    """Draw the spots that are located; each mark opens its row in the table beside. Empty where none is.

    The map shows where most events lie; `whole` shows every spot.
    """
    located = [s for s in found if s.latitude is not None and s.longitude is not None]
    if not located:
        return ""
    view = _View.around([_at(s) for s in (located if whole else nearest(located))])
    located = [s for s in located if view.shows(_at(s))]
    land = "".join(
        f'<path class="land" d="{"".join(_path(r, view) for r in o.rings)}"><title>{escape(o.name)}</title></path>'
        for o in outlines(view.window)
    )
    marks = "".join(_mark(s, view) for s in sorted(located, key=lambda s: s.told))
    labels = "".join([*_countries(view), *_labels(located, view)])
    frame = (
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="Map of {len(located)} places; the same as a table"'
    )
    sea = f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}" rx="10"/>'
    return f'<svg class="chart map" xmlns="http://www.w3.org/2000/svg" {frame}>{sea}{land}{labels}{marks}</svg>'


def nearest(located: Sequence[Spot], share: float = 0.75) -> list[Spot]:
    """Give the spots around the middle that hold a share of the events: one far capital must not squeeze the rest."""
    total = sum(s.told for s in located)
    middle = _middle(located, 0), _middle(located, 1)
    kept: list[Spot] = []
    for spot in sorted(located, key=lambda s: (dist(_at(s), middle), s.name)):
        if sum(s.told for s in kept) >= share * total:
            break
        kept.append(spot)
    return kept


def _middle(located: Sequence[Spot], axis: int) -> float:
    """The median of all events along an axis."""
    values = sorted(_at(s)[axis] for s in located for _ in range(s.told))
    return values[len(values) // 2]


def _at(s: Spot) -> Point:
    return s.longitude or 0.0, s.latitude or 0.0


def map_note() -> str:
    """Say which base map it is and what its borders mean."""
    return f"Base map: {base_map()}. {BORDERS}"


@dataclass(frozen=True, slots=True)
class _View:
    """A window drawn into the frame; degrees of longitude shrink with the cosine of the middle latitude."""

    window: Window

    @classmethod
    def around(cls, points: Sequence[Point]) -> _View:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        shrink = max(0.2, cos(radians(middle_y)))
        tall = max(max(ys) - min(ys), (max(xs) - min(xs)) * shrink * HEIGHT / WIDTH, 3.5) * 1.3
        wide = tall * WIDTH / HEIGHT / shrink
        return cls(Window(middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2))

    def shows(self, point: Point) -> bool:
        w = self.window
        return w.west <= point[0] <= w.east and w.south <= point[1] <= w.north

    def xy(self, point: Point) -> tuple[float, float]:
        w = self.window
        x = (point[0] - w.west) / (w.east - w.west) * WIDTH
        y = (w.north - point[1]) / (w.north - w.south) * HEIGHT
        return round(x, 1), round(y, 1)


def _path(ring: Sequence[Point], view: _View) -> str:
    """Points that fall on the same pixel are drawn once."""
    drawn = dict.fromkeys((round(x), round(y)) for x, y in map(view.xy, ring))
    return "M" + "L".join(f"{x} {y}" for x, y in drawn) + "Z" if len(drawn) > 2 else ""


def _radius(spot: Spot) -> float:
    return round(4 + min(8.0, sqrt(spot.told) * 1.4), 1)


def _mark(s: Spot, view: _View) -> str:
    x, y = view.xy(_at(s))
    count = f"{s.told} {'event' if s.told == 1 else 'events'}"
    title = f"<title>{escape(s.name)} ({s.precision}): {count}</title>"
    ring = AREAS.get(s.precision)
    area = f'<circle class="area" cx="{x}" cy="{y}" r="{ring}"/>' if ring else ""
    shape = f'<circle class="mark" cx="{x}" cy="{y}" r="{_radius(s)}">{title}</circle>'
    return f'<a href="#{s.place}" aria-label="{escape(s.name)}, {s.precision}, {count}">{area}{shape}</a>'


def _countries(view: _View) -> list[str]:
    """Write the names of countries at the middle of what is seen of them, where there is room."""
    found = []
    for outline in outlines(view.window):
        ring = max(outline.rings, key=lambda r: _size(r, view))
        xs, ys = zip(*(view.xy(p) for p in ring), strict=True)
        if max(xs) - min(xs) > 9 * len(outline.name) and max(ys) - min(ys) > 40:
            x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
            found.append(f'<text class="country" x="{x:.0f}" y="{y:.0f}">{escape(outline.name)}</text>')
    return found


def _size(ring: Sequence[Point], view: _View) -> float:
    xs, ys = zip(*(view.xy(p) for p in ring), strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


def _labels(located: Sequence[Spot], view: _View) -> list[str]:
    """Write the names of places beside their marks, the most told first; one that would collide is left out."""
    taken: list[tuple[float, float, float, float]] = []
    marks = [(*view.xy(_at(s)), _radius(s)) for s in located]
    found = []
    for (x, y, r), s in zip(marks, located, strict=True):
        long = 7.2 * len(s.name)
        for anchor, left in (("", x + r + 4), (" end", x - r - 4 - long)):
            box = (left, y - 8, left + long, y + 8)
            clear = all(box[2] < b[0] or box[0] > b[2] or box[3] < b[1] or box[1] > b[3] for b in taken)
            free = not any(
                box[0] - q < mx < box[2] + q and box[1] - q < my < box[3] + q
                for mx, my, q in marks
                if (mx, my) != (x, y)
            )
            if clear and free and box[0] > 0 and box[2] < WIDTH:
                taken.append(box)
                at = left if not anchor else left + long
                found.append(f'<text class="label{anchor}" x="{at:.0f}" y="{y + 4:.0f}">{escape(s.name)}</text>')
                break
    return found
