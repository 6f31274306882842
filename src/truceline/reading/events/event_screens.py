"""What looks like an event and tells none: one screen a reason."""

from __future__ import annotations

from collections.abc import Callable

from truceline.reading.events.event_deeds import Deeds
from truceline.reading.events.event_rows import abstract, class_words, people
from truceline.reading.events.found import Found
from truceline.reading.passives import passive

PERSONAL = frozenset({"he", "she", "they", "we", "i"})
BY_SOMEBODY = frozenset({"CONCEDE", "AGREE", "SUPPORT", "THREATEN", "CONSULT"})
"""Types of saying: an active verb without anybody tells no event."""
SPOKEN_FRAMES = frozenset({"demand", "promise", "speech", "failure", "threat"})
HOLDERS = frozenset({"its", "their", "his", "it", "they", "he"})
CAMPAIGNS = frozenset({"war", "fight", "struggle", "conflict", "campaign"})
FIGHTING = frozenset({"fight", "battle", "combat", "oppose"})
OF_THEMSELVES = frozenset({"turn_dead_letter", "turn_guns_silent", "turn_truce_begins", "turn_talks_stall"})
"""Rows told of talks and truces alone, which nobody need be named for: "talks in Naivasha collapsed"."""
BACKING = frozenset({"back", "support", "fund", "finance", "arm", "train", "equip", "sponsor", "supply", "aid", "lead"})
GOING = frozenset({"retreat_go", "turn_out_by", "retreat_leave"})
ARMED = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
DUTIES = frozenset({"should", "must", "ought"})
WEAK_DUTIES = frozenset({"should", "ought"})
"""Duties that nobody need keep: "must" in the report's own voice tells the terms of a text."""


def only_a_duty(found: Found) -> bool:
    """What somebody should do is not done, nor planned."""
    s, word, carrier = found.deeds.sentence, found.deed.word, found.carrier
    words = (word,) if carrier is None else (word, carrier)
    subject = s.words[word].relation.startswith("nsubj")
    if carrier is not None and subject and found.deeds.frame(carrier) in ("occur", "try"):
        return False  # "the day on which the talks should begin"
    if found.deeds.scene.voices.at(s.index, word).attributed_to is None:
        return not found.deed.verbal and any(
            s.words[k].lemma in WEAK_DUTIES for w in words for k in s.children(w, "aux")
        )
    return not found.deed.verbal and any(s.words[k].lemma in DUTIES for w in words for k in s.children(w, "aux"))


def must_be(found: Found) -> bool:
    """Tell whether "must" stands with a deed or with the verb that carries it."""
    s, words = found.deeds.sentence, (found.deed.word, found.carrier)
    return any(s.words[k].lemma == "must" for w in words if w is not None for k in s.children(w, "aux"))


def abstract_subject(found: Found) -> bool:
    """A thing of the mind does nothing to anybody: "the fact has given fuel to the debate"."""
    clause = found.deeds.clause(found.deed.word)
    if _terms(found):
        return False
    return not clause.noun and bool(clause.agents) and all(_thing(found.deeds, head) for head in clause.agents)


def _terms(found: Found) -> bool:
    """Tell whether an accord yields something: "the agreement gives the rebels five ministries"."""
    s, texts = found.deeds.sentence, class_words("agreement") | class_words("law") | {"document", "text"}
    agents = found.deeds.clause(found.deed.word).agents
    return found.deed.type == "CONCEDE" and bool(found.recipients) and any(s.words[k].lemma in texts for k in agents)


def _thing(deeds: Deeds, head: int) -> bool:
    s, scene = deeds.sentence, deeds.scene
    word = s.words[head]
    if word.upos != "NOUN" or not abstract(word.lemma) or word.lemma in people() or deeds.fit(head).row:
        return False
    near = (head, *s.children(head, "compound", "nmod:poss", "amod", "nmod", "appos", "conj", "nummod"))
    return not any(scene.actors.at(s.index, k) or s.words[k].lemma.lower() in people() for k in near)


def said_by_nobody(found: Found) -> bool:
    """An active verb of agreeing, conceding or meeting needs somebody; nouns and passives may leave them out."""
    if found.actors or found.deed.type not in BY_SOMEBODY or found.noun:
        return False
    s, word = found.deeds.sentence, found.deed.word
    if passive(s, word) or found.unnamed(doer=True) or _terms(found):
        return False
    return not any(s.words[head].lemma.lower() in PERSONAL for head in found.deeds.clause(word).agents)


def nobody_acts(found: Found) -> bool:
    """Nobody demands, promises or may do something: that tells no event."""
    if found.actors or found.unnamed(doer=True) or _we(found):
        return False
    deed, row = found.deed, found.deed.row
    if deed.type == "REQUEST":  # "the mission was invited to watch"
        return not (found.recipients and passive(found.deeds.sentence, deed.word))
    if found.status == "hypothetical" or (found.status == "denied" and not found.recipients):
        return True
    if deed.verbal and row is not None and row.frame == "promise" and passive(found.deeds.sentence, deed.word):
        return False  # "a ceasefire was agreed in June"
    return row is not None and (row.name == "consult_visit" or (deed.verbal and row.frame in SPOKEN_FRAMES))


