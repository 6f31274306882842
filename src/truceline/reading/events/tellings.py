"""The events that one sentence tells: which of its predicates are events, and which only go into another one."""

from __future__ import annotations

from collections.abc import Mapping

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import governor, is_noun
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import event_rows
from truceline.reading.events.event_types import is_participle_adjective
from truceline.reading.events.joined_deeds import Told, joined, mark_of
from truceline.reading.events.learned_deeds import learned_row
from truceline.reading.events.said_deeds import FIRST_PERSON, FUTURE, auxiliaries, own_deed
from truceline.reading.events.turned_types import HOSTILE, MODE_OF_WISH
from truceline.reading.events.verbal_acts import FRAMES
from truceline.reading.scene import Scene

FACTUAL_CASES = frozenset({
    "after", "since", "following", "over", "despite", "amid", "before", "during", "when", "while", "because", "as",
})  # fmt: skip
GIVEN = frozenset({"when", "after", "since", "while"})
REMEMBERING = frozenset({"forget", "remember", "recall"})
"""Verbs of questions that take what they ask about for granted: "has he forgotten how they burned the village?"."""
PURPOSE_MARKS = frozenset({"to", "of", "for", "at", "by", "from", "without", "instead"})
NO_TELLING = frozenset({"such as", "like", "without"})
FACTUAL = 1.0
"""From this score on a predicate inside a promise or demand is told as a fact of its own."""
WISHES = frozenset({"want", "wish", "hope", "like", "love", "desire", "dream", "need", "eager", "keen"})
OPEN_NOUNS = frozenset({"prospect", "possibility", "risk", "chance", "threat", "fear", "danger", "set", "ready"})


def told_in(
    scene: Scene,
    sentence: Sentence,
    types: Mapping[str, str],
    named: Mapping[str, str],
    issuer: tuple[str, ...] = (),
) -> tuple[Deeds, list[Told]]:
    """Give the deeds of a sentence, those that tell one event together; actors by their key and by their names."""
    deeds = Deeds(scene, sentence, FRAMES, types, named, issuer)
    if _is_heading(sentence):
        return deeds, []
    asks = any(w.text == "?" for w in sentence.words[-3:])
    found = [d for w in _predicates(sentence) if (d := deeds.deed(w)) is not None and d.word == w]
    found = [d for d in found if not _modifies(sentence, d.word)]
    found = [d for d in found if not (is_noun(sentence, d.word) and scene.actors.at(sentence.index, d.word))]
    found = [d for d in _not_swallowed(deeds, found) if not untold(deeds, d)]
    found = [_refused_by_us(deeds, d) for d in found if not asks or _given(sentence, d.word)]
    return deeds, joined(deeds, found)


def _refused_by_us(deeds: Deeds, deed: Deed) -> Deed:
    """Make a refusal of what those who speak will not do: "we will never recognise this court"."""
    s = deeds.sentence
    ours = any(s.words[k].lemma.lower() in FIRST_PERSON for k in deeds.clause(deed.word).agents)
    if not ours or deed.verbal or deed.type in HOSTILE or deed.type not in MODE_OF_WISH or not deeds.negated(deed.word):
        return deed
    if not auxiliaries(s, deed.word) & FUTURE:
        return deed
    mode = MODE_OF_WISH[deed.type]
    return Deed("REJECT", mode, deed.word, deed.row, deed.content, True, (deed.word,), negated=True)


def _given(sentence: Sentence, word: int) -> bool:
    """Tell whether a question takes a deed for granted: "where were they when a bomb killed the minister?"."""
    chain = (word, *sentence.ancestors(word))
    factual = [
        k
        for k in chain
        if (sentence.words[k].relation in ("advcl", "acl") and mark_of(sentence, k) in GIVEN)
        or (sentence.words[k].relation == "acl:relcl" and word in (k, *sentence.children(k, "conj")))
        or (sentence.words[k].relation == "ccomp" and sentence.words[sentence.words[k].head].lemma in REMEMBERING)
    ]
    predicate = sentence.predicate_at(word)
    return bool(factual) and predicate is not None and predicate.happened >= FACTUAL


