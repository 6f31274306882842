"""Where a report tells of a promise: verbs and nouns of promising, announcements, and what they promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import antecedent, holders, is_noun, subjects
from truceline.reading.commitments.announced import announced_by, is_due_by_nobody, is_own_future
from truceline.reading.commitments.deeds import (
    TALKED_OF,
    Deed,
    by_none,
    complement,
    each,
    is_deed,
    is_modal,
    is_untold,
    lemmas_of,
    listed,
    topic_words,
    topics,
    with_own,
)
from truceline.reading.commitments.due_things import due_deed
from truceline.reading.commitments.kept_or_broken import as_it_should, as_promised, is_of_keeping, object_of_relative
from truceline.reading.commitments.obligations import IDLE
from truceline.reading.commitments.principals import meant
from truceline.reading.figures.counted import class_of, is_money
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

BOUND = frozenset(("bind", "bound", "oblige", "obliged", "obligate", "obligated", "commit", "committed", "require"))
"""Who is told to be one of these has to do what follows."""
LAID = frozenset((
    "require", "stipulate", "provide", "envisage", "foresee", "prescribe", "mandate", "demand", "oblige", "obligate",
))  # fmt: skip
"""What a text does of which something is done: "as the document requires"."""
SIGNING = frozenset(("sign", "initial", "ink"))
STATING = frozenset(("agree", "accept", "guarantee", "assure", "swear", "vow", "promise", "pledge"))
"""Verbs that also tell what is or was: "swore that none had been kept back"."""
PERSONAL = frozenset(("it", "they", "he", "she", "we", "i", "both"))


def promises_in(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Find what is promised in a sentence by verbs and nouns of promising and by announcements."""
    for i, word in enumerate(sentence.words):
        lemma = word.lemma.lower()
        if lemma in LAID and (deed := as_promised(sentence, i)) is not None:
            yield as_it_should(sentence, replace(deed, agents=subjects(sentence, deed.word)))
        elif lemma in BOUND and is_finite_bond(sentence, i):
            yield from _bound_to(sentence, i)
        elif word.upos == "VERB" and lemma in lemmas_of("promises"):
            yield from _by_verb(scene, sentence, i)
        elif word.upos == "NOUN" and lemma in lemmas_of("nouns"):
            yield from _by_noun(scene, sentence, i)
        elif word.upos == "VERB" and lemma in lemmas_of("announces"):
            yield from announced_by(scene, sentence, i)
        elif (what := _what_was_promised(sentence, i)) is not None:
            yield from (
                replace(d, agents=subjects(sentence, i)) for d in each(sentence, Deed(sentence, what, (), "promise", i))
            )
        elif (noun := due_deed(scene, sentence, i)) is not None:
            yield Deed(sentence, noun, (), "announcement", i, frame=i)
        elif word.upos == "VERB" and is_own_future(scene, sentence, i):
            yield from each(sentence, Deed(sentence, i, subjects(sentence, i), "announcement", i))
        elif word.upos == "VERB" and is_due_by_nobody(scene, sentence, i):
            yield with_own(sentence, Deed(sentence, i, (), "announcement", i))


