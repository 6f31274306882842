"""What a speaker does by saying something: asserts, denies, promises, threatens, demands, predicts."""

from __future__ import annotations

from collections.abc import Callable

from truceline.domain.sentences import Sentence
from truceline.reading.statements.cue_rows import word_class

SURE = frozenset({"will", "shall", "wo", "'ll", "’ll"})
FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "would", "'d", "’d"})
DUTY = frozenset({"must", "should", "ought"})
NO = frozenset({"not", "never", "no", "none", "neither", "nor", "nobody", "nothing", "n't", "n’t"})
OWN = frozenset({"i", "we", "he", "she", "it", "they"})
FIRST = frozenset({"i", "we"})
DEMANDING = frozenset(["call", "urge", "demand", "ask", "insist", "appeal", "request"])
DEMANDED = frozenset({"stop", "cease", "end", "halt", "withdraw", "leave", "release", "free", "surrender"})
DID = frozenset({"do", "have", "be"})
MENTAL = frozenset(
    {"know", "want", "believe", "think", "see", "understand", "care", "expect", "feel", "remember", "mind"}
)
MAYBE = frozenset({"may", "might", "could"})
BREAKING = frozenset({"break", "violate", "breach", "flout", "ignore", "trample", "tear", "dishonour", "dishonor"})
UNTIL = frozenset({"until", "unless", "before"})
KEEPS_ROW = frozenset({"deny", "promise", "threaten", "demand", "concede", "accuse"})


def stance_of(row_stance: str, cue: str, sentence: Sentence, head: int | None, own_subject: bool) -> str:
    """Tell the stance from the cue's row and, for cues that only say, from what is said.

    `own_subject` tells that the content is about what the speaker does.
    """
    if head is None or row_stance in KEEPS_ROW:
        return row_stance
    if row_stance == "predict" and cue in ("fear", "worry"):
        return row_stance
    clause = _Clause(sentence, head, own_subject)
    if cue == "insist" and _predict(clause):
        return "demand"
    return next((stance for stance, test in TESTS if test(clause)), row_stance)


class _Clause:
    """The main clause of a content, looked at once."""

    def __init__(self, sentence: Sentence, head: int, own: bool) -> None:
        words, kids = sentence.words, sentence.children(head)
        self.head = words[head]
        self.aux = {words[k].lemma.lower() for k in kids if words[k].relation.startswith("aux")}
        self.subject = next((words[k] for k in kids if words[k].relation.startswith("nsubj")), None)
        low = self.subject.text.lower() if self.subject else ""
        self.first_person = low in FIRST
        self.own = own or low in FIRST
        # Somebody quoted who says "we would" does not say that he will.
        self.future = bool(self.aux & (SURE if self.first_person else FUTURE))
        self.negated = any(words[k].lemma.lower() in NO for k in kids if words[k].relation in ("advmod", "det"))
        if self.subject is not None:
            place = words.index(self.subject)
            self.negated = self.negated or any(words[k].lemma.lower() in NO for k in sentence.children(place, "det"))
        near = [head, *sentence.children(head, "obj", "xcomp", "conj")]
        near += [k for word in near[1:] for k in sentence.children(word, "obj")]
        self.deeds = {words[k].lemma.lower() for k in near}
        self.lemmas = {words[i].lemma.lower() for i in sentence.subtree(head)}
        self.infinitive = any(words[k].relation == "xcomp" for k in kids)
        self.until = bool(self.lemmas & UNTIL)
        none = [k for k in kids if words[k].relation.startswith(("obj", "nsubj"))]
        self.none_of = {
            words[k].lemma.lower() for k in none for d in sentence.children(k, "det") if words[d].lemma.lower() == "no"
        }
        self.bare = words[head].xpos == "VB" and self.subject is None and not self.aux and "to" not in {
            words[k].lemma for k in kids if words[k].relation == "mark"
        }  # fmt: skip
        self.there = any(words[k].relation == "expl" for k in kids)


def _demand(clause: _Clause) -> bool:
    if clause.first_person and clause.head.lemma.lower() in DEMANDING and not clause.negated:
        return True
    if clause.aux & DUTY or (
        clause.head.lemma.lower() in ("need", "have")
        and clause.head.xpos in ("VBP", "VBZ")
        and clause.infinitive
        and not clause.own
    ):
        return True
    if clause.bare and clause.head.lemma.lower() in DEMANDED:
        return True
    refused = clause.own or clause.there
    return refused and clause.negated and clause.future and clause.until


def _threaten(clause: _Clause) -> bool:
    if not clause.future:
        return False
    if clause.negated:
        return clause.head.lemma.lower() == "hesitate"
    if clause.own and clause.deeds & word_class("hostile"):
        return True
    fighting = clause.subject is not None and clause.subject.lemma.lower() in word_class("fighting")
    return fighting and clause.head.lemma.lower() in ("resume", "continue", "go", "intensify", "escalate", "follow")


def _promise(clause: _Clause) -> bool:
    if not clause.own:
        return False
    if clause.future or "going" in clause.lemmas:
        return True
    return (
        clause.head.lemma.lower() in ("plan", "intend", "agree", "promise", "pledge", "vow", "commit")
        and not clause.negated
    )


def _deny(clause: _Clause) -> bool:
    if clause.none_of & word_class("nothing_there"):
        return True
    if clause.there and clause.negated:
        return bool(clause.lemmas & word_class("nothing_there"))
    if clause.negated and clause.head.lemma.lower() in word_class("undone") and not clause.future:
        return True
    return clause.own and clause.negated and bool(clause.aux & DID) and clause.head.lemma.lower() not in MENTAL


def _accuse(clause: _Clause) -> bool:
    """Tell whether another is said to have broken faith: "they have violated the truce", "the vote was rigged"."""
    if clause.own or clause.negated or clause.future or clause.subject is None:
        return False
    deed = clause.head.lemma.lower()
    if clause.head.text.lower() in ("lied", "lying"):
        return True
    return deed in word_class("faithless") or (deed in BREAKING and bool(clause.lemmas & word_class("given_word")))


def _predict(clause: _Clause) -> bool:
    if clause.aux & MAYBE and "have" not in clause.aux and not clause.own:
        return True
    return not clause.own and clause.future


TESTS: tuple[tuple[str, Callable[[_Clause], bool]], ...] = (
    ("demand", _demand),
    ("threaten", _threaten),
    ("promise", _promise),
    ("deny", _deny),
    ("accuse", _accuse),
    ("predict", _predict),
)
