"""Cues of measures: what a word says about a counted noun, as the rows of vocabulary/figures.toml write it."""

from __future__ import annotations

from functools import cache

from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import STATES
from truceline.vocabulary import rows

_BESIDE = ("compound:prt", "advmod", "obj", "xcomp")
_PATHS = frozenset(("to", "from", "into", "under", "by", "below", "behind", "through", "at", "on"))
"""Before a noun after "fell", these make it another deed: "fell to 300", "fell into the hands of"."""
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_ARMED = frozenset(("kidnapper", "abductor", "bandit", "captor", "hijacker", "robber", "raider"))
"""Besides fighters: who takes people by force."""
_WHO = frozenset(("those", "that", "victim", "people"))
_OBJECTS = ("obj", "nsubj:pass")


def said(sentence: Sentence, word: int, noun: int, first: int) -> tuple[str, ...]:
    """List the cues that a word gives for a counted noun, the closest first: "get back", "they fall", "are held"."""
    one = sentence.words[word]
    lemma = one.lemma.lower()
    if one.upos != "VERB":
        above = sentence.words[noun].head
        numbered = above if above >= 0 and sentence.words[above].upos == "NUM" else noun  # "70 of our men are in jail"
        is_told = not {noun, numbered}.isdisjoint(sentence.children(word, "nsubj"))
        stand = (f"they {lemma}", *_place(sentence, word), lemma) if is_told else (lemma,)
        return (*stand, *_places(sentence, word)) if word == noun else stand
    beside = [f"{lemma} {sentence.words[k].lemma.lower()}" for k in sentence.children(word, *_BESIDE)]
    return (*beside, *_by_role(sentence, word, noun, first), lemma, *_places(sentence, word))


