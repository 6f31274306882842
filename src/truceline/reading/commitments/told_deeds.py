"""Deeds that a report tells as done or begun, and breaches that it tells as claimed or denied.

They stand by themselves: which commitment of which agreement they fulfil or break, only reconciling can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from truceline.domain.dates import When
from truceline.domain.mention import DeedTold
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import topics
from truceline.reading.commitments.principals import meant, principals
from truceline.reading.figures.counted import class_of
from truceline.reading.figures.surroundings import as_of_publication, clause_quote, date_near, lies_ahead
from truceline.reading.passives import passive
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

SKIPPED_PARTS = frozenset(("headline", "byline", "dateline", "caption", "boilerplate"))
OPENING = frozenset(("begin", "start", "open", "launch", "commence"))
ENDING = frozenset(("complete", "finish", "end", "conclude"))
BREACHES = frozenset(("break", "violate", "breach", "violation", "flout", "infringe"))
DENIALS = frozenset(("deny", "reject", "dismiss", "refute", "rebut"))
CHARGES = frozenset((
    "it", "charge", "claim", "accusation", "allegation", "report", "this", "that", "both", "them", "assertion",
))  # fmt: skip
DUTIES = frozenset(("obligation", "part", "goal", "target", "demand", "condition", "commitment", "deadline", "duty"))
BOUND = frozenset(("require", "oblige", "promise", "agree", "demand"))
NEGATIVE = frozenset(("not", "n't", "never", "nor", "no", "none", "nobody", "hardly", "barely", "scarcely", "yet"))
OUTSIDE = frozenset(("ccomp", "parataxis", "advcl", "acl:relcl", "csubj"))
UNREAL = frozenset(("if", "unless", "until", "once", "when", "whether"))


def read_told_deeds(scene: Scene) -> tuple[DeedTold, ...]:
    """List the deeds done or begun, breaches and denials that a report tells, in the order of the text."""
    found: list[DeedTold] = []
    for sentence in scene.text.sentences:
        if sentence.part in SKIPPED_PARTS:
            continue
        for i, word in enumerate(sentence.words):
            if word.upos not in ("VERB", "NOUN", "ADJ"):
                continue
            stage = _stage(scene, sentence, i)
            if stage:
                found.append(_told(scene, sentence, i, stage, len(found)))
    return tuple(found)


def _stage(scene: Scene, sentence: Sentence, at: int) -> str | None:
    """Say what a word tells: a deed done or begun, a breach, a denial; None for nothing of these."""
    lemma = sentence.words[at].lemma.lower()
    if lemma in BREACHES and _of_agreement(sentence, at) and not is_negated(sentence, at):
        return "broken"
    if _not_as_bound(sentence, at):
        return "broken"
    if lemma in DENIALS and _denies(sentence, at):
        return "denied"
    if sentence.words[at].upos == "NOUN":
        return "done" if _took_place(sentence, at) else None
    if sentence.words[at].upos != "VERB" or not _is_done(sentence, at):
        return None
    if lemma in OPENING:
        return "begun"
    if lemma in ENDING:
        return "ended"
    return "done" if lemma in _doable() - DENIALS and not _met_duty(sentence, at) else None


def _met_duty(sentence: Sentence, at: int) -> bool:
    """Tell whether "meet" has nothing to do with a meeting: "obligations were met", "met its part"."""
    return sentence.words[at].lemma == "meet" and (
        passive(sentence, at) or any(sentence.words[k].lemma in DUTIES for k in sentence.children(at, "obj"))
    )


@cache
def _doable() -> frozenset[str]:
    return frozenset((*topics(), "install", "take", "bring", "set", "give", "let", "vote"))


def _took_place(sentence: Sentence, at: int) -> bool:
    """Read "the withdrawal came late" and "the handover took place in May"."""
    word = sentence.words[at]
    if word.lemma.lower() not in topics() or word.relation != "nsubj" or word.head < 0:
        return False
    happens = sentence.words[word.head].lemma in ("come", "take", "happen", "occur", "follow")
    return happens and _is_done(sentence, word.head) and not is_negated(sentence, at)


def _is_done(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb tells something that has been done, not denied, planned or supposed."""
    word, predicate = sentence.words[at], sentence.predicate_at(at)
    if word.xpos not in ("VBD", "VBN") or word.relation in ("amod", "acl") or predicate is None:
        return False
    modal = any(sentence.words[k].xpos == "MD" for k in sentence.children(at, "aux"))
    marks = {sentence.words[k].lemma.lower() for k in sentence.children(at, "mark", "advmod")}
    past = predicate.happened > 0.5 and not is_negated(sentence, at) and not marks & UNREAL
    return past and not modal and not lies_ahead(sentence, at)


