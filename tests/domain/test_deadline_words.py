"""Deadlines are read as promises word them, and nothing else is taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.deadline_words import Promise, counts_from_signing, parse_deadline
from truceline.domain.mention import DEADLINE_RULES

PROMISE = Promise(Days.on("2020-03-05"), start=Days.on("2020-02-29"), previous=Days.on("2020-07-13"))

CASES = [
    # offset: counted from the agreement
    ("within 135 days", "offset", "agreement", "2020-07-13", "2020-07-13", (135, "day")),
    ("within 14 months", "offset", "agreement", "2021-04-29", "2021-04-29", (14, "month")),
    ("in the first 135 days", "offset", "agreement", "2020-07-13", "2020-07-13", (135, "day")),
    ("no later than 180 days after signature", "offset", "signature", "2020-08-27", "2020-08-27", (180, "day")),
    ("within 90 days of the signing of the agreement", "offset", None, "2020-05-29", "2020-05-29", (90, "day")),
    ("within a month of the agreement taking effect", "offset", None, "2020-03-29", "2020-03-29", (1, "month")),
    ("within 48 hours", "offset", "agreement", "2020-03-02", "2020-03-02", (48, "hour")),
    ("in six months", "offset", "agreement", "2020-08-29", "2020-08-29", (6, "month")),
    ("within ten working days", "offset", "agreement", "2020-03-13", "2020-03-13", (10, "working_day")),
    ("within two and a half months", "offset", "agreement", "2020-05-14", "2020-05-15", (5, "half_month")),
    ("within a few weeks", "offset", "agreement", "2020-03-21", "2020-05-02", None),
    ("10 days after March 10", "offset", "March 10", "2020-03-20", "2020-03-20", (10, "day")),
    ("immediately", "offset", "agreement", "2020-02-29", None, (0, "day")),
    ("without delay", "offset", "agreement", "2020-02-29", None, (0, "day")),
    ("within days", "offset", "agreement", "2020-02-29", None, None),
    ("within two years of the vote of 22 May 2021", "offset", None, "2023-05-22", "2023-05-22", (2, "year")),
    ("within 30 days of the ceasefire", "on_event", "ceasefire", None, None, (30, "day")),
    # fixed: a day or a stretch of days
    ("by March 10", "fixed", None, "2020-03-10", "2020-03-10", None),
    ("on March 10—next Tuesday", "fixed", None, "2020-03-10", "2020-03-10", None),
    ("no later than Friday", "fixed", None, "2020-03-06", "2020-03-06", None),
    ("by July", "fixed", None, "2020-06-30", "2020-07-31", None),
    ("by the end of July", "fixed", None, "2020-07-31", "2020-07-31", None),
    ("at the end of April 2021", "fixed", None, "2021-04-30", "2021-04-30", None),
    ("by mid-July", "fixed", None, "2020-07-10", "2020-07-20", None),
    ("by 2021", "fixed", None, "2020-12-31", "2021-12-31", None),
    ("before June 1", "fixed", None, "2020-05-31", "2020-05-31", None),
    ("before the end of the year", "fixed", None, "2020-12-31", "2020-12-31", None),
    ("at the latest by 1 May 2021", "fixed", None, "2021-05-01", "2021-05-01", None),
    ("next month", "fixed", None, "2020-04-01", "2020-04-30", None),
    # chain and within: counted from, or a share of, the deadline before
    ("over the following nine and a half months", "chain", None, "2021-04-28", "2021-04-29", (19, "half_month")),
    ("nine-and-a-half month’s later", "chain", None, "2021-04-28", "2021-04-29", (19, "half_month")),
    ("subsequent three months", "chain", None, "2020-10-13", "2020-10-13", (3, "month")),
    ("two weeks later", "chain", None, "2020-07-27", "2020-07-27", (2, "week")),
    ("by then", "within", None, "2020-07-13", "2020-07-13", None),
    ("in the same period", "within", None, "2020-07-13", "2020-07-13", None),
    # on event
    ("once the prisoners are released", "on_event", "the prisoners are released", None, None, None),
    ("as soon as talks begin", "on_event", "talks begin", None, None, None),
    ("within 60 days of the start of talks", "on_event", "start of talks", None, None, (60, "day")),
    ("when talks start, with the goal of 27 August 2020", "on_event", "talks start", "2020-08-27", "2020-08-27", None),
    ("before elections are held", "on_event", "elections are held", None, None, None),
    ("upon ratification by parliament", "on_event", "ratification by parliament", None, None, None),
    # continuing
    ("permanently", "continuing", None, "2020-02-29", None, None),
    ("at all times", "continuing", None, "2020-02-29", None, None),
    ("until the end of the talks", "continuing", "agreement", "2020-02-29", None, None),
    ("until 31 December", "continuing", "agreement", "2020-02-29", "2020-12-31", None),
    ("for 30 days", "continuing", "agreement", "2020-02-29", "2020-03-30", (30, "day")),
]

NONE = ["in three phases", "five military bases", "peacefully", "", "by the guarantors", "under the accord"]


@pytest.mark.parametrize(("words", "rule", "from_", "earliest", "latest", "count"), CASES, ids=[c[0] for c in CASES])
def test_deadlines_are_read(
    words: str, rule: str, from_: str | None, earliest: str | None, latest: str | None, count: tuple[int, str] | None
) -> None:
    found = parse_deadline(words, PROMISE)
    assert found is not None
    assert (found.rule, found.days, found.count) == (rule, Days.between(earliest, latest), count)
    assert from_ is None or found.from_ == from_
    assert found.text == words


@pytest.mark.parametrize("words", NONE)
def test_what_names_no_deadline_is_none(words: str) -> None:
    found = parse_deadline(words, PROMISE)
    assert found is None or (found.rule == "on_event" and not found.days.known)


@pytest.mark.parametrize("words", ["within 135 days", "no later than 180 days after signature"])
def test_without_the_day_of_signing_the_count_is_kept(words: str) -> None:
    found = parse_deadline(words, Promise(Days.on("2020-03-05")))
    assert found is not None
    assert (found.rule, found.days) == ("offset", UNKNOWN_DAYS)
    assert found.count is not None


def test_a_date_without_year_is_the_first_after_the_promise() -> None:
    late = Promise(Days.on("2021-02-01"), start=Days.on("2020-02-29"))
    found = parse_deadline("by March 10", late)
    assert found is not None
    assert found.days == Days.on("2020-03-10")


@pytest.mark.parametrize(("words", "known"), [("within 30 days of the signing", False), ("within 30 days", True)])
def test_what_counts_from_a_signing_still_to_come_stays_open(words: str, *, known: bool) -> None:
    announced = Promise(Days.on("2016-08-24"), start=Days.on("2016-08-24"), signing=UNKNOWN_DAYS)
    found = parse_deadline(words, announced)
    assert found is not None
    assert (found.rule, found.count, found.days.known) == ("offset", (30, "day"), known)


def test_a_truce_is_its_own_beginning() -> None:
    found = parse_deadline("within 30 days of the truce", Promise(start=Days.on("2020-02-29"), truce=True))
    assert found is not None
    assert found.days == Days.on("2020-03-30")


@pytest.mark.parametrize("words", ["by October 15", "no later than 9 July"])
def test_a_day_without_year_in_an_undated_report_is_a_day_all_the_same(words: str) -> None:
    found = parse_deadline(words, Promise())
    assert found is not None
    assert (found.rule, found.days) == ("fixed", UNKNOWN_DAYS)


def test_a_day_of_an_obligation_told_as_past_may_be_past() -> None:
    found = parse_deadline("by March 1", Promise(Days.on("2017-06-28"), tense="open"))
    assert found is not None
    assert found.days == Days.on("2017-03-01")


@pytest.mark.parametrize(
    ("words", "signing"),
    [("the signing of the agreement", True), ("its announcement", True), ("the start of talks", False), (None, False),
     ("agreement", True), ("10 march 2020", False)],
)  # fmt: skip
def test_what_counts_from_signing_is_told(words: str | None, *, signing: bool) -> None:
    assert counts_from_signing(words) is signing


WORDS = (
    "within by no later than 135 two days months after the signing of talks until July 2021 following once immediately for "
    "end on and half a"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, min_size=1, max_size=8))
def test_no_words_break_the_algebra(words: list[str]) -> None:
    found = parse_deadline(" ".join(words), PROMISE)
    assert found is None or found.rule in DEADLINE_RULES


def test_a_day_told_as_coming_soon_is_not_counted_from_an_agreement_long_past() -> None:
    """A report of April says that the pullout of an accord of the February before is to begin on 1 May."""
    late = Promise(published=Days.on("2011-04-15"), start=Days.on("2010-02-20"))
    found = parse_deadline("on May 1", late)
    assert found is not None
    assert found.days == Days.on("2011-05-01")
    for told in (replace(late, tense="open"), replace(late, published=Days.on("2010-05-20"))):
        found = parse_deadline("on May 1", told)
        assert found is not None
        assert found.days == Days.on("2010-05-01")
