"""How many an event killed and injured, from the amounts that count its victims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from truceline.domain.amounts import Amount
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun, subjects
from truceline.reading.events.event_rows import people
from truceline.reading.passives import passive
from truceline.reading.scene import AmountMention, Scene

KILLING = frozenset({
    "kill", "die", "slay", "massacre", "slaughter", "murder", "behead", "assassinate", "execute", "perish", "claim",
    "cost", "take", "lynch", "gun", "dead", "shoot", "lose", "hang", "martyr", "butcher", "eliminate", "neutralize",
    "neutralise", "annihilate", "mow",
})  # fmt: skip
DYING = frozenset({"die", "perish", "lose"})
INJURING = frozenset({"wound", "injure", "maim", "hurt"})
LIVES = frozenset({"life"})
TAKING_LIVES = frozenset({"claim", "take", "cost", "lose"})
"""Verbs that kill only with "life" as their object."""
BEATING = frozenset({"hack", "club", "beat", "stab", "burn", "bludgeon", "torture", "stone", "trample", "crush"})
"""Verbs that kill only with "to death"."""
LEAVING = frozenset({"leave", "fear", "presume"})
DEAD_WORDS = frozenset({"dead", "killed"})
HURT_WORDS = frozenset({"wounded", "injured", "hurt", "maimed", "wounding", "injuring", "maiming"})
KILLED_NOUNS = frozenset({
    "killing", "death", "massacre", "murder", "slaughter", "fatality", "execution", "assassination", "beheading",
    "lynching", "body", "corpse", "remain", "grave",
})  # fmt: skip
FINDING = frozenset({"find", "discover", "recover", "exhume", "unearth", "dump", "retrieve", "uncover", "pull", "dig"})
NOT_PEOPLE = frozenset({"percent", "usd", "year", "day", "month", "week", "hour"})
REACH = 3
"""How many words may stand between "wounded" and the number beside it."""


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
    here = [a for a in scene.amounts if a.sentence == sentence.index and a.amount.unit not in NOT_PEOPLE]
    if not here:
        return Casualties()
    lemma = sentence.words[word].lemma.lower()
    if is_noun(sentence, word):
        return _of_noun(sentence, here, word, lemma)
    if lemma in LEAVING:
        return Casualties(
            _told_beside(sentence, here, word, DEAD_WORDS), _told_beside(sentence, here, word, HURT_WORDS)
        )
    if lemma in INJURING:
        return Casualties(injured=_counted(sentence, here, patients))
    if lemma in FINDING:
        bodies = tuple(k for p in patients for k in (p, *sentence.children(p, "nmod")))
        dead = any(sentence.words[p].lemma in KILLED_NOUNS for p in patients)
        return Casualties(fatalities=_counted(sentence, here, bodies)) if dead else Casualties()
    if lemma not in KILLING and not (lemma in BEATING and _to_death(sentence, word)):
        return Casualties()
    if lemma in TAKING_LIVES:
        lives = [p for p in patients if sentence.words[p].lemma in LIVES]
        if lemma == "lose" and not lives:  # "the army lost forty men"
            men = [p for p in patients if sentence.words[p].lemma in people()]
            return Casualties(_counted(sentence, here, men))
        if not lives:
            return Casualties()
        patients = (*patients, *(k for p in lives for k in sentence.children(p, "nmod")))
    if lemma in DYING or passive(sentence, word):
        patients = (*patients, *subjects(sentence, word))
    return Casualties(_counted(sentence, here, patients), _told_beside(sentence, here, word, HURT_WORDS))


def _to_death(sentence: Sentence, verb: int) -> bool:
    near = sentence.words[verb + 1 : verb + 12]
    return any(a.lemma == "to" and b.lemma == "death" for a, b in pairwise(near))


def _of_noun(sentence: Sentence, here: list[AmountMention], noun: int, lemma: str) -> Casualties:
    """Read "the killing of four", and "the death toll from the bombing rose to 87"."""
    if lemma in KILLED_NOUNS:
        return Casualties(fatalities=_counted(sentence, here, sentence.children(noun, "nmod")))
    above = sentence.words[noun].head
    if above < 0 or sentence.words[noun].relation != "nmod" or sentence.words[above].lemma.lower() != "toll":
        return Casualties()
    near = sentence.words[above].head
    heads = (*sentence.children(above, "nmod"), *(sentence.children(near, "obl", "obj", "nummod") if near >= 0 else ()))
    return Casualties(fatalities=_counted(sentence, here, heads))


def _told_beside(sentence: Sentence, here: list[AmountMention], verb: int, wanted: frozenset[str]) -> Amount | None:
    """Give the number that stands beside "dead" or "wounded" after a verb, whatever the tree makes of the list."""
    for k in range(verb + 1, len(sentence.words)):
        word = sentence.words[k]
        told = word.text.lower() in DEAD_WORDS | HURT_WORDS
        if word.text == ";" or (sentence.children(k, "nsubj", "aux") and not told):
            return None
        if word.text.lower() in wanted:
            before = [a for a in here if verb < a.last and (a.first <= k <= a.last or _beside(sentence, a.last, k))]
            after = [a for a in here if _beside(sentence, k, a.first)]
            found = after[:1] or before[-1:] if sentence.children(k, "obj") else before[-1:] or after[:1]
            return found[0].amount if found else None
    return None


def _beside(sentence: Sentence, first: int, second: int) -> bool:
    """Tell whether two words stand close together with no comma or "and" between them."""
    between = sentence.words[first + 1 : second]
    return first < second <= first + 1 + REACH and not any(w.upos in ("CCONJ", "PUNCT") for w in between)


def _counted(sentence: Sentence, here: list[AmountMention], heads: Iterable[int]) -> Amount | None:
    """Give the amount that counts one of the words, or stands for it."""
    wanted = set(heads)
    for amount in here:
        before = sentence.words[amount.first - 1].lemma if amount.first else ""
        if before in ("of", "aged") and amount.noun is not None and amount.noun < amount.first:
            continue  # "a man of 24"
        if amount.noun in wanted or any(amount.first <= head <= amount.last for head in wanted):
            return amount.amount
    return None
