"""Words that the network hangs on the wrong word: a day before "that", a subject, the wounded beside the dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truceline.reading.network.decoding import Decoded

ADJUNCTS = ("obl", "advmod")
RID_OF = frozenset((
    "clear", "cleared", "clearing", "clears", "deprive", "deprived", "deprives", "depriving", "relieve", "relieved",
    "relieves", "relieving", "rob", "robbed", "robbing", "robs", "strip", "stripped", "stripping", "strips",
))  # fmt: skip
"""Verbs that rid what they act on of something: "cleared the road of mines", "stripped the general of his command"."""
UNMARKED = ("nmod:unmarked", "obl:unmarked", "appos", "dislocated")
COSTING = frozenset(("cost", "costs", "costing"))
BESIDE_THE_DEAD = ("acl", "orphan")
"""How a participle without "were" is hung on those it counts: "two were killed and three others wounded"."""


def with_words_in_place(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Hang words where their order puts them, in place; any other tree stays as it is."""
    for i in range(len(words)):
        relation = decoded.relations[i]
        if relation == "ccomp":
            _leave_before_that(decoded, words, i)
        elif relation == "nsubj" and (verb := _verb_between(decoded, i)) is not None:
            decoded.heads[i] = verb
        elif relation == "nmod" and (verb := _verb_ridding(decoded, words, i)) is not None:
            decoded.heads[i], decoded.relations[i] = verb, "obl"
        elif relation in UNMARKED and (verb := _verb_costing(decoded, words, i)) is not None:
            decoded.heads[i], decoded.relations[i] = verb, "obj"
        elif relation in BESIDE_THE_DEAD and (verb := _verb_of_the_dead(decoded, i)) is not None:
            _coordinate(decoded, i, verb)
    return decoded


def _below(decoded: Decoded, at: int, *relations: str) -> Iterator[int]:
    """Give the words that hang on a word by one of some relations."""
    return (i for i, head in enumerate(decoded.heads) if head == at and decoded.relations[i] in relations)


def _leave_before_that(decoded: Decoded, words: Sequence[str], verb: int) -> None:
    """Hang what stands before "that" on the verb above: "said on Sunday that a bomb had gone off"."""
    above = decoded.heads[verb]
    that = next((i for i in _below(decoded, verb, "mark") if above < i and words[i].lower() == "that"), None)
    if that is None:
        return
    for i in range(above + 1, that):
        if decoded.heads[i] == verb and decoded.relations[i].startswith(ADJUNCTS):
            decoded.heads[i] = above


def _verb_between(decoded: Decoded, subject: int) -> int | None:
    """Give the verb of a subject that was hung on what follows it: "the decision came under attack"."""
    noun = decoded.heads[subject]
    if noun <= subject or decoded.relations[noun] != "obl" or decoded.upos[noun] not in ("NOUN", "PROPN"):
        return None
    verb = decoded.heads[noun]
    case = next(_below(decoded, noun, "case"), None)
    if case is None or not subject < verb < case or any(_below(decoded, verb, "nsubj", "nsubj:pass", "csubj", "expl")):
        return None
    return verb


def _verb_ridding(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the verb that rids its object of a thing hung on that object: "cleared the road of mines"."""
    thing = decoded.heads[at]
    verb = decoded.heads[thing]
    if decoded.relations[thing] not in ("obj", "nsubj:pass") or words[verb].lower() not in RID_OF or at < thing:
        return None
    of = any(words[i].lower() == "of" for i in _below(decoded, at, "case"))
    named = decoded.upos[at] != "NOUN" or any(_below(decoded, at, "det"))  # "cleared the streets of the town"
    return verb if of and verb < at and not named else None


def _verb_costing(decoded: Decoded, words: Sequence[str], at: int) -> int | None:
    """Give the verb that costs somebody what was hung on him: "the raid cost nine guards their lives"."""
    whom = decoded.heads[at]
    verb = whom if words[whom].lower() in COSTING else decoded.heads[whom]
    if verb < 0 or words[verb].lower() not in COSTING or decoded.upos[verb] != "VERB" or at < verb:
        return None
    return verb if any(_below(decoded, at, "nmod:poss")) else None


def _verb_of_the_dead(decoded: Decoded, at: int) -> int | None:
    """Give the passive verb beside which a participle was hung on those it counts, taken for a noun beside it."""
    counted = decoded.heads[at]
    verb = decoded.heads[counted]
    if at != counted + 1 or decoded.relations[counted] != "conj" or not 0 <= verb < counted:
        return None
    if decoded.upos[verb] != "VERB" or decoded.upos[counted] not in ("NOUN", "NUM", "PRON"):
        return None
    number = decoded.upos[counted] == "NUM" or any(_below(decoded, counted, "nummod"))
    alone = not any(_below(decoded, counted, "case")) and not any(_below(decoded, at, "nsubj", "obj", "aux"))
    return verb if number and alone and any(_below(decoded, verb, "aux:pass")) else None


def _coordinate(decoded: Decoded, participle: int, verb: int) -> None:
    """Make a participle and those it counts a clause beside a verb: "and three others wounded in an ambush"."""
    counted = decoded.heads[participle]
    for i in _below(decoded, counted, "cc", "punct"):
        decoded.heads[i] = participle
    for i in range(participle + 1, len(decoded.heads)):
        if decoded.heads[i] == counted and decoded.relations[i].startswith(("obl", "nmod", "advmod")):
            decoded.heads[i] = participle
            decoded.relations[i] = decoded.relations[i].replace("nmod", "obl")
    decoded.heads[participle], decoded.relations[participle] = verb, "conj"
    decoded.heads[counted], decoded.relations[counted] = participle, "nsubj:pass"
    decoded.upos[participle], decoded.xpos[participle] = "VERB", "VBN"
