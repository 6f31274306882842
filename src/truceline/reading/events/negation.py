"""Whether a deed is told as not done: not, never, no, neither, by nobody, yet to be done."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.denial import NOBODY, done_by_nobody

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


def negated(sentence: Sentence, word: int) -> bool:
    """Tell whether a word itself is negated: not, never, no, neither, nothing as its subject or object."""
    if yet_to(sentence, word):
        return True
    for k in sentence.children(word, "advmod", "det", "cc", "cc:preconj", "obj", "nsubj"):
        lemma, relation = sentence.words[k].lemma.lower(), sentence.words[k].relation
        if lemma in NEGATIONS and relation in (
            "advmod",
            "cc:preconj",
            "cc",
            "det",
        ):
            return True
        if relation == "det" and lemma in ("no", "neither"):
            return True
        if relation == "obj" and lemma in NOBODY:
            return True
        if relation == "obj" and any(sentence.words[d].lemma.lower() == "no" for d in sentence.children(k, "det")):
            return True
        if relation == "obj" and _not_one(sentence, k):
            return True
    return done_by_nobody(sentence, word)


def _not_one(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun stands behind "not one", "not a single"."""
    return any(
        sentence.words[d].lemma.lower() == "not" and sentence.words[d + 1].lemma.lower() in ("one", "a")
        for d in range(max(noun - 3, 0), noun)
    )


def yet_to(sentence: Sentence, word: int) -> bool:
    """Tell whether a verb stands under "has yet to"."""
    head = sentence.words[word].head
    near = [*sentence.children(word, "advmod"), *(sentence.children(head, "advmod") if head >= 0 else ())]
    yet = any(
        sentence.words[k].lemma.lower() == "yet" and sentence.words[k + 1].lemma == "to"
        for k in near
        if k + 1 < len(sentence.words)
    )
    return yet and any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark"))
