"""What sentences of our own taught the network: words that tell events, what is owed, and loaded phrases."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from truceline.domain.sentences import EventWord, LoadedPhrase, OwedWord
from truceline.reading.network.relations import Floats

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
OWED_STAGES = ("DUE", "MET", "BROKEN")
LOADED_CLASSES = (
    "epithet", "insult", "glorification", "loaded_verb", "metaphor", "absolutes", "euphemism", "doubt",
)  # fmt: skip
LEAST, LEAST_OF_TYPE = 0.2, 0.05
"""What is less likely is not told on."""
BEHIND_OF_EVENTS, BEHIND_OF_OWED, BEHIND_OF_LOADED = 4.2, 1.4, 2.1
"""Labels whose scores are all so far behind that for nothing are not told on, even all of them together."""


def event_words(scores: Floats, labels: Sequence[str]) -> tuple[EventWord, ...]:
    """Give the words that may tell an event: scores by word and label, the first label being no event."""
    found = []
    words = _candidates(scores, BEHIND_OF_EVENTS)
    if not len(words):
        return ()
    shares = _shares(scores[words])
    for word, share in zip(words.tolist(), shares, strict=True):
        told = 1.0 - share[0]
        if told < LEAST:
            continue
        of_types = share[1:] / told
        order = np.argsort(-of_types, kind="stable").tolist()
        kept = ((labels[i + 1], round(float(of_types[i]), 3)) for i in order if of_types[i] >= LEAST_OF_TYPE)
        found.append(EventWord(word, round(float(told), 3), tuple(kept)))
    return tuple(found)


def owed_words(scores: Floats, labels: Sequence[str]) -> tuple[OwedWord, ...]:
    """Give the words that may tell what is owed, kept or broken: scores as above."""
    words = _candidates(scores, BEHIND_OF_OWED)
    if not len(words):
        return ()
    shares = _shares(scores[words])
    best = shares[:, 1:].argmax(1) + 1
    told = zip(words.tolist(), best.tolist(), shares, strict=True)
    return tuple(OwedWord(w, labels[b], round(float(s[b]), 3)) for w, b, s in told if s[b] >= LEAST)


def loaded_phrases(scores: Floats, labels: Sequence[str]) -> tuple[LoadedPhrase, ...]:
    """Give stretches of words that are likelier loaded than not, each of one class: scores as above."""
    words = _candidates(scores, BEHIND_OF_LOADED)
    if not len(words):
        return ()
    shares = _shares(scores[words])
    best = shares[:, 1:].argmax(1) + 1
    found: list[LoadedPhrase] = []
    for word, label, share in zip(words.tolist(), best.tolist(), shares, strict=True):
        if share[0] > 0.5:
            continue
        class_, likely = labels[label], round(float(1.0 - share[0]), 3)
        before = found[-1] if found else None
        if before is not None and before.last == word - 1 and before.class_ == class_:
            found[-1] = LoadedPhrase(before.first, word, class_, min(before.likely, likely))
        else:
            found.append(LoadedPhrase(word, word, class_, likely))
    return tuple(found)


def _candidates(scores: Floats, behind: float) -> NDArray[np.intp]:
    """Give the words whose best label is not far behind that for nothing; most words are, and need no more work."""
    return np.flatnonzero(scores[:, 1:].max(1) > scores[:, 0] - behind)


def _shares(scores: Floats) -> Floats:
    shares: Floats = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    return shares
