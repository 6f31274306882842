"""Which PLOVER type a clause tells: rows of the vocabulary tried against its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import RELATIVE_TAGS, Clause, clause_of, is_noun
from truceline.reading.events.event_rows import EventRows, Pattern, Row, event_rows
from truceline.reading.passives import passive
from truceline.reading.scene import Scene

PARTIES = frozenset({"person", "state", "government", "armed_group", "security_force", "organisation", "alliance"})
COUNTS = frozenset({
    "rest", "remainder", "half", "percent", "third", "quarter", "number", "batch", "last", "all", "other",
    "another", "majority", "part", "share", "total", "handful", "one", "hundred", "thousand", "dozen", "score",
    "some", "most", "many", "several",
})  # fmt: skip
BESIDE = ("compound", "amod", "advmod", "obj", "obl", "nmod", "xcomp", "mark", "case", "aux", "cop")
ANYTHING = frozenset({"@name", "@place"})
HANDING = frozenset({"hand", "send", "show", "pass"})
TAKEN_UP = frozenset({"it", "they", "them", "those"})
PERSONS = frozenset({"i", "me", "he", "she", "they", "we", "him", "her", "them", "us", "who", "everyone", "anyone"})
GENERAL_MODES = frozenset({"aerial", "explosives", "heavy-weapons"})
SPECIAL_MODES = frozenset({"aerial", "drone", "suicide-attack", "unconventional"})
"""Modes that a word of the clause sets even where the row has a more general one."""


@dataclass(frozen=True)
class ClauseWords:
    """The lemmas of a clause by their part in it, with marks for names and numbers."""

    scene: Scene
    sentence: Sentence
    clause: Clause
    carrier: Clause | None = None
    """The verb that carries an event noun: "launched an attack"."""
    types: Mapping[str, str] = field(default_factory=dict)
    """Type of each actor by its key."""

    @cached_property
    def object(self) -> frozenset[str]:
        """Words of what is acted on."""
        heads = [*self.clause.patients, *self._stood_for()]
        if self.sentence.words[self.clause.word].lemma in HANDING:  # "handed the rebels a draft" hands in no rebels
            heads = [k for k in heads if self.sentence.words[k].relation != "iobj"] or heads
        heads += [p.head for p in self.clause.phrases if p.case in ("behind", "out", "up", "off", "down", "over")]
        if self.clause.noun:
            heads += [p.head for p in self.clause.phrases if p.case in ("of", "on", "against", "for", "to")]
            heads += self.clause.modifiers
        return self._words(heads)

    def after(self, cases: tuple[str, ...]) -> frozenset[str]:
        """Words of what stands behind a pattern's own prepositions: "stepped on a mine"."""
        return self._words([p.head for p in self.clause.phrases if p.case in cases])

    @cached_property
    def subject(self) -> frozenset[str]:
        """Words of who acts."""
        heads = [*self.clause.agents, *(self.carrier.agents if self.carrier else ())]
        if not heads and self.sentence.words[self.clause.word].relation.startswith("acl"):
            heads = list(self.clause.patients)  # "members demobilised last year"
        return self._words(heads)

    @cached_property
    def doerless(self) -> bool:
        """Tell whether it is a passive that leaves out who acts: "a patrol was despatched"."""
        word = self.clause.word
        suffered = passive(self.sentence, word) or is_participle_adjective(self.sentence, word)
        return not self.clause.noun and not self.clause.agents and suffered

    @cached_property
    def about(self) -> frozenset[str]:
        """All words of the clause but those of relative clauses and coordinated clauses."""
        word = self.clause.word
        found = self.sentence.subtree(
            word, without=("acl:relcl", "parataxis", "conj") if not self.clause.noun else ("acl:relcl",)
        )
        if self.carrier:
            found += self.sentence.subtree(self.carrier.word, without=("acl:relcl", "parataxis", "conj", "advcl"))
        lemmas = {self.sentence.words[k].lemma.lower() for k in found if k != word}
        return frozenset(lemmas | self.subject | self.object)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Particles, prepositions, modifiers and bare objects that a pattern of several words may ask for."""
        s, word = self.sentence, self.clause.word
        found: set[str] = set()
        timed = {i for start, end in s.times for i in range(start, end + 1)}
        for k in s.children(word, *BESIDE):
            found |= {s.words[k].lemma.lower(), s.words[k].text.lower()}
            fronted = k < word and s.words[k].xpos not in RELATIVE_TAGS  # "on which they insist"
            placed = k in timed or (word + 1 != k and self.scene.places.at(s.index, k) is not None)
            if not fronted:
                marks = {s.words[c].lemma.lower() for c in s.children(k, "case", "mark")}
                found |= marks - {"in"} if placed else marks  # "turned his gun on them in Helmand" hands nothing in
        for k in s.children(word, "iobj"):  # "assured the envoy of his help", hung on the envoy
            found |= {s.words[c].lemma.lower() for m in s.children(k, "nmod") for c in s.children(m, "case")} & {"of"}
        for k in s.children(word, "advcl"):  # "charged with recruiting children"
            found |= {s.words[c].lemma.lower() for c in s.children(k, "mark")} & {"with", "of", "from", "for"}
        if word + 1 < len(s.words):  # a particle that the parser gave to a number: "hand over 30 percent"
            found.add(s.words[word + 1].lemma.lower())
        for k in self.clause.modifiers:
            found |= {s.words[k].lemma.lower(), s.words[k].text.lower()}
        return frozenset(found)

    @cached_property
    def near(self) -> frozenset[str]:
        """Words that stand close enough to tell the means of a deed."""
        s, word = self.sentence, self.clause.word
        heads = [p.head for p in self.clause.phrases]
        if self.carrier:
            heads += [p.head for p in self.carrier.phrases]
        return self.subject | self.object | self.beside | self._words(heads) | {s.words[word].lemma.lower()}

    @cached_property
    def particles(self) -> frozenset[str]:
        """Particles of the verb."""
        return frozenset(
            self.sentence.words[k].lemma.lower() for k in self.sentence.children(self.clause.word, "compound:prt")
        )

    def _stood_for(self) -> tuple[int, ...]:
        """Give the objects of the verb before that a pronoun takes up: "left the post and handed it to the police"."""
        s, own = self.sentence, self.sentence.words[self.clause.word]
        if own.relation != "conj" or not any(s.words[k].lemma.lower() in TAKEN_UP for k in self.clause.patients):
            return ()
        before = (own.head, *(k for k in s.children(own.head, "conj") if k < self.clause.word))
        objects = [o for verb in before if not is_noun(s, verb) for o in clause_of(s, verb).patients]
        return tuple(o for o in objects if s.words[o].upos in ("NOUN", "PROPN", "NUM"))[-1:]

    def _words(self, heads: Iterable[int]) -> frozenset[str]:
        found: set[str] = set()
        for head in heads:
            for one in self.sentence.conjuncts(head):
                found |= self._phrase(one)
        return frozenset(found)

    def _phrase(self, head: int) -> set[str]:
        s = self.sentence
        near = [head, *s.children(head, "compound", "amod", "nummod", "flat")]
        for k in s.children(head, "nmod"):
            if any(s.words[c].lemma == "of" for c in s.children(k, "case")):
                near += [k, *s.children(k, "compound", "amod", "nummod")]
        text = s.words[head].text.lower()
        # "bases" may have been taken for the plural of "basis".
        found = {s.words[k].lemma.lower() for k in near} | {text, text.removesuffix("s"), "@something"}
        keys = self.scene.actors.at(s.index, head)
        if keys:
            found.add("@actor")
            found |= {f"@{self.types[k]}" for k in keys if k in self.types}
            if any(self.types.get(k) in PARTIES for k in keys):
                found.add("@party")
        if self.scene.places.at(s.index, head) is not None:
            found.add("@place")
        name = s.name_at(head)
        if (name and name.type == "person") or s.words[head].lemma.lower() in PERSONS:
            found.add("@person")
        if s.words[head].upos == "PROPN":
            found.add("@name")
        if s.words[head].upos == "NUM" or s.words[head].lemma in COUNTS:
            found.add("@count")
        if s.words[head].upos == "NUM" or s.children(head, "nummod"):
            found.add("@number")
        return found


def is_participle_adjective(sentence: Sentence, word: int) -> bool:
    """Tell whether a passive was taken for an adjective: "a battalion was despatched to the border"."""
    own = sentence.words[word]
    return own.upos == "ADJ" and bool(sentence.children(word, "cop")) and event_rows().is_participle(own.lemma)


def _has(words: frozenset[str], wanted: frozenset[str]) -> bool:
    if not words.isdisjoint(wanted):
        return True
    return any(words.issuperset(phrase) for phrase in _phrases(wanted))


@lru_cache(maxsize=1024)
def _phrases(wanted: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Give the entries of several words, whose words may stand anywhere in the clause's part."""
    return tuple(frozenset(w.split()) for w in sorted(wanted) if " " in w)


