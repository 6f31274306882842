"""The places of a report while it is being read: which there are, where they stand, which was named last."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from truceline.domain.mention import PlaceMention
from truceline.gazetteer.spelling import place_key
from truceline.reading.places.place_lookup import Province, Spotting
from truceline.reading.scene import Spot, Text
from truceline.vocabulary import rows

NESTED = ("city", "district", "province")
"""Types of places that often share a name with the one around them; a report means one of them, unless it says both."""
OUTSTANDING, AHEAD = 0.45, 0.3
"""Share of the names that makes a country the one that a report takes place in, alone or well ahead of others."""


@dataclass
class Gathered:
    """A place while its mentions are being gathered."""

    what: Spotting
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    """Sentence, first and last word."""


@dataclass
class PlaceMap:
    """The places gathered so far, and what was said last of each type."""

    text: Text
    context: Counter[str]
    """The countries that the report names, by whatever name."""
    setting: Counter[str]
    """The countries that it takes place in, as far as their names stand as places."""
    told: Counter[str] = field(default_factory=Counter)
    """The countries that it names by state, people or armed group."""
    places: dict[str, Gathered] = field(default_factory=dict)
    spots: dict[Spot, str] = field(default_factory=dict)
    latest: dict[str, list[str]] = field(default_factory=dict)
    """Keys of the places of each type, in the order of their mentions."""
    explicit: set[str] = field(default_factory=set)
    """Places that a noun says the type of."""
    latest_country: str | None = None

    def put(self, what: Spotting, sentence: int, first: int, last: int) -> str:
        """Note a mention of a place and give its key."""
        key = self.named_alike(what) or self._key(what)
        place = self.places.setdefault(key, Gathered(what))
        if (sentence, first, last) not in place.stretches:
            place.stretches.append((sentence, first, last))
        self.latest.setdefault(what.type, []).append(key)
        return key

    @property
    def near(self) -> frozenset[Province]:
        """Give the provinces of the places gathered so far."""
        return frozenset(
            (p.what.country, p.what.admin1) for p in self.places.values() if p.what.country and p.what.admin1
        )

    @property
    def home(self) -> str | None:
        """Give the country that most names of the report belong to, None where none stands out."""
        ranked = [*self.setting.most_common(2), ("", 0), ("", 0)]
        (best, most), (_, next_) = ranked[0], ranked[1]
        share = most / (self.setting.total() or 1)
        return best if share >= OUTSTANDING or (share >= AHEAD and most >= 1.5 * next_) else None

    @property
    def home_state(self) -> str | None:
        """Give the row of the state that the report is about."""
        if self.home is None:  # states that are no more have no country
            return None
        return next(
            (k for k, r in rows("actors").items() if r["row"] == "state" and r.get("country") == self.home), None
        )

    def countries_in(self, sentence: int) -> Spotting | None:
        """Give the country named last as a place in a sentence."""
        found = [p for p in self.places.values() if p.what.type == "country" and p.what.country is not None]
        found = [p for p in found if any(s[0] == sentence for s in p.stretches)]
        return max(found, key=lambda p: max(p.stretches)).what if found else None

    def mentions(self) -> tuple[PlaceMention, ...]:
        """Give the places in the order in which they were found."""
        return tuple(self._mention(key, place) for key, place in self.places.items())

    def _mention(self, key: str, place: Gathered) -> PlaceMention:
        w = place.what
        quotes = tuple(self.text.quote(*stretch) for stretch in sorted(place.stretches))
        at = (w.latitude, w.longitude)
        return PlaceMention(key, w.name, w.type, w.country, w.admin1, *at, w.precision, quotes, w.gazetteer)

    def named_alike(self, what: Spotting) -> str | None:
        """Give the key of a town, district or province of the same name and country."""
        if what.type not in NESTED:
            return None
        name = place_key(what.name)
        return next(
            (
                key
                for key, place in self.places.items()
                if place.what.type in NESTED
                and place.what.country == what.country
                and place_key(place.what.name) == name
            ),
            None,
        )

    def _key(self, what: Spotting) -> str:
        same = what.gazetteer or f"{what.type if what.type == 'country' else ''}{place_key(what.name)}"
        for key, place in self.places.items():
            mine = place.what
            if (mine.gazetteer or f"{mine.type if mine.type == 'country' else ''}{place_key(mine.name)}") == same:
                return key
        slug, n = _slug(what.name), 2
        while slug in self.places:
            slug, n = f"{_slug(what.name)}-{n}", n + 1
        return slug


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "place"
