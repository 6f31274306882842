"""Days are typed as people write them, and as the pages show them."""

from __future__ import annotations

import pytest

from truceline.domain.dates import Days
from truceline.errors import BadArgument
from truceline.views.catalog import shown_days
from truceline.views.typed_days import days_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", (None, None)),
        ("2012-05-31", ("2012-05-31", "2012-05-31")),
        (" 2012-05-01 to 2012-05-31 ", ("2012-05-01", "2012-05-31")),
        ("from 2012-05-01", ("2012-05-01", None)),
        ("until 2012-05-31", (None, "2012-05-31")),
        ("2012-12", ("2012-12-01", "2012-12-31")),
        ("2012-02", ("2012-02-01", "2012-02-29")),
        ("1989", ("1989-01-01", "1989-12-31")),
        ("24 December 2021", ("2021-12-24", "2021-12-24")),
        ("Dec. 24th, 2021", ("2021-12-24", "2021-12-24")),
        ("june 2020", ("2020-06-01", "2020-06-30")),
        ("from 3 May 1994", ("1994-05-03", None)),
        ("by 1 Sept 2003", (None, "2003-09-01")),
        ("15 to 31 December 1992", ("1992-12-15", "1992-12-31")),
        ("23 July to 23 October 2020", ("2020-07-23", "2020-10-23")),
        ("12 October 2020 to 12 September 2021", ("2020-10-12", "2021-09-12")),
    ],
)
def test_days_are_read_as_people_write_them(text: str, days: tuple[str | None, str | None]) -> None:
    assert days_in(text) == Days.between(*days)


@pytest.mark.parametrize(
    "text",
    [
        "in May",
        "2012-05-31 to 2012-05-01",
        "2012-13",
        "31.5.2012",
        "2012-02-30",
        "30 February 2012",
        "Mayday 2012",
        "31 to 1 May 2012",
    ],
)
def test_what_are_no_days_is_refused(text: str) -> None:
    with pytest.raises(BadArgument):
        days_in(text)


@pytest.mark.parametrize(
    "days",
    [
        Days.on("1998-04-10"),
        Days.between("1998-04-01", "1998-04-30"),
        Days.between("1998-04-03", "1998-04-19"),
        Days.between("1998-03-03", "1998-04-19"),
        Days.between("1997-11-03", "1998-04-19"),
        Days.between("1998-01-01", "1998-12-31"),
        Days.between("1998-04-10", None),
        Days.between(None, "1998-04-10"),
    ],
)
def test_what_the_pages_show_may_be_typed(days: Days) -> None:
    assert days_in(shown_days(days)) == days