def _tells_alone(wanted: frozenset[str]) -> bool:
    """Tell whether what is acted on is enough to tell the deed of a passive that leaves out who acts."""
    return bool(wanted) and wanted.isdisjoint(ANYTHING)


def _fits(pattern: Pattern, words: ClauseWords) -> bool:
    row = pattern.row
    if pattern.beside and not words.beside.issuperset(pattern.beside):
        return False
    if not pattern.noun and words.particles and not words.particles & {*pattern.beside, *row.about}:
        return False
    # What a verb acts on limits verbs; an event noun often stands without it and is limited by `about`.
    acted_on = row.object and not pattern.noun
    if acted_on and not _has(words.object, row.object):
        bare = pattern.beside and not words.clause.patients
        if not (bare and _has(words.after(pattern.beside), row.object)):
            return False
    if row.subject and not _has(words.subject, row.subject) and not (_tells_alone(row.object) and words.doerless):
        return False
    if row.about and not _has(words.about, row.about):
        return False
    return not _refused(row, words)


def _refused(row: Row, words: ClauseWords) -> bool:
    """Tell whether a clause holds words in whose company a row tells nothing."""
    return bool(
        (row.not_object and _has(words.object, row.not_object))
        or (row.not_subject and _has(words.subject, row.not_subject))
        or (row.not_about and _has(words.about, row.not_about))
    )


