"""Commitments that no rule tells: the language model takes a word for something owed, kept or broken."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.commitments.deeds import Deed, doers
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

SURE = 0.9
"""How likely it must be."""
STATES = {"MET": "met", "BROKEN": "missed"}


def owed_in(scene: Scene, sentence: Sentence, taken: set[int]) -> Iterator[Deed]:
    """Find what a sentence tells as owed, kept or broken, besides the words that rules have taken already."""
    told = {sentence.words[k].lemma.lower() for k in taken}
    for one in sentence.owed_words:
        if sentence.words[one.word].lemma.lower() in told:
            continue  # "has yet to free the prisoners it promised to free": one deed, named twice
        if one.likely < SURE or _near(sentence, one.word) & taken:
            continue
        if scene.voices.at(sentence.index, one.word).attributed_to is not None and one.stage == "DUE":
            continue  # what somebody says another must do is a demand
        noun, suffers = is_noun(sentence, one.word), passive(sentence, one.word)
        by = tuple(k for k in sentence.children(one.word, "obl") if sentence.words[k].relation == "obl:agent")
        agents = by if suffers else sentence.children(one.word, "nmod:poss") if noun else doers(sentence, one.word)
        told_by = "term" if one.stage == "DUE" else "kept"
        yield Deed(
            sentence, one.word, agents or (() if noun or suffers else subjects(sentence, one.word)), told_by, one.word,
            passive=suffers and not by, state=STATES.get(one.stage),
        )  # fmt: skip


def _near(sentence: Sentence, word: int) -> set[int]:
    """The word, what governs it and what it governs: two of them tell one deed."""
    return {word, sentence.words[word].head, *sentence.children(word, "xcomp", "ccomp", "obj", "nsubj", "nsubj:pass")}
