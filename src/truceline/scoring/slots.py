"""The slots of matched items: which of them the record has right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from truceline.scoring.words import (
    Json,
    Slots,
    allowed,
    compare_sets,
    counted,
    dated,
    days,
    id_sets,
    listed,
    same_amount,
    same_number,
    unit_key,
)

if TYPE_CHECKING:
    from truceline.scoring.matching import Match


def event_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of an event."""
    ignore = {*g.get("via", []), *g.get("others", [])}
    actors, recipients = m.actors(s.get("actors")), m.actors(s.get("recipients"))
    a, a1 = compare_sets(id_sets(g, "actor"), actors, ignore)
    r, r1 = compare_sets(id_sets(g, "recipient"), recipients, ignore)
    if g.get("symmetric"):
        joint = [x | y for x in id_sets(g, "actor") for y in id_sets(g, "recipient")]
        both, both1 = compare_sets(joint, actors | recipients, ignore)
        a, r, a1, r1 = max(a, both), max(r, both), max(a1, both1), max(r1, both1)
    want, got, date = days(g["date"]), days(s.get("date")), g["date"] or {}
    dead, told = counted(g.get("fatalities")), counted(s.get("fatalities"))
    return {
        "type": allowed(g, "plover", s.get("type")),
        "actors": a,
        "actors F1": a1,
        "recipients": r,
        "recipients F1": r1,
        "place": allowed(g, "place", m.place(s.get("place"))),
        "date overlaps": dated(want, got),
        "date exact": float(want == got) if date.get("exact") else None,
        "date fits known": dated(days(date.get("known")), got) if got != (None, None) else None,
        "status": allowed(g, "status", s.get("status")),
        "attributed to": float(m.actor(s.get("attributed_to")) in g["attributed_to"]),
        "fatalities": (same_amount(dead, told) if dead and told else 0.0) if dead or told else None,
    }


def figure_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of a figure."""
    amount, change, stated = s.get("amount") or {}, g.get("change") or {}, s.get("change_from")
    before = change.get("from") if same_number(change.get("to"), g["best"]) else None
    due, window = days(s.get("by"))[1], g.get("by_range") or ["9", "0"]
    return {
        "value": same_amount(g, amount),
        "relation": allowed(g, "qualifier", amount.get("relation")),
        "unit": float(unit_key(amount.get("unit")) in map(unit_key, [g["unit"], *g.get("unit_alt", [])])),
        "as_of overlaps": dated(days(g["as_of"]), days(s.get("as_of"))),
        "by": max(allowed(g, "by", due), window[0] <= (due or "") <= window[1]) if due or g["by"] else None,
        "attributed to": float(m.actor(s.get("attributed_to")) in g["attributed_to"]),
        "change from": float(same_number(before, (stated or {}).get("best")))
        if before is not None or (stated and not change)
        else None,
    }


def statement_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of a statement. Joint speakers: any of them who is right will do; so for addressees."""
    speakers = listed(s.get("speakers") or s.get("speaker")) or [None]
    addressees = listed(s.get("addressees") or s.get("addressee")) or [None]
    return {
        "speaker": max(allowed(g, "speaker", m.actor(one)) for one in speakers),
        "form": allowed(g, "kind", s.get("form")),
        "stance": allowed(g, "stance", s.get("stance")),
        "cue": float(any(w & s["cue_words"] for w in g["cue_words"]) or not (g["cue_words"] or s["cue_words"])),
        "addressee": max(allowed(g, "addressee", m.actor(one)) for one in addressees) if g["addressee"] else None,
        "date overlaps": dated(days(g["date"]), days(s.get("date"))),
    }


def agreement_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of an agreement."""
    return {
        "parties": compare_sets(id_sets(g, "parties"), m.actors(s.get("parties")), set())[0],
        "date": dated((g["signed"], g["signed"]), days(s.get("date"))),
        "place": allowed(g, "place", m.place(s.get("place"))),
        "status": allowed(g, "status", s.get("status")),
    }


def commitment_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of a commitment."""
    due, last = g["deadline"] or {}, days(s.get("deadline"))[1] or ""
    window = due.get("range") or ["9", "0"]
    right = last in [d or "" for d in (due.get("date"), *g.get("deadline_alt", []))] or window[0] <= last <= window[1]
    linked = m.ids.get(s["agreement"], {"?"}) if s.get("agreement") else {None}

    def who(key: str, told: str) -> float:
        return compare_sets(id_sets(g, key), m.actors(s.get(told)), set(listed(g.get(key + "_also"))))[0]

    return {
        "obligors": who("obligor", "obligors"),
        "beneficiaries": who("beneficiary", "beneficiaries"),
        "deadline": float(right) if due or last else None,
        "status": allowed(g, "status", s.get("status")),
        "agreement": float(any(allowed(g, "agreement", a) for a in linked)),
    }


def wording_slots(m: Match, g: Json, s: Json) -> Slots:
    """Slots of a piece of loaded wording."""
    targets = [g["target"], *listed(g.get("target_alt")), *listed(g.get("target_also"))]
    aimed = m.ids.get(s["target"], {"?"}) if s.get("target") else {None}
    return {
        "target": float(bool(aimed & {None if str(t).startswith("other") else t for t in targets})),
        "voice": float(m.actor(s.get("voice")) in g["whose"]),
        "class": allowed(g, "kind", s.get("class")),
    }


SLOTS: dict[str, Callable[[Match, Json, Json], Slots]] = {
    "events": event_slots, "figures": figure_slots, "statements": statement_slots, "agreements": agreement_slots,
    "commitments": commitment_slots, "wording": wording_slots,
}  # fmt: skip
CORE = {  # the slots without which an item is not told right
    "events": ("type", "actors F1"), "figures": ("value",), "statements": ("speaker",), "agreements": ("parties",),
    "commitments": ("obligors",), "wording": ("class",),
}  # fmt: skip
