"""The sentences of our own that teach the network: their marks can be read, and say what they should."""

from __future__ import annotations

import random

import pytest
from training.inventory import EVENT_NONE, EVENT_UNKNOWN, EVENTS, ROLES
from training.own_marks import marked, read_own_events, read_own_events_by_rows
from training.own_names import HERE, read_own_names
from training.own_names import sentence_of as named
from training.own_roles import read_own_roles
from training.own_roles import sentence_of as told
from training.sentence import name_spans


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[PER Ana Ruiz] left [LOC Juba]'s camp.", {("Ana Ruiz", "PER"), ("Juba", "LOC")}),
        ("The [MISC Karen]-held town fell.", {("Karen", "MISC")}),
        ("[ORG Orlin Front] ([ORG OF]) rejected it.", {("Orlin Front", "ORG"), ("OF", "ORG")}),
        ("Shelling hits the market.", set()),
    ],
)
def test_marks_become_tags_of_words(line: str, names: set[tuple[str, str]]) -> None:
    sentence = named(line)
    assert sentence.names is not None
    spans = name_spans(sentence.names)
    assert {(" ".join(sentence.words[a : b + 1]), kind) for a, b, kind in spans} == names


def test_a_word_that_stands_twice_is_told_by_its_number() -> None:
    sentence = told("The attack followed an attack by rebels. || attack#2: ARG0=rebels")
    (predicate,) = sentence.predicates or ()
    assert predicate.word == 4
    assert [(a.role, sentence.words[a.head]) for a in predicate.arguments] == [("ARG0", "rebels")]


def test_a_word_that_does_not_stand_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="raid"):
        told("The attack failed. || raid: ARG0=rebels")


def test_every_sentence_can_be_read() -> None:
    text = (HERE / "names.txt").read_text(encoding="utf-8")
    assert text.count("[") == text.count("]")
    names = read_own_names(held_out=False, chance=random.Random(1)) + read_own_names(held_out=True)
    assert {tag[2:] for one in names for tag in one.names or () if tag != "O"} == {"PER", "ORG", "LOC", "MISC"}
    assert not [one.words for one in names if any("[" in word or "]" in word for word in one.words)]
    roles = read_own_roles(held_out=False) + read_own_roles(held_out=True)
    assert {a.role for one in roles for p in one.predicates or () for a in p.arguments} <= set(ROLES)


def test_marked_words_tell_events_and_no_others() -> None:
    sentence = marked("The front {ASSAULT:stormed} the fort, {REJECT:breaking} its word.", "events", EVENTS)
    told = {word: type_ for word, type_ in zip(sentence.words, sentence.events or (), strict=True) if type_ != "_"}
    assert told == {"stormed": "ASSAULT", "breaking": "REJECT"}


@pytest.mark.parametrize("line", ["It {STORM:stormed} the fort.", "It {ASSAULT:stormed the fort."])
def test_a_broken_mark_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="broken"):
        marked(line, "events", EVENTS)


def test_every_sentence_with_events_can_be_read() -> None:
    taught, held = read_own_events(held_out=False), read_own_events(held_out=True)
    assert {type_ for one in taught for type_ in one.events or ()} == set(EVENTS)
    assert len(taught) > 10 * len(held)
    assert not {one.words for one in taught} & {one.words for one in held}
    by_rows = read_own_events_by_rows()
    assert all(EVENT_UNKNOWN in (one.events or ()) and EVENT_NONE not in (one.events or ()) for one in by_rows)
