"""The deadline algebra: from what a deadline counts, the days it allows."""

from __future__ import annotations

from truceline.domain.dates import Days
from truceline.domain.mention import Deadline


def computed(deadline: Deadline, start: Days) -> Deadline:
    """Give the deadline with the days that follow from the day it counts from (the agreement's, if known)."""
    return deadline
