"""The same actor in several reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.domain.document import Quote
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Actor, NameCount
from truceline.domain.mention import ActorMention, Reading, Title
from truceline.domain.registry import Registered
from truceline.reconcile.bodies import body_of, by_letters, ministry
from truceline.reconcile.called import called
from truceline.reconcile.plain_names import plain_name
from truceline.reconcile.registered import registered_groups

Ref = tuple[str, str]
"""A mention: report id and key."""

_COLLECTIVE = {"security_force", "population", "government", "state", "alliance", "armed_group", "organisation"}


@dataclass(frozen=True, slots=True)
class ActorBook:
    """The actors of all reports, and the id of each mention."""

    actors: tuple[Actor, ...]
    ids: dict[Ref, str]
    by_id: dict[str, Actor]

    def type(self, id: str) -> str | None:
        """Give the type of an actor."""
        return self.by_id[id].type if id in self.by_id else None

    def groups(self, id: str) -> tuple[str, ...]:
        """Give the actors that an actor belongs to."""
        return self.by_id[id].member_of if id in self.by_id else ()

    def id(self, report: str, key: str | None) -> str | None:
        """Give the id of an actor by its key in a report; None for none."""
        return self.ids.get((report, key)) if key is not None else None

    def all(self, report: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of several actors, each once, in order."""
        return tuple(dict.fromkeys(i for k in keys if (i := self.ids.get((report, k)))))


def same_actors(readings: Sequence[Reading], registry: Sequence[Registered] = ()) -> ActorBook:
    """Find out which mentions of all reports are one actor; those of the registry belong to whom it says."""
    mentions = [(r.document.id, a) for r in readings for a in r.actors]
    families: dict[str, list[tuple[str, ActorMention]]] = defaultdict(list)
    full_names, letters = _full_names(mentions), by_letters(mentions)
    for report, mention in mentions:
        body = body_of(mention, letters)
        family = f"letters:{body}" if body else _family(report, mention, full_names)
        families[family].append((report, mention))
    ids: dict[Ref, str] = {}
    for family in sorted(families):
        made = made_id("actor", family)
        ids |= {(report, m.key): made for report, m in families[family]}
    groups = registered_groups(registry)
    rows_of = {f"row:{row}": made_id("actor", f"row:{row}") for row in groups if f"row:{row}" in families}
    above = {
        rows_of[f"row:{row}"]: [rows_of[f"row:{g}"] for g in of if f"row:{g}" in rows_of]
        for row, of in groups.items()
        if f"row:{row}" in rows_of
    }
    actors = tuple(_actor(ids, families[family], above) for family in sorted(families))
    return ActorBook(tuple(sorted(actors, key=lambda a: a.id)), ids, {a.id: a for a in actors})


def _full_names(mentions: Sequence[tuple[str, ActorMention]]) -> dict[str, str]:
    """Last names of persons that stand for one full name only, over all reports."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, m in mentions:
        words = plain_name(m.name).split()
        if m.type == "person" and m.named and len(words) > 1:
            found[words[-1]].add(" ".join(words))
    return {last: _longest(names) for last, names in found.items() if _one_person(names)}


def _longest(names: set[str]) -> str:
    return max(sorted(names), key=lambda n: len(n.split()))


def _one_person(names: set[str]) -> bool:
    """Whether full names can be one person's: the words of each are part of the longest."""
    longest = set(_longest(names).split())
    return all(set(name.split()) <= longest for name in names)


def _family(report: str, m: ActorMention, full_names: dict[str, str]) -> str:
    """Name what a mention shares with the same actor's mentions elsewhere."""
    if not m.named and m.type == "person":
        return f"unnamed:{report}:{m.key}"
    if m.vocabulary:
        return f"row:{m.vocabulary}"
    if (office := ministry(m)) is not None:
        return office
    name = plain_name(m.name)
    if m.type == "person":
        full = full_names.get(name.split()[-1]) if name else None
        return f"person:{full if full and set(name.split()) <= set(full.split()) else name}"
    if not m.named and m.type not in _COLLECTIVE:
        return f"unnamed:{report}:{m.key}"
    if not m.named and m.type == "security_force" and m.country and m.member_of:
        return f"forces:{m.country}:{m.member_of[0]}"  # troops, forces and soldiers of one state are one actor
    return f"{m.type}:{m.country}:{name}"


def _actor(ids: dict[Ref, str], family: list[tuple[str, ActorMention]], above: dict[str, list[str]]) -> Actor:
    counts = Counter((q.exact, report) for report, m in family for q in m.quotes)
    first = family[0]
    names = tuple(NameCount(text, report, n) for (text, report), n in sorted(counts.items()))
    groups = dict.fromkeys(ids[report, k] for report, m in family for k in m.member_of if (report, k) in ids)
    me = ids[first[0], first[1].key]
    return Actor(
        id=me,
        name=called([m for _, m in family]),
        type=_commonest(m.type for _, m in family),
        country=_commonest(m.country for _, m in family if m.country),
        member_of=tuple(sorted({*groups, *above.get(me, ())} - {me})),
        roles=_titles(family),
        names=names,
    )


def _commonest(values: Iterable[str | None]) -> str:
    counts = Counter(values)
    return max(sorted(counts, key=str), key=lambda v: counts[v]) if counts else None  # type: ignore[return-value]


def _titles(family: list[tuple[str, ActorMention]]) -> tuple[Title, ...]:
    found: dict[str, list[Quote]] = defaultdict(list)
    for _, m in family:
        for title in m.titles:
            found[title.title] += title.quotes
    return tuple(Title(t, tuple(sorted(set(found[t]), key=quote_key))) for t in sorted(found))
