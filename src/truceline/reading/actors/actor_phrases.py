"""Noun phrases that describe actors: their owner, their words, and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.domain.sentences import Sentence
from truceline.reading.actors.known_names import word_set

DETERMINERS = word_set(
    "the a an this that these those its their his her our my your some any such both all no every each"
)
POINTING = word_set("the this that these those both such")
OPEN = word_set("a an any other another some no every each many several few more most")
BESIDE = (
    "compound",
    "amod",
    "nmod:poss",
    "nmod:desc",
    "det",
    "nummod",
    "advmod",
    "punct",
    "flat",
    "case",
    "det:predet",
)
FREED = word_set("captured imprisoned detained jailed captive abducted kidnapped arrested interned")
LED = word_set("led dominated controlled run headed commanded owned")
ABSTRACT = word_set("by with use military brute deadly lethal excessive")
"""Words before "force" that make it no body of people."""
LONGEST = 9
"""Words of the longest description quoted."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The words of a description that say whose it is, the nearest first."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    inside: tuple[int, ...]
    """Places: "the regime in Orlin"."""


def owners(sentence: Sentence, noun: int) -> Owners:
    """Find the words that may name the owner of what a noun describes."""
    before = [k for k in _before(sentence, noun) if sentence.words[k].upos in ("PROPN", "NOUN", "ADJ", "PRON")]
    for k in list(before):
        if sentence.words[k].upos == "NOUN":  # "French occupation force": the tree hangs French on occupation
            before += [j for j in _before(sentence, k) if sentence.words[j].text[0].isupper()]
    if sentence.words[noun].relation == "compound" and not before and noun > 0:
        beside = sentence.words[noun - 1]  # "Kenyan government checkpoints": the tree hangs Kenyan on checkpoints
        if beside.head == sentence.words[noun].head and beside.text[0].isupper() and beside.upos in ("ADJ", "PROPN"):
            before = [noun - 1]
    before.sort()
    if not before:
        before = [j for k in sentence.children(noun, "amod") if _leads(sentence, k) for j in _before(sentence, k)]
    after, inside = [], []
    for k in sentence.children(noun, "nmod"):
        if k > noun and (case := next(iter(sentence.children(k, "case")), None)) is not None:
            which = sentence.words[case].text.casefold()
            if which == "of" or (which in ("from", "for", "to") and sentence.words[k].upos == "PROPN"):
                after.append(k)
            elif which in ("in", "at"):
                inside.append(k)
    return Owners(tuple(reversed(before)), tuple(after), tuple(inside))


def _before(sentence: Sentence, noun: int) -> list[int]:
    return [k for k in sentence.children(noun, "compound", "amod", "nmod", "nmod:desc", "obl") if k < noun]


def _leads(sentence: Sentence, participle: int) -> bool:
    """Tell whether a participle says who leads: "the Saudi-led coalition", not "the Saudi-backed government"."""
    return sentence.words[participle].text.casefold() in LED


def determiner(sentence: Sentence, noun: int) -> str:
    """Give the determiner of a noun, "" where it has none."""
    return next((sentence.words[k].text.casefold() for k in sentence.children(noun, "det", "det:predet")), "")


def has_other(sentence: Sentence, noun: int) -> bool:
    """Tell whether a description sets its actor apart from the one before: "other groups", "a second group"."""
    return any(
        sentence.words[k].text.casefold() in ("other", "another", "second", "new") for k in sentence.children(noun)
    )


def is_held(sentence: Sentence, noun: int) -> bool:
    """Tell whether those described are in somebody's hands: "captured soldiers", "troops held by the rebels"."""
    for k in sentence.children(noun, "amod", "acl"):
        word = sentence.words[k]
        if word.text.casefold() in FREED:
            return True
        if word.relation == "acl" and word.text.casefold() == "held":
            return True
    i = noun - 1
    while i >= 0 and sentence.words[i].upos in ("ADJ", "NOUN", "PROPN", "VERB"):
        if sentence.words[i].text.casefold() in FREED:
            return True
        i -= 1
    return False


