"""Whom persons and offices speak for: the state, armed group or organisation that they belong to."""

from __future__ import annotations

import re

from truceline.domain.mention import ActorMention
from truceline.domain.sentences import Sentence
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

COLLECTIVES = frozenset(("state", "government", "armed_group", "alliance", "organisation"))


def meant(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give the actors meant by a phrase and those listed with it, a country also where it was taken for a place."""
    keys: list[str] = []
    for one in sentence.conjuncts(word):
        sent = _sent_by(scene, sentence, one)
        if sent:
            keys += sent
            continue
        named = scene.actors.at(sentence.index, one) or namesakes(scene, sentence, one)
        keys += named or _ruled(scene, sentence, one)
    return tuple(dict.fromkeys(keys))


def _sent_by(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give for whom several act together: "delegations of the army and the rebels", "the presidents of X and Y"."""
    if sentence.words[word].lemma.lower() not in DELEGATES:
        return ()
    for k in sentence.children(word, "nmod"):
        cases = {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")}
        if cases & {"of", "from", "for"} and len(sentence.conjuncts(k)) > 1:
            keys = tuple(key for one in sentence.conjuncts(k) for key in _named_at(scene, sentence, one))
            if len(keys) > 1:
                return keys
    return ()


def _named_at(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    named = scene.actors.at(sentence.index, word) or namesakes(scene, sentence, word)
    return named or _ruled(scene, sentence, word)


def _ruled(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give whose government or army a phrase names: "Colombia's government"."""
    if sentence.words[word].lemma.lower() not in RULERS:
        return ()
    owners = sentence.children(word, "nmod:poss", "compound", "amod", "nmod")
    found = (scene.actors.at(sentence.index, k) or namesakes(scene, sentence, k) for k in owners)
    return next((keys for keys in found if keys), ())


def namesakes(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give the state or group that the report calls by the very word elsewhere."""
    name = sentence.words[word]
    if name.upos != "PROPN":
        return ()
    part = word > 0 and sentence.words[word - 1].relation == "compound" and sentence.words[word - 1].head == word
    text = "" if part else _in_full(sentence, word)
    fitting = [a.key for a in scene.actors.mentions if a.type in COLLECTIVES and any(q.exact == text for q in a.quotes)]
    return tuple(fitting[:1])


def _in_full(sentence: Sentence, word: int) -> str:
    """Give a name with the capitalised words straight before it: "United States", not "States"."""
    first = word
    while first > 0 and sentence.words[first - 1].head == word and sentence.words[first - 1].text[:1].isupper():
        first -= 1
    return " ".join(w.text for w in sentence.words[first : word + 1]).removeprefix("The ")


REBELLIOUS = frozenset(("rebel", "guerrilla", "guerilla", "insurgent", "separatist", "militia"))
RULING = frozenset(("president", "premier", "prime", "chancellor", "king", "minister", "secretary", "emir", "general"))
FORMERLY = frozenset(("former", "ex", "ousted", "deposed", "envoy", "mediator", "ambassador", "un", "u.n"))
"""Words of titles that tell for whom somebody speaks, or that it is for nobody now."""
GOVERNMENTS = ("government", "regime", "administration", "junta", "authorities")
DELEGATES = frozenset((
    "delegation", "representative", "leader", "envoy", "negotiator", "official", "commander", "president", "minister",
    "chief", "premier", "emissary", "delegate", "team", "head", "officer", "general", "leadership",
))  # fmt: skip
RULERS = frozenset((
    "government", "regime", "administration", "army", "military", "authority", "leadership", "official",
    "junta", "force", "troop", "state", "delegation", "negotiator", "rebellion", "insurgency",
))  # fmt: skip
"""What acts for its owner."""
BOTH_SIDES = frozenset((
    "side", "party", "signatory", "faction", "belligerent", "country", "nation", "neighbour", "neighbor", "foe",
    "rival", "government", "leader", "enemy",
))  # fmt: skip


FOES = frozenset(("foe", "rival", "belligerent", "adversary"))


def is_both_sides(sentence: Sentence, word: int) -> bool:
    """Tell whether a phrase means the parties of the agreement: both sides, the two countries, they all."""
    if sentence.words[word].text.lower() in ("both", "each"):
        return True
    lemma = sentence.words[word].lemma.lower()
    if lemma not in BOTH_SIDES:
        return False
    before = {sentence.words[k].lemma.lower() for k in sentence.children(word, "det", "nummod", "amod", "det:predet")}
    if lemma in FOES and sentence.words[word].xpos == "NNS" and sentence.words[word].relation != "obj":
        return True
    if lemma in ("side", "party", "signatory"):
        return bool(before & {"both", "two", "the", "all", "each", "either", "warring", "neither", "three"})
    return bool(before & {"both", "two"})


GATHERING = re.compile(r"\b(?:sides|parties|foes|rivals|enemies|belligerents|adversaries|signatories)\b", re.IGNORECASE)


def gathers_sides(actor: ActorMention) -> bool:
    """Tell whether an actor is only those at the table taken together: "Libya's warring sides"."""
    return not actor.named and bool(GATHERING.search(actor.name))


def sides_before(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Give the two sides that a sentence shortly before names together, for "the two countries"."""
    for back in range(sentence.index, max(-1, sentence.index - 3), -1):
        earlier = scene.text.sentences[back]
        for i, _ in enumerate(earlier.words):
            if len(earlier.conjuncts(i)) > 1 and not is_both_sides(earlier, i):
                types = {a.key: a.type for a in scene.actors.mentions}
                sides = tuple(k for k in principals(scene, meant(scene, earlier, i)) if types.get(k) in COLLECTIVES)
                if len(sides) > 1:
                    return sides
    return ()


def principal(scene: Scene, key: str) -> str:
    """Give the collective that an actor speaks for, itself if it is one or nothing is known."""
    found = _by_membership(scene, key)
    actor = next((a for a in scene.actors.mentions if a.key == found), None)
    return (_by_title(scene, actor) if actor else None) or found


def _by_membership(scene: Scene, key: str) -> str:
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


def _by_title(scene: Scene, actor: ActorMention) -> str | None:
    """Give whom somebody of no known side speaks for by title: a ruler his state, "the rebel leader" the rebels."""
    if actor.type != "person":
        return None
    words = {w.strip(".,") for t in actor.titles for w in t.title.casefold().replace("-", " ").split()}
    if words & FORMERLY:
        return None
    if words & REBELLIOUS:
        return opponents(scene, lone=1)[0]
    country = actor.country or _home(scene)
    if words & RULING and country:
        return next((a.key for a in scene.actors.mentions if a.country == country and _is_state(a)), None)
    return None


def _home(scene: Scene) -> str | None:
    """Give the country whose ruler needs no country beside his title: that of the dateline, else of the armed group."""
    parts = [p for p in scene.text.document.parts if p.role == "dateline"]
    filed = [p for p in scene.places.mentions if any(a.start <= q.start < a.end for q in p.quotes for a in parts)]
    group = opponents(scene)[0]
    fought = next((a.country for a in scene.actors.mentions if a.key == group), None)
    return next((p.country for p in filed if p.country), fought) or _most_told_of(scene)


def _most_told_of(scene: Scene) -> str | None:
    """Give the country that clearly most places and states of a report belong to."""
    counts: dict[str, int] = {}
    for one in (*scene.places.mentions, *(a for a in scene.actors.mentions if _is_state(a))):
        if one.country:
            counts[one.country] = counts.get(one.country, 0) + len(one.quotes)
    return _foremost(counts)


def _office(actor: ActorMention, actors: dict[str, ActorMention]) -> bool:
    """Tell whether an actor is a ministry or agency within a state or group of the report, not a government itself."""
    if any(word in actor.name.lower() for word in GOVERNMENTS):
        return False
    return actor.type == "government" and any(
        k in actors and actors[k].type in ("state", "armed_group") for k in actor.member_of
    )


def principals(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the collectives that some actors speak for, each once."""
    return tuple(dict.fromkeys(principal(scene, k) for k in keys))


def opponents(scene: Scene, lone: int = 3) -> tuple[str | None, str | None]:
    """Give the armed group and the state or government that a report speaks of most, where each stands out.

    `lone`: how often it has to be spoken of where it has no rival.
    """
    counts: dict[str, int] = {}
    for actor in scene.actors.mentions:
        key = _by_membership(scene, actor.key)
        counts[key] = counts.get(key, 0) + len(actor.quotes)
    actors = {a.key: a for a in scene.actors.mentions}
    groups = {k: n for k, n in counts.items() if _is_group(actors.get(k))}
    groups = groups or {k: n for k, n in counts.items() if _are_rebels(actors.get(k))}
    states = _one_a_country({k: n for k, n in counts.items() if _is_state(actors.get(k))}, actors)
    group = _foremost(groups, lone)
    country = actors[group].country if group else None
    home = next((k for k in states if country and actors[k].country == country), None)
    return group, _foremost(states, lone) or home


def two_states(scene: Scene) -> tuple[str, ...]:
    """Give the two states that a report speaks of far more than of any third, nobody where they do not stand out."""
    counts: dict[str, int] = {}
    for actor in scene.actors.mentions:
        key = principal(scene, actor.key)
        counts[key] = counts.get(key, 0) + len(actor.quotes)
    actors = {a.key: a for a in scene.actors.mentions}
    states = _one_a_country({k: n for k, n in counts.items() if _is_state(actors.get(k))}, actors)
    ranked = sorted(((n, k) for k, n in states.items()), key=lambda x: (-x[0], x[1]))
    if len(ranked) < 2 or ranked[1][0] < 3 or any(ranked[1][0] < 1.5 * n for n, _ in ranked[2:3]):
        return ()
    return ranked[0][1], ranked[1][1]


def _is_group(actor: ActorMention | None) -> bool:
    return actor is not None and actor.type == "armed_group" and actor.named


def _are_rebels(actor: ActorMention | None) -> bool:
    """Tell whether an actor is the rebels of a report that calls them by no name."""
    return actor is not None and actor.type == "armed_group" and not any(c.isdigit() for c in actor.name)


def _is_state(actor: ActorMention | None) -> bool:
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
        kept = key if same is None or actors[key].type == "government" else same
        out[kept] = number + (out.pop(same) if same else 0)
    return out


def _foremost(counts: dict[str, int], lone: int = 3) -> str | None:
    ranked = sorted(((n, k) for k, n in counts.items()), key=lambda x: (-x[0], x[1]))
    rivals = [n for n, _ in ranked[1:2]]
    if not ranked or ranked[0][0] < (3 if rivals else lone) or any(ranked[0][0] < 1.5 * n for n in rivals):
        return None
    return ranked[0][1]