def does_it(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether a noun names who does something to others: "300 men who killed a priest", "300 men to free her"."""
    if sentence.words[verb].upos != "VERB" or noun in (objects := sentence.children(verb, *_OBJECTS)):
        return False
    first = verb
    while sentence.words[first].relation == "conj" and not sentence.children(first, "nsubj", "nsubj:pass"):
        first = sentence.words[first].head
    if _stands_as(sentence, first, noun, "nsubj"):
        return bool(objects)
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(first, "mark"))
    return sentence.words[first].head == noun and infinitive and bool(objects)


def _places(sentence: Sentence, word: int) -> list[str]:
    """Write where somebody is or comes from: "in dungeon", "behind bar", "from home"."""
    return [place for k in sentence.children(word, "obl", "nmod", "xcomp") for place in _place(sentence, k)]


def _place(sentence: Sentence, noun: int) -> list[str]:
    cases = [sentence.words[c].lemma.lower() for c in sentence.children(noun, "case")]
    return [f"{case} {sentence.words[noun].lemma.lower()}" for case in cases if case in ("in", "behind", "from")]


def _by_role(sentence: Sentence, verb: int, noun: int, first: int) -> list[str]:
    """Write a verb with the place of the counted noun: its subject, its passive subject, its object, or after "by"."""
    lemma = sentence.words[verb].lemma.lower()
    found: list[str] = []
    if _stands_as(sentence, verb, noun, "nsubj") and not _goes_on(sentence, verb):
        found.append(f"they {lemma}")
    participle = sentence.words[verb].relation == "acl" and sentence.words[verb].xpos == "VBN"
    passive = _stands_as(sentence, verb, noun, "nsubj:pass") or (participle and sentence.words[verb].head == noun)
    if passive and not sentence.children(verb, "compound:prt"):
        found.append(f"are {sentence.words[verb].text.lower()}")
    objects = sentence.children(verb, "obj")
    behind = (noun in objects and noun >= first) or first in objects
    if (behind or passive) and _by_gunmen(sentence, verb):
        found.append(f"gunmen {lemma}")
    found += [f"{lemma} them"] if behind else []
    by = any(sentence.words[k].lemma == "by" for k in sentence.children(first, "case"))
    return [*found, f"{lemma} by"] if by and sentence.words[first].head == verb else found


def _stands_as(sentence: Sentence, verb: int, noun: int, relation: str) -> bool:
    """Tell whether a noun, or the relative pronoun that takes it up, is subject of a verb."""
    kids = sentence.children(verb, relation)
    taken_up = sentence.words[verb].head == noun and any(sentence.words[k].lemma.lower() in _RELATIVE for k in kids)
    return noun in kids or taken_up


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb has another sense by what follows it: "fell ill", "fell back", "fell to 300"."""
    if sentence.children(verb, "xcomp", "obj", "compound:prt"):
        return True
    if any(sentence.words[k].lemma in ("back", "silent", "short", "apart") for k in sentence.children(verb, "advmod")):
        return True
    cases = (k for o in sentence.children(verb, "obl") for k in sentence.children(o, "case"))
    return any(sentence.words[k].lemma.lower() in _PATHS and not _is_day(sentence, k) for k in cases)


def _is_day(sentence: Sentence, word: int) -> bool:
    return any(a <= word <= b or a == word + 1 for a, b in sentence.times)


@cache
def _fighters() -> frozenset[str]:
    return frozenset(rows("counted")["fighter"]["nouns"]) | _ARMED


def _by_gunmen(sentence: Sentence, verb: int) -> bool:
    return any(sentence.words[k].lemma.lower() in _fighters() for k in sentence.children(verb, "nsubj", "obl:agent"))


def is_undergoer(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether a noun names who a predicate happens to: "nine miners were killed", "the nine miners killed"."""
    predicate = sentence.predicate_at(verb)
    roles = predicate is not None and any(a.role == "ARG1" and a.first <= noun <= a.last for a in predicate.arguments)
    behind = sentence.words[verb].head == noun and not sentence.children(verb, "nsubj")
    elsewhere = any(a.role == "ARG1" for a in predicate.arguments) if predicate is not None else False
    return roles or noun in sentence.children(verb, *_OBJECTS) or (behind and not elsewhere)


def left_in_a_state(sentence: Sentence, found: list[int], noun: int) -> list[int]:
    """List the states in which verbs leave a noun: "left 60 rebels dead", "were left homeless"."""
    held = [i for i in found if noun in sentence.children(i, *_OBJECTS)]
    states = [k for i in held for k in sentence.children(i, "xcomp")]
    # The network hangs the state on the last noun of a list: "left 12 rebels and three soldiers dead".
    states += [k for one in sentence.conjuncts(noun) for k in sentence.children(one, "amod") if k > one]
    return [k for k in states if sentence.words[k].text.lower() in STATES]


def state_behind(sentence: Sentence, noun: int) -> list[int]:
    """Give the state that ends a note without a verb, wherever the tree hangs it: "27 passengers dead."."""
    behind = sentence.words[noun + 1 : noun + 3]
    ends = len(behind) == 1 or (len(behind) == 2 and behind[1].upos == "PUNCT")
    return [noun + 1] if ends and behind[0].upos == "ADJ" and behind[0].text.lower() in STATES else []


def named_with(sentence: Sentence, noun: int) -> list[int]:
    """List the states that a noun is said to belong to: "among the dead were 12", "those who died were 12"."""
    ups = (noun, *[*sentence.ancestors(noun)][:1])
    near = [k for i in ups for k in sentence.children(i, "nsubj", "obl", "csubj") if k < noun]
    told = [v for k in near for v in sentence.children(k, "acl:relcl") if sentence.words[k].lemma.lower() in _WHO]
    return [*(k for k in near if sentence.words[k].text.lower() in STATES), *told]


def listed_with(sentence: Sentence, noun: int) -> int:
    """Give the noun that a noun is listed after: "12 rebels" for the men in "12 rebels and three men"."""
    word = sentence.words[noun]
    return word.head if word.relation == "conj" and sentence.words[word.head].upos in ("NOUN", "PROPN") else noun


def is_whole(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun only names the whole of which a part follows: "of the 1,200 detainees, 300 were freed"."""
    cases = [sentence.words[k] for k in sentence.children(noun, "case")]
    return sentence.words[noun].relation in ("obl", "nmod") and any(c.text == "Of" for c in cases)


def is_announced(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is the infinitive of a headline: "Army to cut force to 3,000"."""
    words = sentence.words
    if not any(words[k].lemma == "to" for k in sentence.children(verb, "mark")):
        return False
    if words[verb].relation == "root":
        clause = bool(sentence.children(verb, "nsubj", "nsubj:pass"))
        return clause and not any(words[k].upos == "AUX" for k in sentence.children(verb, "cop", "aux"))
    head = words[verb].head
    bare = words[verb].relation == "acl" and words[head].relation == "root" and words[head].xpos.startswith("NN")
    return bare and head < verb and not sentence.children(head, "cop", "nsubj", "det")
