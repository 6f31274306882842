"""Other spellings of a name that came through another alphabet: Debaltsevo and Debaltseve, Kafraya and Kefraya."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

PAIRS = (
    ("ei", "e"), ("ai", "e"), ("ei", "ai"), ("ay", "ai"), ("ey", "ei"), ("aa", "a"), ("ee", "i"), ("ou", "u"),
    ("oo", "u"), ("ow", "u"), ("au", "aw"), ("u", "o"), ("e", "a"), ("e", "i"), ("i", "y"), ("yy", "y"), ("iy", "i"),
    ("kh", "h"), ("kh", "k"), ("gh", "g"), ("q", "k"), ("q", "g"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("sh", "ch"), ("sch", "sh"), ("w", "v"), ("w", "u"), ("v", "b"), ("zh", "j"), ("ts", "c"), ("g", "h"), ("x", "ks"),
    ("y", ""), ("ss", "s"), ("ll", "l"), ("tt", "t"), ("dd", "d"), ("mm", "m"), ("nn", "n"), ("rr", "r"), ("bb", "b"),
    ("kk", "k"), ("ff", "f"), ("ie", "i"), ("ye", "e"), ("z", "s"), ("ng", "n"), ("b", "p"), ("c", "k"),
)  # fmt: skip
"""Letters that writers put for one another."""
ENDS = (
    ("ah", "a"), ("eh", "a"), ("eh", "e"), ("eh", "ah"), ("a", "e"), ("o", "e"), ("o", "a"), ("oye", "e"),
    ("oe", "e"), ("iya", "ia"), ("iyya", "iya"), ("i", "y"), ("iy", "y"), ("s", ""), ("e", ""), ("h", ""),
)  # fmt: skip
"""Ends of names that stand for one another."""
SHORTEST = 5
MOST = 400
"""Variants looked at, so that a long name costs no more than a moment."""


def variants(key: str) -> Iterator[str]:
    """Yield the spellings one or two changes away, nearest first."""
    if len(key) < SHORTEST:
        return
    seen = {key}
    once = []
    for spelt in _changed(key):
        if spelt not in seen:
            seen.add(spelt)
            once.append(spelt)
            yield spelt
    twice = (second for first in once for second in _changed(first))
    for spelt in islice(twice, MOST * 10):
        if spelt not in seen:
            seen.add(spelt)
            yield spelt
        if len(seen) > MOST:
            return


def _changed(key: str) -> Iterator[str]:
    for one, other in ENDS:
        for this, that in ((one, other), (other, one)):
            if this and key.endswith(this):
                yield key[: -len(this)] + that
    for one, other in PAIRS:
        for this, that in ((one, other), (other, one)):
            at = key.find(this, 1) if this else -1
            while at > 0:
                yield key[:at] + that + key[at + len(this) :]
                at = key.find(this, at + 1)
