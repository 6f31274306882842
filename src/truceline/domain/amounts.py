"""Amounts as loose as a report puts them: bounds stay bounds, nothing is averaged."""

from __future__ import annotations

from dataclasses import dataclass, replace

Number = int | float

RELATIONS = ("exact", "about", "over", "at_least", "under", "up_to", "range", "multiple")
_OPEN = {"over", "under"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something: the exact words, their place in the report, and what they allow."""

    text: str
    start: int
    end: int
    """Characters of the report's text: text[start:end] are the words of the amount."""
    relation: str
    low: Number | None
    best: Number | None
    high: Number | None
    unit: str | None = None
    """What is counted, in the singular: troop, person, prisoner, year, usd, percent, share."""
    of_amount: Number | None = None
    """The base of a multiple or a share, where it is named."""

    @classmethod
    def exactly(cls, number: Number, **rest: object) -> Amount:
        """One printed value."""
        return cls._make("exact", number, number, number, rest)

    @classmethod
    def about(cls, number: Number, **rest: object) -> Amount:
        """An approximation: only the best value is known."""
        return cls._make("about", None, number, None, rest)

    @classmethod
    def over(cls, number: Number, **rest: object) -> Amount:
        """More than a number, which itself is excluded."""
        return cls._make("over", number, None, None, rest)

    @classmethod
    def at_least(cls, number: Number, **rest: object) -> Amount:
        """A number or more."""
        return cls._make("at_least", number, None, None, rest)

    @classmethod
    def under(cls, number: Number, **rest: object) -> Amount:
        """Less than a number, which itself is excluded."""
        return cls._make("under", None, None, number, rest)

    @classmethod
    def up_to(cls, number: Number, **rest: object) -> Amount:
        """A number or less."""
        return cls._make("up_to", None, None, number, rest)

    @classmethod
    def between(cls, low: Number, high: Number, **rest: object) -> Amount:
        """A range with both ends printed."""
        return cls._make("range", low, None, high, rest)

    @classmethod
    def _make(
        cls, relation: str, low: Number | None, best: Number | None, high: Number | None, rest: dict[str, object]
    ) -> Amount:
        amount = cls("", 0, 0, relation, low, best, high)
        return replace(amount, **rest)  # type: ignore[arg-type]

    def excludes(self, other: Amount) -> bool:
        """Tell whether no number fits both. An open end excludes nothing on its side."""
        return self._below(other) or other._below(self)

    def _below(self, other: Amount) -> bool:
        top = self.best if self.high is None and self.relation == "exact" else self.high
        bottom = other.best if other.low is None and other.relation == "exact" else other.low
        if top is None or bottom is None:
            return False
        return top < bottom or (top == bottom and (self.relation in _OPEN or other.relation in _OPEN))
