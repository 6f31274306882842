"""Who contends in a report: the collectives behind its actors, and the two of them that stand out."""

from __future__ import annotations

import re

from truceline.domain.mention import ActorMention
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

REBELS = re.compile(
    r"\b(?:rebels|guerrillas|guerillas|insurgents|separatists|fighters|militants|terrorists|combatants)\b",
    re.IGNORECASE,
)
FOREIGN = re.compile(r"\b(?:foreign|international|outside|alien)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|groups|movements|factions|militias|other)\b"
)
COLLECTIVES = frozenset(("state", "government", "armed_group", "alliance", "organisation"))
GOVERNMENTS = ("government", "regime", "administration", "junta", "authorities")


def collective_of(scene: Scene, key: str) -> str:
    """Give the collective that an actor belongs to, itself if it is one or nothing is told."""
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
        at = next((m for m in actor.member_of if m in actors and actors[m].type in COLLECTIVES), actor.member_of[0])
    return key if at not in actors else at


def _office(actor: ActorMention, actors: dict[str, ActorMention]) -> bool:
    """Tell whether an actor is a ministry or agency within a state or group of the report, not a government itself."""
    if any(word in actor.name.lower() for word in GOVERNMENTS):
        return False
    return actor.type == "government" and any(
        k in actors and actors[k].type in ("state", "armed_group") for k in actor.member_of
    )


def opponents(scene: Scene, lone: int = 3) -> tuple[str | None, str | None]:
    """Give the armed group and the state or government that a report speaks of most, where each stands out.

    `lone`: how often it has to be spoken of where it has no rival.
    """
    counts: dict[str, int] = {}
    for actor in scene.actors.mentions:
        key = collective_of(scene, actor.key)
        counts[key] = counts.get(key, 0) + len(actor.quotes)
    actors = {a.key: a for a in scene.actors.mentions}
    groups = {k: n for k, n in counts.items() if _is_group(actors.get(k))}
    groups = groups or {k: n for k, n in counts.items() if _are_rebels(actors.get(k))}
    told = {k: n for k, n in counts.items() if is_state(actors.get(k)) and not _only_in_headline(scene, actors[k])}
    states = _one_a_country(told, actors)
    alone = len(groups) == len(states) == 1 and all(n > 1 and actors[k].named for k, n in groups.items())
    alone = alone and len({actors[k].country for k in (*groups, *states)}) == 1
    lone = 1 if alone else lone
    group = _foremost(groups, lone)
    country = actors[group].country if group else None
    home = next((k for k in states if country and actors[k].country == country), None)
    return group, _foremost(states, lone) or home


def _only_in_headline(scene: Scene, actor: ActorMention) -> bool:
    """Tell whether only the headline names an actor: "Colombia bids farewell to war" is about no government."""
    heads = [p for p in scene.text.document.parts if p.role == "headline"]
    return bool(actor.quotes) and all(any(p.start <= q.start < p.end for p in heads) for q in actor.quotes)


def named_rebels(scene: Scene, key: str) -> str:
    """Give the group by name that "Marxist rebels" at the head of a report means, where one group stands out."""
    actor = next((a for a in scene.actors.mentions if a.key == key), None)
    if actor is None or actor.type != "armed_group" or actor.named or SEVERAL.search(actor.name):
        return key
    named_groups = [a for a in scene.actors.mentions if _is_group(a) and a.country == actor.country]
    group = opponents(scene)[0] if REBELS.search(actor.name) or len(named_groups) == 1 else None
    named = next((a for a in scene.actors.mentions if a.key == group and a.named), None)
    same = named is not None and (None in (named.country, actor.country) or named.country == actor.country)
    return named.key if named is not None and same else key


def two_states(scene: Scene) -> tuple[str, ...]:
    """Give the two states that a report speaks of far more than of any third, nobody where they do not stand out."""
    counts: dict[str, int] = {}
    for actor in scene.actors.mentions:
        key = collective_of(scene, actor.key)
        counts[key] = counts.get(key, 0) + len(actor.quotes)
    actors = {a.key: a for a in scene.actors.mentions}
    states = _one_a_country({k: n for k, n in counts.items() if is_state(actors.get(k))}, actors)
    ranked = sorted(((n, k) for k, n in states.items()), key=lambda x: (-x[0], x[1]))
    if len(ranked) < 2 or ranked[1][0] < 3 or any(ranked[1][0] < 1.5 * n for n, _ in ranked[2:3]):
        return ()
    return ranked[0][1], ranked[1][1]


def _is_group(actor: ActorMention | None) -> bool:
    return actor is not None and actor.type == "armed_group" and actor.named


def _are_rebels(actor: ActorMention | None) -> bool:
    """Tell whether an actor is the rebels of a report that calls them by no name."""
    if actor is None or actor.type != "armed_group":
        return False
    return not any(c.isdigit() for c in actor.name) and not FOREIGN.search(actor.name)


def is_state(actor: ActorMention | None) -> bool:
    """Tell whether an actor is a state or its government, not a parliament, ministry or court."""
    if actor is None or actor.type not in ("state", "government"):
        return False
    known = rows("actors").get(actor.vocabulary or "", {}).get("row") == "state"
    return known or actor.type == "state" or any(word in actor.name.lower() for word in GOVERNMENTS)


def _one_a_country(counts: dict[str, int], actors: dict[str, ActorMention]) -> dict[str, int]:
    """Count a state and its government as one side, under the government's key."""
    out: dict[str, int] = {}
    for key, number in counts.items():
        country = actors[key].country
        same = next((k for k in out if country and actors[k].country == country), None)
        kept = key if same is None or _rank(actors[key]) > _rank(actors[same]) else same
        out[kept] = number + (out.pop(same) if same else 0)
    return out


def _rank(actor: ActorMention) -> tuple[bool, bool]:
    """Put a government before its state, and what is called by a name before "the authorities"."""
    return actor.named, actor.type == "government"


def _foremost(counts: dict[str, int], lone: int = 3) -> str | None:
    ranked = sorted(((n, k) for k, n in counts.items()), key=lambda x: (-x[0], x[1]))
    rivals = [n for n, _ in ranked[1:2]]
    if not ranked or ranked[0][0] < (3 if rivals else lone) or any(ranked[0][0] < 1.5 * n for n in rivals):
        return None
    return ranked[0][1]


def most_told_of(scene: Scene) -> str | None:
    """Give the country that clearly most places and states of a report belong to."""
    counts: dict[str, int] = {}
    named = [(p.country, len(p.quotes)) for p in scene.places.mentions]
    named += [(a.country, len(a.quotes)) for a in scene.actors.mentions if is_state(a)]
    for country, number in named:
        if country:
            counts[country] = counts.get(country, 0) + number
    return _foremost(counts)
