"""Whether events happened (UDS-IH2, on EWT) and how sure the writer is (MEANTIME, and rules over roles)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.sentence import Predicate, Sentence

SURE_MODALS = frozenset(("will", "shall", "'ll", "’ll", "wo"))
"""Modals with which a writer is sure of what is to come; all others leave it open."""
SURE_FUTURE, OPEN, SURE_NOT = 2.3, 0.8, -2.5


def with_factuality(parts: dict[str, list[Sentence]], data: Path) -> dict[str, list[Sentence]]:
    """Add UDS-IH2's judgements to the EWT sentences with the same characters."""
    places: dict[str, list[tuple[str, int]]] = {}
    for part, sentences in parts.items():
        for number, sentence in enumerate(sentences):
            places.setdefault(_letters("".join(sentence.words)), []).append((part, number))
    found: dict[tuple[str, int], tuple[tuple[int, float], ...]] = {}
    for part in parts:
        for words, targets in _records(data / "factuality" / "uds_ih2" / f"{part}.jsonl"):
            candidates = places.get(_letters("".join(words)), [])
            candidates = [place for place in candidates if place[0] == part and place not in found]
            if candidates:
                where, number = candidates[0]
                found[candidates[0]] = _onto(parts[where][number].words, words, targets)
    return {
        part: [_with_judgements(sentence, found.get((part, number), ())) for number, sentence in enumerate(sentences)]
        for part, sentences in parts.items()
    }


def read_meantime(data: Path, part: str) -> list[Sentence]:
    """Read MEANTIME's sentences with how sure the writer is of each event."""
    return [
        Sentence(words=tuple(words), source="meantime", sure=tuple(targets))
        for words, targets in _records(data / "factuality" / "meantime" / f"{part}.jsonl")
    ]


def _records(path: Path) -> Iterator[tuple[list[str], list[tuple[int, float]]]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["text"].split(), [(one["span1"][0], one["label"]) for one in record["targets"]]


def _letters(text: str) -> str:
    return "".join(text.split())


def _onto(words: tuple[str, ...], others: list[str], targets: list[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Move judgements from one division into words to another, by where a word begins."""
    begins, position = {}, 0
    for index, word in enumerate(words):
        begins[position] = index
        position += len(_letters(word))
    starts, position = [], 0
    for word in others:
        starts.append(position)
        position += len(word)
    return tuple((begins[starts[index]], value) for index, value in targets if starts[index] in begins)


def _with_judgements(sentence: Sentence, happened: tuple[tuple[int, float], ...]) -> Sentence:
    predicates = {predicate.word: predicate for predicate in sentence.predicates or ()}
    sure = tuple(
        (word, certainty)
        for word, value in happened
        if word in predicates and (certainty := _certainty(sentence.words, predicates[word], value)) is not None
    )
    return replace(sentence, happened=happened, sure=sure)


def _certainty(words: tuple[str, ...], predicate: Predicate, happened: float) -> float | None:
    """Say by rule how sure the writer is of an event; None where neither the verdict nor a modal decides."""
    modals = [words[argument.head].lower() for argument in predicate.arguments if argument.role == "ARGM-MOD"]
    negated = any(argument.role == "ARGM-NEG" for argument in predicate.arguments)
    if modals:
        if not SURE_MODALS.intersection(modals):
            return OPEN
        return SURE_NOT if negated else SURE_FUTURE
    if negated:
        return SURE_NOT if happened < 0 else None
    return 3.0 if happened >= 2.0 else None
