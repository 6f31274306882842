"""Cues of speech in the tree: whether something was said at all, who speaks, and to whom."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.passives import passive
from truceline.reading.statements.cue_rows import CueRow, word_class
from truceline.reading.statements.spans import below

NEGATIONS = frozenset({"not", "never", "hardly", "neither", "nor"})
UNSAID = frozenset({"may", "might", "could", "should", "would", "must", "can", "will", "shall"})
"""Auxiliaries under which nothing has been said (yet)."""
EMPTY_OBJECTS = frozenset(
    {
        "this",
        "that",
        "so",
        "it",
        "thing",
        "nothing",
        "which",
        "what",
        "word",
        "anonymity",
        "himself",
        "themselves",
        "theirs",
        "ours",
        "hers",
        "mine",
        "yours",
        "signature",
    }
)
"""Objects that stand for what is said elsewhere."""
UNNAMED = frozenset({"name", "identify", "quote", "withhold"})
"""What sources ask for who want to stay unnamed."""
PARTS_OF_NAMES = frozenset({"flat", "compound", "nmod:desc", "amod", "det", "nmod:poss"})
UNREAL = frozenset({"without", "if", "unless", "of", "from", "against"})
"""Words before a cue under which nothing was said."""


def is_said(sentence: Sentence, verb: int) -> bool:
    """Tell whether something was said at all: not under a negation, a mere possibility or a refusal."""
    word = sentence.words[verb]
    if word.relation in ("amod", "compound") or _is_idle(sentence, verb):
        return False
    if any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(verb, "advmod", "cc:preconj")):
        return False
    if any(sentence.words[k].lemma.lower() in UNSAID for k in sentence.children(verb, "aux")):
        return False
    if any(sentence.words[k].text.lower() in UNREAL for k in sentence.children(verb, "mark", "case")):
        return False
    if sentence.children(verb, "nmod:poss") or (word.xpos == "VBG" and sentence.children(verb, "det")):
        return False
    to = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    if to and word.relation in ("xcomp", "ccomp", "acl", "csubj", "root"):
        return word.head >= 0 and sentence.words[word.head].lemma.lower() in word_class("carry_on")
    if to and word.head >= 0:
        above = {sentence.words[k].lemma.lower() for k in sentence.children(word.head, "aux", "advmod")}
        if above & (UNSAID | NEGATIONS):
            return False
    return word.xpos != "VB" or to or any(sentence.words[k].lemma == "do" for k in sentence.children(verb, "aux"))


def _is_idle(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb is part of a set phrase: "Asked whether …, he replied", "all told"."""
    word = sentence.words[verb]
    participle = word.xpos in ("VBN", "VBD") and not sentence.children(verb, "nsubj", "nsubj:pass", "aux")
    infinitives = [k for k in sentence.children(verb, "xcomp") if has_to(sentence, k)]
    if word.lemma == "ask" and any(sentence.words[k].lemma in UNNAMED for k in infinitives):
        return True
    if participle and word.relation.startswith("advcl") and word.lemma in ("ask", "tell", "inform"):
        return True
    return word.lemma == "tell" and verb > 0 and sentence.words[verb - 1].text.lower() == "all"


