"""Deeds that later reports tell are found at the commitments of an agreement, and only there."""

from __future__ import annotations

from functools import cache

import pytest

from builders import document
from truceline.domain.items import Commitment
from truceline.reading import read_document
from truceline.reading.language_model import MissingWeights, load
from truceline.reconcile import reconcile

pytestmark = pytest.mark.network

ACCORD = """Agreement between Sudan and Chad

KHARTOUM, 3 May 2021

1. Sudan will withdraw all its troops from the town of Adre within 30 days of the signing.

2. Chad will reduce its force at the border to 2,000 soldiers by 1 July 2021.

3. Up to 300 Chadian prisoners will be released by 1 June 2021.

4. Chad will not let armed groups recruit children or train fighters in its camps.

5. Sudan and Chad will open talks on trade by 1 August 2021.

6. The African Union will send a team of observers within ten days of the end of the withdrawal.

Signed in Khartoum on 3 May 2021.
"""
NEWS = [
    # report, its day, beginning of the action, what it says of it
    ("Sudan has withdrawn all its troops from Adre, the army said.", "2021-05-30", "withdraw all", {"met"}),
    ("Sudan has withdrawn 200 soldiers from Adre, the army said.", "2021-05-20", "withdraw all", {"in_progress"}),
    ("Chad has reduced its force at the border to 2,000 soldiers.", "2021-06-20", "reduce its force", {"met"}),
    ("Chad has reduced its force at the border to 3,500 soldiers.", "2021-06-20", "reduce its force", {"in_progress"}),
    ("Sudan freed 120 Chadian prisoners on Tuesday.", "2021-05-20", "release up to 300", {"in_progress"}),
    ("Sudan freed 300 Chadian prisoners on Tuesday.", "2021-05-20", "release up to 300", {"met"}),
    ("Talks between Sudan and Chad on trade opened on 3 September 2021.", "2021-09-04", "open talks", {"met"}),
    ("Sudan ended the withdrawal from Adre on 28 May 2021.", "2021-05-29", "send a team", {"pending"}),
    # what belongs to nobody's promise
    ("Libya has withdrawn all its troops from Adre.", "2021-05-30", "withdraw all", set()),
    ("Sudan will withdraw all its troops from Adre.", "2021-05-20", "withdraw all", set()),
    ("Sudan has withdrawn all its troops from Adre.", "2021-04-02", "withdraw all", set()),
    ("Sudan has not withdrawn its troops from Adre.", "2021-06-20", "withdraw all", set()),
    ("The company has withdrawn its offer.", "2021-06-20", "withdraw all", set()),
]
CHARGE = (
    "Sudan accused Chad on Sunday of breaking the agreement. It said that Chad let armed groups recruit children "
    "and train fighters in camps near the border."
)


@cache
def told(text: str, day: str) -> tuple[Commitment, ...]:
    try:
        model = load()
    except MissingWeights:
        pytest.skip("no weights here")
    accord = document(ACCORD, published="2021-05-03")
    return reconcile([read_document(d, model) for d in (accord, document(text, published=day))]).commitments


def about(text: str, day: str, action: str) -> Commitment:
    return next(c for c in told(text, day) if c.action.startswith(action))


@pytest.mark.parametrize(("text", "day", "action", "said"), NEWS)
def test_a_deed_goes_to_the_commitment_that_it_fulfils(text: str, day: str, action: str, said: set[str]) -> None:
    assert {h.implementation for h in about(text, day, action).history} == said


@pytest.mark.parametrize("text", [
    "Chad has reduced its force at the border, both sides confirmed. The force was cut on Tuesday, 8 June.",
    "Chad has reduced its force at the border to 2,000 soldiers. It cut the force on 8 June 2021, monitors say.",
])  # fmt: skip
def test_what_is_done_without_a_day_has_the_day_told_close_by(text: str) -> None:
    done = [h for h in about(text, "2021-06-20", "reduce its force").history if h.as_of]
    assert {str(h.as_of.days.latest) for h in done if h.as_of} == {"2021-06-08"}


def test_a_deadline_is_counted_from_its_trigger() -> None:
    c = about("Sudan ended the withdrawal from Adre on 28 May 2021.", "2021-05-29", "send a team")
    assert c.deadline is not None
    assert str(c.deadline.days.latest) == "2021-06-07"


def test_a_charge_breaks_and_a_denial_disputes() -> None:
    charged = about(CHARGE, "2021-06-01", "not to let armed groups")
    assert [h.implementation for h in charged.history] == ["broken"]
    denied = about(CHARGE + " Chad rejected the charge.", "2021-06-01", "not to let armed groups")
    assert {h.implementation for h in denied.history} == {"broken", "disputed"}


def test_a_charge_leaves_other_promises_alone() -> None:
    others = [c for c in told(CHARGE, "2021-06-01") if not c.action.startswith("not to let")]
    assert all(h.implementation != "broken" for c in others for h in c.history)
