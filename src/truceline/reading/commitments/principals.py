"""Whom persons and offices speak for: the state, armed group or organisation that they belong to."""

from __future__ import annotations

from truceline.domain.mention import ActorMention
from truceline.domain.sentences import Sentence
from truceline.reading.scene import Scene

COLLECTIVES = frozenset(("state", "government", "armed_group", "alliance", "organisation"))


def meant(scene: Scene, sentence: Sentence, word: int) -> tuple[str, ...]:
    """Give the actors meant by a phrase and those listed with it, a country also where it was taken for a place."""
    keys: list[str] = []
    for one in sentence.conjuncts(word):
        named = scene.actors.at(sentence.index, one) or namesakes(scene, sentence, one)
        keys += named or _ruled(scene, sentence, one)
    return tuple(dict.fromkeys(keys))


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


GOVERNMENTS = ("government", "regime", "administration", "junta", "authorities")
RULERS = frozenset((
    "government", "regime", "administration", "army", "military", "authority", "leadership", "official",
    "junta", "force", "troop", "state", "delegation", "negotiator",
))  # fmt: skip
"""What acts for its owner."""
BOTH_SIDES = frozenset((
    "side", "party", "signatory", "faction", "belligerent", "country", "nation", "neighbour", "neighbor", "foe",
    "rival", "government", "leader", "enemy",
))  # fmt: skip


def is_both_sides(sentence: Sentence, word: int) -> bool:
    """Tell whether a phrase means the parties of the agreement: both sides, the two countries, they all."""
    if sentence.words[word].text.lower() in ("both", "each"):
        return True
    lemma = sentence.words[word].lemma.lower()
    if lemma not in BOTH_SIDES:
        return False
    before = {sentence.words[k].lemma.lower() for k in sentence.children(word, "det", "nummod", "amod", "det:predet")}
    if lemma in ("side", "party", "signatory"):
        return bool(before & {"both", "two", "the", "all", "each", "either", "warring", "neither", "three"})
    return bool(before & {"both", "two"})


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
    """Tell whether an actor is a ministry or agency within a state or group of the report, not a government itself."""
    if any(word in actor.name.lower() for word in GOVERNMENTS):
        return False
    return actor.type == "government" and any(
        k in actors and actors[k].type in ("state", "armed_group") for k in actor.member_of
    )


def principals(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the collectives that some actors speak for, each once."""
    return tuple(dict.fromkeys(principal(scene, k) for k in keys))


def opponents(scene: Scene) -> tuple[str | None, str | None]:
    """Give the armed group and the state or government that a report speaks of most, where each stands out."""
    counts: dict[str, int] = {}
    for actor in scene.actors.mentions:
        key = principal(scene, actor.key)
        counts[key] = counts.get(key, 0) + len(actor.quotes)
    actors = {a.key: a for a in scene.actors.mentions}
    groups = {k: n for k, n in counts.items() if _is_group(actors.get(k))}
    states = _one_a_country({k: n for k, n in counts.items() if _is_state(actors.get(k))}, actors)
    group = _foremost(groups)
    country = actors[group].country if group else None
    home = next((k for k in states if country and actors[k].country == country), None)
    return group, _foremost(states) or home


def _is_group(actor: ActorMention | None) -> bool:
    return actor is not None and actor.type == "armed_group" and any(c.isupper() for c in actor.name)


def _is_state(actor: ActorMention | None) -> bool:
    """Tell whether an actor is a state or its government, not a parliament, ministry or court."""
    if actor is None or actor.type not in ("state", "government"):
        return False
    return actor.type == "state" or any(word in actor.name.lower() for word in GOVERNMENTS)


def _one_a_country(counts: dict[str, int], actors: dict[str, ActorMention]) -> dict[str, int]:
    """Count a state and its government as one side, under the government's key."""
    out: dict[str, int] = {}
    for key, number in counts.items():
        country = actors[key].country
        same = next((k for k in out if country and actors[k].country == country), None)
        kept = key if same is None or actors[key].type == "government" else same
        out[kept] = number + (out.pop(same) if same else 0)
    return out


def _foremost(counts: dict[str, int]) -> str | None:
    ranked = sorted(((n, k) for k, n in counts.items()), key=lambda x: (-x[0], x[1]))
    if not ranked or ranked[0][0] < 3 or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        return None
    return ranked[0][1]
