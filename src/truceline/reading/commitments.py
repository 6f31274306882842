"""Commitments of a report: who is bound to do what, for whom, by when, on what condition."""

from __future__ import annotations

from truceline.domain.mention import AgreementMention, CommitmentMention, EventMention
from truceline.reading.scene import Scene


def read_commitments(
    scene: Scene, events: tuple[EventMention, ...], agreements: tuple[AgreementMention, ...]
) -> tuple[CommitmentMention, ...]:
    """Find the commitments of a report."""
    return ()
