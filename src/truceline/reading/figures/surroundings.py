"""What stands around a word: the predicates over it, whether their doing lies ahead, and the clause that carries it."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.domain.dates import Days, When
from truceline.domain.document import Quote
from truceline.domain.sentences import Predicate, Sentence
from truceline.reading.commitments.contenders import GOVERNMENTS
from truceline.reading.dates.date_owners import date_of
from truceline.reading.scene import DateMention, Scene

MODALS = frozenset(("will", "would", "shall", "must", "should", "may", "'ll", "’ll", "ll", "wo", "to"))
PLANS = frozenset((
    "agree", "plan", "promise", "pledge", "vow", "call", "demand", "commit", "undertake", "intend", "propose",
    "offer", "hope", "aim", "want", "expect", "order", "oblige", "require", "schedule", "announce", "threaten",
    "urge", "ask", "include", "provide", "envisage", "foresee", "stipulate", "set", "commitment", "refuse",
    "prepare", "decide", "swear", "due", "bind", "allow", "seek", "insist", "request", "target", "goal", "deal",
    "agreement", "accord",
))  # fmt: skip
"""What hangs on one of these as an infinitive or noun has not been done yet."""
OUTLOOK = frozenset(("prospect", "possibility", "risk", "threat", "fear", "danger", "chance", "likelihood", "idea"))
"""What hangs on one of these may come or not."""
_STEPS = frozenset((
    "xcomp", "advcl", "obl", "obj", "nmod", "acl", "conj", "nsubj:pass", "nsubj", "ccomp", "obl:agent", "appos",
    "dep", "parataxis", "obl:unmarked",
))  # fmt: skip
_DOWN = frozenset(("xcomp", "obl", "obj", "nmod", "acl", "conj", "nsubj:pass", "advcl", "appos"))


def over(sentence: Sentence, word: int) -> Iterator[Predicate]:
    """Yield the predicates over a word, the nearest first: those whose argument it is, then those up the tree."""
    seen: set[int] = set()
    holders = [(a.last - a.first, p) for p in sentence.predicates for a in p.arguments if a.first <= word <= a.last]
    for _, predicate in sorted(holders, key=lambda x: (x[0], x[1].word)):
        below = word in sentence.ancestors(predicate.word)
        if predicate.word not in seen and predicate.word != word and not below:
            seen.add(predicate.word)
            yield predicate
    for up in sentence.ancestors(word):
        found = sentence.predicate_at(up)
        if found and up not in seen:
            seen.add(up)
            yield found


def lies_ahead(sentence: Sentence, word: int) -> bool:
    """Tell whether what a predicate tells is promised, planned or demanded rather than done."""
    at = word
    for _ in range(5):
        if _modal(sentence, at) or is_to(sentence, at):
            return True
        head = sentence.words[at].head
        relation = sentence.words[at].relation
        if head < 0 or relation not in _STEPS or _told_for_itself(sentence, at):
            return False
        if sentence.words[head].lemma in OUTLOOK and relation in ("acl", "nmod"):
            return True
        infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(at, "mark"))
        noun = sentence.words[at].upos == "NOUN"
        if sentence.words[head].lemma in PLANS and (infinitive or (noun and relation in ("obl", "obj", "nmod"))):
            return True
        if relation in ("ccomp", "parataxis") or (relation == "nsubj" and sentence.words[head].upos == "VERB"):
            return False
        at = head
    return False


def _told_for_itself(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause is joined to another with a subject and a tense of its own: "..., and the army left"."""
    word = sentence.words[at]
    return word.relation == "conj" and word.xpos in ("VBD", "VBZ", "VBP") and bool(sentence.children(at, "nsubj"))


def _modal(sentence: Sentence, at: int) -> bool:
    return any(sentence.words[k].lemma.lower() in MODALS - {"to"} for k in sentence.children(at, "aux"))


