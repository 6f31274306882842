"""How a telling stands among those of its report and of the record: what is rare, and what there is but once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log
from typing import TYPE_CHECKING

from truceline.reconcile.content_words import akin

if TYPE_CHECKING:
    from truceline.reconcile.told_events import Told


OTHERS = 20
"""Tellings of other matters that are thought to be there, so that in a small record not every word is common."""


@dataclass(frozen=True, slots=True)
class Among:
    """What the other tellings of its report and of the record tell about the weight of what two tellings share."""

    told: int = 1
    """How many tellings its report has."""
    of_type: int = 1
    """How many tellings of its report are of its type."""
    of_word: int = 1
    """How many tellings of its report are told by its word."""
    alone_at: frozenset[str] = frozenset()
    """Places at which its report tells of nothing else."""
    rarity: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False)
    """How rare the stems and the actors of the record are: near 1 for one of a single telling, 0 for one of all."""


ALONE = Among()
"""A telling of which nothing else is known."""


def set_among(told: Sequence[Told]) -> list[Told]:
    """Give the tellings with how they stand among the others."""
    rarity = _rarity(told)
    by_report: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_report[one.account.report].append(one)
    return [replace(t, among=_among(t, by_report[t.account.report], rarity)) for t in told]


def _rarity(told: Sequence[Told]) -> dict[str, float]:
    often = Counter(one for t in told for one in t.stems | t.rest | t.parties)
    whole = len(told) + OTHERS
    return {one: log(whole / n) / log(whole) for one, n in often.items()}


def _among(t: Told, others: Sequence[Told], rarity: Mapping[str, float]) -> Among:
    at = Counter(place for other in others for place in other.whereabouts)
    return Among(
        told=len(others),
        of_type=sum(o.account.type == t.account.type for o in others),
        of_word=sum(akin(o.mention.predicate, t.mention.predicate) or (o.signs and t.signs) for o in others),
        alone_at=frozenset(place for place in t.whereabouts if at[place] == 1),
        rarity=rarity,
    )
