"""Whether two tellings of events have the same doers and the same people whom it is done to."""

from __future__ import annotations

from functools import lru_cache

from truceline.reconcile.sides import may_be_one, opposed
from truceline.reconcile.told_events import Told
from truceline.vocabulary import rows

ANYBODY_BY_NAME = frozenset("""
army front movement party government council forces force national people's liberation islamic democratic united union
republic state states ministry president minister general colonel commander mr dr al the of and north south east west
northern southern eastern western central security defence defense police guard police military free new group wing
""".split())  # fmt: skip
"""Words of names that many groups share."""
AKIN = 0.5
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several do together: one report names one of them, another the other."""
DONE_TO = frozenset({"ASSAULT", "COERCE", "CRIME"})
"""What is done to somebody against his will."""


def same_doers(a: Told, b: Told) -> float:
    """The same actors do it, who do not do everything, or actors whose names share a word of their own."""
    return _rarest(a, a.doers & b.doers) or (AKIN if _one_by_name(a, b) else 0.0)


def same_targets(a: Told, b: Told) -> float:
    """It is done to the same, to whom not everything is done."""
    return _rarest(a, a.targets & b.targets)


def _rarest(told: Told, shared: frozenset[str]) -> float:
    return max((told.among.rarity.get(actor, 0.0) for actor in shared), default=0.0)


def one_victim(a: Told, b: Told) -> bool:
    """Both tell of a deed done to one person whom they name: few are killed or seized twice."""
    if a.account.type != b.account.type or a.account.type not in DONE_TO:
        return False
    return bool(a.victims & b.victims or a.victims & b.stems or b.victims & a.stems)


def two_enemies(a: Told, b: Told) -> bool:
    """Sides that stand against one another do it."""
    return bool(a.by and b.by) and opposed(a.by, b.by)


def other_doers(a: Told, b: Told) -> bool:
    """They name others who do it."""
    together = (a.signs and b.signs) or {a.account.type, b.account.type} <= JOINT
    if together or _one_by_name(a, b):
        return False
    return not (a.doers & b.doers or two_enemies(a, b)) and may_be_one(a.by, b.by) is False


def _one_by_name(a: Told, b: Told) -> bool:
    """Whether doers share a word of their names that is no country's: "the Orlin mercenaries", "Orlin"."""
    mine, theirs = ({w.casefold() for x in told.by for w in x.name.split() if w[:1].isupper()} for told in (a, b))
    return bool((mine & theirs) - ANYBODY_BY_NAME - countries_by_name())


@lru_cache(maxsize=1)
def countries_by_name() -> frozenset[str]:
    """Give the words that name countries and their people: they tell no two sides of a war apart."""
    found = (
        word
        for row in rows("actors").values()
        if row.get("row") == "state"
        for key in ("names", "adjectives", "people", "capitals")
        for name in row.get(key, ())
        for word in name.split()
    )
    return frozenset(word.casefold() for word in found)