def _is_heading(sentence: Sentence) -> bool:
    """Tell whether a few words of the body stand alone without a verb: "Prisoner exchanges." before a paragraph."""
    words = [w for w in sentence.words if w.upos != "PUNCT"]
    return len(words) <= 3 and sentence.part != "headline" and not any(w.upos in ("VERB", "AUX") for w in words)


def _predicates(sentence: Sentence) -> list[int]:
    """Give the predicates of the language model and the words that the vocabulary knows as events."""
    table, found = event_rows(), {p.word for p in sentence.predicates if sentence.words[p.word].upos != "AUX"}
    for i, word in enumerate(sentence.words):
        if i in found or word.upos not in ("NOUN", "ADJ", "VERB", "ADV"):
            continue
        if learned_row(sentence, i) is not None:
            found.add(i)
            continue
        if word.upos in ("ADJ", "ADV"):
            copula = bool(sentence.children(i, "cop")) and table.at(word.lemma)
            passive = is_participle_adjective(sentence, i)
            if passive or (copula and any("be" in p.beside for p in table.at(word.lemma))):
                found.add(i)
                continue
        known = word.upos in ("NOUN", "VERB") and any(p.noun == (word.upos == "NOUN") for p in table.at(word.lemma))
        if known or (word.lemma.lower() in table.adjectives and sentence.children(i, "xcomp", "advcl", "ccomp")):
            found.add(i)
    return sorted(found)


def _modifies(sentence: Sentence, word: int) -> bool:
    """Tell whether a predicate only modifies a noun: "war crimes", "captured soldiers", "negotiating team"."""
    own = sentence.words[word]
    if sentence.children(word, "obj", "obl", "aux", "nsubj"):
        return False
    if own.relation in ("compound", "amod", "nmod:desc", "flat"):
        return True
    if own.xpos not in ("VBN", "VBG") or not own.relation.startswith("acl"):
        return False
    return own.head > word or sentence.words[min(word + 1, len(sentence.words) - 1)].upos in ("ADJ", "NOUN", "PROPN")


def untold(deeds: Deeds, deed: Deed) -> bool:
    """Tell whether a predicate is only a purpose, a wish, a condition or a question, and tells no event."""
    s, word = deeds.sentence, deed.word
    if case_of(s, word) in NO_TELLING or (s.words[word].lemma == "hold" and s.words[word].relation == "acl"):
        return True  # an example; "released without charge"; "prisoners held by the rebels"
    top = deeds.carrier(word)
    asked = (*deeds.clause(word).agents, *(deeds.clause(top).agents if top is not None else ()))
    if any(s.words[k].lemma in ("who", "what", "which") and s.words[k].xpos in ("WP", "WDT") for k in asked):
        return True
    top = word if top is None or s.words[top].head == word else top
    if _bidden(deeds, top):
        return True
    for _ in range(6):
        own, marks = s.words[top], {s.words[k].lemma.lower() for k in s.children(top, "mark")}
        relation = own.relation.partition(":")[0]
        if relation == "advcl" and marks & {"if", "unless", "until"}:
            return True
        if own.head < 0 or own.relation == "acl:relcl" or relation in ("nsubj", "parataxis"):
            return False
        above = s.words[own.head].lemma.lower()
        if above in WISHES and relation in ("xcomp", "ccomp", "obj", "advcl"):
            return True
        counted = s.words[word].xpos == "VBG" and is_noun(s, word)  # "three days of fighting"
        if not deed.verbal and not counted and _only_purpose(deeds, top, governor(s, top), relation, marks):
            return True
        if is_noun(s, top) and deeds.frame(own.head) == "stop" and relation in ("obj", "nmod", "nsubj:pass", "obl"):
            return True
        if relation not in ("xcomp", "ccomp", "conj"):
            return False
        top = own.head
    return False


def _bidden(deeds: Deeds, word: int) -> bool:
    """Tell whether it only stands in a call: "Let the government open the mass graves and pay the widows"."""
    s = deeds.sentence
    first = next((k for k, w in enumerate(s.words) if w.upos != "PUNCT"), 0)
    above = (word, *s.ancestors(word))
    return s.words[first].text == "Let" and first in above and not s.children(first, "nsubj")


