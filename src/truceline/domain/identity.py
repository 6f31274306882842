"""Ids made from content: the same on every machine and on every day."""

from __future__ import annotations

import hashlib

from truceline.domain.document import Quote


def made_id(kind: str, *parts: object) -> str:
    """Make the id of an item from what it is made of."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def quote_key(quote: Quote) -> str:
    """Name a place in a report, as part of an id."""
    return f"{quote.report}:{quote.start}:{quote.end}"
