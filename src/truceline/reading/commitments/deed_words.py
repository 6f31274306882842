"""A promised deed in words: its clause, its action in short, its amount and class."""

from __future__ import annotations

import re
from itertools import pairwise

from truceline.domain.amounts import Amount
from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import is_noun
from truceline.reading.commitments.deeds import Deed, topics
from truceline.reading.figures.counted import class_of
from truceline.reading.figures.surroundings import trimmed
from truceline.reading.passives import passive
from truceline.reading.scene import Scene
from truceline.reading.statements.cue_rows import verb_rows
from truceline.vocabulary import rows

LEFT_OUT = frozenset(("nsubj", "aux", "mark", "cc", "punct", "parataxis", "discourse", "expl", "csubj", "nsubj:pass"))
MARKS = frozenset("“”\"‘’'()[]–—-")
LONGEST_ACTION = 22


def span_of(deed: Deed, others: tuple[Deed, ...]) -> tuple[int, int]:
    """Give the first and last word of the clause of a deed, without the deeds beside it."""
    sentence = deed.sentence
    inside = [*_own_words(deed, others), *_object_words(deed)]
    inside = [i for i in inside if sentence.words[i].text not in (".", ",", ";")] or inside
    ends = [b - 1 for b in (begin(o) for o in others) if b > deed.word]
    first, last = min(inside), min([max(inside), *ends])
    if deed.frame is not None:
        first = min(first, min(sentence.subtree(deed.frame)))
        return trimmed(sentence, first, max(last, max(sentence.subtree(deed.frame))))
    if is_noun(sentence, deed.word):
        return trimmed(sentence, first, last)
    agents = [w for a in deed.agents if a < deed.word and deed.word - a < 25 for w in (a,)]
    near = [a for a in agents if not any(a < o.word < deed.word for o in others)]
    held = {*sentence.subtree(deed.word), *sentence.subtree(deed.cue)}
    starts = [w for a in near if a in held for w in sentence.subtree(a) if w <= a]
    if agents and not any(a in held for a in agents) and deed.cue < deed.word:
        starts = [deed.cue]
    first = min(starts) if starts and deed.told_by not in ("term", "clause") else min([first, *starts])
    while deed.told_by == "clause" and first < deed.word and _numbers(sentence, first):
        first += 1
    while (
        first < deed.word and sentence.words[first].text.lower() == "that" and sentence.words[first].relation == "mark"
    ):
        first += 1
    return trimmed(sentence, first, last)


def _numbers(sentence: Sentence, word: int) -> bool:
    """Tell whether a word is part of the number of a clause: "3." """
    one = sentence.words[word]
    return one.relation in ("discourse", "punct") or (
        one.head >= 0 and sentence.words[one.head].relation == "discourse"
    )


def begin(deed: Deed) -> int:
    """Give the first word of a deed with its subject and auxiliaries."""
    sentence = deed.sentence
    marks = [k for k in sentence.children(deed.word, "aux", "mark", "case", "det", "cc") if k < deed.word]
    below = sentence.subtree(deed.word)
    agents = [w for a in deed.agents if a in below and 0 < deed.word - a < 12 for w in sentence.subtree(a)]
    return min([deed.word, *marks, *agents])


def _object_words(deed: Deed) -> list[int]:
    """Give the noun that a deed in a relative clause acts on, with its modifiers."""
    return list(deed.sentence.subtree(deed.object, without=("acl:relcl", "acl"))) if deed.object is not None else []


def _own_words(deed: Deed, others: tuple[Deed, ...]) -> list[int]:
    """Give the words below a deed, up to where another deed or a new clause begins."""
    sentence, word = deed.sentence, deed.word
    found, stack = [], [word]
    said = _is_said_of(sentence, word) or _state_from(sentence, word) is not None
    while stack:
        found.append(i := stack.pop())
        for k in sentence.children(i):
            case = sentence.words[k].relation == "case" and not said
            leads = i == word and (case or _tells_on(sentence, word, k) or _is_as_promised(deed, k))
            if (
                any(k == o.word for o in others)
                or leads
                or _holds(sentence, k, others)
                or (i == word and sentence.words[k].relation in ("parataxis", "appos") and k > word + 12)
            ):
                continue
            if i == word and sentence.words[k].relation == "conj" and sentence.children(k, "nsubj", "aux"):
                continue
            if i == word and sentence.words[k].relation == "conj" and _told_otherwise(sentence, word, k):
                continue
            stack.append(k)
    told = _told_behind(sentence, word)
    return [i for i in found if i < told]


