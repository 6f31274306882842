"""Whom persons and offices speak for: the state, armed group or organisation that they belong to."""

from __future__ import annotations

from truceline.domain.mention import ActorMention
from truceline.domain.sentences import Sentence
from truceline.reading.commitments.contenders import COLLECTIVES, collective_of, is_state, most_told_of, opponents
from truceline.reading.scene import Scene


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
        if cases & {"of", "from", "for"}:
            keys = tuple(key for one in sentence.conjuncts(k) for key in _named_at(scene, sentence, one))
            if len(keys) > 1 or (keys and sentence.words[word].xpos == "NNS" and sentence.children(word, "conj")):
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
DELEGATES = frozenset((
    "delegation", "representative", "leader", "envoy", "negotiator", "official", "commander", "president", "minister",
    "chief", "premier", "emissary", "delegate", "team", "head", "officer", "general", "leadership",
))  # fmt: skip
RULERS = frozenset((
    "government", "regime", "administration", "army", "military", "authority", "leadership", "official",
    "junta", "force", "troop", "state", "delegation", "negotiator", "rebellion", "insurgency",
))  # fmt: skip
"""What acts for its owner."""


def principal(scene: Scene, key: str) -> str:
    """Give the collective that an actor speaks for, itself if it is one or nothing is known."""
    found = collective_of(scene, key)
    actor = next((a for a in scene.actors.mentions if a.key == found), None)
    return (_by_title(scene, actor) if actor else None) or found


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
        return next((a.key for a in scene.actors.mentions if a.country == country and is_state(a)), None)
    return None


def _home(scene: Scene) -> str | None:
    """Give the country whose ruler needs no country beside his title: that of the dateline, else of the armed group."""
    parts = [p for p in scene.text.document.parts if p.role == "dateline"]
    filed = [p for p in scene.places.mentions if any(a.start <= q.start < a.end for q in p.quotes for a in parts)]
    group = opponents(scene)[0]
    fought = next((a.country for a in scene.actors.mentions if a.key == group), None)
    return next((p.country for p in filed if p.country), fought) or most_told_of(scene)


def principals(scene: Scene, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the collectives that some actors speak for, each once."""
    return tuple(dict.fromkeys(principal(scene, k) for k in keys))