def is_negated(sentence: Sentence, at: int) -> bool:
    """Tell whether a deed is told as not done: not, hardly, "no prisoner", "freed none"."""
    near = [*sentence.children(at, "advmod", "det"), *sentence.children(at, "obj", "nsubj")]
    near += [d for k in sentence.children(at, "nsubj", "obj") for d in sentence.children(k, "det")]
    return any(sentence.words[k].lemma.lower() in NEGATIVE for k in near)


def _of_agreement(sentence: Sentence, at: int) -> bool:
    """Tell whether a breach is one of an agreement: its object, or what a noun such as "violation" names."""
    if lies_ahead(sentence, at) or any(sentence.words[k].lemma == "if" for k in sentence.children(at, "mark")):
        return False
    kinds = {noun for row in rows("agreements").values() for noun in row.get("nouns", ())}
    objects = sentence.children(at, "obj", "nmod", "compound", "nsubj:pass")
    named = any(sentence.words[w].lemma.lower() in kinds for k in objects for w in sentence.subtree(k))
    pointed = any(sentence.words[k].lemma in ("this", "that") for k in sentence.children(at, "det"))
    return named or (pointed and sentence.words[at].upos == "NOUN")


def _not_as_bound(sentence: Sentence, at: int) -> bool:
    """Read "have not disarmed as the agreement requires"."""
    if sentence.words[at].upos != "VERB" or not is_negated(sentence, at) or lies_ahead(sentence, at):
        return False
    return any(
        sentence.words[k].lemma in BOUND and any(sentence.words[m].lemma == "as" for m in sentence.children(k, "mark"))
        for k in sentence.children(at, "advcl")
    )


def _denies(sentence: Sentence, at: int) -> bool:
    objects = sentence.children(at, "obj")
    return any(sentence.words[k].lemma.lower() in CHARGES for k in objects) and not is_negated(sentence, at)


def _told(scene: Scene, sentence: Sentence, at: int, stage: str, number: int) -> DeedTold:
    agents = tuple(_agents(sentence, at))
    keys = principals(scene, tuple(k for a in agents for k in meant(scene, sentence, a)))
    below = [
        i
        for i in sentence.subtree(at, without=tuple(OUTSIDE))
        if i not in {w for a in agents for w in sentence.subtree(a)}
    ]
    counts = [m.amount for m in scene.amounts if m.sentence == sentence.index and m.first in below]
    counts = [a for a in counts if class_of(a.unit) not in ("time", "times", "groups")]
    return DeedTold(
        key=f"deed{number}",
        stage=stage,
        deed=tuple(_naming(sentence, at, stage)),
        agents=keys,
        agent_words=tuple(
            sentence.words[w].text for a in (*agents, *_partners(sentence, at)) for w in sentence.subtree(a)
        ),
        words=tuple(sentence.words[i].text for i in below if sentence.words[i].upos not in ("PUNCT", "AUX")),
        amount=counts[0] if counts else None,
        when=_when(scene, sentence, at),
        credit=scene.voices.at(sentence.index, at),
        quotes=(clause_quote(scene, sentence, at, at, at),),
    )


def _partners(sentence: Sentence, at: int) -> Iterator[int]:
    """Give whose deed it is that begins or ends: "talks between the rebels and the army began"."""
    for k in sentence.children(at, "nsubj", "nsubj:pass"):
        if sentence.words[k].lemma.lower() in topics():
            yield from sentence.children(k, "nmod", "nmod:poss")


def _naming(sentence: Sentence, at: int, stage: str) -> Iterator[str]:
    yield sentence.words[at].lemma.lower()
    if stage in ("begun", "ended"):
        for k in sentence.children(at, "obj", "xcomp", "nsubj", "nsubj:pass"):
            yield sentence.words[k].lemma.lower()


def _agents(sentence: Sentence, at: int) -> Iterator[int]:
    """Give who does it: the subject, the agent of a passive; nobody where the passive names none."""
    if sentence.words[at].upos != "VERB":
        return
    if passive(sentence, at):
        yield from (k for k in sentence.children(at, "obl") if case_of(sentence, k) == "by" and not _dated(sentence, k))
    else:
        for k in subjects(sentence, at):
            if sentence.words[k].lemma.lower() not in topics():
                yield k


def _when(scene: Scene, sentence: Sentence, at: int) -> When | None:
    noun = sentence.words[at].upos == "NOUN"
    found = date_near(scene, sentence, at) or (date_near(scene, sentence, sentence.words[at].head) if noun else None)
    return found or as_of_publication(scene)


def _dated(sentence: Sentence, word: int) -> bool:
    return any(a <= word <= b for a, b in sentence.times)
