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


PARTICIPLES: list[tuple[Tree, tuple[str, str, str]]] = [
    (
        [("be", "AUX", "VB", 1, "aux:pass"), ("disarmed", "VERB", "VB", -1, "root")],
        ("VERB", "VBN", "root"),
    ),
    (
        [
            ("spoke", "VERB", "VBD", -1, "root"),
            ("of", "ADP", "IN", 3, "case"),
            ("32", "NUM", "CD", 0, "obl"),
            ("killed", "VERB", "VBD", 0, "obl"),
        ],
        ("VERB", "VBN", "acl"),
    ),
    (
        [
            ("spoke", "VERB", "VBD", -1, "root"),
            ("of", "ADP", "IN", 3, "case"),
            ("32", "NUM", "CD", 0, "obl"),
            ("killed", "VERB", "VBN", 0, "advcl"),
        ],
        ("VERB", "VBN", "acl"),
    ),
    (
        [
            ("ended", "VERB", "VBD", -1, "root"),
            ("with", "ADP", "IN", 3, "mark"),
            ("9", "NUM", "CD", 3, "nsubj:pass"),
            ("killed", "VERB", "VBN", 0, "advcl"),
        ],
        ("VERB", "VBN", "advcl"),
    ),
    (
        [("go", "VERB", "VB", -1, "root"), ("free", "ADJ", "JJ", 0, "advmod")],
        ("ADJ", "JJ", "xcomp"),
    ),
]


@pytest.mark.parametrize(("tree", "wanted"), PARTICIPLES)
def test_what_is_done_to_people_is_no_plain_verb(tree: Tree, wanted: tuple[str, str, str]) -> None:
    found = mended(tree)
    assert (found.upos[-1], found.xpos[-1], found.relations[-1]) == wanted


SIBLINGS: list[tuple[Tree, int, tuple[str, str, int, str]]] = [
    (  # a participle with a doer and no auxiliary is a past tense
        [
            ("Chad", "PROPN", "NNP", 1, "nsubj"),
            ("condemned", "VERB", "VBN", -1, "root"),
            ("it", "PRON", "PRP", 1, "obj"),
        ],
        1,
        ("VERB", "VBD", -1, "root"),
    ),
    (
        [
            ("Chad", "PROPN", "NNP", 2, "nsubj:pass"),
            ("was", "AUX", "VBD", 2, "aux"),
            ("hit", "VERB", "VBN", -1, "root"),
        ],
        2,
        ("VERB", "VBN", -1, "root"),
    ),
    (  # an article makes a noun
        [
            ("condemned", "VERB", "VBD", -1, "root"),
            ("the", "DET", "DT", 2, "det"),
            ("killing", "VERB", "NN", 0, "advcl"),
        ],
        2,
        ("NOUN", "NN", 0, "obj"),
    ),
    (
        [("The", "DET", "DT", 1, "det"), ("accords", "VERB", "VBZ", 2, "nsubj"), ("held", "VERB", "VBD", -1, "root")],
        1,
        ("NOUN", "NNS", 2, "nsubj"),
    ),
    (  # what stands before a noun opens no clause
        [
            ("ended", "VERB", "VBD", -1, "root"),
            ("with", "SCONJ", "IN", 3, "mark"),
            ("the", "DET", "DT", 3, "det"),
            ("sinking", "NOUN", "NN", 0, "obl"),
        ],
        1,
        ("SCONJ", "IN", 3, "case"),
    ),
    (
        [
            ("left", "VERB", "VBD", -1, "root"),
            ("after", "SCONJ", "IN", 3, "mark"),
            ("shelling", "NOUN", "NN", 3, "nsubj"),
            ("noise", "NOUN", "NN", 0, "obl"),
        ],
        1,
        ("SCONJ", "IN", 3, "mark"),
    ),
    (  # a number and those it counts
        [
            ("speaks", "VERB", "VBZ", -1, "root"),
            ("of", "ADP", "IN", 3, "case"),
            ("12", "NUM", "CD", 0, "obl"),
            ("dead", "ADJ", "JJ", 0, "obl"),
        ],
        2,
        ("NUM", "CD", 3, "nummod"),
    ),
    (  # a noun without a preposition is the object
        [("They", "PRON", "PRP", 1, "nsubj"), ("began", "VERB", "VBD", -1, "root"), ("talks", "NOUN", "NNS", 1, "obl")],
        2,
        ("NOUN", "NNS", 1, "obj"),
    ),
    (
        [
            ("spoke", "VERB", "VBD", -1, "root"),
            ("in", "ADP", "IN", 2, "case"),
            ("parliament", "NOUN", "NN", 0, "obl"),
        ],
        2,
        ("NOUN", "NN", 0, "obl"),
    ),
    (  # a noun with a clause of its own is given, not given to
        [
            ("gave", "VERB", "VBD", -1, "root"),
            ("pledges", "NOUN", "NNS", 0, "iobj"),
            ("to", "PART", "TO", 3, "mark"),
            ("leave", "VERB", "VB", 1, "acl"),
        ],
        1,
        ("NOUN", "NNS", 0, "obj"),
    ),
    (  # "If they keep the peace, Kenya, its allies and Chad leave"
        [
            ("keep", "VERB", "VBP", 7, "advcl"),
            ("peace", "NOUN", "NN", 0, "obj"),
            (",", "PUNCT", ",", 7, "punct"),
            ("Kenya", "PROPN", "NNP", 7, "nsubj"),
            (",", "PUNCT", ",", 5, "punct"),
            ("allies", "NOUN", "NNS", 1, "conj"),
            ("Chad", "PROPN", "NNP", 3, "conj"),
            ("leave", "VERB", "VBP", -1, "root"),
        ],
        5,
        ("NOUN", "NNS", 3, "conj"),
    ),
    (
        [
            ("put", "VERB", "VBD", -1, "root"),
            ("at", "ADP", "IN", 2, "case"),
            ("5", "NUM", "CD", 0, "obl"),
            ("dead", "ADJ", "JJ", 0, "xcomp"),
        ],
        2,
        ("NUM", "CD", 0, "obl"),
    ),
]


@pytest.mark.parametrize(("tree", "at", "wanted"), SIBLINGS, ids=[row[0][row[1]][0] for row in SIBLINGS])
def test_a_word_agrees_with_what_hangs_beside_it(tree: Tree, at: int, wanted: tuple[str, str, int, str]) -> None:
    found = mended(tree)
    assert (found.upos[at], found.xpos[at], found.heads[at], found.relations[at]) == wanted


def test_a_year_belongs_to_its_month() -> None:
    tree: Tree = [
        ("In", "ADP", "IN", 2, "case"),
        ("October", "PROPN", "NNP", 4, "obl"),
        ("2015", "NUM", "CD", 4, "obl:unmarked"),
        ("they", "PRON", "PRP", 4, "nsubj"),
        ("won", "VERB", "VBD", -1, "root"),
    ]
    found = mended(tree, {4: ([("ARGM-TMP", 1), ("ARGM-TMP", 2), ("ARG0", 3)], 1.0, 1.0)})
    assert (found.heads[0], found.heads[2], found.relations[2]) == (1, 1, "nmod:unmarked")
    assert found.roles[4][0] == [("ARGM-TMP", 1), ("ARG0", 3)]
