"""What verbs do with the deed in their complement: promise, threaten, refuse, demand, announce, stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import Clause, Phrase, case_of, clause_of, is_noun, subjects
from truceline.reading.event_rows import Row, event_rows
from truceline.reading.event_types import (
    AS_PROMISED,
    MODE_OF_THREAT,
    MODE_OF_WISH,
    NO_FIT,
    STOPPED,
    ClauseWords,
    Fit,
    fitting,
    mode_of,
)
from truceline.reading.scene import Scene

COMPLEMENT_CASES = frozenset({
    "to", "for", "on", "upon", "against", "of", "with", "from", "at", "in", "about", "into",
})  # fmt: skip
DUTY = frozenset({"must", "should", "ought", "need", "have", "shall"})
FUTURE = frozenset({"will", "would", "wo", "'d", "'ll", "’d", "’ll", "shall"})
FIRST_PERSON = frozenset({"i", "we"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
SEQUENCE = frozenset({"follow", "precede", "accompany"})
CARRIED_CASES = frozenset({"in", "with", "for", "under", "of", "to"})
CARRIERS = frozenset({"light", "occur", "try", "cause", "intend", "stop"})
CONSENTING = frozenset({"agree", "accept", "consent", "commit", "commitment", "undertake"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What a predicate tells, with the word that tells it and the complement that went into it."""

    type: str
    mode: str | None
    word: int
    row: Row | None
    content: int | None = None
    """Head of the complement whose deed is promised, refused, demanded ...: no event of its own."""
    verbal: bool = False
    recipients_from: tuple[int, ...] = ()
    """Words of the complement that the act is directed at."""
    negated: bool = False


