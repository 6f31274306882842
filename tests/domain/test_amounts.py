from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.domain.amount_words import Found, amount_at
from truceline.domain.amounts import Amount
from truceline.domain.number_words import number_at

_PIECES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]")


def read(words: str) -> Found | None:
    return amount_at([m.group().lower() for m in _PIECES.finditer(words)], 0)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("43", 43),
        ("1,200", 1200),
        ("2.5 million", 2_500_000),
        ("twelve", 12),
        ("twenty-one", 21),
        ("two hundred and fifty thousand", 250_000),
        ("a hundred", 100),
        ("a thousand and one", 1001),
        ("three hundred thousand", 300_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a dozen", 12),
        ("nine-and-a-half", 9.5),
        ("two and a half million", 2_500_000),
        ("6.9 billion", 6_900_000_000),
        ("5bn", 5_000_000_000),
        ("two crore", 20_000_000),
    ],
)
def test_numbers_in_words_and_digits(words: str, value: float) -> None:
    printed = number_at([m.group().lower() for m in _PIECES.finditer(words)], 0)
    assert printed is not None
    assert printed.value == value


@pytest.mark.parametrize(
    ("words", "relation", "low", "best", "high"),
    [
        ("43", "exact", 43, 43, 43),
        ("exactly 43", "exact", 43, 43, 43),
        ("some 10,000", "about", None, 10_000, None),
        ("roughly 300", "about", None, 300, None),
        ("an estimated 300", "about", None, 300, None),
        ("300 or so", "about", None, 300, None),
        ("over 5,000", "over", 5000, None, None),
        ("more than 5,000", "over", 5000, None, None),
        ("well over 5,000", "over", 5000, None, None),
        ("upwards of 90", "over", 90, None, None),
        ("at least 20", "at_least", 20, None, None),
        ("no fewer than 20", "at_least", 20, None, None),
        ("20 or more", "at_least", 20, None, None),
        ("nearly 20", "under", None, None, 20),
        ("almost twenty", "under", None, None, 20),
        ("fewer than 20", "under", None, None, 20),
        ("just under 20", "under", None, None, 20),
        ("up to 5,000", "up_to", None, None, 5000),
        ("as many as 600", "up_to", None, None, 600),
        ("a maximum of 75", "up_to", None, None, 75),
        ("no more than 75", "up_to", None, None, 75),
        ("12,000 to 13,000", "range", 12_000, None, 13_000),
        ("between 30 and 40", "range", 30, None, 40),
        ("20-30", "range", 20, None, 30),
        ("10 to 15 million", "range", 10_000_000, None, 15_000_000),
        ("two or three", "range", 2, None, 3),
        ("several", "at_least", 3, None, None),
        ("dozens", "at_least", 24, None, None),
        ("hundreds", "at_least", 200, None, None),
        ("several hundred", "at_least", 300, None, None),
        ("tens of thousands", "at_least", 20_000, None, None),
        ("hundreds of thousands", "at_least", 200_000, None, None),
        ("millions", "at_least", 2_000_000, None, None),
        ("ten times less than", "multiple", None, 10, None),
    ],
)
def test_bounds_stay_as_loose_as_they_are_printed(
    words: str, relation: str, low: float | None, best: float | None, high: float | None
) -> None:
    found = read(words)
    assert found is not None
    assert (found.relation, found.low, found.best, found.high) == (relation, low, best, high)


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("$1.5 billion", "usd", 1_500_000_000),
        ("\\$1 trillion", "usd", 10**12),
        ("US$400 million", "usd", 400_000_000),
        ("£3m", "gbp", 3_000_000),
        ("€200", "eur", 200),
        ("500,000 euros", "eur", 500_000),
        ("67 per cent", "percent", 67),
        ("50.2%", "percent", 50.2),
        ("half of the", "percent", 50),
        ("two-thirds of", "percent", 66.7),
        ("a third of", "percent", 33.3),
        ("three times more", "times more", 3),
    ],
)
def test_money_shares_and_multiples_bring_their_unit(words: str, unit: str, value: float) -> None:
    found = read(words)
    assert found is not None
    assert (found.unit, found.best) == (unit, value)


@pytest.mark.parametrize("words", ["soldiers", "a third ceasefire", "half-hearted", "first", "percent"])
def test_no_amount_without_a_number(words: str) -> None:
    assert read(words) is None


def test_a_fall_is_two_amounts_and_no_range() -> None:
    found = read("13,500 to 8,000")
    assert found is not None
    assert found.split is not None
    assert [f.best for f in found.split] == [13_500, 8000]


@given(st.integers(1, 999_999))
def test_digits_with_commas_are_read_as_printed(number: int) -> None:
    found = read(f"{number:,}")
    assert found is not None
    assert found.best == number


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [
        (Amount.exactly(13), Amount.exactly(14), True),
        (Amount.exactly(13), Amount.about(14), False),
        (Amount.over(40), Amount.exactly(40), True),
        (Amount.at_least(40), Amount.exactly(40), False),
        (Amount.under(20), Amount.at_least(20), True),
        (Amount.between(10, 15), Amount.exactly(16), True),
        (Amount.up_to(5000), Amount.exactly(4600), False),
    ],
)
def test_amounts_exclude_each_other_only_where_no_number_fits_both(one: Amount, other: Amount, excludes: bool) -> None:
    assert one.excludes(other) is excludes
    assert other.excludes(one) is excludes
