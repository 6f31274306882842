"""Where a report tells of a promise: verbs of promising, terms of agreements, announcements, and what they promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import antecedent, case_of, holders, is_noun, passive, subjects
from truceline.reading.counted import class_of, is_money
from truceline.reading.principals import meant, principal
from truceline.reading.scene import Scene
from truceline.reading.surroundings import lies_ahead
from truceline.vocabulary import rows

FUTURE = frozenset(("will", "would", "shall", "must", "'ll", "’ll", "wo", "'d", "’d"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
UNTOLD = frozenset((
    "refuse", "urge", "ask", "demand", "want", "fail", "hope", "decline", "deny", "press", "call", "reject", "persuade",
    "force", "expect", "pressure", "convince", "tell", "if", "whether",
))  # fmt: skip
"""A promise under one of these was not made."""
PERSONAL = frozenset(("it", "they", "he", "she", "we", "i", "both"))
STATES_OF_MIND = frozenset((
    "be", "have", "see", "know", "win", "need", "like", "think", "find", "get", "want", "hope", "lose", "remember",
    "learn", "feel", "believe", "say", "tell", "understand", "expect", "fear", "miss", "become",
))  # fmt: skip
"""What nobody promises by saying that it will."""


@dataclass(frozen=True)
class Deed:
    """Something promised: the word that names the deed, who is bound (words), and how it was told."""

    sentence: Sentence
    word: int
    agents: tuple[int, ...]
    told_by: str
    """term, promise, announcement or future."""
    cue: int
    """The word that makes it a promise."""
    negated: bool = False
    passive: bool = False
    addressee: int | None = None
    frame: int | None = None
    """The word whose clause carries the deed, where it is not the deed's own: "to be followed by a pullout"."""
    due: tuple[int, int] | None = None
    """Words of its day, where they stand outside its clause: "3 May, the date on which talks are to begin"."""


@cache
def _lemmas(key: str) -> frozenset[str]:
    return frozenset(lemma for row in rows("commitments").values() for lemma in row.get(key, ()))


@cache
def topics() -> dict[str, str]:
    """Give the row of every promised sort of deed, by lemma."""
    out: dict[str, str] = {}
    for name, row in rows("commitments").items():
        for lemma in row.get("deeds", ()):
            out.setdefault(lemma, name)
    return out


def promises_in(scene: Scene, sentence: Sentence) -> Iterator[Deed]:
    """Find what is promised in a sentence by verbs and nouns of promising and by announcements."""
    for i, word in enumerate(sentence.words):
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma in _lemmas("promises"):
            yield from _by_verb(scene, sentence, i)
        elif word.upos == "NOUN" and lemma in _lemmas("nouns"):
            yield from _by_noun(sentence, i)
        elif word.upos == "VERB" and lemma in _lemmas("announces"):
            yield from _announced(scene, sentence, i)
        elif word.upos == "VERB" and _own_future(scene, sentence, i):
            yield _own(sentence, Deed(sentence, i, subjects(sentence, i), "announcement", i))


def is_untold(sentence: Sentence, word: int) -> bool:
    """Tell whether a promise was not made: refused, demanded, denied, only wished for."""
    if any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(word, "advmod", "det")):
        return True
    if any(sentence.words[k].lemma in ("not", "n't") for k in sentence.children(word)):
        return True
    if lies_ahead(sentence, word) or _yet_to(sentence, word):
        return True
    at = word
    for up in [*sentence.ancestors(word)][:3]:
        relation = sentence.words[at].relation
        if relation in ("xcomp", "ccomp", "advcl", "obj", "acl") and sentence.words[up].lemma.lower() in UNTOLD:
            return True
        at = up
    return any(sentence.words[k].lemma in ("if", "unless", "whether") for k in sentence.children(word, "mark"))


