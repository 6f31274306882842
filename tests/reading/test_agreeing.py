"""Tags and relations that contradict each other are brought into line, and only those."""

from __future__ import annotations

import pytest

from truceline.reading.network.agreeing import with_agreement
from truceline.reading.network.decoding import Decoded

Tree = list[tuple[str, str, str, int, str]]
"""Word, coarse and fine tag, head, relation."""


def mended(tree: Tree, roles: dict[int, tuple[list[tuple[str, int]], float, float]] | None = None) -> Decoded:
    words, upos, xpos, heads, relations = (list(column) for column in zip(*tree, strict=True))
    return with_agreement(Decoded(upos, xpos, heads, relations, [], (), roles or {}), words)  # type: ignore[arg-type]


SINGLE: list[tuple[Tree, int, tuple[str, str, str]]] = [
    ([("bomb", "VERB", "NN", 1, "nsubj"), ("fell", "VERB", "VBD", -1, "root")], 0, ("NOUN", "NN", "nsubj")),
    ([("recruiting", "VERB", "VB", -1, "root"), ("men", "NOUN", "NNS", 0, "obj")], 0, ("VERB", "VBG", "root")),
    ([("bring", "VERB", "VB", -1, "root"), ("men", "NOUN", "NNS", 0, "obj")], 0, ("VERB", "VB", "root")),
    ([("was", "AUX", "VBD", 1, "aux:pass"), ("due", "ADJ", "JJ", -1, "root")], 0, ("AUX", "VBD", "cop")),
    ([("are", "AUX", "VBP", 1, "aux:pass"), ("freed", "VERB", "VBN", -1, "root")], 0, ("AUX", "VBP", "aux:pass")),
]


@pytest.mark.parametrize(("tree", "at", "wanted"), SINGLE)
def test_one_word_agrees_with_itself(tree: Tree, at: int, wanted: tuple[str, str, str]) -> None:
    found = mended(tree)
    assert (found.upos[at], found.xpos[at], found.relations[at]) == wanted


def test_what_hangs_on_many_hangs_on_a_noun() -> None:
    tree: Tree = [
        ("Many", "ADJ", "JJ", 3, "nsubj"),
        ("of", "ADP", "IN", 2, "case"),
        ("them", "PRON", "PRP", 0, "obl"),
        ("left", "VERB", "VBD", -1, "root"),
    ]
    assert mended(tree).relations[2] == "nmod"


def test_two_names_with_but_a_comma_between_are_beside_each_other() -> None:
    tree: Tree = [
        ("reached", "VERB", "VBD", -1, "root"),
        ("Kaya", "PROPN", "NNP", 0, "obj"),
        (",", "PUNCT", ",", 3, "punct"),
        ("Equatoria", "PROPN", "NNP", 1, "conj"),
    ]
    assert mended(tree).relations[3] == "appos"


def test_a_subject_hung_to_the_clause_before_comes_back_with_its_role() -> None:
    tree: Tree = [
        ("If", "SCONJ", "IN", 2, "mark"),
        ("rebels", "NOUN", "NNS", 2, "nsubj"),
        ("leave", "VERB", "VBP", 9, "advcl"),
        ("Goma", "PROPN", "NNP", 2, "obj"),
        (",", "PUNCT", ",", 5, "punct"),
        ("Kenya", "PROPN", "NNP", 3, "conj"),
        ("and", "CCONJ", "CC", 7, "cc"),
        ("Chad", "PROPN", "NNP", 5, "conj"),
        ("will", "AUX", "MD", 9, "aux"),
        ("withdraw", "VERB", "VB", -1, "root"),
    ]
    found = mended(tree, {9: ([], 1.0, 1.0)})
    assert (found.heads[5], found.relations[5], found.heads[7]) == (9, "nsubj", 5)
    assert found.roles[9][0] == [("ARG0", 5)]
