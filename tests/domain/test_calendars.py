"""Months keep the day of the month; other calendars meet ours where agreements print both."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.domain.calendars import across, add, grain_of, hull, shift, week_of, weekday_after, weekday_before
from truceline.domain.counts import read_count
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.other_calendars import ethiopian, lunar_hijri, other_day, solar_hijri

DAY = date.fromisoformat
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))

ADDED = [
    ("2020-02-29", 135, "day", "2020-07-13"),
    ("2020-02-29", 14, "month", "2021-04-29"),
    ("2020-07-13", 19, "half_month", "2021-04-28"),
    ("2020-02-29", 1, "year", "2021-02-28"),
    ("2021-01-31", 1, "month", "2021-02-28"),
    ("2020-01-31", 1, "month", "2020-02-29"),
    ("2021-08-31", 6, "month", "2022-02-28"),
    ("2019-12-15", 1, "month", "2020-01-15"),
    ("2020-03-31", -1, "month", "2020-02-29"),
    ("2020-03-15", 1, "half_month", "2020-03-30"),
    ("2020-03-30", -1, "half_month", "2020-03-15"),
    ("2016-11-24", 180, "day", "2017-05-23"),
    ("2016-11-24", 26, "week", "2017-05-25"),
    ("2022-11-02", 48, "hour", "2022-11-04"),
    ("2022-11-02", 36, "hour", "2022-11-04"),
    ("2022-11-03", 2, "working_day", "2022-11-07"),
    ("2022-11-05", 1, "working_day", "2022-11-07"),
    ("2022-11-07", -1, "working_day", "2022-11-04"),
    ("1998-04-10", 2, "year", "2000-04-10"),
    ("2006-11-21", 1, "fortnight", "2006-12-05"),
    ("2006-11-21", 1, "decade", "2016-11-21"),
]

GRAINS = [
    ("2020-03-05", "week", "2020-03-02", "2020-03-08"),
    ("2020-03-05", "month", "2020-03-01", "2020-03-31"),
    ("2020-05-05", "quarter", "2020-04-01", "2020-06-30"),
    ("2020-05-05", "year", "2020-01-01", "2020-12-31"),
    ("2020-05-05", "decade", "2020-01-01", "2029-12-31"),
    ("2000-05-05", "century", "1901-01-01", "2000-12-31"),
    ("2020-05-05", "day", "2020-05-05", "2020-05-05"),
]

SOLAR = [
    (1398, 12, 10, "2020-02-29"), (1398, 12, 20, "2020-03-10"), (1399, 3, 9, "2020-05-29"), (1399, 6, 6, "2020-08-27"),
    (1357, 2, 7, "1978-04-27"), (1400, 1, 1, "2021-03-21"), (1403, 12, 30, "2025-03-20"), (1395, 12, 30, "2017-03-20"),
]  # fmt: skip
LUNAR = [
    (1441, 7, 5, "2020-02-29"),
    (1441, 7, 15, "2020-03-10"),
    (1441, 10, 6, "2020-05-29"),
    (1442, 1, 8, "2020-08-27"),
]
ETHIOPIAN = [
    (2013, 1, 1, "2020-09-11"),
    (2012, 1, 1, "2019-09-12"),
    (2015, 2, 23, "2022-11-02"),
    (2013, 2, 25, "2020-11-04"),
]


@pytest.mark.parametrize(("start", "number", "unit", "end"), ADDED)
def test_units_are_added(start: str, number: int, unit: str, end: str) -> None:
    assert add(DAY(start), number, unit) == DAY(end)


@pytest.mark.parametrize(("day", "unit", "first", "last"), GRAINS)
def test_a_day_lies_in_its_week_month_and_year(day: str, unit: str, first: str, last: str) -> None:
    assert grain_of(DAY(day), unit) == Days.between(first, last)


@pytest.mark.parametrize(("year", "month", "day", "ours"), SOLAR)
def test_solar_hijri_days_are_ours(year: int, month: int, day: int, ours: str) -> None:
    assert solar_hijri(year, month, day) == DAY(ours)


@pytest.mark.parametrize(("year", "month", "day", "ours"), LUNAR)
def test_tabular_lunar_days_are_ours(year: int, month: int, day: int, ours: str) -> None:
    assert lunar_hijri(year, month, day) == DAY(ours)


@pytest.mark.parametrize(("year", "month", "day", "ours"), ETHIOPIAN)
def test_ethiopian_days_are_ours(year: int, month: int, day: int, ours: str) -> None:
    assert ethiopian(year, month, day) == DAY(ours)


@pytest.mark.parametrize(("year", "month", "day"), [(1398, 13, 1), (1399, 7, 31), (1400, 12, 30), (1400, 0, 3)])
def test_days_that_the_calendar_lacks_are_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no such day"):
        solar_hijri(year, month, day)


def test_the_moon_may_be_seen_a_day_apart() -> None:
    assert other_day(5, "rajab", 1441) == Days.between("2020-02-28", "2020-03-01")
    assert other_day(5, "nivose", 1441) is None
    assert other_day(40, "hoot", 1398) is None


@given(DATES, st.integers(-600, 600))
def test_months_there_and_back_lose_at_most_the_clipped_days(day: date, months: int) -> None:
    back = add(add(day, months, "month"), -months, "month")
    assert back <= day
    assert (day - back).days <= 3


@given(
    DATES, st.integers(0, 200), st.sampled_from(["day", "week", "month", "half_month", "year", "working_day", "hour"])
)
def test_later_starts_never_give_earlier_ends(day: date, number: int, unit: str) -> None:
    assert add(day, number, unit) <= add(date.fromordinal(day.toordinal() + 1), number, unit)


@given(DATES)
def test_a_week_begins_on_monday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert week.width == 7
    assert week.earliest
    assert week.earliest.weekday() == 0
    assert week.meets(Days.on(day))


@given(DATES, st.integers(0, 6))
def test_weekdays_are_found_on_both_sides(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday, strictly=True)
    assert before <= day < after
    assert before.weekday() == after.weekday() == weekday
    assert (after - before).days == 7


def test_what_cannot_be_counted_is_unknown() -> None:
    assert shift(Days.on("9999-01-01"), 5, "year") == UNKNOWN_DAYS
    assert across(UNKNOWN_DAYS, lambda d: Days.on(d)) == UNKNOWN_DAYS


def test_an_open_side_stays_open() -> None:
    assert shift(Days.between("2020-01-01", None), 3, "day") == Days.between("2020-01-04", None)
    assert hull(Days.on("2020-01-01"), Days.between(None, "2019-01-01")) == Days.between(None, "2020-01-01")


COUNTS = [
    ("135 days", 135, 135, "day"), ("nine and a half months", 19, 19, "half_month"), ("9.5 months", 19, 19, "half_month"),
    ("nine-and-a-half months", 19, 19, "half_month"), ("a year and a half", 18, 18, "month"), ("half a year", 6, 6, "month"),
    ("half a month", 1, 1, "half_month"), ("several weeks", 3, 9, "week"), ("a few days", 3, 9, "day"),
    ("a couple of days", 2, 3, "day"), ("48 hours", 48, 48, "hour"), ("forty-five days", 45, 45, "day"),
    ("one hundred and twenty days", 120, 120, "day"), ("ten working days", 10, 10, "working_day"), ("an hour", 1, 1, "hour"),
    ("a dozen days", 12, 12, "day"), ("two months’", 2, 2, "month"), ("1,000 days", 1000, 1000, "day"),
    ("two and a half years", 30, 30, "month"), ("a decade", 1, 1, "decade"), ("two-and-a-half weeks", 17, 18, "day"),
    ("three-week", 3, 3, "week"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "least", "most", "unit"), COUNTS)
def test_counts_are_read(words: str, least: int, most: int, unit: str) -> None:
    found = read_count(words)
    assert found is not None
    assert (found.least, found.most, found.unit) == (least, most, unit)


@pytest.mark.parametrize("words", ["days", "many soldiers", "135", "the day", "two", "five bases", ""])
def test_what_is_no_count_is_none(words: str) -> None:
    assert read_count(words) is None
