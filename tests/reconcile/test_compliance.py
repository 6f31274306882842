"""Timeliness is computed for any day, by five rules; indices say what they rest on."""

from __future__ import annotations

from datetime import date

import pytest

from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.document import Quote
from truceline.domain.items import Commitment, History
from truceline.domain.mention import Deadline
from truceline.reconcile.compliance import days_late, implementation, timeliness, was_reversed
from truceline.reconcile.compliance_index import assess, index, index_by_class

QUOTE = Quote("report-1", 0, 1, "x")


def said(state: str, day: str | None = None, *, words: str | None = "then", by: str | None = None) -> History:
    when = When(words, Days.on(day), "stated") if day else None
    return History(when, state, by, "report-1", (QUOTE,))


def promise(
    deadline: Deadline | None = None,
    *history: History,
    condition: str | None = None,
    class_: str = "duty",
    id_: str = "c-1",
) -> Commitment:
    return Commitment(
        id_, None, (), "explicit", (), "do it", None, deadline, condition, class_, "no_deadline", tuple(history), ()
    )


def due(day: str, rule: str = "fixed") -> Deadline:
    return Deadline("by then", rule, None, Days.on(day))


TRIGGERED = Deadline("when talks start, by 27 August", "on_event", "talks start", Days.on("2020-08-27"))
FOREVER = Deadline("permanently", "continuing", None, Days.between("2020-02-29", None))

CASES = [
    ("long before its deadline", promise(due("2020-07-13")), "2020-03-01", "not_due"),
    ("thirty days before", promise(due("2020-07-13")), "2020-06-13", "due_soon"),
    ("thirty-one days before", promise(due("2020-07-13")), "2020-06-12", "not_due"),
    ("on its last day", promise(due("2020-07-13")), "2020-07-13", "due_soon"),
    ("a day after", promise(due("2020-07-13")), "2020-07-14", "overdue"),
    ("an interval is over with its last day",
     promise(Deadline("by July", "fixed", None, Days.between("2020-06-30", "2020-07-31"))), "2020-07-31", "due_soon"),
    ("met before", promise(due("2020-07-13"), said("met", "2020-07-01")), "2020-08-01", "done_on_time"),
    ("met on the day", promise(due("2020-07-13"), said("met", "2020-07-13")), "2020-08-01", "done_on_time"),
    ("met after it", promise(due("2020-03-10"), said("met", "2020-09-12")), "2020-10-01", "done_late"),
    ("not yet met on the day asked for",
     promise(due("2020-03-10"), said("met", "2020-09-12")), "2020-05-01", "overdue"),
    ("only reported later", promise(due("2020-03-10"), said("met", "2020-09-12", words=None)), "2020-10-01", "done_on_time"),
    ("met, no day told", promise(due("2020-03-10"), said("met")), "2020-10-01", "done_on_time"),
    ("no deadline", promise(None), "2020-10-01", "no_deadline"),
    ("no deadline, met", promise(None, said("met", "2020-05-05")), "2020-10-01", "no_deadline"),
    ("rule none", promise(Deadline("some day", "none", None, UNKNOWN_DAYS)), "2020-10-01", "no_deadline"),
    ("at once, with no end",
     promise(Deadline("immediately", "offset", "agreement", Days.between("2020-02-29", None))), "2020-10-01", "no_deadline"),
    ("counted from a day nobody knows",
     promise(Deadline("within 60 days", "offset", "agreement", UNKNOWN_DAYS, (60, "day"))), "2020-10-01", "no_deadline"),
    ("its condition is not met", promise(due("2020-07-13"), condition="if the truce holds"), "2020-08-01", "condition_unmet"),
    ("its trigger has not come", promise(TRIGGERED), "2020-05-01", "condition_unmet"),
    ("its date passed before its trigger", promise(TRIGGERED), "2020-08-28", "condition_unmet"),
    ("under way, so its condition is met",
     promise(due("2020-07-13"), said("in_progress", "2020-06-01"), condition="if the truce holds"), "2020-08-01", "overdue"),
    ("triggered and met", promise(TRIGGERED, said("met", "2020-08-20")), "2020-09-01", "done_on_time"),
    ("no breach", promise(FOREVER, class_="prohibition"), "2021-01-01", "continuing"),
    ("a breach", promise(FOREVER, said("broken", "2020-03-04"), class_="prohibition"), "2021-01-01", "breach_reported"),
    ("before the breach",
     promise(FOREVER, said("broken", "2020-03-04"), class_="prohibition"), "2020-03-03", "continuing"),
    ("a breach that is denied",
     promise(FOREVER, said("broken", "2020-03-04"), said("disputed", "2020-03-05")), "2021-01-01", "breach_disputed"),
    ("one says broken, one says kept",
     promise(FOREVER, said("broken", "2020-03-04"), said("met", "2020-03-05")), "2021-01-01", "breach_disputed"),
    ("a prohibition without words of time", promise(None, class_="prohibition"), "2021-01-01", "continuing"),
    ("refused is not broken", promise(due("2020-03-10"), said("refused", "2020-03-01")), "2020-04-01", "overdue"),
]  # fmt: skip


