"""Of what standing the people are that a number counts: forces of a state, other fighters, or civilians."""

from __future__ import annotations

import re

STANDING = {
    "forces": (
        "soldiers? troops servicem[ae]n policem[ae]n police commandos? guards? officers? marines? conscripts? "
        "pilots? sailors? peacekeepers? airm[ae]n"
    ),
    "fighters": (
        "fighters? combatants? militants? insurgents? rebels? guerrillas? gunm[ae]n terrorists? dissidents? militiam[ae]n "
        "bombers? attackers? jihadists? criminals? bandits? commanders?"
    ),
    "civilians": (
        "civilians? noncombatants? child(?:ren)? minors? villagers? farmers? herders? traders? shoppers? buyers? "
        "schoolgirls? schoolboys? students? pupils? teachers? passengers? bystanders? residents? worshippers? "
        "women girls? boys? bab(?:y|ies) infants? doctors? nurses? journalists? refugees? protesters? demonstrators? "
        "mourners? pilgrims? fisherm[ae]n"
    ),
}  # fmt: skip
"""What people are called, by standing; each word a pattern."""
_PATTERNS = {name: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.I) for name, words in STANDING.items()}
_ARMED = frozenset({"forces", "fighters"})
_DENIED = re.compile(r"\b(?:not|no|nor|never|without)\s+(?:\w+\s+)?\w+|\bin civilian\b|\bcount(?:s|ed)? as \w+", re.I)
"""What somebody is said not to be, or only to look like."""


def called(text: str) -> frozenset[str]:
    """Give every standing that a text names as such."""
    text = _DENIED.sub(" ", text)
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def standing_of(counted: str) -> str | None:
    """Tell the standing of the people counted, by their noun; None if it names none or several."""
    found = called(counted)
    return next(iter(found)) if len(found) == 1 else None


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one side speaks of armed people only and the other of civilians only."""
    return (bool(a) and a <= _ARMED and b == {"civilians"}) or (bool(b) and b <= _ARMED and a == {"civilians"})
