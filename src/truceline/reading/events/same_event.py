"""Tellings of one event in a report brought together: headline, body, and later mentions by a noun."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.domain.amounts import Amount
from truceline.domain.mention import OWN_VOICE
from truceline.reading.events.telling import Group, Telling, symmetric
from truceline.reading.scene import Scene

WIDE = frozenset({"province", "region", "district"})
FEW = 3
"""Up to so many dead, an equal number alone says little."""
REMEMBERED = 12
"""How many sentences back a bare noun ("the attack") may point."""
LONG_OVER = 30
"""Days before the report up to which what is still to come may be what a past day is told of."""
ALIKE = {"AGREE": "agreement", "SUPPORT": "agreement"}
BLASTS = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack"})
SETTLED = frozenset({"SANCTION", "REJECT", "CONCEDE", "AGREE", "SUPPORT", "CONSULT"})
UNHARMED = frozenset({"abduct", "torture", "beat", "sexual"})
"""Modes of attacks that a count of dead told after them does not belong to."""
TOLLS = frozenset({"assault_bodies_found", "assault_kill", "assault_kill_bare", "assault_die"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
HAPPENED = frozenset({"occurred", "ongoing"})
BODIES = frozenset({"government", "armed_group", "security_force", "organisation", "alliance", "state"})
TALK = frozenset({"talk", "negotiation", "dialogue"})
ENDED = frozenset({"turn_dead_letter"})
"""Rows whose deed nobody does: talks that collapsed are told again without anybody."""
WARS = frozenset({"war", "struggle", "conflict", "insurgency", "rebellion", "resistance"})
GENERAL = frozenset({
    "assault_attack", "consult_meet", "consult_talks", "protest_demo", "assault_kill", "agree_on",
})  # fmt: skip
COUPS = frozenset({"assault_overthrow", "coerce_coup"})
YEAR = 365
LEAD = 3
"""Sentences after a headline that mostly tell what it tells."""
UNREAL = frozenset({"planned", "conditional", "hypothetical"})


def told_events(scene: Scene, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Group the tellings of one event, in the order of their first place in the report; headlines come last."""
    families: dict[str, list[Group]] = {}
    groups: list[Group] = []
    for telling in sorted(tellings, key=lambda t: (t.headline, t.sentence, t.word)):
        family = families.setdefault(_family(telling), [])
        fitting = [g for g in reversed(family) if _same(scene, g, telling)]
        if fitting:
            max(fitting, key=lambda g: _likeness(g, telling)).add(telling)
        elif telling.carried or not telling.bare:
            groups.append(Group(telling))
            family.append(groups[-1])
    return [g.tellings for g in groups]


def _same(scene: Scene, group: Group, new: Telling) -> bool:
    """Tell whether a telling takes up the event of a group of the same family."""
    first = group.first
    if not _compatible(scene, first, new):
        return False
    if _joint_end(first, new) or _toll_of(group, new):
        return True
    if _same_toll(first, new) and not new.fresh and _may_share(scene, first, new):
        return True
    if new.fresh and not new.headline and not (_same_words(first, new) and set(first.actors) & set(new.actors)):
        return False
    if (new.bare or new.points) and new.lemma in WARS and first.lemma not in WARS and not new.headline:
        return False  # "the struggle goes on" is no raid
    if new.bare or new.points:
        near = new.headline or group.tells_within(REMEMBERED, new)
        return near and (new.definite or new.headline) and not first.deed.verbal
    parted = _apart if new.headline else _strangers
    spoken = new.headline and new.deed.verbal and first.deed.verbal and _speaks_for(scene, first.actors, new.actors)
    if (parted(scene, first.actors, new.actors) and not spoken) or parted(scene, first.recipients, new.recipients):
        return False
    if first.deed.verbal or new.deed.verbal:
        return _same_words(first, new) or (new.headline and bool(first.actors) and bool(new.actors))
    return new.headline or (_taken_up(first, new) if new.noun and new.definite else _told_again(first, new))


def _compatible(scene: Scene, first: Telling, new: Telling) -> bool:
    """Tell whether nothing speaks against it: what is planned is not what happened; day and place agree."""
    pointing = new.headline or (new.noun and new.definite and not (new.place and new.status == "occurred"))
    if new.deed.verbal and (first.status == "denied") != (new.status == "denied"):
        return False
    if first.deed.type == new.deed.type == "RETREAT" and not _same_retreat(first.deed.mode, new.deed.mode):
        return False
    if new.headline and new.status in HAPPENED and first.status in ("conditional", "hypothetical"):
        return False
    if not pointing and not new.bare and (first.status in UNREAL) != (new.status in UNREAL):
        return False
    elsewhere = first.place and new.place and not _near(scene, first.place, new.place) and not new.headline
    return not elsewhere and _days_meet(scene, first, new) and not _counts_clash(first, new)