def has_to(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(
        sentence.words[k].lemma == "to" and sentence.words[k].relation == "mark" for k in sentence.children(verb)
    )


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands in the passive; not so a mistaken tag where objects follow: "told reporters"."""
    if not passive(sentence, verb):
        return False
    helped = sentence.children(verb, "aux")
    return bool(helped) or not sentence.children(verb, "iobj", "obj")


def speaker_of(sentence: Sentence, verb: int) -> int | None:
    """Find who speaks: the subject, the agent of a passive, or whom another word gives."""
    if is_passive(sentence, verb):
        return _agent(sentence, verb)
    quoted = _quoted_as(sentence, verb)
    if quoted is not None:
        return quoted
    found = subjects(sentence, verb) or sentence.children(verb, "nsubj:pass")[:1]
    if found and any(first <= found[0] <= last for first, last in sentence.times):
        found = ()  # "On Friday in Jos the mayor said": a day says nothing
    if found and sentence.words[found[0]].relation != "expl":
        return maker(sentence, found[0])
    for k in sentence.children(verb, "advcl"):  # "Speaking in Jos Mrs Bello said": hung on the wrong verb
        late = [n for n in sentence.children(k, "nsubj") if k < n < verb]
        if late:
            return late[0]
    predicate = sentence.predicate_at(verb)
    agent = predicate.argument("ARG0") if predicate else None
    return agent.head if agent and agent.head != verb else _beside(sentence, verb)


def _agent(sentence: Sentence, verb: int) -> int | None:
    """Find who does it in the passive, behind "by" where there is one: "was told to reporters by the mayor"."""
    agents = [k for k in sentence.children(verb, "obl") if sentence.words[k].relation == "obl:agent"]
    by = [k for k in agents if case_of(sentence, k) == "by"]
    told = sentence.children(verb, "obl")
    misplaced = (n for k in told for n in sentence.children(k, "nmod") if case_of(sentence, n) == "by")
    return next(iter(by or agents), None) or next(misplaced, None)


def _beside(sentence: Sentence, verb: int) -> int | None:
    """Find a name right before a finite cue or right behind it, where the tree gives no subject."""
    words = sentence.words
    if words[verb].xpos not in ("VBD", "VBZ", "VBP") or sentence.children(verb, "mark"):
        return None
    before = verb - 1
    if before > 0 and words[before].text == ")":
        before = next((i for i in range(before, -1, -1) if words[i].text == "("), 0) - 1
    for place in (before, verb + 1):
        if 0 <= place < len(words) and words[place].upos in ("PROPN", "NOUN", "ADJ", "DET"):
            found = _head_of_name(sentence, place)
            if place < verb or found is None or not _acts_itself(sentence, verb, found):
                return found
    return None


def _acts_itself(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether a noun is the subject of what is said: "Rebels halt talks, say army broke truce"."""
    return sentence.words[noun].relation.startswith("nsubj") and sentence.words[noun].head > verb


def _head_of_name(sentence: Sentence, word: int) -> int | None:
    """Climb from a part of a name to its head."""
    for _ in range(len(sentence.words)):
        if sentence.words[word].relation not in PARTS_OF_NAMES or sentence.words[word].head < 0:
            break
        word = sentence.words[word].head
    return word if sentence.words[word].upos in ("PROPN", "NOUN", "PRON") else None


def _quoted_as(sentence: Sentence, verb: int) -> int | None:
    """Find who is quoted in "the agency quoted the minister as saying"."""
    word = sentence.words[verb]
    if word.head < 0 or sentence.words[word.head].lemma not in ("quote", "cite", "report"):
        return None
    if not any(sentence.words[k].text.lower() == "as" for k in sentence.children(verb, "mark", "case")):
        return None
    return next(iter(sentence.children(word.head, "obj", "nsubj:pass")), None)


def relay_of(sentence: Sentence, verb: int) -> int | None:
    """Find who quotes the speaker in "the agency quoted the minister as saying"."""
    if _quoted_as(sentence, verb) is None:
        return None
    governor = sentence.words[verb].head
    if is_passive(sentence, governor):
        by = [k for k in sentence.children(governor, "obl") if sentence.words[k].relation == "obl:agent"]
        return by[0] if by else None
    return next(iter(subjects(sentence, governor)), None)


def maker(sentence: Sentence, noun: int) -> int:
    """Give who made a document that "says" something, where the sentence tells; else the noun itself."""
    if sentence.words[noun].lemma.lower() not in word_class("documents"):
        return noun
    for k in sentence.children(noun, "nmod"):
        cases = {sentence.words[c].lemma for c in sentence.children(k, "case")}
        if sentence.words[k].relation == "nmod:poss" or cases & {"by", "from"}:
            return k
    above = sentence.words[noun].head
    if above >= 0 and sentence.words[noun].relation == "obj":
        found = subjects(sentence, above)
        if found:
            return found[0]
    return noun


def cue_words(sentence: Sentence, verb: int, second: str) -> tuple[int, int]:
    """Give the verb with auxiliaries before it and its second word after it."""
    mine = {k for k in sentence.children(verb, "aux", "advmod") if k < verb}
    first = verb
    while first - 1 in mine:
        first -= 1
    last = verb
    if second:
        last = next((i for i in range(verb + 1, min(verb + 4, len(sentence.words)))
                     if sentence.words[i].lemma.lower() == second), verb)  # fmt: skip
    return first, last


def spoken_to(sentence: Sentence, verb: int, row: CueRow) -> tuple[int, ...]:
    """Give the head words of those spoken to."""
    found: list[int] = []
    for k in sentence.children(verb, "obj", "iobj", "obl"):
        relation = sentence.words[k].relation
        if relation in ("obj", "iobj"):
            if "object" in row.addressee:
                found.append(k)
        elif {sentence.words[c].lemma.lower() for c in sentence.children(k, "case")} & set(row.addressee):
            found.append(k)
    return tuple(found[:1])


def own_clause(sentence: Sentence, verb: int, content: frozenset[int]) -> frozenset[int]:
    """Give the words that hang on the cue and are no content: subject, auxiliaries, time, addressee."""
    found = {verb}
    for k in sentence.children(verb):
        if sentence.words[k].relation in ("conj", "advcl", "parataxis", "ccomp") or k in content:
            continue
        branch = below(sentence, k)
        if not branch & content:
            found |= branch
    return frozenset(found - content)
