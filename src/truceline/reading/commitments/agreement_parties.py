"""Who is party to an agreement: beside it, and by the verb that makes it."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import subjects
from truceline.reading.commitments.principals import meant, namesakes
from truceline.reading.commitments.table_sides import BOTH_SIDES, is_both_sides
from truceline.reading.figures.surroundings import over
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

DEALERS = frozenset((
    "sign", "reach", "agree", "conclude", "strike", "negotiate", "ink", "seal", "clinch", "finalise",
    "finalize", "extend", "renew", "prolong", "initial", "enter", "make", "discuss", "accept", "honour",
    "honor", "observe", "forge", "cut", "have", "emerge",
))  # fmt: skip
"""Verbs whose subject is a party and whose "with" names another."""


MEDIATES = frozenset(("broker", "mediate", "host", "facilitate", "oversee", "sponsor", "guarantee"))
"""Verbs of third parties."""
OF_OTHERS = frozenset((
    "broker", "mediate", "back", "propose", "sponsor", "draft", "host", "supervise", "facilitate", "led", "lead",
    "monitor", "guarantee", "supported", "support",
))  # fmt: skip
"""Behind a hyphen these tell whose hand was in a deal that others made: "a US-brokered truce"."""


ONLOOKERS = frozenset((
    "welcome", "praise", "hail", "condemn", "criticise", "criticize", "denounce", "support", "back", "oppose",
    "say", "call", "describe", "tell", "announce", "report", "applaud", "urge", "attack", "slam", "endorse",
))  # fmt: skip
"""What bystanders do to a deal."""


FAR = 14
"""Words behind "signed" within which "by" tells who signed."""
GUARANTORS = frozenset(("guarantor", "witness", "mediator", "facilitator", "observer", "host", "broker"))


APPROACHES = frozenset(("get", "close", "near", "inch", "edge", "approach"))
"""What somebody does who comes near a deal."""


def parties_beside(scene: Scene, sentence: Sentence, first: int, head: int) -> tuple[str, ...]:
    """Give the actors that the phrase itself names: between X and Y, with Y, the X-Y deal."""
    keys = between(scene, sentence, head)
    if keys:
        return keys
    before = tuple(k for k in sentence.subtree(head) if k < head)
    compound = named_within(scene, sentence, range(max(0, first), head))
    pair = compound if len(compound) > 1 else _owner(scene, sentence, before)
    partner = _with(scene, sentence, head)
    return tuple(dict.fromkeys((*pair, *partner)))


def _owner(scene: Scene, sentence: Sentence, before: tuple[int, ...]) -> tuple[str, ...]:
    owners = [k for k in before if sentence.words[k].relation == "nmod:poss"]
    return tuple(key for k in owners for key in meant(scene, sentence, k))


def between(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Read "between X and Y" near the noun, across words such as "signed" and "reached"."""
    words = sentence.words
    for i in range(head + 1, min(len(words), head + 14)):
        if words[i].lemma == "between":
            return named_within(scene, sentence, range(i + 1, _end_of_list(sentence, i + 1)))
        made = words[i].head >= 0 and words[words[i].head].lemma in DEALERS
        if (words[i].upos == "AUX" and not made) or words[i].text in (".", ";"):
            break
    return ()


def _end_of_list(sentence: Sentence, start: int) -> int:
    """Find where a coordination of names ends: at a verb, or a preposition other than "of"."""
    joined = False
    for i in range(start, min(len(sentence.words), start + 24)):
        word = sentence.words[i]
        joined = joined or word.lemma == "and"
        finite = word.upos in ("VERB", "AUX") and word.relation not in ("amod", "compound")
        preposition = word.upos in ("ADP", "SCONJ") and word.lemma not in ("of", "for") and joined
        if finite or preposition or word.text in (";", "”"):
            return i
    return min(len(sentence.words), start + 24)


def named_within(scene: Scene, sentence: Sentence, words: range) -> tuple[str, ...]:
    """Give the actors at some words, leaving out those inside the phrase of another ("government of X")."""
    found = {i: scene.actors.at(sentence.index, i) or namesakes(scene, sentence, i) for i in words}
    spots = [i for i, keys in found.items() if keys and not _nameless(sentence, i) and not _only_helps(sentence, i)]
    outer = [i for i in spots if not _inside_another(sentence, i, spots)]
    return tuple(dict.fromkeys(k for i in outer for k in found[i]))