@pytest.mark.parametrize(("commitment", "as_of", "state"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_timeliness_is_computed(commitment: Commitment, as_of: str, state: str) -> None:
    assert timeliness(commitment, date.fromisoformat(as_of)) == state


def test_a_condition_known_to_be_met_waits_no_longer() -> None:
    waiting = promise(due("2020-07-13"), condition="if the truce holds")
    assert timeliness(waiting, date(2020, 8, 1), condition_met=True) == "overdue"
    assert timeliness(waiting, date(2020, 8, 1), condition_met=False) == "condition_unmet"


def test_talks_that_began_in_september_were_186_days_late() -> None:
    talks = promise(due("2020-03-10"), said("met", "2020-09-12"))
    assert days_late(talks, date(2020, 12, 1)) == 186
    assert days_late(talks, date(2020, 3, 12)) == 2
    assert days_late(talks, date(2020, 3, 10)) is None


SAYS = [
    ((), "none_stated"),
    ((said("pending", "2020-03-01"), said("in_progress", "2020-04-01")), "in_progress"),
    ((said("in_progress", "2020-04-01"), said("met", "2020-05-01")), "met"),
    ((said("met", "2020-05-01"), said("broken", "2020-05-01")), "disputed"),
    ((said("met", "2020-05-01"), said("broken", "2020-06-01")), "broken"),
    ((said("refused", "2020-03-01"),), "refused"),
    ((said("met", "2021-06-01"),), "none_stated"),
]


@pytest.mark.parametrize(("history", "state"), SAYS)
def test_the_last_word_counts_unless_sides_disagree(history: tuple[History, ...], state: str) -> None:
    assert implementation(promise(None, *history), date(2020, 12, 31)) == state


def test_what_was_met_and_then_broken_was_reversed() -> None:
    kept = promise(due("2020-07-13"), said("met", "2020-05-01"), said("broken", "2020-06-01"))
    assert was_reversed(kept, date(2020, 12, 31))
    assert not was_reversed(kept, date(2020, 5, 15))
    assert assess(kept, date(2020, 12, 31)).label == "Reversed"


AS_OF = date(2020, 12, 31)
ASSESSED = [
    (promise(due("2021-07-13")), (0, 0), "Not started"),
    (promise(due("2021-07-13"), said("in_progress", "2020-06-01")), (1, 2), "Under way"),
    (promise(due("2020-07-13"), said("in_progress", "2020-06-01")), (1, 2), "Stalled"),
    (promise(due("2020-07-13"), said("met", "2020-06-01")), (3, 3), "Done"),
    (promise(due("2020-03-10"), said("met", "2020-09-12")), (3, 3), "Done late"),
    (promise(due("2020-07-13"), said("missed", "2020-08-01")), (0, 2), "Not done, or partly done"),
    (promise(due("2020-07-13")), None, "Overdue, no report"),
    (promise(FOREVER, said("broken", "2020-03-04")), (0, 1), "Breach reported"),
    (promise(FOREVER, said("disputed", "2020-03-04")), None, "Sides disagree"),
    (promise(TRIGGERED), None, "Waiting on condition"),
    (promise(FOREVER), None, "No report"),
]


@pytest.mark.parametrize(("commitment", "points", "label"), ASSESSED, ids=[a[2] for a in ASSESSED])
def test_points_and_plain_labels(commitment: Commitment, points: tuple[int, int] | None, label: str) -> None:
    found = assess(commitment, AS_OF)
    assert (found.points, found.label) == (points, label)


def agreement() -> list[Commitment]:
    return [
        promise(due("2020-07-13"), said("met", "2020-06-01"), id_="a"),
        promise(due("2020-03-10"), said("met", "2020-09-12"), id_="b"),
        promise(due("2021-04-29"), said("in_progress", "2020-11-01"), id_="c"),
        promise(TRIGGERED, id_="d", class_="goal"),
        promise(FOREVER, said("broken", "2020-03-04"), id_="e", class_="prohibition"),
        promise(None, said("met", "2020-06-01"), id_="f", class_="aspiration"),
    ]


def test_indices_show_what_they_rest_on() -> None:
    strict, lenient = index(agreement(), AS_OF, lacking=2)
    assert str(lenient) == "4 of 5 assessed, 1 not assessable, 7 to 9/12 = 58.3 to 75.0 % (lenient)"
    assert str(strict) == "6 of 7 assessed, 1 not assessable, 7 to 9/18 = 38.9 to 50.0 % (strict)"


def test_a_reviewer_closes_the_range() -> None:
    _, lenient = index(agreement(), AS_OF, reviewed={"c": 2, "e": 0})
    assert str(lenient) == "4 of 5 assessed, 1 not assessable, 8/12 = 66.7 % (lenient)"


def test_classes_have_their_own_index_and_aspirations_none() -> None:
    found = index_by_class(agreement(), AS_OF)
    assert list(found) == ["duty", "prohibition", "goal"]
    assert found["goal"].percent is None
    assert str(found["goal"]) == "0 of 1 assessed, 1 not assessable"
