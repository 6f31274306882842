"""Clauses of the text of an agreement: which verbs bind, whom, by when, and as what sort of commitment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.deadline_words import Promise, parse_deadline
from truceline.domain.mention import AgreementMention, Deadline
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.bound import Bound, named_sides
from truceline.reading.commitments.deed_words import class_of_deed
from truceline.reading.commitments.deeds import Deed, complement, lemmas_of, topics, with_own
from truceline.reading.commitments.table_sides import is_both_sides
from truceline.reading.scene import Scene
from truceline.vocabulary import rows

BINDING = frozenset(("will", "shall", "must"))
NEGATIVE = frozenset(("not", "n't", "never", "neither", "nor", "no"))
MAIN = frozenset(("root", "conj", "parataxis", "list", "dep", "appos", "acl"))
UNBINDING = frozenset((
    "mean", "include", "constitute", "apply", "refer", "enter", "prejudice", "contain", "consist", "terminate",
    "expire", "be", "come", "belong",
))  # fmt: skip
"""What a text says of itself or of its words, not of what somebody has to do."""
TRIGGERS = ("as soon as", "when", "once", "after", "upon", "following")
OPENERS = frozenset(("begin", "start", "open", "resume", "hold", "launch", "meet", "convene"))
"""Talks that are to begin by a day are an act, not an effort."""


def binds(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is the verb of a main clause that binds: will, shall, must, undertakes, seeks, aims."""
    word = sentence.words[at]
    if word.upos not in ("VERB", "ADJ") or word.lemma.lower() in UNBINDING:
        return False
    main = word.relation.partition(":")[0] in MAIN or _behind_participle(sentence, at)
    if not main or word.relation == "acl:relcl":
        return False
    modal = any(sentence.words[k].text.lower() in BINDING for k in sentence.children(at, "aux"))
    if any(sentence.words[k].lemma.lower() in ("this", "nothing", "agreement") for k in sentence.children(at, "nsubj")):
        return False
    if modal:
        return True
    if word.relation not in ("root", "conj") or not clause_subject(sentence, at):
        return False
    return word.xpos in ("VBZ", "VBP", "VB") and word.lemma.lower() in _committing() and not _is_past(sentence, at)


def _behind_participle(sentence: Sentence, at: int) -> bool:
    """Read "a force comprising 400 men shall be deployed", where the tree takes the participle for the main verb."""
    head = sentence.words[at].head
    if head < 0 or sentence.words[at].relation != "ccomp" or sentence.words[head].relation != "root":
        return False
    return sentence.words[head].xpos == "VBG" and not sentence.children(head, "aux", "cop")


def has_undertaken(sentence: Sentence, at: int) -> bool:
    """Read "the movement undertook to declare a truce", as communiqués word what their parties are bound to."""
    word = sentence.words[at]
    pledged = word.lemma.lower() in lemmas_of("promises") and word.xpos in ("VBD", "VBN") and word.relation == "root"
    inner = complement(sentence, at) if pledged and clause_subject(sentence, at) else None
    return inner is not None and (_infinitive(sentence, inner) or _is_bound_there(sentence, inner))


def _is_past(sentence: Sentence, at: int) -> bool:
    return any(sentence.words[k].xpos == "VBD" for k in sentence.children(at, "aux"))


@cache
def _committing() -> frozenset[str]:
    return lemmas_of("promises") | lemmas_of("hopes") | lemmas_of("aims") | rows_of_agree()


@cache
def rows_of_agree() -> frozenset[str]:
    """Give the verbs of agreeing to do something."""
    return frozenset(rows("commitments")["agree"]["promises"])