def is_abstract(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun means a quality or a role, not somebody: "by force", "as a witness", "resistance to"."""
    word = sentence.words[noun]
    cases = [sentence.words[k].text.casefold() for k in sentence.children(noun, "case")]
    if "as" in cases:
        return True
    if word.lemma == "force" and word.xpos == "NN" and not determiner(sentence, noun):
        beside = {sentence.words[k].text.casefold() for k in sentence.children(noun, "amod", "compound", "case")}
        return bool(beside & ABSTRACT) or not any(w[0].isupper() for w in beside)
    if word.lemma in ("opposition", "resistance", "leadership", "threat", "press"):
        after = [sentence.words[k].text for j in sentence.children(noun, "nmod") for k in sentence.children(j, "case")]
        return any(a in ("to", "within", "among", "in") for a in after)
    return False


ARTICLES = ("the", "a", "an")


def stretches(sentence: Sentence, noun: int) -> list[tuple[int, int]]:
    """Give the stretches of a description: with all its words, without what follows, without what only counts."""
    first = _first(sentence, noun)
    short = (_core(sentence, first, noun), noun)
    found = [(first, noun)]
    if short[0] != first:
        found.append(short)
    last = _last(sentence, noun)
    if last > noun and last - first < LONGEST:
        found.append((first, last))
        if short[0] != first:
            found.append((short[0], last))
    return found


def _first(sentence: Sentence, noun: int) -> int:
    """Walk left over what stands before the noun in its phrase, and leave out articles."""
    first, below = noun, {*sentence.subtree(noun), *owners(sentence, noun).before}
    while first - 1 >= 0 and first - 1 in below and _may_lead(sentence, first - 1, noun):
        first -= 1
    inner = [i for i in range(first, noun) if sentence.words[i].text in ARTICLES]  # "told AFP the junta had"
    first = inner[-1] if inner else first
    timed = {i for start, end in sentence.times for i in range(start, end + 1)}
    while (
        first < noun
        and not _is_latin(sentence, first)
        and (
            first in timed
            or sentence.words[first].text.casefold() in DETERMINERS
            or sentence.words[first].upos in ("PUNCT", "ADP", "CCONJ", "PRON", "ADV")
            or sentence.words[first].text.casefold() in ("least", "most", "than", "not", "even", "only")
        )
    ):
        first += 1
    return first


def _is_latin(sentence: Sentence, first: int) -> bool:
    """Tell whether "de facto" begins at a word, whose "de" is no article of another language."""
    return sentence.words[first].text == "de" and sentence.words[first + 1].text in ("facto", "jure")


def _may_lead(sentence: Sentence, i: int, noun: int) -> bool:
    word = sentence.words[i]
    return (
        word.upos not in ("ADP", "SCONJ", "AUX")
        and not (word.upos == "VERB" and word.relation == "case")  # "including"
        and word.text not in (",", ";", ":", "—", "–", "(", ")")
        and (word.relation in BESIDE or word.upos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "PART", "PUNCT"))
    )


def _core(sentence: Sentence, first: int, noun: int) -> int:
    """Leave out numbers, participles and plain adjectives at the beginning."""
    while first < noun:
        word = sentence.words[first]
        if first + 3 <= noun and sentence.words[first + 1].text == "-" and sentence.words[first + 2].upos == "VERB":
            first += 3  # "Saudi-backed"
            continue
        plain = word.upos == "NUM" or (word.upos in ("VERB", "ADV", "ADJ") and not word.text[0].isupper())
        if not plain or sentence.words[first + 1].text == "-" or _is_latin(sentence, first):
            return first
        first += 1
    return first


def _last(sentence: Sentence, noun: int) -> int:
    """Give the last word of the prepositional phrases that follow the noun directly."""
    last = noun
    for k in sentence.children(noun, "nmod"):
        reach = sentence.subtree(k, without=("acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "punct"))
        if reach[0] == last + 1 and reach[-1] - reach[0] + 1 == len(reach):
            last = reach[-1]
    return last
