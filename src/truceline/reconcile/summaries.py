"""One neutral sentence about an item, made of its fields and never of a report's words."""

from __future__ import annotations

from truceline.domain.items import Event
from truceline.reconcile.books import Books

_TYPES = {
    "AGREE": ("agreement", "with"),
    "CONSULT": ("talks or visit", "with"),
    "SUPPORT": ("support", "for"),
    "CONCEDE": ("concession", "to"),
    "COOPERATE": ("cooperation", "with"),
    "AID": ("aid", "for"),
    "RETREAT": ("withdrawal or ceasefire", "towards"),
    "INVESTIGATE": ("investigation", "of"),
    "REQUEST": ("request", "to"),
    "DEMAND": ("demand", "on"),
    "ACCUSE": ("accusation or criticism", "of"),
    "REJECT": ("refusal", "towards"),
    "THREATEN": ("threat", "to"),
    "PROTEST": ("protest", "against"),
    "CRIME": ("crime", "against"),
    "SANCTION": ("sanction", "against"),
    "MOBILIZE": ("mobilisation", "against"),
    "COERCE": ("coercion", "of"),
    "ASSAULT": ("attack", "on"),
    "OTHER": ("event", "towards"),
}
"""PLOVER event types in plain words, and the word that leads to the recipient."""


def event_summary(event: Event, predicate: str, books: Books) -> str:
    """Say type, parties, place and status of an event in one sentence."""
    names = {a.id: a.name for a in books.actors.actors}
    what, towards = _TYPES.get(event.type, _TYPES["OTHER"])
    words = [what if predicate in what.split() else f"{what} ({predicate})"]
    if event.actors:
        words.append("by " + _listed([names[a] for a in event.actors]))
    if event.recipients:
        words.append(f"{towards} " + _listed([names[a] for a in event.recipients]))
    place = books.places.place(event.place)
    if place:
        words.append(f"at {place.name}" if place.type == "site" else f"in {place.name}")
    sentence = " ".join(words)
    return sentence[0].upper() + sentence[1:] + ("." if event.status == "occurred" else f"; {event.status}.")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
