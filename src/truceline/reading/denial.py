"""What nobody does: "nobody promised", "no side agreed", "neither the army nor the rebels pledged"."""

from __future__ import annotations

from truceline.domain.sentences import Sentence

NOBODY = frozenset({"nobody", "nothing", "none", "neither", "no-one"})


def done_by_nobody(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject of a verb says that no one does it."""
    for k in sentence.children(verb, "nsubj"):
        if sentence.words[k].lemma.lower() in NOBODY:
            return True
        before = sentence.children(k, "det", "cc", "advmod")
        if any(sentence.words[d].lemma.lower() in ("no", "neither") and d < k for d in before):
            return True
    return False
