"""Which conflict a report tells of, so that the wars of two countries are not put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truceline.domain.mention import Reading
from truceline.reconcile.books import Books
from truceline.reconcile.plain_names import plain_name

SMALL_PLACES = frozenset({"city", "district", "site", "province"})
SHARED, BODIES = frozenset({"state"}), frozenset({"organisation", "alliance"})
"""Sorts of actors that take part in many conflicts: states, and such bodies as many reports know."""
AT_HOME = 3
"""How many countries a report is about at most."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Whom and which countries a report is about."""

    names: frozenset[str]
    """Names of its actors and ids of its places, but for countries and the bodies that many conflicts share."""
    countries: frozenset[str]
    """The countries that its places and actors are of most often."""

    def apart(self, other: Setting) -> bool:
        """Tell whether two reports are about two conflicts: no country in common, and nobody."""
        known = self.countries and other.countries
        return bool(known) and not self.countries & other.countries and not self.names & other.names


def setting_of(reading: Reading, books: Books) -> Setting:
    """Give whom and which countries a report is about."""
    own = [a for a in reading.actors if a.named and a.type not in SHARED and not (a.type in BODIES and a.vocabulary)]
    people = frozenset(plain_name(q.exact) for a in own for q in a.quotes if q.exact[:1].isupper())
    ids = {books.places.id(reading.document.id, p.key) for p in reading.places if p.type in SMALL_PLACES}
    told: Counter[str] = Counter()
    for place in reading.places:
        told.update({place.country: len(place.quotes)} if place.country else {})
    for actor in reading.actors:
        told.update({actor.country: len(actor.quotes)} if actor.country and actor.type != "state" else {})
    often = sorted(told, key=lambda c: (-told[c], c))
    return Setting(people | frozenset(i for i in ids if i), frozenset(often[:AT_HOME]))
