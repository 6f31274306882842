"""Predicates and arguments: PropBank's spans over EWT brought to head words of the UD trees."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from training.inventory import ROLES
from training.sentence import Argument, Predicate, Sentence

AUXILIARIES = frozenset(("be.03", "have.01", "have.02", "do.01"))
RENAMED = {
    "R-ARG3": "R-ARG2",
    "R-ARG4": "R-ARG2",
    "C-ARG3": "C-ARG2",
    "C-ARG4": "C-ARG2",
    "C-ARG0": "C-ARG2",
    "ARGA": "ARG0",
}


def with_roles(sentences: list[Sentence], data: Path, part: str) -> list[Sentence]:
    """Add predicates to EWT sentences. Sentences without a PropBank file keep None."""
    found: dict[str, list[Predicate]] = {}
    by_identifier = {sentence.identifier: sentence for sentence in sentences}
    with (data / "propbank_ewt_srl" / f"ewt_srl_{part}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            offset = 0
            for identifier in record["ud_sent_ids"]:
                sentence = by_identifier[identifier]
                found[identifier] = _predicates(record["preds"], offset, sentence)
                offset += len(sentence.words)
    return [
        replace(sentence, predicates=tuple(found[sentence.identifier])) if sentence.identifier in found else sentence
        for sentence in sentences
    ]


def _predicates(records: list[dict], offset: int, sentence: Sentence) -> list[Predicate]:  # type: ignore[type-arg]
    assert sentence.upos
    assert sentence.relations
    length = len(sentence.words)
    predicates = []
    for record in records:
        word = record["i"] - offset
        if not 0 <= word < length:
            continue
        auxiliary = sentence.upos[word] == "AUX"
        if auxiliary and sentence.relations[word].startswith("aux"):
            continue
        if not record["args"] and (auxiliary or record["sense"] in AUXILIARIES):
            continue
        arguments = []
        for label, first, last in record["args"]:
            role = role_of(label)
            first, last = first - offset, last - offset
            if role and first >= 0 and last < length:
                arguments.append(Argument(role, head_of(first, last, sentence.heads or ()), first, last))
        predicates.append(Predicate(word, tuple(arguments)))
    return predicates


def role_of(label: str) -> str | None:
    """Map a PropBank label to the roles the network knows; None for those left out."""
    label = label.removesuffix("-DSP")
    if label.startswith("R-ARGM"):
        return "R-ARGM"
    label = RENAMED.get(label, label)
    return label if label in ROLES else None


def head_of(first: int, last: int, heads: tuple[int, ...]) -> int:
    """Find the word of a span whose head lies outside; of several, the one that governs most of the span."""
    tops = [index for index in range(first, last + 1) if not first <= heads[index] - 1 <= last]
    if len(tops) == 1:
        return tops[0]
    governed: dict[int, int] = {}
    for index in range(first, last + 1):
        word = index
        while first <= heads[word] - 1 <= last:
            word = heads[word] - 1
        governed[word] = governed.get(word, 0) + 1
    return max(tops, key=lambda index: (governed.get(index, 0), -index))
