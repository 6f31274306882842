"""The deadline algebra gives the days of a real agreement, with its working."""

from __future__ import annotations

import pytest

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.deadline_words import Promise, parse_deadline
from truceline.domain.mention import Deadline
from truceline.domain.other_calendars import other_day
from truceline.reconcile.deadlines import (
    against_reported,
    calendars_agree,
    computed,
    computed_in_order,
    counted,
    every_reading,
    passed_before_trigger,
    working,
)

SIGNED = Days.on("2020-02-29")


def offset(number: int, unit: str, rule: str = "offset", from_: str | None = "agreement") -> Deadline:
    return Deadline("words", rule, from_, UNKNOWN_DAYS, (number, unit))


COMPUTED = [
    ("135 days after signing", offset(135, "day"), "2020-07-13", "2020-07-13"),
    ("14 months after its announcement", offset(14, "month", from_="announcement"), "2021-04-29", "2021-04-29"),
    ("at once, with no end", offset(0, "day"), "2020-02-29", None),
    ("for 30 days", offset(30, "day", "continuing"), "2020-02-29", "2020-03-30"),
    ("from an event nobody dates", offset(60, "day", "on_event", "start of talks"), None, None),
    ("from another day than signing", offset(10, "day", from_="march 10"), None, None),
    ("a chain whose beginning is not known", offset(3, "month", "chain", "the previous deadline"), None, None),
]


@pytest.mark.parametrize(("deadline", "earliest", "latest"), [c[1:] for c in COMPUTED], ids=[c[0] for c in COMPUTED])
def test_deadlines_follow_from_signing(deadline: Deadline, earliest: str | None, latest: str | None) -> None:
    assert computed(deadline, SIGNED).days == Days.between(earliest, latest)


def test_a_fixed_deadline_stays_as_it_is_printed() -> None:
    fixed = Deadline("by March 10", "fixed", None, Days.on("2020-03-10"))
    assert computed(fixed, SIGNED) == fixed


def test_an_unknown_day_of_signing_changes_nothing() -> None:
    assert computed(offset(135, "day"), UNKNOWN_DAYS) == offset(135, "day")


def test_what_counts_from_a_signing_waits_for_the_day_of_it() -> None:
    due = offset(180, "day", from_="the signing")
    assert computed(due, SIGNED, signing=UNKNOWN_DAYS).days == UNKNOWN_DAYS
    assert computed(due, SIGNED, signing=Days.on("2020-03-10")).days == Days.on("2020-09-06")
    assert computed(offset(180, "day"), SIGNED, signing=UNKNOWN_DAYS).days == Days.on("2020-08-27")


def test_an_uncertain_day_of_signing_makes_an_interval() -> None:
    assert computed(offset(10, "day"), Days.between("2022-11-02", "2022-11-04")).days == Days.between(
        "2022-11-12", "2022-11-14"
    )


def test_chains_count_from_the_deadline_before() -> None:
    first, second = computed_in_order(
        [offset(135, "day"), offset(19, "half_month", "chain", "the previous deadline")], SIGNED
    )
    assert first is not None
    assert second is not None
    assert first.days == Days.on("2020-07-13")
    assert second.days == Days.between("2021-04-28", "2021-04-29")


def test_a_chain_counts_from_a_fixed_day_too() -> None:
    fixed = Deadline("by March 10", "fixed", None, Days.on("2020-03-10"))
    *_, last = computed_in_order([fixed, None, offset(3, "month", "chain", "the previous deadline")], SIGNED)
    assert last is not None
    assert last.days == Days.on("2020-06-10")


def test_a_share_ends_with_the_deadline_before() -> None:
    share = Deadline("in the same period", "within", "the previous deadline", UNKNOWN_DAYS)
    assert computed(share, SIGNED, Days.on("2020-07-13")).days == Days.on("2020-07-13")


