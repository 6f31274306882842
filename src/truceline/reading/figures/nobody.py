"""Nobody as an amount: "no civilian was hurt", "there were no casualties", "nobody was killed" count nought."""

from __future__ import annotations

from functools import cache

from truceline.domain.amounts import Amount
from truceline.domain.sentences import Sentence
from truceline.reading.figures.counted import class_of, unit_of
from truceline.reading.figures.surroundings import MODALS, PLANS
from truceline.reading.scene import AmountMention, Text
from truceline.vocabulary import rows

_LOSSES = frozenset(("casualty", "fatality", "death", "injury", "victim", "survivor", "loss"))
_TOLD = frozenset(("be", "report", "cause", "suffer", "record", "confirm", "leave"))
"""What a report says of losses that there were not."""
_CARES = PLANS | {"ensure", "guarantee", "assure", "prevent", "avoid", "if", "unless", "so", "lest"}


@cache
def _harms() -> frozenset[str]:
    kinds = rows("figures")
    return frozenset(c for kind in ("killed", "wounded", "abducted", "arrested") for c in kinds[kind]["beings"])


def nobody_in(text: Text, sentence: Sentence) -> tuple[AmountMention, ...]:
    """Find the people of whom a sentence says that none came to harm."""
    found: list[AmountMention] = []
    for i, word in enumerate(sentence.words):
        noun = _nobody(sentence, i, word.text.lower())
        if noun is not None and _told_of(sentence, noun):
            start, end = word.start, sentence.words[noun].end
            pronoun = sentence.words[noun].upos == "PRON"
            unit = "person" if pronoun else unit_of(sentence, noun, i)
            amount = Amount(text.document.text[start:end], start, end, "exact", 0, 0, 0, unit, None)
            found.append(AmountMention(sentence.index, i, noun, noun, amount))
    return tuple(found)


def _nobody(sentence: Sentence, at: int, word: str) -> int | None:
    """Give the noun of "no civilian", or the word of "nobody" or "no one" itself."""
    if word == "nobody":
        return at
    if word != "no" or at + 1 >= len(sentence.words):
        return None
    if sentence.words[at + 1].text.lower() == "one":
        return at + 1
    noun = sentence.words[at].head
    counted = sentence.words[at].relation == "det" and at < noun <= at + 3
    return noun if counted and class_of(unit_of(sentence, noun, at)) == "people" else None


def _told_of(sentence: Sentence, noun: int) -> bool:
    """Tell whether harm is said not to have come, and nobody only promises or supposes it."""
    verb = sentence.words[noun].head
    if verb < 0 or sentence.words[noun].relation.partition(":")[0] not in ("nsubj", "obj"):
        return False
    lemma = sentence.words[verb].lemma.lower()
    lost = sentence.words[noun].lemma.lower() in _LOSSES and lemma in _TOLD
    undergone = lemma in _harms() and (
        sentence.words[noun].relation != "nsubj" or lemma in ("die", "perish", "disappear", "drown")
    )
    if not (lost or undergone):
        return False
    chain = (verb, *sentence.ancestors(verb))
    modal = any(sentence.words[k].lemma.lower() in MODALS for k in sentence.children(verb, "aux", "mark"))
    cared = any(sentence.words[i].lemma.lower() in _CARES for i in chain[1:])
    supposed = any(sentence.words[k].lemma.lower() in _CARES for i in chain for k in sentence.children(i, "mark"))
    return not (modal or cared or supposed)
