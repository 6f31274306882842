"""Sentences to tensors: what goes into the network and what should come out."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from training.inventory import EVENTS, LOADED, NAME_OR_MISC, NAME_UNKNOWN, NAMES, OWED, ROLES, UPOS, Inventory
from training.pieces import Pieces, WordPieces
from training.sentence import Sentence

IGNORED = -100
OPEN_NAME = -1
"""In the targets: no name, or one of the kind MISC."""


@dataclass(frozen=True)
class Batch:
    """Inputs (sentence, piece or word) and targets (sentence, word); word 0 is the root."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    words: Tensor
    """True where there is a word or the root."""
    upos: Tensor
    xpos: Tensor
    names: Tensor
    heads: Tensor
    relations: Tensor
    predicates: Tensor
    times: Tensor
    events: Tensor
    owed: Tensor
    loaded: Tensor
    factuality: Tensor
    """Happened and sure; not a number where unknown."""
    role_places: tuple[Tensor, Tensor]
    """Sentence and word of each predicate."""
    roles: Tensor
    """For each predicate the role of every word."""
    nominal: Tensor
    """Whether each word is a noun."""


@dataclass(frozen=True)
class Numbering:
    """Labels to numbers."""

    upos: dict[str, int]
    xpos: dict[str, int]
    relations: dict[str, int]
    names: dict[str, int]
    roles: dict[str, int]
    events: dict[str, int]
    owed: dict[str, int]
    loaded: dict[str, int]

    @staticmethod
    def of(inventory: Inventory) -> Numbering:
        """Number the labels in their order."""
        names = {label: number for number, label in enumerate(NAMES)}
        names |= {NAME_UNKNOWN: IGNORED, NAME_OR_MISC: OPEN_NAME}

        def numbered(labels: list[str] | tuple[str, ...]) -> dict[str, int]:
            return {label: number for number, label in enumerate(labels)}

        return Numbering(
            numbered(UPOS), numbered(inventory.xpos), numbered(inventory.relations), names, numbered(ROLES),
            numbered(EVENTS), numbered(OWED), numbered(LOADED),
        )  # fmt: skip


def inputs_of(encoded: list[Pieces]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pad encoded sentences to one size: ids, shapes, mask, first and last piece of each word."""
    pieces = max(len(one.ids) for one in encoded)
    words = max(len(one.first) for one in encoded)

    def padded(rows: list[list[int]], length: int) -> Tensor:
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])

    return (
        padded([one.ids for one in encoded], pieces),
        padded([one.shapes for one in encoded], pieces),
        padded([[1] * len(one.ids) for one in encoded], pieces),
        padded([one.first for one in encoded], words),
        padded([one.last for one in encoded], words),
    )


def batch_of(sentences: list[Sentence], pieces: WordPieces, numbering: Numbering) -> Batch:
    """Make one batch."""
    encoded = [pieces.of_words(sentence.words) for sentence in sentences]
    inputs = inputs_of(encoded)
    rows, width = len(sentences), inputs[3].size(1)

    def labels(values: list[list[int]]) -> Tensor:
        return torch.tensor([[IGNORED, *row] + [IGNORED] * (width - 1 - len(row)) for row in values])

    def numbers(field: str, table: dict[str, int]) -> Tensor:
        return labels([[table.get(label, IGNORED) for label in getattr(one, field) or ()] for one in sentences])

    predicates = labels([[] if one.predicates is None or one.some_predicates else _flags(one) for one in sentences])
    places = [(row, predicate.word + 1) for row, one in enumerate(sentences) for predicate in one.predicates or ()]
    factuality = torch.full((rows, width, 2), float("nan"))
    for row, one in enumerate(sentences):
        for column, judged in enumerate((one.happened, one.sure)):
            for word, value in judged:
                factuality[row, word + 1, column] = value
    nominal = [[0, *(int(tag == "NOUN") for tag in one.upos or [""] * len(one.words))] for one in sentences]
    return Batch(
        inputs=inputs,
        words=torch.tensor([[1] * len(one.first) + [0] * (width - len(one.first)) for one in encoded]).bool(),
        upos=numbers("upos", numbering.upos),
        xpos=numbers("xpos", numbering.xpos),
        names=numbers("names", numbering.names),
        heads=labels([list(one.heads or ()) for one in sentences]),
        relations=numbers("relations", numbering.relations),
        predicates=predicates,
        times=labels([list(one.times or ()) for one in sentences]),
        events=numbers("events", numbering.events),
        owed=numbers("owed", numbering.owed),
        loaded=numbers("loaded", numbering.loaded),
        factuality=factuality,
        role_places=(torch.tensor([row for row, _ in places]), torch.tensor([word for _, word in places])),
        roles=_role_targets(sentences, numbering, width),
        nominal=torch.tensor([row + [0] * (width - len(row)) for row in nominal]).bool(),
    )


def _flags(sentence: Sentence) -> list[int]:
    found = {predicate.word for predicate in sentence.predicates or ()}
    return [int(index in found) for index in range(len(sentence.words))]


def _role_targets(sentences: list[Sentence], numbering: Numbering, width: int) -> Tensor:
    rows = []
    for sentence in sentences:
        for predicate in sentence.predicates or ():
            row = [IGNORED] * width
            row[1 : len(sentence.words) + 1] = [0] * len(sentence.words)
            for argument in predicate.arguments:
                row[argument.head + 1] = numbering.roles[argument.role]
            rows.append(row)
    return torch.tensor(rows) if rows else torch.zeros((0, width), dtype=torch.long)


def epoch_of(
    corpora: list[tuple[list[Sentence], float]], lengths: dict[int, int], most: int, chance: random.Random
) -> list[list[Sentence]]:
    """Draw each corpus by its weight, and divide the whole into batches of like lengths, in random order."""
    drawn: list[Sentence] = []
    for sentences, weight in corpora:
        left = round(weight * len(sentences))
        while left > 0:
            drawn += chance.sample(sentences, min(left, len(sentences)))
            left -= len(sentences)
    chance.shuffle(drawn)
    batches: list[list[Sentence]] = []
    for begin in range(0, len(drawn), 1500):
        batch: list[Sentence] = []
        for sentence in sorted(drawn[begin : begin + 1500], key=lambda one: lengths[id(one)]):
            if batch and (len(batch) + 1) * lengths[id(sentence)] > most:
                batches.append(batch)
                batch = []
            batch.append(sentence)
        batches.append(batch)
    chance.shuffle(batches)
    return batches