def test_a_count_and_a_half_is_not_the_whole_count() -> None:
    """135 days and nine and a half months are not 14 months: both readings are covered."""
    chain = computed(offset(19, "half_month", "chain"), SIGNED, Days.on("2020-07-13")).days
    whole = computed(offset(14, "month"), SIGNED).days
    assert every_reading(chain, whole, UNKNOWN_DAYS) == Days.between("2021-04-28", "2021-04-29")


WORKING = [
    (offset(135, "day"), SIGNED, UNKNOWN_DAYS, "29 Feb 2020 + 135 days = 13 Jul 2020"),
    (offset(14, "month"), SIGNED, UNKNOWN_DAYS, "29 Feb 2020 + 14 months = 29 Apr 2021"),
    (offset(1, "week"), Days.between("2022-11-02", "2022-11-04"), UNKNOWN_DAYS,
     "2 Nov 2022 to 4 Nov 2022 + 1 week = 9 Nov 2022 to 11 Nov 2022"),
    (offset(19, "half_month", "chain"), SIGNED, Days.on("2020-07-13"),
     "13 Jul 2020 + 9 months and 15 days = 28 Apr 2021 to 29 Apr 2021"),
    (offset(3, "month", "chain"), SIGNED, UNKNOWN_DAYS, None),
    (Deadline("by March 10", "fixed", None, Days.on("2020-03-10")), SIGNED, UNKNOWN_DAYS, None),
]  # fmt: skip


@pytest.mark.parametrize(("deadline", "start", "previous", "shown"), WORKING)
def test_the_working_is_shown(deadline: Deadline, start: Days, previous: Days, shown: str | None) -> None:
    assert working(deadline, start, previous) == shown


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [(1, "day", "1 day"), (2, "week", "2 weeks"), (10, "working_day", "10 working days"), (1, "half_month", "15 days"),
     (3, "half_month", "1 month and 15 days"), (4, "half_month", "2 months")],
)  # fmt: skip
def test_counts_are_written_in_words(number: int, unit: str, words: str) -> None:
    assert counted(number, unit) == words


def test_a_reported_day_that_does_not_fit_is_told() -> None:
    deadline = computed(offset(14, "month"), SIGNED)
    told = against_reported(deadline, Days.on("2021-05-01"))
    assert told is not None
    assert told.reason == "'words' gives 29 Apr 2021, but 1 May 2021 is reported."
    assert against_reported(deadline, Days.on("2021-04-29")) is None
    assert against_reported(offset(3, "month"), Days.on("2021-04-29")) is None


PAIRS = [
    ((10, "hoot", 1398), (5, "rajab", 1441), "2020-02-29"),
    ((20, "hoot", 1398), (15, "rajab", 1441), "2020-03-10"),
    ((9, "jawza", 1399), (6, "shawwal", 1441), "2020-05-29"),
    ((6, "sonbola", 1399), (8, "muharram", 1442), "2020-08-27"),
]


@pytest.mark.parametrize(("solar", "lunar", "ours"), PAIRS)
def test_calendars_printed_side_by_side_agree(
    solar: tuple[int, str, int], lunar: tuple[int, str, int], ours: str
) -> None:
    days = [other_day(*solar), other_day(*lunar), Days.on(ours)]
    assert calendars_agree(d for d in days if d) is None
    assert len([d for d in days if d]) == 3


def test_calendars_that_disagree_are_told() -> None:
    told = calendars_agree([Days.on("2020-02-29"), Days.on("2020-03-01")])
    assert told is not None
    assert told.about == "calendars"


def test_a_date_that_passes_before_its_trigger_is_told() -> None:
    deadline = parse_deadline("when the talks start, with the goal of 27 August 2020", Promise(start=SIGNED))
    assert deadline is not None
    told = passed_before_trigger(deadline, Days.on("2020-09-12"))
    assert told is not None
    assert told.reason == "The date passed 16 days before its trigger."
    assert passed_before_trigger(deadline, Days.on("2020-08-01")) is None