def refused_types(words: ClauseWords) -> frozenset[str]:
    """Give the types that rows refuse a word in this company: "died of cholera", "raided its reserves"."""
    noun = is_noun(words.sentence, words.clause.word)
    known = event_rows().at(words.sentence.words[words.clause.word].lemma)
    rows = (p.row for p in known if p.noun == noun and not p.beside)
    return frozenset(row.type for row in rows if row.type is not None and _refused(row, words))


def _weight(pattern: Pattern) -> tuple[float, int]:
    row = pattern.row
    limits = (bool(row.object) and not pattern.noun) + bool(row.subject) * 0.5 + bool(row.about) * 0.8
    return (limits + 1.5 * len(pattern.beside), -row.place)


@dataclass(frozen=True, slots=True)
class Fit:
    """The row that types a clause best, and the frame that its word opens; either may be missing."""

    row: Row | None = None
    limited: bool = False
    """The row asks for words beside its own, so that it outranks what a frame would make of the verb."""
    frame: Row | None = None


NO_FIT = Fit()


def fitting(words: ClauseWords, table: EventRows | None = None) -> Fit:
    """Give the row that types a clause, and the frame that its word opens."""
    sentence, word = words.sentence, words.clause.word
    found = (table or event_rows()).at(sentence.words[word].lemma)
    if not found:
        return NO_FIT
    noun = is_noun(sentence, word)
    if sentence.words[word].upos == "ADV":  # "are back", not "back the plan"
        found = tuple(p for p in found if "be" in p.beside)
    fit = sorted((p for p in found if p.noun == noun and _fits(p, words)), key=_weight, reverse=True)
    opened = next((p for p in fit if p.row.frame), None)
    frame = opened.row if opened else None
    typed = next((p for p in fit if not p.row.frame), None)
    if typed is None:
        return Fit(frame=frame)
    asks = bool(typed.row.object or typed.row.about or typed.beside) and not typed.row.after_frame
    if opened is not None and opened.beside and not typed.beside and opened.row.frame == "demand":
        asks = False  # "called on the rebels", not "called them bandits"
    return Fit(typed.row, asks, frame)


def mode_of(row: Row, words: ClauseWords) -> str | None:
    """Give the mode: that of the row, or the one that a word of the clause tells."""
    assert row.type is not None
    for mode, tells in event_rows().modes.get(row.type, ()):
        if (row.mode is None or (row.mode in GENERAL_MODES and mode in SPECIAL_MODES)) and _has(words.near, tells):
            return mode
    return row.mode