def _same_retreat(a: str | None, b: str | None) -> bool:
    """Tell whether two modes may be one retreat: who withdraws troops hands over no rifles."""
    return a == b or a is None or b is None or {a, b} == {"disarm", "ceasefire"}


def _near(scene: Scene, a: str, b: str) -> bool:
    """Tell whether two places are one, or one may lie in the other: a town and its province or country."""
    if a == b:
        return True
    here = {p.key: p for p in scene.places.mentions}
    one, other = here.get(a), here.get(b)
    if one is None or other is None:
        return False
    if one.country is None or other.country is None:  # a village that no gazetteer knows, in a province
        return (one.type in (*WIDE, "country")) != (other.type in (*WIDE, "country"))
    if one.country != other.country:
        return False
    if "country" in (one.type, other.type):
        return True
    same_part = one.admin1 is not None and one.admin1 == other.admin1
    return same_part and (one.type in WIDE) != (other.type in WIDE)


def _counts_clash(first: Telling, new: Telling) -> bool:
    """Tell whether one voice counts other dead in two tellings, so that they are two events."""
    if first.credit != new.credit:
        return False
    both = (
        (first.casualties.fatalities, new.casualties.fatalities),
        (first.casualties.injured, new.casualties.injured),
    )
    return any(a and b and not _agree(a, b) for a, b in both)


def _agree(a: Amount, b: Amount) -> bool:
    """Tell whether two amounts may be one number."""
    low = max(x for x in (a.low, b.low, 0) if x is not None)
    high = [x for x in (a.high, b.high) if x is not None]
    return not high or low <= min(high)


def _same_toll(first: Telling, new: Telling) -> bool:
    """Tell whether two tellings count the same dead: "shot dead 16 villagers", "the sixteen were shot"."""
    a, b = first.casualties.fatalities, new.casualties.fatalities
    if a is None or b is None or a.low is None or (a.low, a.high) != (b.low, b.high):
        return False
    return first.deed.type == new.deed.type == "ASSAULT" and (a.low > FEW or _near_each_other(first, new))


def _may_share(scene: Scene, first: Telling, new: Telling) -> bool:
    """Tell whether the doers do not part two tellings of one toll, nor victims told by name."""
    return not any(_apart(scene, a, b) for a, b in ((first.actors, new.actors), (first.recipients, new.recipients)))


