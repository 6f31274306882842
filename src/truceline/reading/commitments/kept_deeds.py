"""Promises told only by what became of them: "came home three weeks late", "not one of the promised tractors"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.domain.mention import Progress
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import holders, subjects
from truceline.reading.commitments.deeds import TALKED_OF, Deed, lemmas_of, topics
from truceline.reading.commitments.kept_or_broken import undone
from truceline.reading.commitments.laid_down import PAPERS
from truceline.reading.commitments.obligations import is_binding
from truceline.reading.figures.surroundings import as_of_publication, clause_quote, date_near, lies_ahead
from truceline.reading.passives import passive
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

SPAN = r"(?:days?|weeks?|months?|years?|hours?|fortnight)"
DUE = r"(?:the |its |their |that |this )?(?:deadline|due date|target date|date|schedule|appointed|agreed|planned)"
ON_SCHEDULE = re.compile(
    rf"\b(?:on time|on schedule|in time|ahead of (?:schedule|time)|behind schedule|{SPAN} (?:late|early|overdue)"
    rf"|(?:before|after|past|by|within|met|ahead of|behind) {DUE}|on the (?:appointed|agreed|promised) (?:day|date)"
    r"|as (?:agreed|promised|pledged|planned|required|scheduled|stipulated|foreseen|envisaged|laid down))\b",
    re.IGNORECASE,
)
"""What tells that something done had been due."""
PROMISED = frozenset(("promise", "agree", "pledge"))
MOVES = frozenset(("come", "go", "arrive", "roll", "walk", "fly", "sail", "cross", "drive", "reach", "follow"))
MOVED = frozenset((
    "prisoner", "detainee", "captive", "hostage", "soldier", "troop", "tank", "truck", "convoy", "gun", "rifle",
    "weapon", "fighter", "unit", "battalion", "brigade", "force", "aid", "ship", "bus", "man", "battery", "artillery",
))  # fmt: skip
"""Who or what comes or goes because somebody let or made it."""
KEPT = frozenset(("withdraw", "release", "disarm", "deploy", "reform"))
LOOSE = frozenset(("return", "walk", "make", "give", "keep", "call", "set", "include", "vote", "form", "elect", "send"))
"""Verbs of these sorts that also tell of what nobody owes."""
POSTS = frozenset(("office", "post", "job", "school", "power", "parliament", "hospital", "prison"))
NONE = frozenset(("no", "none", "not", "neither", "nothing", "nobody", "never"))
NOT_YET = frozenset(("wait", "await", "stall", "lack", "lag"))


def kept_in(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Find the deeds of a sentence that are told as done when due, and the things promised that it tells of."""
    for i, word in enumerate(sentence.words):
        if word.upos == "VERB" and _done_when_due(sentence, i) and not _binds_subject(sentence, i):
            by = tuple(k for k in sentence.children(i, "obl") if sentence.words[k].relation == "obl:agent")
            agents = by if passive(sentence, i) else subjects(sentence, i)
            moved = word.lemma in MOVES
            yield Deed(
                sentence, i, () if moved else agents, "kept", i, passive=(passive(sentence, i) and not by) or moved
            )
        elif word.upos == "NOUN" and (cue := _promised(sentence, i)) is not None:
            yield Deed(sentence, i, holders(sentence, i), "kept", cue)


def became_of(scene: Scene, deed: Deed) -> tuple[Progress, ...]:
    """Give what the sentence tells of the keeping of such a deed."""
    if deed.told_by != "kept":
        return ()
    sentence, word = deed.sentence, deed.word
    state: str | None = deed.state or "met"
    if deed.cue != deed.word:
        verb = _told_of(sentence, word)
        if verb is None:
            return ()
        word, state = verb, _state(sentence, deed.word, verb)
    if state is None:
        return ()
    when = date_near(scene, sentence, word) or as_of_publication(scene)
    return (
        Progress(
            state, when, scene.voices.at(sentence.index, word), (clause_quote(scene, sentence, word, word, word),)
        ),
    )


