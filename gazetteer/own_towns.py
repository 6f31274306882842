"""Towns of our own compilation: what the public gazetteers lack, and further spellings of what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TYPES = {"d:": "district", "s:": "site"}
SAME_WITHIN = 0.5
"""Degrees within which a place of the same spelling is the same place."""
_LINE = re.compile(r"([A-Z]{2}) ([ds]:)?(.+?) \| (-?[\d.]+) (-?[\d.]+)")


@dataclass(frozen=True)
class Town:
    """One line of the file."""

    country: str
    type: str
    names: tuple[str, ...]
    latitude: float
    longitude: float


def own_towns(path: Path) -> Iterator[Town]:
    """Yield the towns of the file; a line that is no town stops the build."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"no town: {line}")
        country, kind, names, latitude, longitude = match.groups()
        type_ = TYPES.get(kind or "", "city")
        yield Town(country, type_, tuple(names.split("; ")), float(latitude), float(longitude))