def _told_otherwise(sentence: Sentence, word: int, child: int) -> bool:
    """Tell whether a verb beside a promised one tells what was done: "would abide by it but declined to say when"."""
    return sentence.words[word].xpos == "VB" and sentence.words[child].xpos in ("VBD", "VBZ", "VBP")


def _is_as_promised(deed: Deed, child: int) -> bool:
    return child == deed.cue and deed.sentence.words[child].relation.startswith("advcl")


def _told_behind(sentence: Sentence, word: int) -> int:
    """Give where ", the minister announced on Monday" begins behind a deed, else the end of the sentence."""
    for k in sentence.children(word, "advcl"):
        subject = next(iter(sentence.children(k, "nsubj")), -1)
        finite = sentence.words[k].xpos in ("VBD", "VBZ", "VBP") and not sentence.children(k, "mark")
        if finite and subject > word and verb_rows(sentence, k):
            return max((i for i in range(word, subject) if sentence.words[i].text == ","), default=subject)
    return len(sentence.words)


def _is_said_of(sentence: Sentence, word: int) -> bool:
    """Tell whether a noun is said of a subject: "a truce will be on the agenda"."""
    return bool(sentence.children(word, "cop") and sentence.children(word, "nsubj"))


def _tells_on(sentence: Sentence, word: int, child: int) -> bool:
    """Tell whether a relative clause only tells on about a noun: "a truce that began at noon"."""
    return sentence.words[child].relation == "acl:relcl" and is_noun(sentence, word)


def _holds(sentence: Sentence, word: int, others: tuple[Deed, ...]) -> bool:
    """Tell whether a word only frames another deed: "to be followed by a pullout"."""
    return sentence.words[word].lemma == "follow" and any(o.word in sentence.children(word, "obl") for o in others)


def verb_of(deed: Deed) -> str:
    """Give the verb of a deed in its plain form, with its particle."""
    particle = [deed.sentence.words[k].text for k in deed.sentence.children(deed.word, "compound:prt")]
    word = deed.sentence.words[deed.word]
    return " ".join([word.text.lower() if word.xpos == "VB" else word.lemma, *particle])


def action_of(deed: Deed, others: tuple[Deed, ...], apart: tuple[tuple[int, int], ...]) -> str:
    """Tell a deed in short neutral words: the verb in its plain form and what it acts on."""
    sentence = deed.sentence
    noun = is_noun(sentence, deed.word)
    aside = {i for a, b in apart for i in range(a, b + 1)} | _bracketed(sentence, deed.word)
    dropped = set(aside)
    for k in sentence.children(deed.word):
        word = sentence.words[k]
        if not noun and (
            word.relation in LEFT_OUT
            or (k in deed.agents and k > deed.word)
            or word.lemma in ("not", "n't", "n’t", "never", "only", "also", "then")
        ):
            dropped |= set(sentence.subtree(k))
    words = [i for i in sorted(_own_words(deed, others)) if i not in dropped]
    state = _state_from(sentence, deed.word)
    if state is not None:
        words = [i for i in words if i >= state]
    elif noun:
        grammar = ("mark", "aux", "cop", "" if _is_said_of(sentence, deed.word) else "case")
        words = [
            i for i in words if not (sentence.words[i].head == deed.word and sentence.words[i].relation in grammar)
        ]
        while words and sentence.words[words[0]].upos in ("DET", "CCONJ", "PUNCT"):
            words = words[1:]
    else:
        words = [i for i in words if i >= deed.word]
        words += [i for i in _undergoing(sentence, deed) if i not in aside] + _object_words(deed)
        begun = [a for a in deed.agents if sentence.words[a].lemma.lower() in topics()]
        words += [i for a in begun for i in sentence.subtree(a) if i < deed.word and i not in aside]
    told = [_plain(sentence, i, deed.word, noun) for i in words if sentence.words[i].text not in MARKS]
    told = ["be", *told] if state is not None else told
    text = " ".join(told[:LONGEST_ACTION]).replace(" ,", ",").replace(" ’s", "’s").replace(" 's", "'s").strip(" ,;:.")
    text = re.sub(r"^(\w+) ?, ", r"\1 ", text).removesuffix(" and").removesuffix(" but").strip(" ,;")
    return f"not to {text}" if deed.negated and not noun else f"no {text}" if deed.negated else text


