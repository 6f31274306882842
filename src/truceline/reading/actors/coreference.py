"""Whom a pronoun or a bare description means: the actor last spoken of that agrees with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from truceline.domain.sentences import Sentence, Word
from truceline.reading.actors.actor_cast import Actor
from truceline.reading.actors.known_names import word_set
from truceline.vocabulary import rows

MALE = word_set("he him his himself")
FEMALE = word_set("she her hers herself")
THING = word_set("it its itself")
MANY = word_set("they them their theirs themselves")
RELATIVE = word_set("who whom whose which that")
REFLEXIVE = word_set("himself herself itself themselves")
PRONOUNS = MALE | FEMALE | THING | MANY
ARMED_DEEDS = word_set(
    "abduct ambush attack behead bomb burn capture decapitate detonate execute fire hack kidnap kill loot massacre "
    "mine murder occupy overrun plunder raid rape raze retreat seize shell shoot slaughter storm surrender torch "
    "torture"
)
"""What those who bear arms do rather than those who are told of beside them."""
ARMED = ("armed_group", "security_force")
UNARMED = ("population", "other", "organisation")
REACH = 3
"""Sentences that a pronoun looks back."""
SUBJECT = 1.3
"""Weight of a subject, from which on a mention is one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor at a place of the report."""

    sentence: int
    word: int
    actor: Actor
    weight: float
    plural: bool | None
    """By the form of the word; None for pronouns."""
    speaks: bool = False
    """It is who says something there."""


@dataclass
class Memory:
    """The actors seen so far, in order."""

    seen: list[Seen] = field(default_factory=list)

    def note(self, sentence: Sentence, word: int, actor: Actor) -> None:
        """Remember that an actor stands at a word."""
        form = {"NNS": True, "NNPS": True, "NN": False, "NNP": False}.get(sentence.words[word].xpos)
        weight = _weight(sentence, word)
        self.seen.append(Seen(sentence.index, word, actor, weight, form, weight >= SUBJECT and _says(sentence, word)))

    def within(self, at: Sentence, reach: int) -> list[Seen]:
        """Give what was seen in the last sentences, in order."""
        start = len(self.seen)
        while start > 0 and at.index - self.seen[start - 1].sentence <= reach:
            start -= 1
        return self.seen[start:]

    def latest(self, at: Sentence, fits: Callable[[Actor], bool], reach: int = 40) -> Actor | None:
        """Give the actor seen last that fits."""
        for seen in reversed(self.seen):
            if at.index - seen.sentence > reach:
                return None
            if fits(seen.actor):
                return seen.actor
        return None

    def _overshadowed(self, sentence: Sentence, pronoun: int, text: str) -> bool:
        """Tell whether the subject just before is no actor and agrees: "the talks failed because they came late"."""
        here = {seen.word for seen in self.seen[-40:] if seen.sentence == sentence.index}
        for i in range(pronoun - 1, -1, -1):
            word = sentence.words[i]
            if word.relation.startswith("nsubj") and word.upos in ("NOUN", "PROPN"):
                return i not in here and _is_plural(word) == (text in MANY) and i not in sentence.ancestors(pronoun)
        return False

    def meant_by(self, sentence: Sentence, pronoun: int) -> Actor | None:
        """Give the actor that a personal pronoun means."""
        text = sentence.words[pronoun].text.casefold()
        if text == "it" and _means_no_actor(sentence, pronoun):
            return None
        if text in THING | MANY and self._overshadowed(sentence, pronoun, text):
            return None
        best: tuple[float, Actor] | None = None
        for rank, seen in enumerate(reversed(self.seen)):
            back = sentence.index - seen.sentence
            if back > REACH or rank > 60:
                break
            if not agrees(text, seen.actor) or (back == 0 and _clashes(sentence, pronoun, seen.word, text)):
                continue
            score = (
                seen.weight - 1.6 * back - 0.06 * rank + _parallel(sentence, pronoun, seen, back) + _form(text, seen)
            )
            score += _bears_arms(sentence, pronoun, seen.actor)
            if back == 0 and _is_quoted_apart(sentence, seen.word, pronoun):
                score -= 1.5
            if best is None or score > best[0]:
                best = (score, seen.actor)
        return best[1] if best else None


def _is_plural(word: Word) -> bool:
    return word.xpos in ("NNS", "NNPS")


def agrees(pronoun: str, actor: Actor) -> bool:
    """Tell whether a pronoun can mean an actor: he and she a person, it one body, they many."""
    if pronoun in MALE:
        return actor.is_person and actor.gender != "female"
    if pronoun in FEMALE:
        return actor.is_person and actor.gender != "male"
    if pronoun in THING:
        return not actor.is_person and (not actor.many or actor.type in ("armed_group", "government", "security_force"))
    return actor.many or not actor.is_person


def _is_quoted_apart(sentence: Sentence, one: int, other: int) -> bool:
    """Tell whether one word stands inside quotation marks and the other outside."""
    between = sentence.words[min(one, other) : max(one, other)]
    return sum(w.text in ('"', "“", "”") for w in between) % 2 == 1


def _form(pronoun: str, seen: Seen) -> float:
    """Favour words whose form agrees: "they" the fighters rather than the army, "it" the army."""
    if seen.plural is None or pronoun not in THING | MANY:
        return 0.0
    return (0.9 if seen.plural else -0.2) if pronoun in MANY else (-1.2 if seen.plural else 0.3)


def _weight(sentence: Sentence, word: int) -> float:
    """Weigh a mention by its part in the sentence: subjects are spoken of again."""
    relation, _, subtype = sentence.words[word].relation.partition(":")
    main = sentence.words[word].head >= 0 and sentence.words[sentence.words[word].head].relation in (
        "root",
        "conj",
        "ccomp",
    )
    if relation == "nsubj":
        return 1.6 if main else 1.3
    if relation in ("compound", "amod") or subtype in ("poss", "desc"):
        return -0.2 if subtype == "poss" else -0.8
    return 0.5 if relation in ("obj", "conj") or subtype == "agent" else 0.2


def _says(sentence: Sentence, subject: int) -> bool:
    """Tell whether a word is the subject of a verb of saying."""
    verb = sentence.words[subject].head
    return verb >= 0 and sentence.words[verb].lemma in _sayings()


@lru_cache(maxsize=1)
def _sayings() -> frozenset[str]:
    """Give the verbs by which somebody says something."""
    said = (row for row in rows("cues").values() if "clause" in row.get("frames", ()))
    return frozenset(verb for row in said for verb in row.get("verbs", ()))


def _parallel(sentence: Sentence, pronoun: int, seen: Seen, back: int) -> float:
    """Favour the subject of the clause above for a subject, and of its own clause for a possessive."""
    word = sentence.words[pronoun]
    if word.relation.startswith("nsubj"):
        verb = sentence.words[word.head]
        spoken = back == 0 and verb.relation == "ccomp" and sentence.words[seen.word].head == verb.head
        goes_on = back > 0 and seen.speaks and _says(sentence, pronoun)  # "X claimed that … . “…,” he said."
        parallel = (0.6 if seen.weight >= SUBJECT else 0.0) + (1.2 if spoken and seen.weight >= SUBJECT else 0.0)
        return parallel + (0.8 if goes_on else 0.0)
    if word.relation == "nmod:poss" and back == 0 and sentence.words[word.head].relation == "conj":
        return 2.0 if sentence.words[word.head].head == seen.word else 0.0  # "Orlin and its allies"
    if word.relation == "nmod:poss" and back == 0:
        governor = sentence.words[word.head].head
        return 0.9 if governor >= 0 and sentence.words[seen.word].head == governor and seen.weight >= SUBJECT else 0.0
    return 0.0


def _bears_arms(sentence: Sentence, pronoun: int, actor: Actor) -> float:
    """Favour the armed for a deed of arms, and people or bodies without arms less: "they abducted four deputies"."""
    word = sentence.words[pronoun]
    if word.relation != "nsubj" or word.head < 0 or sentence.words[word.head].lemma not in ARMED_DEEDS:
        return 0.0
    return 0.8 if actor.type in ARMED else -1.2 if actor.type in UNARMED else 0.0


def _clashes(sentence: Sentence, pronoun: int, other: int, text: str) -> bool:
    """Tell whether both are arguments of one verb, which only a reflexive can share; or the other contains it."""
    if other == pronoun:
        return True
    mine, theirs = sentence.words[pronoun], sentence.words[other]
    if mine.relation == "nmod:poss":
        return mine.head == other
    return mine.head == theirs.head and text not in REFLEXIVE and not theirs.relation.startswith("nmod:poss")


def _means_no_actor(sentence: Sentence, it: int) -> bool:
    """Tell whether "it" stands for a matter: an object, the subject of an adjective with a clause, of a noun."""
    word = sentence.words[it]
    if not word.relation.startswith("nsubj"):
        return True
    above = sentence.words[word.head]
    if not sentence.children(word.head, "cop"):
        return False
    return above.upos != "ADJ" or bool(sentence.children(word.head, "csubj", "ccomp", "advcl", "xcomp"))


def relative_antecedent(sentence: Sentence, pronoun: int) -> int | None:
    """Give the noun that "who", "which" or "that" stands for, None where it is no relative pronoun."""
    word = sentence.words[pronoun]
    if word.text.casefold() not in RELATIVE or word.upos != "PRON":
        return None
    for above in (pronoun, *sentence.ancestors(pronoun)):
        if sentence.words[above].relation == "acl:relcl":
            return sentence.words[above].head
    return None
