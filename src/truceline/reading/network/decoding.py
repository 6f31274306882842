"""From the network's scores to tags, trees, names, times and predicates with their roles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from truceline.domain.sentences import Argument, EventWord, LoadedPhrase, Name, OwedWord, Predicate
from truceline.errors import StopRun
from truceline.reading.network.relations import Floats, RelationMatrices, best_heads, product, relations_of
from truceline.reading.network.taught import event_words, loaded_phrases, owed_words
from truceline.reading.network.trees import NEVER, Tree

Outputs = dict[str, Floats]
Role = tuple[str, int]
"""A role and the word that heads it."""

NAME_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
ONCE = frozenset({"ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARG5", "C-V"})
"""Roles that a predicate has at most once."""
DROPPED = frozenset({"ARGM-LVB", "ARGM-PRR", "ARGM-CXN", "ARGM-ADJ", "ARGM-REC", "ARG5", "C-ARG2"})
"""Roles learnt but too rare or too odd to be told on."""


@dataclass(frozen=True)
class Labels:
    """The closed lists of labels in the order of the network's outputs, and the network's name."""

    name: str
    version: str
    relations: tuple[str, ...]
    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    events: tuple[str, ...]
    owed: tuple[str, ...]
    loaded: tuple[str, ...]

    @staticmethod
    def load(path: Path) -> Labels:
        """Read the labels that belong to a network."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            lists = (tuple(kept[key]) for key in ("rels", "xpos", "upos", "ner", "srl", "event", "owed", "loaded"))
            return Labels(kept["name"], kept["version"], *lists)
        except (ValueError, KeyError) as error:
            raise StopRun(f"the language model's labels in {path} cannot be read") from error


@dataclass(frozen=True)
class Matrices:
    """Small matrices kept outside the graph: relations of chosen arcs, and roles of found predicates."""

    relations: RelationMatrices
    role: Floats
    """For each role a matrix of predicate by argument."""

    @staticmethod
    def of(arrays: dict[str, NDArray[np.floating]]) -> Matrices:
        """Take the arrays as they were saved (half precision or full)."""
        kept = {name: array.astype(np.float32) for name, array in arrays.items()}
        inner, relation = np.ascontiguousarray(kept["r1w"].T), np.ascontiguousarray(kept["row"].T)
        relations = RelationMatrices(inner, kept["r1b"], relation, kept["rob"])
        return Matrices(relations, _by_role(kept["SU"]))


def _by_role(folded: Floats) -> Floats:
    size = folded.shape[0]
    return np.ascontiguousarray(folded.reshape(size, -1, size).transpose(1, 0, 2))


@dataclass(frozen=True)
class Decoded:
    """What was decoded of one sentence; words counted from 0, head -1 is the root."""

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[tuple[int, int, str]]
    times: tuple[tuple[int, int], ...]
    roles: dict[int, tuple[list[Role], float, float]]
    """For each predicate its roles, whether it happened and how sure that is."""
    events: tuple[EventWord, ...] = ()
    owed: tuple[OwedWord, ...] = ()
    loaded: tuple[LoadedPhrase, ...] = ()


def decode(outputs: Outputs, lengths: list[int], labels: Labels, matrices: Matrices) -> list[Decoded]:
    """Decode one batch; lengths are those of the sentences in words, the root not counted."""
    width = outputs["tag"].shape[1]
    places = np.arange(width)
    valid = (places[None] > 0) & (places[None] <= np.array(lengths)[:, None])
    heads = best_heads(outputs["arc"], valid, lengths)
    relations = relations_of(outputs, heads, valid, matrices.relations, labels.relations)
    tags, ends = outputs["tag"], np.cumsum([len(labels.upos), len(labels.xpos), len(labels.names)])
    upos = tags[:, :, : ends[0]].argmax(-1)
    xpos = tags[:, :, ends[0] : ends[1]].argmax(-1)
    names, times = tags[:, :, ends[1] : ends[2]], outputs["tag2"][:, :, 2:].argmax(-1)
    roles = _roles(outputs, valid, lengths, labels, matrices)
    found = []
    for row, length in enumerate(lengths):
        words = slice(1, length + 1)
        found.append(
            Decoded(
                [labels.upos[i] for i in upos[row, words].tolist()],
                [labels.xpos[i] for i in xpos[row, words].tolist()],
                [head - 1 for head in heads[row, words].tolist()],
                [labels.relations[i] for i in relations[row, words].tolist()],
                name_spans(names[row, words], labels.names),
                time_spans(times[row, words].tolist()),
                roles[row],
                event_words(outputs["event"][row, words], labels.events),
                owed_words(outputs["owed"][row, words], labels.owed),
                loaded_phrases(outputs["loaded"][row, words], labels.loaded),
            )
        )
    return found


