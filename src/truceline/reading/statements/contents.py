"""Where the content of a statement stands: a clause, an infinitive, a noun, a phrase beside its cue."""

from __future__ import annotations

from collections.abc import Callable

from truceline.domain.sentences import Sentence
from truceline.reading.statements.content_clauses import clause_content, that_content
from truceline.reading.statements.cue_rows import CueRow
from truceline.reading.statements.cues import EMPTY_OBJECTS, UNNAMED, has_to, is_passive, spoken_to
from truceline.reading.statements.spans import below, is_denied_aside
from truceline.reading.statements.utterance import Content

SELVES = frozenset({"himself", "themselves", "itself", "herself", "oneself"})
SCENES = frozenset(
    "against along among around behind below beside between by beyond from inside near of off on over under".split()
)
"""What leads to the place or the doer of a scene that somebody reports."""
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp"})
"""Relations of a clause that is said."""
QUOTES = frozenset({"“", '"', "‘"})


def content_of(sentence: Sentence, verb: int, frame: str, second: str, row: CueRow) -> Content | None:
    """Find the content of a cue where one of its frames says; `second` is the second word of the cue."""
    if frame == "object" and is_denied_aside(sentence, verb):
        return _denied(sentence, verb)
    if frame in FRAMES:
        return FRAMES[frame](sentence, verb, row)
    if frame == "quote":
        return None
    return _phrase_content(sentence, verb, frame, second, row)


def _denied(sentence: Sentence, verb: int) -> Content:
    """Find what a relative clause denies: the clause in front of it, "having bombed a camp, which the army denied"."""
    noun = sentence.words[verb].head
    above = (noun, *sentence.ancestors(noun))
    told = next((k for k in above if sentence.words[k].relation.partition(":")[0] in CLAUSES), noun)
    inside = frozenset(i for i in below(sentence, told) if i < verb)
    return Content(told, inside - below(sentence, verb) - frozenset(sentence.children(told, "mark", "case")))


