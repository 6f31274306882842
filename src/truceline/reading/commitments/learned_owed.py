"""Commitments that no rule tells: the language model takes a word for something owed, kept or broken."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.commitments.deeds import Deed, doers, lemmas_of
from truceline.reading.passives import passive
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

SURE = 0.92
"""How likely it must be."""
KEEPING = frozenset((
    "keep", "honour", "honor", "fulfil", "fulfill", "observe", "respect", "uphold", "implement", "break", "violate",
    "breach", "flout", "abandon", "betray", "ignore", "disregard", "scrap",
))  # fmt: skip
"""What is done with a promise or an agreement as a whole."""
STATES = {"MET": "met", "BROKEN": "missed"}


def owed_in(scene: Scene, sentence: Sentence, taken: set[int]) -> Iterator[Deed]:
    """Find what a sentence tells as owed, kept or broken, besides the words that rules have taken already."""
    told = {sentence.words[k].lemma.lower() for k in taken}
    for one in sentence.owed_words:
        if sentence.words[one.word].lemma.lower() in told:
            continue  # "has yet to free the prisoners it promised to free": one deed, named twice
        if one.likely < SURE or _near(sentence, one.word) & taken or _keeps_paper(sentence, one.word):
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


def _keeps_paper(sentence: Sentence, word: int) -> bool:
    """Tell whether a word only says that an agreement or a promise was kept or broken, not what was to be done."""
    papers = lemmas_of("nouns") | frozenset(n for row in rows("agreements").values() for n in row.get("nouns", ()))
    objects = sentence.children(word, "obj", "nsubj:pass")
    keeps = sentence.words[word].lemma.lower() in KEEPING
    return keeps and any(sentence.words[k].lemma.lower() in papers for k in objects)


def _near(sentence: Sentence, word: int) -> set[int]:
    """The word, what governs it and what it governs: two of them tell one deed."""
    return {word, sentence.words[word].head, *sentence.children(word, "xcomp", "ccomp", "obj", "nsubj", "nsubj:pass")}