def _only_helps(sentence: Sentence, word: int) -> bool:
    """Tell whether somebody only had a hand in a deal: "the US-brokered truce", "X, who mediated the deal"."""
    behind = [w.lemma.lower() for w in sentence.words[word + 1 : word + 3]]
    if len(behind) == 2 and behind[0] in ("-", "–", "‑") and behind[1] in OF_OTHERS:
        return True
    told = [sentence.words[k].lemma for k in sentence.children(word, "acl:relcl")]
    return any(lemma in MEDIATES | {"witness"} for lemma in told)


def _nameless(sentence: Sentence, word: int) -> bool:
    """Tell whether a phrase counts or gathers parties without naming them: "eight parties"."""
    plain = sentence.words[word].text.islower() and sentence.words[word].lemma in BOTH_SIDES - {"government", "leader"}
    return plain and not sentence.children(word, "compound", "amod", "nmod:poss")


def _inside_another(sentence: Sentence, word: int, spots: list[int]) -> bool:
    at = word
    beside = [*sentence.words[max(0, word - 1) : word], *sentence.words[word + 1 : word + 2]]
    if any(w.text in ("-", "–", "/") for w in beside):
        return False
    for up in sentence.ancestors(word):
        if sentence.words[at].relation.partition(":")[0] not in ("nmod", "compound", "flat", "amod", "appos", "acl"):
            return False
        if up in spots:
            return True
        at = up
    return False


