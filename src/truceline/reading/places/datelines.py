"""The country that a dateline names: "KAMPALA, Uganda (Wire) -", "NDJAMENA, 3 May -"."""

from __future__ import annotations

import re
from functools import lru_cache

from truceline.gazetteer import places_named
from truceline.gazetteer.spelling import place_key
from truceline.reading.scene import Text
from truceline.vocabulary import rows

WEIGHT, FROM_AFAR = 4, 1
"""What a dateline counts, a plain mention of a country being one; less for cities that write about the whole world."""
DISTANT = frozenset(place_key(city) for city in (
    "Washington", "New York", "United Nations", "Geneva", "Brussels", "London", "Paris", "Doha", "Oslo", "Vienna",
    "The Hague", "Rome", "Berlin", "Moscow", "Dubai", "Hong Kong", "Singapore", "Nairobi", "Johannesburg", "Bangkok",
))  # fmt: skip
"""Where agencies, headquarters and talks are."""
TALKED = frozenset((
    "talk", "talks", "negotiation", "mediator", "summit", "sign", "signing", "signature", "ceasefire", "cease-fire",
    "truce", "accord", "agreement", "pact", "deal", "treaty", "conference", "donor",
))  # fmt: skip
"""Words of a lead whose place may have been chosen for being elsewhere."""
CITY, LARGER = 20_000, 3
"""People of the smallest city that its name alone tells, and how many times larger it is than its namesakes abroad."""
_STOPS = re.compile(r"\s*(?:[,/(:\[]|--|[-–—] |\s[-–—])\s*")
_DATE = re.compile(r"\d")


def dateline_country(text: Text) -> tuple[str, int] | None:
    """Give the country of a report's dateline with what it counts; None where it tells none."""
    document, lead = text.document, next((s for s in text.sentences if s.part == "body"), None)
    hosts = lead is not None and any(word.lemma.lower() in TALKED for word in lead.words)
    for part in document.parts:
        if part.role == "dateline":
            names = [n for n in _STOPS.split(document.text[part.start : part.end])[:3] if n and not _DATE.search(n)]
            for name in reversed(names):
                if (country := _states().get(place_key(name))) is not None:
                    return country, FROM_AFAR if hosts else WEIGHT
            if names and (country := _of_city(names[0])) is not None:
                return country, FROM_AFAR if hosts or place_key(names[0]) in DISTANT else WEIGHT
    return None


def _of_city(name: str) -> str | None:
    capital = _capitals().get(place_key(name))
    if capital is not None:
        return capital
    hits = [p for p in places_named(name) if p.type == "city"]
    best = max(hits, key=lambda p: (p.population, p.id), default=None)
    if best is None or best.population < CITY:
        return None
    abroad = max((p.population for p in hits if p.country != best.country), default=0)
    return best.country if best.population >= LARGER * abroad else None


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    named = ((n, r["country"]) for r in rows("actors").values() if r["row"] == "state" and r.get("country")
             for n in r["names"])  # fmt: skip
    return {place_key(name): country for name, country in named}


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    named = ((n, r["country"]) for r in rows("actors").values() if r.get("country") for n in r.get("capitals", ()))
    return {place_key(name): country for name, country in named}
