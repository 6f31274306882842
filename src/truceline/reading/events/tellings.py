"""The events that one sentence tells: which of its predicates are events, and which only go into another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import case_of, governor, is_noun, passive
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import event_rows
from truceline.reading.events.verbal_acts import FRAMES
from truceline.reading.scene import Scene

CASUALTY_VERBS = frozenset({
    "kill", "wound", "injure", "maim", "destroy", "damage", "die", "hurt", "slay", "claim", "devastate", "leave",
    "cost", "lose",
})  # fmt: skip
TAKING_TOLL = frozenset({"kill", "wound", "injure", "leave", "claim", "cost", "destroy", "damage", "maim"})
"""What attacks do in a relative clause."""
COUNTING = frozenset({
    "day", "week", "month", "year", "decade", "hour", "night", "wave", "series", "string", "spate", "round", "number",
    "pair", "dozen", "hundred", "bout", "outbreak", "escalation", "surge",
})  # fmt: skip
"""Nouns that only measure the events named after them: "three days of fighting", "a wave of bombings"."""
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
APART = frozenset({"if", "unless", "until", "after", "before", "since"})
WITHIN = frozenset({"in", "during", "by", "with", "through", "as", "from", "under"})
FACTUAL_CASES = frozenset({
    "after", "since", "following", "over", "despite", "amid", "before", "during", "when", "while", "because", "as",
})  # fmt: skip
GIVEN = frozenset({"when", "after", "since", "while"})
FACTUAL = 1.0
"""From this score on a predicate inside a promise or demand is told as a fact of its own."""
WISHES = frozenset({"want", "wish", "hope", "like", "love", "desire", "dream", "need", "eager", "keen"})
OPEN_NOUNS = frozenset({"prospect", "possibility", "risk", "chance", "threat", "fear", "danger", "set", "ready"})


@dataclass
class Told:
    """A deed with the other predicates of the sentence that tell the same event."""

    deed: Deed
    parts: list[Deed] = field(default_factory=list)

    @property
    def words(self) -> list[int]:
        """Give the words of all its parts."""
        return [self.deed.word, *(p.word for p in self.parts)]


def told_in(
    scene: Scene, sentence: Sentence, types: Mapping[str, str], named: Mapping[str, str]
) -> tuple[Deeds, list[Told]]:
    """Give the deeds of a sentence, those that tell one event together; actors by their key and by their names."""
    deeds = Deeds(scene, sentence, FRAMES, types, named)
    if _is_heading(sentence):
        return deeds, []
    asks = any(w.text == "?" for w in sentence.words[-3:])
    found = [d for w in _predicates(sentence) if (d := deeds.deed(w)) is not None and d.word == w]
    found = [d for d in found if not _modifies(sentence, d.word)]
    found = [d for d in found if not (is_noun(sentence, d.word) and scene.actors.at(sentence.index, d.word))]
    found = [d for d in _not_swallowed(deeds, found) if not untold(deeds, d)]
    found = [d for d in found if not asks or _given(sentence, d.word)]
    return deeds, _joined(deeds, found)


def _given(sentence: Sentence, word: int) -> bool:
    """Tell whether a question takes a deed for granted: "where were they when a bomb killed the minister?"."""
    chain = (word, *sentence.ancestors(word))
    factual = [k for k in chain if sentence.words[k].relation in ("advcl", "acl") and _mark(sentence, k) in GIVEN]
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
        if word.upos in ("ADJ", "ADV"):
            copula = bool(sentence.children(i, "cop")) and table.at(word.lemma)
            if copula and any("be" in p.beside for p in table.at(word.lemma)):
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
    if case_of(s, word) in ("such as", "like") or (s.words[word].lemma == "hold" and s.words[word].relation == "acl"):
        return True  # an example; "prisoners held by the rebels"
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
    if not marks & {"to", "of", "for", "at", "by", "without", "instead"} or relation not in ("acl", "advcl", "nmod"):
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
    if frame == "accuse" or outer.type == "ACCUSE":
        return inner.type in ("ASSAULT", "COERCE")
    told_by = (inner.word, deeds.carrier(inner.word) if deeds.clause(inner.word).noun else None)
    if outer.content in told_by and frame == "speech" and outer.type != "REJECT" and not outer.negated:
        return not inner.verbal and not inner.negated  # announced, and to come
    if (frame in ("refusal", "speech", None) or is_noun(sentence, outer.word)) and _somebody_elses(
        sentence, inner.word
    ):
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


def _joined(deeds: Deeds, found: list[Deed]) -> list[Told]:
    """Bring together predicates of one event: "an attack that killed ...", "attacked ..., killing ..."."""
    by_word = {d.word: Told(d) for d in found}
    owner = dict(by_word)
    for deed in found:
        for other in _joins(deeds, deed, by_word):
            if owner[other] is owner[deed.word]:
                continue
            host, guest = owner[other], owner[deed.word]
            host.parts += [guest.deed, *guest.parts]
            for word in guest.words:
                owner[word] = host
    unique: list[Told] = []
    for deed in found:
        if owner[deed.word] not in unique:
            unique.append(owner[deed.word])
    return unique


def _joins(deeds: Deeds, deed: Deed, known: dict[int, Told]) -> list[int]:
    """Give the words of the event that a predicate belongs to, if it does."""
    if deed.verbal:
        return []
    s, clause, word = deeds.sentence, deeds.clause(deed.word), deeds.sentence.words[deed.word]

    def same(k: int) -> bool:
        return k in known and k != deed.word and known[k].deed.type == deed.type and not known[k].deed.verbal

    found: list[int] = []
    if not clause.noun:
        counted = [k for a in clause.agents if s.words[a].lemma in COUNTING for k in s.children(a, "nmod", "acl")]
        cases = WITHIN if s.words[deed.word].lemma in ("die", "perish", "lose") else WITHIN - {"from"}
        within = [p.head for p in clause.phrases if p.case in cases]
        within += [k for a in within if s.words[a].lemma in COUNTING for k in s.children(a, "nmod", "acl")]
        if not _takes_lives(deeds, deed.word, deed):
            within = [k for k in within if not _a_war(deeds, k)]  # "in a war that lasted years, jets bombed ports"
        found = [k for k in (*clause.agents, *counted, *within) if same(k) and is_noun(s, k)][:1]
    if word.head < 0:
        return found
    hosts = [k for k in (word.head, *_carried(deeds, word.head, known)) if same(k)]
    if clause.noun:
        carrier = deeds.carrier(deed.word)
        if carrier is not None and s.words[carrier].relation == "advcl" and s.words[carrier].xpos == "VBG":
            found = [k for k in (s.words[carrier].head,) if same(k)]  # "gave up its guns, completing a disarmament"
        beside = word.relation in ("nsubj", "appos") and same(word.head) and is_noun(s, word.head)
        return [*found, *([word.head] if beside else _coordinated(deeds, deed, hosts))]
    more = (
        _adverbial(deeds, deed, hosts)
        or _trailing(deeds, deed, same)
        or _coordinated(deeds, deed, hosts)
        or _told_of(deeds, deed, same)
    )
    return found + [k for k in more if k not in found and k in known]


def _adverbial(deeds: Deeds, deed: Deed, hosts: list[int]) -> list[int]:
    """Give what a participle goes with: "attacked the post, killing six"."""
    s, word = deeds.sentence, deeds.sentence.words[deed.word]
    relation = word.relation.partition(":")[0]
    if relation == "advcl" and hosts and _dies(deeds, hosts[0]) and _mark(s, deed.word) in ("when", "as", "after"):
        return hosts[:1]  # "were killed when their truck hit a mine"
    if relation not in ("advcl", "xcomp", "acl") or s.children(deed.word, "nsubj"):
        return []
    if any(s.words[m].lemma in APART for m in s.children(deed.word, "mark")):
        return []
    joined = _takes_lives(deeds, deed.word, deed) or relation == "xcomp" or word.xpos == "VBG" or deed.type == "CONSULT"
    return hosts[:1] if joined else []


def _trailing(deeds: Deeds, deed: Deed, same: Callable[[int], bool]) -> list[int]:
    """Give the attack that a toll at the end belongs to: "attacked the men who stayed to guard it, killing five"."""
    s, word = deeds.sentence, deeds.sentence.words[deed.word]
    if word.relation != "advcl" or word.xpos != "VBG" or not _takes_lives(deeds, deed.word, deed):
        return []
    if s.children(deed.word, "nsubj", "mark") or s.words[deed.word - 1].text != ",":
        return []
    return [k for k in list(s.ancestors(deed.word))[:5] if same(k)][:1]


def _dies(deeds: Deeds, word: int) -> bool:
    """Tell whether a verb only counts dead or wounded, and names nobody who did it."""
    s = deeds.sentence
    suffers = passive(s, word) or s.words[word].lemma in ("die", "perish", "lose")
    return s.words[word].lemma in CASUALTY_VERBS and suffers and not (passive(s, word) and deeds.clause(word).agents)


def _mark(sentence: Sentence, verb: int) -> str:
    return next((sentence.words[k].lemma.lower() for k in sentence.children(verb, "mark", "advmod")), "")


def _a_war(deeds: Deeds, noun: int) -> bool:
    row = deeds.fit(noun).row
    return row is not None and row.name == "assault_war"


def _coordinated(deeds: Deeds, deed: Deed, hosts: list[int]) -> list[int]:
    """Give what stands beside it in one list: "raided the village and killed two", "two killed and four wounded"."""
    s, word = deeds.sentence, deeds.sentence.words[deed.word]
    if word.relation == "acl" and word.xpos == "VBN" and _takes_lives(deeds, deed.word, deed):
        return _counted_beside(deeds, deed)
    if word.relation.partition(":")[0] != "conj":
        return []
    noun = is_noun(s, deed.word)
    for host in hosts:
        if deed.type in SPOKEN and 0 < deed.word - host <= 3 and not noun and not is_noun(s, host):
            return [host]  # "regrets and condemns the killing"
        also = (is_noun(s, host) and noun) or _takes_lives(deeds, host, deed)
        if _takes_lives(deeds, deed.word, deed) or also or _opens_fire(deeds, deed.word):
            return [host]
    return []


def _counted_beside(deeds: Deeds, deed: Deed) -> list[int]:
    """Give the verb of the dead where the wounded were taken for a noun beside: "one was killed and 12 wounded"."""
    s, counted = deeds.sentence, deeds.sentence.words[deed.word].head
    if s.words[counted].relation != "conj":
        return []
    first = s.words[counted].head
    return [k for k in (first, s.words[first].head) if k >= 0 and _dies(deeds, k)][:1]


def _takes_lives(deeds: Deeds, word: int, deed: Deed) -> bool:
    return deed.type == "ASSAULT" and deeds.sentence.words[word].lemma in CASUALTY_VERBS


def _opens_fire(deeds: Deeds, word: int) -> bool:
    """Tell whether it only says how an attack went on: "stormed the mosque and opened fire"."""
    fire = any(deeds.sentence.words[k].lemma == "fire" for k in deeds.clause(word).patients)
    return fire and not deeds.sentence.children(word, "nsubj")


def _told_of(deeds: Deeds, deed: Deed, same: Callable[[int], bool]) -> list[int]:
    """Give the attack meant by a clause hung on its target: "a strike on a market that killed 14"."""
    s, word = deeds.sentence, deeds.sentence.words[deed.word]
    if not word.relation.startswith("acl") or word.lemma not in TAKING_TOLL:
        return []
    at = word.head
    for _ in range(3):
        if same(at) and is_noun(s, at):
            return [at]
        if not s.words[at].relation.startswith(("nmod", "compound")) or s.words[at].head < 0:
            break
        at = s.words[at].head
    return []


def _carried(deeds: Deeds, verb: int, known: dict[int, Told]) -> list[int]:
    """Give the event nouns that a verb carries."""
    return [w for w in known if deeds.carrier(w) == verb]