def _with(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Read "with Y" straight behind the noun or behind the verb that makes the deal."""
    words = sentence.words
    if words[head].head >= 0 and words[words[head].head].lemma in MEDIATES:
        return ()
    for i in range(head + 1, min(len(words) - 1, head + 9)):
        if words[i].lemma == "with":
            object_ = words[i].head
            if object_ <= i or any(w.lemma == "witness" for w in words[object_ : object_ + 6]):
                return ()
            return meant(scene, sentence, object_)
        if words[i].upos == "AUX" or words[i].text in (".", ";", ","):
            break
    return ()


def signed_by(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Read "the accord, signed by X and Y" and "was reached by the leaders of X and Y"."""
    for verb in sentence.children(head, "acl"):
        if sentence.words[verb].lemma in DEALERS and not sentence.children(verb, "nsubj:pass", "aux:pass"):
            makers = [k for k in sentence.children(verb, "nsubj") if sentence.words[k].upos != "PRON"]
            makers += [k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "with"]
            found = tuple(key for k in makers for key in meant(scene, sentence, k))
            if found:
                return found
    near = [*sentence.children(head, "acl", "acl:relcl")]
    word = sentence.words[head]
    if word.relation in ("nsubj:pass", "obj") and word.head >= 0:
        near.append(word.head)
    for verb in near:
        if sentence.words[verb].lemma not in DEALERS | {"broker"}:
            continue
        if sentence.words[verb].lemma != "broker" and (found := _in_whose_name(scene, sentence, verb)):
            return found
        for k in sentence.children(verb, "obl"):
            if any(sentence.words[c].lemma == "by" for c in sentence.children(k, "case")):
                below = sentence.subtree(k)
                found = named_within(scene, sentence, range(below[0], below[-1] + 1))
                if found and sentence.words[verb].lemma != "broker":
                    return found
        if sentence.words[verb].lemma != "broker" and (found := _by_whom(scene, sentence, verb)):
            return found
    return ()


def _in_whose_name(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Read "the pact was signed for the rebels by their lawyer": the rebels are party, not the lawyer."""
    for_ = [k for k in sentence.children(verb, "obl") if case_of(sentence, k) in ("for", "on behalf")]
    return tuple(dict.fromkeys(key for k in for_ for key in meant(scene, sentence, k)))


def _by_whom(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Read "signed in Goma by X and Y", where the tree hangs the makers on the place."""
    words = sentence.words
    for i in range(verb + 1, min(len(words), verb + FAR)):
        if words[i].text in (".", ";", "”") or words[i].upos == "VERB":
            break
        if words[i].text == "by" and words[i].head > i and not any(a <= i + 1 <= b for a, b in sentence.times):
            return named_within(scene, sentence, range(i + 1, _end_of_list(sentence, i + 1)))
    return ()


def signed_for(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Read "A signed for the government, B for the rebels": the sides for whom they signed."""
    for i, word in enumerate(sentence.words):
        if word.lemma not in ("sign", "initial") or word.upos != "VERB":
            continue
        below = [k for k in sentence.subtree(i) if k > i and case_of(sentence, k) in ("for", "on behalf")]
        return tuple(dict.fromkeys(key for k in below for key in meant(scene, sentence, k)))
    return ()


def agreed_by(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Read "X and Y have agreed to open the road" and "the presidents of X and Y announced the deal"."""
    nouns = {n for row in rows("agreements").values() for n in row.get("nouns", ())}
    for i, word in enumerate(sentence.words):
        own = word.lemma == "announce" and any(sentence.words[k].lemma in nouns for k in sentence.children(i, "obj"))
        predicate = sentence.predicate_at(i)
        if (word.lemma == "agree" or own) and predicate is not None and predicate.happened > 0:
            found = tuple(dict.fromkeys(k for s in subjects(sentence, i) for k in meant(scene, sentence, s)))
            if len(found) > 1 and not is_both_sides(sentence, subjects(sentence, i)[0]):
                return found
    return ()


def dealers(scene: Scene, sentence: Sentence, head: int) -> tuple[str, ...]:
    """Give the subjects of the verb that makes the deal: "X and Y signed the accord", "X is close to a deal"."""
    for predicate in [*over(sentence, head)][:4]:
        word = sentence.words[predicate.word]
        if _never(sentence, predicate.word) or _as_guarantor(sentence, predicate.word):
            return ()
        if word.lemma in DEALERS or word.lemma in APPROACHES or puts_name_to(sentence, predicate.word):
            agent = predicate.argument("ARG0")
            own = next(iter(subjects(sentence, predicate.word)), None)
            subject = agent.head if agent else own
            if subject is not None and head not in (subject, own):
                found = _plural(scene, sentence, predicate.word, subject) or meant(scene, sentence, subject)
                if found and is_headline(sentence):
                    return tuple(dict.fromkeys((*_listed_before(scene, sentence, subject), *found)))
                if found:
                    return found
        elif word.upos == "VERB":
            return _with_partner(scene, sentence, predicate.word, head)
    return ()


def puts_name_to(sentence: Sentence, verb: int) -> bool:
    """Read "put their names to the accord": to sign it."""
    objects = {sentence.words[k].lemma for k in sentence.children(verb, "obj")}
    named = sentence.words[verb].lemma in ("put", "set", "add", "append") and bool(
        objects & {"name", "signature", "seal"}
    )
    return named or on_paper(sentence, verb)


def _as_guarantor(sentence: Sentence, verb: int) -> bool:
    """Read "signed the text as the guarantor"."""
    beside = [k for k in sentence.children(verb, "obl", "advcl") if case_of(sentence, k) == "as"]
    found = [k for k in beside if sentence.words[k].lemma in GUARANTORS]
    return any(not any(w.lemma == "with" for w in sentence.words[verb:k]) for k in found)


def _never(sentence: Sentence, verb: int) -> bool:
    """Tell whether a deal is one that somebody never made: "a wing that never accepted the accord"."""
    told = {sentence.words[k].lemma.lower() for k in sentence.children(verb, "advmod")}
    return "never" in told and sentence.words[verb].lemma in DEALERS


def on_paper(sentence: Sentence, verb: int) -> bool:
    """Read "put a truce on paper"."""
    return sentence.words[verb].lemma == "put" and any(
        sentence.words[k].lemma == "paper" for k in sentence.children(verb, "obl")
    )


def _plural(scene: Scene, sentence: Sentence, verb: int, subject: int) -> tuple[str, ...]:
    """Read "X and Y announced that they had reached a deal": "they" are both."""
    head = sentence.words[verb].head
    if sentence.words[subject].text.lower() not in ("they", "we") or head < 0:
        return ()
    found = tuple(k for s in subjects(sentence, head) for k in meant(scene, sentence, s))
    return found if len(found) > 1 else ()


def _with_partner(scene: Scene, sentence: Sentence, verb: int, head: int) -> tuple[str, ...]:
    """Read "X suspended its deal with Y": who acts on a deal with somebody is the other party."""
    if sentence.words[verb].lemma in MEDIATES | ONLOOKERS or not _with(scene, sentence, head):
        return ()
    if sentence.words[head].relation not in ("obj", "obl") or sentence.words[head].head != verb:
        return ()
    return tuple(k for s in subjects(sentence, verb) for k in meant(scene, sentence, s))


def _listed_before(scene: Scene, sentence: Sentence, subject: int) -> tuple[str, ...]:
    """Give the actors before the subject of a headline, where a comma stands for "and": "X, Y agree to truce"."""
    start = next((i + 1 for i in range(subject, 0, -1) if sentence.words[i].text in (":", "|", "-", "–")), 0)
    return named_within(scene, sentence, range(start, subject))


def is_headline(sentence: Sentence) -> bool:
    """Tell whether a line is a headline: by its part, or by its capitals."""
    words = [w for w in sentence.words if w.text[0].isalpha() and len(w.text) > 3]
    if sentence.part != "headline" and sentence.words[-1].text in (".", "”", '"'):
        return False
    return sentence.part == "headline" or sum(w.text[0].isupper() for w in words) > 0.7 * len(words)
