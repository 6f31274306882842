"""Agreements of a report: signed, negotiated or proposed."""

from __future__ import annotations

from truceline.domain.mention import AgreementMention, EventMention
from truceline.reading.scene import Scene


def read_agreements(scene: Scene, events: tuple[EventMention, ...]) -> tuple[AgreementMention, ...]:
    """Find the agreements of a report."""
    return ()