def _infinitive(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    # An infinitive that modifies belongs to a noun: below a verb the tree means what is promised.
    k = next((k for k in sentence.children(verb, "xcomp", "ccomp", "acl") if k > verb and has_to(sentence, k)), None)
    if k is None or sentence.words[k].lemma in UNNAMED:  # "asked not to be named"
        return None
    if any(sentence.words[m].lemma == "for" for m in sentence.children(k, "mark")):  # "called for it to be closed"
        return None
    return Content(k, below(sentence, k))


def _gerund(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    for k in sentence.children(verb, "xcomp", "ccomp", "obj", "advcl"):
        having = any(sentence.words[a].xpos == "VBG" for a in sentence.children(k, "aux"))
        if k > verb and (having or sentence.words[k].xpos == "VBG") and not sentence.children(k, "nsubj"):
            if sentence.words[k].relation == "advcl" and k - verb > 2:
                continue
            return Content(k, below(sentence, k))
    return None


def _object(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    relation = "nsubj:pass" if is_passive(sentence, verb) else "obj"
    k = next(iter(sentence.children(verb, relation)), _bare_object(sentence, verb) if relation == "obj" else None)
    given = sentence.children(verb, "iobj")
    if k is None or ("object" in row.addressee and not (given and row.stance == "promise")):
        return None
    told = sentence.words[k].lemma.lower() == "what" and sentence.children(k, "acl")  # "what he called a crime"
    if sentence.words[k].lemma.lower() in EMPTY_OBJECTS and not told:
        return None
    if any(sentence.words[d].xpos == "WP$" for d in sentence.children(k, "nmod:poss", "det")):
        return None  # "whose cabinet the House had endorsed"
    noun = sentence.words[k].lemma.lower()
    if noun in row.not_objects or (row.objects and noun not in row.objects):
        return None
    if any(sentence.words[d].lemma.lower() == "no" for d in sentence.children(k, "det")):
        return None
    if sentence.words[k].xpos in ("PRP", "WP", "WDT") and not told and not sentence.children(verb, "obl", "advcl"):
        return None
    words = set(below(sentence, k))
    for other in sentence.children(verb, "obl", "advcl"):
        cases = {sentence.words[c].lemma.lower() for c in sentence.children(other, "case", "mark")}
        scene = row.scenes and cases & SCENES and not any(first <= other <= last for first, last in sentence.times)
        if other > k and (scene or cases & (set(row.frames) | {"as", "for"})):
            words |= below(sentence, other)
    return Content(k, frozenset(words))


def _bare_object(sentence: Sentence, verb: int) -> int | None:
    """Find an object behind a circumstance, which the tree takes for one too: "condemned on Sunday the killing"."""
    for k in sentence.children(verb, "obl"):
        plain = sentence.words[k].relation == "obl" and sentence.words[k].upos in ("NOUN", "PROPN")
        if k > verb and plain and sentence.children(k, "det") and not sentence.children(k, "case"):
            begin = min(below(sentence, k))
            if any(verb < first and last == begin - 1 for first, last in sentence.times):
                return k
    return None


def _quoted_object(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find an object in quotation marks, which shows that the subject said it: "saw “a glimmer of hope”"."""
    for k in sentence.children(verb, "obj"):
        first = min(below(sentence, k))
        begun = any(sentence.words[i].text in QUOTES for i in range(max(verb + 1, first - 1), k))
        if k > verb and begun:
            return Content(k, below(sentence, k))
    return None


def _asked_to(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find who is asked and what for: "urged the rebels to stop", "called on them to stop"."""
    asked = spoken_to(sentence, verb, row)
    if is_passive(sentence, verb):
        asked = sentence.children(verb, "nsubj:pass")[:1]
    if not asked:
        return None
    for governor in (verb, asked[0]):
        for k in sentence.children(governor, "xcomp", "ccomp", "acl", "advcl"):
            if k > verb and has_to(sentence, k):
                return Content(k, below(sentence, k), asked)
    return None


def _named(sentence: Sentence, verb: int, row: CueRow) -> Content | None:
    """Find what is called something, and what it is called."""
    relation = "nsubj:pass" if is_passive(sentence, verb) else "obj"
    below_complement = (n for c in sentence.children(verb, "xcomp") for n in sentence.children(c, "nsubj") if n > verb)
    k = next(iter(sentence.children(verb, relation) or tuple(below_complement)), None)
    if k is None or sentence.words[k].text.lower() in SELVES:
        return None
    complement = next((c for c in sentence.children(verb, "xcomp", "iobj", "obj") if c > k), None)
    if complement is None:  # the tree may take it for a circumstance: "called the vote in May a mistake"
        bare = (c for c in sentence.children(verb, "obl", "nmod") if c > k and not sentence.children(c, "case"))
        complement = next((c for c in bare if not any(first <= c <= last for first, last in sentence.times)), None)
    if complement is None:
        for c in (*sentence.children(verb, "obl", "advcl", "ccomp"), *sentence.children(k, "nmod", "acl")):
            cases = {sentence.words[m].lemma.lower() for m in sentence.children(c, "case", "mark", "advmod")}
            likened = {"to"} if sentence.words[verb].lemma in ("liken", "compare", "refer") else frozenset[str]()
            if c > k and cases & ({"as", "like"} | likened):
                complement = c
                break
    if complement is None:
        beside = sentence.children(k, "appos", "amod", "acl", "nmod", "conj")
        complement = next((c for c in beside if c > k and _quoted(sentence, c)), None)
    if complement is None or has_to(sentence, complement):
        return None
    words = below(sentence, k) | below(sentence, complement)
    between = range(min(max(below(sentence, k)), complement), complement)
    if all(sentence.words[i].upos not in ("VERB", "AUX", "PUNCT") for i in between):
        words |= frozenset(between)
    return Content(complement, words)


def _quoted(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[k].text in QUOTES for k in sentence.children(word, "punct"))


def _phrase_content(sentence: Sentence, verb: int, case: str, second: str, row: CueRow) -> Content | None:
    """Find a phrase with a preposition, and the object before it: "accused the army of murder"."""
    target = next(iter(sentence.children(verb, "obj")), None)
    if is_passive(sentence, verb):
        target = next(iter(sentence.children(verb, "nsubj:pass")), None)
    inside = sentence.children(target, "nmod", "acl") if target is not None and row.objects else ()
    for k in (*sentence.children(verb, "obl", "advcl", "nmod", "xcomp", "ccomp"), *inside):
        if sentence.words[k].upos == "PRON" and not sentence.children(k, "acl"):
            continue
        if sentence.words[k].lemma.lower() == "anonymity":
            continue
        if k < verb or sentence.words[k].relation in ("obl:agent", "obl:unmarked"):
            continue
        marks = [c for c in sentence.children(k, "case", "mark") if sentence.words[c].lemma.lower() == case]
        if row.objects and (target is None or sentence.words[target].lemma.lower() not in row.objects):
            continue
        if not marks or (not row.objects and any(first <= k <= last for first, last in sentence.times)):
            continue
        words = set(below(sentence, k))
        if sentence.words[k].relation == "xcomp":  # "called for the camps to be closed"
            words |= {i for i in range(marks[0], k) if i > verb}
        if second:
            words -= set(marks)
        elif target is not None:
            words |= below(sentence, target)
        else:
            words -= set(marks)
        return Content(k, frozenset(words))
    return None


FRAMES: dict[str, Callable[[Sentence, int, CueRow], Content | None]] = {
    "clause": clause_content,
    "that": that_content,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "object": _object,
    "object_infinitive": _asked_to,
    "named": _named,
    "quoted": _quoted_object,
}
