from __future__ import annotations

import os

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.domain.mention import STANCES
from truceline.reading.cue_rows import CueRow, cue_rows
from truceline.reading.language_model import WEIGHTS, load
from truceline.reading.speech import FRAMES, Utterance, utterances
from truceline.vocabulary import rows

PREPOSITIONS = {"for", "of", "on", "about", "against", "over", "at", "to", "with"}
WEIGHTS_HERE = "TRUCELINE_WEIGHTS" in os.environ or (WEIGHTS / "network.onnx").exists()


def found_in(text: str) -> list[Utterance]:
    part = Part("body", 0, len(text))
    document = Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", text, (part,))
    return [one for sentence in load().read(document) for one in utterances(sentence)]


@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.name)
def test_a_row_is_well_formed(row: CueRow) -> None:
    assert row.stance in STANCES
    assert set(row.frames) <= {*FRAMES, "quote", *PREPOSITIONS}
    assert row.verbs or row.nouns or row.phrases


@pytest.mark.network
@pytest.mark.skipif(not WEIGHTS_HERE, reason="no weights here")
@pytest.mark.parametrize("name", rows("cues"))
def test_the_example_of_a_row_is_found(name: str) -> None:
    row = next(row for row in cue_rows() if row.name == name)
    same = {other.name for other in cue_rows() if other.stance == row.stance}
    assert {one.row.name for one in found_in(rows("cues")[name]["example"])} & same


@pytest.mark.network
@pytest.mark.skipif(not WEIGHTS_HERE, reason="no weights here")
@pytest.mark.parametrize("name", rows("cues"))
def test_the_near_miss_of_a_row_has_no_content(name: str) -> None:
    told = [one for one in found_in(rows("cues")[name]["not_this"]) if one.row.name == name and one.content]
    assert not [one for one in told if not one.row.animate]
