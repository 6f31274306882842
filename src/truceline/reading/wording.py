"""Loaded wording of a report, and in whose voice it stands."""

from __future__ import annotations

from truceline.domain.mention import AgreementMention, EventMention, WordingMention
from truceline.reading.scene import Scene


def read_wording(
    scene: Scene, events: tuple[EventMention, ...], agreements: tuple[AgreementMention, ...]
) -> tuple[WordingMention, ...]:
    """Find the loaded phrases of a report."""
    return ()
