"""Type and status of events in sentences of many conflicts."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.builders import document
from tests.reading.told_events import TOLD

from truceline.domain.mention import EventMention
from truceline.reading import read_scene
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

TYPE_FLOOR = 0.95
STATUS_FLOOR = 0.93


def told_at(text: str, word: str) -> EventMention | None:
    """The event whose head begins with the word."""
    start = text.index(word)
    events = read_events(read_scene(document(text), load()))
    return next((e for e in events if e.head.start == start), None)


@pytest.mark.network
def test_types_and_statuses_of_many_conflicts_are_told_right() -> None:
    gold: Counter[str | None] = Counter()
    got: Counter[str | None] = Counter()
    right: Counter[str | None] = Counter()
    types = 0
    for text, word, type_, status in TOLD:
        event = told_at(text, word)
        found = event.status if event else None
        types += (event.type if event else None) == type_
        gold[status] += 1
        got[found] += 1
        right[status] += found == status
    scores = {str(k): 2 * right[k] / (gold[k] + got[k]) for k in gold}
    macro = sum(scores.values()) / len(scores)
    print(f"\ntypes {types / len(TOLD):.3f}  status macro-F1 {macro:.3f}  {scores}")
    assert types / len(TOLD) >= TYPE_FLOOR
    assert macro >= STATUS_FLOOR
