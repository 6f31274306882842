"""One place of a report that tells an event, and what several of them tell together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.domain.dates import When
from truceline.domain.document import Quote
from truceline.domain.mention import Credit
from truceline.reading.events.casualties import Casualties
from truceline.reading.events.event_deeds import Deed

TALKS = frozenset({"CONSULT", "AGREE", "SUPPORT"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of the report that tells an event."""

    sentence: int
    word: int
    lemma: str
    deed: Deed
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: When | None
    status: str
    casualties: Casualties
    credit: Credit
    quote: Quote
    head: Quote
    content: frozenset[str]
    """Lemmas of the clause, to tell two promises or demands of one actor apart."""
    noun: bool
    definite: bool
    """A noun with "the", "this" or a possessive: it may point back."""
    points: bool
    """A definite noun that names nobody and no place, though perhaps a day."""
    bare: bool
    """A noun that names nobody, no place and no day."""
    headline: bool
    fresh: bool = False
    """A noun with "a", "another" or a number: told as something new."""
    carried: bool = False
    """A noun that the main verb of its sentence carries."""
    mutual: bool = False
    """Both sides do it: "both parties left", "a bilateral ceasefire"."""
    rows: frozenset[str] = frozenset()
    """Names of the rows of all its parts."""


class Group:
    """The tellings of one event, with the fullest of them at hand."""

    def __init__(self, telling: Telling) -> None:
        """Begin with one telling."""
        self.tellings = [telling]
        self.first = telling

    def add(self, telling: Telling) -> None:
        """Add a telling of the same event."""
        self.tellings.append(telling)
        self.first = fullest(self.tellings)

    def tells_within(self, sentences: int, new: Telling) -> bool:
        """Tell whether the body told it in one of the last sentences before a new telling."""
        return any(0 <= new.sentence - t.sentence <= sentences for t in self.tellings if not t.headline)


def fullest(group: Sequence[Telling]) -> Telling:
    """Give the telling that says most, the first of them."""

    def fullness(t: Telling) -> tuple[int, int]:
        filled = bool(t.actors) * 2 + bool(t.recipients) + bool(t.place) + bool(t.when and t.when.days.known)
        return (filled - 2 * t.headline + (not t.noun), -t.sentence)

    return max(group, key=fullness)


def symmetric(telling: Telling) -> bool:
    """Tell whether all who take part in an event do the same."""
    return telling.deed.row is not None and telling.deed.row.symmetric


SOON = 2
"""Sentences after a deed of several sides within which a report still names them."""


def parties_of_talks(groups: Sequence[list[Telling]], persons: frozenset[str]) -> dict[int, tuple[str, ...]]:
    """Give the parties of talks told without them, by number of the group: those of the talks told nearest.

    "Peace talks continue" in a report on two parties means the talks between these two; persons come last.
    """
    sided = [(min(t.sentence for t in g), fullest(g)) for g in groups]
    known = [(at, t.actors) for at, t in sided if t.deed.type in TALKS and len(t.actors) > 1 and symmetric(t)]
    found = {}
    for number, (at, telling) in enumerate(sided):
        shared = telling.mutual or (telling.deed.type in TALKS and symmetric(telling))
        named = [one for one in known if one[0] <= at + SOON]  # who is named far on talks about something else
        if shared and not telling.actors and named:
            found[number] = min(named, key=lambda one: (persons.issuperset(one[1]), abs(one[0] - at), one[0]))[1]
    return found


def sharper(first: When | None, second: When | None) -> When | None:
    """Give the first of two dates, but not words without a day where the other has one."""
    if first is None or (second is not None and second.days.known and not first.days.known):
        return second
    return first


def merged(group: Sequence[Telling]) -> Telling:
    """Give one telling with what all say, the fullest first."""
    told = fullest(group)
    for other in group:
        told = replace(
            told,
            actors=told.actors or other.actors,
            recipients=told.recipients or tuple(k for k in other.recipients if k not in told.actors),
            place=told.place or other.place,
            when=sharper(told.when, other.when),
            casualties=told.casualties.filled_by(other.casualties),
        )
    return told
