"""Other dates of a text tell in which order its dates in figures stand."""

from __future__ import annotations

import pytest

from truceline.domain.date_order import day_first_in
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days

TEXTS = [
    ("Shelling on 13/02/2020 and again on 03/04/2020.", True),
    ("Shelling on 02/13/2020 and again on 03/04/2020.", False),
    ("Shelling on 03/04/2020.", None),
    ("Shelling on 13/02/2020; see the note of 02/14/2020.", None),
    ("Resolution 13/2/20/7 and version 1.14.3.2", None),
    ("No dates at all.", None),
]


@pytest.mark.parametrize(("text", "first"), TEXTS)
def test_an_order_is_told_by_dates_that_allow_one_only(text: str, first: bool | None) -> None:
    assert day_first_in(text) is first


def test_the_order_decides_what_may_be_read_two_ways() -> None:
    published = Days.on("2020-06-01")
    assert reckon("03/04/2020", Anchor(published)).days == Days.between("2020-03-04", "2020-04-03")  # type: ignore[union-attr]
    for first, day in ((True, "2020-04-03"), (False, "2020-03-04")):
        found = reckon("03/04/2020", Anchor(published, day_first=first))
        assert found
        assert found.days == Days.on(day)


DECIDED = [("Thursday, 02/03/2023", "2023-03-02"), ("05/03/2023", "2023-03-05"), ("03/05/2023", "2023-03-05")]


@pytest.mark.parametrize(("words", "day"), DECIDED)
def test_a_weekday_beside_and_what_is_past_decide_too(words: str, day: str) -> None:
    found = reckon(words, Anchor(Days.on("2023-03-16")))
    assert found
    assert found.days == Days.on(day)
