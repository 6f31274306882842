"""Heads and relations from scores: a single-rooted tree for every sentence, one subject at most for every verb."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truceline.reading.network.trees import NEVER, single_root_tree

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
SINGLE_THREADED = 1 << 18
"""Multiplications of one matrix product that OpenBLAS still does on one thread."""
CHEAP = 6.0
"""How much worse the second-best head of a second subject may score."""


@dataclass(frozen=True)
class RelationMatrices:
    """The layers that tell the relation of a word to a chosen head."""

    inner: Floats
    inner_bias: Floats
    relation: Floats
    relation_bias: Floats


def best_heads(arcs: Floats, valid: Flags, lengths: list[int]) -> Integers:
    """Take every word's best head; where that is no single-rooted tree, the best such tree."""
    width = valid.shape[1]
    places = np.arange(width)
    outside = ~valid
    outside[:, 0] = False
    arcs[np.broadcast_to(outside[:, None, :], arcs.shape)] = NEVER
    arcs[:, places, places] = NEVER
    heads: Integers = arcs.argmax(-1)
    heads[~valid] = 0
    roots = ((heads == 0) & valid).sum(1)
    # Doubling the steps reaches the root from every word, unless it goes round in a cycle.
    reached = heads.copy()
    for _ in range(max(1, int(np.ceil(np.log2(width))))):
        reached = np.take_along_axis(reached, reached, 1)
    for row in np.flatnonzero((roots != 1) | reached.any(1)).tolist():
        length = lengths[row] + 1
        heads[row, :length] = single_root_tree(arcs[row, :length, :length])
    return heads


def product(left: Floats, right: Floats) -> Floats:
    """Multiply two matrices in pieces too small for the linear algebra library to start threads of its own.

    Its threads would spin on every core for a thousandth of the work, and their number would change the last digits.
    """
    size = max(1, SINGLE_THREADED // right.size)
    whole = len(left) - len(left) % size
    result = np.empty((len(left), right.shape[1]), np.float32)
    if whole:
        pieces = left[:whole].reshape(-1, size, left.shape[1])
        result[:whole] = np.matmul(pieces, right).reshape(whole, right.shape[1])
    if whole < len(left):
        result[whole:] = left[whole:] @ right
    return result


def _gelu(x: NDArray[np.floating]) -> Floats:
    """Gaussian error linear unit; the error function after Abramowitz and Stegun 7.1.26."""
    z = np.abs(x) * 0.70710678
    t = 1 / (1 + 0.3275911 * z)
    series = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592
    return np.asarray(0.5 * x * (1 + np.sign(x) * (1 - series * t * np.exp(-z * z))), np.float32)


def relations_of(
    outputs: dict[str, Floats], heads: Integers, valid: Flags, matrices: RelationMatrices, labels: tuple[str, ...]
) -> Integers:
    """Give every word's relation to its head; heads change where a verb would have two subjects."""
    subjects = [labels.index(name) for name in SUBJECTS if name in labels]
    root = labels.index("root")
    rows, words = np.nonzero(valid)
    scores = _scores(outputs, heads, rows, words, matrices, root)
    moved = _move_second_subjects(outputs["arc"], heads, valid, np.isin(scores.argmax(-1), subjects))
    if moved:
        again = np.flatnonzero([pair in moved for pair in zip(rows.tolist(), words.tolist(), strict=True)])
        scores[again] = _scores(outputs, heads, rows[again], words[again], matrices, root)
    best = scores.argmax(-1)
    _one_subject(scores, best, rows, heads[valid], subjects)
    relations = np.zeros(valid.shape, np.int64)
    relations[valid] = best
    return relations


def _scores(
    outputs: dict[str, Floats], heads: Integers, rows: Integers, words: Integers, matrices: RelationMatrices, root: int
) -> Floats:
    above = heads[rows, words]
    head, dependent = outputs["lh"][rows, above], outputs["ld"][rows, words]
    inner = _gelu(product(dependent * head, matrices.inner) + matrices.inner_bias)
    scores = product(np.concatenate([inner, dependent, head], -1), matrices.relation) + matrices.relation_bias
    is_root = above == 0
    scores[is_root, root] = -NEVER
    scores[~is_root, root] = NEVER
    return scores


def _second_subjects(heads: Integers, valid: Flags, subject: Flags) -> list[tuple[int, list[int]]]:
    """Find the words that are subjects of one verb: row and words, where they are two or more."""
    rows, words = (places[subject] for places in np.nonzero(valid))
    groups: dict[tuple[int, int], list[int]] = {}
    for row, word in zip(rows.tolist(), words.tolist(), strict=True):
        groups.setdefault((row, int(heads[row, word])), []).append(word)
    return [(row, group) for (row, _), group in groups.items() if len(group) > 1]


def _move_second_subjects(arcs: Floats, heads: Integers, valid: Flags, subject: Flags) -> set[tuple[int, int]]:
    """Give one of two subjects of a verb the head that it would like next best, where that costs little."""
    moved = set()
    for row, words in _second_subjects(heads, valid, subject):
        choices = []
        for word in words:
            scores = arcs[row, word].copy()
            scores[[int(heads[row, word]), 0, *_below(heads[row], valid[row], word)]] = NEVER
            head = int(scores.argmax())
            choices.append((float(arcs[row, word, heads[row, word]] - scores[head]), word, head))
        loss, word, head = min(choices)
        if loss < CHEAP:
            heads[row, word] = head
            moved.add((row, word))
    return moved


def _below(heads: Integers, valid: Flags, word: int) -> list[int]:
    """Give a word and all that hang from it."""
    found = [word]
    for one in found:
        found += np.flatnonzero((heads == one) & valid).tolist()
    return found


def _one_subject(scores: Floats, best: Integers, rows: Integers, heads: Integers, subjects: list[int]) -> None:
    """Leave each verb its likeliest subject; the others take their next best relation."""
    kept: dict[tuple[int, int], int] = {}
    for word in np.flatnonzero(np.isin(best, subjects)).tolist():
        verb = (int(rows[word]), int(heads[word]))
        rival = kept.get(verb)
        loser = None
        if rival is None or _subject_margin(scores[word], subjects) > _subject_margin(scores[rival], subjects):
            kept[verb], loser = word, rival
        else:
            loser = word
        if loser is not None:
            scores[loser, subjects] = NEVER
            best[loser] = scores[loser].argmax()


def _subject_margin(scores: Floats, subjects: list[int]) -> float:
    others = np.delete(scores, subjects)
    return float(scores[subjects].max() - others.max())
