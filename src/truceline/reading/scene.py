"""What readers share about one report: its sentences, and who, where, when and how many was found in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from truceline.domain.amounts import Amount
from truceline.domain.date_order import day_first_in
from truceline.domain.dates import When
from truceline.domain.document import Document, Quote
from truceline.domain.mention import OWN_VOICE, ActorMention, Credit, PlaceMention, StatementMention
from truceline.domain.sentences import Sentence
from truceline.reading.actors.name_phrase import NamePhrase

Spot = tuple[int, int]
"""A word of the text: index of the sentence, index of the word."""


@dataclass(frozen=True)
class Text:
    """A document and its sentences."""

    document: Document
    sentences: tuple[Sentence, ...]

    @cached_property
    def day_first(self) -> bool | None:
        """Tell in which order dates in figures put day and month, where some of them allow one order only."""
        return day_first_in(self.document.text)

    def quote(self, sentence: int, first: int, last: int) -> Quote:
        """Quote the words first to last of a sentence."""
        words = self.sentences[sentence].words
        return self.document.quote(words[first].start, words[last].end)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression with the days it allows; words first to last of a sentence."""

    sentence: int
    first: int
    last: int
    when: When


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A number in words or digits; words first to last of a sentence, `noun` the word that it counts."""

    sentence: int
    first: int
    last: int
    noun: int | None
    amount: Amount


@dataclass(frozen=True)
class Places:
    """The places of a report, and the place at each word that heads a mention of one."""

    mentions: tuple[PlaceMention, ...] = ()
    spots: dict[Spot, str] = field(default_factory=dict)
    names: tuple[NamePhrase, ...] = ()
    """Every name phrase of the report, place or not, in order: what the actors are read from."""

    def at(self, sentence: int, word: int) -> str | None:
        """Give the key of the place named by the phrase that a word heads (or lies in)."""
        return self.spots.get((sentence, word))


@dataclass(frozen=True)
class Actors:
    """The actors of a report, and the actors meant at each word that heads a mention (pronouns too)."""

    mentions: tuple[ActorMention, ...] = ()
    spots: dict[Spot, tuple[str, ...]] = field(default_factory=dict)

    def at(self, sentence: int, word: int) -> tuple[str, ...]:
        """Give the keys of the actors meant by the phrase that a word heads, coordination not followed."""
        return self.spots.get((sentence, word), ())

    def group(self, sentence: Sentence, word: int) -> tuple[str, ...]:
        """Give the keys of the actors meant by a phrase and those coordinated with it."""
        keys: list[str] = []
        for one in sentence.conjuncts(word):
            keys += [k for k in self.at(sentence.index, one) if k not in keys]
        return tuple(keys)

    def named(self, key: str) -> ActorMention:
        """Give the actor with a key."""
        return next(a for a in self.mentions if a.key == key)


@dataclass(frozen=True)
class Voices:
    """The statements of a report, and whose voice each word stands in."""

    mentions: tuple[StatementMention, ...] = ()
    credits: dict[Spot, Credit] = field(default_factory=dict)
    quoted: frozenset[Spot] = frozenset()
    """Words inside quotation marks that report speech (not scare quotes)."""

    def at(self, sentence: int, word: int) -> Credit:
        """Tell whom the report credits with what stands at a word; its own voice where nobody."""
        return self.credits.get((sentence, word), OWN_VOICE)


@dataclass(frozen=True)
class Scene:
    """Everything found before events, figures, agreements, commitments and wording are read."""

    text: Text
    places: Places
    actors: Actors
    dates: tuple[DateMention, ...]
    amounts: tuple[AmountMention, ...]
    voices: Voices