@dataclass
class Deeds:
    """The deeds of one sentence, worked out once for every word asked for."""

    scene: Scene
    sentence: Sentence
    types: Mapping[str, str] = field(default_factory=dict)
    """Type of each actor by its key."""
    _clauses: dict[int, Clause] = field(default_factory=dict)
    _fit: dict[int, Fit] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    def clause(self, word: int) -> Clause:
        """Give the clause of a word."""
        if word not in self._clauses:
            self._clauses[word] = clause_of(self.sentence, word)
        return self._clauses[word]

    def words(self, word: int) -> ClauseWords:
        """Give the words of a clause by their part in it."""
        carrier = self.carrier(word)
        above = self.clause(carrier) if carrier is not None else None
        return ClauseWords(self.scene, self.sentence, self.clause(word), above, self.types)

    def fit(self, word: int) -> Fit:
        """Give the row that types a word, and the frame that it opens."""
        if word not in self._fit:
            self._fit[word] = NO_FIT  # while its carrier is looked for
            self._fit[word] = fitting(self.words(word))
        return self._fit[word]

    def frame(self, word: int) -> str | None:
        """Give the frame that a word opens."""
        row = self.fit(word).frame
        return row.frame if row else None

    def carrier(self, word: int) -> int | None:
        """Give the verb that carries an event noun: "launched an attack", "fighting resumed", "talks held in"."""
        s = self.sentence
        if not is_noun(s, word):
            return None
        for k in s.children(word, "acl"):
            if not is_noun(s, k) and self.frame(k) in ("light", "occur", "cause") and s.words[k].lemma not in SEQUENCE:
                return k
        top = word
        while s.words[top].relation in ("conj", "nmod") and s.words[top].head >= 0:
            above = s.words[top].head
            if s.words[top].relation == "nmod" and not (
                case_of(s, top) == "of" and self.frame(above) in ("try", "stop")
            ):
                break
            top = above
        head, relation = s.words[top].head, s.words[top].relation
        if head < 0 or is_noun(s, head):
            return None
        frame = self.frame(head)
        if relation in ("obj", "nsubj:pass") and frame in ("light", "try", "cause", "stop", "intend", "occur"):
            return head
        if relation == "nsubj" and frame in ("occur", "light", "try"):
            return head
        if relation.startswith("obl") and s.words[head].lemma in SEQUENCE and case_of(s, top) == "by":
            return head
        if relation == "obl" and frame in ("light", "try", "cause") and case_of(s, top) in CARRIED_CASES:
            return head
        return None

    def carried_phrases(self, word: int) -> tuple[Phrase, ...]:
        """Give the phrases that hang on the verb that carries an event noun, and on its infinitive."""
        carrier = self.carrier(word)
        if carrier is None:
            return ()
        found = list(self.clause(carrier).phrases)
        for k in self.sentence.children(carrier, "xcomp"):
            found += self.clause(k).phrases if not is_noun(self.sentence, k) else ()
        return tuple(found)

    def negated(self, word: int) -> bool:
        """Tell whether a word stands under "not", "no", "never" or "neither"."""
        return negated(self.sentence, word)

    def deed(self, word: int) -> Deed | None:
        """Give what a word tells, its frame counted in."""
        if word in self._busy:
            return None
        self._busy.add(word)
        try:
            return self._deed(word)
        finally:
            self._busy.discard(word)

    def _deed(self, word: int) -> Deed | None:
        fit = self.fit(word)
        if fit.frame and fit.frame.frame in FRAMES and not fit.limited:
            told = FRAMES[fit.frame.frame](self, word, fit.frame)
            if told is not None:
                return told
        row = fit.row
        if row is None or row.type is None:
            return None
        if fit.frame and fit.frame.frame in CARRIERS and not fit.limited and self._carries(word):
            return None
        content = self._object_deed(word, row)
        return Deed(row.type, mode_of(row, self.words(word)), word, row, content, negated=self.negated(word))

    def _carries(self, word: int) -> bool:
        """Tell whether a verb only carries the event of a noun or infinitive: "fought a war", "tried to storm"."""
        s = self.sentence
        if any(self.carrier(k) == word and self.deed(k) for k in s.children(word, "obj", "obl", "nsubj", "nsubj:pass")):
            return True
        return any(self.inner(k) for k in s.children(word, "xcomp", "ccomp"))

    def _object_deed(self, word: int, row: Row) -> int | None:
        """Give the event noun that a row asks for as object ("imposed a curfew"): no event beside that of the verb."""
        if not row.object or is_noun(self.sentence, word):
            return None
        return next((k for k in self.clause(word).patients if is_noun(self.sentence, k) and self.fit(k).row), None)

    def complements(self, word: int) -> Iterator[int]:
        """Give the heads of clauses and nouns that a verb or noun governs, the likeliest content first."""
        s = self.sentence
        yield from s.children(word, "ccomp", "xcomp")
        for k in s.children(word, "advcl", "acl"):
            if any(
                s.words[m].lemma.lower() in ("to", "of", "for", "from", "against", "that", "on")
                for m in s.children(k, "mark")
            ):
                yield k
        if not is_noun(s, word):
            yield from s.children(word, "obj", "nsubj:pass")
        for k in s.children(word, "obl", "nmod"):
            if case_of(s, k) in COMPLEMENT_CASES:
                yield k
        if not is_noun(s, word):
            for k in s.children(word, "obj", "obl"):
                for a in s.children(k, "acl"):
                    if any(s.words[m].lemma == "to" for m in s.children(a, "mark")):
                        yield a
        yield from s.children(word, "parataxis")

    def content(self, word: int) -> tuple[int, Deed] | None:
        """Give the first complement that tells a deed, with that deed."""
        for k in self.complements(word):
            for one in self.sentence.conjuncts(k):
                deed = self.inner(one)
                if deed is not None:
                    return k, deed
        return None

    def inner(self, word: int, depth: int = 0) -> Deed | None:
        """Give the deed of a complement, looked for behind verbs and nouns that only carry it."""
        deed = self.deed(word)
        if deed is not None or depth > 3:
            return deed
        if self.frame(word) in ("occur", "try") and not is_noun(self.sentence, word):
            for k in self.sentence.children(word, "nsubj"):
                below = self.deed(k) if is_noun(self.sentence, k) else None
                if below is not None:
                    return replace(below, negated=below.negated or self.negated(word))
        if self.frame(word) in CARRIERS or self.sentence.words[word].upos in ("AUX", "NOUN", "ADJ"):
            for k in self.complements(word):
                below = self.inner(k, depth + 1)
                if below is not None:
                    return replace(below, negated=below.negated or self.negated(word))
        return None


def negated(sentence: Sentence, word: int) -> bool:
    """Tell whether a word itself is negated: not, never, no, neither, nothing as its subject or object."""
    if yet_to(sentence, word):
        return True
    for k in sentence.children(word, "advmod", "det", "cc", "cc:preconj", "obj", "nsubj"):
        lemma, relation = sentence.words[k].lemma.lower(), sentence.words[k].relation
        if lemma in ("not", "n't", "n’t", "never", "neither", "nor") and relation in (
            "advmod",
            "cc:preconj",
            "cc",
            "det",
        ):
            return True
        if relation == "det" and lemma in ("no", "neither"):
            return True
        if relation in ("obj", "nsubj", "nsubj:pass") and lemma in ("nobody", "nothing", "none"):
            return True
        if relation in ("obj", "nsubj:pass", "nsubj") and any(
            sentence.words[d].lemma.lower() == "no" for d in sentence.children(k, "det")
        ):
            return True
    return False


