"""On which side somebody stands, for telling whether two reports speak of the same by a name and by a description."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.domain.items import Actor
from truceline.reconcile.people import side_of

OF_ITSELF = frozenset({
    "volunteers", "fighters", "mujahideen", "comrades", "brothers", "heroes", "martyrs", "men", "soldiers", "troops",
    "forces", "rebels", "militants", "gunmen", "militia", "guerrillas", "sons", "boys", "lads", "patriots", "invaders",
    "occupiers", "terrorists", "bandits", "defenders", "resistance",
})  # fmt: skip
"""What a side's own papers call its people, or those of the other, with a capital letter."""
_BY_TYPE = {"state": "state", "government": "state", "security_force": "state", "armed_group": "against"}


def described(actor: Actor) -> bool:
    """Tell whether words describe an actor and name nobody: "Muslim rebels", "forty policemen", "our Volunteers"."""
    last = actor.name.rpartition(" ")[2]
    return last[:1].islower() or last.casefold() in OF_ITSELF


def side(actor: Actor) -> str | None:
    """Give the side of a war that an actor is on: state, against, or None where nothing tells."""
    return _BY_TYPE.get(actor.type) or side_of(actor.name)


def one_state(ours: Iterable[Actor], theirs: Iterable[Actor]) -> bool:
    """Tell whether somebody on both sides acts for the state of one country: its government, its army."""
    mine, others = ({a.country for a in some if a.country and side(a) == "state"} for some in (ours, theirs))
    return bool(mine & others)


def may_be_one(ours: Iterable[Actor], theirs: Iterable[Actor]) -> bool | None:
    """Tell whether one report may describe whom the other names: yes by the side, None where nothing tells, else no."""
    ours, theirs = list(ours), list(theirs)
    if not ours or not theirs:
        return None
    if not all(described(a) for a in ours) and not all(described(a) for a in theirs):
        return False
    mine, others = ({s for a in some if (s := side(a))} for some in (ours, theirs))
    if not mine or not others:
        return None
    return bool(mine & others)


def opposed(ours: Iterable[Actor], theirs: Iterable[Actor]) -> bool:
    """Tell whether one names a state's people alone and the other those against it alone."""
    mine, others = ({side(a) for a in some} for some in (ours, theirs))
    return {frozenset(mine), frozenset(others)} == {frozenset({"state"}), frozenset({"against"})}
