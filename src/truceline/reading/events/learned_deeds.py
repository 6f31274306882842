"""Deeds that no row knows: the language model tells that a word tells an event, and of which type."""

from __future__ import annotations

from functools import cache, lru_cache

from truceline.domain.sentences import Sentence
from truceline.reading.events.event_rows import Row, event_rows
from truceline.reading.passives import passive

SURE, SURE_OF_TYPE = 0.6, 0.5
"""How likely it must be that a word tells an event, and one of its type."""
SURE_OF_NOBODY = 0.78
"""How likely it must be where the sentence names none of those who fight or govern: "she brought the cattle home"."""
SURE_THOUGH_REFUSED = 0.85
"""How likely it must be where rows of the word refuse its company: "died of cholera"."""
LOADED = 0.8
"""How likely a word must be loaded that tells rather how somebody bears himself than what he does."""
KNOWN = 3.0
"""How much likelier a type is that a row gives to the same lemma, though in other company."""
PLAIN_SPEECH = frozenset({
    "say", "tell", "add", "write", "note", "reply", "answer", "explain", "state", "report", "remark", "describe",
    "call", "estimate", "reckon", "recall", "quip", "joke", "think", "believe", "hope", "feel", "know", "number",
    "total", "speak", "talk",
})  # fmt: skip
PUBLISHING = frozenset({"release", "publish", "issue", "circulate", "leak", "post"})
WRITTEN = frozenset({
    "account", "book", "communique", "data", "document", "figure", "file", "footage", "image", "leaflet", "letter",
    "list", "map", "name", "paper", "photo", "photograph", "picture", "recording", "report", "statement", "tape",
    "transcript", "video",
})  # fmt: skip
"""What is made public: no captives let go."""
OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "time", "moment"})
UNNAMED = frozenset({"anonymity", "name", "identity", "identify", "quote"})
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several do together."""
NOTHING: frozenset[str] = frozenset()


def learned_row(sentence: Sentence, word: int) -> Row | None:
    """Give a row for a word that tells an event as far as the language model knows; None where it is not sure."""
    told = sentence.event_word_at(word)
    if told is None or told.likely < SURE or not told.types or _only_says(sentence, word):
        return None
    if _bears_himself(sentence, word) or _is_left(sentence, word):
        return None
    known = _types_of(sentence.words[word].lemma)
    weights = {type_: share * (KNOWN if type_ in known else 1.0) for type_, share in told.types}
    best = max(weights, key=lambda type_: weights[type_])
    if weights[best] / sum(weights.values()) < SURE_OF_TYPE:
        return None
    return _row(best, best == "ASSAULT" and _suffers(sentence, word))


def sure_enough(sentence: Sentence, word: int, *, named: bool, refused: bool) -> bool:
    """Tell whether the language model is sure enough of a deed in its company.

    `named`: the sentence names a body that takes part in conflicts; `refused`: rows refuse the word in this company.
    """
    told = sentence.event_word_at(word)
    asked = max(SURE if named else SURE_OF_NOBODY, SURE_THOUGH_REFUSED if refused else SURE)
    return told is not None and told.likely >= asked


@lru_cache(maxsize=8192)
def _types_of(lemma: str) -> frozenset[str]:
    """The types that rows give to a lemma, in whatever company."""
    return frozenset(p.row.type for p in event_rows().at(lemma) if p.row.type is not None)


def _only_says(sentence: Sentence, word: int) -> bool:
    """Tell whether it is plain speech, a count, or a wish not to be named, which the readers of statements read."""
    lemma = sentence.words[word].lemma
    if lemma in PLAIN_SPEECH:
        return True
    if lemma == "put" and any(sentence.words[k].upos == "NUM" for k in sentence.children(word, "obl")):
        return True  # "put the dead at five"
    told_of = {sentence.words[k].lemma for k in sentence.children(word, "obj", "nsubj:pass")}
    if lemma in PUBLISHING and not WRITTEN.isdisjoint(told_of):
        return True
    below = (sentence.words[k].lemma for k in sentence.children(word, "obj", "xcomp", "nmod"))
    return not UNNAMED.isdisjoint(below)


def _bears_himself(sentence: Sentence, word: int) -> bool:
    """Tell whether a loaded word has nobody it is done to: "grovelled before the palace", "gloated over the graves"."""
    loaded = any(
        one.first <= word <= one.last and one.class_ == "loaded_verb" and one.likely >= LOADED
        for one in sentence.loaded_phrases
    )
    return loaded and not sentence.children(word, "obj", "nsubj:pass", "obl:agent")


def _is_left(sentence: Sentence, word: int) -> bool:
    """Tell whether time remains, or nobody goes: "eight months are left until the vote", "left the road open"."""
    if sentence.words[word].lemma == "leave" and sentence.children(word, "obj") and sentence.children(word, "xcomp"):
        return True
    subjects = sentence.children(word, "nsubj", "nsubj:pass")
    return sentence.words[word].text.lower() == "left" and any(sentence.words[k].lemma in OF_TIME for k in subjects)


def is_learned(row: Row | None) -> bool:
    """Tell whether a row is none of the vocabulary."""
    return row is not None and row.place < 0


def _suffers(sentence: Sentence, word: int) -> bool:
    """Tell whether the subject of a verb without object has the deed done to it: "three fell", "many perished"."""
    predicate = sentence.predicate_at(word)
    if predicate is None or passive(sentence, word) or sentence.children(word, "obj"):
        return False
    undergoer = predicate.argument("ARG1")
    return predicate.argument("ARG0") is None and undergoer is not None and (
        sentence.words[undergoer.head].relation.startswith("nsubj")
    )  # fmt: skip


@cache
def _row(type_: str, victim: bool) -> Row:
    unlimited = dict.fromkeys(("object", "subject", "about", "not_object", "not_subject", "not_about"), NOTHING)
    return Row(
        name=f"learned_{type_.lower()}", type=type_, mode=None, frame=None, **unlimited, symmetric=type_ in JOINT,
        weak=False, carried=False, after_frame=False, doer=None, victim=victim, finder=False, denies=False, place=-1,
    )  # fmt: skip
