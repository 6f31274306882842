"""Every row of the vocabulary tells its type in its example, and not in its near miss."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from tests.builders import document

from truceline.domain.mention import ACTOR_TYPES
from truceline.reading import read_scene
from truceline.reading.events.event_rows import event_blocks, event_rows
from truceline.reading.events.events import read_events
from truceline.reading.events.learned_deeds import is_learned
from truceline.reading.events.tellings import told_in
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
LEARNED_NEAR_MISSES = 0.03
"""Share of the near misses that the language model may take for an event of the row's type."""


@dataclass(frozen=True)
class Types:
    """The types of the events of a text: those told by rows, and those that only the language model tells."""

    by_rows: frozenset[str]
    learned: frozenset[str]


@cache
def types_told(text: str) -> Types:
    read = read_scene(document(text), load())
    types = {actor.key: actor.type for actor in read.actors.mentions}
    learned = {
        read.text.quote(sentence.index, told.deed.word, told.deed.word).start
        for sentence in read.text.sentences
        for told in told_in(read, sentence, types, {})[1]
        if is_learned(told.deed.row)
    }
    events = read_events(read)
    return Types(
        frozenset(e.type for e in events if e.head.start not in learned),
        frozenset(e.type for e in events if e.head.start in learned),
    )


@pytest.mark.network
@pytest.mark.parametrize("name", TYPED)
def test_a_row_tells_its_type_in_its_example(name: str) -> None:
    told = types_told(TYPED[name]["example"])
    assert TYPED[name]["type"] in told.by_rows | told.learned


@pytest.mark.network
@pytest.mark.parametrize("name", TYPED)
def test_a_row_does_not_tell_its_type_in_its_near_miss(name: str) -> None:
    assert TYPED[name]["type"] not in types_told(TYPED[name]["not_this"]).by_rows


@pytest.mark.network
def test_learned_deeds_seldom_tell_a_near_miss() -> None:
    told = [name for name in TYPED if TYPED[name]["type"] in types_told(TYPED[name]["not_this"]).learned]
    assert len(told) / len(TYPED) <= LEARNED_NEAR_MISSES, told


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
