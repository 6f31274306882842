"""Agreements told otherwise than by their noun: what was agreed in a place, a second one, agreed to stop shooting."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import is_untold
from truceline.reading.commitments.principals import meant
from truceline.reading.commitments.spoken import APART, Spoken, is_definite
from truceline.reading.scene import Scene

PLEDGES = frozenset(("promise", "commitment", "pledge", "undertaking", "obligation", "term", "understanding"))
"""What was made at a place by which an agreement goes: "the promises of Orlin"."""
STOPS = frozenset(("stop", "cease", "end", "halt", "suspend", "silence", "lay"))


def agreed_to_stop(scene: Scene) -> list[Spoken]:
    """Take "X and Y have agreed to stop shooting" for the agreement of a report that names none."""
    found: list[Spoken] = []
    for sentence in scene.text.sentences:
        for i, word in enumerate(sentence.words):
            if word.lemma != "agree" or sentence.part in ("headline", "caption", "boilerplate"):
                continue
            stops = [k for k in sentence.children(i, "xcomp") if sentence.words[k].lemma in STOPS]
            parties = tuple(k for a in subjects(sentence, i) for k in meant(scene, sentence, a))
            predicate = sentence.predicate_at(i)
            done = predicate is not None and predicate.happened > 0.5
            if stops and len(parties) > 1 and done and not is_untold(sentence, i) and not found:
                found.append(
                    Spoken(sentence, i, i, stops[0], "ceasefire", frozenset(), False, parties, True, False, False)
                )
    return found


def is_another(sentence: Sentence, at: int, before: Spoken) -> bool:
    """Read "the first agreement was rejected; a second one was signed"."""
    word = sentence.words[at]
    near = 0 <= sentence.index - before.sentence.index <= 1
    told = {sentence.words[k].lemma.lower() for k in sentence.children(at, "amod", "det")}
    return near and word.lemma.lower() == "one" and bool(told & APART) and not sentence.children(at, "nmod")


def agreed_at(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """Read "what was agreed in Orlin" and "the commitments made in Orlin": give where the place ends."""
    word = sentence.words[at]
    if word.lemma.lower() == "what":
        made = [k for k in sentence.children(at, "acl:relcl") if sentence.words[k].lemma in ("agree", "sign")]
    elif word.lemma.lower() in PLEDGES and is_definite(sentence, at):
        made = [at, *(k for k in sentence.children(at, "acl") if sentence.words[k].lemma in ("make", "give", "agree"))]
    else:
        return None
    for verb in made:
        for k in sentence.children(verb, "obl", "nmod"):
            if case_of(sentence, k) not in ("in", "at", "of") or sentence.words[k].upos != "PROPN":
                continue
            if verb != at and sentence.words[verb].lemma == "sign" and k > at and case_of(sentence, k) != "of":
                return max(k, *sentence.children(k, "flat"), k)
            place = next((p for p in scene.places.mentions if p.key == scene.places.at(sentence.index, k)), None)
            if place is not None and place.type != "country" and k > at:
                return max(k, *sentence.children(k, "flat"), k)
    return None


def agreed(scene: Scene, sentence: Sentence, head: int, last: int) -> Spoken:
    """Take the place at which something was agreed for its name."""
    place = last
    while sentence.words[place].relation == "flat":
        place -= 1
    names = frozenset(w.text.lower() for w in sentence.words[place : last + 1])
    return Spoken(sentence, head, head, last, "agreement", names, False, (), True, False, False)


def in_name(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Tell whether a word is part of an actor's name: "the Government of National Accord"."""
    start = sentence.words[at].start
    return any(
        q.start < start < q.end and (" of " in q.exact or " for " in q.exact)
        for a in scene.actors.mentions
        if a.named
        for q in a.quotes
    )


def ends_war(sentence: Sentence, at: int) -> bool:
    """Read "a plan to halt the war"."""
    return any(
        sentence.words[k].lemma in ("end", "halt", "stop")
        and any(
            sentence.words[o].lemma in ("war", "fighting", "conflict", "violence") for o in sentence.children(k, "obj")
        )
        for k in sentence.children(at, "acl")
    )
