"""What speaks for and against two reports telling one commitment: who, what, how many, by when, under what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.domain.items import Actor, CommitmentAccount, History
from truceline.domain.mention import CommitmentMention
from truceline.reconcile.content_words import numbers, overlap, stems_of
from truceline.reconcile.figures import same_value
from truceline.reconcile.grouping import Comparison
from truceline.reconcile.sides import may_be_one, one_state
from truceline.reconcile.stakes import acts

STAGE = re.compile(
    r"\b(first|second|third|last|rest|remainder|remaining|half)\b"
    r"(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|year|month|week"
    r"|autumn|spring|summer|winter|days?))",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"\b(?:reduc|cut|shrink|bring|lower|slash|scal|downsiz|trim|drop)\w*\b.*\bto (?:[a-z]+ ){0,2}\d", re.IGNORECASE
)
WHOLE = re.compile(r"\b(?:all|every|complete|completely|full|entire|total)\b", re.IGNORECASE)
BEGINS, ENDS = frozenset(("begin", "start")), frozenset(("finish", "complete", "end", "conclude"))
SAME_STAGE = {"remainder": "rest", "remaining": "rest", "last": "rest"}
TELLING = frozenset((
    "weapons", "heavy_weapons", "fighters", "foreign_fighters", "one_army", "vote",
    "mines", "land", "crops", "harbour", "return_home",
))  # fmt: skip
"""Matters of which a side has mostly promised one thing: its weapons, its place in the army, elections."""
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
NEAR, FAR = 7, 45
"""Days between two deadlines of one commitment told loosely, and of two commitments."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One report's telling of a commitment, with ids that hold across reports."""

    account: CommitmentAccount
    mention: CommitmentMention
    deed: frozenset[str]
    """What is to be done, as stems; numbers left out."""
    families: frozenset[str]
    """Sorts of deeds, as rows of vocabulary/commitments.toml."""
    lead: frozenset[str]
    """The sorts of the first deed that is named: of "a truce on the agenda of the talks" those of the truce."""
    words: frozenset[str]
    meant: frozenset[str]
    """The deed with words that mean the same made one."""
    stakes: frozenset[str]
    """What it is about, as rows of vocabulary/stakes.toml."""
    places: frozenset[str]
    """Names in the deed that are not those of who is bound or served."""
    bound: frozenset[str]
    """The obligors, with the groups that they belong to."""
    by: tuple[Actor, ...]
    """The obligors."""
    person: bool
    """A person is bound, who may have spoken for somebody."""
    history: tuple[History, ...]
    key: str


def _elsewhere(a: Promised, b: Promised) -> int | None:
    """Two commitments of one report are two commitments."""
    return None if a.account.report == b.account.report else 0


def _same_obligors(a: Promised, b: Promised) -> int | None:
    """The same actors are bound, or those that they speak for; where nobody is named it may be anybody."""
    if not a.bound or not b.bound:
        return 0
    if a.bound & b.bound:
        return 2
    if one_state(a.by, b.by) or _of_one_country(a, b):
        return 1
    if (described := may_be_one(a.by, b.by)) is not False:
        return 1 if described else 0
    return -1 if a.person != b.person else -3


def _of_one_country(a: Promised, b: Promised) -> bool:
    """Tell whether one report speaks of a state and the other of its people: Russia and "the Russians"."""
    people, states = ("population", "other"), ("state", "government", "security_force")
    for some, others in ((a.by, b.by), (b.by, a.by)):
        meant = {x.country for x in some if x.country and x.type in people and x.name[:1].isupper()}
        if meant & {x.country for x in others if x.type in states}:
            return True
    return False


def _same_deed(a: Promised, b: Promised) -> int | None:
    """They are bound to the same deed, not one to a deed and one to another that hangs on it."""
    shared = max(overlap(a.deed, b.deed), overlap(a.meant, b.meant))
    if shared < 0.75 and a.lead and b.lead and not a.lead & b.lead:
        return 0 if a.stakes == b.stakes or not a.stakes & b.stakes else -2
    if shared >= 0.25:
        return 3 if shared >= 0.6 else 2 if shared >= 0.4 else 1
    return 0 if a.families & b.families or a.stakes & b.stakes else -2


def _same_stake(a: Promised, b: Promised) -> int | None:
    """They are about the same thing: prisoners, weapons, a road, elections."""
    if not a.stakes or not b.stakes:
        return 0
    if not a.stakes & b.stakes:
        return -3
    return 2 if a.stakes == b.stakes and a.stakes & TELLING else 1