def yet_to(sentence: Sentence, word: int) -> bool:
    """Tell whether a verb stands under "has yet to"."""
    head = sentence.words[word].head
    near = [*sentence.children(word, "advmod"), *(sentence.children(head, "advmod") if head >= 0 else ())]
    yet = any(
        sentence.words[k].lemma.lower() == "yet" and sentence.words[k + 1].lemma == "to"
        for k in near
        if k + 1 < len(sentence.words)
    )
    return yet and any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark"))


def _own(deeds: Deeds, speaker: int, content: int) -> bool:
    """Tell whether the deed of a complement is the speaker's own."""
    s, scene = deeds.sentence, deeds.scene
    who, told = subjects(s, speaker), subjects(s, content)
    if not told or who == told:
        return True
    if s.words[told[0]].lemma.lower() in FIRST_PERSON:
        return True
    holder = s.children(told[0], "nmod:poss")
    if holder and is_noun(s, told[0]):
        if s.words[holder[0]].lemma.lower() in ("its", "their", "his", "her", "our", "my"):
            return True
        told = (holder[0],)
    first = {k for w in who for k in scene.actors.group(s, w)}
    second = {k for w in told for k in scene.actors.group(s, w)}
    if first and second:
        members = {m for a in scene.actors.mentions if a.key in first for m in a.member_of}
        return bool((first | members) & second)
    return s.words[told[0]].lemma.lower() in PRONOUNS


def _aux(sentence: Sentence, word: int) -> frozenset[str]:
    return frozenset(sentence.words[k].text.lower() for k in sentence.children(word, "aux")) | frozenset(
        sentence.words[k].lemma.lower() for k in sentence.children(word, "aux")
    )


def _future(sentence: Sentence, word: int) -> bool:
    """Tell whether a clause lies ahead: will, would, "is to", "going to", an infinitive."""
    found = _aux(sentence, word)
    if found & FUTURE:
        return True
    head = sentence.words[word].head
    if sentence.words[word].relation == "xcomp" and head >= 0 and sentence.words[head].lemma in ("go", "be"):
        return True
    return any(sentence.words[k].lemma == "to" for k in sentence.children(word, "mark"))


