"""What somebody is bound to do, in short words: the deed, the part of it, and what has to go or to be somewhere."""

from __future__ import annotations

from truceline.reading.clauses import antecedent, is_noun
from truceline.reading.commitments.bound import Bound
from truceline.reading.commitments.deed_words import action_of, verb_of
from truceline.reading.commitments.deeds import Deed, topics
from truceline.reading.commitments.obligations import is_state
from truceline.reading.commitments.shares import Part

LONGEST_SUBJECT = 8
"""Words of a subject that stand in an action."""


def action_told(part: Part, bound: Bound, others: tuple[Deed, ...], apart: tuple[tuple[int, int], ...]) -> str:
    """Tell a deed in short neutral words, with its subject where nobody is named as bound."""
    action = _action(part, others, apart)
    deed = part.term.deed
    thing = is_noun(deed.sentence, deed.word) and not is_state(deed.sentence, deed.word)
    if bound.obligors or deed.negated or part.span is not None or thing:
        return action
    return _with_subject(deed, action)


def _with_subject(deed: Deed, action: str) -> str:
    """Name what has to go or to be somewhere: "all foreigners to be gone"."""
    sentence = deed.sentence
    goes = not sentence.children(deed.word, "obj", "aux:pass") and sentence.words[deed.word].lemma not in topics()
    subject = next((k for k in sentence.children(deed.word, "nsubj") or deed.agents if k < deed.word), None)
    if not action or subject is None or not (goes or is_state(sentence, deed.word)):
        return action
    subject = antecedent(sentence, subject)
    if sentence.words[subject].upos not in ("NOUN", "PROPN") or sentence.words[subject].lemma.lower() in topics():
        return action
    inside = sentence.subtree(subject, without=("acl:relcl", "acl", "appos", "punct"))
    words = [sentence.words[i].text for i in inside if sentence.words[i].text not in ("the", "The", ",")]
    named = " ".join(words[:LONGEST_SUBJECT])
    return f"{named[:1].lower()}{named[1:]} to {action}"


def _action(part: Part, others: tuple[Deed, ...], apart: tuple[tuple[int, int], ...]) -> str:
    deed = part.term.deed
    lemma = deed.sentence.words[deed.word].lemma.lower()
    if part.span is not None:
        inside = range(part.span[0], part.span[1] + 1)
        kept = [i for i in inside if not any(a <= i <= b for a, b in apart)]
        words = " ".join(deed.sentence.words[i].text for i in kept)
        return f"{verb_of(deed)} {words}".strip()
    if deed.told_by == "kept" and deed.cue != deed.word:
        thing = action_of(deed, others, (*apart, (deed.cue, deed.cue)))
        return thing if lemma in topics() else f"provide {thing}"
    if part.amount is None:
        return action_of(deed, others, apart)
    beside = deed.sentence.children(deed.word, "xcomp", "advmod", "advcl", "obj")
    acts = {lemma, *(deed.sentence.words[k].lemma.lower() for k in beside)}
    freed = any(topics().get(act) == "release" for act in acts)
    return f"{'release' if freed else lemma} {part.amount.amount.text}"
