"""Whom persons and offices speak for: the state, armed group or organisation that they belong to."""

from __future__ import annotations

from truceline.domain.mention import ActorMention
from truceline.reading.scene import Scene

COLLECTIVES = frozenset(("state", "government", "armed_group", "alliance", "organisation"))


def principal(scene: Scene, key: str) -> str:
    """Give the collective that an actor speaks for, itself if it is one or nothing is known."""
    actors = {a.key: a for a in scene.actors.mentions}
    seen: list[str] = []
    at = key
    while at in actors and at not in seen:
        seen.append(at)
        actor = actors[at]
        if actor.type in COLLECTIVES and not _office(actor, actors):
            return at
        if not actor.member_of:
            break
        at = actor.member_of[0]
    return key if at not in actors else at


def _office(actor: ActorMention, actors: dict[str, ActorMention]) -> bool:
    """Tell whether an actor is a ministry or agency within a state or group of the report."""
    return actor.type == "government" and any(
        k in actors and actors[k].type in ("state", "armed_group") for k in actor.member_of
    )


def principals(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the collectives that some actors speak for, each once."""
    return tuple(dict.fromkeys(principal(scene, k) for k in keys))
