"""Predicates of one sentence that tell one event: "an attack that killed six", "attacked the post, killing six"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.learned_deeds import is_learned
from truceline.reading.passives import passive

CASUALTY_VERBS = frozenset({
    "kill", "wound", "injure", "maim", "destroy", "damage", "die", "hurt", "slay", "claim", "devastate", "leave",
    "cost", "lose",
})  # fmt: skip
TAKING_TOLL = frozenset({"kill", "wound", "injure", "leave", "claim", "cost", "destroy", "damage", "maim"})
"""What attacks do in a relative clause."""
KILLING = frozenset({"kill", "shoot", "execute", "behead", "hang", "murder", "lynch"})
"""What a seizing often leads up to."""
COUNTING = frozenset({
    "day", "week", "month", "year", "decade", "hour", "night", "wave", "series", "string", "spate", "round", "number",
    "pair", "dozen", "hundred", "bout", "outbreak", "escalation", "surge",
})  # fmt: skip
"""Nouns that only measure the events named after them: "three days of fighting", "a wave of bombings"."""
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
APART = frozenset({"if", "unless", "until", "after", "before", "since"})
GOING_TO = frozenset({"for", "to", "at"})
"""How a journey names the talks it is made for: "flew to Doha for talks"."""
WITHIN = frozenset({"in", "during", "by", "with", "through", "as", "from", "under"})


@dataclass
class Told:
    """A deed with the other predicates of the sentence that tell the same event."""

    deed: Deed
    parts: list[Deed] = field(default_factory=list)

    @property
    def words(self) -> list[int]:
        """Give the words of all its parts."""
        return [self.deed.word, *(p.word for p in self.parts)]


def joined(deeds: Deeds, found: list[Deed]) -> list[Told]:
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
        if (then := _then_struck(deeds, deed, known)) is not None:
            return [then]
        counted = [k for a in clause.agents if s.words[a].lemma in COUNTING for k in s.children(a, "nmod", "acl")]
        cases = WITHIN if s.words[deed.word].lemma in ("die", "perish", "lose") else WITHIN - {"from"}
        cases = cases | GOING_TO if deed.type == "CONSULT" else cases
        within = [p.head for p in clause.phrases if p.case in cases]
        within += [k for a in within if s.words[a].lemma in COUNTING for k in s.children(a, "nmod", "acl")]
        if not _takes_lives(deeds, deed.word, deed):
            within = [k for k in within if not _a_war(deeds, k)]  # "in a war that lasted years, jets bombed ports"
        found = [k for k in (*clause.agents, *counted, *within) if same(k) and is_noun(s, k)][:1]
        if not found and _takes_lives(deeds, deed.word, deed):  # "shells which they fired killed twenty"
            found = [k for a in clause.agents for k in s.children(a, "acl:relcl") if same(k)][:1]
    if word.head < 0:
        return found
    over = s.words[word.head]  # "left twelve dead and forty injured"
    outer = (over.head,) if word.relation == "conj" and over.relation == "xcomp" else ()
    hosts = [k for k in (word.head, *outer, *_carried(deeds, word.head, known)) if same(k)]
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
    if relation == "advcl" and hosts and _dies(deeds, hosts[0]) and mark_of(s, deed.word) in ("when", "as", "after"):
        return hosts[:1]  # "were killed when their truck hit a mine"
    if relation not in ("advcl", "xcomp", "acl") or s.children(deed.word, "nsubj"):
        return []
    if any(s.words[m].lemma in APART for m in s.children(deed.word, "mark")):
        return []
    joined = _takes_lives(deeds, deed.word, deed) or relation == "xcomp" or word.xpos == "VBG" or deed.type == "CONSULT"
    return hosts[:1] if joined else []


def _then_struck(deeds: Deeds, deed: Deed, known: dict[int, Told]) -> int | None:
    """Give the attack that a seizing led up to: "dragged him out and shot him", "were led out and executed"."""
    s = deeds.sentence
    if deed.type not in ("COERCE", "ASSAULT"):
        return None
    for k in s.children(deed.word, "conj"):
        attack = k in known and known[k].deed.type == "ASSAULT" and not is_learned(known[k].deed.row)
        killed = attack and (is_learned(deed.row) or s.words[k].lemma in KILLING)
        if not killed or is_noun(s, k) or s.children(k, "nsubj"):
            continue
        again = any(s.words[o].upos == "PRON" for o in s.children(k, "obj"))
        if again or (passive(s, deed.word) and passive(s, k)):
            return k
    return None


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


def mark_of(sentence: Sentence, verb: int) -> str:
    """Give the conjunction or adverb that opens the clause of a verb."""
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
