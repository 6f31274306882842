"""The exported network on words that are given, decoded by the package itself: what is scored is what ships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from training.batches import inputs_of
from training.pieces import WordPieces
from truceline.reading.network.decoding import Labels, Matrices, joined_names
from truceline.reading.network.decoding import decode as decode_batch
from truceline.reading.network.trees import Tree

MOST_PIECES = 768
OUTPUTS = ["tag", "arc", "ld", "lh", "tag2", "sp", "sa", "fact", "event", "owed", "loaded"]
KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC", "other": "MISC"}


@dataclass(frozen=True)
class Decoded:
    """What the package tells of one sentence; words count from 0, the head of the root is -1."""

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    names: set[tuple[int, int, str]]
    times: set[tuple[int, int]]
    roles: dict[int, list[tuple[str, int]]]
    """For each word taken for a predicate: role and head word of its arguments."""
    given_roles: dict[int, list[tuple[str, int]]]
    """The same for words that are given as predicates."""
    happened: list[float]
    sure: list[float]
    owed: dict[int, str]
    loaded: dict[int, str]
    """What words tell something owed, and what words are loaded."""
    events: dict[int, tuple[str, float]]
    """For each word that may tell an event its likeliest type, and how likely it tells one."""


class Decoder:
    """An exported network, loaded."""

    def __init__(self, weights: Path, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(weights / "network.onnx"), options)
        self._matrices = Matrices.of(dict(np.load(weights / "matrices.npz").items()))
        self._labels = Labels.load(weights / "labels.json")
        self._pieces = WordPieces(weights / "vocab.txt")

    def decode(self, sentences: list[tuple[str, ...]], given: list[list[int]]) -> list[Decoded]:
        """Decode sentences; `given` names the true predicates, whose roles are told apart from the found ones'."""
        encoded = [self._pieces.of_words(words) for words in sentences]
        lengths = [len(one.ids) for one in encoded]
        results: dict[int, Decoded] = {}
        for batch in _batches(lengths):
            tensors = inputs_of([encoded[index] for index in batch])
            inputs = dict(zip(("ids", "sh", "am", "first", "last"), tensors, strict=True))
            found = self._session.run(OUTPUTS, {key: value.numpy() for key, value in inputs.items()})
            outputs = dict(zip(OUTPUTS, found, strict=True))
            words = [sentences[index] for index in batch]
            for index, one in zip(batch, self._batch(outputs, words, [given[i] for i in batch]), strict=True):
                results[index] = one
        return [results[index] for index in range(len(sentences))]

    def _batch(
        self, outputs: dict[str, np.ndarray], sentences: list[tuple[str, ...]], given: list[list[int]]
    ) -> Iterator[Decoded]:
        lengths = [len(words) for words in sentences]
        told = decode_batch(outputs, lengths, self._labels, self._matrices)
        outputs["tag2"][:, :, 0], outputs["tag2"][:, :, 1] = 0.0, -1.0
        for row, places in enumerate(given):
            outputs["tag2"][row, [place + 1 for place in places], 1] = 1.0
        asked = decode_batch(outputs, lengths, self._labels, self._matrices)
        for row, (one, other) in enumerate(zip(told, asked, strict=True)):
            names = joined_names(one.names, Tree(one.heads, one.relations, sentences[row]))
            facts = outputs["fact"][row, 1 : lengths[row] + 1]
            yield Decoded(
                upos=one.upos,
                xpos=one.xpos,
                heads=one.heads,
                relations=one.relations,
                names={(name.first, name.last, KINDS[name.type]) for name in names},
                times=set(one.times),
                roles={word: roles for word, (roles, *_) in one.roles.items()},
                given_roles={word: roles for word, (roles, *_) in other.roles.items()},
                happened=facts[:, 0].tolist(),
                sure=facts[:, 1].tolist(),
                owed={w.word: w.stage for w in one.owed if w.likely >= 0.5},
                loaded={word: p.class_ for p in one.loaded for word in range(p.first, p.last + 1)},
                events={event.word: (event.types[0][0], event.likely) for event in one.events if event.types},
            )


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[index] > MOST_PIECES:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