def _promised(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    # "Has not agreed" is a refusal; "promised no such thing" is a promise that was not made.
    refused = deeds.negated(word) and deeds.sentence.words[word].lemma in CONSENTING
    if found is None:
        if deeds.sentence.children(word, "xcomp", "ccomp", "obj", "acl") or deeds.clause(word).noun:
            return Deed("REJECT" if refused else "AGREE", None, word, row, _first(deeds, word), verbal=True)
        return None
    content, deed = found
    if refused:
        return Deed(
            "REJECT", MODE_OF_WISH.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
        )
    lemma = deeds.sentence.words[word].lemma
    agrees = lemma in ("agree", "offer", "accept", "consent", "commit", "guarantee", "commitment")
    if deed.type in HOSTILE and not deed.negated and not agrees:
        return Deed(
            "THREATEN", MODE_OF_THREAT.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
        )
    if deed.negated and deed.type not in HOSTILE and deed.type != "REJECT":
        return Deed(
            "REJECT", MODE_OF_WISH.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
        )
    return Deed("AGREE", None, word, row, content, verbal=True, recipients_from=(deed.word,))


def _first(deeds: Deeds, word: int) -> int | None:
    return next(iter(deeds.complements(word)), None)


def _threatened(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    lemma = deeds.sentence.words[word].lemma
    if found is None:
        return (
            None
            if lemma in ("warn", "warning")
            else Deed("THREATEN", None, word, row, _first(deeds, word), verbal=True)
        )
    content, deed = found
    if lemma in ("warn", "warning") and not (_own(deeds, word, content) and _future(deeds.sentence, content)):
        return None
    return Deed(
        "THREATEN", MODE_OF_THREAT.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,)
    )


def _refused(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    if deeds.negated(word):
        return None
    if found is None:
        first = _first(deeds, word)
        return (
            Deed("REJECT", None, word, row, first, verbal=True)
            if first is not None or deeds.clause(word).noun
            else None
        )
    content, deed = found
    return Deed("REJECT", MODE_OF_WISH.get(deed.type), word, row, content, verbal=True, recipients_from=(deed.word,))


def _failed(deeds: Deeds, word: int, row: Row) -> Deed | None:
    found = deeds.content(word)
    if found is None or found[1].type in HOSTILE:
        return None
    return Deed(
        "REJECT", MODE_OF_WISH.get(found[1].type), word, row, found[0], verbal=True, recipients_from=(found[1].word,)
    )


def _demanded(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    if s.words[word].lemma in (
        "order",
        "press",
        "push",
        "seek",
        "require",
        "encourage",
        "ask",
        "request",
        "invite",
    ) and not (s.children(word, "xcomp", "ccomp", "advcl") or deeds.content(word)):
        return None
    if s.words[word].lemma == "ask" and _asks_only(s, word):
        return None
    found = deeds.content(word)
    if found is not None and not _somebody(deeds, word):
        return None  # "losses that pressured the state to sue for peace": the deed itself is told
    if found is None:
        first = _first(deeds, word)
        return Deed("REQUEST", None, word, row, first, verbal=True) if first is not None else None
    content, deed = found
    if s.words[word].lemma in ("seek", "push", "press") and deed.type in HOSTILE:
        return None
    return Deed("REQUEST", _wish(deed), word, row, content, verbal=True)


def _asks_only(sentence: Sentence, word: int) -> bool:
    """Tell whether "ask" puts a question and makes no request."""
    infinitive = any(
        sentence.words[m].lemma == "to"
        for k in sentence.children(word, "xcomp", "advcl")
        for m in sentence.children(k, "mark")
    )
    return not infinitive and not any(case_of(sentence, k) == "for" for k in sentence.children(word, "obl"))


def _somebody(deeds: Deeds, word: int) -> bool:
    """Tell whether the subject of a verb may be somebody: an actor, a pronoun, or nobody named."""
    s, scene = deeds.sentence, deeds.scene
    for head in deeds.clause(word).agents:
        near = (head, *s.children(head, "compound", "nmod:poss", "amod", "nmod", "appos"))
        if s.words[head].upos in ("PROPN", "PRON") or any(scene.actors.at(s.index, k) for k in near):
            return True
        if event_rows().at(s.words[head].lemma) or s.words[head].lemma.endswith(
            ("ment", "ion", "ure", "ness", "ory", "ity")
        ):
            return False
    return True


def _wish(deed: Deed) -> str | None:
    if deed.type in HOSTILE and (deed.negated or deed.type in ("ASSAULT", "MOBILIZE", "COERCE")):
        return "yield" if deed.type != "SANCTION" else "change"
    return MODE_OF_WISH.get(deed.type)


def _announced(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    for k in deeds.complements(word):
        if s.words[k].relation not in ("ccomp", "xcomp", "parataxis", "acl") or is_noun(s, k):
            continue
        for one in s.conjuncts(k):
            told = _announced_clause(deeds, word, one, row)
            if told is not None:
                return told
    return None


def _announced_clause(deeds: Deeds, word: int, content: int, row: Row) -> Deed | None:
    s = deeds.sentence
    deed = deeds.inner(content)
    aux = _aux(s, content)
    own = _own(deeds, word, content)
    if aux & DUTY and not own and "have" not in aux - {"has"}:
        return Deed("REQUEST", _wish(deed) if deed else None, word, row, content, verbal=True)
    if deed is None or deed.verbal or not _future(s, content) or not own:
        return None
    if deed.negated:
        kind = "AGREE" if deed.type in HOSTILE else "REJECT"
        mode = None if kind == "AGREE" else MODE_OF_WISH.get(deed.type)
        return Deed(kind, mode, word, row, content, verbal=True, recipients_from=(deed.word,))
    kind = AS_PROMISED.get(deed.type)
    if kind is None:
        return None
    mode = MODE_OF_THREAT.get(deed.type) if kind == "THREATEN" else None
    return Deed(kind, mode, word, row, content, verbal=True, recipients_from=(deed.word,))


def _accused(deeds: Deeds, word: int, row: Row) -> Deed | None:
    lemma = deeds.sentence.words[word].lemma
    if lemma in ("charge", "try", "allege") and not is_noun(deeds.sentence, word) and deeds.content(word) is None:
        return None
    found = deeds.content(word)
    return Deed("ACCUSE", "allege", word, row, found[0] if found else None, verbal=True)


def _stopped(deeds: Deeds, word: int, row: Row) -> Deed | None:
    s = deeds.sentence
    for k in (
        *s.children(word, "obj", "nsubj:pass", "xcomp", "nmod"),
        *(() if s.children(word, "obj") else s.children(word, "nsubj")),
    ):
        if s.words[k].relation == "nmod" and case_of(s, k) not in ("of", "to", "in"):
            continue
        deed = deeds.deed(k)
        if deed is not None and deed.type in STOPPED and not (deed.row and deed.row.name.startswith("other")):
            kind, mode = STOPPED[deed.type]
            return Deed(kind, mode, word, row, k, recipients_from=(deed.word,), negated=deeds.negated(word))
    return None


FRAMES: dict[str, Callable[[Deeds, int, Row], Deed | None]] = {
    "promise": _promised,
    "threat": _threatened,
    "refusal": _refused,
    "failure": _failed,
    "demand": _demanded,
    "speech": _announced,
    "accuse": _accused,
    "stop": _stopped,
}
