"""One neutral sentence about an event, made of its fields: the words for it are rows of the vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from truceline.domain.items import Actor, Event
from truceline.reconcile.books import Books
from truceline.reconcile.sides import described
from truceline.vocabulary import rows

_STATUSES = {
    "occurred": "is reported",
    "ongoing": "is reported to go on",
    "planned": "is planned",
    "conditional": "depends on a condition",
    "denied": "is denied",
    "alleged": "is alleged",
    "hypothetical": "is only considered",
}
MANY = 4
"""Names written out; more are counted."""
RARE = 4
"""Who is told so many times less often than another is left to the accounts."""


def event_summary(event: Event, predicate: str, books: Books) -> str:
    """Say type, parties, place and status of an event in one sentence."""
    cast = {a.id: a for a in books.actors.actors}
    told = [(*a.actors, *a.recipients) for a in event.accounts]
    actors, recipients = foremost(told, cast, event.actors), foremost(told, cast, event.recipients)
    what, towards = deed_words(event.type, event.mode, predicate)
    words = [what]
    if actors:
        words.append("by " + _listed(actors))
    if recipients:
        words.append(f"{towards} " + _listed(recipients))
    place = books.places.place(event.place)
    said = " ".join(words)
    if place and not re.search(rf"\b{re.escape(place.name)}$", said) and place.name not in _names_of(event, cast):
        words.append(f"at {place.name}" if place.type == "site" else f"in {place.name}")
    return " ".join([*words, _agreeing(what, _STATUSES[event.status])]) + "."


def _names_of(event: Event, cast: Mapping[str, Actor]) -> set[str]:
    return {cast[a].name for a in (*event.actors, *event.recipients)}


def foremost(told: Sequence[Sequence[str]], cast: Mapping[str, Actor], of: Sequence[str]) -> list[str]:
    """Give the names to write where accounts name a party in several ways: what most of them tell, names before words.

    Parties that one account tells beside each other are different ones, so both stay.
    """
    times = Counter(x for one in told for x in set(one))
    kept = [x for x in of if times[x] * RARE > max(times.values())]
    beside = {frozenset((x, y)) for one in told for x in one for y in one}

    def better(x: str, y: str) -> bool:
        """Tell whether a party is named better by another."""
        if frozenset((x, y)) in beside or times[y] < times[x]:
            return False
        ours, theirs = cast[x], cast[y]
        if described(ours) and not described(theirs):
            return True
        alike = set(ours.name.split()) & set(theirs.name.split())
        return bool(alike) and (described(ours) or not described(theirs)) and (times[x], y) < (times[y], x)

    return [cast[x].name for x in kept if not any(better(x, y) for y in kept if y != x)]


@cache
def deed_words(type_: str, mode: str | None, predicate: str) -> tuple[str, str]:
    """Give the noun phrase for a kind of event and the word that leads to the recipient."""
    for row in rows("deeds").values():
        if type_ in row["type"] and row.get("mode", mode) == mode and predicate in row.get("told_by", (predicate,)):
            return row["words"], row["leads"]
    return deed_words("OTHER", mode, predicate)


def _agreeing(what: str, status: str) -> str:
    """Put the verb in the plural after "Talks"."""
    return re.sub("^is ", "are ", status) if what.endswith("s") and " " not in what else status


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > MANY:
        names = [*names[: MANY - 1], f"{len(names) - MANY + 1} others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
