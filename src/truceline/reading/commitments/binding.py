"""What a report words as binding once it has told of an agreement, without saying "under the deal"."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.commitments.contenders import COLLECTIVES
from truceline.reading.commitments.deeds import Deed, doers, each, goes_free, topics
from truceline.reading.commitments.obligations import (
    IDLE,
    about_a_deed,
    demands,
    ends,
    has_time,
    is_binding,
    is_state,
    is_told_as_past,
    may_not,
)
from truceline.reading.commitments.principals import meant
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.commitments.term_forms import comes_into_force, is_asked, is_free
from truceline.reading.scene import Scene

NEVER_BINDING = frozenset({"PUNCT", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "PART", "SYM", "INTJ"})
ABLE = COLLECTIVES | {"security_force", "population", "other"}
"""Types of actors that an agreement may bind."""


def binding(scene: Scene, sentence: Sentence, *, soon: bool) -> Iterator[Deed]:
    """Give what a sentence words as binding: "both sides are to pull back"; soon: just after other terms."""
    for i, word in enumerate(sentence.words):
        if word.upos in NEVER_BINDING:
            continue
        if (word.relation == "acl:relcl" and not is_told_as_past(sentence, i)) or is_asked(sentence, i):
            continue
        if is_free(sentence, i) or (sentence.index, i) in scene.voices.quoted:
            continue
        if scene.voices.at(sentence.index, i).attributed_to is not None:
            continue
        yield from has_time(sentence, i)
        if is_binding(sentence, i):
            found = each(sentence, Deed(sentence, i, doers(sentence, i), "term", i))
            yield from (d for d in found if _may_bind(scene, d, soon=soon))


def truces_in_effect(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Read "the truce took effect at noon": from then on it is to be kept."""
    for i, word in enumerate(sentence.words):
        noun = topics().get(word.lemma.lower()) == "cease" and word.upos in ("NOUN", "PROPN")
        if not noun or word.relation != "nsubj" or word.head < 0 or not comes_into_force(sentence, word.head):
            continue
        if scene.voices.at(sentence.index, word.head).attributed_to is None:
            yield Deed(sentence, i, (), "term", word.head, frame=word.head)


def _may_bind(scene: Scene, deed: Deed, *, soon: bool) -> bool:
    """Tell whether a deed is one that can be promised, and of somebody who may be bound, or of nobody named."""
    joint = any(is_both_sides(deed.sentence, a) for a in deed.agents)
    if may_not(deed.sentence, deed.word):
        return joint
    must = any(deed.sentence.words[k].lemma == "must" for k in deed.sentence.children(deed.word, "aux"))
    if not joint and (must or not soon) and demands(deed.sentence, deed.word) and not _dated(scene, deed):
        return False
    if not about_a_deed(deed.sentence, deed.word) and not _is_due(scene, deed, soon=soon):
        return False
    undergone = deed.passive or not deed.agents or goes_free(deed.sentence, deed.word)
    if undergone or ends(deed) or is_state(deed.sentence, deed.word):
        return True
    sides = {a.key for a in scene.actors.mentions if a.type in ABLE}
    keys = {k for a in deed.agents for k in meant(scene, deed.sentence, a)}
    return bool(sides & keys) or joint


def _is_due(scene: Scene, deed: Deed, *, soon: bool) -> bool:
    """Tell whether a deed of any sort bears a day, told soon after other terms."""
    if not soon or deed.sentence.words[deed.word].lemma in IDLE:
        return is_state(deed.sentence, deed.word)
    acted_on = deed.passive or bool(deed.sentence.children(deed.word, "obj"))
    return _dated(scene, deed) and (acted_on or is_state(deed.sentence, deed.word))


def _dated(scene: Scene, deed: Deed) -> bool:
    below = deed.sentence.subtree(deed.word)
    return any(d.sentence == deed.sentence.index and d.first in below for d in scene.dates)