def _strangers(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not _meet(scene, a, b)


def _apart(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two casts cannot be one: other names, or unnamed people of another sort."""
    if _meet(scene, a, b):
        return False
    known = {m.key: m for m in scene.actors.mentions}
    first, second = ([known[k] for k in keys if k in known] for keys in (a, b))
    both_named = any(m.named for m in first) and any(m.named for m in second)
    return both_named or not {m.type for m in first} & {m.type for m in second}


def _speaks_for(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether an unnamed official may speak for the body that a headline names."""
    known = {m.key: m for m in scene.actors.mentions}
    first, second = ([known[k] for k in keys if k in known] for keys in (a, b))
    unnamed = any(m.type == "person" and not m.named for m in first)
    return unnamed and bool(second) and all(m.type in BODIES for m in second)


def _near_each_other(first: Telling, new: Telling) -> bool:
    return new.headline or abs(first.sentence - new.sentence) <= REMEMBERED


def _taken_up(first: Telling, new: Telling) -> bool:
    """Tell whether a definite noun points to an event: the same word, or a general one with the same doers."""
    if new.when is not None and first.when is None and not set(new.actors) & set(first.actors):
        return False  # "the September 11 attacks" brings a day of its own
    if _row(new) in TOLLS and new.recipients and not set(new.recipients) & set(first.recipients):
        return False  # "the murder of the priest" names a victim of its own
    if new.actors and not first.actors:
        return _row(first) == _row(new) and new.lemma == first.lemma
    return _row(first) == _row(new) or (_general(new) and (not new.actors or bool(set(new.actors) & set(first.actors))))


def _told_again(first: Telling, new: Telling) -> bool:
    """Tell whether a verb tells an event once more: the same people, and the same day or words."""
    if not new.actors and new.definite and new.lemma == first.lemma and not first.noun and _row(first) == _row(new):
        return new.sentence - first.sentence <= REMEMBERED and first.status == new.status  # "the lorry was ambushed on"
    if _row(first) == _row(new) and _row(new) in ENDED and not first.actors and not new.actors:
        return first.status == new.status and bool(TALK & first.content) and bool(TALK & new.content)
    if _row(first) != _row(new) or not set(first.actors) & set(new.actors):
        return False
    near = abs(new.sentence - first.sentence) <= LEAD and new.definite and first.lemma == new.lemma
    if near and symmetric(new) and len(new.actors) > 1 and set(new.actors) == set(first.actors):
        return first.deed.type in ("SUPPORT", "AGREE")  # "the two sides signed the agreement"
    if first.recipients and new.recipients and not set(first.recipients) & set(new.recipients):
        return False
    dated = first.when is not None and new.when is not None and first.when.days == new.when.days
    if dated and first.when is not None and first.when.days.width is not None:
        return True
    return _same_words(first, new) or (first.lemma == new.lemma and (first.noun or new.noun))


def _likeness(group: Group, new: Telling) -> float:
    """Score how well a telling takes up an event: same row, word and means; main clauses before asides."""
    first = group.first
    shared = max(len(t.content & new.content) for t in group.tellings)
    rows = first.rows & new.rows if new.headline else _row(first) == _row(new)
    same = 2.0 * bool(rows) + (first.lemma == new.lemma)
    same += 1.5 * _same_toll(first, new) + 0.4 * min(shared, 3)
    same += 0.5 * len(set(first.actors) & set(new.actors)) - 0.01 * first.sentence * new.headline
    same -= 2.0 * (new.noun and new.definite and _row(first) != _row(new) and _drags_on(first))
    same += bool(new.headline and first.sentence - new.sentence <= LEAD)
    return same + (first.deed.mode in BLASTS and new.deed.mode in BLASTS) + 0.5 * (not first.noun or first.carried)


def _drags_on(told: Telling) -> bool:
    """Tell whether it lasts for years, so that "the assault" is hardly it."""
    width = told.when.days.width if told.when is not None else None
    return _row(told) == "assault_war" or (width is not None and width > YEAR)


def _joint_end(first: Telling, new: Telling) -> bool:
    """Tell whether one of two tellings, close together in the same words, leaves out who did it."""
    one_open = bool(first.actors) != bool(new.actors)
    close = new.sentence - first.sentence <= 1 and not new.headline and not new.fresh
    return one_open and close and first.deed.type in SETTLED and _row(first) == _row(new) and not new.noun


def _toll_of(group: Group, new: Telling) -> bool:
    """Tell whether a telling adds the dead to an attack told just before: "Six people were killed."."""
    first = group.first
    if (
        first.deed.mode in UNHARMED
        or _row(first) in COUPS
        or _row(new) not in TOLLS
        or new.actors
        or new.place
        or new.when
        or new.headline
    ):
        return False
    if new.credit not in (OWN_VOICE, first.credit) or not group.tells_within(2, new):
        return False
    return first.casualties.fatalities is None and new.status == first.status == "occurred"


def _family(telling: Telling) -> str:
    return ALIKE.get(telling.deed.type, telling.deed.type)


def _row(telling: Telling) -> str | None:
    return telling.deed.row.name if telling.deed.row else None


def _general(telling: Telling) -> bool:
    """Words that may take up any event of their type: "the attack", "the talks"."""
    return _row(telling) in GENERAL


def _days_meet(scene: Scene, a: Telling, b: Telling) -> bool:
    if a.when is None or b.when is None:
        return not (_long_over(scene, a, b) or _long_over(scene, b, a))
    if not (a.when.days.known or b.when.days.known):  # "last Tuesday" and "on Friday" in an undated report
        first, second = (WEEKDAYS & set((t.when.text or "").lower().split()) for t in (a, b) if t.when)
        return not first or not second or first == second
    return a.when.days.meets(b.when.days)


def _long_over(scene: Scene, coming: Telling, told: Telling) -> bool:
    """Tell whether one is still to come while the other was over weeks before the report: "the last truce", say."""
    published = scene.text.document.published.days.earliest
    if coming.status not in UNREAL or coming.when is not None or told.when is None or published is None:
        return False
    last = told.when.days.latest
    return last is not None and (published - last).days > LONG_OVER


def _meet(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two casts share somebody, or one is open."""
    if not a or not b:
        return True
    return bool(_with_owners(scene, a) & _with_owners(scene, b))


def _with_owners(scene: Scene, keys: tuple[str, ...]) -> set[str]:
    found = set(keys)
    for actor in scene.actors.mentions:
        if actor.key in keys:
            found |= set(actor.member_of)
    return found


def _same_words(a: Telling, b: Telling) -> bool:
    """Tell whether two clauses share most of their content words."""
    small = min(len(a.content), len(b.content))
    return small > 1 and len(a.content & b.content) >= 0.6 * small