def _what_was_promised(sentence: Sentence, verb: int) -> int | None:
    """Read "what the rebels signed in Orlin was that they would disband": give what they are to do."""
    word = sentence.words[verb]
    if word.relation != "acl:relcl" or word.lemma not in SIGNING | lemmas_of("promises"):
        return None
    what = sentence.words[word.head]
    said = what.head if what.text.lower() == "what" and what.relation.startswith("nsubj") else -1
    if said < 0 or sentence.words[said].upos != "VERB":
        return None
    to = any(sentence.words[m].lemma == "to" for m in sentence.children(said, "mark"))
    return said if to or is_modal(sentence, said) else None


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> Iterator[Deed]:
    if (deed := as_promised(sentence, verb)) is not None:
        yield as_it_should(sentence, deed)
        return
    if is_untold(sentence, verb):
        return
    if passive(sentence, verb) and _things_given(sentence, verb):
        yield from _given_to(sentence, verb)
        return
    if (passive(sentence, verb) or _is_by_somebody(sentence, verb)) and (
        sentence.words[verb].lemma in ("agree", "promise", "pledge", "accept", "guarantee")
    ):
        yield from _agreed_upon(sentence, verb)
        return
    addressee = next((antecedent(sentence, k) for k in sentence.children(verb, "iobj")), None)
    object_ = next(iter(sentence.children(verb, "obj", "iobj")), None)
    clause = complement(sentence, verb) or _hung_on_phrase(sentence, verb)
    if clause is None and not sentence.children(verb, "obj") and sentence.words[verb].relation == "parataxis":
        clause = sentence.words[verb].head  # "The road would be open by May, she promised."
    if clause is not None and not is_noun(sentence, clause):
        if sentence.words[clause].lemma in SIGNING and not any(a > clause for a, _ in sentence.times):
            return  # "finally agreed to sign": the agreement itself
        if sentence.words[verb].lemma in STATING and _finite_fact(sentence, clause):
            return
        if addressee is None and object_ is not None and sentence.words[object_].upos in ("PROPN", "NOUN", "PRON"):
            addressee = object_
        own = sentence.children(clause, "nsubj", "nsubj:pass")
        agents = subjects(sentence, clause) if own else subjects(sentence, verb)
        speakers = subjects(sentence, verb)
        if sentence.words[verb].lemma in ("oblige", "bind", "commit") and object_ is not None:
            agents = (object_,) if not _reflexive(sentence, object_) else subjects(sentence, verb)
        of = object_of_relative(sentence, verb, clause)
        for deed in each(sentence, Deed(sentence, clause, agents, "promise", verb, addressee=addressee, object=of)):
            acting = any(meant(scene, sentence, a) for a in deed.agents)
            named = acting or _personal(sentence, deed.agents)
            anybody = by_none(sentence, deed.word)  # "promised that no armed group would operate"
            theirs = _personal(sentence, deed.agents) or any(_owned_by_speaker(sentence, a) for a in deed.agents)
            foretold = own and not topic_words(sentence, deed.word) and not theirs
            if sentence.words[verb].lemma in ("swear", "vow") and foretold:
                continue  # "swore that the people would rise"
            served = deed.agents != speakers and (anybody or _only_undergo(scene, sentence, deed))
            yield deed if named and not served else replace(deed, agents=speakers, passive=False)
        return
    nouns = [k for k in sentence.children(verb, "obj") if not _reflexive(sentence, k)]
    if sentence.words[verb].lemma == "commit":  # "committed violations" is no promise
        nouns = []
    cases = ("to", "on", "upon") if sentence.words[verb].lemma in ("agree", "commit", "consent", "pledge") else ()
    nouns += [k for k in sentence.children(verb, "obl") if case_of(sentence, k) in cases]
    for noun in nouns:
        for one in listed(sentence, noun):
            given = sentence.words[verb].lemma not in ("agree", "accept", "consent")
            if is_deed(sentence, one) or (given and (_sum(scene, sentence, one) or _thing(sentence, verb, one))):
                agents = subjects(sentence, verb)
                yield Deed(sentence, one, agents, "promise", verb, addressee=addressee)


def _personal(sentence: Sentence, words: tuple[int, ...]) -> bool:
    return any(sentence.words[a].text.lower() in PERSONAL for a in words)


def _owned_by_speaker(sentence: Sentence, word: int) -> bool:
    """Tell whether a subject is the speaker's own: "vowed that his cabinet would not stay"."""
    owners = sentence.children(word, "nmod:poss")
    return any(sentence.words[k].text.lower() in ("his", "her", "its", "their", "our", "my") for k in owners)


def _only_undergo(scene: Scene, sentence: Sentence, deed: Deed) -> bool:
    """Tell whether those of whom a promise speaks can only be served by it: "agreed that peasants would stay"."""
    types = {a.key: a.type for a in scene.actors.mentions}
    keys = [k for a in deed.agents for k in meant(scene, sentence, a)]
    return bool(keys) and all(types.get(k) == "population" for k in keys)


def _hung_on_phrase(sentence: Sentence, verb: int) -> int | None:
    """Find the infinitive that the tree hangs on a phrase between: "undertook in the same agreement to respect"."""
    for k in sentence.children(verb, "obl"):
        for c in sentence.children(k, "acl"):
            if any(sentence.words[m].lemma == "to" for m in sentence.children(c, "mark")):
                return c
    return None


