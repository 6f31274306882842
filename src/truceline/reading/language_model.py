"""The language model: the only door to the network's runtime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from truceline.domain.document import Document
from truceline.domain.sentences import Sentence, Word
from truceline.errors import StopRun
from truceline.reading.network import decoding
from truceline.reading.network.agreeing import with_agreement
from truceline.reading.network.decoding import Labels
from truceline.reading.network.infinitives import with_infinitives
from truceline.reading.network.lemmas import Lemmas
from truceline.reading.network.misplaced import with_words_in_place
from truceline.reading.network.objects_lost import with_objects
from truceline.reading.network.relatives import with_relatives
from truceline.reading.network.sentences import Stretch, divide
from truceline.reading.network.subjects_lost import with_subjects
from truceline.reading.network.trees import Tree
from truceline.reading.network.wordpieces import FIRST, LAST, WordPieces

WEIGHTS = Path(__file__).parent.parent / "weights"
FILES = ("network.onnx", "matrices.npz", "vocab.txt", "labels.json")
BATCH = 512
"""Word pieces that one pass of the network takes; measured as the fastest."""
LONGEST = 510
"""Word pieces of the longest sentence that fits beside the two marks around it."""

OUTPUTS = ("tag", "arc", "ld", "lh", "tag2", "sp", "sa", "fact", "event", "owed", "loaded")
Integers = NDArray[np.int64]
MENDS = (with_infinitives, with_relatives, with_agreement, with_objects, with_subjects, with_words_in_place)
"""What brings a tree into line, in this order."""


class MissingWeights(StopRun):
    """The files of the language model are not where they should be."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as numbers: pieces, shapes, and the first and last piece of each word; word 0 is the root."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


@lru_cache(maxsize=4)
def load(folder: Path | None = None, *, threads: int = 1) -> NetworkModel:
    """Load the language model of the package, or of a folder, or of the one that TRUCELINE_WEIGHTS names."""
    given = os.environ.get("TRUCELINE_WEIGHTS")
    return NetworkModel(folder or (Path(given) if given else WEIGHTS), threads=threads)


class NetworkModel:
    """The network with its labels and matrices; reads a document in one pass."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        """Open the files of a folder; raise MissingWeights where one is not there."""
        for file in FILES:
            if not (folder / file).is_file():
                raise MissingWeights(f"the language model's file {file} is not in {folder}")
        self.labels = Labels.load(folder / "labels.json")
        self.name, self.version = self.labels.name, self.labels.version
        self._pieces = WordPieces(folder / "vocab.txt")
        self._lemmas = Lemmas(self._pieces)
        with np.load(folder / "matrices.npz") as arrays:
            self._matrices = decoding.Matrices.of({name: arrays[name] for name in arrays.files})
        self._session = _session(folder / "network.onnx", threads)

    def read(self, document: Document) -> tuple[Sentence, ...]:
        """Give the sentences of a document, boilerplate, bylines and datelines left out."""
        text = document.text
        stretches, encoded = [], []
        for stretch in divide(document):
            words = [text[start:end] for start, end in stretch.words]
            for first, last in self._cuts(words):
                stretches.append(Stretch(stretch.part, stretch.paragraph, stretch.words[first:last]))
                encoded.append(self._encode(words[first:last]))
        return self._sentences(text, stretches, encoded)

    def _cuts(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Cut a sentence that is too long for the network, if it can be at a comma or semicolon."""
        sizes = [len(self._pieces.of_word(word)[0]) for word in words]
        if sum(sizes) <= LONGEST:
            return [(0, len(words))]
        found, start = [], 0
        while start < len(words):
            end, total = start, 0
            while end < len(words) and total + sizes[end] <= LONGEST:
                total += sizes[end]
                end += 1
            if end < len(words):
                marks = [i + 1 for i in range(start + (end - start) // 2, end) if words[i] in (";", ",", "—", "–")]
                end = marks[-1] if marks else end
            found.append((start, end))
            start = end
        return found

    def _encode(self, words: Sequence[str]) -> Encoded:
        pieces, shapes, first, last = [FIRST], [0], [0], [0]
        for word in words:
            ids, shape = self._pieces.of_word(word)
            first.append(len(pieces))
            pieces += ids
            last.append(len(pieces) - 1)
            shapes += [shape] * len(ids)
        return Encoded([*pieces, LAST], [*shapes, 0], first, last)

    def _sentences(self, text: str, stretches: list[Stretch], encoded: list[Encoded]) -> tuple[Sentence, ...]:
        found: list[Sentence | None] = [None] * len(encoded)
        for batch in _batches(encoded):
            decoded = self._decode([encoded[i] for i in batch])
            for place, number in enumerate(batch):
                found[number] = self._sentence(text, number, stretches[number], decoded[place])
        return tuple(sentence for sentence in found if sentence is not None)

    def _decode(self, batch: list[Encoded]) -> list[decoding.Decoded]:
        outputs = self._session.run(list(OUTPUTS), _inputs(batch))
        lengths = [len(one.first) - 1 for one in batch]
        return decoding.decode(dict(zip(OUTPUTS, outputs, strict=True)), lengths, self.labels, self._matrices)

    def _sentence(self, text: str, number: int, stretch: Stretch, decoded: decoding.Decoded) -> Sentence:
        lemma = self._lemmas.of
        printed = [text[start:end] for start, end in stretch.words]
        for mended in MENDS:
            decoded = mended(decoded, printed)
        words = tuple(
            Word(form := text[start:end], start, end, lemma(form, upos, xpos), upos, xpos, head, relation)
            for (start, end), upos, xpos, head, relation in zip(
                stretch.words, decoded.upos, decoded.xpos, decoded.heads, decoded.relations, strict=True
            )
        )
        tree = Tree(decoded.heads, decoded.relations, [word.text for word in words])
        return Sentence(
            number,
            stretch.part,
            stretch.paragraph,
            words,
            decoding.joined_names(decoded.names, tree),
            decoded.times,
            decoding.predicates(decoded.roles, tree),
            decoded.events,
            decoded.owed,
            decoded.loaded,
        )


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Spinning threads take the processor from whatever else runs on the machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _batches(encoded: list[Encoded]) -> list[list[int]]:
    """Put sentences of like length together, each batch of at most BATCH word pieces with its padding."""
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i].pieces), i))
    batches: list[list[int]] = []
    for number in order:
        if batches and (len(batches[-1]) + 1) * len(encoded[number].pieces) <= BATCH:
            batches[-1].append(number)
        else:
            batches.append([number])
    return batches


def _inputs(batch: list[Encoded]) -> dict[str, Integers]:
    pieces, words = max(len(one.pieces) for one in batch), max(len(one.first) for one in batch)
    inputs = {name: np.zeros((len(batch), pieces), np.int64) for name in ("ids", "sh", "am")}
    inputs |= {name: np.zeros((len(batch), words), np.int64) for name in ("first", "last")}
    for row, one in enumerate(batch):
        inputs["ids"][row, : len(one.pieces)] = one.pieces
        inputs["sh"][row, : len(one.pieces)] = one.shapes
        inputs["am"][row, : len(one.pieces)] = 1
        inputs["first"][row, : len(one.first)] = one.first
        inputs["last"][row, : len(one.last)] = one.last
    return inputs
