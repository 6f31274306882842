"""Commitments held against what later reports tell: deeds done and begun, triggers met, breaches claimed and denied.

Precision first: a deed goes to the one commitment that it fits best, and to none where it fits too loosely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truceline.domain.amounts import Amount
from truceline.domain.counts import Count
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.items import Agreement, Commitment, History
from truceline.domain.mention import Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.breaches import breach_history
from truceline.reconcile.commitments import by_day, families
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.told_done import Done, alike, idioms, told_done

LEAST = 3
"""Points that a deed needs to belong to a commitment."""
WHOLE = re.compile(r"\b(?:all|complete|completely|full|fully|entire|whole|last|every)\b", re.IGNORECASE)
REMAINDER = re.compile(r"\b(?:remaining|rest|remainder)\b", re.IGNORECASE)
NAMING = 4
"""Words at the head of an action that say what sort of deed it is."""
MIXED = frozenset(("reform",))
"""Rows that hold many sorts of deeds: the verb itself has to be the same."""
PARTED = frozenset(("withdraw", "release", "disarm"))
"""Sorts of deeds that are done bit by bit: done in full only where all of it is told done."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A commitment, made ready to be held against deeds."""

    commitment: Commitment
    since: date
    """The day of its agreement, or that from which on the promise was told."""
    families: frozenset[str]
    verbs: frozenset[str]
    objects: frozenset[str]
    bound: frozenset[str]
    bound_words: frozenset[str]
    begins: bool
    whole: bool
    remainder: bool


def fulfilled(
    commitments: Sequence[Commitment], readings: Sequence[Reading], agreements: Sequence[Agreement], books: Books
) -> tuple[Commitment, ...]:
    """Add to every commitment what the deeds told in other reports say of it."""
    signed = {a.id: a.date.days.earliest for a in agreements if a.date}
    deeds = [d for r in readings for d in told_done(r, books)]
    owed: dict[str, list[Owed]] = defaultdict(list)
    for c in commitments:
        if (since := signed.get(c.agreement or "") or _told_from(c, books)) and _can_be_done(c):
            ready = _owed(c, since, books)
            for family in sorted(ready.families):
                owed[family].append(ready)
    added: dict[str, list[History]] = {c.id: [] for c in commitments}
    for deed in deeds:
        one = _best(deed, {o.commitment.id: o for family in sorted(deed.families) for o in owed.get(family, ())})
        if one is not None:
            added[one.commitment.id].append(_entry(deed, _implementation(deed, one)))
    for id, entries in breach_history(commitments, readings, books):
        added[id].extend(entries)
    return tuple(
        _triggered(replace(c, history=_joined(_dated(c, deeds), added[c.id])), commitments, deeds, signed)
        for c in commitments
    )


def _dated(c: Commitment, deeds: Sequence[Done]) -> Commitment:
    """Date what is told as done without a day by the same deed, which its report may date in a later sentence."""
    days = {
        (d.report, q.start): d.when for d in deeds if d.when and d.when.text and d.told.stage == "done"
        for q in d.told.quotes
    }  # fmt: skip
    history = (
        replace(h, as_of=days.get((h.report, h.quotes[0].start), h.as_of))
        if h.implementation == "met" and not (h.as_of and h.as_of.text)
        else h
        for h in c.history
    )
    return replace(c, history=tuple(sorted(history, key=by_day)))


def _told_from(c: Commitment, books: Books) -> date | None:
    """Give the day on which the first report that tells a promise was out at the latest."""
    days = [d.latest for a in c.accounts if (d := books.published.get(a.report, UNKNOWN_DAYS)).known and d.latest]
    return min(days, default=None)


def _joined(commitment: Commitment, added: Iterable[History]) -> tuple[History, ...]:
    return tuple(sorted(dict.fromkeys((*commitment.history, *added)), key=by_day))


def _owed(c: Commitment, since: date, books: Books) -> Owed:
    own = stems_of(c.action)
    naming = stems_of(" ".join(c.action.split()[:NAMING]))
    names = frozenset(s for o in c.obligors if o in books.actors.by_id for s in stems_of(books.actors.by_id[o].name))
    sorts = families(naming) | idioms(c.action)
    subject = re.split(r"\b(?:will|shall|must)\b", c.accounts[0].quotes[0].exact)[0] if c.accounts else ""
    verbs = frozenset(s for s in naming if families(frozenset((s,))))
    objects = alike((own | stems_of(subject if len(subject) < len(c.action) else "")) - verbs)
    return Owed(
        c, since, sorts, alike(naming), frozenset(s for s in objects - names if not s[0].isdigit()),
        frozenset((*c.obligors, *(g for o in c.obligors for g in books.actors.groups(o)))), names,
        "begin" in alike(naming), bool(WHOLE.search(c.action)), bool(REMAINDER.search(c.action)),
    )  # fmt: skip


def _can_be_done(c: Commitment) -> bool:
    """Tell whether a deed could fulfil a commitment: wishes and what has to be left undone are never done with."""
    endless = c.deadline is not None and c.deadline.rule == "continuing"
    return c.class_ not in ("prohibition", "aspiration") and not endless


def _best(deed: Done, owed: Mapping[str, Owed]) -> Owed | None:
    """Give the commitment that a deed fits best; none where two fit alike."""
    fitting = ((_points(deed, o), o.commitment.id, o) for o in owed.values())
    points = sorted((f for f in fitting if f[0] >= LEAST), key=lambda f: (-f[0], f[1]))
    if not points or (len(points) > 1 and points[0][0] == points[1][0]):
        return None
    return points[0][2]


