"""Small changes to training sentences, so that headlines, capitals and typography do not surprise the network."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.sentence import Sentence

SWAPS = (
    ({"'": "’", "n't": "n’t", "'s": "’s", '"': "“", "``": "“", "''": "”"}),
    ({"’": "'", "n’t": "n't", "’s": "'s", "“": '"', "”": '"', "``": '"', "''": '"'}),
    ({"--": "—", "-": "–", "—": "–", "...": "…"}),
    ({"—": "--", "–": "-", "…": "..."}),
)
"""Quotation marks, apostrophes and dashes that stand for each other."""
SMALL = frozenset("a an and as at but by for from in into of on or over the to up vs via with".split())
FINAL = frozenset(".!?")
WORD_FIELDS = (
    "words", "spaces", "upos", "xpos", "heads", "relations", "names", "times", "events", "owed", "loaded",
)  # fmt: skip


@dataclass(frozen=True)
class Augmentation:
    """The share of sentences that get each change."""

    title_case: float = 0.10
    capitals: float = 0.02
    lower_case: float = 0.02
    typography: float = 0.08
    open_end: float = 0.05


def augmented(sentence: Sentence, shares: Augmentation, chance: random.Random) -> Sentence:
    """Return the sentence, or now and then a changed one; labels stay on their words."""
    words = sentence.words
    draw = chance.random()
    if draw < shares.title_case:
        keep_small = chance.random() < 0.5
        words = tuple(_titled(word, keep_small and index > 0) for index, word in enumerate(words))
    elif draw < shares.title_case + shares.capitals:
        words = tuple(word.upper() for word in words)
    elif draw < shares.title_case + shares.capitals + shares.lower_case:
        words = tuple(word.lower() for word in words)
    if chance.random() < shares.typography:
        swap = chance.choice(SWAPS)
        words = tuple(swap.get(word, word) for word in words)
    changed = replace(sentence, words=words) if words is not sentence.words else sentence
    if chance.random() < shares.open_end and len(words) > 2 and words[-1] in FINAL:
        changed = _without_last(changed)
    return changed


def _titled(word: str, keep_small: bool) -> str:
    if keep_small and word in SMALL:
        return word
    return word[:1].upper() + word[1:] if word[:1].isalpha() else word


def _without_last(sentence: Sentence) -> Sentence:
    """Drop the final mark, unless something hangs on it."""
    last = len(sentence.words) - 1
    heads = sentence.heads
    used = heads is not None and (last + 1 in heads or heads[last] == 0)
    used = used or any(argument.head == last for one in sentence.predicates or () for argument in one.arguments)
    if used:
        return sentence
    parts = {key: value[:-1] for key in WORD_FIELDS if (value := getattr(sentence, key)) is not None}
    return replace(sentence, **parts)
