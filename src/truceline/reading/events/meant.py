"""Whom the phrases of a sentence mean: actors by name, by description, or as the one who speaks."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.domain.sentences import Sentence
from truceline.reading.events.event_deeds import Deeds
from truceline.reading.scene import Scene

KIN = frozenset({
    "brother", "sister", "son", "daughter", "wife", "husband", "father", "mother", "cousin", "uncle", "aunt", "nephew",
    "niece", "parent", "child", "grandson", "widow", "bodyguard", "driver", "predecessor", "successor",
})  # fmt: skip
SIDES = frozenset({"camp", "side", "faction", "foe", "rival", "party", "belligerent", "enemy", "adversary", "half"})
"""Those who are within whom they are told to be of: "Libya's warring camps" are not Libya."""
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
WE = frozenset({"we", "us", "our"})


def meant(scene: Scene, deeds: Deeds, heads: Iterable[int], depth: int = 2) -> tuple[str, ...]:
    """Give the actors meant by phrases; where a head names nobody, those named inside its phrase."""
    found: list[str] = []
    for head in heads:
        if own_we(scene, deeds.sentence, head):
            found += [k for k in deeds.issuer if k not in found]
            continue
        keys = speaker_meant(scene, deeds, head) or scene.actors.group(deeds.sentence, head) or _by_name(deeds, head)
        if not keys and depth:
            apart = deeds.sentence.words[head].lemma in KIN | SIDES  # "killed his brother": not him
            held = () if apart else ("nmod:poss",)
            inner = deeds.sentence.children(head, "compound", *held, "amod", "nmod:desc", "appos", "nummod")
            inner += tuple(n for k in inner for n in deeds.sentence.children(k, "compound", "amod"))
            of = [k for k in deeds.sentence.children(head, "nmod") if case_word(deeds, k) in ("of", "from", "by")]
            if deeds.fit(head).row:  # an event, not somebody
                of = []
            keys = meant(scene, deeds, inner, 0) or meant(scene, deeds, of, depth - 1)
        found += [k for k in keys if k not in found]
    return tuple(found)


def _by_name(deeds: Deeds, head: int) -> tuple[str, ...]:
    """A country that is read as a place here may be an actor of the report: "attacked Chad"."""
    if deeds.sentence.words[head].upos != "PROPN":
        return ()
    name = deeds.sentence.name_at(head)
    words = deeds.sentence.words[name.first : name.last + 1] if name else deeds.sentence.words[head : head + 1]
    key = deeds.named.get(" ".join(w.text for w in words))
    return (key,) if key else ()


def speaker_meant(scene: Scene, deeds: Deeds, head: int) -> tuple[str, ...]:
    """Give the speaker where a word is "I", "we" or "our"."""
    word = deeds.sentence.words[head]
    if word.upos != "PRON" or word.lemma.lower() not in FIRST_PERSON:  # "US" is no "us"
        return ()
    speaker = scene.voices.at(deeds.sentence.index, head).attributed_to
    return (speaker,) if speaker else ()


def own_we(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Tell whether the report itself says "we": its issuer, where that is known, and nobody who speaks nearby."""
    word, spot = sentence.words[head], (sentence.index, head)
    if word.upos != "PRON" or word.lemma.lower() not in WE or spot in scene.voices.quoted:
        return False
    return scene.voices.at(*spot).attributed_to is None


def case_word(deeds: Deeds, word: int) -> str:
    """Give the first preposition of a phrase in lower case; empty without."""
    s = deeds.sentence
    return next((s.words[k].lemma.lower() for k in s.children(word, "case")), "")
