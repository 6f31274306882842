"""Intervals of days."""

from __future__ import annotations

import pytest

from truceline.domain.dates import Days


@pytest.mark.parametrize(
    ("a", "b", "meet", "before"),
    [
        (("2020-03-01", "2020-03-05"), ("2020-03-05", "2020-03-09"), True, False),
        (("2020-03-01", "2020-03-04"), ("2020-03-05", "2020-03-09"), False, True),
        ((None, "2020-03-04"), ("2020-03-05", None), False, True),
        ((None, None), ("2020-03-05", "2020-03-09"), True, False),
        (("2020-03-06", None), ("2020-03-05", "2020-03-09"), True, False),
    ],
)
def test_days_meet_or_come_before(a: tuple[str, str], b: tuple[str, str], meet: bool, before: bool) -> None:
    one, other = Days.between(*a), Days.between(*b)
    assert (one.meets(other), other.meets(one), one.before(other)) == (meet, meet, before)
    assert (one.both(other) is not None) == meet


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="before they begin"):
        Days.between("2020-03-05", "2020-03-01")


def test_an_open_side_has_no_width() -> None:
    assert Days.between("2020-03-01", None).width is None
    assert Days.on("2020-03-01").width == 1
