"""The same event told by several reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Actor, Event, EventAccount, Place
from truceline.domain.mention import EventMention, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import akin, numbers, overlap, stem, stems, stems_of
from truceline.reconcile.grouping import Comparison, groups
from truceline.reconcile.merging import commonest, first_known, merged_amount, merged_when, union
from truceline.reconcile.summaries import event_summary

NO_DATE = When(None, UNKNOWN_DAYS, "unknown")


@dataclass(frozen=True, slots=True)
class Told:
    """One report's telling of an event, with ids that hold across reports."""

    account: EventAccount
    mention: EventMention
    stems: frozenset[str]
    rest: frozenset[str]
    """What is told besides the deed, its parties and its place."""
    doers: frozenset[str]
    targets: frozenset[str]
    """Who takes part, with the groups that they belong to."""
    key: str
    spot: Place | None
    width: int
    """Days allowed by the date; a large number where a side is open."""


def same_events(readings: Sequence[Reading], books: Books) -> tuple[tuple[Event, ...], dict[tuple[str, str], str]]:
    """Group the tellings of all reports into events; also give the id of each mention."""
    kin = {a.id: a.member_of for a in books.actors.actors}
    named: tuple[Actor | Place, ...] = (*books.actors.actors, *books.places.places)
    spellings = {one.id: _spellings(one) for one in named}
    told = [_told(r.document.id, m, books, kin, spellings) for r in readings for m in r.events]
    told.sort(key=lambda t: t.key)
    found: list[Event] = []
    ids: dict[tuple[str, str], str] = {}
    for group in groups(told, _blocks, COMPARISONS, THRESHOLD):
        event = _event(group, books)
        found.append(event)
        ids |= {(t.account.report, t.mention.key): event.id for t in group}
    return tuple(sorted(found, key=lambda e: e.id)), ids


def _spellings(one: Actor | Place) -> frozenset[str]:
    return frozenset(s for n in one.names for s in stems_of(n.text))


def _told(
    report: str, m: EventMention, books: Books, kin: dict[str, tuple[str, ...]], spellings: dict[str, frozenset[str]]
) -> Told:
    attributed, relayed = books.credit(report, m.credit)
    actors, recipients = books.actors.all(report, m.actors), books.actors.all(report, m.recipients)
    account = EventAccount(
        report, attributed, relayed, m.type, m.mode, actors, tuple(r for r in recipients if r not in actors),
        books.places.id(report, m.place), m.when, m.status, m.fatalities, m.injured, in_order(m.quotes),
    )  # fmt: skip
    names = frozenset(s for i in (*actors, *recipients, account.place or "") for s in spellings.get(i, ()))
    doers, targets = (
        frozenset(ids) | {group for one in ids for group in kin.get(one, ())} for ids in (actors, account.recipients)
    )
    width = m.when.days.width
    spot = books.places.place(account.place)
    said = stems(m.quotes)
    rest = said - names - {s for s in said if akin(s, stem(m.predicate))}
    return Told(account, m, said, rest, doers, targets, quote_key(m.head) + m.key, spot, width or 100_000)


def _blocks(told: Told) -> Iterable[str]:
    for actor in told.doers | told.targets:
        yield f"{told.account.type}:{actor}"
    if told.account.place:
        yield f"{told.account.type}:{told.account.place}"
    yield f"word:{told.mention.predicate}"


def _elsewhere(a: Told, b: Told) -> int | None:
    """Two tellings of one report are two events; its reader has already put together what belongs together."""
    return None if a.account.report == b.account.report else 0


_TO_COME = frozenset({"planned", "conditional", "hypothetical"})
ONCE = frozenset({
    "invade", "invasion", "sign", "signing", "signature", "coup", "overthrow", "topple", "oust", "election", "elect",
    "vote", "referendum", "plebiscite", "assassinate", "assassination", "ratify", "ratification", "inaugurate",
    "inauguration", "independence", "annex", "annexation", "capture", "fall", "found", "surrender", "ceasefire",
})  # fmt: skip
"""Deeds of which the same parties seldom do two: their tellings need no date to be one."""


LOCAL = frozenset({"city", "district", "province"})
NEAR_TYPES = (
    frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"}),
    frozenset({"AGREE", "CONCEDE", "RETREAT", "AID"}),
    frozenset({"REJECT", "ACCUSE", "THREATEN", "DEMAND", "REQUEST"}),
    frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE"}),
)
"""Types that two coders may well give to one event."""


