"""An undated report is dated by the words in which it tells what other reports date to the day."""

from __future__ import annotations

from datetime import date

import pytest

from builders import actor, document, event, reading, when
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile
from truceline.reconcile.told_days import dated_anew, written_beside

WRITTEN = [  # words, the day they mean (a Tuesday), status, and the days on which they are written
    ("Tuesday", "occurred", "2031-05-13", "2031-05-19"),
    ("on Tuesday", "planned", "2031-05-07", "2031-05-13"),
    ("yesterday", "occurred", "2031-05-14", "2031-05-14"),
    ("last Tuesday", "occurred", "2031-05-14", "2031-05-20"),
    ("last Tuesday, 13 May", "occurred", "2031-05-14", "2031-05-20"),
    ("today", "occurred", "2031-05-13", "2031-05-13"),
    ("last week", "occurred", "2031-05-19", "2031-05-25"),
    ("13 May", "occurred", "2031-05-13", "2032-04-07"),
    ("13 May 2031", "occurred", "2031-05-13", None),
    (None, "occurred", "2031-05-13", None),
    (None, "planned", None, "2031-05-13"),
    ("Friday", "occurred", "2031-05-13", None),
]


@pytest.mark.parametrize(("words", "status", "earliest", "latest"), WRITTEN)
def test_words_tell_when_they_were_written(
    words: str | None, status: str, earliest: str | None, latest: str | None
) -> None:
    assert written_beside(words, date(2031, 5, 13), status) == Days.between(earliest, latest)


def test_words_count_from_days_that_are_known_by_now() -> None:
    week = Days.between("2031-05-13", "2031-05-15")
    assert dated_anew(When("on Monday", UNKNOWN_DAYS, "unknown"), week, "occurred").days == Days.on("2031-05-12")
    assert dated_anew(When("on Monday", UNKNOWN_DAYS, "unknown"), week, "planned").days == Days.on("2031-05-19")
    assert dated_anew(When("at dawn", UNKNOWN_DAYS, "unknown"), week, "occurred").days == Days.between(
        None, "2031-05-15"
    )


def test_a_weekday_dates_the_report_and_what_else_it_tells() -> None:
    def told(text: str, day: str | None) -> Reading:
        d = document(text, published=day)
        who = actor(d, "Valley Front", "armed_group")
        signing = when("2031-05-13") if day else When("on Tuesday", UNKNOWN_DAYS, "unknown")
        e = event(d, "signed the Pact of Orlin", "AGREE", actors=(who.key,), when=signing)
        return reading(d, actors=(who,), events=(e,))

    dated = told("The Valley Front signed the Pact of Orlin.", "2031-05-14")
    undated = told("On Tuesday the Valley Front signed the Pact of Orlin, at long last.", None)
    items = reconcile((dated, undated))
    assert [r.published.days for r in items.reports if r.published.basis == "reported_elsewhere"] == [
        Days.between("2031-05-13", "2031-05-19")
    ]
