"""Who does what in a clause: subjects, objects and phrases of a verb or noun, also where another word gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.sentences import Sentence, remembered
from truceline.reading.cases import case_of
from truceline.reading.passives import CONTROL_BY_OBJECT, passive

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "IN", "WP$"})
MISPARSED = frozenset({"vocative", "appos", "dep", "dislocated", "parataxis", "obj"})
BLAMING = frozenset({"accuse", "blame", "suspect", "charge", "convict", "acquit", "indict"})
PLACE_CASES = frozenset({
    "in", "at", "near", "outside", "inside", "around", "across", "throughout", "along", "within", "off",
})  # fmt: skip
GIVING = frozenset({
    "allot", "award", "bring", "deny", "give", "grant", "hand", "lend", "offer", "pay", "promise",
    "sell", "send", "show",
})  # fmt: skip
MEANS = frozenset({"telephone", "phone", "radio", "video", "satellite", "letter"})  # "a talk by phone"
RECKONING = frozenset({"account", "admission", "count", "estimate", "reckoning", "tally"})  # "600 held, by his count"
SUBORDINATORS = frozenset({"after", "before", "since", "until", "as"})
CLAUSE_RELATIONS = frozenset({"ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with a preposition: the preposition and the head word."""

    case: str
    head: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb or noun with those who take part; every number is the head word of a phrase."""

    word: int
    noun: bool
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    modifiers: tuple[int, ...] = ()
    """Names and nouns before an event noun, and adjectives."""

    def after(self, *cases: str) -> tuple[int, ...]:
        """Give the heads of the phrases with one of the prepositions."""
        return tuple(p.head for p in self.phrases if p.case in cases)


def is_noun(sentence: Sentence, word: int) -> bool:
    """Tell whether a predicate is a noun, not a verb."""
    return (
        sentence.words[word].upos in ("NOUN", "PROPN")
        or (sentence.words[word].xpos in ("NN", "NNS", "NNP", "NNPS") and sentence.words[word].upos != "VERB")
        or _gerund_noun(sentence, word)
    )


def _gerund_noun(sentence: Sentence, word: int) -> bool:
    """A verb in -ing that stands as a noun: "the signing of", "fighting between"."""
    if sentence.words[word].xpos != "VBG":
        return False
    if any(sentence.words[k].relation in ("det", "nmod:poss", "amod") for k in sentence.children(word)):
        return not sentence.children(word, "obj", "aux")
    head = sentence.words[word].head
    if sentence.words[word].relation == "advcl" and head > word and not sentence.children(head, "nsubj"):
        return not sentence.children(word, "obj", "mark", "aux")  # "Fighting between the clans continues"
    if sentence.words[word].relation == "acl" and sentence.words[word - 1].lemma == "of":
        return not sentence.children(word, "obj", "aux", "xcomp")  # "three days of fighting"
    used = sentence.words[word].relation in ("nsubj", "csubj", "obj", "nsubj:pass", "obl", "nmod")
    return used and not sentence.children(word, "obj", "nsubj", "aux", "xcomp", "ccomp")


def phrases_of(sentence: Sentence, word: int) -> Iterator[Phrase]:
    """Give the phrases that hang on a word, in order; those coordinated with one count as one."""
    for k in sentence.children(word, "obl", "nmod"):
        relation = sentence.words[k].relation
        if relation in ("nmod:poss", "obl:unmarked", "nmod:unmarked", "nmod:desc"):
            continue
        yield Phrase("by" if relation == "obl:agent" else case_of(sentence, k), k)


@remembered
def clause_of(sentence: Sentence, word: int) -> Clause:
    """Give a verb or noun with those who take part in it."""
    return _noun_clause(sentence, word) if is_noun(sentence, word) else _verb_clause(sentence, word)


def _noun_clause(sentence: Sentence, word: int) -> Clause:
    modifiers = list(sentence.children(word, "compound", "amod", "nmod:desc", "nummod", "flat"))
    modifiers += [k for m in modifiers for k in sentence.children(m, "compound", "conj", "nmod", "flat", "amod")]
    agents = list(sentence.children(word, "nmod:poss"))
    phrases = list(phrases_of(sentence, word))
    if sentence.words[word].upos == "VERB":
        agents += list(sentence.children(word, "nsubj"))
    by = [p.head for p in phrases if p.case == "by"]
    phrases += [p for k in by if sentence.words[k].lemma in MEANS for p in phrases_of(sentence, k)]
    agents += [k for k in by if sentence.words[k].lemma not in MEANS]
    return Clause(word, True, tuple(agents), (), tuple(p for p in phrases if p.case != "by"), tuple(sorted(modifiers)))


def _verb_clause(sentence: Sentence, verb: int) -> Clause:
    phrases = list(phrases_of(sentence, verb))
    objects = [antecedent(sentence, k) for k in sentence.children(verb, "obj", "iobj")]
    if sentence.words[verb].lemma in GIVING:
        objects += [k for o in objects for k in _second_object(sentence, o)]
    if not objects and not passive(sentence, verb):  # an object taken for a phrase without preposition
        bare = [k for k in sentence.children(verb, "obl") if sentence.words[k].relation == "obl" and k > verb]
        objects = [k for k in bare if not case_of(sentence, k) and sentence.words[k].upos != "NUM"][:1]
    if len(objects) > 1 and objects[0] == verb - 1 and not subjects(sentence, verb):
        # A headline whose subject was taken for an object: "Army bombs rebels".
        return Clause(verb, False, (objects[0],), tuple(objects[1:]), tuple(phrases))
    if passive(sentence, verb):
        agents = [p.head for p in phrases if p.case == "by" and sentence.words[p.head].lemma not in RECKONING]
        phrases = [p for p in phrases if p.case != "by"]
        patients = [*subjects(sentence, verb), *objects]
    else:
        agents, patients = list(subjects(sentence, verb)), objects
    if not patients and not sentence.children(verb, "obl", "xcomp", "ccomp"):  # "captured and burned the town"
        shared = [o for k in sentence.children(verb, "conj") for o in sentence.children(k, "obj")]
        patients = [o for o in shared[:1] if sentence.words[o].head > verb and not passive(sentence, verb)]
    agents, patients = _from_roles(sentence, verb, agents, patients)
    return Clause(verb, False, tuple(agents), tuple(dict.fromkeys(patients)), tuple(phrases))


def _second_object(sentence: Sentence, first: int) -> Iterator[int]:
    """Give the thing given that was taken for part of who gets it: "granted the movements five ministries"."""
    for k in sentence.children(first, "appos", "nmod"):
        bare = sentence.words[k].relation in ("appos", "nmod:unmarked") and k > first and not case_of(sentence, k)
        if bare and not any(sentence.words[m].xpos in (",", "-LRB-", ":") for m in range(first, k)):
            yield k


def _from_roles(sentence: Sentence, verb: int, agents: list[int], patients: list[int]) -> tuple[list[int], list[int]]:
    """Where the tree gives nobody, take the roles; and the object of a relative clause from its noun."""
    predicate = sentence.predicate_at(verb)
    if predicate is None:
        return agents, patients
    first, second = predicate.argument("ARG0"), predicate.argument("ARG1")
    if first and sentence.words[first.head].relation == "flat" and sentence.words[first.head].head in patients:
        first = None  # the name of who suffers: "Rescuer Omar Haddad killed"
    if not agents and first and first.head not in patients and sentence.words[first.head].lemma not in RECKONING:
        agents = [antecedent(sentence, first.head)]
    if not patients and second and second.head not in agents and _could_suffer(sentence, verb, second.head):
        patients = [antecedent(sentence, second.head)]
    return agents, patients


def _could_suffer(sentence: Sentence, verb: int, head: int) -> bool:
    """Tell whether an argument may be an object: it hangs on the verb, or the verb on it."""
    word = sentence.words[head]
    if word.upos in ("VERB", "AUX"):
        return False
    return sentence.words[verb].head == head or (word.head == verb and word.relation not in ("nsubj", "advcl"))


def antecedent(sentence: Sentence, word: int) -> int:
    """Give the noun that a relative pronoun stands for, or the word itself."""
    if sentence.words[word].lemma.lower() not in RELATIVES or sentence.words[word].xpos not in RELATIVE_TAGS:
        return word
    for above in sentence.ancestors(word):
        if sentence.words[above].relation == "acl:relcl":
            return sentence.words[above].head
    return word


def subjects(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Give the grammatical subject of a verb, also where a governing clause gives it."""
    own = sorted(sentence.children(verb, "nsubj"), key=lambda k: sentence.words[k].relation == "nsubj:outer")
    apart = [k for k in sentence.children(verb, "dislocated") if k < verb]
    if apart:
        return (apart[0],)  # "a second one, with changes demanded by all, was signed"
    if own and own[0] > verb > 0 and sentence.words[verb - 1].relation in MISPARSED:
        return (verb - 1,)  # "...," a commander told reporters
    if own:
        return (antecedent(sentence, own[0]),)
    word = sentence.words[verb]
    head, relation = word.head, word.relation.partition(":")[0]
    for k in sentence.children(verb, "advcl"):
        # "After a bomb in Kabul killed ten": the subject taken for the head of a clause.
        noun = k < verb and sentence.words[k].upos in ("NOUN", "PROPN") and not sentence.children(k, "cop", "nsubj")
        if noun and any(sentence.words[m].lemma in SUBORDINATORS for m in sentence.children(k, "case", "mark")):
            return (k,)
    if head < 0 or depth > 6:
        return ()
    if relation == "conj":
        return subjects(sentence, head, depth + 1)
    if relation == "acl":
        return _subject_of_acl(sentence, verb, head, depth)
    if relation in ("xcomp", "advcl"):
        return _controller(sentence, verb, head, depth)
    if relation in ("obl", "nmod") and sentence.words[head].upos in ("VERB", "ADJ"):
        return subjects(sentence, head, depth + 1)
    if relation == "parataxis" and head < verb and sentence.words[head].upos in ("NOUN", "PROPN"):
        return (head,)  # a clause whose subject was taken for its head
    if relation == "parataxis" and not sentence.children(verb, "nsubj:pass", "expl"):
        beside = [k for k in sentence.children(head, "parataxis") if k < verb and k > head]
        if beside and sentence.words[beside[-1]].upos in ("NOUN", "PROPN"):
            return (beside[-1],)  # a clause whose subject was taken for a clause beside it
    if relation == "ccomp" and any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark")):
        return _controller(sentence, verb, head, depth)
    return ()


