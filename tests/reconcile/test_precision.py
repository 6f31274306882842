"""Numbers may be one within the precision that they are written in."""

from __future__ import annotations

import pytest

from truceline.domain.amounts import Amount
from truceline.reconcile.precision import apart, near, rounded

CASES = [
    (Amount.exactly(43), Amount.exactly(44), True),
    (Amount.exactly(13000), Amount.exactly(12980), False),
    (Amount.exactly(14000), Amount.exactly(13000), True),
    (Amount.exactly(5000), Amount.exactly(4800), True),
    (Amount.exactly(2104), Amount.exactly(2143), True),
    (Amount.about(8600), Amount.exactly(8900), False),
    (Amount.about(250_000), Amount.exactly(70_000), True),
    (Amount.about(36), Amount.exactly(35), False),
    (Amount.over(4000), Amount.under(3700), True),
    (Amount.over(900), Amount.exactly(900), True),
    (Amount.at_least(900), Amount.exactly(900), False),
    (Amount.up_to(30), Amount.over(60), True),
    (Amount.between(1200, 3000), Amount.exactly(2300), False),
    (Amount.at_least(200), Amount.exactly(90), True),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_two_amounts_are_apart_where_no_number_fits_both(a: Amount, b: Amount, *, expected: bool) -> None:
    assert apart(a, b) is expected
    assert apart(b, a) is expected


def test_only_a_rounder_number_is_a_rounding() -> None:
    assert rounded(3400, 3385)
    assert not rounded(3400, 3300)
    assert not rounded(0, 3)


def test_values_are_near_within_a_factor() -> None:
    assert near(Amount.over(100_000), Amount.about(120_000))
    assert not near(Amount.at_least(24), Amount.exactly(350))
