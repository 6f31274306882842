"""One neutral sentence about an item, made of its fields and never of a report's words."""

from __future__ import annotations

from truceline.domain.items import Event
from truceline.reconcile.books import Books

_TYPES = {
    "AGREE": "agreement", "CONSULT": "talks or visit", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "withdrawal or ceasefire", "INVESTIGATE": "investigation",
    "REQUEST": "request", "DEMAND": "demand", "ACCUSE": "accusation or criticism", "REJECT": "refusal",
    "THREATEN": "threat", "PROTEST": "protest", "CRIME": "crime", "SANCTION": "sanction", "MOBILIZE": "mobilisation",
    "COERCE": "coercion", "ASSAULT": "attack", "OTHER": "event",
}  # fmt: skip
_STATUSES = {
    "occurred": "", "ongoing": "ongoing", "planned": "planned", "conditional": "conditional", "denied": "denied",
    "alleged": "alleged", "hypothetical": "hypothetical",
}  # fmt: skip


def event_summary(event: Event, predicate: str, books: Books) -> str:
    """Say type, parties, place and status of an event in one sentence."""
    names = {a.id: a.name for a in books.actors.actors}
    what = _TYPES.get(event.type, "event")
    words = [f"{what} ({predicate})" if predicate else what]
    if event.actors:
        words.append("by " + _listed([names[a] for a in event.actors]))
    if event.recipients:
        words.append("towards " + _listed([names[a] for a in event.recipients]))
    place = books.places.place(event.place)
    if place:
        words.append(f"at {place.name}" if place.type == "site" else f"in {place.name}")
    sentence = " ".join(words)
    status = _STATUSES.get(event.status, "")
    return sentence[0].upper() + sentence[1:] + (f"; {status}." if status else ".")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
