"""Of what standing the people are that a number counts: forces of a state, other fighters, or civilians."""

from __future__ import annotations

import re

STANDING = {
    "forces": (
        "soldiers? troops servicem[ae]n policem[ae]n police commandos? guards? officers? marines? conscripts? "
        "pilots? sailors? peacekeepers? airm[ae]n"
    ),
    "fighters": (
        "fighters? combatants? militants? insurgents? rebels? guerrillas? gunm[ae]n terrorists? dissidents? "
        "militiam[ae]n bombers? attackers? jihadists? criminals? bandits? commanders?"
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
_ANY = "|".join(word for words in STANDING.values() for word in words.split())
_AS = re.compile(
    rf"\b(?:were|was|are|as|them|all|only|being)\s+(?:(?!not\b)\w+\s+){{0,2}}?(?:and\s+)?((?:{_ANY})\b)", re.I
)
"""Where a text says of people what they were: "were all traders", "counted as fighters"."""
_CHILD_SOLDIERS = re.compile(r"\bchild(?: |-)(?=soldiers?|fighters?)|\bin civilian \w+", re.I)


def standing_of(counted: str) -> str | None:
    """Tell the standing of the people counted, by their noun; None if it names none or several."""
    text = _CHILD_SOLDIERS.sub(" ", counted)
    found = [name for name, pattern in _PATTERNS.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def said_to_be(sentence: str) -> frozenset[str]:
    """Give every standing that a sentence ascribes to people."""
    found = (standing_of(match[1]) for match in _AS.finditer(_CHILD_SOLDIERS.sub(" ", sentence)))
    return frozenset(one for one in found if one)


def opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one side speaks of armed people only and the other of civilians only."""
    return (bool(a) and a <= _ARMED and b == {"civilians"}) or (bool(b) and b <= _ARMED and a == {"civilians"})


_SIDES = {
    "state": r"army|government|military|police|regime|security forces|soldiers|troops|state forces|coalition|junta",
    "against": r"rebels?|guerrillas?|militants?|insurgents?|gunmen|fighters|movement|separatists?|front|dissidents",
}
_BY_SIDE = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _SIDES.items()}


def side_of(words: str) -> str | None:
    """Tell which side of a war some words name: that of a state or that against it; None if neither or both."""
    found = [name for name, pattern in _BY_SIDE.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else None
