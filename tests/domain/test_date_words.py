"""Every form in which news dates things gives the days it allows, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.domain.date_words import Anchor, reckon, when
from truceline.domain.dates import UNKNOWN_DAYS, Days

THURSDAY = Days.on("2023-03-16")

COUNTED_FROM_A_THURSDAY = [
    # days of the week
    ("Monday", "2023-03-13", "2023-03-13"),
    ("on Monday", "2023-03-13", "2023-03-13"),
    ("Thursday", "2023-03-16", "2023-03-16"),
    ("Friday night", "2023-03-10", "2023-03-10"),
    ("late on Saturday", "2023-03-11", "2023-03-11"),
    ("the early hours of Sunday", "2023-03-12", "2023-03-12"),
    ("at dawn on Tuesday", "2023-03-14", "2023-03-14"),
    ("5:30 am on Wednesday", "2023-03-15", "2023-03-15"),
    ("last Thursday", "2023-03-09", "2023-03-09"),
    ("last Monday", "2023-03-13", "2023-03-13"),
    ("next Tuesday", "2023-03-21", "2023-03-21"),
    ("next Friday", "2023-03-17", "2023-03-24"),
    ("this Friday", "2023-03-17", "2023-03-17"),
    ("Tuesday last week", "2023-03-07", "2023-03-07"),
    ("from Monday to Wednesday", "2023-03-13", "2023-03-15"),
    ("Monday and Tuesday", "2023-03-13", "2023-03-14"),
    ("Tuesday into Wednesday", "2023-03-14", "2023-03-15"),
    ("Friday the 10th", "2023-03-10", "2023-03-10"),
    ("this coming Monday", "2023-03-20", "2023-03-20"),
    ("the weekend of March 4", "2023-03-04", "2023-03-05"),
    ("over the weekend", "2023-03-11", "2023-03-12"),
    ("the week of March 9", "2023-03-06", "2023-03-12"),
    ("the week ending March 12", "2023-03-06", "2023-03-12"),
    ("the 15th", "2023-03-15", "2023-03-15"),
    ("the 17th", "2023-02-17", "2023-02-17"),
    ("tomorrow (Thursday)", "2023-03-23", "2023-03-23"),
    ("yesterday (Thursday)", "2023-03-09", "2023-03-09"),
    ("the new year", "2023-01-01", "2023-12-31"),
    ("last quarter", "2022-10-01", "2022-12-31"),
    ("next quarter", "2023-04-01", "2023-06-30"),
    # days counted from today
    ("today", "2023-03-16", "2023-03-16"),
    ("this morning", "2023-03-16", "2023-03-16"),
    ("yesterday", "2023-03-15", "2023-03-15"),
    ("yesterday evening", "2023-03-15", "2023-03-15"),
    ("the day before yesterday", "2023-03-14", "2023-03-14"),
    ("tomorrow", "2023-03-17", "2023-03-17"),
    ("overnight", "2023-03-15", "2023-03-16"),
    ("last evening", "2023-03-15", "2023-03-15"),
    ("overnight on March 7 to 8", "2023-03-07", "2023-03-08"),
    ("two days ago", "2023-03-14", "2023-03-14"),
    ("three months ago", "2022-12-01", "2022-12-31"),
    ("two years ago", "2021-01-01", "2021-12-31"),
    ("18 years ago", "2004-01-01", "2005-12-31"),
    ("nearly three weeks ago", "2023-02-23", "2023-03-02"),
    ("up to ten days ago", "2023-03-06", "2023-03-16"),
    ("more than five years ago", None, "2018-03-16"),
    ("a six-day-old", "2023-03-10", "2023-03-10"),
    ("five hours ago", "2023-03-15", "2023-03-16"),
    ("24 hours ago", "2023-03-15", "2023-03-15"),
    ("a few minutes ago", "2023-03-16", "2023-03-16"),
    ("a week ago Monday", "2023-03-06", "2023-03-06"),
    ("less than a week ago", "2023-03-09", "2023-03-16"),
    ("nearly a year ago", "2022-03-16", "2022-06-16"),
    ("about two weeks ago", "2023-02-24", "2023-03-08"),
    ("the past week", "2023-03-09", "2023-03-16"),
    ("in the past three days", "2023-03-13", "2023-03-16"),
    ("over the last two decades", "2003-03-16", "2023-03-16"),
    ("in recent weeks", None, "2023-03-16"),
    ("so far", None, "2023-03-16"),
    ("in the coming weeks", "2023-03-16", None),
    ("in the next ten days", "2023-03-16", "2023-03-26"),
    ("two weeks from now", "2023-03-30", "2023-03-30"),
    # weeks, months, years
    ("last week", "2023-03-06", "2023-03-12"),
    ("this week", "2023-03-13", "2023-03-19"),
    ("next week", "2023-03-20", "2023-03-26"),
    ("last month", "2023-02-01", "2023-02-28"),
    ("earlier this month", "2023-03-01", "2023-03-16"),
    ("late last month", "2023-02-21", "2023-02-28"),
    ("the 10th of last month", "2023-02-10", "2023-02-10"),
    ("last year", "2022-01-01", "2022-12-31"),
    ("earlier this year", "2023-01-01", "2023-03-16"),
    ("later this year", "2023-03-16", "2023-12-31"),
    ("early last year", "2022-01-01", "2022-04-30"),
    ("the end of the year", "2023-12-01", "2023-12-31"),
    ("September of last year", "2022-09-01", "2022-09-30"),
    ("in September last year", "2022-09-01", "2022-09-30"),
    ("last year's September", "2022-09-01", "2022-09-30"),
    ("last September", "2022-09-01", "2022-09-30"),
    ("next May", "2023-05-01", "2023-05-31"),
    ("March 10 of last year", "2022-03-10", "2022-03-10"),
    ("the first quarter of this year", "2023-01-01", "2023-03-31"),
    ("the second half of last year", "2022-07-01", "2022-12-31"),
    ("last summer", "2022-06-01", "2022-09-22"),
    # dates without their year
    ("March 3", "2023-03-03", "2023-03-03"),
    ("3 March", "2023-03-03", "2023-03-03"),
    ("the 3rd of March", "2023-03-03", "2023-03-03"),
    ("August 29", "2022-08-29", "2022-08-29"),
    ("March 20", "2023-03-20", "2023-03-20"),
    ("April 20", "2022-04-20", "2022-04-20"),
    ("Sept. 9", "2022-09-09", "2022-09-09"),
    ("in September", "2022-09-01", "2022-09-30"),
    ("early May", "2022-05-01", "2022-05-10"),
    ("mid-February", "2023-02-11", "2023-02-20"),
    ("late December", "2022-12-21", "2022-12-31"),
    ("the third week of February", "2023-02-15", "2023-02-21"),
    ("the last week of January", "2023-01-25", "2023-01-31"),
    ("March 1-5", "2023-03-01", "2023-03-05"),
    ("between 28 February and 3 March", "2023-02-28", "2023-03-03"),
    ("from December to February", "2022-12-01", "2023-02-28"),
    ("Wednesday, March 15", "2023-03-15", "2023-03-15"),
    ("Sunday, March 7", "2023-03-07", "2023-03-07"),
    ("Friday (March 10)", "2023-03-10", "2023-03-10"),
    ("March 21—next Tuesday", "2023-03-21", "2023-03-21"),
    ("a week before March 10", "2023-03-03", "2023-03-03"),
    ("two days after last Friday", "2023-03-12", "2023-03-12"),
    ("the day after March 10", "2023-03-11", "2023-03-11"),
    ("Christmas Eve", "2022-12-24", "2022-12-24"),
    # what a preposition adds
    ("since January", "2023-01-01", "2023-03-16"),
    ("since early May", "2022-05-01", "2023-03-16"),
    ("until last week", None, "2023-03-12"),
    ("before March 10", None, "2023-03-09"),
    ("after March 10", "2023-03-10", "2023-03-16"),
    ("around March 10", "2023-03-07", "2023-03-13"),
    ("as recently as Monday", "2023-03-13", "2023-03-13"),
]  # fmt: skip

PRINTED = [
    ("29 February 2020", "2020-02-29", "2020-02-29"),
    ("February 29, 2020,", "2020-02-29", "2020-02-29"),
    ("the 2nd of November 2022", "2022-11-02", "2022-11-02"),
    ("Wednesday 2 November 2022", "2022-11-02", "2022-11-02"),
    ("2022-11-02", "2022-11-02", "2022-11-02"),
    ("20221102", "2022-11-02", "2022-11-02"),
    ("2022-11", "2022-11-01", "2022-11-30"),
    ("11/2022", "2022-11-01", "2022-11-30"),
    ("2022-11-02T10:15", "2022-11-02", "2022-11-02"),
    ("05/13/2025", "2025-05-13", "2025-05-13"),
    ("13/5/2025", "2025-05-13", "2025-05-13"),
    ("13.5.2025", "2025-05-13", "2025-05-13"),
    ("3/4/2020", "2020-03-04", "2020-04-03"),
    ("03.04.2020", "2020-04-03", "2020-04-03"),
    ("November 2022", "2022-11-01", "2022-11-30"),
    ("in November of 2022", "2022-11-01", "2022-11-30"),
    ("at the end of April 2021", "2021-04-21", "2021-04-30"),
    ("2018", "2018-01-01", "2018-12-31"),
    ("in early 2018", "2018-01-01", "2018-04-30"),
    ("mid-2018", "2018-05-01", "2018-08-31"),
    ("late 2018", "2018-09-01", "2018-12-31"),
    ("the end of 2018", "2018-12-01", "2018-12-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("the late 1990s", "1996-01-01", "1999-12-31"),
    ("the 19th century", "1801-01-01", "1900-12-31"),
    ("2018 and 2019", "2018-01-01", "2019-12-31"),
    ("2001-2014", "2001-01-01", "2014-12-31"),
    ("2018/19", "2018-01-01", "2019-12-31"),
    ("between May and July 2019", "2019-05-01", "2019-07-31"),
    ("November 2019 to February 2020", "2019-11-01", "2020-02-29"),
    ("from December to February 2020", "2019-12-01", "2020-02-29"),
    ("12-15 March 2020", "2020-03-12", "2020-03-15"),
    ("May 15-20, 2025", "2025-05-15", "2025-05-20"),
    ("May 28 to June 3, 2020", "2020-05-28", "2020-06-03"),
    ("the first quarter of 2020", "2020-01-01", "2020-03-31"),
    ("Q3 2020", "2020-07-01", "2020-09-30"),
    ("the second half of 2022", "2022-07-01", "2022-12-31"),
    ("the summer of 2019", "2019-06-01", "2019-09-22"),
    ("the winter of 1941-42", "1941-12-01", "1942-03-20"),
    ("the winter of 1941", "1941-01-01", "1942-03-20"),
    ("fiscal year 2019", "2018-04-01", "2019-12-31"),
    ("Christmas Day 2019", "2019-12-25", "2019-12-25"),
    ("the last day of 2019", "2019-12-31", "2019-12-31"),
    ("29 Feb 2020 (10 Hoot 1398)", "2020-02-29", "2020-02-29"),
    ("10 Hoot 1398", "2020-02-29", "2020-02-29"),
    ("5 Rajab 1441", "2020-02-28", "2020-03-01"),
    ("Tikimt 23, 2015", "2022-11-02", "2022-11-02"),
    ("two days before 2 November 2022", "2022-10-31", "2022-10-31"),
    ("by July 2020", None, "2020-07-31"),
    ("before 2014", None, "2013-12-31"),
    ("since October 2001", "2001-10-01", None),
]  # fmt: skip

TO_COME = [
    ("June 10", "2023-06-10", "2023-06-10"),
    ("Friday", "2023-03-17", "2023-03-17"),
    ("by July", None, "2023-07-31"),
    ("in September", "2023-09-01", "2023-09-30"),
    ("April 2", "2023-04-02", "2023-04-02"),
    ("March 12", "2023-03-12", "2023-03-12"),
    ("in February", "2024-02-01", "2024-02-29"),
    ("the weekend", "2023-03-18", "2023-03-19"),
]

AFTER_A_TOLD_DATE = [  # told: 3 May 2019
    ("two days later", "2019-05-05", "2019-05-05"),
    ("a day earlier", "2019-05-02", "2019-05-02"),
    ("the next day", "2019-05-04", "2019-05-04"),
    ("the following day", "2019-05-04", "2019-05-04"),
    ("the following morning", "2019-05-04", "2019-05-04"),
    ("the next evening", "2019-05-04", "2019-05-04"),
    ("the night before", "2019-05-02", "2019-05-02"),
    ("the same evening", "2019-05-03", "2019-05-03"),
    ("later that night", "2019-05-03", "2019-05-03"),
    ("hours later", "2019-05-03", "2019-05-04"),
    ("minutes later", "2019-05-03", "2019-05-03"),
    ("days later", "2019-05-05", "2019-05-12"),
    ("three days after that", "2019-05-06", "2019-05-06"),
    ("nearly a month later", "2019-05-24", "2019-06-03"),
    ("the 9th", "2023-03-09", "2023-03-09"),  # the month told is no news any more
    ("the day before", "2019-05-02", "2019-05-02"),
    ("that day", "2019-05-03", "2019-05-03"),
    ("the same day", "2019-05-03", "2019-05-03"),
    ("the following month", "2019-06-01", "2019-06-30"),
    ("that month", "2019-05-01", "2019-05-31"),
    ("the following year", "2020-01-01", "2020-12-31"),
    ("that year", "2019-01-01", "2019-12-31"),
    ("the following Monday", "2019-05-06", "2019-05-06"),
    ("the Friday before", "2019-04-26", "2019-04-26"),
    ("three months later", "2019-08-01", "2019-08-31"),
    ("less than two days later", "2019-05-03", "2019-05-05"),
    ("more than two days later", "2019-05-05", None),
    ("nine-and-a-half months later", "2020-02-18", "2020-02-19"),
    ("February of the following year", "2020-02-01", "2020-02-29"),
    ("later that year", "2019-05-03", "2019-12-31"),
    ("since then", "2019-05-03", "2023-03-16"),
]

NO_DAYS = [
    "11 days", "for three weeks", "within 135 days", "a week-long", "18-year", "nearly 20 years", "every week", "daily",
    "on Sundays", "each year", "5:30 am", "midnight", "the day before", "that day", "the same month", "two days later",
    "490 BC", "the following Monday", "the previous day", "the next day", "the following week",
]  # fmt: skip

NO_TIME = [
    "during Ramadan", "sometime soon", "the anniversary of the coup", "the day after the vote", "the rebels", "",
    "the harvest", "8,600", "a long war", "the time of the deal", "the 1st Battalion", "after the talks",
]  # fmt: skip


def found(words: str, anchor: Anchor) -> Days:
    dated = when(words, anchor)
    assert dated is not None, words
    return dated.days


@pytest.mark.parametrize(("words", "earliest", "latest"), COUNTED_FROM_A_THURSDAY)
def test_expressions_count_from_publication(words: str, earliest: str | None, latest: str | None) -> None:
    assert found(words, Anchor(THURSDAY)) == Days.between(earliest, latest)
    dated = when(words, Anchor(THURSDAY))
    assert dated is not None
    assert dated.basis == "derived"


@pytest.mark.parametrize(("words", "earliest", "latest"), PRINTED)
def test_printed_dates_need_no_publication(words: str, earliest: str | None, latest: str | None) -> None:
    dated = when(words, Anchor())
    assert dated is not None
    assert (dated.days, dated.basis) == (Days.between(earliest, latest), "stated")


@pytest.mark.parametrize(("words", "earliest", "latest"), TO_COME)
def test_dates_to_come_are_the_next_ones(words: str, earliest: str | None, latest: str | None) -> None:
    assert found(words, Anchor(THURSDAY, tense="future")) == Days.between(earliest, latest)


@pytest.mark.parametrize(("words", "earliest", "latest"), AFTER_A_TOLD_DATE)
def test_some_dates_count_from_the_date_told_before(words: str, earliest: str | None, latest: str | None) -> None:
    anchor = Anchor(THURSDAY, told=Days.on("2019-05-03"))
    assert found(words, anchor) == Days.between(earliest, latest)


@pytest.mark.parametrize("words", NO_DAYS)
def test_lengths_and_what_has_no_anchor_give_no_days(words: str) -> None:
    dated = when(words, Anchor(THURSDAY))
    assert dated is not None
    assert (dated.days, dated.basis) == (UNKNOWN_DAYS, "unknown")


@pytest.mark.parametrize("words", NO_TIME)
def test_what_is_no_time_expression_is_none(words: str) -> None:
    assert when(words, Anchor(THURSDAY)) is None


@pytest.mark.parametrize("words", ["Monday", "last month", "March 3", "two days ago", "this year", "today"])
def test_without_publication_relative_dates_are_unknown(words: str) -> None:
    dated = when(words, Anchor())
    assert dated is not None
    assert dated.basis == "unknown"


WIDER = [
    ("Monday", "2019-12-30", "2020-03-09"),
    ("last month", "2019-12-01", "2020-02-29"),
    ("in September", "2019-09-01", "2019-09-30"),
    ("late last month", "2019-12-21", "2020-02-29"),
    ("18 years ago", "2001-01-01", "2002-12-31"),
    ("2018", "2018-01-01", "2018-12-31"),
    ("since September", "2019-09-01", "2020-03-09"),
    ("yesterday", "2019-12-31", "2020-03-08"),
]


@pytest.mark.parametrize(("words", "earliest", "latest"), WIDER)
def test_an_interval_of_publication_makes_intervals(words: str, earliest: str, latest: str) -> None:
    assert found(words, Anchor(Days.between("2020-01-01", "2020-03-09"))) == Days.between(earliest, latest)


def test_an_open_publication_leaves_a_side_open() -> None:
    assert found("last month", Anchor(Days.between("2020-03-05", None))) == Days.between("2020-02-01", None)


STORY = [
    ("3 May 2019", "the 9th", "2019-05-09", "2019-05-09"),
    ("3 May 2019", "the 1st", "2019-05-01", "2019-05-01"),
    ("27 May 2019", "the 1st", "2019-06-01", "2019-06-01"),
    ("December 1941", "In January", "1942-01-01", "1942-01-31"),
    ("September 1939", "17 September", "1939-09-17", "1939-09-17"),
    ("1916", "July", "1916-07-01", "1916-07-31"),
    ("March 1916", "December", "1916-12-01", "1916-12-31"),
    ("January 1919", "December", "1918-12-01", "1918-12-31"),
]


@pytest.mark.parametrize(("told", "words", "earliest", "latest"), STORY)
def test_in_a_story_dates_follow_each_other(told: str, words: str, earliest: str, latest: str) -> None:
    anchor = Anchor(THURSDAY, told=found(told, Anchor()), by_told=True)
    assert found(words, anchor) == Days.between(earliest, latest)


ANY = st.sampled_from([w for w, *_ in COUNTED_FROM_A_THURSDAY])
DATES = st.dates(min_value=Days.on("1950-01-01").earliest, max_value=Days.on("2090-01-01").earliest)  # type: ignore[arg-type]


@given(ANY, DATES, st.integers(0, 400))
def test_a_wider_publication_never_excludes_what_a_day_of_it_allows(words: str, day: object, more: int) -> None:
    first = Days.on(day)  # type: ignore[arg-type]
    wide = Days(first.earliest, first.shifted(more).latest)
    narrow, loose = reckon(words, Anchor(first)), reckon(words, Anchor(wide))
    assert narrow is not None
    assert loose is not None
    assert loose.days.earliest is None or narrow.days.earliest is None or loose.days.earliest <= narrow.days.earliest


WORDS = (
    "the a two 10 31st March may 2020 1999 last next this week month year Monday ago later before after since until by "
    "early late end of and to between from - — ( ) , days years quarter first half hours 5:30 pm 30 February"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, min_size=1, max_size=7), DATES, st.sampled_from(["past", "future", "open"]))
def test_no_words_break_the_reckoning(words: list[str], day: object, tense: str) -> None:
    text = " ".join(words)
    dated = when(text, Anchor(Days.on(day), told=Days.on("2001-02-03"), tense=tense))  # type: ignore[arg-type]
    assert dated is None or dated.basis in ("stated", "derived", "unknown")
    assert dated is None or (dated.basis == "unknown") is not dated.days.known
