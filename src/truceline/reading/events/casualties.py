"""How many an event killed and injured, from the amounts that count its victims."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.domain.amounts import Amount
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, passive, subjects
from truceline.reading.scene import Scene

KILLING = frozenset({
    "kill", "die", "slay", "massacre", "slaughter", "murder", "behead", "assassinate", "execute", "perish", "claim",
    "cost", "take", "lynch", "gun", "dead", "shoot",
})  # fmt: skip
INJURING = frozenset({"wound", "injure", "maim", "hurt"})
LIVES = frozenset({"life"})
KILLED_NOUNS = frozenset({
    "killing", "death", "massacre", "murder", "slaughter", "fatality", "execution", "assassination",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Casualties:
    """Amounts of the dead and of the injured."""

    fatalities: Amount | None = None
    injured: Amount | None = None

    def filled_by(self, other: Casualties) -> Casualties:
        """Take from another telling what this one leaves open."""
        return Casualties(self.fatalities or other.fatalities, self.injured or other.injured)


def casualties_of(scene: Scene, sentence: Sentence, word: int, patients: tuple[int, ...]) -> Casualties:
    """Give the casualties that one predicate tells."""
    lemma = sentence.words[word].lemma.lower()
    if lemma in KILLED_NOUNS and is_noun(sentence, word):
        heads = tuple(k for k in sentence.children(word, "nmod"))
        return Casualties(fatalities=_counted(scene, sentence, heads))
    if lemma in INJURING:
        return Casualties(injured=_counted(scene, sentence, patients))
    if lemma not in KILLING:
        return Casualties()
    if lemma in ("die", "perish") or (lemma in KILLING and passive(sentence, word)):
        patients = (*patients, *subjects(sentence, word))
    if lemma in ("claim", "take", "cost", "cost"):
        if not any(sentence.words[p].lemma in LIVES for p in patients):
            return Casualties()
        patients = (*patients, *(k for p in patients for k in sentence.children(p, "nmod")))
    return Casualties(fatalities=_counted(scene, sentence, patients))


def _counted(scene: Scene, sentence: Sentence, heads: tuple[int, ...]) -> Amount | None:
    """Give the amount that counts one of the words, or stands for it."""
    wanted = set(heads)
    for amount in scene.amounts:
        if amount.sentence != sentence.index or amount.amount.unit in ("percent", "usd", "year", "day", "month"):
            continue
        if amount.noun in wanted or any(amount.first <= head <= amount.last for head in wanted):
            return amount.amount
    return None
