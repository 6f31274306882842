"""A deed with everything that its sentence says about it: who, where, when, and how it points back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from truceline.domain.dates import When
from truceline.reading.clauses import is_noun
from truceline.reading.events.casualties import Casualties
from truceline.reading.events.event_deeds import Deed, Deeds
from truceline.reading.events.event_rows import people
from truceline.reading.events.joined_deeds import Told
from truceline.reading.passives import passive

NEW = frozenset({"a", "an", "another", "new", "second", "third", "further", "separate", "similar", "fresh"})
ANOTHER = NEW - {"a", "an", "new", "similar", "fresh"}
POINTING = frozenset({"the", "this", "these", "that", "those", "its", "their", "his", "her", "such"})
SPANS = frozenset({"hour", "day", "night", "week", "weekend", "month", "year", "decade", "round"})
MANY = frozenset({
    "many", "several", "some", "others", "other", "dozens", "hundreds", "thousands", "scores", "most", "all",
})  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A deed with everything that its sentence says about it."""

    deeds: Deeds
    told: Told
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: When | None
    casualties: Casualties
    status: str

    @property
    def deed(self) -> Deed:
        """Give the deed that leads."""
        return self.told.deed

    @cached_property
    def noun(self) -> bool:
        """Tell whether a noun tells it."""
        return is_noun(self.deeds.sentence, self.deed.word)

    @cached_property
    def carrier(self) -> int | None:
        """Give the verb that carries the noun."""
        return self.deeds.carrier(self.deed.word)

    @property
    def counted(self) -> bool:
        """Tell whether what is acted on is counted: "1,200 rifles were destroyed", "the release of 40 men"."""
        s, clause = self.deeds.sentence, self.deeds.clause(self.deed.word)
        if self.noun:
            return any(s.children(k, "nummod") for k in clause.after("of"))
        numbers = (k for k in clause.patients if s.children(k, "nummod") or s.words[k].upos == "NUM")
        return passive(s, self.deed.word) and any(True for _ in numbers)

    @cached_property
    def dated(self) -> bool:
        """Tell whether it has a day, be it one of a year that nobody knows: "signed on 13 December"."""
        s = self.deeds.sentence
        own = s.children(self.deed.word, "obl")
        return self.when is not None or any(first <= k <= last for first, last in s.times for k in own)

    @cached_property
    def definite(self) -> bool:
        """Tell whether the noun, or the object of the verb, points back: "the attack", "signed the accord"."""
        s = self.deeds.sentence
        clause = self.deeds.clause(self.deed.word)
        happens = self.deed.row is not None and self.deed.row.victim
        named = (self.deed.word,) if self.noun else clause.patients or (clause.agents if happens else ())
        return any(s.words[k].lemma.lower() in POINTING for w in named for k in s.children(w, "det", "nmod:poss"))

    @cached_property
    def fresh(self) -> bool:
        """Tell whether the noun is told as something new: "an attack", "two attacks"."""
        s = self.deeds.sentence
        words = [s.words[k] for k in s.children(self.deed.word, "det", "nummod", "amod")]
        if not self.noun:
            given = (k for p in self.deeds.clause(self.deed.word).patients for k in s.children(p, "det", "amod"))
            return any(s.words[k].lemma.lower() in ANOTHER for k in given)  # "a second one was signed"
        return self.noun and not self.definite and any(w.upos == "NUM" or w.lemma.lower() in NEW for w in words)

    @cached_property
    def bare(self) -> bool:
        """Tell whether it only points to what was told before: "the attack", "the accord was signed"."""
        if self.actors or self.recipients:
            return False
        if not self.noun:
            row = self.deed.row
            signing = row is not None and row.symmetric and self.deed.type in ("SUPPORT", "AGREE")
            return self.definite and signing and not self.dated and not self.place
        if self.when or self.place or self.told.parts or self.deed.content is not None or self.unnamed():
            return False
        if self.counted and self.deed.type == "RETREAT":
            return False
        return not self.lasting and (self.carrier is None or self.definite)

    @property
    def lasting(self) -> bool:
        """Tell whether the noun is measured in time: "a week of talks"."""
        own = self.deeds.sentence.words[self.deed.word]
        return own.relation == "nmod" and self.deeds.sentence.words[own.head].lemma.lower() in SPANS

    @property
    def points(self) -> bool:
        """Tell whether it is a definite noun that names nobody and no place, though perhaps a day."""
        return self.noun and self.definite and not (self.actors or self.recipients or self.place)

    def unnamed(self, *, doer: bool = False) -> bool:
        """Tell whether people take part whom no reader knows as actors: "raiders torched forty houses"."""
        s, clause = self.deeds.sentence, self.deeds.clause(self.deed.word)
        others = (*clause.patients, *clause.after("of", "on", "against", "by", "from"))
        heads = [*clause.agents, *(() if doer else others)]
        if _many(self, clause.patients) and not doer:
            return True
        return any(_human(self.deeds, h) or (h in clause.agents and s.words[h].upos == "PROPN") for h in heads)


def _many(found: Found, heads: tuple[int, ...]) -> bool:
    """Tell whether a number of people suffer it: "many have been beaten", "three of our colleagues are held"."""
    s, deed = found.deeds.sentence, found.deed
    if deed.type not in ("ASSAULT", "COERCE") or not passive(s, deed.word):
        return False
    return any(s.words[h].lemma.lower() in MANY or s.words[h].upos == "NUM" for h in heads)


def _human(deeds: Deeds, head: int) -> bool:
    """Tell whether a noun is one for people, or names people before it or after "of": "troop levels"."""
    s, known = deeds.sentence, people()
    lemma = s.words[head].lemma.lower()
    if lemma in known or lemma.endswith(("man", "woman", "ist", "person")):
        return s.words[head].upos in ("NOUN", "PROPN", "ADJ")
    return any(s.words[k].lemma.lower() in known for k in s.children(head, "compound", "nmod"))