def _same_sort_of_act(a: Promised, b: Promised) -> int | None:
    """Both name a deed first, not one a deed and one what is done about it: to weigh the pace of a withdrawal."""
    opens = [bool(stems_of(" ".join(p.mention.action.split()[:4])) & acts()) for p in (a, b)]
    return 0 if opens[0] == opens[1] else -3


def _same_numbers(a: Promised, b: Promised) -> int | None:
    """They are told with the same numbers."""
    if _is_result(a) != _is_result(b):
        return 0
    return min(4, 2 * len(numbers(a.words) & numbers(b.words)))


def _same_amount(a: Promised, b: Promised) -> int | None:
    """They are bound to the same amount, not one to how many remain and one to how many go."""
    one, other = a.mention.amount, b.mention.amount
    if one is None or other is None:
        return 0
    if _is_result(a) != _is_result(b):
        return -1
    if not same_value(one, other):
        return -3 if one.unit == other.unit or None in (one.unit, other.unit) else -1
    return 2 if one.unit == other.unit else 0


def _is_result(p: Promised) -> bool:
    """Tell whether a deed names what is left after it: "reduce its force from 900 to 400"."""
    return RESULT.search(p.mention.action) is not None


def _act(p: Promised) -> str:
    return next(iter(p.mention.action.lower().split()), "")


def _same_deadline(a: Promised, b: Promised) -> int | None:
    """They fall due on the same day, not months apart."""
    one, other = a.account.deadline, b.account.deadline
    if one is None or other is None:
        return 0
    if one.days.latest is None or other.days.latest is None:
        spans = [DAYS[d.count[1]] * d.count[0] for d in (one, other) if d.count and d.count[1] in DAYS]
        same = one.text == other.text or (len(spans) == 2 and spans[0] == spans[1])
        return 1 if same else -2 if len(spans) == 2 and max(spans) > 1.5 * min(spans) else 0
    apart = abs((one.days.latest - other.days.latest).days)
    return 2 if apart <= 1 else 1 if apart <= NEAR else 0 if apart <= FAR else -3


def _same_agreement(a: Promised, b: Promised) -> int | None:
    """They are terms of the same agreement."""
    if a.account.agreement is None or b.account.agreement is None:
        return 0
    return 1 if a.account.agreement == b.account.agreement else -2


def _same_places(a: Promised, b: Promised) -> int | None:
    """They name the same place or thing, not one this town and one another."""
    if not a.places or not b.places:
        return 0
    return 1 if a.places & b.places else -4


def _same_class(a: Promised, b: Promised) -> int | None:
    """Both bind to do something, or both to leave something."""
    return 0 if (a.mention.class_ == "prohibition") == (b.mention.class_ == "prohibition") else -1


def _same_share(a: Promised, b: Promised) -> int | None:
    """Both are about the same stage: not one about the first fifth and one about the rest or the whole."""
    one, other = _stage(a), _stage(b)
    if one == other:
        return 0
    return -4 if one and other else -3 if "rest" in (one, other) else -2


def _same_part(a: Promised, b: Promised) -> int | None:
    """Both are about all of it, or both about a part; and neither is only to begin what the other is to end."""
    whole = {bool(WHOLE.search(p.mention.action)) for p in (a, b)}
    left = {_is_result(p) for p in (a, b)}
    begins = {"begin" if _act(p) in BEGINS else "end" if _act(p) in ENDS else "" for p in (a, b)}
    counted = a.stakes & b.stakes & {"troops"} and any(
        p.mention.amount is not None and not WHOLE.search(p.mention.action) for p in (a, b)
    )
    talks = a.stakes & b.stakes & {"talks", "vote", "fire"}
    apart = len(whole) == 2 and (len(left) == 2 or counted)
    parted = -4 if begins == {"begin", "end"} else -2 if "begin" in begins and len(begins) == 2 and not talks else 0
    return (-4 if apart else 0) + parted


def _stage(p: Promised) -> str:
    found = STAGE.search(p.mention.action)
    return SAME_STAGE.get(found[1].lower(), found[1].lower()) if found else ""


REASONS = (
    _elsewhere, _same_obligors, _same_deed, _same_stake, _same_sort_of_act, _same_numbers, _same_amount,
    _same_deadline, _same_agreement, _same_places, _same_class, _same_share, _same_part,
)  # fmt: skip
COMPARISONS = tuple(Comparison(reason) for reason in REASONS)
THRESHOLD = 4
