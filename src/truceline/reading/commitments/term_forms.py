"""How a clause is worded that may tell a term: free, asked, expected, only possible, until a day, coming into force."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.commitments.deeds import GETS, topics

ASKED = frozenset(("how", "whether", "why"))
"""What opens an indirect question: "does not say how it will be formed"."""


def comes_into_force(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells that something begins to hold: takes effect, came into force, starts."""
    word = sentence.words[verb]
    if word.upos != "VERB" or any(sentence.words[k].lemma in ("not", "never") for k in sentence.children(verb)):
        return False
    into = {sentence.words[k].lemma for k in sentence.children(verb, "obj", "obl")} & {"effect", "force", "hold"}
    dated = any(sentence.words[k].relation.startswith("obl") for k in sentence.children(verb, "obl"))
    return (word.lemma in ("take", "come", "enter", "go") and bool(into)) or (
        word.lemma in ("begin", "start") and dated
    )


def until(sentence: Sentence, date: int) -> bool:
    """Tell whether a date is told as the last one: by 1 March, within sixty days, no later than June."""
    before = {w.lemma.lower() for w in sentence.words[max(0, date - 3) : date + 1]}
    return bool(before & {"by", "within", "before", "than", "every"})


def is_free(sentence: Sentence, verb: int) -> bool:
    """Tell whether nobody is bound: "is not required to leave", "is under no obligation to pay"."""
    head = sentence.words[verb].head
    if head < 0 or sentence.words[verb].relation not in ("xcomp", "acl"):
        return False
    near = (*sentence.children(head, "advmod", "det"), *sentence.children(head, "case"))
    return any(sentence.words[k].lemma.lower() in ("not", "never", "no") for k in near)


def is_asked(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause is an indirect question."""
    opening = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "advmod", "mark")}
    return bool(opening & ASKED) or (sentence.words[verb].relation == "ccomp" and bool(opening & {"when", "where"}))


def is_expected(sentence: Sentence, verb: int) -> bool:
    """Read "is expected to", "is supposed to" under an agreement as what it binds to."""
    head = sentence.words[verb].head
    return (
        head >= 0 and sentence.words[head].lemma in ("expect", "suppose") and bool(sentence.children(head, "aux:pass"))
    )


def is_told_as_given(sentence: Sentence, verb: int) -> bool:
    """Read "under the accord each fighter receives a pension" as what it binds to."""
    word = sentence.words[verb]
    plain = word.xpos in ("VBZ", "VBP") and word.relation in ("root", "conj") and not sentence.children(verb, "aux")
    tangible = topics().get(word.lemma.lower()) in ("withdraw", "release", "disarm", "deploy", "cease")
    return plain and (tangible or word.lemma in GETS) and bool(sentence.children(verb, "obj", "obl"))


def only_may(sentence: Sentence, verb: int) -> bool:
    """Tell whether an agreement only could lay something down, or does not."""
    auxiliaries = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "aux")}
    negated = any(sentence.words[k].lemma in ("not", "n't", "never") for k in sentence.children(verb, "advmod"))
    return negated or bool(auxiliaries & {"could", "can", "may", "might"})
