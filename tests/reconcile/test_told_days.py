"""Words that date an item tell when a report was written, once other reports tell the day."""

from __future__ import annotations

from datetime import date

import pytest

from truceline.reconcile.told_days import written_beside

DAY = date(2031, 6, 20)  # a Friday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("yesterday", date(2031, 6, 21), date(2031, 6, 21)),
        ("on Friday", date(2031, 6, 20), date(2031, 6, 26)),
        ("three weeks ago", date(2031, 7, 8), date(2031, 7, 14)),
        ("20 June", date(2031, 6, 20), date(2032, 5, 31)),
        ("five months ago", date(2031, 10, 20), date(2031, 12, 10)),
        ("last year", date(2031, 12, 15), date(2033, 1, 15)),
        ("two years ago", date(2032, 12, 1), date(2034, 1, 31)),
    ],
)
def test_the_day_of_writing_lies_where_the_words_mean_the_day(words: str, first: date, last: date) -> None:
    found = written_beside(words, DAY, "occurred")
    assert found.earliest is not None
    assert found.latest is not None
    assert first <= found.earliest <= found.latest <= last


def test_words_that_bear_their_year_tell_only_that_it_is_past() -> None:
    found = written_beside("20 June 2031", DAY, "occurred")
    assert (found.earliest, found.latest) == (DAY, None)
