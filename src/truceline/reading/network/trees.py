"""Trees from scores: a head for every word, and the words of a role from its head word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER = np.float32(-1e9)

BARE_ROLES = frozenset({"ARGM-MOD", "ARGM-NEG", "C-V", "ARGM-LVB", "ARGM-PRR"})
"""Roles that are one word."""

ABOVE_PREDICATE = _set(
    "nsubj nsubj:pass csubj expl cop aux aux:pass mark cc punct parataxis discourse advcl advcl:relcl conj vocative"
)
"""Branches of an argument above its predicate that do not belong to it where that is its copula or auxiliary."""

IN_RELATIVE = _set("case mark nsubj nsubj:outer cop aux expl parataxis advcl discourse")
IN_RELATIVE_ADVERBS = frozenset(["probably", "also", "not", "just", "only", "still", "always"])
OWN_CLAUSE = frozenset({"cop", "nsubj", "nsubj:pass", "expl", "mark"})
WITHIN_PHRASE = frozenset({"nmod", "amod", "det", "compound", "acl", "acl:relcl", "case"})
PUNCTUATION = frozenset(",.;:!?-–—…\"“”'‘’`()[]") | {"``", "''", "--", "..."}
CLOSES = {'"': '"', "“": "”", "``": "''", "(": ")", "[": "]", "‘": "’", "'": "'"}


def single_root_tree(scores: Scores) -> NDArray[np.int64]:
    """Give the best tree with one root (Chu and Liu, Edmonds); scores[word, head], word 0 is the root's head."""
    scores = scores.astype(np.float32, copy=True)
    np.fill_diagonal(scores, NEVER)
    scores[0, :] = NEVER
    greedy = scores.argmax(1)
    roots = np.flatnonzero(greedy[1:] == 0) + 1
    candidates = roots if len(roots) else np.arange(1, len(scores))
    if len(candidates) > 1:
        loss = scores[candidates, 0] - scores[candidates, 1:].max(1)
        candidates = candidates[[int(loss.argmax())]]
    # Even a lone greedy root has to be fixed: breaking a cycle may make another.
    scores[1:, 0] = NEVER
    scores[candidates[0], 0] = -NEVER
    return _without_cycles(scores)


def _without_cycles(scores: Scores) -> NDArray[np.int64]:
    heads: NDArray[np.int64] = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    count = len(outside)
    kept = scores[inside, heads[inside]]
    shrunk = np.full((count + 1, count + 1), NEVER, np.float32)
    shrunk[:count, :count] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    shrunk[:count, count] = leaving.max(1)
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    shrunk[count, :count] = entering.max(0)
    np.fill_diagonal(shrunk, NEVER)
    inner = _without_cycles(shrunk)
    result = heads.copy()
    for place in range(1, count):
        head = int(inner[place])
        result[outside[place]] = inside[int(leaving[place].argmax())] if head == count else outside[head]
    head = int(inner[count])
    result[inside[int(entering[:, head].argmax())]] = outside[head]
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        path, word = [], start
        while not seen[word]:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if seen[word] == start:
            return path[path.index(word) :]
    return None


class Tree:
    """Heads (-1 for the root), relations and words of one sentence, for widening roles."""

    def __init__(self, heads: Sequence[int], relations: Sequence[str], words: Sequence[str]) -> None:
        """Take the tree and list the children of every word."""
        self.heads, self.relations, self.words = heads, relations, words
        self.children: list[list[int]] = [[] for _ in heads]
        for word, head in enumerate(heads):
            if head >= 0:
                self.children[head].append(word)

    def ancestors(self, word: int) -> list[int]:
        """Give the heads of a word up to the root."""
        found: list[int] = []
        while (word := self.heads[word]) >= 0 and len(found) < len(self.heads):
            found.append(word)
        return found

    def below(self, word: int, stop: set[int]) -> set[int]:
        """Give a word and all below it, branches in `stop` left out."""
        found, stack = set(), [word]
        while stack:
            found.add(one := stack.pop())
            stack += [child for child in self.children[one] if child not in stop]
        return found

    def argument_words(self, predicate: int, role: str, head: int, heads: Sequence[int]) -> tuple[int, int]:
        """Give the first and last word of the argument of a predicate that a word heads."""
        if role in BARE_ROLES or head == predicate:
            return head, head
        above = self.ancestors(predicate)
        if head in above:
            inside = self.below(head, self._stops_above(predicate, head, set(above), set(heads) - {head}))
        else:
            inside = self.below(head, self._stops_below(role, head, set(heads) - {head})) - {predicate}
        first = last = head
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return self._trimmed(first, last, head)

    def _stops_below(self, role: str, head: int, others: set[int]) -> set[int]:
        stops = set()
        for child in self.children[head]:
            relation = self.relations[child]
            leading_conjunction = relation == "cc" and child < head
            aside = relation == "parataxis" and role != "ARG1" and self.relations[head] != "conj"
            if leading_conjunction or child in others or aside:
                stops.add(child)
        return stops

    def _stops_above(self, predicate: int, head: int, above: set[int], others: set[int]) -> set[int]:
        """Tell what does not belong to an argument that governs its own predicate."""
        path = next(child for child in self.children[head] if child in above or child == predicate)
        relation_down = self.relations[path]
        stops = {path}
        for child in self.children[head]:
            if child == path:
                continue
            relation = self.relations[child]
            if relation_down in ("cop", "aux", "aux:pass"):
                stop = self._outside_copula(child, relation, others)
            else:
                stop = child in others or (relation == "cc" and child < head)
                adverb = relation == "advmod" and self.words[child].lower() in IN_RELATIVE_ADVERBS
                stop = stop or (relation_down.startswith("acl") and (relation in IN_RELATIVE or adverb))
            if stop or (relation_down == "conj" and relation == "cc"):
                stops.add(child)
        return stops

    def _outside_copula(self, child: int, relation: str, others: set[int]) -> bool:
        if relation == "conj":
            return any(self.relations[one] in OWN_CLAUSE for one in self.children[child]) or child in others
        if relation in ABOVE_PREDICATE or child in others:
            return True
        return relation not in WITHIN_PHRASE and any(one in others for one in self.below(child, set()))

    def _trimmed(self, first: int, last: int, head: int) -> tuple[int, int]:
        """Cut punctuation from both ends, but not one half of a pair."""
        words = self.words
        while first < head and words[first] in PUNCTUATION:
            if words[first] in CLOSES and CLOSES[words[first]] in words[first + 1 : last + 1]:
                break
            first += 1
        while last > head and words[last] in PUNCTUATION:
            if any(CLOSES.get(word) == words[last] for word in words[first:last]):
                break
            last -= 1
        return first, last
