from __future__ import annotations

import os

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.reading.language_model import WEIGHTS, load
from truceline.reading.statements.stance import stance_of

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(
        "TRUCELINE_WEIGHTS" not in os.environ and not (WEIGHTS / "network.onnx").exists(), reason="no weights here"
    ),
]


@pytest.mark.parametrize(
    ("content", "own", "stance"),
    [
        ("We will leave the valley by June.", False, "promise"),
        ("They will free the hostages.", True, "promise"),
        ("They will free the hostages.", False, "predict"),
        ("We will attack every convoy.", False, "threaten"),
        ("Operations against the army would resume.", False, "threaten"),
        ("They will not disarm until the army withdraws.", True, "demand"),
        ("Foreign troops must leave the island.", False, "demand"),
        ("We call on the junta to free the ministers.", False, "demand"),
        ("There is no agreement on amnesty.", False, "deny"),
        ("The government has not agreed to an exchange.", False, "deny"),
        ("We did not bomb the market.", False, "deny"),
        ("We would win it quickly.", False, "assert"),
        ("They have violated the truce ninety times.", False, "accuse"),
        ("The generals lied to us.", False, "accuse"),
        ("The glass was broken in the night.", False, "assert"),
        ("The wounded lay in the road.", False, "assert"),
        ("The bridge was mined long ago.", False, "assert"),
        ("The talks could fail.", False, "predict"),
    ],
)
def test_stance_of_what_is_said(content: str, own: bool, stance: str) -> None:
    part = Part("body", 0, len(content))
    document = Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", content, (part,))
    (sentence,) = load().read(document)
    root = next(i for i, word in enumerate(sentence.words) if word.head < 0)
    assert stance_of("assert", "say", sentence, root, own) == stance


def test_the_row_of_a_cue_that_does_more_than_say_decides() -> None:
    content = "The bridge was mined."
    part = Part("body", 0, len(content))
    document = Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", content, (part,))
    (sentence,) = load().read(document)
    assert stance_of("concede", "admit", sentence, 3, False) == "concede"