def _yet_to(sentence: Sentence, word: int) -> bool:
    head = sentence.words[word].head
    if head >= 0 and sentence.words[head].lemma == "yet":
        return True
    if head < 0 or sentence.words[head].lemma != "have":
        return False
    return any(sentence.words[k].lemma == "yet" for k in sentence.children(head))


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> Iterator[Deed]:
    if is_untold(sentence, verb):
        return
    if passive(sentence, verb) and (
        sentence.words[verb].lemma in ("agree", "promise", "pledge", "accept", "guarantee")
    ):
        yield from _agreed_upon(sentence, verb)
        return
    addressee = next((antecedent(sentence, k) for k in sentence.children(verb, "iobj")), None)
    object_ = next(iter(sentence.children(verb, "obj", "iobj")), None)
    clause = complement(sentence, verb)
    if clause is None and not sentence.children(verb, "obj") and sentence.words[verb].relation == "parataxis":
        clause = sentence.words[verb].head  # "The road would be open by May, she promised."
    if clause is not None and not is_noun(sentence, clause):
        if sentence.words[verb].lemma in ("agree", "accept", "guarantee", "assure") and _finite_fact(sentence, clause):
            return
        if addressee is None and object_ is not None and sentence.words[object_].upos in ("PROPN", "NOUN", "PRON"):
            addressee = object_
        agents = subjects(sentence, clause) if sentence.children(clause, "nsubj") else subjects(sentence, verb)
        speakers = subjects(sentence, verb)
        if sentence.words[verb].lemma in ("oblige", "bind", "commit") and object_ is not None:
            agents = (object_,) if not _reflexive(sentence, object_) else subjects(sentence, verb)
        for deed in each(sentence, Deed(sentence, clause, agents, "promise", verb, addressee=addressee)):
            acting = any(meant(scene, sentence, a) for a in deed.agents)
            named = acting or any(sentence.words[a].text.lower() in PERSONAL for a in deed.agents)
            yield deed if named else replace(deed, agents=speakers, passive=False)
        return
    nouns = [k for k in sentence.children(verb, "obj") if not _reflexive(sentence, k)]
    if sentence.words[verb].lemma == "commit":  # "committed violations" is no promise
        nouns = []
    cases = ("to", "on", "upon") if sentence.words[verb].lemma in ("agree", "commit", "consent", "pledge") else ()
    nouns += [k for k in sentence.children(verb, "obl") if case_of(sentence, k) in cases]
    for noun in nouns:
        for one in listed(sentence, noun):
            given = sentence.words[verb].lemma not in ("agree", "accept", "consent")
            if is_deed(sentence, one) or (given and _sum(scene, sentence, one)):
                agents = subjects(sentence, verb)
                yield Deed(sentence, one, agents, "promise", verb, addressee=addressee)


