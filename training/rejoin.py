"""Hyphens in names: the treebanks split them all, the package keeps romanised names ("al-Zawahiri") whole."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.sentence import Argument, Predicate, Sentence

ARTICLES = frozenset("al el ul ad ash as at az ar an ur ud us abd abu ibn bin ben bint".split())
HYPHENS = frozenset("-‐‑")


def joined(sentence: Sentence, chance: random.Random, other_names: float = 0.5) -> Sentence:
    """Join "al - Ani" to one word, and a share of other hyphenated names ("Jean - Claude")."""
    assert sentence.upos
    assert sentence.spaces
    groups = []
    index = 0
    while index < len(sentence.words):
        last = _end_of_chain(sentence, index)
        if last > index:
            pieces = [word.lower() for word in sentence.words[index : last + 1 : 2]]
            romanised = any(piece in ARTICLES for piece in pieces[:-1])
            names = all(sentence.upos[word] == "PROPN" for word in range(index, last + 1, 2))
            if (romanised or (names and chance.random() < other_names)) and _one_head(sentence, index, last):
                groups.append((index, last))
        index = last + 1
    return _merged(sentence, groups) if groups else sentence


def _end_of_chain(sentence: Sentence, index: int) -> int:
    words, spaces = sentence.words, sentence.spaces or ()
    last = index
    if not words[index][:1].isalpha():
        return last
    while last + 2 < len(words) and words[last + 1] in HYPHENS and not spaces[last] and not spaces[last + 1]:
        if not words[last + 2][:1].isalpha() or not (words[index][:1].isupper() or words[last + 2][:1].isupper()):
            break
        last += 2
    return last


def _one_head(sentence: Sentence, first: int, last: int) -> bool:
    heads = sentence.heads or ()
    outside = [index for index in range(first, last + 1) if not first <= heads[index] - 1 <= last]
    predicates = any(first <= predicate.word <= last for predicate in sentence.predicates or ())
    return len(outside) == 1 and not predicates


def _merged(sentence: Sentence, groups: list[tuple[int, int]]) -> Sentence:
    """Make one word of each group; what pointed into a group points to the new word."""
    new: list[list[int]] = []
    index = 0
    ends = dict(groups)
    while index < len(sentence.words):
        last = ends.get(index, index)
        new.append(list(range(index, last + 1)))
        index = last + 1
    place = {old: number for number, group in enumerate(new) for old in group}
    heads = sentence.heads or ()
    tops = [next((old for old in group if heads[old] - 1 not in group), group[0]) for group in new]

    def pick(values: tuple | None, at_first: bool = False) -> tuple | None:  # type: ignore[type-arg]
        if values is None:
            return None
        return tuple(values[group[0] if at_first else top] for group, top in zip(new, tops, strict=True))

    predicates = sentence.predicates
    if predicates is not None:
        predicates = tuple(
            Predicate(place[one.word], tuple(_moved(argument, place) for argument in one.arguments))
            for one in predicates
        )
    return replace(
        sentence,
        words=tuple("".join(sentence.words[old] for old in group) for group in new),
        spaces=tuple((sentence.spaces or ())[group[-1]] for group in new),
        upos=pick(sentence.upos),
        xpos=pick(sentence.xpos),
        heads=tuple(0 if heads[top] == 0 else place[heads[top] - 1] + 1 for top in tops),
        relations=pick(sentence.relations),
        names=pick(sentence.names, at_first=True),
        times=pick(sentence.times, at_first=True),
        predicates=predicates,
        happened=tuple((place[word], value) for word, value in sentence.happened),
        sure=tuple((place[word], value) for word, value in sentence.sure),
    )


def _moved(argument: Argument, place: dict[int, int]) -> Argument:
    return Argument(argument.role, place[argument.head], place[argument.first], place[argument.last])


def divided(sentence: Sentence) -> Sentence:
    """Divide hyphenated words of a name corpus as the treebanks do, but for romanised names."""
    words: list[str] = []
    names: list[str] = []
    for word, tag in zip(sentence.words, sentence.names or (), strict=True):
        pieces = [word]
        parts = re.split(r"([-–])", word)
        articles = any(part.lower() in ARTICLES for part in parts[:-1])
        if len(parts) > 1 and all(parts) and parts[0][0].isalnum() and not articles:
            pieces = parts
        inside = "I-" + tag[2:] if tag.startswith("B-") else tag
        words += pieces
        names += [tag] + [inside] * (len(pieces) - 1)
    return replace(sentence, words=tuple(words), names=tuple(names))
