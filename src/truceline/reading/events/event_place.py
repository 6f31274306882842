"""Where an event is: a phrase of place, what is acted upon, or a name before the noun."""

from __future__ import annotations

from truceline.reading.cases import case_of
from truceline.reading.clauses import PLACE_CASES
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import class_words, people
from truceline.reading.events.participants import SUFFERING
from truceline.reading.scene import Scene

PLACE_PHRASES = (*sorted(PLACE_CASES), "on", "to", "from", "into", "outside of", "close to", "of")


def place_of(scene: Scene, deeds: Deeds, deed: Deed) -> str | None:
    """Give the place of an event: of a phrase of place, else of what is acted upon, else of a name before the noun."""
    clauses = [deeds.clause(deed.word)]
    carrier = deeds.carrier(deed.word)
    if carrier is not None:
        clauses.append(deeds.clause(carrier))
    for cases in (tuple(sorted(PLACE_CASES)), PLACE_PHRASES):
        for clause in clauses:
            for head in clause.after(*cases):
                if (key := _place_in(scene, deeds, deed, head)) is not None:
                    return key
    s = deeds.sentence
    predicate = s.predicate_at(deed.word)
    for argument in predicate.arguments if predicate else ():
        if argument.role == "ARGM-LOC" and (key := _place_in(scene, deeds, deed, argument.head)) is not None:
            return key
    for clause in clauses:
        suffering = clause.agents if clause.word != deed.word and s.words[clause.word].lemma in SUFFERING else ()
        for head in (*clause.patients, *clause.modifiers, *suffering):
            if (key := _place_in(scene, deeds, deed, head)) is not None:
                return key
    return None


def _place_in(scene: Scene, deeds: Deeds, deed: Deed, head: int, depth: int = 2) -> str | None:
    s = deeds.sentence
    human = s.words[head].lemma in people()
    pact = deed.type != "AGREE" and s.words[head].lemma in class_words("agreement")
    for one in s.conjuncts(head):
        if (key := scene.places.at(s.index, one)) is not None:
            return key
    if depth:
        for k in s.children(head, "nmod", "appos", "compound", "nmod:desc"):
            if human and s.words[k].relation == "nmod" and case_of(s, k) in ("from", "of"):
                continue  # "a peacekeeper from Chad"
            if pact and s.words[k].relation == "compound":
                continue  # "buried the Lome accord"
            if (key := _place_in(scene, deeds, deed, k, depth - 1)) is not None:
                return key
    return None