def _sum(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is a sum or a number of people or things: "pledged $3 million", "promised 400 troops"."""
    below = sentence.subtree(noun)
    counts = [m for m in scene.amounts if m.sentence == sentence.index and m.first in below]
    return any(is_money(m.amount.unit) or class_of(m.amount.unit) not in ("time", "times", "groups") for m in counts)


def _thing(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether things are promised: "promised seed and tools"."""
    word = sentence.words[noun]
    things = word.upos == "NOUN" and word.lemma.lower() not in TALKED_OF | lemmas_of("nouns")
    return sentence.words[verb].lemma in ("promise", "pledge") and things and sentence.words[noun].xpos != "VBG"


def _reflexive(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].text.lower() in ("itself", "themselves", "himself", "herself")


def _is_by_somebody(sentence: Sentence, verb: int) -> bool:
    """Read "a reduction in violence agreed to by the rebels", whatever else the tree hangs on the participle."""
    by = any(case_of(sentence, k) == "by" for k in sentence.children(verb, "obl"))
    agent = any(sentence.words[k].relation == "obl:agent" for k in sentence.children(verb, "obl"))
    if agent and not sentence.children(verb, "obj", "aux") and sentence.words[verb].lemma in ("agree", "accept"):
        return True  # "the exchange agreed in Orlin by the two armies took place", taken for a subject and its verb
    return by and sentence.words[verb].relation == "acl" and not sentence.children(verb, "nsubj", "obj")


def is_finite_bond(sentence: Sentence, word: int) -> bool:
    """Tell whether somebody is told to be bound: "is bound to leave", "are obliged to disarm"."""
    auxiliaries = [sentence.words[k].lemma for k in sentence.children(word, "cop", "aux:pass", "aux")]
    return bool({"be", "remain"} & set(auxiliaries) and sentence.children(word, "nsubj", "nsubj:pass"))


def _bound_to(sentence: Sentence, word: int) -> Iterator[Deed]:
    """Give what somebody is bound, obliged or committed to do."""
    if is_untold(sentence, word):
        return
    for k in sentence.children(word, "xcomp", "ccomp", "advcl"):
        if sentence.words[k].lemma in IDLE:
            continue  # "was obliged to inform the council"
        if any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark")):
            yield from each(sentence, Deed(sentence, k, subjects(sentence, word), "promise", word))
            return


def _given_to(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "the rebels were promised the release of their men": the subject is whom it was promised to."""
    to = next(iter(sentence.children(verb, "nsubj", "nsubj:pass")), None)
    by = tuple(k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "by")
    things = [k for o in _things_given(sentence, verb) for k in listed(sentence, o)]
    for k in (k for k in things if is_deed(sentence, k) or sentence.words[k].lemma.lower() not in TALKED_OF):
        yield Deed(sentence, k, by, "promise", verb, passive=not by, addressee=to)


def _things_given(sentence: Sentence, verb: int) -> list[int]:
    """Give what somebody was promised, "a year of pay" too, which the tree takes for a time."""
    spans = [k for k in sentence.children(verb, "obl") if sentence.words[k].relation == "obl:unmarked" and k > verb]
    spans = [k for k in spans if any(case_of(sentence, c) == "of" for c in sentence.children(k, "nmod"))]
    return [*sentence.children(verb, "obj"), *spans]


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
        for k in sentence.children(verb, "nsubj:pass", "nsubj"):
            if is_deed(sentence, k):
                yield Deed(sentence, k, agents, "promise", verb, passive=not agents)


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Find the deed in "a pause in fighting agreed to by the rebels", wherever the tree hangs the participle."""
    at = verb - 1
    while at > 0 and sentence.words[at].upos == "PUNCT":
        at -= 1
    while sentence.words[at].relation == "nmod" and 0 <= sentence.words[at].head < at:
        if sentence.words[at].lemma.lower() in topics():
            break  # "since the start of a reduction in violence agreed to by ..."
        at = sentence.words[at].head
    return at if sentence.words[at].upos == "NOUN" and is_deed(sentence, at) and verb - at <= 8 else None


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> Iterator[Deed]:
    """Read "its pledge to leave", "a commitment by the army to leave", "guarantees of safe passage"."""
    if (is_untold(sentence, noun) and not is_of_keeping(sentence, noun)) or _denied(sentence, noun):
        return
    agents = tuple(a for h in _promisers(scene, sentence, noun) for a in sentence.conjuncts(h))
    clauses = [*sentence.children(noun, "acl", "ccomp")]
    clauses += [k for k in sentence.children(noun, "nmod") if sentence.words[k].xpos == "VB"]
    for k in clauses:
        marks = {sentence.words[m].lemma for m in sentence.children(k, "mark")}
        if "to" in marks:
            yield from each(sentence, Deed(sentence, k, agents, "promise", noun))
        elif "that" in marks and is_modal(sentence, k):
            for deed in each(sentence, Deed(sentence, k, subjects(sentence, k) or agents, "promise", noun)):
                yield replace(deed, agents=agents, passive=False) if deed.passive and agents else deed
    if not agents or clauses:
        return
    for k in sentence.children(noun, "nmod"):
        if case_of(sentence, k) in ("of", "to", "on") and k > noun and k not in agents:
            found = [one for one in listed(sentence, k) if sentence.words[one].lemma.lower() in topics()]
            yield from (Deed(sentence, one, agents, "promise", noun) for one in found)


def _promisers(scene: Scene, sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Give who holds a promise; "its" and "their" are those who keep, break or voice it."""
    found, head = holders(sentence, noun), sentence.words[noun].head
    own = bool(found) and sentence.words[found[0]].upos == "PRON" and not meant(scene, sentence, found[0])
    if own and head >= 0 and sentence.words[head].upos == "VERB" and sentence.words[noun].relation in ("obj", "obl"):
        return subjects(sentence, head) or found
    return found


def _denied(sentence: Sentence, noun: int) -> bool:
    head = sentence.words[noun].head
    if is_of_keeping(sentence, noun):
        return False
    if any(sentence.words[k].lemma.lower() in ("no", "any", "neither") for k in sentence.children(noun, "det")):
        return True
    negated = head >= 0 and any(sentence.words[k].lemma in ("not", "n't") for k in sentence.children(head, "advmod"))
    return negated and sentence.words[noun].relation in ("obj", "nsubj", "root")


def _finite_fact(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause states a fact: "agreed that the war was lost"."""
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(clause, "mark"))
    should = any(sentence.words[k].lemma in ("should", "may") for k in sentence.children(clause, "aux"))
    return not infinitive and not is_modal(sentence, clause) and not should
