"""Whether two amounts can be one number, within the precision that they are written in."""

from __future__ import annotations

from math import inf

from truceline.domain.amounts import Amount, Number

LOOSE = 0.1
"""How far "about" may be off, as a share of the number."""
VERY_LARGE = 10_000
ROUNDED = 0.025
"""How far a round number may be off from one written to the last digit."""


def apart(a: Amount, b: Amount) -> bool:
    """Tell whether no number fits both, even if one of them is rounded."""
    if "multiple" in (a.relation, b.relation):
        return False
    (low, high), (other_low, other_high) = _reach(a), _reach(b)
    rough = "about" in (a.relation, b.relation) or (_very_round(value(a)) and _very_round(value(b)))
    touching = (high == other_low or other_high == low) and not rough
    disjoint = high < other_low or other_high < low or (touching and a.excludes(b))
    mine, theirs = value(a), value(b)
    return disjoint and (mine is None or theirs is None or not rounded(mine, theirs))


def near(a: Amount, b: Amount, times: float = 1.6) -> bool:
    """Tell whether the values printed lie close enough for one to bear the other out."""
    mine, theirs = value(a), value(b)
    if mine is None or theirs is None or min(mine, theirs) <= 0:
        return mine == theirs
    return max(mine, theirs) <= times * min(mine, theirs)


def value(amount: Amount) -> Number | None:
    """Give the number printed; of a range its lower end."""
    return next((x for x in (amount.best, amount.low, amount.high) if x is not None), None)


def _reach(amount: Amount) -> tuple[Number, Number]:
    if amount.relation == "about" and amount.best is not None:
        slack = max(LOOSE * abs(amount.best), _place(amount.best) / 2)
        return amount.best - slack, amount.best + slack
    low = amount.low if amount.low is not None else amount.best if amount.relation == "exact" else None
    high = amount.high if amount.high is not None else amount.best if amount.relation == "exact" else None
    return (-inf if low is None else low), (inf if high is None else high)


def rounded(one: Number, other: Number) -> bool:
    """Tell whether one number is the other one rounded to its last written place."""
    if min(one, other) <= 0:
        return False
    coarse, fine = (one, other) if _place(one) >= _place(other) else (other, one)
    place = _place(coarse)
    return place >= 10 * _place(fine) and abs(coarse - fine) <= min(place / 2, ROUNDED * coarse)


def _very_round(number: Number | None) -> bool:
    """Tell whether a number is so large and round that nobody has counted it: 200,000."""
    return number is not None and number >= VERY_LARGE and number <= 20 * _place(number)


def _place(number: Number) -> Number:
    """The place of the last digit that is not zero: 100 for 8,600; below one for decimals."""
    if number != int(number):
        return 0.1
    place, whole = 1, int(abs(number))
    while whole and whole % 10 == 0:
        place, whole = place * 10, whole // 10
    return place