def _we(found: Found) -> bool:
    """Tell whether those who speak act: "we demand", be it unknown who they are."""
    s = found.deeds.sentence
    return any(s.words[head].lemma.lower() in ("we", "i") for head in found.deeds.clause(found.deed.word).agents)


def nobody_at_all(found: Found) -> bool:
    """A verb without anybody, place or number of dead is too little."""
    somebody = found.actors or found.recipients or found.unnamed() or _we(found)
    if found.deed.type in ("AGREE", "SUPPORT") and passive(found.deeds.sentence, found.deed.word):
        return not (somebody or found.dated or found.place)  # "a truce was agreed in June"
    if found.deed.row is not None and found.deed.row.name in OF_THEMSELVES:
        return False
    told = found.place or found.definite or found.casualties.fatalities or found.counted or _dated_deed(found)
    return not found.noun and not (somebody or told or _armed(found))


def _dated_deed(found: Found) -> bool:
    """Tell whether a verb that only tells a deed of the words beside it has a day: "firing is to cease at midnight"."""
    row = found.deed.row
    return found.dated and row is not None and bool(row.object or row.subject or row.about)


def _armed(found: Found) -> bool:
    """Tell whether weapons or forces do it or have it done to them: "columns of howitzers rolled to the rear"."""
    s, clause = found.deeds.sentence, found.deeds.clause(found.deed.word)
    if found.deed.type not in ARMED:
        return False
    heads = [*clause.agents, *clause.patients]
    heads += [k for h in heads for k in s.children(h, "compound", "nmod")]
    return any(s.words[k].lemma.lower() in class_words(name) for k in heads for name in ("weapons", "troops"))


def bare_and_new(found: Found) -> bool:
    """A noun that names nobody and nothing and does not point back: "attacks", "violence"."""
    s, word = found.deeds.sentence, found.deed.word
    if found.deed.type == "PROTEST" and s.words[word].relation in ("nsubj", "nmod"):
        return False  # "weeks of protests forced the king"
    return found.bare and not found.definite and s.part != "headline"


def too_general(found: Found) -> bool:
    """ "War", "election": asks for somebody, a day, or a verb that carries it."""
    row = found.deed.row
    if not found.noun or row is None:
        return False
    if row.carried and found.carrier is None:
        return True
    if (row.weak or found.deeds.sentence.words[found.deed.word].lemma in CAMPAIGNS) and _only_beside(found):
        return True
    return row.weak and not (found.actors or found.when or found.carrier is not None or found.told.parts)


def _only_beside(found: Found) -> bool:
    """Tell whether a war is only named as what goes on around: "neutral in the country's conflict", "in its war"."""
    if found.when or found.told.parts or found.casualties.fatalities:
        return False
    s, word = found.deeds.sentence, found.deed.word
    held = any(s.words[k].lemma.lower() in HOLDERS for k in s.children(word, "nmod:poss"))
    if len((*found.actors, *found.recipients)) > 1 and not held:
        return False
    relation = found.deeds.sentence.words[found.deed.word].relation
    return found.carrier is None and found.deed.type == "ASSAULT" and relation.startswith(("obl", "nmod"))


def only_describes(found: Found) -> bool:
    """ "The coalition battling the rebels" says who they are, and tells no event."""
    word = found.deeds.sentence.words[found.deed.word]
    if found.deed.type in ("AID", "SUPPORT") and word.lemma in BACKING and word.relation in ("acl", "amod"):
        return not (found.when or found.told.parts)  # "a militia backed by Iran"
    if word.lemma not in FIGHTING or word.relation != "acl" or word.xpos != "VBG":
        return False
    return not (found.when or found.place or found.casualties.fatalities or found.told.parts)


def goes_to_do(found: Found) -> bool:
    """ "The army went to rid the town of gangs" tells no pullout."""
    s, word, row = found.deeds.sentence, found.deed.word, found.deed.row
    if row is None or row.name not in GOING or s.words[word].lemma not in ("go", "come", "leave"):
        return False
    below = s.children(word, "xcomp", "advcl")
    return any(s.words[m].lemma == "to" for k in below for m in s.children(k, "mark"))


SCREENS: tuple[Callable[[Found], bool], ...] = (
    only_a_duty,
    abstract_subject,
    said_by_nobody,
    nobody_acts,
    nobody_at_all,
    bare_and_new,
    too_general,
    only_describes,
    goes_to_do,
)


def tells_event(found: Found) -> bool:
    """Tell whether a deed passes every screen."""
    return not any(screen(found) for screen in SCREENS)
