"""Objects behind a day belong to their verbs, and the dead to the deed in which they died."""

from __future__ import annotations

import pytest

from truceline.reading.network.decoding import Decoded
from truceline.reading.network.objects_lost import with_objects


def decoded(rows: list[tuple[str, str, str, int, str]], *, times: tuple[tuple[int, int], ...] = ()) -> Decoded:
    """Give what a network tells of some words: word, tag, fine tag, head and relation of each."""
    upos, xpos, heads, relations = ([row[n] for row in rows] for n in (1, 2, 3, 4))
    return Decoded(upos, xpos, heads, relations, [], times, {2: ([("ARG1", 1)], 1.0, 1.0)})  # type: ignore[arg-type]


def rows(verb: str, subject: str = "nsubj:pass", loose: str = "obl") -> list[tuple[str, str, str, int, str]]:
    return [
        ("The", "DET", "DT", 1, "det"),
        ("union", "NOUN", "NN", 2, subject),
        (verb, "VERB", "VBN", -1, "root"),
        ("on", "ADP", "IN", 4, "case"),
        ("Sunday", "PROPN", "NNP", 2, "obl"),
        ("the", "DET", "DT", 6, "det"),
        ("arrest", "NOUN", "NN", 2, loose),
    ]


@pytest.mark.parametrize("loose", ["obl", "ccomp", "advcl", "obj"])
def test_a_noun_behind_a_day_is_the_object_of_a_verb_that_its_subject_does(loose: str) -> None:
    told = rows("condemned", loose=loose)
    mended = with_objects(decoded(told, times=((4, 4),)), [row[0] for row in told])
    assert (mended.relations[6], mended.relations[1], mended.xpos[2]) == ("obj", "nsubj", "VBD")
    assert mended.roles[2][0] == [("ARG0", 1)]


@pytest.mark.parametrize(("verb", "times"), [("denied", ((4, 4),)), ("condemned", ())])
def test_what_is_given_somebody_and_what_stands_behind_no_day_stays(
    verb: str, times: tuple[tuple[int, int], ...]
) -> None:
    told = rows(verb)
    mended = with_objects(decoded(told, times=times), [row[0] for row in told])
    assert (mended.relations[6], mended.relations[1]) == ("obl", "nsubj:pass")


@pytest.mark.parametrize(("verb", "head"), [("reported", 4), ("left", 2)])
def test_the_deed_behind_the_dead_belongs_to_them_where_they_are_reported(verb: str, head: int) -> None:
    told = [
        ("The", "DET", "DT", 1, "det"),
        ("mayor", "NOUN", "NN", 2, "nsubj"),
        (verb, "VERB", "VBD", -1, "root"),
        ("seven", "NUM", "CD", 4, "nummod"),
        ("dead", "ADJ", "NNS", 2, "obj"),
        ("in", "ADP", "IN", 7, "case"),
        ("the", "DET", "DT", 7, "det"),
        ("shelling", "NOUN", "NN", 2, "obl"),
    ]
    assert with_objects(decoded(told), [row[0] for row in told]).heads[7] == head


@pytest.mark.parametrize(("comma", "head"), [(",", 3), ("and", 9)])
def test_a_phrase_between_the_commas_of_an_aside_belongs_to_it(comma: str, head: int) -> None:
    told = [
        ("The", "DET", "DT", 1, "det"),
        ("talks", "NOUN", "NNS", 9, "nsubj"),
        (comma, "PUNCT", ",", 3, "punct"),
        ("begun", "VERB", "VBN", 1, "acl"),
        ("with", "ADP", "IN", 6, "case"),
        ("a", "DET", "DT", 6, "det"),
        ("handshake", "NOUN", "NN", 9, "obl"),
        (",", "PUNCT", ",", 3, "punct"),
        ("have", "AUX", "VBP", 9, "aux"),
        ("failed", "VERB", "VBN", -1, "root"),
    ]
    assert with_objects(decoded(told), [row[0] for row in told]).heads[6] == head