def _only_purpose(deeds: Deeds, word: int, head: int, relation: str, marks: set[str]) -> bool:
    """An infinitive or gerund that hangs on a noun or tells what for, and did not come about."""
    s = deeds.sentence
    if "to" in marks and s.words[word].xpos == "VBG":  # "close to reaching", "committed to ending"
        return False
    if not marks & PURPOSE_MARKS or relation not in ("acl", "advcl", "nmod"):
        return False
    if (
        deeds.frame(head) in ("try", "intend", "demand", "cause", "accuse", "deny")
        or s.words[head].lemma.lower() in OPEN_NOUNS
    ):
        return False
    above = s.words[head].head
    if relation == "acl" and "to" in marks and case_of(s, head) == "for" and deeds.frame(above) in ("cause", "demand"):
        return False  # "provides for the rebels to leave"
    if "to" not in marks and "by" in marks:
        return False
    predicate = s.predicate_at(word)
    return is_noun(s, head) or predicate is None or predicate.happened < FACTUAL


def _not_swallowed(deeds: Deeds, found: list[Deed]) -> list[Deed]:
    """Leave out what is only the content of a promise, demand, refusal, or of an end of something."""
    s = deeds.sentence
    swallowed: set[int] = set()
    for deed in found:
        if deed.content is None:
            continue
        whole = set(s.subtree(deed.content)) | {deed.content}
        for inner in found:
            if inner.word != deed.word and inner.word in whole and not _stands_apart(deeds, deed, inner):
                swallowed.add(inner.word)
    return [d for d in found if d.word not in swallowed]


def _stands_apart(deeds: Deeds, outer: Deed, inner: Deed) -> bool:
    """Tell whether a predicate inside a complement is told as a fact: in a relative clause, after "since" ..."""
    sentence = deeds.sentence
    frame = outer.row.frame if outer.row is not None else None
    if frame == "deny":
        return inner.word == outer.content and not inner.verbal
    if frame == "speech" and outer.type == "REJECT" and inner.negated and inner.word == outer.content:
        return inner.type in HOSTILE  # "said that it did not fire": the blame itself is told, as denied
    if frame == "accuse" or outer.type == "ACCUSE":
        return inner.type in ("ASSAULT", "COERCE")
    told_by = (inner.word, deeds.carrier(inner.word) if deeds.clause(inner.word).noun else None)
    if outer.content in told_by and frame == "speech" and outer.type != "REJECT" and not outer.negated:
        wanted = outer.type == "REQUEST" and sentence.words[inner.word].relation == "ccomp"  # "insisted that they go"
        return not (inner.verbal or inner.negated or wanted)  # announced, and to come
    told_of = frame in ("refusal", "speech", None) or is_noun(sentence, outer.word)
    if told_of and _somebody_elses(sentence, inner.word) and not own_deed(deeds, outer.word, inner.word):
        return True  # "rejected a promise that the rebels would disarm"
    predicate = sentence.predicate_at(inner.word)
    if predicate is None or predicate.happened < FACTUAL:
        return False
    word = inner.word
    while word != outer.content and sentence.words[word].head >= 0:
        relation = sentence.words[word].relation
        if relation in ("acl:relcl", "advcl:relcl") or (
            relation == "acl" and sentence.words[word].xpos in ("VBN", "VBD")
        ):
            return True
        if case_of(sentence, word) in FACTUAL_CASES:
            return True
        if any(sentence.words[k].lemma.lower() in FACTUAL_CASES for k in sentence.children(word, "mark")):
            return True
        word = sentence.words[word].head
    return False


def _somebody_elses(sentence: Sentence, verb: int) -> bool:
    """Tell whether a deed to come has its own subject: no deed of who rejects or announces it."""
    own = [k for k in sentence.children(verb, "nsubj") if sentence.words[k].upos in ("NOUN", "PROPN")]
    return bool(own) and any(
        sentence.words[k].text.lower() in ("would", "will") for k in sentence.children(verb, "aux")
    )
