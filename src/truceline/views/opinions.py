"""What people think of items and publishers, as far as their decisions in force say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.domain.decisions import Decision
from truceline.reconcile.rulings import in_force, without_unmerged
from truceline.views.catalog import Answer
from truceline.views.deciding import CREDIBILITIES, FLAGS, RELIABILITIES
from truceline.views.same_actor import pair_key

REVIEWED = {
    "accept": "accepted", "edit": "accepted, edited", "set_status": "accepted, edited", "reject": "rejected",
    "merge": "accepted, merged", "split": "accepted, split", "relabel": "accepted, relabelled",
    "attach": "attached by hand", "dispute": "needs a second opinion", "resolve": "closed",
}  # fmt: skip
"""The review state that an action leaves an item in; any other item is proposed."""
RATED = "set_rating"


@dataclass(frozen=True, slots=True)
class Opinion(Answer):
    """One thing that somebody thinks, with who, when and why."""

    decision: str
    target: str
    says: str
    """A state, a letter, a digit or a note."""
    means: str
    by: str
    at: str
    reason: str | None
    side: str | None = None
    """Of a closed dispute: the side preferred; of something hidden: the flag."""


@dataclass(frozen=True, slots=True)
class Link(Answer):
    """One commitment's link to another."""

    decision: str
    to: str
    says: str
    by: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Opinions:
    """All of them, by what they are about; the last one counts."""

    states: dict[str, str] = field(default_factory=dict)
    closed: dict[str, Opinion] = field(default_factory=dict)
    letters: dict[str, Opinion] = field(default_factory=dict)
    """Reliability of publishers."""
    digits: dict[str, Opinion] = field(default_factory=dict)
    """Credibility of items."""
    notes: dict[str, list[Opinion]] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)
    """Links of commitments, at both ends."""
    apart: dict[tuple[str, str], Opinion] = field(default_factory=dict)
    """What was said of pairs of actors that may be one: negative or unsure."""
    flags: dict[str, Opinion] = field(default_factory=dict)
    """Items and words that are left out where names are hidden, and why."""
    attached: dict[str, Decision] = field(default_factory=dict)
    """What a person attached and nobody has detached, by item."""
    merges: dict[str, list[Decision]] = field(default_factory=dict)
    """Merges in force, by the item that took the others in."""


def opinions(log: Sequence[Decision]) -> Opinions:
    """Read the log for what stands."""
    found = Opinions()
    standing = without_unmerged(in_force(log))
    for d in standing:
        if d.action in REVIEWED:
            found.states[d.target] = REVIEWED[d.action]
        if d.action == "merge":
            found.merges.setdefault(d.target, []).append(d)
        _note(found, d)
    return found


def _note(found: Opinions, d: Decision) -> None:
    after = d.after if isinstance(d.after, dict) else {}
    if d.action == "resolve":
        state = after["state"]
        found.closed[d.target] = _opinion(d, state, state.replace("_", " "), after.get("side"))
    elif d.action == "reopen":
        found.closed.pop(d.target, None)
        found.states.pop(d.target, None)
    elif d.action == "link":
        if d.target_kind == "actor":
            found.apart[pair_key(d.target, after["to"])] = _opinion(d, after["as"], after["as"])
            return
        for here, there in ((d.target, after["to"]), (after["to"], d.target)):
            found.links.setdefault(here, []).append(Link(d.id, there, _as_seen_from(here, d), d.by, d.reason))
    elif d.action == "unlink":
        _unlink(found, d.target, after["to"])
    elif d.action == "redact":
        found.flags.pop(d.target, None)
        if after.get("flag"):
            found.flags[d.target] = _opinion(d, d.target_kind, FLAGS[after["flag"]], after["flag"])
    elif d.action == "attach":
        found.attached[d.target] = d
    elif d.action == "detach":
        found.attached.pop(d.target, None)
        found.states.pop(d.target, None)
    elif d.action == RATED and after.get("reliability"):
        found.letters[d.target] = _opinion(d, after["reliability"], RELIABILITIES[after["reliability"]])
    elif d.action == RATED:
        found.digits[d.target] = _opinion(d, after["credibility"], CREDIBILITIES[after["credibility"]])
    if d.action == "note" or (d.reason and d.action not in ("resolve", "link", "unlink", "redact", RATED)):
        text = d.after if d.action == "note" and isinstance(d.after, str) else d.reason
        found.notes.setdefault(d.target, []).append(_opinion(d, d.action, text or ""))


def _unlink(found: Opinions, one: str, other: str) -> None:
    """Take back what was last said of two items."""
    found.apart.pop(pair_key(one, other), None)
    for here, there in ((one, other), (other, one)):
        found.links[here] = [link for link in found.links.get(here, []) if link.to != there]


def _as_seen_from(end: str, d: Decision) -> str:
    """Name a link from one of its ends: what is part of another has it as a part."""
    says = str(d.after["as"]).replace("_", " ")
    return "has as a part" if says == "part of" and end != d.target else says


def _opinion(d: Decision, says: str, means: str, side: str | None = None) -> Opinion:
    return Opinion(d.id, d.target, says, means, d.by, d.at, d.reason, side)
