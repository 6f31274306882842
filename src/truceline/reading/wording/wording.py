"""Loaded wording of a report, and in whose voice it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.mention import WORDING_CLASSES, AgreementMention, EventMention, WordingMention
from truceline.domain.sentences import Sentence
from truceline.reading.scene import Scene
from truceline.reading.wording.scare_quotes import scare_quotes
from truceline.reading.wording.wording_conditions import is_loaded
from truceline.reading.wording.wording_phrases import reach, voice_of
from truceline.reading.wording.wording_rows import Found, phrases_in
from truceline.reading.wording.wording_targets import Aims, Target, aims_of, fallback, kind_of, target_of

LABELS = ("epithet", "insult", "glorification", "euphemism", "scare_quotes")
"""Classes that name something in passing; the others say something of it."""
JUDGING = ("epithet", "insult", "glorification", "doubt", "loaded_verb", "scare_quotes")
"""Classes by which a publisher takes a side; pictures and absolutes stand in plain reports too."""
SURE = {"loaded_verb": 0.8, "insult": 0.7, "epithet": 0.9}
"""How likely a phrase must be loaded that the language model alone takes for so.

Of other classes it knows too little.
"""
NEVER = 2.0
FAR_MORE, LEAST = 2, 4
"""How many judgements, as a share of the next one's and at least, make an actor the publisher's opponent."""
WORDS_FOR_ONE = 250
"""A plain report may have one judging phrase in so many words, by chance."""
AGAINST = ("epithet", "insult", "loaded_verb", "doubt")
"""Classes by which a publisher judges those whom it is against."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A loaded phrase: its words first to last, its head, and how many words of a row it rests on."""

    sentence: Sentence
    first: int
    last: int
    head: int
    class_: str
    weight: int
    label: bool


def read_wording(
    scene: Scene, events: tuple[EventMention, ...], agreements: tuple[AgreementMention, ...]
) -> tuple[WordingMention, ...]:
    """Find the loaded phrases of a report, one mention for each occurrence."""
    aims = aims_of(scene, events, agreements)
    phrases = sorted(_kept(_phrases(scene)), key=lambda p: (p.sentence.index, p.first, p.last))
    direct = [target_of(aims, phrase.sentence, phrase.head, phrase.class_) for phrase in phrases]
    opponent = _opponent(aims, events, phrases, direct)
    found: dict[tuple[int, int, str], WordingMention] = {}
    for phrase, target in zip(phrases, direct, strict=True):
        quote = scene.text.quote(phrase.sentence.index, phrase.first, phrase.last)
        found.setdefault(
            (quote.start, quote.end, phrase.class_),
            WordingMention(
                quote.exact,
                phrase.class_,
                target or fallback(aims, phrase.sentence, phrase.head, opponent if phrase.class_ in AGAINST else None),
                voice_of(scene, phrase.label, phrase.sentence, phrase.head),
                quote,
            ),
        )
    return tuple(found.values())


def _opponent(
    aims: Aims, events: tuple[EventMention, ...], phrases: list[_Phrase], targets: list[Target]
) -> str | None:
    """Give the named actor that the publisher's own judgements mean far more than any other.

    A label for people counts twice, a judgement of a deed falls on its doers.
    """
    doers = {("event", event.key): event.actors for event in events}
    meant: Counter[str] = Counter()
    for phrase, target in zip(phrases, targets, strict=True):
        if target and phrase.class_ in AGAINST and _is_own(aims.scene, phrase):
            weight = 2 if kind_of(phrase.sentence, phrase.head) == "actor" else 1
            meant.update(dict.fromkeys((target[1],) if target[0] == "actor" else doers.get(target, ()), weight))
    ranked = [(key, many) for key, many in meant.most_common() if aims.scene.actors.named(key).named]
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked and ranked[0][1] >= max(FAR_MORE * second, LEAST) else None


def _is_own(scene: Scene, phrase: _Phrase) -> bool:
    return voice_of(scene, phrase.label, phrase.sentence, phrase.head) is None