def _state_from(sentence: Sentence, word: int) -> int | None:
    """Give where the words of a state begin that somebody has to be in: "have to be | out of the town"."""
    be = [k for k in sentence.children(word, "cop") if sentence.words[k].text.lower() in ("be", "been")]
    out = {sentence.words[k].lemma for k in sentence.children(word, "case")} & {"out", "off"}
    return be[-1] + 1 if be and (out or sentence.words[word].upos == "ADJ") else None


def _bracketed(sentence: Sentence, deed: int) -> set[int]:
    """Give the words in brackets, unless the deed itself stands there."""
    found: set[int] = set()
    opened: int | None = None
    for i, word in enumerate(sentence.words):
        if word.text == "(":
            opened = i
        elif word.text == ")" and opened is not None:
            found |= set(range(opened, i + 1)) if not opened < deed < i else set()
            opened = None
    return found


def _undergoing(sentence: Sentence, deed: Deed) -> list[int]:
    """Give the subject of a passive deed, which is what is acted on: "a mission will be set up"."""
    if not (passive(sentence, deed.word) and sentence.children(deed.word, "aux:pass", "nsubj:pass")):
        return []
    return [i for k in sentence.children(deed.word, "nsubj:pass", "nsubj") for i in sentence.subtree(k)]


def _plain(sentence: Sentence, at: int, head: int, noun: bool) -> str:
    word = sentence.words[at]
    if at == head and not noun and word.upos != "ADJ":
        return word.text.lower() if word.xpos == "VB" else word.lemma
    if at == 0 and word.text.istitle() and word.upos != "PROPN" and sentence.name_at(at) is None:
        return word.text.lower()
    opens = at == 0 or sentence.words[at - 1].upos in ("PUNCT", "NUM", "X")
    return word.text.lower() if opens and word.upos in ("DET", "ADJ", "ADV", "ADP", "NUM") else word.text


def class_of_deed(deed: Deed) -> str:
    """Say whether a deed is a duty, prohibition, goal, process or aspiration."""
    lemma = deed.sentence.words[deed.word].lemma.lower()
    if deed.negated or deed.sentence.words[deed.cue].lemma in ("ban", "prohibit", "bar", "forbid"):
        return "prohibition"
    topic = topics().get(lemma)
    if topic == "hold_back":
        return "prohibition" if lemma in ("deny", "prevent") else "duty"
    if lemma in ("begin", "start", "resume", "continue", "open"):
        near = deed.sentence.children(deed.word, "obj", "xcomp", "obl", "nsubj:pass")
        topic = next((t for k in near if (t := topics().get(deed.sentence.words[k].lemma.lower()))), topic)
    return str(rows("commitments")[topic]["class"]) if topic else "duty"


def amount_of(scene: Scene, deed: Deed, span: tuple[int, int]) -> Amount | None:
    """Give the amount of a deed: people, things or money before time; of a change its result."""
    sentence = deed.sentence
    start = span[0] if deed.passive or is_noun(sentence, deed.word) else max(span[0], deed.word)
    span = (start, span[1])
    inside = [m for m in scene.amounts if m.sentence == sentence.index and span[0] <= m.first <= span[1]]
    counts = [m for m in inside if class_of(m.amount.unit) not in ("time", "times", "groups")]
    counts = [m for m in counts if m.noun is None or case_of(sentence, m.noun) != "as"]
    if not counts:
        return None
    text = scene.text.document.text
    for a, b in pairwise(counts):
        lead = text[max(0, a.amount.start - 6) : a.amount.start].strip().lower()
        if lead.endswith("from") and text[a.amount.end : b.amount.start].strip() == "to":
            return b.amount
    return counts[0].amount
