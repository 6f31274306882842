"""Outlines of countries, as far as a window shows them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
FINE_BELOW = 50.0
"""Windows narrower than so many degrees get the finer outlines."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the earth."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outline:
    """What a window shows of a country."""

    name: str
    rings: tuple[tuple[Point, ...], ...]


@lru_cache(maxsize=1)
def _file() -> Any:
    return json.loads(gzip.decompress((files(__package__) / "countries.json.gz").read_bytes()))


@lru_cache(maxsize=2)
def _countries(scale: str) -> tuple[tuple[str, tuple[tuple[Point, ...], ...]], ...]:
    kept = _file()["scales"][scale]
    return tuple((name, tuple(tuple(_points(r, kept["steps"])) for r in rings)) for _, name, rings in kept["countries"])


def _points(flat: Sequence[int], steps: int) -> Iterator[Point]:
    """A ring that crosses the day line goes on beyond 180 degrees, but for the one around the south pole."""
    x = y = 0
    turn = 360 * steps
    around_pole = min(accumulate(flat[1::2])) <= -85 * steps
    for n, (dx, dy) in enumerate(zip(flat[::2], flat[1::2], strict=True)):
        if n and abs(dx) > turn // 2 and not around_pole:
            dx -= turn if dx > 0 else -turn
        x, y = x + dx, y + dy
        yield x / steps, y / steps


def base_map() -> str:
    """Name the base map and its year."""
    return str(_file()["name"])


def outlines(window: Window) -> tuple[Outline, ...]:
    """Give the countries that lie in a window, cut at its edges."""
    scale = "50m" if window.east - window.west < FINE_BELOW else "110m"
    found = []
    for name, rings in _countries(scale):
        cut = tuple(c for r in _turned(rings) if _meets(r, window) and len(c := clipped(r, window)) > 2)
        if cut:
            found.append(Outline(name, cut))
    return tuple(found)


def _turned(rings: Sequence[tuple[Point, ...]]) -> Iterator[tuple[Point, ...]]:
    """Give what lies beyond the day line a second time on its other side."""
    for ring in rings:
        yield ring
        for side in (360.0, -360.0):
            if any(not -180 <= x <= 180 and -180 <= x + side <= 180 for x, _ in ring):
                yield tuple((x + side, y) for x, y in ring)


def _meets(ring: Sequence[Point], w: Window) -> bool:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs) < w.east and max(xs) > w.west and min(ys) < w.north and max(ys) > w.south


def clipped(ring: Sequence[Point], w: Window) -> tuple[Point, ...]:
    """Cut a ring at the four edges of a window, one after the other (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, edge, sign in ((0, w.west, 1), (0, w.east, -1), (1, w.south, 1), (1, w.north, -1)):
        points = _cut(points, axis, edge, sign)
    return tuple(points)


def _cut(points: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for n, here in enumerate(points):
        before = points[n - 1]
        inside, was = sign * (here[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept
