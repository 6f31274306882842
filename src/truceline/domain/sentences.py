"""What the language model says about a text: sentences of words with tree, names, times and predicates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its characters in the document, its lemma, its tags and its place in the tree."""

    text: str
    start: int
    end: int
    """Characters of the document's text."""
    lemma: str
    """Lower case, except that proper nouns keep their form."""
    upos: str
    xpos: str
    head: int
    """Index in the sentence of the word that governs it; -1 for the root."""
    relation: str
    """Universal Dependencies relation with subtype, e.g. nsubj:pass."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: words first to last, both included; type person, organisation, place or other."""

    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a predicate: PropBank role (ARG0, ARG1, ARGM-TMP ...), head word, words first to last."""

    role: str
    head: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that tells of a doing or state, with its arguments."""

    word: int
    happened: float
    """UDS-IH2 scale: 3 surely happened or is happening, -3 surely did not (yet)."""
    arguments: tuple[Argument, ...]
    sure: float = 0.0
    """How sure the writer is of it: 3 surely happens, happened or will, -3 surely does not."""

    def argument(self, *roles: str) -> Argument | None:
        """Give the first argument with one of the roles, in the order of the roles asked for."""
        return next((a for role in roles for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that may tell an event."""

    word: int
    likely: float
    """How likely it tells one, 0 to 1."""
    types: tuple[tuple[str, float], ...]
    """PLOVER types that it may be of, each with its share of `likely`; the likeliest first."""


@dataclass(frozen=True, slots=True)
class OwedWord:
    """A word that may tell what is owed ("DUE"), or that it was done ("MET") or not done ("BROKEN")."""

    word: int
    stage: str
    likely: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class LoadedPhrase:
    """Words first to last that may be loaded, with their class."""

    first: int
    last: int
    class_: str
    likely: float
    """0 to 1: that of its least likely word."""


@dataclass(frozen=True)
class Sentence:
    """One sentence; every index is a place in `words`."""

    index: int
    """Place of the sentence in the text."""
    part: str
    """Role of the part that it stands in: headline, body, caption ..."""
    paragraph: int
    """Number of the paragraph, counted through the whole text; lines broken by a page count as one paragraph."""
    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    times: tuple[tuple[int, int], ...] = ()
    """Time expressions: first and last word."""
    predicates: tuple[Predicate, ...] = ()
    event_words: tuple[EventWord, ...] = ()
    owed_words: tuple[OwedWord, ...] = ()
    loaded_phrases: tuple[LoadedPhrase, ...] = ()

    @property
    def start(self) -> int:
        """First character in the document."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Character after the last one in the document."""
        return self.words[-1].end

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        table: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0:
                table[word.head].append(i)
        return tuple(map(tuple, table))

    @cached_property
    def _relations(self) -> tuple[tuple[str, str], ...]:
        """The relation of every word, with and without its subtype."""
        return tuple([(word.relation, word.relation.partition(":")[0]) for word in self.words])

    @cached_property
    def _asked(self) -> tuple[dict[tuple[str, ...], tuple[int, ...]], ...]:
        """Children of each word by relations asked for: readers ask the same again and again."""
        return tuple([{} for _ in self.words])

    @cached_property
    def answers(self) -> dict[tuple[object, int], Any]:
        """What functions answered about its words; see `remembered`."""
        return {}

    @cached_property
    def _below(self) -> dict[tuple[int, tuple[str, ...]], tuple[int, ...]]:
        """Subtrees by word and relations left out."""
        return {}

    @cached_property
    def _predicates(self) -> dict[int, Predicate]:
        return {p.word: p for p in self.predicates}

    @cached_property
    def _event_words(self) -> dict[int, EventWord]:
        return {e.word: e for e in self.event_words}

    def event_word_at(self, word: int) -> EventWord | None:
        """Give what the language model takes a word to tell, or None."""
        return self._event_words.get(word)

    def children(self, word: int, *relations: str) -> tuple[int, ...]:
        """Give the words that depend on a word, in order; only those in one of the relations if any are asked for.

        A relation asked for without a subtype also matches its subtypes.
        """
        kids = self._children[word]
        if not relations or not kids:
            return kids
        asked = self._asked[word]
        found = asked.get(relations)
        if found is None:
            told = self._relations
            found = asked[relations] = tuple([k for k in kids if told[k][0] in relations or told[k][1] in relations])
        return found

    def ancestors(self, word: int) -> Iterator[int]:
        """Walk from the word's head up to the root."""
        seen = 0
        while (word := self.words[word].head) >= 0 and seen <= len(self.words):
            seen += 1
            yield word

    def subtree(self, word: int, *, without: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Give a word and all below it, in order, leaving out branches whose relation is named in `without`."""
        if (asked := self._below.get((word, without))) is not None:
            return asked
        found, stack = [], [word]
        while stack:
            found.append(i := stack.pop())
            stack += [k for k in self._children[i] if self.words[k].relation not in without]
        below = self._below[word, without] = tuple(sorted(found))
        return below

    def predicate_at(self, word: int) -> Predicate | None:
        """Give the predicate whose word it is, or None."""
        return self._predicates.get(word)

    def name_at(self, word: int) -> Name | None:
        """Give the name that covers a word, or None."""
        return next((n for n in self.names if n.first <= word <= n.last), None)

    def conjuncts(self, word: int) -> tuple[int, ...]:
        """Give a word and the words coordinated with it, in order."""
        return tuple(sorted({word, *(k for k in self._children[word] if self.words[k].relation == "conj")}))


def remembered(ask: Callable[[Sentence, int], T]) -> Callable[[Sentence, int], T]:
    """Let a function that answers about a word of a sentence work it out once: readers ask again and again."""

    @wraps(ask)
    def answer(sentence: Sentence, word: int) -> T:
        known = sentence.answers
        key = (ask, word)
        if key not in known:
            known[key] = ask(sentence, word)
        return known[key]  # type: ignore[no-any-return]

    return answer
