"""Whether two tellings of events are of one place."""

from __future__ import annotations

from truceline.domain.items import Place
from truceline.reconcile.told_events import Told

MUCH = 4
TOWNS = frozenset({"city", "district", "province"})


def at_one_place(a: Told, b: Told) -> bool:
    """They are told of one place smaller than a country."""
    if a.spot and b.spot and (a.spot.id == b.spot.id or _spelt_alike(a.spot, b.spot)):
        return True
    return bool(a.whereabouts & b.whereabouts)


def all_there_is(a: Told, b: Told) -> bool:
    """Neither report, of all that it tells, tells of anything else at their place."""
    return bool(a.among.alone_at & b.among.alone_at) and tell_much(a, b)


def tell_much(a: Told, b: Told) -> bool:
    """Tell whether both reports tell of so much that it says something if there is only one of a sort."""
    return min(a.among.told, b.among.told) >= MUCH


def at_two_places(a: Told, b: Told) -> bool:
    """They are told of two towns, neither of which lies in the other."""
    if a.spot is None or b.spot is None or at_one_place(a, b) or _holds(a.spot, b.spot) or _holds(b.spot, a.spot):
        return False
    if a.spot.type == b.spot.type in TOWNS:
        return True
    return bool(a.spot.country and b.spot.country and a.spot.country != b.spot.country)


def _holds(whole: Place, part: Place) -> bool:
    return (whole.type == "country" and whole.country == part.country) or (
        whole.type == "province" and part.admin1 == whole.name
    )


def _spelt_alike(a: Place, b: Place) -> bool:
    """Tell whether two long names differ in one letter, as those written over from another alphabet do."""
    one, other = a.name.casefold(), b.name.casefold()
    if one == other:
        return True
    if min(len(one), len(other)) < 6 or len(one) != len(other) or one[0] != other[0]:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1
