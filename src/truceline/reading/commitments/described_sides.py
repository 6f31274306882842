"""Who is bound where a subject is only described: "the army", "every foreign soldier", "a small force", "prisoners"."""

from __future__ import annotations

import re

from truceline.domain.mention import ActorMention
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.contenders import FOREIGN, SEVERAL
from truceline.reading.commitments.principals import principal
from truceline.reading.commitments.table_sides import gathers_sides
from truceline.reading.scene import Scene

UNABLE = re.compile(
    r"\b(?:prisoners?|detainees?|hostages?|captives?|civilians?|children|women|refugees?|victims?|people|residents?"
    r"|villagers?|displaced|families|relatives|journalists?|observers|critics|analysts?|wounded|dead)\b",
    re.IGNORECASE,
)
"""Those to whom something is done; no agreement binds them."""
ANYONE = frozenset(("a", "an", "any", "some", "every", "another", "such", "several", "few"))
STATES = ("state", "government")
FORCES = ("security_force", "other", "person", "armed_group")


def sides_bound(
    scene: Scene,
    sentence: Sentence,
    agents: tuple[int, ...],
    keys: tuple[str, ...],
    parties: tuple[str, ...],
    *,
    loose: bool = False,
) -> tuple[str, ...]:
    """Give whom an agreement binds by a description: the party it belongs to; nobody where that is anyone's guess.

    `loose`: a description without an owner means nobody in particular here ("the withdrawal of troops").
    """
    actors = {a.key: a for a in scene.actors.mentions}
    loose = loose or any(_is_anyone(sentence, agent) for agent in agents)
    found: list[str] = []
    for key in keys:
        actor = actors.get(key)
        if actor is None or actor.named:
            found.append(key)
        elif FOREIGN.search(actor.name):
            found += _from_abroad(actors, parties)
        elif gathers_sides(actor) or (not parties and UNABLE.search(actor.name) and actor.type != "armed_group"):
            continue
        else:
            found += _described(scene, actors, actor, parties, loose=loose)
    return tuple(dict.fromkeys(found))


def _described(
    scene: Scene, actors: dict[str, ActorMention], actor: ActorMention, parties: tuple[str, ...], *, loose: bool
) -> list[str]:
    """Give the party that a description belongs to, else itself where it means somebody in particular."""
    of = principal(scene, actor.key)
    if of != actor.key:
        return [of if of in parties else actor.key]
    if loose or (UNABLE.search(actor.name) and actor.type != "armed_group"):
        return []
    if SEVERAL.search(actor.name):
        return [actor.key]  # "armed groups" are more than the one at the table
    same = [p for p in parties if p in actors and _may_be_of(actors[p], actor)]
    return same if len(same) == 1 else [actor.key]


def _may_be_of(party: ActorMention, actor: ActorMention) -> bool:
    """Tell whether a described force may be that of a party: soldiers of a state, fighters of a group."""
    fits = (actor.type == "security_force" and party.type in STATES) or (actor.type == party.type == "armed_group")
    return fits and (actor.country is None or party.country is None or actor.country == party.country)


def _from_abroad(actors: dict[str, ActorMention], parties: tuple[str, ...]) -> list[str]:
    """Give the one state among the parties that is not at home where the group that it deals with is."""
    homes = {actors[p].country for p in parties if p in actors and actors[p].type == "armed_group"}
    abroad = [p for p in parties if p in actors and actors[p].type in STATES and actors[p].country not in homes]
    return abroad if homes and len(abroad) == 1 else []


def _is_anyone(sentence: Sentence, agent: int) -> bool:
    """Tell whether a subject means nobody in particular: "a small force", "any soldier"."""
    if sentence.words[agent].upos != "NOUN":
        return False
    dets = {sentence.words[k].text.lower() for k in sentence.children(agent, "det")}
    counted = sentence.children(agent, "nummod")
    owned = sentence.children(agent, "nmod:poss", "compound", "nmod")
    plain = not dets and not counted and not owned and not sentence.children(agent, "amod")
    return bool(dets & ANYONE) or (plain and sentence.words[agent].xpos == "NN")