def is_to(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands after "is to", "were to", "is set to" or "is due to"."""
    if not any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark")):
        return False
    head = sentence.words[verb].head
    governor = sentence.words[head].lemma if head >= 0 else ""
    copula = any(sentence.words[k].lemma == "be" for k in sentence.children(verb, "cop", "aux"))
    return copula or governor in ("be", "set", "due", "schedule", "oblige", "require", "bind", "suppose")


def clause_quote(scene: Scene, sentence: Sentence, word: int, first: int, last: int) -> Quote:
    """Quote the clause around a word, wide enough for the words first to last and no wider than 40 words."""
    best = (first, last)
    own = sentence.predicate_at(word)
    for predicate in (*([own] if own and sentence.words[word].upos == "VERB" else []), *over(sentence, word)):
        spans = [(a.first, a.last) for a in predicate.arguments]
        low = min([predicate.word, first, *(a for a, _ in spans)])
        high = max([predicate.word, last, *(b for _, b in spans)])
        if high - low < 40:
            best = (low, high)
        if sentence.words[predicate.word].upos == "VERB":
            break
    return scene.text.quote(sentence.index, *trimmed(sentence, *best))


BEGINS_OR_ENDS = frozenset((
    "begin", "start", "open", "launch", "commence", "resume", "complete", "finish", "end", "conclude",
))  # fmt: skip
"""Verbs of which the day is that of their object."""
LONGEST = 31
"""Days that the one date of a sentence may allow if what the sentence counts is to be of it."""


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Leave out commas and conjunctions at the ends of a run of words."""
    edges = (",", ";", ":", "-", "–", "—", "and", "but")
    while first < last and sentence.words[first].text.lower() in edges:
        first += 1
    while last > first and sentence.words[last].text.lower() in (*edges, "."):
        last -= 1
    return first, last


def dates_of(scene: Scene, sentence: Sentence) -> tuple[DateMention, ...]:
    """Give the dates of a sentence."""
    return tuple(d for d in scene.dates if d.sentence == sentence.index)


def date_near(scene: Scene, sentence: Sentence, word: int) -> When | None:
    """Give the date that dates a word: its own, that of what it begins or ends, else of a predicate over it."""
    for at in dict.fromkeys((word, *_begun_or_ended(sentence, word), *_clause_heads(sentence, word))):
        found = date_of(sentence, scene.dates, at)
        if found is not None and found.days.known:
            return found
    return None


def _begun_or_ended(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the deed in "finished the release of the prisoners on Thursday", on which the tree may hang the day."""
    if sentence.words[verb].lemma.lower() not in BEGINS_OR_ENDS:
        return ()
    return tuple(k for k in sentence.children(verb, "obj") if sentence.predicate_at(k))


def only_date(scene: Scene, sentence: Sentence) -> When | None:
    """Give the one day that a sentence names, if it lies in the past: what it counts then happened on it."""
    days = {d.when.days: d.when for d in dates_of(scene, sentence) if d.when.days.known}
    latest = published(scene).latest
    found = next(iter(days.values())) if len(days) == 1 else None
    if found is None or (found.days.width or LONGEST + 1) > LONGEST:
        return None
    return found if latest is None or (found.days.earliest and found.days.earliest <= latest) else None


def _clause_heads(sentence: Sentence, word: int) -> list[int]:
    """List the predicates over a word up to the verb that heads its clause."""
    heads: list[int] = []
    below = word
    for up in sentence.ancestors(word):
        if sentence.words[below].relation.partition(":")[0] in ("ccomp", "parataxis"):
            break
        if sentence.predicate_at(up):
            heads.append(up)
        below = up
    return heads[:4]


def published(scene: Scene) -> Days:
    """Give the days in which the report was published."""
    return scene.text.document.published.days


def as_of_publication(scene: Scene) -> When | None:
    """Date something that a report tells in the present by the report itself."""
    days = published(scene)
    return When(None, days, "derived") if days.known else None


def actors_within(scene: Scene, sentence: Sentence, words: tuple[int, ...]) -> tuple[str, ...]:
    """Give the actors named at any of some words, in their order."""
    keys: list[str] = []
    for word in words:
        keys += [k for k in scene.actors.at(sentence.index, word) if k not in keys]
    return tuple(keys)


def place_within(scene: Scene, sentence: Sentence, words: tuple[int, ...]) -> str | None:
    """Give the first place named at any of some words; a name before "government" is that of the government."""
    return next((p for w in words if not _rules(sentence, w) and (p := scene.places.at(sentence.index, w))), None)


def _rules(sentence: Sentence, word: int) -> bool:
    head = sentence.words[sentence.words[word].head].lemma.lower()
    return sentence.words[word].relation in ("compound", "nmod:poss", "amod") and head in GOVERNMENTS
