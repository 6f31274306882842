"""The words of a report that tell an event: the clause or phrase, without what only stands beside it."""

from __future__ import annotations

from truceline.domain.sentences import Sentence
from truceline.reading.clauses import is_noun
from truceline.reading.events.event_deeds import Deeds
from truceline.reading.events.joined_deeds import Told

LEFT_OUT = ("parataxis", "discourse", "cc", "appos")


def extent(deeds: Deeds, told: Told) -> tuple[int, int]:
    """Give first and last word of the clause or phrase that tells an event."""
    s = deeds.sentence
    words: set[int] = set()
    for word in told.words:
        carrier = deeds.carrier(word)
        top = word if carrier is None else carrier
        words |= _span(s, top, told) | {word}
    return _trimmed(s, min(words), max(words))


def _span(sentence: Sentence, top: int, told: Told) -> set[int]:
    keep = {told.deed.content, *told.words}
    words, stack = {top}, [top]
    while stack:
        one = stack.pop()
        for k in sentence.children(one):
            if sentence.words[k].upos == "PUNCT":
                continue
            if k in keep or not _left_out(sentence, one, k, top):
                words.add(k)
                stack.append(k)
    relation = sentence.words[top].relation
    if relation in ("acl:relcl", "acl") and not is_noun(sentence, top):
        noun = sentence.words[top].head
        words |= {noun, *sentence.children(noun, "compound", "amod", "nummod", "det", "nmod:poss")}
    # What stands between is quoted too; a long insertion before the clause proper is not.
    return words


def _left_out(sentence: Sentence, parent: int, child: int, top: int) -> bool:
    relation = sentence.words[child].relation
    if relation.partition(":")[0] in LEFT_OUT:
        return parent == top or relation in ("parataxis", "discourse")
    if relation == "conj":
        return parent == top and not is_noun(sentence, child)
    if relation == "advcl" and parent == top:
        return any(sentence.words[m].lemma.lower() not in ("to", "by") for m in sentence.children(child, "mark"))
    if relation == "acl:relcl" and is_noun(sentence, parent):
        return parent == top
    return relation in ("mark",) and parent == top


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    while (
        first < last
        and sentence.words[first].upos in ("PUNCT", "CCONJ", "SCONJ")
        and sentence.words[first].text not in "“\"'‘("
    ):
        first += 1
    while (
        last > first and sentence.words[last].upos in ("PUNCT", "CCONJ") and sentence.words[last].text not in "”\"'’)%"
    ):
        last -= 1
    inside = [sentence.words[k].text for k in range(first, last + 1)]
    if "“" in inside and "”" not in inside and last + 1 < len(sentence.words) and sentence.words[last + 1].text == "”":
        last += 1
    return first, last
