"""Whether an event happened, goes on, is planned, conditional, denied, alleged or only imagined."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import governor, is_noun
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import class_words
from truceline.reading.passives import passive

CONDITIONS = frozenset({"if", "unless", "until", "once", "provided"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
AHEAD = frozenset({"will", "would", "wo", "'d", "'ll", "’d", "’ll", "shall"})
DENIERS = frozenset({
    "deny", "refuse", "reject", "refute", "prevent", "avoid", "avert", "foil", "thwart", "decline", "fail",
    "disclaim", "abandon", "cancel",
})  # fmt: skip
DOUBTERS = frozenset({"claim", "allege", "accuse", "blame", "suspect", "rumour", "rumor", "purport"})
DOUBTFUL_WORDS = frozenset({
    "alleged", "allegedly", "reportedly", "reported", "apparently", "apparent", "purported", "purportedly",
    "suspected", "supposed", "supposedly", "claimed", "unconfirmed",
})  # fmt: skip
IMAGINED = frozenset({
    "fear", "prospect", "possibility", "risk", "danger", "imagine", "threat", "threaten", "consider", "likelihood",
    "chance", "warn", "warning", "expect", "desire", "seek", "should", "doubt", "rule", "ability", "able", "capable",
    "concern", "worry", "dream", "call", "demand", "urge", "ask", "appeal", "request", "contemplate", "suggest",
    "advocate", "aim", "goal", "objective", "intention", "opportunity",
})  # fmt: skip
INTENDED = frozenset({
    "plan", "intend", "prepare", "schedule", "expect", "set", "propose", "decide", "agree", "promise", "pledge",
    "vow", "aim", "order", "due", "planned", "proposed", "scheduled", "upcoming", "forthcoming", "prospective",
    "imminent", "include", "envisage", "stipulate", "provide", "commit", "offer", "undertake", "begin",
})  # fmt: skip
COMING = frozenset({
    "planned", "proposed", "scheduled", "upcoming", "forthcoming", "prospective", "imminent", "future", "coming",
    "final", "eventual",
})  # fmt: skip
DUE = frozenset({"due", "imminent"})
ORDERING = frozenset({"tell", "instruct", "command", "direct", "order"})
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
TO_COME = frozenset({"PROTEST", "CONSULT", "MOBILIZE"})
"""Types whose nouns lie ahead where somebody announces them."""
BELIEVED = frozenset(
    {"believe", "think", "say", "report", "suspect", "understand", "allege", "presume", "claim", "rumour"}
)
"""Verbs that in the passive leave open what somebody is said to have done: "is believed to have ordered"."""
ASCRIBING = frozenset({"blame", "attribute", "ascribe", "pin"})
BRINGING_ABOUT = frozenset({"prompt", "force", "compel", "lead", "cause", "drive", "enable", "trick", "make"})
"""Verbs whose infinitive came about if they did: "prompting the army to strike back"."""
NEARLY = frozenset({"almost", "nearly"})
GUESSED = frozenset({"perhaps", "maybe", "possibly", "probably", "likely"})
LASTING = frozenset({
    "continue", "escalate", "intensify", "persist", "rage", "resume", "go", "remain", "keep", "drag", "step",
})  # fmt: skip
LASTING_WORDS = frozenset({"ongoing", "continuing", "continued", "current", "present", "persistent"})
ALIKE = frozenset({"burst", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split", "spread"})


def status_of(deeds: Deeds, deed: Deed) -> str:
    """Tell the status of an event; that of a verbal act is that of the act of speaking."""
    s = deeds.sentence
    if deed.verbal:
        return _verbal_status(deeds, deed)
    word = deed.word
    carrier = deeds.carrier(word)
    heads = [word] if carrier is None else [word, carrier]
    if _disclaimed(deeds, word):
        return "denied"
    denies = deed.row is not None and deed.row.denies  # "will not budge"
    if (not denies and any(deeds.negated(h) for h in heads if s.words[h].lemma != "claim")) or deed.negated:
        return "occurred" if _not_until(s, heads[-1]) else "denied"
    while s.words[heads[-1]].relation == "xcomp" and (
        deeds.frame(s.words[heads[-1]].head) == "try" or s.words[s.words[heads[-1]].head].lemma in BRINGING_ABOUT
    ):
        heads.append(s.words[heads[-1]].head)  # "has been trying to retake": as far along as the trying
        if deeds.negated(heads[-1]):
            return "denied"
    if s.children(heads[-1], "cop") and any(s.words[k].lemma == "to" for k in s.children(heads[-1], "mark")):
        return "planned"  # "the two armies are to draw back"
    if s.words[heads[-1] - 1].lemma == "to" and s.words[heads[-1] - 2].lemma == "due":
        return "planned"  # "were due to meet", where the tree takes "due to" for a preposition
    if (found := _from_governors(deeds, heads, deed.type)) is not None:
        return found
    own = s.words[word]
    if own.relation == "nsubj" and own.head >= 0 and s.words[own.head].lemma in DUE and s.words[own.head].upos == "ADJ":
        return "planned"  # "talks are due next month"
    modifiers = {
        s.words[k].text.lower() for k in (*s.children(word, "amod", "advmod"), *s.children(heads[-1], "advmod"))
    }
    if modifiers & DOUBTFUL_WORDS:
        return "alleged"
    auxiliaries = {s.words[k].text.lower() for h in (*heads, *_shared_verb(s, heads[-1])) for k in s.children(h, "aux")}
    conditional = _conditioned(s, heads[-1])
    if modifiers & NEARLY and not is_noun(s, word):
        return "hypothetical"  # "the talks almost collapsed"
    if auxiliaries & POSSIBLE or modifiers & GUESSED:
        return "conditional" if conditional else "hypothetical"
    if auxiliaries & (AHEAD | {"must"}):
        return "conditional" if conditional else "planned"
    if modifiers & COMING and is_noun(s, word):
        return "planned"
    if deed.type == "CONCEDE" and own.xpos in ("VBZ", "VBP") and _is_text(deeds, word):
        return "planned"  # "the accord gives the rebels ten seats"
    predicate = s.predicate_at(heads[-1]) or s.predicate_at(word)
    happened = predicate.happened if predicate else 1.0
    sure = predicate.sure if predicate else 1.0
    if happened < -0.5 and own.upos != "NOUN":
        return "conditional" if conditional else "planned" if sure > 0.3 else "hypothetical"
    if happened < -0.8:
        return "planned" if sure > 0.3 else "hypothetical"
    return "ongoing" if _lasting(deeds, heads, modifiers, spoken=deed.type in SPOKEN) else "occurred"


def _shared_verb(sentence: Sentence, word: int) -> tuple[int, ...]:
    """Give the first verb of a list whose auxiliary an infinitive shares: "must lift the ban and open the roads"."""
    own = sentence.words[word]
    bare = own.relation == "conj" and own.xpos == "VB" and not sentence.children(word, "aux", "mark", "nsubj")
    return (own.head,) if bare and own.head >= 0 else ()


def _not_until(sentence: Sentence, verb: int) -> bool:
    """Tell whether it came about after all: "did not lay down its weapons until 30 June"."""
    timed = {i for first, last in sentence.times for i in range(first, last + 1)}
    past = any(sentence.words[k].text.lower() == "did" for k in sentence.children(verb, "aux"))
    until = (k for k in sentence.children(verb, "obl") if case_of(sentence, k) == "until")
    return past and any(k in timed for k in until)


def _disclaimed(deeds: Deeds, word: int) -> bool:
    """Tell whether somebody is said not to have done it: "was not responsible for the rockets fired"."""
    s = deeds.sentence
    for above in list(s.ancestors(word))[:3]:
        if s.words[above].lemma == "responsible":
            return deeds.negated(above)
    return False


def _verbal_status(deeds: Deeds, deed: Deed) -> str:
    s = deeds.sentence
    if deed.type == "REJECT" and deed.negated:
        return "occurred"  # "we will never sign": refused by saying so
    if deed.type != "REJECT" and deeds.negated(deed.word):
        return "denied"
    auxiliaries = {s.words[k].text.lower() for k in s.children(deed.word, "aux")}
    if auxiliaries & POSSIBLE or any(s.words[k].lemma in GUESSED for k in s.children(deed.word, "advmod")):
        return "hypothetical"
    if auxiliaries & AHEAD:
        return "conditional" if _conditioned(s, deed.word) else "planned"
    if any(s.words[k].text.lower() in DOUBTFUL_WORDS for k in s.children(deed.word, "amod", "advmod")):
        return "alleged"
    return "occurred"


def _conditioned(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb has a clause of condition."""
    for k in sentence.children(verb, "advcl", "obl"):
        marks = sentence.children(k, "mark", "case", "advmod")
        if any(sentence.words[m].lemma.lower() in CONDITIONS for m in marks):
            return True
    return False