def governor(sentence: Sentence, word: int) -> int:
    """Give what governs a word; for "accused the militia of killing" the verb, even where "of" hangs on the militia."""
    head = sentence.words[word].head
    if head < 0 or not sentence.words[word].relation.startswith("acl"):
        return head
    if not any(sentence.words[k].lemma in ("of", "for") for k in sentence.children(word, "mark")):
        return head
    above = sentence.words[head].head
    blames = sentence.words[head].relation in ("obj", "nsubj:pass") and sentence.words[above].lemma in BLAMING
    return above if blames else head


def _subject_of_acl(sentence: Sentence, verb: int, noun: int, depth: int) -> tuple[int, ...]:
    if governor(sentence, verb) != noun:
        return (noun,)
    if sentence.children(verb, "mark"):
        if case_of(sentence, noun) == "for" and sentence.words[noun].head >= 0 and noun < verb:
            return (noun,)  # "provides for the fighters to move to camps"
        return holders(sentence, noun, depth)
    return (noun,)


def holders(sentence: Sentence, noun: int, depth: int = 0) -> tuple[int, ...]:
    """Give who holds a plan, promise or right: "the commitment by the rebels to ...", "their attempt to ..."."""
    for k in sentence.children(noun, "nmod"):
        if sentence.words[k].relation == "nmod:poss" or case_of(sentence, k) in ("by", "from", "on"):
            return (k,)
    above = sentence.words[noun].head
    if above >= 0 and depth < 6 and sentence.words[noun].relation in ("obj", "obl", "root", "xcomp"):
        return subjects(sentence, above, depth + 1)
    return ()


