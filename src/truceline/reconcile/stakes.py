"""What a commitment is about, whatever words a report tells it in: rows of vocabulary/stakes.toml."""

from __future__ import annotations

from functools import cache

from truceline.reconcile.content_words import stem, stems_of
from truceline.vocabulary import rows


@cache
def _table() -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Give every row by name with the stems of what says it alone, of its acts and of its objects."""

    def stemmed(words: list[str]) -> frozenset[str]:
        return frozenset(stem(w) for w in words)

    return tuple(
        (name, stemmed(row.get("alone", [])), stemmed(row.get("acts", [])), stemmed(row.get("objects", [])))
        for name, row in rows("stakes").items()
    )


def stakes_of(text: str) -> frozenset[str]:
    """Give what some words are about: every row that they name by itself, or by an act and an object together."""
    found = stems_of(text)
    return frozenset(
        name for name, alone, acts, objects in _table() if found & alone or _together(found & acts, found & objects)
    )


def _together(acts: frozenset[str], objects: frozenset[str]) -> bool:
    """Tell whether an act and an object stand there that are not one word."""
    return bool(acts and objects) and len(acts | objects) > 1


@cache
def acts() -> frozenset[str]:
    """Give the stems of everything that a row names as an act or by itself."""
    return frozenset().union(*(alone | doing for _, alone, doing, _ in _table()))