def _from_governors(deeds: Deeds, heads: list[int], deed_type: str) -> str | None:
    """Walk up from an event through what governs it; the nearest word that settles its status does."""
    s = deeds.sentence
    word = heads[-1]
    if len(heads) > 1 and deeds.frame(word) in ("cause", "intend"):
        return "planned"
    if len(heads) > 1 and s.words[word].head == heads[0]:  # "elections to be held", "a raid carried out by"
        if any(s.words[k].lemma == "to" for k in s.children(word, "mark")):
            return "planned"
        word = heads[0]
    for _ in range(6):
        marks = {s.words[k].lemma.lower() for k in s.children(word, "mark", "case")}
        relation, head = s.words[word].relation.partition(":")[0], governor(s, word)
        if relation == "advcl" and marks & CONDITIONS:
            return "conditional"
        if s.words[word].relation == "nsubj:pass" and s.words[head].lemma in ASCRIBING and len(heads) == 1:
            return "alleged"
        if head < 0 or relation in ("nsubj", "parataxis", "appos") or s.words[word].relation == "acl:relcl":
            return None
        if relation == "acl" and s.words[word].xpos == "VBN" and _came_about(s, word):
            return None  # "the assembly, suspended since May"
        if relation == "acl" and s.words[word].xpos == "VBG" and not marks and deeds.fit(head).row is None:
            return None  # "blamed the coalition fighting the rebels"
        if deeds.frame(head) == "accuse" and relation in ("acl", "advcl", "obl", "ccomp", "xcomp", "nmod"):
            return "alleged"
        if s.words[head].lemma == "rule" and relation in ("advcl", "ccomp", "xcomp"):
            return "hypothetical" if deeds.negated(head) else "denied"  # "has not ruled out sending troops"
        if relation in ("advcl", "obl") and "to" not in marks:
            return None
        if relation == "conj":
            word = head
            continue
        found = _settled(deeds, word, head, relation, marks, deed_type)
        if found is not None:
            return found
        word = head
    return None


