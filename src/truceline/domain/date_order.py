"""The order of day and month in dates of figures alone: 03/04/2015."""

from __future__ import annotations

import re

NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d\d?)(?P<s>[/.-])(?P<b>\d\d?)(?P=s)(?P<y>\d{4}|\d\d)(?![\d/-]|\.\d)")
MONTHS = 12


def day_first_in(text: str) -> bool | None:
    """Tell the order of all dates in figures of a text, where some of them allow one order only and agree on it."""
    pairs = [(int(m["a"]), int(m["b"])) for m in NUMERIC.finditer(text)]
    first = any(MONTHS < a <= 31 and 0 < b <= MONTHS for a, b in pairs)
    second = any(MONTHS < b <= 31 and 0 < a <= MONTHS for a, b in pairs)
    return first if first != second else None
