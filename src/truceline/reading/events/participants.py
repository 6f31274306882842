"""Who does an event and who is affected: from the parts of its clause to actors."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reading.clauses import BLAMING, Clause, is_noun, subjects
from truceline.reading.events.aims import (
    AIMED,
    NOT_AIMED,
    TOGETHER,
    against_below,
    aimed_inside,
    is_moved,
    looks_on,
    only_told,
    parties_inside,
    targets,
)
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import class_words
from truceline.reading.events.meant import case_word, meant
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

SYMMETRIC_NOUNS = frozenset({
    "fighting", "fight", "clash", "battle", "skirmish", "firefight", "gunbattle", "gunfight", "shootout", "hostility",
    "war", "conflict", "combat", "struggle",
})  # fmt: skip
BOTH_SIDES = frozenset({"clash", "battle", "fight", "skirmish", "negotiate", "meet", "confer", "talk"})
DOER_AFTER_OF = frozenset(
    {"PROTEST", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "MOBILIZE", "CONCEDE", "COOPERATE"}
)
MOVING_MODES = frozenset({"withdraw", "disarm", "resign"})
"""Modes whose doers are those that move or give up, whoever orders it."""
SELF_MOVING = frozenset({
    "withdrawal", "retreat", "pullout", "pullback", "advance", "surrender", "disarmament", "drawdown",
})  # fmt: skip
"""Nouns of movement: who moves is the one that acts."""
SUFFERING = frozenset({"come", "face", "suffer", "sustain", "draw", "receive", "undergo", "see"})
"""Verbs whose subject has the carried deed done to it: "came under attack from"."""
ASCRIBING = {"blame": ("on",), "attribute": ("to",), "ascribe": ("to",), "pin": ("on",), "lay": ("on", "at")}
"""Verbs that put a deed down to somebody, with the preposition before the name."""
GIVEN_TO = frozenset({"CONCEDE", "AID", "COOPERATE", "AGREE", "SUPPORT"})
HOSTILE_TO = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "ACCUSE"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Keys of actors and recipients of an event."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def cast(scene: Scene, deeds: Deeds, deed: Deed) -> Cast:
    """Tell who acts and who is acted upon."""
    clause = deeds.clause(deed.word)
    if deed.verbal:
        return _verbal_cast(scene, deeds, deed, clause)
    if clause.noun:
        return _noun_cast(scene, deeds, deed, clause)
    return _verb_cast(scene, deeds, deed, clause)


def _verbal_cast(scene: Scene, deeds: Deeds, deed: Deed, clause: Clause) -> Cast:
    agents = clause.agents
    carrier = deeds.carrier(deed.word)
    if carrier is not None and not agents:
        agents = deeds.clause(carrier).agents
    actors = meant(scene, deeds, agents)
    if not actors and clause.noun:
        actors = meant(scene, deeds, clause.modifiers, 0)
        actors = actors or meant(scene, deeds, clause.after("of", "from"))
    addressed = [h for h in clause.patients if deed.type == "REQUEST" or not only_told(deeds, h)]
    aimed = meant(
        scene, deeds, (*addressed, *targets(deeds, clause, "on", "upon", "to", "against", "from", "at", "with"))
    )
    if deed.type == "REQUEST" and deed.content is not None and not aimed:
        asked = subjects(deeds.sentence, deed.content)
        aimed = meant(scene, deeds, [h for h in asked if deeds.sentence.words[h].lemma not in class_words("captive")])
    if not aimed:
        for word in deed.recipients_from:
            inner = cast(scene, deeds, Deed(deed.type, None, word, None))
            aimed = tuple(k for k in (*_affected(deeds, word, inner), *inner.actors) if k not in actors)
    return Cast(actors, tuple(k for k in aimed if k not in actors))


def _affected(deeds: Deeds, word: int, inner: Cast) -> tuple[str, ...]:
    """Give those whom the deed of a complement affects, as those whom it is promised or refused to; no captives."""
    row = deeds.fit(word).row
    return () if row is not None and row.mode == "release" else inner.recipients


def _verb_cast(scene: Scene, deeds: Deeds, deed: Deed, clause: Clause) -> Cast:
    s = deeds.sentence
    agents = meant(scene, deeds, clause.agents)
    given = s.children(deed.word, "iobj") if deed.type in GIVEN_TO else ()
    patients = meant(scene, deeds, given or clause.patients)  # "gave the movements five ministries"
    together = meant(scene, deeds, [h for h in clause.after(*TOGETHER) if not looks_on(deeds, h)])
    row = deed.row
    if not agents and s.words[deed.word].relation in ("acl", "advcl"):  # "were responsible for the rockets fired"
        agents = _held_responsible(scene, deeds, deed.word)
    if row is not None and row.name == "assault_take_lives":  # "it has claimed 9,000 lives" is said of a war
        agents = tuple(k for k in agents if not all(s.words[a].lemma == "it" for a in clause.agents))
    if row is not None and row.finder:
        return Cast((), meant(scene, deeds, [k for p in clause.patients for k in s.children(p, "nmod")]) or patients)
    if row is not None and row.victim:
        return Cast((), agents or patients)
    if row is not None and row.doer:
        return Cast(meant(scene, deeds, clause.after(row.doer)), ())
    if (row is not None and row.symmetric) or s.words[deed.word].lemma in BOTH_SIDES:
        inside = meant(scene, deeds, [k for o in clause.patients for k in parties_inside(deeds, o)])
        everybody = (*agents, *(patients if deed.type in ("CONSULT", "ASSAULT") else ()), *together, *inside)
        return Cast(tuple(dict.fromkeys(everybody)), ())
    for noun in clause.agents:  # "the bombing killed ...": who bombed
        if not agents and is_noun(s, noun) and (inner := deeds.deed(noun)) is not None and not inner.verbal:
            agents = _noun_cast(scene, deeds, inner, deeds.clause(noun)).actors
    others = tuple(k for k in patients if k not in agents)  # "threw its weight behind"
    aimed = others or meant(
        scene, deeds, targets(deeds, clause, *AIMED, "to", "for", *(("behind",) if deed.type == "SUPPORT" else ()))
    )
    if deed.type in HOSTILE_TO:
        aimed = tuple(dict.fromkeys((*patients, *meant(scene, deeds, targets(deeds, clause, *AIMED)))))
        aimed = aimed or (together if deed.type == "ASSAULT" else ())
    if deed.type in ("AID", "COOPERATE"):
        aimed = meant(scene, deeds, clause.after("to", "for", "with")) or patients
    if deed.recipients_from:  # ending a deed: those who took part in it
        for word in deed.recipients_from:
            inner_cast = cast(scene, deeds, Deed(deed.type, None, word, None))
            aimed = aimed or (*inner_cast.recipients, *inner_cast.actors)
    if not aimed:
        aimed = meant(scene, deeds, aimed_inside(deeds, deed, clause))
    if not agents and passive(s, deed.word):  # "its ceasefire, declared in August"
        events = [o for o in clause.patients if deeds.fit(o).row is not None]
        agents = meant(scene, deeds, [k for o in events for k in s.children(o, "nmod:poss")])
    moving = deed.type == "MOBILIZE" or (deed.type == "RETREAT" and deed.mode in MOVING_MODES)
    if moving and not agents:
        agents, aimed = patients, ()
    if deed.type in ("MOBILIZE", "CONSULT") or (deed.type == "RETREAT" and deed.mode == "withdraw"):
        moved = meant(scene, deeds, [h for h in (*clause.patients, *clause.after("to")) if is_moved(deeds, h)])
        aimed = tuple(k for k in aimed if k not in moved)
    return Cast(agents, tuple(k for k in dict.fromkeys(aimed) if k not in agents))


def _noun_cast(scene: Scene, deeds: Deeds, deed: Deed, clause: Clause) -> Cast:
    s = deeds.sentence
    lemma = s.words[deed.word].lemma.lower()
    agents = list(meant(scene, deeds, clause.agents)) or list(_held_responsible(scene, deeds, deed.word))
    agents = agents or list(meant(scene, deeds, _doers_inside(deeds, clause)))
    phrases = list(clause.phrases)
    patients_of_carrier: tuple[str, ...] = ()
    carrier = deeds.carrier(deed.word)
    if carrier is not None:
        verb = deeds.clause(carrier)
        phrases += [p for p in deeds.carried_phrases(deed.word) if deed.word not in s.subtree(p.head)]
        if s.words[carrier].lemma in SUFFERING:
            patients_of_carrier = meant(scene, deeds, verb.agents)
            agents += [
                k for k in meant(scene, deeds, [p.head for p in phrases if p.case in ("from", "by")]) if k not in agents
            ]
        elif deed.word not in verb.agents:
            agents += [k for k in meant(scene, deeds, verb.agents) if k not in agents]
        phrases += [p for noun in _between(deeds, deed.word, carrier) for p in deeds.clause(noun).phrases]
    named = meant(scene, deeds, clause.modifiers, 0)
    held = [k for k in clause.modifiers if s.words[k].lemma in class_words("captive")]
    if held and deed.type == "AID":  # "the hostage rescue"
        patients_of_carrier, named = (*patients_of_carrier, *meant(scene, deeds, held, 0)), ()
    aimed = [p.head for p in phrases if p.case in AIMED and s.words[p.head].lemma not in NOT_AIMED]
    if not aimed and deed.type in HOSTILE_TO:
        aimed = against_below(deeds, deed.word if carrier is None else carrier)
    patients = (*patients_of_carrier, *meant(scene, deeds, aimed))
    together = meant(scene, deeds, [p.head for p in phrases if p.case in TOGETHER])
    if not together and lemma in SYMMETRIC_NOUNS:  # "fighting in the old town between the army and the rebels"
        together = meant(scene, deeds, [k for p in phrases for k in parties_inside(deeds, p.head)])
    of = meant(scene, deeds, [p.head for p in phrases if p.case == "of" and deed.word not in s.subtree(p.head)])
    if not agents and named and deed.mode != "release":
        agents, named = list(named), ()
    if of:
        moving = deed.type == "RETREAT" and deed.mode in MOVING_MODES
        if not agents and (deed.type in DOER_AFTER_OF or moving or lemma in SELF_MOVING or patients):
            agents = list(of)
        else:
            patients = (*patients, *of)
    symmetric = deed.row is not None and deed.row.symmetric
    if symmetric and not together:  # "the signing of an agreement between the two"
        together = meant(scene, deeds, [k for p in phrases if p.case == "of" for k in parties_inside(deeds, p.head)])
    if symmetric or together:
        agents += _in_it(scene, deeds, deed.word)
    if symmetric or (lemma in SYMMETRIC_NOUNS and together):
        to = meant(scene, deeds, [p.head for p in phrases if p.case == "to"]) if symmetric else ()
        if symmetric and carrier is not None:  # "joined the ministers for talks"
            beside = [k for k in deeds.clause(carrier).patients if deed.word not in s.subtree(k)]
            to = (*to, *meant(scene, deeds, beside))
        return Cast(
            tuple(dict.fromkeys((*agents, *named, *together, *to))), tuple(k for k in patients if k not in agents)
        )
    if deed.mode == "release":
        patients = (*patients, *named)
    if deed.type in ("AID", "COOPERATE", "RETREAT", "SUPPORT"):
        patients = (*patients, *meant(scene, deeds, [p.head for p in phrases if p.case in ("to", "for", "with")]))
    return Cast(tuple(agents), tuple(k for k in dict.fromkeys(patients) if k not in agents))


def _in_it(scene: Scene, deeds: Deeds, noun: int) -> tuple[str, ...]:
    """Give who is told as in it: "the rebels, in talks with the government"."""
    word = deeds.sentence.words[noun]
    inside = word.head >= 0 and word.relation == "nmod" and case_word(deeds, noun) in ("in", "at")
    return meant(scene, deeds, (word.head,)) if inside else ()


def _doers_inside(deeds: Deeds, clause: Clause) -> list[int]:
    """Give those named by "by" inside what a noun is of: "the suspension of all aid by Oslo"."""
    s = deeds.sentence
    below = [k for noun in clause.after("of") for k in s.children(noun, "nmod", "obl")]
    return [k for k in below if case_word(deeds, k) == "by"]


def _held_responsible(scene: Scene, deeds: Deeds, noun: int) -> tuple[str, ...]:
    """Give who is said to have done it: "blamed the front for the raid", "were behind it", "blamed on the front"."""
    s, own = deeds.sentence, deeds.sentence.words[noun]
    case = case_word(deeds, noun)
    if case == "behind" and s.children(noun, "cop"):
        return meant(scene, deeds, subjects(s, noun))
    if own.head < 0:
        return ()
    answerable = [k for k in list(s.ancestors(noun))[:3] if s.words[k].lemma == "responsible"]
    if answerable:
        return meant(scene, deeds, subjects(s, answerable[0]))
    if own.relation in ("obl", "nmod") and case == "behind":
        return meant(scene, deeds, deeds.clause(own.head).agents or (own.head,))
    head = own.head
    if own.relation == "nmod" and s.words[head].relation in ("obj", "nsubj:pass"):
        head = s.words[head].head  # "blamed the front for the raid": the tree may hang the raid on the front
    if own.relation in ("obl", "nmod") and case in ("for", "of", "over") and s.words[head].lemma in BLAMING:
        return meant(scene, deeds, deeds.clause(head).patients)
    if own.relation in ("nsubj:pass", "obj") and s.words[head].lemma in ASCRIBING:
        return meant(scene, deeds, deeds.clause(head).after(*ASCRIBING[s.words[head].lemma]))
    return ()


def _between(deeds: Deeds, noun: int, carrier: int) -> list[int]:
    """Nouns between an event noun and its carrier: "the start of the attack"."""
    found = []
    for above in deeds.sentence.ancestors(noun):
        if above == carrier:
            break
        found.append(above)
    return found if len(found) < 4 else []