def _is_text(deeds: Deeds, word: int) -> bool:
    texts = class_words("agreement") | {"document", "text"}
    return any(deeds.sentence.words[k].lemma in texts for k in deeds.clause(word).agents)


def _came_about(sentence: Sentence, word: int) -> bool:
    predicate = sentence.predicate_at(word)
    return predicate is not None and predicate.happened > 1.0


def _settled(deeds: Deeds, word: int, head: int, relation: str, marks: set[str], deed_type: str) -> str | None:
    s = deeds.sentence
    lemma = s.words[head].lemma.lower()
    frame = deeds.frame(head)
    if lemma == "have" and relation == "xcomp" and "to" in marks:
        return "planned"  # "had to hand over"
    if lemma in ORDERING and relation == "xcomp" and "to" in marks and not passive(s, head):
        return "planned"  # "told the army to attack"
    if lemma in BELIEVED and relation == "xcomp" and "to" in marks and passive(s, head):
        return "alleged"
    complement = relation in ("ccomp", "xcomp", "obj", "acl", "nmod", "advcl", "obl", "nsubj:pass")
    if not complement:
        return None
    if frame == "deny" or lemma in DENIERS:
        return "denied" if not deeds.negated(head) else None
    if deeds.negated(head) and relation in ("xcomp", "ccomp", "obj", "acl"):
        return "denied"
    if lemma == "claim" and frame == "light":
        return None  # who claims an attack says that it happened
    if lemma in DOUBTERS or frame == "accuse":
        return "alleged"
    if frame == "cause":
        return "planned"
    if relation == "nmod" and marks & {"on", "for"} and lemma in class_words("agreement") and is_noun(s, word):
        return "planned"  # "a deal on the release of 400 prisoners"
    if lemma == "announce" and is_noun(s, word) and deed_type in TO_COME:
        return "planned"  # "announced weeks of protests"
    factual = (s.predicate_at(word).happened if s.predicate_at(word) else 1.0) > 1.0  # type: ignore[union-attr]
    if (lemma in IMAGINED or frame == "threat") and not factual:
        return "hypothetical"
    if frame in ("intend", "promise") and (not factual or "to" in marks):
        return "planned"
    if frame == "speech":
        return None
    return None


def _lasting(deeds: Deeds, heads: list[int], modifiers: set[str], *, spoken: bool) -> bool:
    s = deeds.sentence
    if modifiers & LASTING_WORDS:
        return True
    top = heads[-1]
    if s.words[top].lemma in LASTING and s.words[top].xpos in ("VBZ", "VBP", "VBG"):
        return True
    auxiliaries = [s.words[k] for k in s.children(top, "aux", "aux:pass")]
    now = any(a.text.lower() in ("is", "are", "’s", "'s", "’re", "'re", "has", "have") for a in auxiliaries)
    if s.words[top].xpos == "VBG" and now:
        return True
    present = s.words[top].xpos in ("VBZ", "VBP") and not is_noun(s, top) and s.part != "headline"
    if (
        present
        and s.words[top].xpos == "VBP"
        and (s.words[top].text.lower() in ALIKE or s.words[top].text.lower() != s.words[top].lemma.lower())
    ):
        return False  # "the army shut", "overran": a past taken for the present
    return present and not spoken  # "condemns" is done by saying it
