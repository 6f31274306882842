from __future__ import annotations

from pathlib import Path

import pytest

from truceline.reading.network.wordpieces import (
    DIGIT,
    INITIAL,
    LOWER,
    MIXED,
    OTHER,
    TITLE,
    UNKNOWN,
    UPPER,
    WordPieces,
    shape_of,
)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rebels", LOWER),
        ("Juba", TITLE),
        ("UN", UPPER),
        ("U.S.", UPPER),
        ("J", INITIAL),
        ("al-Shabaab", MIXED),
        ("Al-qaeda", TITLE),
        ("14,000", DIGIT),
        ("MH17", DIGIT),
        ("—", OTHER),
        ("N’Djamena", MIXED),
        ("Édouard", TITLE),
    ],
)
def test_shape(word: str, shape: int) -> None:
    assert shape_of(word) == shape


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(["cease", "##fire", "a", "##l", "-", "elite", "truce", "."]), encoding="utf-8")
    return WordPieces(vocabulary)


def test_the_longest_piece_comes_first(pieces: WordPieces) -> None:
    assert pieces.of_word("Ceasefire") == ([0, 1], TITLE)


def test_accents_are_left_out(pieces: WordPieces) -> None:
    assert pieces.of_word("élite")[0] == [5]


def test_a_hyphen_divides(pieces: WordPieces) -> None:
    assert pieces.of_word("al-truce")[0] == [2, 3, 4, 6]


def test_what_cannot_be_divided_is_one_unknown_piece(pieces: WordPieces) -> None:
    assert pieces.of_word("xyz")[0] == [UNKNOWN]
