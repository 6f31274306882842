"""Events of a report: who did what to whom, where, when, and whether it happened."""

from __future__ import annotations

from truceline.domain.mention import EventMention
from truceline.reading.scene import Scene


def read_events(scene: Scene) -> tuple[EventMention, ...]:
    """Find the events of a report."""
    return ()
