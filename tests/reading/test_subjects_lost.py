"""Verbs get the subjects that the network hangs elsewhere, and no others."""

from __future__ import annotations

import pytest

from truceline.reading.network.decoding import Decoded
from truceline.reading.network.subjects_lost import with_subjects

Tree = list[tuple[str, str, int, str]]
"""Word, coarse tag, head, relation."""


def mended(tree: Tree, times: tuple[tuple[int, int], ...] = ()) -> list[tuple[int, str]]:
    words, upos, heads, relations = (list(column) for column in zip(*tree, strict=True))
    decoded = Decoded(upos, list(upos), heads, relations, [], times, {})  # type: ignore[arg-type]
    found = with_subjects(decoded, words)  # type: ignore[arg-type]
    return list(zip(found.heads, found.relations, strict=True))


def listed(first: str, comma: str = ",") -> Tree:
    """A list of which the network hung the first apart: "Chad, its allies and Kenya will leave"."""
    return [
        (first, "PROPN", 6, "obl:unmarked"),
        (comma, "PUNCT", 2, "punct"),
        ("allies", "NOUN", 6, "nsubj"),
        ("and", "CCONJ", 4, "cc"),
        ("Kenya", "PROPN", 2, "conj"),
        ("will", "AUX", 6, "aux"),
        ("leave", "VERB", -1, "root"),
    ]


def test_the_first_of_a_list_is_its_head() -> None:
    found = mended(listed("Chad"))
    assert [found[i] for i in (0, 2, 4)] == [(6, "nsubj"), (0, "conj"), (0, "conj")]


def test_a_day_opens_no_list() -> None:
    assert mended(listed("Monday"), times=((0, 0),))[0] == (6, "obl:unmarked")


NEITHER: Tree = [("Neither", "CCONJ", 2, "advmod"), ("may", "AUX", 2, "aux"), ("attack", "VERB", -1, "root")]
NUMBER: Tree = [("5,000", "NUM", 2, "obl"), ("will", "AUX", 2, "aux"), ("go", "VERB", -1, "root")]
ROOT: Tree = [("5,000", "NUM", -1, "root"), ("will", "AUX", 2, "aux"), ("go", "VERB", 0, "conj")]


@pytest.mark.parametrize("tree", [NEITHER, NUMBER, ROOT])
def test_what_stands_before_the_auxiliary_is_the_subject(tree: Tree) -> None:
    found = mended(tree)
    assert (found[0], found[2]) == ((2, "nsubj"), (-1, "root"))


def test_a_year_is_no_subject() -> None:
    assert mended(NUMBER, times=((0, 0),))[0] == (2, "obl")


def test_neither_of_two_verbs_stands_for_nobody() -> None:
    tree: Tree = [
        ("Chad", "PROPN", 3, "nsubj"),
        ("neither", "CCONJ", 3, "advmod"),
        ("has", "AUX", 3, "aux"),
        ("attacked", "VERB", -1, "root"),
    ]
    assert mended(tree)[1] == (3, "advmod")
