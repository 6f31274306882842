"""One annotated sentence, in the one form all corpora are brought to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Argument:
    """One argument of a predicate: its role, its head word and its first and last word, counted from 0."""

    role: str
    head: int
    first: int
    last: int


@dataclass(frozen=True)
class Predicate:
    """One predicate with its arguments."""

    word: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True)
class Sentence:
    """Words and whatever a corpus says about them. What it does not annotate is None or empty."""

    words: tuple[str, ...]
    source: str
    identifier: str = ""
    spaces: tuple[bool, ...] | None = None
    """Whether a blank follows each word."""
    new_paragraph: bool = False
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    """Head of each word, counted from 1; 0 is the root."""
    relations: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    times: tuple[int, ...] | None = None
    """0 outside, 1 first, 2 inside; -100 not known."""
    predicates: tuple[Predicate, ...] | None = None
    some_predicates: bool = False
    """Only some of the predicates are annotated: what else is one is not known."""
    events: tuple[str, ...] | None = None
    """The PLOVER type that each word tells, or one of EVENT_NONE and EVENT_UNKNOWN of the inventory."""
    owed: tuple[str, ...] | None = None
    """Whether each word tells what is owed, kept or broken; else EVENT_NONE."""
    loaded: tuple[str, ...] | None = None
    """The class of the loaded phrase that each word stands in; else EVENT_NONE."""
    happened: tuple[tuple[int, float], ...] = ()
    """Word and whether it happened, -3 to 3."""
    sure: tuple[tuple[int, float], ...] = ()
    """Word and how sure the writer is of it, -3 (surely not) to 3."""


def write_sentences(path: Path, sentences: Iterable[Sentence]) -> int:
    """Write sentences as JSON Lines and tell how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for sentence in sentences:
            values = asdict(sentence).items()
            kept = {
                key: value
                for key, value in values
                if value not in (None, (), False) or (key == "predicates" and value == ())
            }
            file.write(json.dumps(kept, ensure_ascii=False) + "\n")
            count += 1
    return count


def read_sentences(path: Path) -> list[Sentence]:
    """Read sentences written by `write_sentences`."""
    with path.open(encoding="utf-8") as file:
        return [_sentence(json.loads(line)) for line in file]


def _sentence(kept: dict[str, Any]) -> Sentence:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in kept.items()}
    if "predicates" in kept:
        values["predicates"] = tuple(
            Predicate(one["word"], tuple(Argument(**argument) for argument in one["arguments"]))
            for one in kept["predicates"]
        )
    for key in ("happened", "sure"):
        values[key] = tuple((int(word), float(value)) for word, value in kept.get(key, ()))
    return Sentence(**values)


def name_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Turn BIO tags into (first, last, kind)."""
    spans: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and (not tag.startswith("I-") or tag[2:] != kind):
            spans.append((start, index - 1, kind))
            start = -1
        if tag.startswith("B-") or (tag.startswith("I-") and start < 0):
            start, kind = index, tag[2:]
    return spans
