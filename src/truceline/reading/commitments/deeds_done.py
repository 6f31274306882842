"""What a report tells to have been done after a promise: "has freed 300 of them", "the last soldiers left"."""

from __future__ import annotations

from truceline.domain.amounts import Amount, Number
from truceline.domain.mention import Progress
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import Deed, topics
from truceline.reading.commitments.kept_or_broken import content, topic_of
from truceline.reading.commitments.principals import meant, principals
from truceline.reading.commitments.told_deeds import is_negated
from truceline.reading.figures.counted import class_of
from truceline.reading.figures.surroundings import as_of_publication, clause_quote, date_near, lies_ahead
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

TANGIBLE = frozenset(("withdraw", "release", "disarm", "deploy"))
"""Sorts of deeds that are done bit by bit and counted."""


def done_after(scene: Scene, deed: Deed, obligors: tuple[str, ...], amount: Amount | None) -> tuple[Progress, ...]:
    """Give what the report tells later of a deed done, in part or in full."""
    topic = topic_of(deed.sentence, deed.word)
    if topic not in TANGIBLE:
        return ()
    nouns = content(deed.sentence, deed.word) - {deed.sentence.words[deed.word].lemma.lower()}
    found = [
        (sentence, i)
        for sentence in scene.text.sentences[deed.sentence.index + 1 :]
        for i, word in enumerate(sentence.words)
        if topics().get(word.lemma.lower()) == topic and _is_done(sentence, i) and nouns & content(sentence, i)
    ]
    return tuple(_progress(scene, s, i, amount) for s, i in found if _by_obligor(scene, s, i, obligors))


def _is_done(sentence: Sentence, verb: int) -> bool:
    word, predicate = sentence.words[verb], sentence.predicate_at(verb)
    negated = is_negated(sentence, verb)
    past = word.upos == "VERB" and word.xpos in ("VBD", "VBN") and word.relation != "amod"
    return past and predicate is not None and predicate.happened > 1 and not negated and not lies_ahead(sentence, verb)


def _by_obligor(scene: Scene, sentence: Sentence, verb: int, obligors: tuple[str, ...]) -> bool:
    """Tell whether an obligor does it, or nobody is named."""
    if passive(sentence, verb):
        return not any(sentence.words[k].relation == "obl:agent" for k in sentence.children(verb, "obl"))
    agents = principals(scene, tuple(k for s in subjects(sentence, verb) for k in meant(scene, sentence, s)))
    return bool(set(agents) & set(principals(scene, obligors)))


def _progress(scene: Scene, sentence: Sentence, verb: int, promised: Amount | None) -> Progress:
    below = sentence.subtree(verb)
    counts = [m.amount for m in scene.amounts if m.sentence == sentence.index and m.first in below]
    done = next((a for a in counts if promised and class_of(a.unit) == class_of(promised.unit)), None)
    full = done is not None and promised is not None and _least(done) >= _most(promised)
    return Progress(
        "met" if full else "in_progress",
        date_near(scene, sentence, verb) or as_of_publication(scene),
        scene.voices.at(sentence.index, verb),
        (clause_quote(scene, sentence, verb, verb, verb),),
    )


def _least(amount: Amount) -> Number:
    return next((x for x in (amount.low, amount.best) if x is not None), 0)


def _most(amount: Amount) -> Number:
    return next((x for x in (amount.high, amount.best, amount.low) if x is not None), float("inf"))
