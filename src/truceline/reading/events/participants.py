"""Who does an event and who is affected: from the parts of its clause to actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.reading.clauses import BLAMING, Clause, is_noun, passive, subjects
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import class_words
from truceline.reading.scene import Scene

AIMED = ("against", "on", "upon", "at", "into", "toward", "towards")
TOGETHER = ("with", "between", "among", "alongside")
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
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE", "REJECT", "CONCEDE"})
ONLOOKERS = frozenset({"witness", "observer", "guarantor", "mediator", "host", "guest"})
SUFFERING = frozenset({"come", "face", "suffer", "sustain", "draw", "receive", "undergo", "see"})
"""Verbs whose subject has the carried deed done to it: "came under attack from"."""
ASCRIBING = {"blame": ("on",), "attribute": ("to",), "ascribe": ("to",), "pin": ("on",), "lay": ("on", "at")}
"""Verbs that put a deed down to somebody, with the preposition before the name."""
KIN = frozenset({
    "brother", "sister", "son", "daughter", "wife", "husband", "father", "mother", "cousin", "uncle", "aunt", "nephew",
    "niece", "parent", "child", "grandson", "widow", "bodyguard", "driver", "predecessor", "successor",
})  # fmt: skip
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Keys of actors and recipients of an event."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def meant(scene: Scene, deeds: Deeds, heads: Iterable[int], depth: int = 2) -> tuple[str, ...]:
    """Give the actors meant by phrases; where a head names nobody, those named inside its phrase."""
    found: list[str] = []
    for head in heads:
        keys = speaker_meant(scene, deeds, head) or scene.actors.group(deeds.sentence, head) or _by_name(deeds, head)
        if not keys and depth:
            held = () if deeds.sentence.words[head].lemma in KIN else ("nmod:poss",)  # "killed his brother": not him
            inner = deeds.sentence.children(head, "compound", *held, "amod", "nmod:desc", "appos", "nummod")
            inner += tuple(n for k in inner for n in deeds.sentence.children(k, "compound", "amod"))
            of = [k for k in deeds.sentence.children(head, "nmod") if _case(deeds, k) in ("of", "from", "by")]
            if deeds.fit(head).row:  # an event, not somebody
                of = []
            keys = meant(scene, deeds, inner, 0) or meant(scene, deeds, of, depth - 1)
        found += [k for k in keys if k not in found]
    return tuple(found)


def _by_name(deeds: Deeds, head: int) -> tuple[str, ...]:
    """A country that is read as a place here may be an actor of the report: "attacked Chad"."""
    if deeds.sentence.words[head].upos != "PROPN":
        return ()
    name = deeds.sentence.name_at(head)
    words = deeds.sentence.words[name.first : name.last + 1] if name else deeds.sentence.words[head : head + 1]
    key = deeds.named.get(" ".join(w.text for w in words))
    return (key,) if key else ()


def speaker_meant(scene: Scene, deeds: Deeds, head: int) -> tuple[str, ...]:
    """Give the speaker where a word is "I", "we" or "our"."""
    if deeds.sentence.words[head].lemma.lower() not in FIRST_PERSON:
        return ()
    speaker = scene.voices.at(deeds.sentence.index, head).attributed_to
    return (speaker,) if speaker else ()


def _case(deeds: Deeds, word: int) -> str:
    s = deeds.sentence
    return next((s.words[k].lemma.lower() for k in s.children(word, "case")), "")


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
    aimed = meant(scene, deeds, (*clause.patients, *clause.after("on", "upon", "to", "against", "from", "at", "with")))
    if deed.type == "REQUEST" and deed.content is not None and not aimed:
        aimed = meant(scene, deeds, subjects(deeds.sentence, deed.content))
    if not aimed:
        for word in deed.recipients_from:
            inner = cast(scene, deeds, Deed(deed.type, None, word, None))
            aimed = tuple(k for k in (*inner.recipients, *inner.actors) if k not in actors)
    return Cast(actors, tuple(k for k in aimed if k not in actors))


def _verb_cast(scene: Scene, deeds: Deeds, deed: Deed, clause: Clause) -> Cast:
    s = deeds.sentence
    agents = meant(scene, deeds, clause.agents)
    patients = meant(scene, deeds, clause.patients)
    together = meant(scene, deeds, [h for h in clause.after(*TOGETHER) if not _looks_on(deeds, h)])
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
        inside = meant(scene, deeds, [k for o in clause.patients for k in _parties_inside(deeds, o)])
        everybody = (*agents, *(patients if deed.type in ("CONSULT", "ASSAULT") else ()), *together, *inside)
        return Cast(tuple(dict.fromkeys(everybody)), ())
    for noun in clause.agents:  # "the bombing killed ...": who bombed
        if not agents and is_noun(s, noun) and (inner := deeds.deed(noun)) is not None and not inner.verbal:
            agents = _noun_cast(scene, deeds, inner, deeds.clause(noun)).actors
    aimed = patients or meant(scene, deeds, clause.after(*AIMED, "to", "for"))
    if deed.type in ("ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "ACCUSE"):
        aimed = tuple(dict.fromkeys((*patients, *meant(scene, deeds, clause.after(*AIMED)))))
        aimed = aimed or (together if deed.type == "ASSAULT" else ())
    if deed.type in ("AID", "COOPERATE"):
        aimed = meant(scene, deeds, clause.after("to", "for", "with")) or patients
    if deed.recipients_from:  # ending a deed: those who took part in it
        for word in deed.recipients_from:
            inner_cast = cast(scene, deeds, Deed(deed.type, None, word, None))
            aimed = aimed or (*inner_cast.recipients, *inner_cast.actors)
    if not aimed:  # "imposed sanctions on", "donated food to"
        below = [p.head for o in clause.patients if is_noun(s, o) for p in deeds.clause(o).phrases]
        aimed = meant(scene, deeds, [h for h in below if _case(deeds, h) in (*AIMED, "to", "for")])
    if not agents and passive(s, deed.word):  # "its ceasefire, declared in August"
        events = [o for o in clause.patients if deeds.fit(o).row is not None]
        agents = meant(scene, deeds, [k for o in events for k in s.children(o, "nmod:poss")])
    moving = deed.type == "MOBILIZE" or (deed.type == "RETREAT" and deed.mode in MOVING_MODES)
    if moving and not agents:
        agents, aimed = patients, ()
    return Cast(agents, tuple(k for k in dict.fromkeys(aimed) if k not in agents))


def _parties_inside(deeds: Deeds, noun: int) -> list[int]:
    """The parties of "signed an agreement with X", "reached a deal between A and B"."""
    s = deeds.sentence
    if not is_noun(s, noun):
        return []
    heads = [p.head for p in deeds.clause(noun).phrases if p.case in TOGETHER]
    return [h for h in heads if not _looks_on(deeds, h)]


def _looks_on(deeds: Deeds, head: int) -> bool:
    """Tell whether somebody is there "as a witness"."""
    s = deeds.sentence
    return any(s.words[k].lemma in ONLOOKERS and _case(deeds, k) == "as" for k in s.children(head, "nmod"))


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
    patients = (*patients_of_carrier, *meant(scene, deeds, [p.head for p in phrases if p.case in AIMED]))
    together = meant(scene, deeds, [p.head for p in phrases if p.case in TOGETHER])
    if not together and lemma in SYMMETRIC_NOUNS:  # "fighting in the old town between the army and the rebels"
        together = meant(scene, deeds, [k for p in phrases for k in _parties_inside(deeds, p.head)])
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
        together = meant(scene, deeds, [k for p in phrases if p.case == "of" for k in _parties_inside(deeds, p.head)])
    above = s.words[deed.word].head
    if (
        (symmetric or together)
        and above >= 0
        and s.words[deed.word].relation == "nmod"
        and _case(deeds, deed.word) in ("in", "at")
    ):
        agents += meant(scene, deeds, (above,))  # "the rebels, in talks with the government"
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


def _doers_inside(deeds: Deeds, clause: Clause) -> list[int]:
    """Give those named by "by" inside what a noun is of: "the suspension of all aid by Oslo"."""
    s = deeds.sentence
    below = [k for noun in clause.after("of") for k in s.children(noun, "nmod", "obl")]
    return [k for k in below if _case(deeds, k) == "by"]


def _held_responsible(scene: Scene, deeds: Deeds, noun: int) -> tuple[str, ...]:
    """Give who is said to have done it: "blamed the front for the raid", "were behind it", "blamed on the front"."""
    s, own = deeds.sentence, deeds.sentence.words[noun]
    case = _case(deeds, noun)
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
