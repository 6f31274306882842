from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.network.decoding import Decoded
from truceline.reading.network.infinitives import with_infinitives


def _decoded(upos: list[str], heads: list[int], relations: list[str]) -> Decoded:
    return Decoded(upos, list(upos), heads, relations, [], (), {})


def test_to_free_somebody_is_an_infinitive() -> None:
    words = ["They", "agreed", "to", "free", "men"]
    upos, relations = ["PRON", "VERB", "ADP", "ADJ", "NOUN"], ["nsubj", "root", "case", "amod", "obl"]
    mended = with_infinitives(_decoded(upos, [1, -1, 4, 4, 1], relations), words)
    assert (mended.heads, mended.relations) == ([1, -1, 3, 1, 3], ["nsubj", "root", "mark", "xcomp", "obj"])
    assert mended.upos[3] == "VERB"


def test_a_free_press_stays_one() -> None:
    words = ["They", "agreed", "on", "free", "elections"]
    upos, relations = ["PRON", "VERB", "ADP", "ADJ", "NOUN"], ["nsubj", "root", "case", "amod", "obl"]
    assert with_infinitives(_decoded(upos, [1, -1, 4, 4, 1], relations), words).relations == relations


def test_what_time_is_given_for_is_an_infinitive() -> None:
    words = ["They", "have", "days", "to", "finish"]
    decoded = _decoded(["PRON", "VERB", "NOUN", "TO", "VB"], [1, -1, 1, 4, 2], ["nsubj", "root", "obj", "case", "obl"])
    mended = with_infinitives(decoded, words)
    assert (mended.relations[3:], mended.upos[4]) == (["mark", "acl"], "VERB")


@pytest.mark.network
@pytest.mark.parametrize("text", ["Kenya agreed to free 90 men.", "The army promised to free 20 prisoners."])
def test_the_network_tells_whom_somebody_is_to_free(text: str) -> None:
    (sentence,) = scene(text).text.sentences
    free = next(i for i, w in enumerate(sentence.words) if w.text == "free")
    assert (sentence.words[free].upos, sentence.words[free].relation) == ("VERB", "xcomp")
    assert sentence.children(free, "obj")
