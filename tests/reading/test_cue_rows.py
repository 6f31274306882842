from __future__ import annotations

import os

import pytest

from truceline.domain.document import Document, Part, Published
from truceline.domain.mention import STANCES
from truceline.reading.actors.actors import read_actors
from truceline.reading.language_model import WEIGHTS, load
from truceline.reading.places.places import read_places
from truceline.reading.scene import Text
from truceline.reading.statements.contents import FRAMES
from truceline.reading.statements.cue_rows import CueRow, cue_rows
from truceline.reading.statements.speech import utterances
from truceline.reading.statements.statements import read_voices
from truceline.reading.statements.utterance import Utterance
from truceline.vocabulary import rows

PREPOSITIONS = {"for", "of", "on", "about", "against", "over", "at", "to", "with"}
WEIGHTS_HERE = "TRUCELINE_WEIGHTS" in os.environ or (WEIGHTS / "network.onnx").exists()


def a_document(text: str) -> Document:
    part = Part("body", 0, len(text))
    return Document("report-1", "a", "0", "text/plain", None, None, (), Published(), "en", text, (part,))


def found_in(text: str) -> list[Utterance]:
    return [one for sentence in load().read(a_document(text)) for one in utterances(sentence)]


@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.name)
def test_a_row_is_well_formed(row: CueRow) -> None:
    assert row.stance in STANCES
    assert set(row.frames) <= {*FRAMES, "quote", *PREPOSITIONS}
    assert row.verbs or row.nouns or row.phrases


@pytest.mark.network
@pytest.mark.skipif(not WEIGHTS_HERE, reason="no weights here")
@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.name)
def test_the_example_of_a_row_is_found(row: CueRow) -> None:
    same = {other.name for other in cue_rows() if other.stance == row.stance}
    assert {one.row.name for one in found_in(rows("cues")[row.name]["example"])} & same


@pytest.mark.network
@pytest.mark.skipif(not WEIGHTS_HERE, reason="no weights here")
@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.name)
def test_the_near_miss_of_a_row_is_no_statement(row: CueRow) -> None:
    text = Text(document := a_document(rows("cues")[row.name]["not_this"]), load().read(document))
    voices = read_voices(text, read_actors(text, read_places(text)), ())
    assert [[quote.exact for quote in one.content_quotes] for one in voices.mentions] == []
