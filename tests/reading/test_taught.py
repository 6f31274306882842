"""What scores of words become: words that tell events, what is owed, loaded phrases. No network is asked."""

from __future__ import annotations

import numpy as np
import pytest

from truceline.domain.sentences import EventWord, LoadedPhrase, OwedWord
from truceline.reading.network.relations import Floats
from truceline.reading.network.taught import (
    EVENT_TYPES,
    LEAST,
    LEAST_OF_TYPE,
    LOADED_CLASSES,
    OWED_STAGES,
    event_words,
    loaded_phrases,
    owed_words,
)
from truceline.vocabulary import rows

EVENT_LABELS, OWED_LABELS, LOADED_LABELS = (
    ("O", *labels) for labels in (("AGREE", "RETREAT", "ASSAULT"), OWED_STAGES, ("epithet", "insult", "metaphor"))
)


def scored(*shares: tuple[float, ...]) -> Floats:
    """Give scores whose shares are these: a row a word, the first share that of no label."""
    return np.log(np.array(shares, np.float32)) + np.float32(3)


# ---------------------------------------------------------------- words that tell events


def test_a_word_tells_an_event_as_likely_as_it_tells_none_of_none() -> None:
    assert event_words(scored((0.1, 0.0225, 0.225, 0.6525)), EVENT_LABELS) == (
        EventWord(0, 0.9, (("ASSAULT", 0.725), ("RETREAT", 0.25))),
    )


def test_the_types_share_what_is_likely_and_the_likeliest_comes_first() -> None:
    (word,) = event_words(scored((0.6, 0.1, 0.27, 0.03)), EVENT_LABELS)
    assert [type_ for type_, _ in word.types] == ["RETREAT", "AGREE", "ASSAULT"]
    assert sum(share for _, share in word.types) == pytest.approx(1.0, abs=0.01)
    assert all(share >= LEAST_OF_TYPE for _, share in word.types)


def test_types_as_likely_as_one_another_stand_in_the_order_of_the_labels() -> None:
    (word,) = event_words(scored((0.4, 0.2, 0.2, 0.2)), EVENT_LABELS)
    assert [type_ for type_, _ in word.types] == ["AGREE", "RETREAT", "ASSAULT"]


@pytest.mark.parametrize(("told", "kept"), [(LEAST - 0.01, 0), (LEAST + 0.01, 1), (0.99, 1)])
def test_a_word_that_hardly_tells_an_event_is_left_out(told: float, kept: int) -> None:
    assert len(event_words(scored((1 - told, told / 3, told / 3, told / 3)), EVENT_LABELS)) == kept


def test_every_word_keeps_its_place() -> None:
    plain, told = (0.97, 0.01, 0.01, 0.01), (0.1, 0.7, 0.1, 0.1)
    assert [w.word for w in event_words(scored(plain, told, plain, told), EVENT_LABELS)] == [1, 3]


# ---------------------------------------------------------------- what is owed, kept or broken


@pytest.mark.parametrize(
    ("shares", "wanted"),
    [
        ((0.1, 0.8, 0.06, 0.04), (OwedWord(0, "DUE", 0.8),)),
        ((0.1, 0.06, 0.8, 0.04), (OwedWord(0, "MET", 0.8),)),
        ((0.3, 0.2, 0.2, 0.3), (OwedWord(0, "BROKEN", 0.3),)),
        ((0.5, 0.17, 0.17, 0.16), ()),
        ((0.95, 0.02, 0.02, 0.01), ()),
    ],
)
def test_a_word_has_its_likeliest_stage_if_that_is_likely_enough(
    shares: tuple[float, ...], wanted: tuple[OwedWord, ...]
) -> None:
    assert owed_words(scored(shares), OWED_LABELS) == wanted


# ---------------------------------------------------------------- loaded phrases

PLAIN = (0.9, 0.04, 0.03, 0.03)
EPITHET = (0.1, 0.8, 0.06, 0.04)
FAINT = (0.4, 0.5, 0.06, 0.04)
INSULT = (0.2, 0.1, 0.6, 0.1)


@pytest.mark.parametrize(
    ("shares", "wanted"),
    [
        ([PLAIN, EPITHET, PLAIN], [LoadedPhrase(1, 1, "epithet", 0.9)]),
        ([EPITHET, FAINT, EPITHET], [LoadedPhrase(0, 2, "epithet", 0.6)]),  # no likelier than its faintest word
        ([EPITHET, PLAIN, EPITHET], [LoadedPhrase(0, 0, "epithet", 0.9), LoadedPhrase(2, 2, "epithet", 0.9)]),
        ([EPITHET, INSULT], [LoadedPhrase(0, 0, "epithet", 0.9), LoadedPhrase(1, 1, "insult", 0.8)]),
        ([PLAIN, PLAIN], []),
    ],
)
def test_words_of_one_class_side_by_side_are_one_phrase(
    shares: list[tuple[float, ...]], wanted: list[LoadedPhrase]
) -> None:
    assert list(loaded_phrases(scored(*shares), LOADED_LABELS)) == wanted


def test_a_word_that_is_one_of_several_classes_is_loaded_though_none_is_likely() -> None:
    assert loaded_phrases(scored((0.4, 0.22, 0.2, 0.18)), LOADED_LABELS) == (LoadedPhrase(0, 0, "epithet", 0.6),)


# ---------------------------------------------------------------- any scores, and the labels


@pytest.mark.parametrize(("told", "labels"), [(event_words, EVENT_LABELS), (owed_words, OWED_LABELS)])
def test_a_sentence_without_words_and_scores_out_of_all_measure_are_read(told, labels) -> None:  # type: ignore[no-untyped-def]
    assert told(np.zeros((0, 4), np.float32), labels) == ()
    huge = np.array([[1e4, -1e4, -1e4, -1e4], [-1e4, -1e4, 1e4, -1e4]], np.float32)
    (found,) = told(huge, labels)
    assert (found.word, found.likely) == (1, 1.0)


def test_the_labels_are_types_and_classes_that_the_vocabulary_has() -> None:
    assert {row["type"] for row in rows("events").values() if "type" in row} >= set(EVENT_TYPES)
    assert {row["class"] for row in rows("wording").values() if "class" in row} >= set(LOADED_CLASSES)
