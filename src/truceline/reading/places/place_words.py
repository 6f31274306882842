"""Words around a name that make it one of a place: prepositions, verbs of motion and of war."""

from __future__ import annotations

from functools import lru_cache

from truceline.reading.actors.known_names import word_set
from truceline.vocabulary import rows

PLACE_CASES = word_set(
    "in inside into out across throughout near at within around outside onto over through via along off beyond "
    "towards toward above amid"
)
MOTION = word_set(
    "go come travel fly return flee move march drive head send deploy withdraw retreat cross enter leave arrive reach "
    "visit spread push advance infiltrate invade occupy smuggle escape migrate deport exile evacuate pull exit trip "
    "withdrawal visit journey return flight deployment invasion pullout departure ship sail border road way"
)
"""Verbs and nouns of going somewhere."""
SEIZING = word_set(
    "seize capture take retake recapture shell bomb bombard besiege surround hold control hit strike attack"
)
"""Verbs of war whose object may be a place."""
DIRECTIONS = word_set(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western northeast northwest southeast southwest "
    "upper lower"
)


@lru_cache(maxsize=1)
def place_nouns() -> dict[str, str]:
    """Give the nouns that name kinds of places, with the kind."""
    return {word: row["type"] for row in rows("places").values() for word in row.get("words", ())}
