"""Whether two tellings of events have the same doers and the same people whom it is done to."""

from __future__ import annotations

from functools import lru_cache

from truceline.reconcile.content_words import overlap, stem
from truceline.reconcile.event_days import WEEKS, news_meet, same_day
from truceline.reconcile.event_places import at_one_place
from truceline.reconcile.sides import may_be_one, one_state, opposed
from truceline.reconcile.told_events import Told, as_many_dead, driven_out, two_views
from truceline.vocabulary import rows

JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several do together: one report names one of them, another the other."""
ANYBODY = frozenset(stem(word) for word in "people men women civilians others persons victims members".split())
"""Nouns that tell nobody from others."""
ANYBODY_BY_NAME = frozenset("""
army front movement party government council forces force national people's liberation islamic democratic united union
republic state states ministry president minister general colonel commander mr dr al the of and north south east west
northern southern eastern western central security defence defense police guard police military free new group wing
""".split())  # fmt: skip
"""Words of names that many groups share."""
SAME_WORDS = 2
DONE_TO = frozenset({"ASSAULT", "COERCE", "CRIME"})
"""What is done to somebody against his will."""


def same_actors(a: Told, b: Told) -> int | None:
    """The same actors do it, to the same recipients."""
    shared = len(a.parties & b.parties)
    if two_views(a, b) and a.account.type != b.account.type:
        return _of_two_views(a, b)
    if one_victim(a, b) and not (a.doers and b.doers):
        return 4
    if not a.doers or not b.doers:
        if not a.parties or not b.parties or shared:
            return 1 if shared else 0
        return _whom(a, b, -2) if a.targets and b.targets else 0 if may_be_one((*a.by, *a.to), (*b.by, *b.to)) else -2
    whom = 0 if not a.targets or not b.targets else 1 if a.targets & b.targets else min(0, _whom(a, b, -1))
    if one_victim(a, b):
        return 1 if opposed(a.by, b.by) else 4
    if (
        a.account.type == b.account.type == "CONSULT"
        and min(len(a.by), len(b.by)) > 1
        and shared == 1
        and not same_day(a, b)
    ):
        return -2  # talks of one side with two others are two talks
    if a.doers & b.doers:
        return whom + (3 if overlap(a.doers, b.doers) >= 0.5 else 2)
    if a.doers & b.targets and a.targets & b.doers:
        return None  # each does it to the other: two deeds
    if (a.signs and b.signs) or a.account.type == b.account.type in JOINT:
        near = max(a.width, b.width) <= WEEKS or a.agreements & b.agreements or (news_meet(a, b) or 0) > 0
        return 1 if shared else 0 if near else -3
    if a.doers & b.targets and b.doers & a.targets:
        return 2
    if one_state(a.by, b.by):
        return whom + 2
    same = may_be_one(a.by, b.by)
    if same is not True and _one_by_name(a, b):
        return whom + 2
    if opposed(a.by, b.by) and not (a.account.type == "ASSAULT" and _one_blow(a, b)):
        return None  # what one side does and what the other does are two deeds
    if same is not False:
        return whom + (same is True)
    return (-2 if _person_and_group(a, b) else -4) + bool(a.targets & b.targets)


def _person_and_group(a: Told, b: Told) -> bool:
    """Whether one report names a person and the other a group, of which he may be the head."""
    people, others = ({x.type == "person" for x in told.by} for told in (a, b))
    return {frozenset(people), frozenset(others)} == {frozenset({True}), frozenset({False})}


def _one_by_name(a: Told, b: Told) -> bool:
    """Whether doers share a word of their names that is no country's: "the Orlin mercenaries", "Orlin"."""
    mine, theirs = ({w.casefold() for x in told.by for w in x.name.split() if w[:1].isupper()} for told in (a, b))
    return bool((mine & theirs) - ANYBODY_BY_NAME - countries_by_name())


@lru_cache(maxsize=1)
def countries_by_name() -> frozenset[str]:
    """Give the words that name countries and their people: they tell no two sides of a war apart."""
    found = (
        word
        for row in rows("actors").values()
        if row.get("row") == "state"
        for key in ("names", "adjectives", "people", "capitals")
        for name in row.get(key, ())
        for word in name.split()
    )
    return frozenset(word.casefold() for word in found)


def one_victim(a: Told, b: Told) -> bool:
    """Tell whether both tell of a deed done to one person whom they name: few are killed or seized twice."""
    if a.account.type != b.account.type or a.account.type not in DONE_TO:
        return False
    return bool(a.victims & b.victims or a.victims & b.stems or b.victims & a.stems)


def _of_two_views(a: Told, b: Told) -> int:
    """Whether those driven out are those who left; of a place given and taken both sides may be named."""
    if a.parties & b.parties:
        return 2
    for one, other in ((a, b), (b, a)):
        if driven_out(one, other):
            same = may_be_one(one.to, other.by)
            return 2 if one_state(one.to, other.by) else -2 if same is False else int(same is True)
    return 0


def _one_blow(a: Told, b: Told) -> bool:
    """Whether each side may put one blow down to the other: of one day, or told in the same words, at one place."""
    if same_day(a, b):
        return at_one_place(a, b) or as_many_dead(a, b)
    denied = "denied" in (a.account.status, b.account.status)  # who denies a blow does not tell who struck it
    alike = len(a.rest & b.rest) >= SAME_WORDS and not denied
    return at_one_place(a, b) and alike and a.account.date.days.meets(b.account.date.days)


def _one_sort(a: Told, b: Told) -> bool:
    """Whether both describe those whom it is done to by one noun: "migrants", "53 migrants of the camp"."""
    heads = ({x.name.split(" of ")[0].split()[-1] for x in told.to} for told in (a, b))
    mine, theirs = ({stem(head) for head in some if head.islower()} - ANYBODY for some in heads)
    return bool(mine & theirs)


def _whom(a: Told, b: Told, otherwise: int) -> int:
    """Whether those whom it is done to may be the same."""
    if one_state(a.to, b.to) or _one_sort(a, b):
        return 1
    same = may_be_one(a.to, b.to)
    return otherwise if same is False else int(same is True)
