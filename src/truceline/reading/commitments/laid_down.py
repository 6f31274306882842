"""What an agreement lays down: the deeds that its verb governs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.commitments.deeds import Deed, each, followed_by, is_deed, lemmas_of, listed
from truceline.vocabulary import rows

GIVES = frozenset(("give", "grant", "leave"))
OBLIGES = frozenset((
    "require", "oblige", "obligate", "bind", "commit", "force", "allow", "permit", "demand", "provide", "call",
    "arrange", "instruct", "order", "direct", "task",
))  # fmt: skip
"""Verbs whose object, or who stands behind "for", has to act, also where the tree hangs the infinitive on it."""
PAPERS = frozenset((
    "annex", "chapter", "page", "pillar", "section", "paragraph", "map", "preamble", "version", "commitment",
    "obligation", "undertaking", "pledge", "promise", "chart", "appendix", "signature",
))  # fmt: skip
BINDS = frozenset(("commit", "bind", "oblige", "obligate"))
"""Verbs whose object is bound to what stands behind "to": "commits both sides to a truce"."""


def laid_down(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Give the deeds that a verb of laying down governs."""
    negated = sentence.words[verb].lemma in ("ban", "prohibit", "bar", "forbid", "outlaw", "preclude")
    clauses = [k for k in sentence.children(verb, "ccomp", "xcomp", "advcl") if k > verb and _content(sentence, k)]
    objects = [*sentence.children(verb, "obj", "iobj")] or _loose_objects(sentence, verb)
    phrases = [k for k in sentence.children(verb, "obl", "nmod") if case_of(sentence, k) == "for"]
    if sentence.words[verb].lemma in OBLIGES:
        bound = [(k, c) for k in (*objects, *phrases) for c in sentence.children(k, "acl") if _infinitive(sentence, c)]
        if any(sentence.words[c].lemma == "do" for c in clauses):
            return  # "freed its prisoners, as the pact obliges it to do"
        for k, c in bound:
            yield from each(sentence, Deed(sentence, c, (k,), "term", verb))
        if bound:
            return
    if sentence.words[verb].lemma in GIVES:
        yield from _given_time(sentence, verb)
        return
    if sentence.words[verb].lemma in BINDS and not clauses:
        to = [k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "to"]
        to += [k for o in objects for k in sentence.children(o, "nmod") if case_of(sentence, k) == "to"]
        for one in (n for k in to for n in listed(sentence, k) if not _is_of_paper(sentence, n)):
            yield Deed(sentence, one, tuple(objects[:1]), "term", verb)
        return
    if negated and objects:
        for k in sentence.children(verb, "advcl", "obl", "ccomp", "xcomp"):
            marks = [sentence.words[m].lemma for m in sentence.children(k, "mark", "case")]
            if "from" in marks and sentence.words[k].text.endswith("ing"):
                yield Deed(sentence, k, tuple(objects[:1]), "term", verb, negated=True)
                return
    for clause in clauses:
        own = sentence.children(clause, "nsubj", "nsubj:pass")
        agents = subjects(sentence, clause) if own else tuple((objects + phrases)[:1])
        yield from each(sentence, Deed(sentence, clause, agents, "term", verb))
    if clauses and (objects or phrases):
        return
    for noun in (*objects, *phrases):
        for one in (n for n in listed(sentence, noun) if not _is_of_paper(sentence, n)):
            if sentence.words[one].xpos in ("VBZ", "VBD", "VBP"):
                continue  # a verb taken for one of a list
            yield Deed(sentence, one, (), "term", verb, negated=negated)
            for follower in sentence.subtree(one)[1:]:
                yield from followed_by(sentence, Deed(sentence, one, (), "term", verb), follower)


def _given_time(sentence: Sentence, verb: int) -> Iterator[Deed]:
    """Read "gives the rebels 60 days to disarm", and "gives the rebels five ministries", whoever has to give them."""
    given = (*sentence.children(verb, "iobj"), *sentence.children(verb, "obj"))
    for span in given[1:]:
        timed = next(((a, b) for a, b in sentence.times if a <= span <= b), None)
        for k in (*sentence.children(span, "acl"), *sentence.children(verb, "advcl", "xcomp")):
            if timed and _infinitive(sentence, k):
                yield from (replace(d, due=timed) for d in each(sentence, Deed(sentence, k, given[:1], "term", verb)))
                return
        if not timed and (sentence.children(span, "nummod") or is_deed(sentence, span)):
            yield Deed(sentence, verb, (), "term", verb)
            return


def _loose_objects(sentence: Sentence, verb: int) -> list[int]:
    """Give the object where the tree hangs it otherwise: after a phrase between commas, or by its role."""
    beside = [k for k in sentence.children(verb, "conj", "appos", "dep", "parataxis") if k > verb]
    nouns = [k for k in beside if sentence.words[k].upos in ("NOUN", "PROPN") and is_deed(sentence, k)]
    predicate = sentence.predicate_at(verb)
    argument = predicate.argument("ARG1") if predicate else None
    if not nouns and argument and argument.head > verb and is_deed(sentence, argument.head):
        nouns = [argument.head] if not sentence.children(argument.head, "case") else []
    return nouns[:1]


def _is_of_paper(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun is a part of the text itself: "contains eight protocols"."""
    lemma = sentence.words[noun].lemma.lower()
    papers = {n for row in rows("agreements").values() for n in row.get("nouns", ()) if row.get("needs")}
    return lemma in papers | lemmas_of("parts") | PAPERS


def _infinitive(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[m].lemma == "to" for m in sentence.children(word, "mark"))


def _content(sentence: Sentence, clause: int) -> bool:
    marks = [sentence.words[k].lemma.lower() for k in sentence.children(clause, "mark")]
    if sentence.words[clause].relation == "advcl":
        return "to" in marks and sentence.words[clause].upos == "VERB"
    return sentence.words[clause].upos in ("VERB", "ADJ", "NOUN")
