"""Provinces and populated places of the world by name, looked up without unpacking them into objects.

The two files are made by `gazetteer/build.py`; LICENCES.md beside them says from what and under which terms.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from truceline.gazetteer.spelling import place_key, without_article
from truceline.gazetteer.variants import variants

__all__ = ["Place", "places_like", "places_named"]


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer."""

    id: str
    name: str
    type: str
    """province, district, city or site."""
    country: str
    """ISO 3166-1 alpha-3."""
    admin1: str
    """Name of the province, empty where unknown."""
    latitude: float
    longitude: float
    population: int
    """0 where unknown."""


@lru_cache(maxsize=4096)
def places_named(name: str) -> tuple[Place, ...]:
    """Give the places of a name, the most populous first; spelling may differ in marks, hyphens and spaces."""
    found = _line(place_key(name))
    if not found and (rest := without_article(name)):
        found = _line(place_key(rest))
    return tuple(_place(int(at)) for at in found.split(",")) if found else ()


@lru_cache(maxsize=4096)
def places_like(name: str, country: str) -> tuple[Place, ...]:
    """Give the places of a country whose spelling is next to a name that the gazetteer does not hold."""
    spellings = (name, rest) if (rest := without_article(name)) else (name,)
    for spelt in (v for n in spellings for v in variants(place_key(n))):
        found = _line(spelt)
        here = (p for at in found.split(",") if at and (p := _place(int(at))).country == country)
        if places := tuple(here):
            return places
    return ()


def _line(key: str) -> str:
    """Find the offsets written behind a key, by halving the sorted file."""
    names, want = _file("names"), key.encode()
    low, high = 0, len(names)
    while low < high:
        middle = names.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = names.find(b"\n", middle)
        here, _, offsets = names[middle:end].partition(b"\t")
        if here == want:
            return offsets.decode()
        if here < want:
            low = end + 1
        else:
            high = middle
    return ""


def _place(offset: int) -> Place:
    rows = _file("places")
    id_, name, type_, country, admin1, lat, lon, people = rows[offset : rows.find(b"\n", offset)].decode().split("\t")
    known = id_ if ":" in id_ else f"iso:{id_}" if "-" in id_ else f"geonames:{id_}"
    return Place(known, name, type_, country, admin1, float(lat), float(lon), int(people))


@lru_cache(maxsize=2)
def _file(name: str) -> bytes:
    packed = resources.files(__package__).joinpath(f"{name}.tsv.gz").read_bytes()
    return zlib.decompress(packed, wbits=31)
