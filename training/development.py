"""The development parts in two halves: one teaches in the further training, by the other it is chosen."""

from __future__ import annotations

import random
from dataclasses import replace

from training.names import opened
from training.rejoin import joined
from training.sentence import Sentence


def halves_of(sentences: list[Sentence], chance: random.Random) -> tuple[list[Sentence], list[Sentence]]:
    """Divide by documents, every second one for teaching; news is scored elsewhere and never teaches."""
    documents = list(dict.fromkeys(_document(one) for one in sentences))
    taught = set([name for name in documents if "_news_" not in name][::2])
    teaching = [joined(_as_in_training(one), chance) for one in sentences if _document(one) in taught]
    return teaching, [one for one in sentences if _document(one) not in taught]


def _document(sentence: Sentence) -> str:
    return sentence.identifier.rsplit("-", 1)[0]


def _as_in_training(sentence: Sentence) -> Sentence:
    """Leave open what Universal NER does not annotate; GUM annotates it."""
    if sentence.names is None or sentence.source != "ewt":
        return sentence
    return replace(sentence, names=opened(sentence, sentence.names))