def _binds_subject(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject itself says what was due: "the men who were to gather by May came in June"."""
    below = [k for s in subjects(sentence, verb) for k in sentence.subtree(s)]
    return any(is_binding(sentence, k) for k in below)


def _done_when_due(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells a deed done, with words of when it had been due."""
    word, predicate = sentence.words[verb], sentence.predicate_at(verb)
    past = word.xpos in ("VBD", "VBN") and word.relation not in ("amod", "acl", "acl:relcl")
    if not past or predicate is None or predicate.happened < 0.5 or lies_ahead(sentence, verb):
        return False
    if undone(sentence, verb) or not _is_due_deed(sentence, verb):
        return False
    apart = {w for k in sentence.children(verb, "parataxis") if sentence.children(k, "nsubj", "nsubj:pass")
             for w in sentence.subtree(k)}  # fmt: skip
    below = [i for i in sentence.subtree(verb, without=("conj", "acl:relcl")) if i not in apart]
    return ON_SCHEDULE.search(" ".join(sentence.words[i].text for i in below if i > verb)) is not None


def _is_due_deed(sentence: Sentence, verb: int) -> bool:
    lemma = sentence.words[verb].lemma.lower()
    if lemma in MOVES:
        near = [k for s in subjects(sentence, verb) for k in (s, *sentence.children(s, "nmod"))]
        return any(sentence.words[k].lemma in MOVED for k in near)
    kinds = {n for row in rows("agreements").values() for n in row.get("nouns", ())}
    about = [*sentence.children(verb, "obj"), *subjects(sentence, verb)]
    sort = topics().get(lemma) in KEPT and lemma not in LOOSE
    return sort and not any(sentence.words[k].lemma.lower() in kinds | POSTS for k in about)


def _promised(sentence: Sentence, noun: int) -> int | None:
    """Give the participle in "the promised tractors" and "the agreed withdrawal"."""
    word = sentence.words[noun]
    plain = word.text.islower() and word.lemma.lower() not in TALKED_OF | PAPERS | lemmas_of("parts") | lemmas_of(
        "nouns"
    )
    if not plain or any(a <= noun <= b for a, b in sentence.times) or word.lemma in ("deadline", "timetable", "line"):
        return None
    if any(word.lemma.lower() in row.get("nouns", ()) for row in rows("agreements").values()):
        return None
    return next((k for k in sentence.children(noun, "amod") if sentence.words[k].lemma.lower() in PROMISED), None)


def _told_of(sentence: Sentence, noun: int) -> int | None:
    """Give the verb of which a thing is subject or object: "not one of the promised tractors has arrived"."""
    at = noun
    while sentence.words[at].relation == "nmod" and case_of(sentence, at) == "of":
        at = sentence.words[at].head
    up = sentence.words[at].head
    if sentence.words[at].relation.partition(":")[0] not in ("nsubj", "obj") or up < 0:
        return None
    return up if sentence.words[up].upos == "VERB" else None


def _state(sentence: Sentence, noun: int, verb: int) -> str | None:
    """Say how a thing promised stands by what its verb tells."""
    if lies_ahead(sentence, verb):
        return None
    subject = [w for k in sentence.children(verb, "nsubj", "nsubj:pass", "obj") for w in sentence.subtree(k)]
    near = [*sentence.children(verb, "advmod"), *(w for w in subject if w < noun)]
    left = undone(sentence, verb)
    if left or any(sentence.words[k].lemma.lower() in NONE for k in near) or sentence.words[verb].lemma in NOT_YET:
        return left or "missed"
    predicate = sentence.predicate_at(verb)
    if predicate is None or predicate.happened < 0.5:
        return None
    return "in_progress" if sentence.words[verb].lemma in lemmas_of("cues") & {"begin", "start"} else "met"