def _controller(sentence: Sentence, verb: int, head: int, depth: int) -> tuple[int, ...]:
    """Who acts in an infinitive or participle: the governor's object under verbs of asking, else its subject."""
    governor = sentence.words[head]
    infinitive = any(sentence.words[k].lemma == "to" for k in sentence.children(verb, "mark"))
    of = any(sentence.words[k].lemma in ("of", "for", "with", "into") for k in sentence.children(verb, "mark"))
    if governor.lemma in CONTROL_BY_OBJECT and (infinitive or of or sentence.words[verb].relation == "xcomp"):
        if passive(sentence, head):
            return subjects(sentence, head, depth + 1)
        for k in sentence.children(head, "obj", "iobj", "obl"):
            if sentence.words[k].relation != "obl" or case_of(sentence, k) in ("on", "upon", "to", "for"):
                return (k,)
    if infinitive:  # "provides for the rebels to disarm"
        for k in sentence.children(head, "obl"):
            if case_of(sentence, k) == "for" and head < k < verb:
                return (k,)
    if is_noun(sentence, head):
        return holders(sentence, head, depth + 1)
    if sentence.words[verb].relation.startswith("advcl") and passive(sentence, head):
        by = [p.head for p in phrases_of(sentence, head) if p.case == "by"]
        return tuple(by[:1]) if not infinitive else ()
    return subjects(sentence, head, depth + 1)
