"""How much a source may hold. Sizes are counted in bytes really read: declared sizes lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from truceline.errors import TooLarge

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest numbers that a source may reach."""

    entries: int = 10_000
    """Members of one archive."""
    total: int = 1024 * MEBIBYTE
    """Bytes of all members of one archive, unpacked."""
    one: int = 100 * MEBIBYTE
    """Bytes of one report."""
    ratio: int = 100
    """Unpacked bytes for one packed byte."""


LIMITS = Limits()
_STEP = 1 << 16


def read_at_most(stream: IO[bytes], most: int, told: str, source: str) -> bytes:
    """Read a stream to its end; raise TooLarge with the reason `told` as soon as it gives more than `most` bytes."""
    pieces, size = [], 0
    while piece := stream.read(_STEP):
        size += len(piece)
        if size > most:
            raise TooLarge(told, source=source)
        pieces.append(piece)
    return b"".join(pieces)
