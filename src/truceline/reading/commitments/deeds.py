"""What can be promised: deeds by verb or noun, and those coordinated with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.denial import done_by_nobody
from truceline.reading.figures.surroundings import lies_ahead
from truceline.reading.passives import passive
from truceline.vocabulary import rows

FUTURE = frozenset(("will", "would", "shall", "must", "'ll", "’ll", "wo", "'d", "’d"))


NEGATIONS = frozenset(("not", "n't", "n’t", "never", "nor", "no"))


NOBODY = frozenset(("no", "neither", "none", "nobody", "no-one"))


UNTOLD = frozenset((
    "refuse", "urge", "ask", "demand", "want", "fail", "hope", "decline", "deny", "press", "call", "reject",
    "persuade", "force", "expect", "pressure", "convince", "tell", "if", "whether",
))  # fmt: skip
"""A promise under one of these was not made."""


GETS = frozenset(("receive", "get", "obtain", "recover", "regain", "gain"))
"""What those do whom a term serves."""


TALKED_OF = frozenset((
    "plan", "need", "issue", "point", "matter", "text", "date", "principle", "agenda", "name", "list", "term",
    "framework",
    "idea", "venue", "question", "detail", "outcome", "result", "importance", "meaning", "wording", "time",
    "victory", "death", "revenge", "success", "moon", "hell", "paradise", "miracle", "nothing", "much", "more", "thing",
    "day", "moment", "future", "way", "change", "world", "good", "best", "trouble", "fight", "war", "battle",
))  # fmt: skip
"""What is agreed on or promised without anybody being bound to do anything."""


@dataclass(frozen=True)
class Deed:
    """Something promised: the word that names the deed, who is bound (words), and how it was told."""

    sentence: Sentence
    word: int
    agents: tuple[int, ...]
    told_by: str
    """term, promise, announcement, future, or clause: of the text of an agreement itself."""
    cue: int
    """The word that makes it a promise."""
    negated: bool = False
    passive: bool = False
    addressee: int | None = None
    frame: int | None = None
    """The word whose clause carries the deed, where it is not the deed's own: "to be followed by a pullout"."""
    object: int | None = None
    """What is acted on, where the deed hangs on it: "the prisoners it promised to free"."""
    state: str | None = None
    """What became of it, where the language model tells: met or missed."""
    due: tuple[int, int] | None = None
    """Words of its day, where they stand outside its clause: "3 May, the date on which talks are to begin"."""


@cache
def lemmas_of(key: str) -> frozenset[str]:
    """Give the lemmas that stand under a key of vocabulary/commitments.toml."""
    return frozenset(lemma for row in rows("commitments").values() for lemma in row.get(key, ()))


@cache
def topics() -> dict[str, str]:
    """Give the row of every promised sort of deed, by lemma."""
    out: dict[str, str] = {}
    for name, row in rows("commitments").items():
        for lemma in row.get("deeds", ()):
            out.setdefault(lemma, name)
    return out


