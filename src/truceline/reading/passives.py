"""Whether a verb stands in the passive, also where the tree or a headline leaves the auxiliary out."""

from __future__ import annotations

from truceline.domain.sentences import Sentence, remembered
from truceline.reading.cases import case_of

VOICED = frozenset({"call", "urge", "appeal", "demand", "announce", "declare", "promise", "pledge", "warn", "insist"})
"""Verbs that in a full sentence without "was" have a subject that speaks, though the tree may call it a passive."""
STRUCK = frozenset({
    "abduct", "arrest", "behead", "detain", "execute", "injure", "kidnap", "kill", "maim", "wound", "displace",
})  # fmt: skip
"""Verbs that without an object are told of who suffers: "rescuer killed at work"."""
CONTROL_BY_OBJECT = frozenset({
    "accuse", "blame", "suspect", "charge", "ask", "appeal", "allow", "beg", "call", "cause", "compel", "convince",
    "direct", "enable", "encourage", "exhort", "force", "get", "help", "implore", "instruct", "invite", "lead", "let",
    "make", "oblige", "order", "permit", "persuade", "press", "pressure", "prompt", "push", "request", "require",
    "tell", "urge", "want", "warn", "trick", "dupe", "lure", "coerce", "pressurise",
})  # fmt: skip
"""Verbs whose object acts in the infinitive: "urged the rebels to free them"."""


@remembered
def passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands in the passive."""
    word = sentence.words[verb]
    if word.lemma in ("go", "come"):
        return False  # "the troops are gone"
    if sentence.children(verb, "aux:pass"):
        return True
    if word.xpos in ("VBN", "VBD") and any(sentence.words[k].lemma == "be" for k in sentence.children(verb, "aux")):
        return True
    if (
        word.relation in ("acl", "acl:relcl")
        and word.xpos == "VBD"
        and not sentence.children(verb, "nsubj", "obj", "aux", "mark")
    ):
        return True  # "weapons surrendered by the militia", "the accord, reached in May"
    if (
        word.relation == "conj"
        and word.lemma in CONTROL_BY_OBJECT
        and not sentence.children(verb, "nsubj", "obj", "aux")
    ):
        return bool(sentence.children(verb, "xcomp")) and passive(sentence, word.head)  # "were led out and told to run"
    if _struck(sentence, verb):
        return True
    main = word.relation in ("root", "ccomp", "conj") and sentence.part != "headline"
    if main and word.lemma in VOICED and sentence.children(verb, "nsubj:pass") and not sentence.children(verb, "aux"):
        return False
    if word.xpos in ("VBD", "VBZ", "VBP") and not sentence.children(verb, "aux"):
        return False  # a subject taken for that of a passive
    if any(sentence.words[k].lemma == "have" for k in sentence.children(verb, "aux")):
        return False  # "they have not promised", whatever the subject was taken for
    if sentence.children(verb, "nsubj:pass", "csubj:pass"):
        return True
    if word.xpos != "VBN":
        return False
    if word.relation.startswith("acl") and not sentence.children(verb, "nsubj"):
        return True
    if word.relation == "conj" and word.head >= 0 and not sentence.children(verb, "nsubj"):
        return passive(sentence, word.head) and not sentence.children(verb, "obj")
    if word.relation in ("amod", "advcl"):
        return not sentence.children(verb, "nsubj", "obj")
    # A headline without auxiliary: "Two soldiers killed in ambush".
    return (
        word.relation == "root" and not sentence.children(verb, "aux", "obj", "ccomp") and sentence.part == "headline"
    )


def _struck(sentence: Sentence, verb: int) -> bool:
    """Tell whether a note leaves out "was": "One rescuer killed at his work.", "three men abducted near Bria"."""
    word = sentence.words[verb]
    if (
        word.lemma not in STRUCK
        or word.relation not in ("root", "parataxis", "conj")
        or word.xpos not in ("VBN", "VBD")
    ):
        return False
    if sentence.children(verb, "obj", "iobj", "aux", "ccomp", "xcomp") or not sentence.children(verb, "nsubj"):
        return False
    after = sentence.children(verb, "conj", "obl", "advmod")
    bare = any(sentence.words[k].relation == "obl" and not case_of(sentence, k) for k in after)
    return not bare and not any(sentence.children(k, "obj") for k in after)
