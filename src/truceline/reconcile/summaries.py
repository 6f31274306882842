"""One neutral sentence about an event, made of its fields; of a report's words it uses the telling one alone."""

from __future__ import annotations

from truceline.domain.items import Event
from truceline.reconcile.books import Books

_TYPES = {
    "AGREE": ("An agreement", "with"),
    "CONSULT": ("A meeting or talks", "with"),
    "SUPPORT": ("Support", "for"),
    "CONCEDE": ("A concession", "to"),
    "COOPERATE": ("Cooperation", "with"),
    "AID": ("Aid", "for"),
    "RETREAT": ("A withdrawal, release or ceasefire", "towards"),
    "INVESTIGATE": ("An investigation", "of"),
    "REQUEST": ("A request", "to"),
    "DEMAND": ("A demand", "on"),
    "ACCUSE": ("An accusation or criticism", "of"),
    "REJECT": ("A refusal", "towards"),
    "THREATEN": ("A threat", "to"),
    "PROTEST": ("A protest", "against"),
    "CRIME": ("A crime", "against"),
    "SANCTION": ("A sanction", "against"),
    "MOBILIZE": ("A mobilisation", "against"),
    "COERCE": ("Coercion", "of"),
    "ASSAULT": ("An attack", "on"),
    "OTHER": ("An event", "towards"),
}
"""PLOVER event types in plain words, and the word that leads to the recipient."""
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
    what, towards = _TYPES.get(event.type, _TYPES["OTHER"])
    words = [what if predicate in what.lower().split() else f"{what} ({predicate})"]
    if event.actors:
        words.append("by " + _listed([names[a] for a in event.actors]))
    if event.recipients:
        words.append(f"{towards} " + _listed([names[a] for a in event.recipients]))
    place = books.places.place(event.place)
    if place and place.name not in {names[a] for a in (*event.actors, *event.recipients)}:
        words.append(f"at {place.name}" if place.type == "site" else f"in {place.name}")
    return " ".join([*words, _STATUSES[event.status]]) + "."


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > MANY:
        names = [*names[: MANY - 1], f"{len(names) - MANY + 1} others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
