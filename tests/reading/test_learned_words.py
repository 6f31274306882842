"""What the language model learned by itself is read end to end, and only where it is sure and the report such."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from builders import document
from truceline.domain.document import Document
from truceline.domain.mention import Reading
from truceline.domain.sentences import Sentence
from truceline.reading import read_document
from truceline.reading.language_model import MissingWeights, NetworkModel, load

pytestmark = pytest.mark.network


class Untaught:
    """The language model without the words that it learned; rules read the rest."""

    def __init__(self, model: NetworkModel) -> None:
        self._model = model

    def read(self, document: Document) -> tuple[Sentence, ...]:
        return tuple(replace(s, event_words=(), owed_words=(), loaded_phrases=()) for s in self._model.read(document))


@cache
def read(text: str, *, taught: bool = True) -> Reading:
    try:
        model = load()
    except MissingWeights as error:
        pytest.skip(str(error))
    return read_document(document(text, published="2021-06-10"), model if taught else Untaught(model))


TAKES_SIDES = "The heroic defenders of the valley shattered the cowardly horde. The venomous mouthpiece of the regime spewed lies. "
LOADED = [
    # a sentence of a report that takes sides, the phrase, its class
    ("The quislings grovelled before their paymasters in the capital.", "grovelled", "loaded_verb"),
    ("The satraps of the empire licked the boots of their masters.", "satraps", "insult"),
    ("The carrion crows of the ministry circled over the town.", "carrion crows", "insult"),
]


def wording(text: str, *, taught: bool = True) -> set[tuple[str, str]]:
    return {(w.phrase, w.class_) for w in read(text, taught=taught).wording}


@pytest.mark.parametrize(("sentence", "phrase", "class_"), LOADED)
def test_a_phrase_that_no_row_knows_is_loaded_in_a_report_that_takes_sides(
    sentence: str, phrase: str, class_: str
) -> None:
    assert (phrase, class_) in wording(TAKES_SIDES + sentence)
    assert (phrase, class_) not in wording(TAKES_SIDES + sentence, taught=False)


def test_a_plain_report_has_no_loaded_phrase_by_the_language_model_alone() -> None:
    plain = "The council of Duran met on Monday. The governor opened a road to the lake, and buses ran on Tuesday. "
    text = plain + "The satraps of the empire licked the boots of their masters."
    assert wording(text) == wording(text, taught=False)


KEPT = [
    (
        "What the rebels signed in Lome on 7 July was that they would break up their brigades in three steps. "
        "In the first week, at Torit, 20 of theirs were exchanged for 12 of ours.",
        "exchange",
    ),
    (
        "The calendar agreed in Geneva has 600 men in the camps by the end of May. "
        "On 3 May, at the bridge of Orlin, 14 of their men were swapped for 9 of ours.",
        "swap",
    ),
]


def deeds(text: str, *, taught: bool = True) -> list[tuple[str, str | None]]:
    found = read(text, taught=taught).commitments
    return [(c.action, c.progress[-1].implementation if c.progress else None) for c in found]


@pytest.mark.parametrize(("text", "verb"), KEPT, ids=[verb for _, verb in KEPT])
def test_what_no_rule_tells_as_owed_is_told_as_done(text: str, verb: str) -> None:
    assert [state for action, state in deeds(text) if action.startswith(verb)] == ["met"]
    assert not [action for action, _ in deeds(text, taught=False) if action.startswith(verb)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said the mines must be lifted before the harvest. Nobody in the valley has seen him since.",
        "Monks in Duran demanded that the siege be lifted by Friday. The army did not reply to them.",
        "The ferry to Orlin leaves at noon. Children are to be at school by eight, said the headmistress.",
    ],
)
def test_what_somebody_says_that_others_must_do_is_no_commitment(text: str) -> None:
    assert deeds(text) == deeds(text, taught=False)


DEEDS = [
    ("Grenades tore through a crowded tavern in Duran on Monday.", "ASSAULT"),
    ("Gunmen sprayed a minibus near Orlin on Sunday, monitors said.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "type_"), DEEDS)
def test_a_deed_that_no_row_knows_is_an_event_of_the_type_that_was_learned(text: str, type_: str) -> None:
    assert type_ in {e.type for e in read(text).events}
    assert type_ not in {e.type for e in read(text, taught=False).events}


@pytest.mark.parametrize(
    "text",
    [
        "The quislings grovelled before their paymasters in the capital of the province on Monday.",
        "The bloodthirsty junta gloated over the graves of the dead in the valley on Monday.",
        "The bootlickers in the palace fawned on the butcher while the town went without bread.",
    ],
)
def test_a_loaded_word_for_how_somebody_bears_himself_is_no_event(text: str) -> None:
    assert not read(text).events