def _same_type(a: Told, b: Told) -> int | None:
    """They are events of one type, or told by forms of one word."""
    same_word = akin(a.mention.predicate, b.mention.predicate)
    if a.account.type == b.account.type:
        return 2 + same_word
    if same_word:
        return 1
    return -1 if any({a.account.type, b.account.type} <= family for family in NEAR_TYPES) else None


def _days_meet(a: Told, b: Told) -> int | None:
    """They may lie on the same day; the narrower the dates, the more that says."""
    widest = max(a.width, b.width)
    if not a.account.date.days.meets(b.account.date.days):
        return None if widest <= 45 else -3
    if widest <= 45:
        return 4 if widest <= 3 else 3 if widest <= 10 else 2
    if {a.mention.predicate, b.mention.predicate} & ONCE and akin(a.mention.predicate, b.mention.predicate):
        return 2
    return 0 if widest <= 400 or {a.account.status, b.account.status} <= _TO_COME else -1


def _same_actors(a: Told, b: Told) -> int | None:
    """The same actors do it, to the same recipients."""
    if not a.doers or not b.doers:
        everyone = (a.doers | a.targets, b.doers | b.targets)
        return 0 if not all(everyone) else 1 if everyone[0] & everyone[1] else -2
    if not a.doers & b.doers and a.doers & b.targets and a.targets & b.doers:
        return None  # each does it to the other: two deeds
    if not a.doers & b.doers:
        return -4 if not a.doers & b.targets or not b.doers & a.targets else 2
    whom = 0 if not a.targets or not b.targets else 1 if a.targets & b.targets else -1
    return whom + (3 if overlap(a.doers, b.doers) >= 0.5 else 2)


def _same_place(a: Told, b: Told) -> int | None:
    """They happen at the same place."""
    if a.spot is None or b.spot is None:
        return 0
    if a.spot.id == b.spot.id:
        return 2
    if a.spot.type == b.spot.type in LOCAL or (a.spot.country and b.spot.country and a.spot.country != b.spot.country):
        return None  # two towns are two places; a site may lie in the town
    return -1


def _same_words(a: Told, b: Told) -> int | None:
    """They tell the same besides the deed, its parties and its place."""
    if not a.rest or not b.rest:
        return 0
    shared = overlap(a.rest, b.rest)
    if shared == 0:
        return -3 if min(len(a.rest), len(b.rest)) > 1 else -1
    return 4 if shared >= 0.6 else 3 if shared >= 0.4 else 2 if shared >= 0.25 else 0


def _same_numbers(a: Told, b: Told) -> int | None:
    """They tell the same numbers."""
    mine, theirs = numbers(a.stems), numbers(b.stems)
    if not mine or not theirs:
        return 0
    return min(4, 2 * len(mine & theirs))


def _same_standing(a: Told, b: Told) -> int | None:
    """What has happened and what is only planned or denied are not one event."""
    done = {"occurred", "ongoing", "alleged"}
    return 0 if (a.account.status in done) == (b.account.status in done) else -2


COMPARISONS = tuple(
    Comparison(c)
    for c in (_elsewhere, _same_type, _days_meet, _same_actors, _same_place, _same_words, _same_numbers, _same_standing)
)
THRESHOLD = 7


def _event(group: Sequence[Told], books: Books) -> Event:
    accounts = tuple(sorted((t.account for t in group), key=lambda a: (a.report, a.quotes[0].start)))
    reports = [a.report for a in accounts]
    event = Event(
        id=made_id("event", min(t.key for t in group)),
        type=commonest(a.type for a in accounts),
        mode=first_known(a.mode for a in accounts),
        summary="",
        actors=union(a.actors for a in accounts),
        recipients=union(a.recipients for a in accounts),
        place=first_known(a.place for a in accounts),
        date=merged_when([a.date for a in accounts], reports) or NO_DATE,
        status=commonest(a.status for a in accounts),
        fatalities=merged_amount(a.fatalities for a in accounts),
        injured=merged_amount(a.injured for a in accounts),
        reports=len(set(reports)),
        origins=books.origins.count(reports),
        accounts=accounts,
    )
    event = replace(event, recipients=tuple(r for r in event.recipients if r not in event.actors))
    return replace(event, summary=event_summary(event, commonest(t.mention.predicate for t in group), books))
