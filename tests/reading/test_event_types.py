"""Every row of the vocabulary tells its type in its example, and not in its near miss."""

from __future__ import annotations

import pytest
from tests.builders import document

from truceline.domain.mention import ACTOR_TYPES
from truceline.reading import read_scene
from truceline.reading.events.event_rows import event_blocks, event_rows
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
})  # fmt: skip
MARKS = frozenset({
    "@actor", "@person", "@party", "@place", "@name", "@number", "@count", "@something",
    *(f"@{kind}" for kind in ACTOR_TYPES),
})  # fmt: skip
TYPED = {name: row for name, row in event_blocks().items() if "type" in row and "example" in row}


def types_told(text: str) -> set[str]:
    return {event.type for event in read_events(read_scene(document(text), load()))}


@pytest.mark.network
@pytest.mark.parametrize("name", TYPED)
def test_a_row_tells_its_type_in_its_example(name: str) -> None:
    assert TYPED[name]["type"] in types_told(TYPED[name]["example"])


@pytest.mark.network
@pytest.mark.parametrize("name", TYPED)
def test_a_row_does_not_tell_its_type_in_its_near_miss(name: str) -> None:
    assert TYPED[name]["type"] not in types_told(TYPED[name]["not_this"])


def test_every_row_names_a_plover_type_and_brings_an_example() -> None:
    for name, row in event_blocks().items():
        if "words" not in row:
            assert row.get("type", "OTHER") in TYPES, name
            assert row["example"], name
            assert row["not_this"], name


def test_every_class_that_a_row_names_exists() -> None:
    known = {f"@{name}" for name in event_blocks()} | MARKS
    for name, row in event_blocks().items():
        for key in ("object", "subject", "about", "not_object", "not_subject", "not_about"):
            assert {w for w in row.get(key, ()) if w.startswith("@")} <= known, name


def test_several_hundred_words_are_known() -> None:
    assert len(event_rows().by_lemma) > 700
