"""Which texts copy one another: shared runs of words, found through an index and measured both ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
LENGTH = 5
"""Words in a shingle."""
SHORTEST = 12
"""Texts with fewer shingles are too short to be told to be copies."""
VERBATIM, CUT, REWRITTEN = 0.93, 0.80, 0.22
"""Shares of the shorter text's shingles that the longer one has."""
COMMON = 40
"""A shingle in more texts than this is a set phrase and says nothing about copying."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts of which one copies the other; the degree tells how closely."""

    left: str
    right: str
    degree: str
    """verbatim, cut or rewritten."""
    share: float
    """Share of the shorter text's shingles that the other has."""

    def other(self, name: str) -> str:
        """Give the other one of the two."""
        return self.right if name == self.left else self.left


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Give every run of five words of a text, case and punctuation left out."""
    words = [w.casefold() for w in _WORD.findall(text)]
    return frozenset(tuple(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))


def relation(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> tuple[str, float] | None:
    """Tell how closely one of two texts copies the other, or None if it does not."""
    if min(len(a), len(b)) < SHORTEST:
        return None
    shared = len(a & b)
    of_shorter, of_longer = shared / min(len(a), len(b)), shared / max(len(a), len(b))
    if of_longer >= VERBATIM:
        return "verbatim", of_shorter
    if of_shorter >= CUT:
        return "cut", of_shorter
    return ("rewritten", of_shorter) if of_shorter >= REWRITTEN else None


def copies(texts: Mapping[str, str]) -> tuple[Copy, ...]:
    """Find the pairs of texts of which one copies the other, by name; linear in the length of all texts."""
    sets = {name: shingles(text) for name, text in sorted(texts.items())}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, own in sets.items():
        for shingle in own:
            holders[shingle].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= COMMON:
            shared.update((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
    found = []
    for (a, b), count in sorted(shared.items()):
        if count >= REWRITTEN * min(len(sets[a]), len(sets[b])) and (kind := relation(sets[a], sets[b])):
            found.append(Copy(a, b, *kind))
    return tuple(found)
