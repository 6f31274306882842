"""Hundreds of sentences: which of their events are found, told right, and how much is told besides."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reading.told_scenes import scene
from truceline.domain.mention import EventMention
from truceline.reading.events.events import read_events

HALVES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("event_sentences.toml").read_text(encoding="utf-8")
)
FLOORS = {
    "work": {"found": 0.93, "right": 0.79, "precision": 0.96},
    "measure": {"found": 0.87, "right": 0.63, "precision": 0.89},
}
"""Shares that may not fall: events found, told right (type and actors), and of what we tell how much is there."""
SMALL = frozenset({"a", "an", "the", "of", "and"})

pytestmark = pytest.mark.network


@dataclass
class Tally:
    """Counts over the sentences of a half."""

    asked: int = 0
    found: int = 0
    right: int = 0
    besides: int = 0


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'-]+", text.casefold())) - SMALL


def named(forms: list[str], wanted: str) -> bool:
    pairs = [(words(form), words(name)) for form in forms for name in wanted.split("|")]
    return any(a and b and (a <= b or b <= a) for a, b in pairs)


def likeness(wanted: list[str], told: tuple[str, ...], forms: dict[str, list[str]]) -> float:
    """F1 of the actors told; two empty sides are alike."""
    if not wanted or not told:
        return float(not wanted and not told)
    recall = sum(any(named(forms[key], one) for key in told) for one in wanted) / len(wanted)
    precision = sum(any(named(forms[key], one) for one in wanted) for key in told) / len(told)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def says(event: EventMention, one_of: str) -> bool:
    return any(word.casefold() in quote.exact.casefold() for word in one_of.split("|") for quote in event.quotes)


def score(sentence: dict[str, Any], tally: Tally) -> None:
    read = scene(sentence["text"])
    events = list(read_events(read))
    forms = {actor.key: [quote.exact for quote in actor.quotes] for actor in read.actors.mentions}
    for wanted in sentence.get("events", ()):
        tally.asked += 1
        fitting = [
            (e.type in wanted["type"].split("|"), likeness(wanted["actors"], e.actors, forms), -i)
            for i, e in enumerate(events)
            if says(e, wanted["word"])
        ]
        if fitting:
            typed, alike, place = max(fitting)
            tally.found += 1
            tally.right += typed and alike >= 0.5
            events.pop(-place)
    may = sentence.get("may", ())
    tally.besides += sum(not any(says(e, word) for word in may) for e in events)


@cache
def tally_of(half: str) -> Tally:
    tally = Tally()
    for sentence in HALVES[half]:
        score(sentence, tally)
    return tally


@pytest.mark.parametrize("half", FLOORS)
def test_no_share_of_the_events_falls(half: str) -> None:
    tally, floors = tally_of(half), FLOORS[half]
    shares = {
        "found": tally.found / tally.asked,
        "right": tally.right / tally.asked,
        "precision": tally.found / (tally.found + tally.besides),
    }
    assert all(shares[name] >= floor for name, floor in floors.items()), shares


def test_every_sentence_holds_the_words_of_its_events() -> None:
    for half in HALVES.values():
        for sentence in half:
            for event in sentence.get("events", ()):
                for names in (event["word"], *event["actors"], *event["recipients"]):
                    assert any(name in sentence["text"] for name in names.split("|")), sentence["text"]