def _phrases(scene: Scene) -> list[_Phrase]:
    """Give all loaded phrases; those that plain reports use too only where the report takes sides without them."""
    told = [(found.row.weak, phrase) for found, phrase in _from_rows(scene)]
    strong = [*(phrase for is_weak, phrase in told if not is_weak), *_from_marks(scene)]
    weak = [*(phrase for is_weak, phrase in told if is_weak), *_learned(scene)]
    return [*strong, *weak] if _takes_sides(scene, _kept(strong)) else strong


def _learned(scene: Scene) -> Iterator[_Phrase]:
    """Give the phrases that the language model takes for loaded."""
    for sentence in scene.text.sentences:
        for one in sentence.loaded_phrases:
            if one.likely >= SURE.get(one.class_, NEVER):
                inside = range(one.first, one.last + 1)
                head = next((i for i in inside if sentence.words[i].head not in inside), one.last)
                label = one.class_ in LABELS and sentence.words[head].upos != "VERB"
                yield _Phrase(sentence, one.first, one.last, head, one.class_, 0, label)


def _takes_sides(scene: Scene, phrases: list[_Phrase]) -> bool:
    """Tell whether the publisher judges in its own voice, more often than a plain report does by chance."""
    own = {(p.sentence.words[p.head].lemma, p.class_) for p in phrases if p.class_ in JUDGING and _is_own(scene, p)}
    words = sum(len(sentence.words) for sentence in scene.text.sentences)
    return len(own) >= max(2, words // WORDS_FOR_ONE)


def _from_rows(scene: Scene) -> Iterator[tuple[Found, _Phrase]]:
    for sentence in scene.text.sentences:
        for found in phrases_in(sentence):
            if is_loaded(scene, found):
                first, last, head = reach(found)
                label = found.row.class_ in LABELS and found.row.pos != "verb"
                words = found.last - found.first + 1
                yield found, _Phrase(sentence, first, last, head, found.row.class_, words, label)


def _from_marks(scene: Scene) -> Iterator[_Phrase]:
    for sentence, first, last in scare_quotes(scene):
        inside = [i for i in range(first + 1, last) if sentence.words[i].upos != "PUNCT"]
        head = next((i for i in reversed(inside) if sentence.words[i].head not in inside), inside[-1])
        if sentence.words[head].relation.partition(":")[0] in ("amod", "compound", "nmod"):
            head = max(head, sentence.words[head].head)
        yield _Phrase(sentence, first, last, head, "scare_quotes", 1, True)


def _kept(phrases: list[_Phrase]) -> list[_Phrase]:
    """Keep one of phrases that lie in one another: the longer, then the one that rests on more words of its row.

    Words in scare quotes are loaded by their marks, not by a row.
    """
    marked = [p for p in phrases if p.class_ == "scare_quotes"]
    order = sorted(
        (p for p in phrases if p.class_ != "scare_quotes" and not any(_crosses(mark, p) for mark in marked)),
        key=lambda p: (p.first - p.last, -p.weight, WORDING_CLASSES.index(p.class_), p.sentence.index, p.first),
    )
    kept: list[_Phrase] = []
    for phrase in order:
        if not any(_covers(other, phrase) or _overlaps(other, phrase) for other in kept):
            kept.append(phrase)
    return kept + marked


def _crosses(mark: _Phrase, phrase: _Phrase) -> bool:
    """Tell whether a phrase has words both of which a mark stands between, and does not hold the whole."""
    if mark.sentence.index != phrase.sentence.index or phrase.last < mark.first or mark.last < phrase.first:
        return False
    return not (phrase.first <= mark.first and mark.last <= phrase.last)


def _overlaps(other: _Phrase, phrase: _Phrase) -> bool:
    """Tell whether a phrase shares words with another of its class: they say one thing."""
    same = other.sentence.index == phrase.sentence.index and other.class_ == phrase.class_
    return same and other.first <= phrase.last and phrase.first <= other.last


def _covers(other: _Phrase, phrase: _Phrase) -> bool:
    """Tell whether a phrase lies in another."""
    same = other.sentence.index == phrase.sentence.index
    return same and other.first <= phrase.first and phrase.last <= other.last
