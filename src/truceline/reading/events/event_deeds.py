"""The deeds of one sentence: what each verb and noun tells, and which verb carries or governs which noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from truceline.domain.sentences import Sentence
from truceline.reading.cases import case_of
from truceline.reading.clauses import BLAMING, Clause, Phrase, clause_of, is_noun
from truceline.reading.events.event_rows import Row, event_rows
from truceline.reading.events.event_types import (
    NO_FIT,
    PARTIES,
    ClauseWords,
    Fit,
    fitting,
    is_participle_adjective,
    mode_of,
    refused_types,
)
from truceline.reading.events.learned_deeds import learned_row, sure_enough
from truceline.reading.events.negation import negated
from truceline.reading.scene import Scene

COMPLEMENT_CASES = frozenset({
    "to", "for", "on", "upon", "against", "of", "with", "from", "at", "in", "about", "into",
})  # fmt: skip
COMPLEMENT_MARKS = ("to", "of", "for", "from", "against", "that", "on", "at")
SEQUENCE = frozenset({"follow", "precede", "accompany"})
CARRIED_CASES = frozenset({"in", "with", "for", "under", "of", "to"})
CARRIERS = frozenset({"attend", "light", "occur", "try", "cause", "intend", "stop"})
SPOKEN_FRAMES = frozenset({
    "accuse", "demand", "deny", "failure", "intend", "keep", "promise", "refusal", "speech", "stop", "threat", "try",
})  # fmt: skip
"""Frames that say themselves what a word tells, and when it tells nothing."""
HARMING = frozenset({"ASSAULT", "COERCE"})
"""Types that one word may well tell of: where rows refuse the one, the other is refused too."""
SIDES = PARTIES - {"person"}


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
    frames: Mapping[str, Frame]
    """What each frame makes of its complement."""
    types: Mapping[str, str] = field(default_factory=dict)
    """Type of each actor by its key."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Key of each actor by the names that the report gives it."""
    issuer: tuple[str, ...] = ()
    """Who issues the report, where it is a communiqué: whom "we" means in its own voice."""
    _clauses: dict[int, Clause] = field(default_factory=dict)
    _fit: dict[int, Fit] = field(default_factory=dict)
    _carriers: dict[int, int | None] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    def clause(self, word: int) -> Clause:
        """Give the clause of a word."""
        if word not in self._clauses:
            found = clause_of(self.sentence, word)
            if is_participle_adjective(self.sentence, word) and not found.patients:
                found = replace(found, agents=(), patients=found.agents)
            self._clauses[word] = found
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
            if event_rows().at(self.sentence.words[word].lemma):
                self._fit[word] = fitting(self.words(word))
        return self._fit[word]

    def frame(self, word: int) -> str | None:
        """Give the frame that a word opens."""
        row = self.fit(word).frame
        return row.frame if row else None

    def carrier(self, word: int) -> int | None:
        """Give the verb that carries an event noun: "launched an attack", "fighting resumed", "talks held in"."""
        if word not in self._carriers:
            self._carriers[word] = self._carrier(word)
        return self._carriers[word]

    def _carrier(self, word: int) -> int | None:
        s = self.sentence
        if not is_noun(s, word):
            return None
        for k in s.children(word, "acl"):
            if not is_noun(s, k) and self.frame(k) in ("light", "occur", "cause") and s.words[k].lemma not in SEQUENCE:
                return k
        top = word
        while s.words[top].relation in ("conj", "nmod") and s.words[top].head >= 0:
            above = s.words[top].head
            through = case_of(s, top) == "of" and self.frame(above) in ("try", "stop")
            if s.words[top].relation == "nmod" and not through and s.words[above].lemma != "responsibility":
                break
            top = above
        head, relation = s.words[top].head, s.words[top].relation
        if head < 0 or is_noun(s, head):
            return None
        if relation == "nsubj:outer":  # "talks are to begin"
            relation = "nsubj"
        frame = self.frame(head)
        if frame == "demand" and relation in ("obj", "nsubj:pass") and s.words[head].lemma == "order":
            return head  # "ordered the withdrawal"
        if relation in ("obj", "nsubj:pass") and frame in (
            "light",
            "try",
            "cause",
            "stop",
            "intend",
            "occur",
            "attend",
        ):
            return head
        if relation in ("nsubj", "csubj", "advcl") and frame in ("occur", "try"):
            return head
        if relation == "nsubj" and frame == "stop" and not s.children(head, "obj"):
            return head  # "the talks ended"
        if relation.startswith("obl") and s.words[head].lemma in SEQUENCE and case_of(s, top) == "by":
            return head
        if relation == "obl" and frame in ("light", "try", "cause", "attend") and case_of(s, top) in CARRIED_CASES:
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
        frame = self.frames.get(fit.frame.frame or "") if fit.frame and not fit.limited else None
        if fit.frame and frame:
            told = frame(self, word, fit.frame)
            if told is not None:
                return told
        row = fit.row
        if (row is None or row.type is None) and self.frame(word) not in SPOKEN_FRAMES:
            row = self._learned(word)
        if row is None or row.type is None:
            return None
        if fit.frame and fit.frame.frame in CARRIERS and not fit.limited and self._carries(word):
            return None
        content = self._object_deed(word, row)
        negated = self.negated(word) and not row.denies
        return Deed(row.type, mode_of(row, self.words(word)), word, row, content, negated=negated)

    def _learned(self, word: int) -> Row | None:
        """Give a row for a word that only the language model knows, where it is sure enough in this company."""
        row = learned_row(self.sentence, word)
        if row is None:
            return None
        known = bool(event_rows().at(self.sentence.words[word].lemma))
        kin = HARMING if row.type in HARMING else {row.type}
        refused = known and not refused_types(self.words(word)).isdisjoint(kin)
        sure = sure_enough(self.sentence, word, named=self._names_a_side, refused=refused)
        return row if sure else None

    @cached_property
    def _names_a_side(self) -> bool:
        """Tell whether the sentence names a body that may take part in a conflict or in its settlement."""
        s = self.sentence
        keys = (key for k in range(len(s.words)) for key in self.scene.actors.at(s.index, k))
        return any(self.types.get(key) in SIDES for key in keys)

    def _carries(self, word: int) -> bool:
        """Tell whether a verb only carries the event of a noun or infinitive: "fought a war", "tried to storm"."""
        s = self.sentence
        if any(self.carrier(k) == word and self.deed(k) for k in s.children(word, "obj", "obl", "nsubj", "nsubj:pass")):
            return True
        gerunds = [k for k in s.children(word, "advcl") if s.words[k].xpos == "VBG" and self.frame(word) == "try"]
        return any(self.inner(k) for k in (*s.children(word, "xcomp", "ccomp"), *gerunds))

    def _object_deed(self, word: int, row: Row) -> int | None:
        """Give the event noun that a row asks for as object ("imposed a curfew"): no event beside that of the verb."""
        if row.type == "REQUEST" and not is_noun(self.sentence, word) and not row.frame:
            wanted = self.content(word)  # "invited the rebels to share power"
            return wanted[0] if wanted else None
        if row.type == "RETREAT" and self.frame(word) == "stop":  # "stopped firing"
            gerund = next((k for k in self.sentence.children(word, "xcomp") if self.fit(k).row), None)
            if gerund is not None and self.sentence.words[gerund].xpos == "VBG":
                return gerund
        if row.type == "AGREE" and row.about and not is_noun(self.sentence, word):  # "assured them of his cooperation"
            return next((k for k in self.complements(word) if is_noun(self.sentence, k) and self.fit(k).row), None)
        if row.name == "turn_dead_letter":  # "the talks collapsed"
            return next((k for k in self.clause(word).agents if is_noun(self.sentence, k) and self.fit(k).row), None)
        if is_noun(self.sentence, word):
            of = self.clause(word).after("of") if row.about else ()
            return next((k for k in of if self.fit(k).row), None)
        about = row.type in ("REJECT", "SANCTION", "CONCEDE") or (row.about and row.type == "RETREAT")
        if not (row.object or row.symmetric or about):  # "gave its blessing"
            alike = [k for k in self.sentence.children(word, "obj") if is_noun(self.sentence, k)]
            return next((k for k in alike if (other := self.fit(k).row) and other.type == row.type), None)
        below = [k for k in self.clause(word).patients if row.object or self.sentence.words[k].head == word]
        return next((k for k in below if is_noun(self.sentence, k) and self.fit(k).row), None)

    def complements(self, word: int) -> Iterator[int]:
        """Give the heads of clauses and nouns that a verb or noun governs, the likeliest content first."""
        s = self.sentence
        yield from s.children(word, "ccomp", "xcomp")
        for k in s.children(word, "advcl", "acl"):
            if any(
                s.words[m].lemma.lower() in (*COMPLEMENT_MARKS, *(("with",) if s.words[word].lemma in BLAMING else ()))
                for m in s.children(k, "mark")
            ):
                yield k
        if not is_noun(s, word):
            yield from s.children(word, "obj", "nsubj:pass")
        for k in s.children(word, "obl", "nmod"):
            if case_of(s, k) in COMPLEMENT_CASES or (case_of(s, k) == "out" and self.deed(k)):
                yield k  # "walked out of the talks", not "of the stadium"
        for k in s.children(word, "iobj"):  # "assured the envoy of his help", hung on the envoy
            yield from (m for m in s.children(k, "nmod") if case_of(s, m) == "of")
        if not is_noun(s, word):
            for k in s.children(word, "obj", "obl"):
                for a in s.children(k, "acl"):
                    if any(s.words[m].lemma == "to" for m in s.children(a, "mark")):
                        yield a
        if self.frame(word) == "try":  # "went on fighting", which the tree may hang on as an adverb
            yield from (k for k in s.children(word, "advcl") if s.words[k].xpos == "VBG" and not s.children(k, "mark"))
        for k in s.children(word, "parataxis"):
            if not any(s.words[m].text == ";" for m in range(min(k, word), max(k, word))):
                yield k

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


Frame = Callable[[Deeds, int, Row], Deed | None]
"""What a verb that opens a frame makes of the deed in its complement."""