def _sum(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is a sum of money or a number of people: "pledged $3 million", "promised 400 troops"."""
    below = sentence.subtree(noun)
    counts = [m for m in scene.amounts if m.sentence == sentence.index and m.first in below]
    return any(is_money(m.amount.unit) or class_of(m.amount.unit) in ("people", "things") for m in counts)


def _reflexive(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].text.lower() in ("itself", "themselves", "himself", "herself")


def _agreed_upon(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "a truce agreed to by the rebels" and "it was agreed that ..."."""
    by = tuple(k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "by")
    agents = tuple(a for k in by for a in sentence.conjuncts(k))
    word = sentence.words[verb]
    clause = complement(sentence, verb)
    before = _noun_before(sentence, verb) if by and not sentence.children(verb, "nsubj:pass") else None
    if before is not None:
        yield Deed(sentence, before, agents, "promise", verb)
    elif clause is not None and not is_noun(sentence, clause) and not _finite_fact(sentence, clause):
        yield from each(sentence, Deed(sentence, clause, subjects(sentence, clause), "promise", verb))
    elif word.relation.startswith("acl") and word.head >= 0 and is_deed(sentence, word.head):
        yield Deed(sentence, word.head, agents, "promise", verb, passive=not agents)
    else:
        for k in sentence.children(verb, "nsubj:pass"):
            if is_deed(sentence, k):
                yield Deed(sentence, k, agents, "promise", verb, passive=not agents)


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Find the deed in "a pause in fighting agreed to by the rebels", wherever the tree hangs the participle."""
    at = verb - 1
    while at > 0 and sentence.words[at].upos == "PUNCT":
        at -= 1
    while sentence.words[at].relation == "nmod" and 0 <= sentence.words[at].head < at:
        at = sentence.words[at].head
    return at if sentence.words[at].upos == "NOUN" and is_deed(sentence, at) and verb - at <= 8 else None


def _by_noun(sentence: Sentence, noun: int) -> Iterator[Deed]:
    """Read "its pledge to leave" and "a commitment by the army to leave"."""
    if is_untold(sentence, noun) or _denied(sentence, noun):
        return
    for k in sentence.children(noun, "acl"):
        if any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark")):
            agents = tuple(a for h in holders(sentence, noun) for a in sentence.conjuncts(h))
            yield from each(sentence, Deed(sentence, k, agents, "promise", noun))


def _denied(sentence: Sentence, noun: int) -> bool:
    head = sentence.words[noun].head
    if any(sentence.words[k].lemma.lower() in ("no", "any", "neither") for k in sentence.children(noun, "det")):
        return True
    negated = head >= 0 and any(sentence.words[k].lemma in ("not", "n't") for k in sentence.children(head, "advmod"))
    return negated and sentence.words[noun].relation in ("obj", "nsubj", "root")


def _announced(scene: Scene, sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "announced that it would withdraw": what the speaker says that it will do itself."""
    clause = complement(sentence, verb)
    if clause is None or is_noun(sentence, clause) or is_untold(sentence, verb):
        return
    if not _modal(sentence, clause) or clause not in topic_words(sentence, clause):
        return
    speakers, doers = subjects(sentence, verb), subjects(sentence, clause)
    if doers and speakers and _same_side(scene, sentence, speakers[0], doers[0]):
        yield from each(sentence, Deed(sentence, clause, doers, "announcement", verb))


def _own_future(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether somebody says what it will do itself: "the group would not attack", "we shall keep our word"."""
    auxiliaries = {sentence.words[k].text.lower() for k in sentence.children(verb, "aux")}
    doers = subjects(sentence, verb)
    if not auxiliaries & FUTURE or not doers or _if_only(sentence, verb):
        return False
    quoted = (sentence.index, verb) in scene.voices.quoted
    first_person = sentence.words[doers[0]].text.lower() in ("we", "i")
    if quoted and (not first_person or not auxiliaries & {"will", "shall", "'ll", "’ll", "wo", "must"}):
        return False
    credit = scene.voices.at(sentence.index, verb).attributed_to
    if credit is not None and first_person:
        return sentence.words[verb].lemma not in STATES_OF_MIND
    keys = {principal(scene, k) for d in doers for k in meant(scene, sentence, d)}
    same = credit is not None and (principal(scene, credit) in keys or _own_group(sentence, doers[0]))
    own = same and bool(topic_words(sentence, verb))
    return own or _stated_plainly(scene, sentence, verb, auxiliaries)


def _own_group(sentence: Sentence, doer: int) -> bool:
    """Tell whether somebody speaks of "the group" or "it": the side that he speaks for."""
    word = sentence.words[doer]
    if word.text.lower() in ("it", "they"):
        return True
    bare = not sentence.children(doer, "compound", "nmod", "amod", "flat")
    definite = any(sentence.words[k].lemma.lower() in ("the", "its", "his", "their") for k in sentence.children(doer, "det"))
    return bare and definite and word.lemma in ("group", "movement", "party", "organisation", "organization", "militia")


def _if_only(sentence: Sentence, verb: int) -> bool:
    """Tell whether a future is only imagined: "if we had to, we would win"."""
    marks = {sentence.words[m].lemma for k in sentence.children(verb, "advcl") for m in sentence.children(k, "mark")}
    would = any(sentence.words[k].text.lower() in ("would", "'d", "’d") for k in sentence.children(verb, "aux"))
    return "if" in marks and would


def _stated_plainly(scene: Scene, sentence: Sentence, verb: int, auxiliaries: set[str]) -> bool:
    """Tell whether the report itself states what a side will do, with a number or a day: "will free 90 men by May"."""
    if not auxiliaries & {"will", "shall"} or sentence.words[verb].relation in ("advcl", "acl:relcl"):
        return False
    if topics().get(sentence.words[verb].lemma.lower()) not in ("withdraw", "release", "cease", "disarm", "deploy"):
        return False
    if not any(meant(scene, sentence, d) for d in subjects(sentence, verb)):
        return False
    below = sentence.subtree(verb)
    counted = any(m.sentence == sentence.index and m.first in below for m in scene.amounts)
    return counted or any(d.sentence == sentence.index and d.first in below for d in scene.dates)


def topic_words(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the verb itself if it names a deed that can be promised, and its infinitives and objects that do."""
    near = (verb, *sentence.children(verb, "xcomp", "obj"))
    return (verb,) if any(sentence.words[k].lemma.lower() in topics() for k in near) else ()


def _same_side(scene: Scene, sentence: Sentence, speaker: int, doer: int) -> bool:
    if sentence.words[doer].text.lower() in ("it", "they", "he", "she", "we", "i"):
        return True
    said = set(meant(scene, sentence, speaker))
    done = set(meant(scene, sentence, doer))
    members = {m for a in scene.actors.mentions if a.key in said for m in a.member_of}
    return bool(done & (said | members))


def complement(sentence: Sentence, verb: int) -> int | None:
    """Give the clause that a verb of speaking or promising governs."""
    for k in sentence.children(verb, "ccomp", "xcomp"):
        if sentence.words[k].upos in ("VERB", "AUX", "ADJ", "NOUN"):
            return k
    for k in sentence.children(verb, "advcl"):
        if any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark")) and k > verb:
            return k
    predicate = sentence.predicate_at(verb)
    for argument in predicate.arguments if predicate else ():
        if argument.role in ("ARG1", "ARG2") and sentence.words[argument.head].upos == "VERB" and argument.head > verb:
            return argument.head
    return None


def _modal(sentence: Sentence, verb: int) -> bool:
    return any(sentence.words[k].text.lower() in FUTURE for k in sentence.children(verb, "aux"))


def _finite_fact(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause states a fact: "agreed that the war was lost"."""
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(clause, "mark"))
    should = any(sentence.words[k].lemma in ("should", "may") for k in sentence.children(clause, "aux"))
    return not infinitive and not _modal(sentence, clause) and not should


def is_deed(sentence: Sentence, word: int) -> bool:
    """Tell whether a noun names something that can be done: a deed of the vocabulary or a predicate."""
    lemma = sentence.words[word].lemma.lower()
    if lemma in topics():
        return True
    paper = lemma in _lemmas("nouns") or lemma in rows("agreements")["agreement"]["nouns"] or lemma in ("plan", "need")
    return sentence.words[word].upos == "NOUN" and sentence.predicate_at(word) is not None and not paper


def listed(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Give a noun and the deeds listed with it, by "and" or by a comma."""
    found = [noun]
    for one in found:
        beside = [k for k in sentence.children(one, "conj", "appos", "list") if k not in found]
        found += [k for k in beside if sentence.words[k].relation == "conj" or is_deed(sentence, k)]
    return tuple(sorted(found))


def each(sentence: Sentence, deed: Deed) -> Iterator[Deed]:
    """Give a promised verb and those coordinated with it, each with its own negation; objects stay together."""
    yield _own(sentence, deed)
    for k in sentence.children(deed.word, "conj"):
        if any(sentence.words[c].lemma == "or" for c in sentence.children(k, "cc")) and sentence.children(k, "nsubj"):
            continue
        own_modal = _modal(sentence, k) or any(sentence.words[m].lemma == "to" for m in sentence.children(k, "mark"))
        if sentence.words[k].upos == "VERB" and (own_modal or sentence.children(k, "obj", "obl")):
            agents = subjects(sentence, k) or deed.agents
            if own_modal or not sentence.children(k, "advmod", "aux"):
                yield from each(sentence, replace(deed, word=k, agents=agents))
    for k in sentence.children(deed.word, "advcl", "xcomp", "obl"):
        yield from _beside(sentence, deed, k)


def _beside(sentence: Sentence, deed: Deed, child: int) -> Iterator[Deed]:
    """Read "with allies withdrawing too" and "to be followed by a pullout" beside a promised verb."""
    word = sentence.words[child]
    if word.xpos == "VBG" and sentence.children(child, "nsubj") and word.lemma in topics():
        yield _own(sentence, replace(deed, word=child, agents=subjects(sentence, child)))
    yield from followed_by(sentence, deed, child)


def followed_by(sentence: Sentence, deed: Deed, child: int) -> Iterator[Deed]:
    """Give the deed of "followed by a pullout"."""
    if sentence.words[child].lemma == "follow" and passive(sentence, child):
        for k in sentence.children(child, "obl"):
            if case_of(sentence, k) == "by" and is_deed(sentence, k):
                yield replace(deed, word=k, agents=(), negated=False, frame=child)


def _own(sentence: Sentence, deed: Deed) -> Deed:
    negated = any(sentence.words[k].lemma.lower() in NEGATIONS for k in sentence.children(deed.word, "advmod"))
    unnamed = passive(sentence, deed.word)
    by = tuple(k for k in sentence.children(deed.word, "obl") if case_of(sentence, k) == "by")
    agents = by if unnamed else deed.agents
    return replace(deed, negated=negated, passive=unnamed and not by, agents=agents)