def _roles(
    outputs: Outputs, valid: NDArray[np.bool_], lengths: list[int], labels: Labels, matrices: Matrices
) -> list[dict[int, tuple[list[Role], float, float]]]:
    found: list[dict[int, tuple[list[Role], float, float]]] = [{} for _ in lengths]
    flags = outputs["tag2"]
    rows, words = np.nonzero((flags[:, :, 1] > flags[:, :, 0]) & valid)
    if not len(rows):
        return found
    with_one = np.concatenate([outputs["sp"][rows, words], np.ones((len(rows), 1), np.float32)], 1)
    folded = np.stack([product(with_one, matrix) for matrix in matrices.role], 1)
    once = np.array([role in ONCE for role in labels.roles])
    for row in np.unique(rows).tolist():
        arguments = outputs["sa"][row, 1 : lengths[row] + 1]
        for one in np.flatnonzero(rows == row).tolist():
            weights, predicate = folded[one], int(words[one])
            table = product(arguments, weights[:, :-1].T) + weights[:, -1]
            roles = [(labels.roles[role], word) for role, word in best_roles(table, once)]
            kept = [pair for pair in roles if pair[0] not in DROPPED]
            facts = outputs["fact"][row, predicate].tolist()
            found[row][predicate - 1] = (kept, round(facts[0], 3), round(facts[1], 3))
    return found


def best_roles(scores: Floats, once: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give (role, word) for each argument of a predicate; role 0 is none, and roles in `once` come at most once."""
    best = scores.argmax(1)
    holders: dict[int, int] = {}
    found: dict[int, int] = {}
    for word in np.flatnonzero(best).tolist():
        role = int(best[word])
        while role and once[role] and role in holders:
            rival = holders[role]
            if scores[word, role] - scores[word, 0] > scores[rival, role] - scores[rival, 0]:
                holders[role], found[word] = word, role
                del found[rival]
                word = rival
            scores[word, role] = NEVER
            role = int(scores[word].argmax())
        if role:
            found[word] = role
            if once[role]:
                holders[role] = word
    return [(role, word) for word, role in sorted(found.items())]


def name_spans(scores: Floats, labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Decode names (first, last, type) greedily; a word is inside a name only after one of the same type."""
    best = scores.argmax(1).tolist()
    found: list[tuple[int, int, str]] = []
    before = "O"
    for word, choice in enumerate(best):
        label = labels[choice]
        if label[0] == "I" and before[2:] != label[2:]:
            order = np.argsort(-scores[word], kind="stable").tolist()
            label = next(labels[i] for i in order if labels[i][0] != "I" or before[2:] == labels[i][2:])
        if label.startswith("B-"):
            found.append((word, word, NAME_TYPES.get(label[2:], "other")))
        elif label != "O":
            first, _, kind = found[-1]
            found[-1] = (first, word, kind)
        before = label
    return found


def time_spans(tags: list[int]) -> tuple[tuple[int, int], ...]:
    """Turn tags (0 outside, 1 first, 2 inside) into first and last words."""
    found: list[tuple[int, int]] = []
    for word, tag in enumerate(tags):
        if tag == 1 or (tag == 2 and (not found or found[-1][1] != word - 1)):
            found.append((word, word))
        elif tag == 2:
            found[-1] = (found[-1][0], word)
    return tuple(found)


def joined_names(spans: list[tuple[int, int, str]], tree: Tree) -> tuple[Name, ...]:
    """Join parts of one name that were told apart: persons' names in one `flat`, or bound by a hyphen."""
    found: list[Name] = []
    for first, last, kind in spans:
        before = found[-1] if found else None
        if before and kind == before.type == "person" and _same_name(before, first, last, tree):
            found[-1] = Name(before.first, last, kind)
        else:
            found.append(Name(first, last, kind))
    return tuple(found)


def _same_name(before: Name, first: int, last: int, tree: Tree) -> bool:
    gap = first - before.last
    if gap == 2:
        return tree.words[first - 1] in ("-", "‑")
    inside = range(first, last + 1)
    return gap == 1 and any(
        tree.relations[word] == "flat" and before.first <= tree.heads[word] <= before.last for word in inside
    )


def predicates(roles: dict[int, tuple[list[Role], float, float]], tree: Tree) -> tuple[Predicate, ...]:
    """Widen the roles' head words to all their words."""
    found = []
    for word, (pairs, happened, sure) in roles.items():
        heads = [head for _, head in pairs]
        arguments = tuple(Argument(role, head, *tree.argument_words(word, role, head, heads)) for role, head in pairs)
        found.append(Predicate(word, happened, arguments, sure))
    return tuple(found)