def clause_subject(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the subject of a binding verb, also where the tree lost it or hung the clause elsewhere."""
    own = sentence.children(verb, "nsubj", "nsubj:pass")
    if own:
        return _listed(sentence, own[0])
    before = _before_modal(sentence, verb)
    if before:
        return before
    root = next((i for i, w in enumerate(sentence.words) if w.relation == "root"), verb)
    return sentence.children(root, "nsubj")[:1] if root != verb else subjects(sentence, verb)


def _before_modal(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give the nouns listed straight before "will", whatever the tree hangs them on."""
    modal = next((k for k in sentence.children(verb, "aux")), None)
    if not modal or sentence.words[modal - 1].upos not in ("NOUN", "PROPN"):
        return ()
    last = modal - 1
    while sentence.words[last].relation in ("compound", "flat", "nmod", "amod") and sentence.words[last].head < last:
        last = sentence.words[last].head
    while sentence.words[last].relation == "conj" and not _in_clause_before(sentence, sentence.words[last].head):
        last = sentence.words[last].head
    return tuple(k for k in _listed(sentence, last) if k < modal)


def _in_clause_before(sentence: Sentence, word: int) -> bool:
    """Tell whether the first of a list hangs in the clause before: "If ... of Part Two, the state and its allies"."""
    first = min([word, *(k for k in sentence.children(word, "det", "amod", "compound", "nmod:poss") if k < word)])
    begins = first > 0 and sentence.words[first - 1].text == ","
    return not begins and any(sentence.words[k].relation == "advcl" for k in sentence.ancestors(word))


def _listed(sentence: Sentence, word: int) -> tuple[int, ...]:
    """Give a noun and all listed with it, also those that hang on one another."""
    found = [word]
    for one in found:
        found += [k for k in sentence.children(one, "conj") if k not in found]
    return tuple(sorted(found))


def deeds_of(sentence: Sentence) -> Iterator[Deed]:
    """Give what the binding verbs of a sentence bind to; verbs joined without a will of their own stay together."""
    for i, word in enumerate(sentence.words):
        if not binds(sentence, i) and not has_undertaken(sentence, i):
            continue
        agents, lemma = clause_subject(sentence, i), word.lemma.lower()
        inner = complement(sentence, i) if lemma in _committing() else None
        if _only_leads_in(sentence, i):
            continue
        if inner is not None and lemma in rows_of_agree() | lemmas_of("promises") and _finite(sentence, inner):
            if _is_bound_there(sentence, inner):
                own = Deed(sentence, inner, clause_subject(sentence, inner), "clause", inner)
                yield _negated(with_own(sentence, own))
            continue
        if inner is not None and not _infinitive(sentence, inner):
            inner = None  # "hope that the truce will hold", "hope for lasting peace": the hope itself
        deed = Deed(sentence, i if inner is None else inner, agents, "clause", i)
        yield _negated(deed) if inner is not None else _negated(with_own(sentence, deed))


def _only_leads_in(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause only opens the list: "the parties agree as follows"."""
    words = [w.text.lower() for w in sentence.words[verb:]]
    return ("as", "follows") in pairwise(words[-4:])


def _finite(sentence: Sentence, clause: int) -> bool:
    """Tell whether a complement is a clause of its own: "agree that the forces shall ..."."""
    return bool(sentence.children(clause, "nsubj", "nsubj:pass")) and bool(sentence.children(clause, "aux", "cop"))


def _is_bound_there(sentence: Sentence, clause: int) -> bool:
    return any(sentence.words[k].text.lower() in BINDING for k in sentence.children(clause, "aux"))


def _infinitive(sentence: Sentence, word: int) -> bool:
    own = sentence.children(word, "nsubj", "nsubj:pass")
    return not own and any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark"))


def _negated(deed: Deed) -> Deed:
    """Find neither, nor, not before the deed or its verb, and "no party" as its subject."""
    sentence = deed.sentence
    near = [k for at in dict.fromkeys((deed.word, deed.cue)) for k in sentence.children(at)]
    near += [k for a in deed.agents for k in sentence.children(a, "det")]
    left = [k for k in near if sentence.words[k].lemma.lower() in NEGATIVE and k < deed.word]
    later = any(sentence.words[k + 1].text.lower() in ("later", "only", "less", "more") for k in left)
    return replace(deed, negated=bool(left) and not later)


def bound_in_text(scene: Scene, deed: Deed, agreement: AgreementMention) -> Bound:
    """Say whom a clause binds: who its subject names, nobody where the passive leaves it open."""
    found: list[str] = []
    for a in () if deed.passive else deed.agents:
        found += agreement.parties if _means_parties(deed.sentence, a) else _named(scene, deed, a, agreement)
    obligors = tuple(dict.fromkeys(found))
    if not obligors:
        return Bound((), "unstated", ())
    others = tuple(p for p in agreement.parties if p not in obligors)
    return Bound(obligors, "explicit", others if set(obligors) & set(agreement.parties) else ())


def _means_parties(sentence: Sentence, agent: int) -> bool:
    """Read "the parties", "neither side", and "commanders of the parties"."""
    of = sentence.children(agent, "nmod", "nmod:poss")
    named = any(sentence.words[k].upos == "PROPN" for k in (agent, *of))
    people = sentence.words[agent].lemma.lower() not in topics()
    return is_both_sides(sentence, agent) or (
        people and not named and any(sentence.words[k].lemma == "party" and is_both_sides(sentence, k) for k in of)
    )


def _named(scene: Scene, deed: Deed, agent: int, agreement: AgreementMention) -> tuple[str, ...]:
    """Give the sides that a subject names; a shorter form of a party's name means the party."""
    keys = named_sides(scene, deed.sentence, (agent,))
    if deed.sentence.words[agent].lemma.lower() in topics() and not keys:
        return ()
    names = {a.key: f" {a.name.lower()} " for a in scene.actors.mentions}
    words = deed.sentence.words
    short = " ".join(words[k].text for k in (*deed.sentence.children(agent, "compound", "amod"), agent)).lower()
    if keys and set(keys) <= set(agreement.parties):
        return keys
    fitting = [p for p in agreement.parties if f" {short} " in names.get(p, "")]
    meant_by = fitting[0] if len(fitting) == 1 else None
    if meant_by is None and words[agent].text.isupper() and len(words[agent].text) > 1:
        spelt = {a.key: initials(a.name) for a in scene.actors.mentions}
        meant_by = next((p for p in agreement.parties if spelt.get(p) == words[agent].text), None)
    return (meant_by,) if meant_by and len(keys) < 2 else keys


def initials(name: str) -> str:
    """Give the first letters of a name's capitalised words."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())


def class_in_text(deed: Deed, span: tuple[int, int], due: Deadline | None) -> str:
    """Say what sort of commitment a clause is."""
    sentence, lemmas = deed.sentence, {deed.sentence.words[i].lemma.lower() for i in (deed.word, deed.cue)}
    if lemmas & lemmas_of("hopes"):
        return "aspiration"
    inside = [w.lemma.lower() for w in sentence.words[span[0] : span[1] + 1]]
    purpose = any(a in ("goal", "aim", "objective") and b == "of" for a, b in pairwise(inside))
    if lemmas & lemmas_of("aims") or purpose:
        return "goal"
    found = class_of_deed(deed)
    opened = sentence.words[deed.word].lemma.lower() in OPENERS and due is not None and due.days.latest is not None
    return "duty" if found == "process" and opened else found


def due_in_text(
    scene: Scene, deed: Deed, due: Deadline | None, promise: Promise, condition: str | None
) -> Deadline | None:
    """Complete a deadline: a trigger before a printed day, at once, and no end where a duty goes on."""
    if class_of_deed(deed) == "prohibition":
        return due if due and due.rule == "continuing" else _unending(scene, deed, promise)
    if due is None:
        due = _at_once(deed, promise)
    waits = trigger_of(condition)
    if condition and waits and due is None:
        return Deadline(condition, "on_event", waits, UNKNOWN_DAYS)
    if due is not None and waits and due.rule == "fixed":
        return replace(due, rule="on_event", from_=waits)
    return _unending(scene, deed, promise) if due is None and _goes_on(deed) else due


def _at_once(deed: Deed, promise: Promise) -> Deadline | None:
    for k in deed.sentence.children(deed.word, "advmod"):
        found = parse_deadline(deed.sentence.words[k].text, promise)
        if found and found.rule == "offset":
            return found
    return None


def _goes_on(deed: Deed) -> bool:
    """Tell whether a deed is never done with: respect, ensure, treat, remain, instruct not to."""
    sentence = deed.sentence
    if {sentence.words[i].lemma.lower() for i in (deed.word, deed.cue)} & (lemmas_of("hopes") | lemmas_of("aims")):
        return False
    inner = sentence.children(deed.word, "xcomp", "ccomp")
    lemmas = {sentence.words[i].lemma.lower() for i in (deed.word, *inner)}
    barred = any(sentence.words[k].lemma == "not" for i in inner for k in sentence.children(i))
    return barred or bool(lemmas & lemmas_of("standing"))


def _unending(scene: Scene, deed: Deed, promise: Promise) -> Deadline:
    """Give a duty without end; what carries it is its modal verb."""
    sentence = deed.sentence
    marks = [k for k in sentence.children(deed.cue, "aux", "advmod") if k < deed.word] or [deed.cue]
    words = scene.text.quote(sentence.index, marks[0], marks[0]).exact
    return Deadline(words, "continuing", None, Days(promise.start.earliest, None))


def trigger_of(condition: str | None) -> str | None:
    """Give the event in "When the talks have started"; None for conditions of other sorts."""
    found = re.match(rf"(?:{'|'.join(TRIGGERS)}) (?P<event>.+)", condition or "", re.IGNORECASE | re.DOTALL)
    return found["event"] if found else None
