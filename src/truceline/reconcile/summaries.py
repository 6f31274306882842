"""One neutral sentence about an event, made of its fields: the words for it are rows of the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from truceline.domain.items import Event
from truceline.reconcile.books import Books
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


def event_summary(event: Event, predicate: str, books: Books) -> str:
    """Say type, parties, place and status of an event in one sentence."""
    names = {a.id: a.name for a in books.actors.actors}
    what, towards = deed_words(event.type, event.mode, predicate)
    words = [what]
    if event.actors:
        words.append("by " + _listed([names[a] for a in event.actors]))
    if event.recipients:
        words.append(f"{towards} " + _listed([names[a] for a in event.recipients]))
    place = books.places.place(event.place)
    if place and place.name not in {names[a] for a in (*event.actors, *event.recipients)}:
        words.append(f"at {place.name}" if place.type == "site" else f"in {place.name}")
    return " ".join([*words, _agreeing(what, _STATUSES[event.status])]) + "."


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
