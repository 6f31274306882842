"""Things told with the day on which they had been due: "the amnesty, due within 15 days, was granted in May"."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import Deed, topics
from truceline.reading.commitments.kept_or_broken import undone
from truceline.reading.figures.surroundings import is_to, lies_ahead
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

PLEDGED = frozenset(("promise", "pledge", "agree"))
DUE = frozenset(("due", "schedule", "plan", "foresee", "envisage", "expect"))
"""Words that also tell of what nobody owes: a report due on Monday."""
INSTALMENTS = frozenset((
    "batch", "contingent", "group", "column", "instalment", "installment", "wave", "unit", "fighter", "soldier",
    "prisoner", "weapon", "rifle", "convoy", "phase", "tranche", "stage",
))  # fmt: skip
COMES = frozenset(("turn", "come", "arrive", "follow", "go", "report", "appear", "assemble", "leave", "start", "begin"))
OVER = frozenset(("over", "complete", "ready"))
BY_NOUN = ("withdraw", "release", "disarm", "deploy")
STAGES = {"complete": "met", "finish": "met", "conclude": "met", "begin": "in_progress", "start": "in_progress"}
OWED = frozenset(("withdraw", "release", "disarm", "deploy", "cease", "reform", "talk"))


def due_things(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Find the deeds of a sentence told as done, or left undone, with the day on which they had been due."""
    for verb, word in enumerate(sentence.words):
        if (
            word.xpos not in ("VBD", "VBN")
            or word.relation in ("amod", "acl", "acl:relcl")
            or lies_ahead(sentence, verb)
        ):
            continue
        for noun in subjects(sentence, verb):
            due = (_due(sentence, noun) or _instead(sentence, verb)) if noun < verb else None
            left = undone(sentence, verb)
            predicate = sentence.predicate_at(verb)
            done = predicate is not None and predicate.happened > 0.5
            if due is None or not (done or left) or not _is_owed(sentence, noun, verb, due[0]):
                continue
            by = tuple(k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "by")
            by = tuple(k for k in by if scene.actors.at(sentence.index, k))
            agents = by if passive(sentence, verb) else sentence.children(noun, "nmod:poss")
            yield Deed(sentence, verb, agents, "kept", verb, passive=passive(sentence, verb) and not by,
                       state=left or "met", due=due[1])  # fmt: skip


def finished_things(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Read "the withdrawal is complete" and "the disarmament of the rebels has begun": deeds told by their noun."""
    for noun, word in enumerate(sentence.words):
        if word.relation.partition(":")[0] != "nsubj" or topics().get(word.lemma.lower()) not in BY_NOUN:
            continue
        if word.upos != "NOUN" or scene.voices.quoted & {(sentence.index, noun)}:
            continue
        state = _stage(sentence, word.head)
        if state is not None:
            agents = (*sentence.children(noun, "nmod:poss"), *_of_whom(scene, sentence, noun))
            yield Deed(sentence, noun, agents, "kept", noun, state=state)


def _of_whom(scene: Scene, sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Give whose withdrawal it is: "the pullback of the army", "the disarmament of the rebels"."""
    of = [k for k in sentence.children(noun, "nmod") if case_of(sentence, k) in ("of", "by")]
    return tuple(k for k in of if scene.actors.at(sentence.index, k))


def _stage(sentence: Sentence, head: int) -> str | None:
    """Say how far a deed has come by the word that its noun is the subject of."""
    word = sentence.words[head]
    if lies_ahead(sentence, head) or undone(sentence, head) or word.relation in ("acl:relcl", "advcl"):
        return None
    if word.lemma in ("complete", "over", "finished") and sentence.children(head, "cop"):
        return "met"
    predicate = sentence.predicate_at(head)
    if word.xpos not in ("VBD", "VBN") or predicate is None or predicate.happened < 0.5:
        return None
    return STAGES.get(word.lemma)


def _due(sentence: Sentence, noun: int) -> tuple[int, tuple[int, int]] | None:
    """Give the word that tells a thing due, promised or agreed, and the words of its day."""
    things = (noun, *sentence.children(noun, "nmod"))
    for k in (c for thing in things for c in sentence.children(thing, "amod", "acl", "advcl")):
        if (
            k > noun
            and sentence.words[k].lemma.lower() in PLEDGED | DUE
            and sentence.words[k].xpos in ("JJ", "VBN", "VBD")
        ):
            below = sentence.subtree(k)
            timed = next(((a, b) for a, b in sentence.times if k < a and a in below), None)
            if timed:
                return k, timed
    return None


def _instead(sentence: Sentence, verb: int) -> tuple[int, tuple[int, int]] | None:
    """Read "the last group came on 15 December instead of 31 October"."""
    for k in sentence.children(verb, "obl"):
        timed = next(((a, b) for a, b in sentence.times if a <= k <= b), None)
        if timed and case_of(sentence, k) in ("instead of", "instead", "rather than"):
            return k, timed
    return None


def _is_owed(sentence: Sentence, noun: int, verb: int, due: int) -> bool:
    """Tell whether somebody owed the thing: it was promised, or it is of the sort that agreements lay down."""
    thing, act = sentence.words[noun].lemma.lower(), sentence.words[verb].lemma.lower()
    if thing in INSTALMENTS and act in COMES:
        return True
    sort = {topics().get(thing), topics().get(act)} & OWED
    return bool(sort) and (thing in topics() or sentence.words[due].lemma.lower() in PLEDGED)


def due_deed(scene: Scene, sentence: Sentence, word: int) -> int | None:
    """Read "decommissioning was due by May", "should be over by May": a deed by noun with its day."""
    if sentence.words[word].lemma.lower() != "due" and not _is_to_be_over(sentence, word):
        return None
    below = sentence.subtree(word)
    dated = any(d.sentence == sentence.index and d.first in below and d.first > word for d in scene.dates)
    nouns = [k for k in sentence.children(word, "nsubj") if sentence.words[k].lemma.lower() in topics()]
    return nouns[0] if dated and nouns and sentence.children(word, "cop", "aux:pass") else None


def _is_to_be_over(sentence: Sentence, word: int) -> bool:
    """Read "the regrouping should be over", "the pullout is to be complete"."""
    bound = {"should", "must", "shall"} & {sentence.words[k].lemma for k in sentence.children(word, "aux")}
    return sentence.words[word].lemma.lower() in OVER and bool(bound or is_to(sentence, word))
