"""The preposition of a phrase."""

from __future__ import annotations

from truceline.domain.sentences import Sentence, remembered


@remembered
def case_of(sentence: Sentence, word: int) -> str:
    """Give the preposition of a phrase in lower case, its last word if it has several; empty without."""
    marks = [k for k in sentence.children(word, "case") if sentence.words[k].lemma != "'s"]
    if not marks:
        return ""
    return " ".join([sentence.words[k].lemma.lower() for k in (marks[0], *sentence.children(marks[0], "fixed"))])
