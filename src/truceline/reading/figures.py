"""Figures of a report: what was counted, whose, where, as of when, who says so."""

from __future__ import annotations

from truceline.domain.mention import FigureMention
from truceline.reading.scene import Scene


def read_figures(scene: Scene) -> tuple[FigureMention, ...]:
    """Find the figures of a report."""
    return ()
