from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.commitments.told_deeds import read_told_deeds

pytestmark = pytest.mark.network

TOLD = [
    # text, stage, verb or noun
    ("The army has withdrawn 300 soldiers from Kivu.", "done", "withdraw"),
    ("Ten prisoners were released on Friday.", "done", "release"),
    ("Talks between the rebels and the government began in Oslo on 3 May.", "begun", "begin"),
    ("Ethiopia finished the withdrawal of its troops on Monday.", "ended", "finish"),
    ("The complete withdrawal came late, on 30 August.", "done", "withdrawal"),
    ("Sudan accused Chad of breaking the agreement.", "broken", "break"),
    ("The militia has not disarmed as the accord requires.", "broken", "disarm"),
    ("Chad rejected the charge.", "denied", "reject"),
]
NOT_TOLD = [
    "The army will withdraw 300 soldiers from Kivu.",
    "No prisoner has been released.",
    "The army has freed none of them.",
    "The disarmament has hardly begun.",
    "If the army had withdrawn, the town would be quiet.",
    "Russia denied any wish for war.",
    "The government has met its obligations.",
]


@pytest.mark.parametrize(("text", "stage", "word"), TOLD)
def test_what_was_done_begun_or_broken_is_told(text: str, stage: str, word: str) -> None:
    assert (stage, word) in {(d.stage, d.deed[0]) for d in read_told_deeds(scene(text))}


DATED = [
    # what is begun or ended and when, wherever the tree hangs the day
    ("Kenya said that it had finished the release of 40 rebels on Thursday, and that talks could go on.", "Thursday"),
    ("The Karen rebels completed the handover of their guns on 3 May, monitors say.", "3 May"),
    ("The generals began talks in a hotel outside Bogota on Monday.", "Monday"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_what_is_begun_or_ended_bears_the_day_of_the_whole(text: str, day: str) -> None:
    told = next(d for d in read_told_deeds(scene(text)) if d.stage in ("begun", "ended"))
    assert told.when is not None
    assert (told.when.text or "").removeprefix("on ") == day


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_was_not_done_is_not_told(text: str) -> None:
    assert not read_told_deeds(scene(text))
