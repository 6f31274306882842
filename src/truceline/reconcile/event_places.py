"""Whether two tellings of events are of one place."""

from __future__ import annotations

from truceline.domain.items import Place
from truceline.reconcile.told_events import Told

TOWNS = frozenset({"city", "district", "province"})


def same_place(a: Told, b: Told) -> int | None:
    """They happen at the same place."""
    if at_one_place(a, b):
        return 1 if a.spot and b.spot and _two_places(a.spot, b.spot) else 2
    if a.spot is None or b.spot is None:
        return 0
    if _holds(a.spot, b.spot) or _holds(b.spot, a.spot):
        return 0
    if a.spot.type == b.spot.type in TOWNS or (a.spot.country and b.spot.country and a.spot.country != b.spot.country):
        return None  # two towns are two places; a site may lie in the town
    return -1


def _two_places(a: Place, b: Place) -> bool:
    return a.id != b.id and not (_spelt_alike(a, b) or _holds(a, b) or _holds(b, a))


def at_one_place(a: Told, b: Told) -> bool:
    """Tell whether both are told of one place smaller than a country."""
    if a.spot and b.spot and (a.spot.id == b.spot.id or _spelt_alike(a.spot, b.spot)):
        return True
    mine, theirs = (t.spots | ({t.spot.id} if t.spot else set()) for t in (a, b))
    return bool(mine & theirs)


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
