"""What may be decided: each action with what it needs, and which later decisions rest on an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from truceline.domain.decisions import CHANGING, Decision
from truceline.domain.items import Items
from truceline.domain.mention import (
    ACTOR_TYPES,
    AGREEMENT_STATUSES,
    COMMITMENT_CLASSES,
    EVENT_STATUSES,
    PLACE_TYPES,
    PRECISIONS,
    STANCES,
    WORDING_CLASSES,
)
from truceline.domain.record_form import plain
from truceline.errors import BadArgument
from truceline.reconcile.attached import MAKERS, amount_in, quote_of
from truceline.reconcile.rulings import in_force
from truceline.reconcile.splitting import can_part
from truceline.record.decisions import Ruling

RESOLUTIONS = ("explained", "accepted_range", "preferred", "unresolvable")
"""How a finding may be closed; all sides stay visible, and reopen opens it again."""
RELIABILITIES = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
"""Source reliability of the Admiralty system."""
LINKS = ("reciprocal_with", "part_of", "conflicts_with", "same_as")
"""How one commitment may stand to another."""
FLAGS = {
    "victim": "name of a victim", "witness": "name of a witness or source", "minor": "a minor",
    "personal": "personal data", "place": "a protected place", "graphic": "graphic", "embargo": "under embargo",
    "deceptive": "suspected deception", "deleted": "deleted at its source",
}  # fmt: skip
"""Why something is left out of what is taken away with names hidden."""
SHORTEST_HIDDEN = 2
CREDIBILITIES = {
    "1": "confirmed by independent sources", "2": "probably true", "3": "possibly true", "4": "doubtful",
    "5": "improbable", "6": "cannot be judged",
}  # fmt: skip
"""Information credibility of the Admiralty system, judged apart from the letter."""


def refuse(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    """Raise BadArgument with one sentence if a ruling may not be taken; what has no rule may."""
    rule = _RULES.get(ruling.action)
    if rule:
        rule(items, log, ruling)


def refuse_unknown(items: Items, log: Sequence[Decision], target: str) -> None:
    """Raise BadArgument for what the record neither holds nor ever held: a mistyped id, or one of another record."""
    if any(target in (d.target, d.id) for d in log):
        return
    kinds = (getattr(items, field.name) for field in fields(items))
    if not any(item.id == target for kind in kinds for item in kind):
        raise BadArgument(f"The record has no item {target}; show VIEW --json gives the ids.")


def _attach(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    if ruling.target_kind not in MAKERS:
        raise BadArgument(f"Nobody can attach a {ruling.target_kind}; there are: {', '.join(MAKERS)}.")
    quote = quote_of(ruling.after)
    report = next((r for r in items.reports if r.id == quote.report), None)
    if report is None or quote.start >= quote.end or report.text[quote.start : quote.end] != quote.exact:
        raise BadArgument("The marked words are not what the report has at that place; mark them again.")
    if ruling.target_kind == "figure" and amount_in(quote) is None:
        raise BadArgument("A figure needs a number; mark words that hold one.")


def _resolve(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if after.get("state") not in RESOLUTIONS:
        raise BadArgument(f"A dispute is closed as one of: {', '.join(RESOLUTIONS)}.")
    if after["state"] == "preferred" and after.get("side") not in ("a", "b"):
        raise BadArgument("Say which side is preferred, a or b.")
    if not (ruling.reason or "").strip():
        raise BadArgument("Closing a dispute needs a reason that others can check.")
    _there(items, ruling)


def _there(items: Items, ruling: Ruling) -> None:
    if not any(f.id == ruling.target for f in items.findings):
        raise BadArgument(f"The record has no finding {ruling.target}.")


def _rate(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    after = ruling.after if isinstance(ruling.after, dict) else {}
    letter, digit = after.get("reliability"), after.get("credibility")
    if letter not in (*RELIABILITIES, None) or digit not in (*CREDIBILITIES, None) or not (letter or digit):
        raise BadArgument("A rating is a letter from A to F for a publisher, or a digit from 1 to 6 for an item.")
    if digit == "1" and origins_of(items, ruling.target) < 2:
        raise BadArgument("Credibility 1 means confirmed by independent sources; this item has one origin only.")
    if letter not in ("F", None) and not (ruling.reason or "").strip():
        raise BadArgument("A letter needs a reason: never guess it from a name.")


def _redact(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if after.get("flag") not in (*FLAGS, None):
        raise BadArgument(f"Something is hidden as one of: {', '.join(FLAGS)}.")
    if ruling.target_kind == "words":
        if len(ruling.target.strip()) < SHORTEST_HIDDEN:
            raise BadArgument(f"Mark at least {SHORTEST_HIDDEN} characters to hide.")
    elif item_of(items, ruling.target) is None:
        raise BadArgument(f"The record has no {ruling.target_kind} {ruling.target}.")


def _split(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    item = item_of(items, ruling.target)
    if item is None:
        raise BadArgument(f"The record has no {ruling.target_kind} {ruling.target}.")
    if not can_part(item, ruling.after):
        raise BadArgument("Tick some of what tells it, not all and not none: something has to stay behind.")


def origins_of(items: Items, id: str) -> int:
    """Count the independent origins that tell an item."""
    origin = {r.id: r.origin for r in items.reports}
    found = item_of(items, id)
    return len({origin[a.report] for a in getattr(found, "accounts", ())})


def _link(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    if ruling.target_kind == "actor":
        _link_actors(items, ruling)
        return
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if after.get("as") not in LINKS:
        raise BadArgument(f"Two commitments are linked as one of: {', '.join(LINKS)}.")
    there = {c.id for c in items.commitments}
    if ruling.target not in there or after.get("to") not in there - {ruling.target}:
        raise BadArgument("A link needs two commitments of the record.")


def _link_actors(items: Items, ruling: Ruling) -> None:
    """Two actors are ruled apart, or left open; those that are one are merged."""
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if after.get("as") not in ("negative", "unsure"):
        raise BadArgument("Two actors are told apart as negative or unsure; merge them where they are one.")
    there = {a.id for a in items.actors}
    if ruling.target not in there or after.get("to") not in there - {ruling.target}:
        raise BadArgument("This needs two actors of the record.")


def _unlink(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if not linked(in_force(log), ruling.target, after.get("to")):
        raise BadArgument("These two are not linked.")


def linked(standing: Sequence[Decision], one: str, other: Any) -> bool:
    """Tell whether a link of two items stands: the last that was said of them is a link."""
    links = [d for d in standing if d.action in ("link", "unlink")]
    said = [d.action for d in links if {d.target, d.after.get("to")} == {one, other}]
    return bool(said) and said[-1] == "link"


def _detach(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    if not any(d.action == "attach" and d.target == ruling.target for d in in_force(log)):
        raise BadArgument("Only what a person has attached can be detached; reject what the readers found.")
    if item_of(items, ruling.target) is None:
        raise BadArgument("It is detached already.")


def _relabel(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    after = ruling.after if isinstance(ruling.after, dict) else {}
    if set(after) != {LABELS.get(ruling.target_kind)}:
        raise BadArgument(f"A {ruling.target_kind} has no such label.")
    _edit(items, log, ruling)


def _undo(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    target = next((d for d in log if d.id == ruling.target), None)
    if target is None or target.action in ("undo", "redo"):
        raise BadArgument(f"There is no decision {ruling.target} to {ruling.action}.")
    stands = any(d.id == target.id for d in in_force(log))
    if stands != (ruling.action == "undo"):
        raise BadArgument(f"Decision {target.sequence} {'stands' if stands else 'is undone'} already.")


def _edit(items: Items, log: Sequence[Decision], ruling: Ruling) -> None:
    item = item_of(items, ruling.target)
    if item is None:
        raise BadArgument(f"The record has no {ruling.target_kind} {ruling.target}.")
    names = {f.name.rstrip("_") for f in fields(item)} - {"id", "accounts", "history", "names"}
    for name, value in (ruling.after or {}).items():
        if name not in names:
            raise BadArgument(f"A {item.KIND} has no field {name} to edit; there are: {', '.join(sorted(names))}.")
        words = CHOICES.get((item.KIND, name))
        if words and value not in words:
            raise BadArgument(f"{name} is one of: {', '.join(words)}.")


def values_before(items: Items, ruling: Ruling) -> dict[str, Any]:
    """Give the values that an edit replaces, so that both can be shown."""
    if ruling.action not in ("edit", "set_status", "relabel") or not isinstance(ruling.after, dict):
        return {}
    data = plain(item_of(items, ruling.target))
    return {"values": {name: data.get(name) for name in ruling.after}}


def item_of(items: Items, id: str) -> Any:
    """Give an item by its id, or None."""
    groups: tuple[tuple[Any, ...], ...] = (
        items.events, items.figures, items.statements, items.agreements, items.commitments, items.wording,
        items.findings, items.actors, items.places,
    )  # fmt: skip
    return next((i for group in groups for i in group if i.id == id), None)


CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("event", "status"): EVENT_STATUSES,
    ("statement", "stance"): STANCES,
    ("agreement", "status"): AGREEMENT_STATUSES,
    ("commitment", "class"): COMMITMENT_CLASSES,
    ("commitment", "obligor_basis"): ("explicit", "implied", "unstated"),
    ("wording", "class"): WORDING_CLASSES,
    ("actor", "type"): ACTOR_TYPES,
    ("place", "type"): PLACE_TYPES,
    ("place", "precision"): PRECISIONS,
}
"""Fields that hold one of some words of the record format."""


LABELS = {
    "event": "status", "statement": "stance", "agreement": "status", "commitment": "class", "wording": "class",
}  # fmt: skip
"""The field of each kind that one key sets in the queue; its words are those of CHOICES, nine at most."""
_RULES: dict[str, Callable[[Items, Sequence[Decision], Ruling], None]] = {
    "attach": _attach, "edit": _edit, "set_status": _edit, "resolve": _resolve, "set_rating": _rate, "link": _link,
    "unlink": _unlink, "detach": _detach, "redact": _redact, "split": _split, "relabel": _relabel,
    "undo": _undo, "redo": _undo,
}  # fmt: skip


def changes_items(decision: Decision, log: Sequence[Decision]) -> bool:
    """Tell whether a decision changes what the record shows, and not only what somebody thinks of it."""
    if decision.action in ("undo", "redo"):
        return any(d.id == decision.target and d.action in CHANGING for d in log)
    return decision.action in CHANGING


def resting_on(log: Sequence[Decision], target: str) -> tuple[Decision, ...]:
    """Give the later decisions in force that rest on one: they are about the same items."""
    return resting_on_each(log, [target])[target]


def resting_on_each(log: Sequence[Decision], targets: Sequence[str]) -> dict[str, tuple[Decision, ...]]:
    """Give the same for several decisions; one that does not stand has none."""
    standing = in_force(log)
    touched_by = {d.id: _touched(d) for d in standing}
    places = {d.id: n for n, d in enumerate(standing)}
    found: dict[str, tuple[Decision, ...]] = {}
    for id in targets:
        touched, resting = set(touched_by.get(id, ())), []
        for d in standing[places[id] + 1 :] if id in places else ():
            if touched_by[d.id] & touched:
                touched |= touched_by[d.id]
                resting.append(d)
        found[id] = tuple(resting)
    return found


def _touched(d: Decision) -> set[str]:
    return {d.target, *(d.after if d.action in ("merge", "unmerge") and d.after else ())}
