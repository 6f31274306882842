"""Pairs of actors that may be one and the same: suggestions for a person, never merged by themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from truceline.domain.items import Actor, Items
from truceline.views.catalog import Answer

JUDGEMENTS = ("positive", "negative", "unsure")
"""What a person may say of a pair; positive merges them."""
SKIPPED = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "las", "los", "el", "y", "e", "a"})
"""Words of a name that give no letter to its acronym."""
PARTICLES = frozenset({"al", "ul", "bin", "ibn", "abu", "de", "del", "la", "da", "dos", "van", "von", "y"})
"""Words of a person's name that are written small."""
MOST_ALIKE = 6
"""Actors that share one last name; where more do, it says nothing."""
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{0,8}[A-Z]\.?")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Pair(Answer):
    """Two actors and why they may be one; the first is named more often."""

    one: str
    other: str
    one_name: str
    other_name: str
    reason: str


def pair_key(one: str, other: str) -> tuple[str, str]:
    """Give the same key for a pair whichever of the two comes first."""
    return (one, other) if one < other else (other, one)


def same_actor(items: Items, apart: Iterable[tuple[str, str]] = ()) -> tuple[Pair, ...]:
    """Give pairs that share a last name or an acronym and that nobody has told apart."""
    ruled = set(apart)
    found: dict[tuple[str, str], Pair] = {}
    for reason, keys, fits in REASONS:
        groups: dict[str, list[Actor]] = defaultdict(list)
        for actor in items.actors:
            for key in sorted(keys(actor)):
                groups[key].append(actor)
        for key in sorted(groups):
            alike = groups[key]
            if not 2 <= len(alike) <= MOST_ALIKE:
                continue
            for a, b in combinations(alike, 2):
                if pair_key(a.id, b.id) not in ruled and fits(a, b):
                    shown = reason.format(key if key.isupper() else key.title())
                    found.setdefault(pair_key(a.id, b.id), _pair(a, b, shown))
    return tuple(sorted(found.values(), key=lambda p: (p.reason, p.one_name, p.other_name, p.one, p.other)))


def _pair(a: Actor, b: Actor, reason: str) -> Pair:
    if (_named(b), a.id) > (_named(a), b.id):
        a, b = b, a
    return Pair(a.id, b.id, a.name, b.name, reason)


def _named(actor: Actor) -> int:
    return sum(n.count for n in actor.names)


def _forms(actor: Actor) -> set[str]:
    return {actor.name, *(n.text for n in actor.names)}


def _words(actor: Actor) -> list[str]:
    """The words of a person's name; "a senior official" is no name."""
    words = _WORD.findall(re.sub(r"['’]s\b", "", actor.name))
    named = all(w[0].isupper() or w in PARTICLES for w in words)
    return words if actor.type == "person" and named else []


def _last_names(actor: Actor) -> set[str]:
    return {w.casefold() for w in _words(actor)[-1:] if len(w) > 2}


def _first_names(actor: Actor) -> set[str]:
    return {w.casefold() for w in _words(actor)[:1] if len(w) > 2}


def _one_begins_the_other(a: Actor, b: Actor) -> bool:
    short, long = sorted((_words(a), _words(b)), key=len)
    return len(short) < len(long) and long[: len(short)] == short


def _first_names_fit(a: Actor, b: Actor) -> bool:
    """A first name fits the same, its initial, or none at all."""
    one, other = (_WORD.findall(x.name)[:-1] for x in (a, b))
    if not one or not other:
        return bool(one or other)  # a word that stands alone in both is a title as often as a name
    first, second = one[0].casefold(), other[0].casefold()
    return first == second or (first[0] == second[0] and 1 in (len(first), len(second)))


def _acronyms(actor: Actor) -> set[str]:
    """The acronyms that a group is called by, and those that its names would have."""
    if actor.type == "person":
        return set()
    found = set()
    for form in _forms(actor):
        words = [w for w in _WORD.findall(form) if w.casefold() not in SKIPPED]
        if _ACRONYM.fullmatch(form):
            found.add(re.sub(r"[.&-]", "", form))
        elif len(words) >= 2 and all(w[0].isupper() for w in words):
            found.add("".join(w[0] for w in words))
    return found


def _any(a: Actor, b: Actor) -> bool:
    """One of them is called by the acronym itself: two names with the same letters are not yet alike."""
    shared = _acronyms(a) & _acronyms(b)
    called = {re.sub(r"[.&-]", "", f) for x in (a, b) for f in _forms(x) if _ACRONYM.fullmatch(f)}
    return bool(shared & called)


REASONS: tuple[tuple[str, Callable[[Actor], set[str]], Callable[[Actor, Actor], bool]], ...] = (
    ("share the last name {}", _last_names, _first_names_fit),
    ("share the first name {}", _first_names, _one_begins_the_other),
    ("share the acronym {}", _acronyms, _any),
)
"""Add a reason: what it says, the keys of an actor, and whether two with one key fit."""