def _points(deed: Done, owed: Owed) -> int:
    """Weigh what speaks for a deed being the one owed; 0 where something speaks against it."""
    sorts = deed.families & owed.families
    if not sorts or (sorts <= MIXED and not deed.verbs & owed.verbs) or not _may_be(deed, owed):
        return 0
    told = deed.words | deed.agent_words if owed.bound else deed.words
    shared = len(owed.objects & told)
    named = bool(deed.agents & owed.bound or owed.bound_words & (deed.agent_words or deed.words))
    begun = owed.begins and deed.told.stage == "begun"
    amount = _same_amount(deed.told.amount, owed.commitment.amount)
    whole = owed.whole and bool(WHOLE.search(deed.text))
    if not (shared or amount or whole or (begun and named)):
        return 0
    if owed.commitment.agreement is None and not (named and shared + amount > 1):
        return 0  # without an agreement that both tell of, the deed must be very much the same
    linked = owed.commitment.agreement in deed.agreements
    return 1 + min(shared, 3) + named + begun + 2 * amount + whole + linked


def _may_be(deed: Done, owed: Owed) -> bool:
    """Tell whether nothing excludes that a deed is the one owed: the time, who does it, what is left, the report."""
    c = owed.commitment
    days = deed.when.days if deed.when else UNKNOWN_DAYS
    day = days.latest or days.earliest
    if day is None or day < owed.since:
        return False
    if any(a.report == deed.report for a in c.accounts) or owed.remainder > bool(REMAINDER.search(deed.text)):
        return False
    acts = bool(deed.agents or deed.agent_words)
    if c.obligors:
        return not acts or bool(deed.agents & owed.bound or deed.agent_words & owed.bound_words)
    # who frees prisoners does not free its own
    return not (acts and "release" in deed.families and deed.agent_words & stems_of(c.action))


def _same_amount(done: Amount | None, owed: Amount | None) -> bool:
    return done is not None and owed is not None and _most(done) == _most(owed)


def _most(amount: Amount) -> float | None:
    return next((float(x) for x in (amount.high, amount.best, amount.low) if x is not None), None)


def _implementation(deed: Done, owed: Owed) -> str:
    """Say whether a deed fulfils what is owed, or only a part of it."""
    promised, done = owed.commitment.amount, deed.told.amount
    if promised is not None:
        enough = _most(promised)
        got = None if done is None else next((float(x) for x in (done.low, done.best) if x is not None), None)
        reached = got is not None and enough is not None and (got == enough or (got > enough and _grows(owed)))
        return "met" if reached and deed.told.stage != "begun" else "in_progress"
    if owed.begins and deed.told.stage != "begun":
        return "in_progress"
    if deed.told.stage == "begun":
        return "met" if owed.begins or "talk" in owed.families or not deed.families & PARTED else "in_progress"
    if owed.whole and deed.families & PARTED:
        return "met" if WHOLE.search(deed.text) else "in_progress"
    return "met"


def _grows(owed: Owed) -> bool:
    """Tell whether more than promised fulfils it too: people freed or sent, not a level to go down to."""
    return not re.search(
        rf"\bto {re.escape(owed.commitment.amount.text if owed.commitment.amount else '')}", owed.commitment.action
    )


def _entry(deed: Done, implementation: str) -> History:
    return History(deed.when, implementation, deed.attributed_to, deed.report, in_order(deed.told.quotes))


def _triggered(
    c: Commitment, others: Sequence[Commitment], deeds: Sequence[Done], signed: dict[str, date | None]
) -> Commitment:
    """Note that the event came that a commitment waits for, and count its deadline from there."""
    since = signed.get(c.agreement or "")
    if c.deadline is None or c.deadline.rule != "on_event" or not c.deadline.from_ or since is None:
        return c
    wanted = _trigger_words(c, others)
    met = [d for d in deeds if _is_trigger(d, wanted, since)]
    first = min(met, key=lambda d: (_day(d), d.report, d.told.key), default=None)
    if first is None or first.when is None:
        return c
    due = c.deadline
    if due.count and not due.days.known:
        due = replace(due, days=Count(due.count[0], due.count[0], due.count[1]).after(_one_day(first.when.days)))
    return replace(c, deadline=due, history=_joined(c, [_entry(first, "pending")]))


def _trigger_words(c: Commitment, others: Sequence[Commitment]) -> frozenset[str]:
    """Give what the trigger is about; "that removal" also means what the clause before tells of it."""
    words = c.deadline.from_ or "" if c.deadline else ""
    wanted = alike(stems_of(words))
    if len(wanted) == 1:
        own = c.accounts[0].quotes[0]
        told = ((a.quotes[0], o) for o in others for a in o.accounts if a.quotes[0].report == own.report)
        before = [(q.start, o.id, o) for q, o in told if q.start < own.start and wanted & alike(stems_of(o.action))]
        wanted |= frozenset(s for _, _, o in sorted(before, key=lambda b: b[:2])[-1:] for s in stems_of(o.action))
    return wanted


def _is_trigger(deed: Done, wanted: frozenset[str], since: date) -> bool:
    told = deed.words | deed.agent_words | alike(stems_of(deed.told.deed[0]))
    shared = wanted & told
    return len(shared) >= 2 and len(shared) >= 0.5 * len(wanted) and since <= _day(deed) < date.max


def _day(deed: Done) -> date:
    days = deed.when.days if deed.when else UNKNOWN_DAYS
    return days.earliest or days.latest or date.max


def _one_day(days: Days) -> Days:
    return days if days.earliest and days.latest else Days.on(days.earliest or days.latest or date.max)
