"""Places of a report."""

from __future__ import annotations

from truceline.reading.scene import Places, Text


def read_places(text: Text) -> Places:
    """Find the places of a report."""
    return Places()