def topic_words(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the verb itself if it names a deed that can be promised, and its infinitives and objects that do."""
    near = (verb, *sentence.children(verb, "xcomp", "obj"))
    return (verb,) if any(sentence.words[k].lemma.lower() in topics() for k in near) else ()


def is_untold(sentence: Sentence, word: int) -> bool:
    """Tell whether a promise was not made: refused, demanded, denied, only wished for."""
    if any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(word, "advmod", "det")):
        return True
    if any(sentence.words[k].lemma in ("not", "n't") for k in sentence.children(word)):
        return True
    if lies_ahead(sentence, word) or yet_to_come(sentence, word) or done_by_nobody(sentence, word):
        return True
    at = word
    for up in [*sentence.ancestors(word)][:3]:
        relation = sentence.words[at].relation
        if relation in ("xcomp", "ccomp", "advcl", "obj", "acl") and sentence.words[up].lemma.lower() in UNTOLD:
            return True
        at = up
    return any(sentence.words[k].lemma in ("if", "unless", "whether") for k in sentence.children(word, "mark"))


def yet_to_come(sentence: Sentence, word: int) -> bool:
    """Tell whether a verb stands under "has yet to", whichever of its words the tree hangs it on."""
    own = [k for k in sentence.children(word, "advmod") if sentence.words[k].lemma == "yet"]
    if any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark") if k - 1 in own):
        return True
    head = sentence.words[word].head
    if head >= 0 and sentence.words[head].lemma == "yet":
        return True
    if head < 0 or sentence.words[head].lemma != "have":
        return False
    return any(sentence.words[k].lemma == "yet" for k in sentence.children(head))


def complement(sentence: Sentence, verb: int) -> int | None:
    """Give the clause that a verb of speaking or promising governs."""
    for k in sentence.children(verb, "ccomp", "xcomp"):
        if sentence.words[k].upos in ("VERB", "AUX", "ADJ", "NOUN"):
            return k
    for k in sentence.children(verb, "advcl"):
        if any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark")) and k > verb:
            return k
    predicate = sentence.predicate_at(verb)
    for argument in predicate.arguments if predicate else ():
        if argument.role in ("ARG1", "ARG2") and sentence.words[argument.head].upos == "VERB" and argument.head > verb:
            return argument.head
    return None


def is_modal(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is told in the future or as an obligation."""
    return any(sentence.words[k].text.lower() in FUTURE for k in sentence.children(verb, "aux"))


def is_deed(sentence: Sentence, word: int) -> bool:
    """Tell whether a noun names something that can be done: a deed of the vocabulary or a predicate."""
    lemma = sentence.words[word].lemma.lower()
    if lemma in topics():
        return True
    paper = lemma in lemmas_of("nouns") or lemma in rows("agreements")["agreement"]["nouns"] or lemma in TALKED_OF
    return sentence.words[word].upos == "NOUN" and sentence.predicate_at(word) is not None and not paper


def listed(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Give a noun and the deeds listed with it, by "and" or by a comma."""
    found = [noun]
    for one in found:
        beside = [k for k in sentence.children(one, "conj", "appos", "list") if k not in found]
        found += [k for k in beside if sentence.words[k].relation == "conj" or is_deed(sentence, k)]
    return tuple(sorted(found))


def each(sentence: Sentence, deed: Deed) -> Iterator[Deed]:
    """Give a promised verb and those coordinated with it, each with its own negation; objects stay together."""
    yield with_own(sentence, deed)
    for k in sentence.children(deed.word, "conj"):
        if any(sentence.words[c].lemma == "or" for c in sentence.children(k, "cc")) and sentence.children(k, "nsubj"):
            continue
        own_modal = is_modal(sentence, k) or any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark"))
        if _with_subject(sentence, deed.word, k):
            yield from each(sentence, replace(deed, word=k, agents=()))
        elif sentence.words[k].upos == "VERB" and (own_modal or sentence.children(k, "obj", "obl")):
            agents = doers(sentence, k) or deed.agents
            if own_modal or not sentence.children(k, "advmod", "aux"):
                yield from each(sentence, replace(deed, word=k, agents=agents))
    for k in sentence.children(deed.word, "advcl", "xcomp", "obl"):
        yield from _beside(sentence, deed, k)


def _with_subject(sentence: Sentence, verb: int, child: int) -> bool:
    """Read "the roads are to be cleared of mines and the schools opened": a participle that shares the auxiliary."""
    word = sentence.words[child]
    bare = not sentence.children(child, "aux", "aux:pass", "obj", "cop")
    subject = [k for k in sentence.children(child, "nsubj", "nsubj:pass") if k > verb]
    return word.xpos == "VBN" and bare and bool(subject) and passive(sentence, verb)


def _beside(sentence: Sentence, deed: Deed, child: int) -> Iterator[Deed]:
    """Read "with allies withdrawing too" and "to be followed by a pullout" beside a promised verb."""
    word = sentence.words[child]
    if word.xpos == "VBG" and sentence.children(child, "nsubj") and word.lemma in topics():
        yield with_own(sentence, replace(deed, word=child, agents=subjects(sentence, child)))
    yield from followed_by(sentence, deed, child)


def followed_by(sentence: Sentence, deed: Deed, child: int) -> Iterator[Deed]:
    """Give the deed of "followed by a pullout"."""
    if sentence.words[child].lemma == "follow" and passive(sentence, child):
        for k in sentence.children(child, "obl"):
            if case_of(sentence, k) == "by" and is_deed(sentence, k):
                yield replace(deed, word=k, agents=(), negated=False, frame=child)


def _dates(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].upos == "NUM" or any(a <= word <= b for a, b in sentence.times)


def doers(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the subject of a verb, also of "is to" followed by it."""
    return subjects(sentence, verb) or sentence.children(verb, "nsubj:outer")


def goes_free(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject only undergoes the deed: "prisoners will walk free", "1,000 are to go free"."""
    free = any(sentence.words[k].lemma == "free" for k in sentence.children(verb, "xcomp", "advmod"))
    return sentence.words[verb].lemma == "walk" or (sentence.words[verb].lemma == "go" and free)


def by_none(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject of a verb is nobody: "no party", "neither side", "no one"."""
    subject = sentence.children(verb, "nsubj", "nsubj:pass")
    beside = [k for s in subject for k in (s, *sentence.children(s, "det", "cc:preconj", "advmod"))]
    return any(sentence.words[k].text.lower() in NOBODY for k in beside)


def with_own(sentence: Sentence, deed: Deed) -> Deed:
    """Give a verb deed its own negation, voice and agents."""
    negated = any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(deed.word, "advmod"))
    negated = negated or by_none(sentence, deed.word)
    unnamed = passive(sentence, deed.word)
    by = tuple(
        k for k in sentence.children(deed.word, "obl") if case_of(sentence, k) == "by" and not _dates(sentence, k)
    )
    agents = by if unnamed else deed.agents
    return replace(deed, negated=negated, passive=unnamed and not by, agents=agents)
