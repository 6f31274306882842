"""What a loaded phrase is about: the actor, event or agreement that it names, tells or is said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from truceline.domain.mention import AgreementMention, EventMention
from truceline.domain.sentences import Sentence
from truceline.reading.clauses import subjects
from truceline.reading.commitments.agreements import agreement_at
from truceline.reading.scene import Scene
from truceline.reading.wording.wording_conditions import singulars
from truceline.vocabulary import rows

Target = tuple[str, str] | None
OF_DOERS = ("loaded_verb",)
"""Classes that are about who does something rather than about the deed."""
OF_ONESELF = ("glorification", "euphemism", "scare_quotes")
"""Classes that a speaker may use of himself; the others are about somebody else."""
CALLING = frozenset(
    "call describe label brand dub denounce dismiss condemn reject decry slam deride portray paint depict regard see "
    "view treat consider deem".split()
)
"""Verbs whose object is what a judgement is about: "described the vote as a farce"."""
AS_WHAT = frozenset({"obl", "xcomp", "ccomp", "nmod", "obj"})
ASIDE = ("appos", "flat", "compound")
_STEPS = 4


@dataclass(frozen=True)
class Aims:
    """All that a report's phrases may be about."""

    scene: Scene
    events: dict[int, str]
    """The events by the first character of the word that tells them."""
    agreements: tuple[AgreementMention, ...]

    @cached_property
    def main_agreement(self) -> Target:
        """Give the agreement that the report mentions most, the first of equals."""
        most = max(self.agreements, key=lambda a: len(a.quotes), default=None)
        return ("agreement", most.key) if most else None

    def named(self, sentence: Sentence, word: int) -> Target:
        """Give the agreement, event or actor that a word itself names."""
        if agreement := agreement_at(self.scene, self.agreements, sentence, word):
            return "agreement", agreement
        if event := self.events.get(sentence.words[word].start):
            return "event", event
        return self.actor(sentence, (word,))

    def actor(self, sentence: Sentence, words: Iterable[int]) -> Target:
        """Give the first actor that one of the words names."""
        return next((("actor", key) for word in words for key in self.scene.actors.at(sentence.index, word)[:1]), None)


def aims_of(scene: Scene, events: tuple[EventMention, ...], agreements: tuple[AgreementMention, ...]) -> Aims:
    """Give all that the phrases of a report may be about."""
    return Aims(scene, {event.head.start: event.key for event in reversed(events)}, agreements)


def target_of(aims: Aims, sentence: Sentence, word: int, class_: str) -> Target:
    """Give what a phrase is about: what its head names, tells or is said of, else what it hangs on.

    A label for people is about nobody else who does or suffers something in its sentence, a label for a deal about
    no actor.
    """
    speaker = None if class_ in OF_ONESELF else aims.scene.voices.at(sentence.index, word).attributed_to
    kind = kind_of(sentence, word)
    for target in _candidates(aims, sentence, word, class_, kind):
        if target and target != ("actor", speaker) and not (kind == "deal" and target[0] == "actor"):
            return target
    return None


def kind_of(sentence: Sentence, word: int) -> str | None:
    """Tell whether a label names an actor or a deal; None for other words."""
    if sentence.words[word].upos not in ("NOUN", "PROPN"):
        return None
    forms = singulars(sentence.words[word])
    return next((kind for kind, nouns in _kinds() if not nouns.isdisjoint(forms)), None)


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    """Give the nouns that name deals and actors: those that judge, which say it surest, and then the plain ones."""
    table = rows("wording")
    judging = [
        (kind, [_head(words) for row in table.values() if row.get("about") == kind for words in row["words"]])
        for kind in ("deal", "actor")
    ]
    people = [noun for name in ("powers", "persons", "people") for noun in table[name]["nouns"]]
    plain = [("actor", people), ("deal", table["deals"]["nouns"])]
    return tuple((kind, frozenset(nouns)) for kind, nouns in (*judging, *plain))


def _head(words: str) -> str:
    """Give the noun that a phrase of a row is about: "merchant" of "merchant of death"."""
    first = words.partition(" of ")[0]
    return first.replace(" - ", "-").split()[-1]


def _candidates(aims: Aims, sentence: Sentence, word: int, class_: str, kind: str | None) -> Iterator[Target]:
    if class_ in OF_DOERS or (class_ == "glorification" and sentence.words[word].upos == "VERB"):
        yield aims.actor(sentence, subjects(sentence, word))
    yield aims.named(sentence, word)
    yield from _called(aims, sentence, word)
    yield from _beside(aims, sentence, word)
    at, steps = word, 0
    while at >= 0 and steps < (1 if kind == "actor" else _STEPS):
        yield aims.named(sentence, at)
        if kind != "actor" or sentence.children(at, "cop"):
            yield from (aims.named(sentence, subject) for subject in subjects(sentence, at))
        yield aims.actor(sentence, sentence.children(at, "nmod:poss", "compound", "nmod", "amod", "obj"))
        at, steps = sentence.words[at].head, steps + 1


def _called(aims: Aims, sentence: Sentence, word: int) -> Iterator[Target]:
    """Give what somebody calls so: the object of "call", "describe as", "dismiss as"."""
    head, relation = sentence.words[word].head, sentence.words[word].relation.partition(":")[0]
    if head >= 0 and relation in AS_WHAT and sentence.words[head].lemma.lower() in CALLING:
        for named in sentence.children(head, "obj", "nsubj:pass", "xcomp"):
            if named < word:
                yield aims.named(sentence, named)
                yield from (aims.actor(sentence, (k,)) for k in sentence.children(named, "nmod:poss", "nmod"))


def _beside(aims: Aims, sentence: Sentence, word: int) -> Iterator[Target]:
    """Give whom a label stands beside: "the warlord Rohan", "Rohan, the mouthpiece of the palace"."""
    own = sentence.words[word]
    if own.upos not in ("NOUN", "PROPN"):
        return
    if own.head >= 0 and own.relation.partition(":")[0] in ASIDE:
        yield aims.actor(sentence, (own.head,))
    yield aims.actor(sentence, sentence.children(word, "appos", "flat"))


def nearest(aims: Aims, sentence: Sentence, word: int) -> Target:
    """Give what else the sentence names, the nearest first: a judgement is seldom about nothing in its sentence."""
    speaker = aims.scene.voices.at(sentence.index, word).attributed_to
    others = sorted(range(len(sentence.words)), key=lambda i: (abs(i - word), i))
    found = (aims.named(sentence, i) for i in others)
    return next((target for target in found if target and target != ("actor", speaker)), None)


def fallback(aims: Aims, sentence: Sentence, word: int, opponent: str | None) -> Target:
    """Give what a phrase is about where nothing says so: the opponent, the deal of the report, or what is near."""
    kind = kind_of(sentence, word)
    if kind == "actor":
        return ("actor", opponent) if opponent else None
    return (aims.main_agreement if kind == "deal" else None) or nearest(aims, sentence, word)
