"""Where a report tells of a promise: verbs and nouns of promising, announcements, and what they promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import antecedent, case_of, holders, is_noun, passive, subjects
from truceline.reading.commitments.announced import announced_by, is_own_future
from truceline.reading.commitments.deeds import (
    Deed,
    complement,
    each,
    is_deed,
    is_modal,
    is_untold,
    lemmas_of,
    listed,
    with_own,
)
from truceline.reading.commitments.principals import meant
from truceline.reading.figures.counted import class_of, is_money
from truceline.reading.scene import Scene

PERSONAL = frozenset(("it", "they", "he", "she", "we", "i", "both"))


def promises_in(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Find what is promised in a sentence by verbs and nouns of promising and by announcements."""
    for i, word in enumerate(sentence.words):
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma in lemmas_of("promises"):
            yield from _by_verb(scene, sentence, i)
        elif word.upos == "NOUN" and lemma in lemmas_of("nouns"):
            yield from _by_noun(sentence, i)
        elif word.upos == "VERB" and lemma in lemmas_of("announces"):
            yield from announced_by(scene, sentence, i)
        elif word.upos == "VERB" and is_own_future(scene, sentence, i):
            yield with_own(sentence, Deed(sentence, i, subjects(sentence, i), "announcement", i))


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> Iterator[Deed]:
    if is_untold(sentence, verb):
        return
    if passive(sentence, verb) and (
        sentence.words[verb].lemma in ("agree", "promise", "pledge", "accept", "guarantee")
    ):
        yield from _agreed_upon(sentence, verb)
        return
    addressee = next((antecedent(sentence, k) for k in sentence.children(verb, "iobj")), None)
    object_ = next(iter(sentence.children(verb, "obj", "iobj")), None)
    clause = complement(sentence, verb)
    if clause is None and not sentence.children(verb, "obj") and sentence.words[verb].relation == "parataxis":
        clause = sentence.words[verb].head  # "The road would be open by May, she promised."
    if clause is not None and not is_noun(sentence, clause):
        if sentence.words[verb].lemma in ("agree", "accept", "guarantee", "assure") and _finite_fact(sentence, clause):
            return
        if addressee is None and object_ is not None and sentence.words[object_].upos in ("PROPN", "NOUN", "PRON"):
            addressee = object_
        agents = subjects(sentence, clause) if sentence.children(clause, "nsubj") else subjects(sentence, verb)
        speakers = subjects(sentence, verb)
        if sentence.words[verb].lemma in ("oblige", "bind", "commit") and object_ is not None:
            agents = (object_,) if not _reflexive(sentence, object_) else subjects(sentence, verb)
        for deed in each(sentence, Deed(sentence, clause, agents, "promise", verb, addressee=addressee)):
            acting = any(meant(scene, sentence, a) for a in deed.agents)
            named = acting or any(sentence.words[a].text.lower() in PERSONAL for a in deed.agents)
            yield deed if named else replace(deed, agents=speakers, passive=False)
        return
    nouns = [k for k in sentence.children(verb, "obj") if not _reflexive(sentence, k)]
    if sentence.words[verb].lemma == "commit":  # "committed violations" is no promise
        nouns = []
    cases = ("to", "on", "upon") if sentence.words[verb].lemma in ("agree", "commit", "consent", "pledge") else ()
    nouns += [k for k in sentence.children(verb, "obl") if case_of(sentence, k) in cases]
    for noun in nouns:
        for one in listed(sentence, noun):
            given = sentence.words[verb].lemma not in ("agree", "accept", "consent")
            if is_deed(sentence, one) or (given and _sum(scene, sentence, one)):
                agents = subjects(sentence, verb)
                yield Deed(sentence, one, agents, "promise", verb, addressee=addressee)


def _sum(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is a sum of money or a number of people: "pledged $3 million", "promised 400 troops"."""
    below = sentence.subtree(noun)
    counts = [m for m in scene.amounts if m.sentence == sentence.index and m.first in below]
    return any(is_money(m.amount.unit) or class_of(m.amount.unit) in ("people", "things") for m in counts)


def _reflexive(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].text.lower() in ("itself", "themselves", "himself", "herself")


def _agreed_upon(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "a truce agreed to by the rebels" and "it was agreed that ..."."""
    by = tuple(k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "by")
    agents = tuple(a for k in by for a in sentence.conjuncts(k))
    word = sentence.words[verb]
    clause = complement(sentence, verb)
    before = _noun_before(sentence, verb) if by and not sentence.children(verb, "nsubj:pass") else None
    if before is not None:
        yield Deed(sentence, before, agents, "promise", verb)
    elif clause is not None and not is_noun(sentence, clause) and not _finite_fact(sentence, clause):
        yield from each(sentence, Deed(sentence, clause, subjects(sentence, clause), "promise", verb))
    elif word.relation.startswith("acl") and word.head >= 0 and is_deed(sentence, word.head):
        yield Deed(sentence, word.head, agents, "promise", verb, passive=not agents)
    else:
        for k in sentence.children(verb, "nsubj:pass"):
            if is_deed(sentence, k):
                yield Deed(sentence, k, agents, "promise", verb, passive=not agents)


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Find the deed in "a pause in fighting agreed to by the rebels", wherever the tree hangs the participle."""
    at = verb - 1
    while at > 0 and sentence.words[at].upos == "PUNCT":
        at -= 1
    while sentence.words[at].relation == "nmod" and 0 <= sentence.words[at].head < at:
        at = sentence.words[at].head
    return at if sentence.words[at].upos == "NOUN" and is_deed(sentence, at) and verb - at <= 8 else None


def _by_noun(sentence: Sentence, noun: int) -> Iterator[Deed]:
    """Read "its pledge to leave" and "a commitment by the army to leave"."""
    if is_untold(sentence, noun) or _denied(sentence, noun):
        return
    for k in sentence.children(noun, "acl"):
        if any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark")):
            agents = tuple(a for h in holders(sentence, noun) for a in sentence.conjuncts(h))
            yield from each(sentence, Deed(sentence, k, agents, "promise", noun))


def _denied(sentence: Sentence, noun: int) -> bool:
    head = sentence.words[noun].head
    if any(sentence.words[k].lemma.lower() in ("no", "any", "neither") for k in sentence.children(noun, "det")):
        return True
    negated = head >= 0 and any(sentence.words[k].lemma in ("not", "n't") for k in sentence.children(head, "advmod"))
    return negated and sentence.words[noun].relation in ("obj", "nsubj", "root")


def _finite_fact(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause states a fact: "agreed that the war was lost"."""
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(clause, "mark"))
    should = any(sentence.words[k].lemma in ("should", "may") for k in sentence.children(clause, "aux"))
    return not infinitive and not is_modal(sentence, clause) and not should
