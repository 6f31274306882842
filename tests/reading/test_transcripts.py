from __future__ import annotations

import os

import pytest

from truceline.documents import make_document
from truceline.domain.document import Report
from truceline.domain.mention import Reading
from truceline.reading import read_document
from truceline.reading.language_model import WEIGHTS, NetworkModel, load

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def model() -> NetworkModel:
    if "TRUCELINE_WEIGHTS" not in os.environ and not (WEIGHTS / "network.onnx").exists():
        pytest.skip("no weights here")
    return load()


def told(model: NetworkModel, text: str) -> tuple[Reading, dict[str, list[str]]]:
    """Give what each speaker says in direct speech, by name."""
    reading = read_document(make_document(Report("a.txt", text.encode())), model)
    names = {actor.key: actor.name for actor in reading.actors}
    said: dict[str, list[str]] = {}
    for one in reading.statements:
        if one.form == "direct":
            who = " ".join(names[key] for key in one.speakers) or (one.speaker_quote.exact if one.speaker_quote else "")
            said.setdefault(who, []).append(" ".join(quote.exact for quote in one.content_quotes))
    return reading, said


BRIEFING = """Press briefing on the situation in the east (extracts)

Special Monitoring Mission, Kyiv, 19 July 2016

MODERATOR: Thank you all for coming. I give the floor to the deputy head.

ANNA LIND: Good morning. Over the past week the mission recorded more than 3,400 explosions. Both sides bring weapons forward.

Our monitors were stopped at gunpoint near the river on Sunday.

QUESTION (Interfax): Can you confirm that tanks were moved to the village?

ANNA LIND: We saw eleven tanks. We do not speculate about who gave the order.
"""

INTERVIEW = """A conversation with Daniela Reyes

Meridian Review, 9 June 2018

Daniela Reyes was nineteen when her brother was taken. She spoke to us in Cartagena.

Q: What do you expect from the tribunal?

A: Not much. We have sat through four presidents.

I don't hate them. I want them to say it aloud.

Q: Are you in contact with former combatants?

A: Yes. A former commander admitted to me that they had orders.

The full interview will be broadcast on Sunday.
"""

CONVERSATION = """Two sides of a bridge

The Nile Review, 2 May 2019

Peter Gatdet and Mary Nyang live on the two banks of one river. We let them talk.

Gatdet: We never wanted this war. You know that.

Nyang: I know that your brothers burnt our barn.

Gatdet: They did not ask me.
"""

INCIDENTS = """Incidents of the week

Centre for Civic Observation, Pemba, 22 August 2021

LOCATION: Palma

Two houses were burnt on Monday.

LOCATION: Macomia

Gunmen stopped a bus on Tuesday.

LOCATION: Mueda

Nothing was reported.
"""


def test_turns_of_a_briefing_are_the_speakers_words_up_to_the_next_turn(model: NetworkModel) -> None:
    _, said = told(model, BRIEFING)
    (speaker,) = [name for name in said if "LIND" in name.upper() or "ANNA" in name.upper()]
    assert len(said[speaker]) == 2
    assert said[speaker][0].startswith("Good morning")
    assert said[speaker][1].startswith("We saw eleven tanks")
    assert "gunpoint" in said[speaker][0]
    assert not any("tanks were moved" in words for turns in said.values() for words in turns)


def test_answers_are_the_words_of_whoever_is_interviewed_and_questions_nobodys(model: NetworkModel) -> None:
    _, said = told(model, INTERVIEW)
    assert list(said) == ["Daniela Reyes"]
    assert len(said["Daniela Reyes"]) == 2
    assert said["Daniela Reyes"][0].startswith("Not much")
    assert said["Daniela Reyes"][1].startswith("Yes")
    assert "say it aloud" in said["Daniela Reyes"][0]
    assert "broadcast" not in said["Daniela Reyes"][1]


def test_names_before_colons_are_turns_where_people_talk_to_one_another(model: NetworkModel) -> None:
    _, said = told(model, CONVERSATION)
    assert {name: len(words) for name, words in said.items()} == {"Peter Gatdet": 2, "Mary Nyang": 1}


def test_headings_of_a_list_are_no_turns(model: NetworkModel) -> None:
    reading, _ = told(model, INCIDENTS)
    assert reading.statements == ()
