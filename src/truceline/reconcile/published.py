"""Days of publication that other reports help to bound.

A report is not older than what it tells as past, and not younger than what it tells as still to come. What it dates
"on 20 June" or "on Monday", and another report to the day, tells when it was written.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from truceline.domain.date_patterns import MONTH
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.document import Document, Published
from truceline.domain.items import Actor, Agreement
from truceline.domain.mention import Reading
from truceline.reconcile.calendar_days import KIN, by_the_calendar, casts
from truceline.reconcile.event_days import ONCE
from truceline.reconcile.plain_names import plain_name
from truceline.reconcile.sides import may_be_one
from truceline.reconcile.told_days import written_beside
from truceline.reconcile.told_events import Told

SIGNED = frozenset({"signed", "in_force", "suspended", "ended"})
NEGOTIATED = frozenset({"proposed", "under_negotiation"})
ONE_MONTH = 31
"""Days of a stated publication that other reports need not narrow; more of them have figures of two readings."""
PAST, TO_COME = frozenset({"occurred"}), frozenset({"planned", "conditional"})
COMMON = frozenset("of the and for army party movement front forces government council union people s".split())
"""Words of names that make nobody one."""
MANY = 3
"""Reports that date an event to the day, so that one event is enough to go by."""
TWO_WEEKS = 14
"""Days of writing up to which an expression says so much that one event is not enough to go by."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATELINE = re.compile(rf"\b(?:{MONTH}\.? {_DAY}|{_DAY}(?: of)? {MONTH}\.?)(?!,? \d)\b", re.IGNORECASE)


def narrowed(
    readings: Sequence[Reading],
    events: Sequence[Sequence[Told]],
    agreements: Sequence[Agreement],
    cast: Mapping[str, Actor],
) -> dict[str, Published]:
    """Bound reports that state no date by events and signings that other reports date to the day."""
    documents = [r.document for r in readings]
    found = {d.id: d.published for d in documents}
    for report, days in _bounds(dict(found), readings, events, agreements, cast):
        _cut(found, report, days)
    for document in documents:
        if found[document.id] != document.published:
            _cut(found, document.id, _by_dateline(document, found[document.id].days))
    return found


def _bounds(
    published: dict[str, Published],
    readings: Sequence[Reading],
    events: Sequence[Sequence[Told]],
    agreements: Sequence[Agreement],
    cast: Mapping[str, Actor],
) -> Iterator[tuple[str, Days]]:
    """Yield what bounds reports, the surest first: what does not meet the bounds found before is left out."""
    yield from by_the_calendar([one for event in events for one in event], readings, partial(is_open, published))
    yield from _by_words_of_time(published, events)
    for told, day in _dated_by_others(published, events):
        if told.account.status in PAST | TO_COME:
            yield told.account.report, written_beside(None, day, told.account.status)
    yield from _around_signing(published, agreements)
    yield from _after_the_one_signing(published, [one for event in events for one in event])
    yield from _after_the_one_agreement(published, agreements, cast)


def _after_the_one_signing(published: dict[str, Published], told: Sequence[Told]) -> Iterator[tuple[str, Days]]:
    """Bound a report that tells of a signing without its day, where reports on the same actors know of one day only."""
    actors = casts(told)
    signed = [one for one in told if one.signs and one.account.status in PAST]
    for one in signed:
        report = one.account.report
        if one.account.date.days.width is not None or not is_open(published, report):
            continue
        kin = [s for s in signed if s.width == 1 and len(actors[s.account.report] & actors[report]) >= KIN]
        kin = [s for s in kin if s.account.report != report]
        days = sorted({d for s in kin if (d := s.account.date.days.earliest)})
        theirs = frozenset(a for s in kin for a in s.parties)
        if days and (not one.parties or one.parties & theirs) and (days[-1] - days[0]).days <= 1:
            yield report, written_beside(one.account.date.text, days[0], "occurred")


def _after_the_one_agreement(
    published: dict[str, Published], agreements: Sequence[Agreement], cast: Mapping[str, Actor]
) -> Iterator[tuple[str, Days]]:
    """Bound a report that names a signed agreement without its day, where others know of one day for such parties."""
    told = [account for agreement in agreements for account in agreement.accounts if account.status in SIGNED]
    for one in told:
        if (one.date is not None and one.date.days.known) or not is_open(published, one.report):
            continue
        days = sorted(
            day
            for other in told
            if other.report != one.report and _between_the_same(one.parties, other.parties, cast) and other.date
            if other.date.days.width == 1 and (day := other.date.days.earliest)
        )
        if days and (days[-1] - days[0]).days <= 1:
            yield one.report, written_beside(None, days[0], "occurred")


def _between_the_same(ours: Sequence[str], theirs: Sequence[str], cast: Mapping[str, Actor]) -> bool:
    """Tell whether two agreements share a party, and the others may be one by name and by description."""
    mine, others = (set(a) - set(b) for a, b in ((ours, theirs), (theirs, ours)))
    if not set(ours) & set(theirs) or not mine or not others:
        return bool(set(ours) & set(theirs))
    known = [[cast[i] for i in sorted(some) if i in cast] for some in (mine, others)]
    if not all(known):
        return False
    words = [{word for x in some for word in plain_name(x.name).split()} for some in known]
    return may_be_one(*known) is not False or bool(words[0] & words[1] - COMMON)  # "Maoist army", "the Maoist party"


def is_open(published: dict[str, Published], report: str) -> bool:
    """Whether a report leaves open when it was published."""
    old = published[report]
    return old.basis != "stated" or (old.days.width or 0) > ONE_MONTH


def _cut(published: dict[str, Published], report: str, bound: Days) -> None:
    """Keep what lies in both, where a report states no day of its own."""
    old = published[report]
    tighter = old.days.both(bound)
    if is_open(published, report) and tighter is not None and tighter != old.days:
        published[report] = replace(old, days=tighter, basis="reported_elsewhere")


def _by_dateline(document: Document, known: Days) -> Days:
    """Count the day of a dateline without its year, where only one year fits what is known."""
    if known.width is None:
        return UNKNOWN_DAYS
    for part in document.parts:
        match = _DATELINE.search(document.text, part.start, part.end) if part.role == "dateline" else None
        if match and known.earliest and known.latest:
            years = range(known.earliest.year, known.latest.year + 1)
            found = [r.days for y in years if (r := reckon(f"{match[0]} {y}", Anchor())) and r.days.meets(known)]
            return found[0] if len(found) == 1 else UNKNOWN_DAYS
    return UNKNOWN_DAYS


def _around_signing(published: dict[str, Published], agreements: Sequence[Agreement]) -> Iterator[tuple[str, Days]]:
    """A report that tells an agreement as still negotiated appeared before the day on which it was signed, one that
    tells it as signed from that day on, and its words may tell how near."""
    for agreement in agreements:
        days = {
            a.date.days.latest
            for a in agreement.accounts
            if a.status in SIGNED and a.date and a.date.days.width == 1 and published[a.report].basis == "stated"
        }
        day = next(iter(days)) if len(days) == 1 else None
        for account in agreement.accounts if day else ():
            if day and account.status in NEGOTIATED and published[account.report].days.known:
                yield account.report, Days(None, day)
            elif day and account.status in SIGNED:
                words = account.date.text if account.date else None
                yield account.report, written_beside(words, day, "occurred")


def _dated_by_others(published: dict[str, Published], events: Sequence[Sequence[Told]]) -> Iterator[tuple[Told, date]]:
    """Yield what reports that state no date tell, with the day on which others put it."""
    for event in events:
        for told in event:
            day = _day_told_by_others(event, told, published)
            if day is not None and is_open(published, told.account.report):
                yield told, day


def _by_words_of_time(published: dict[str, Published], events: Sequence[Sequence[Told]]) -> Iterator[tuple[str, Days]]:
    """Yield what dates without their year tell of the days of writing; those that most events bear out come first.

    "On Monday" leaves one week, so that a mistake would cost much: one event is enough only if there is but one of it.
    """
    windows: dict[str, list[tuple[Days, bool]]] = defaultdict(list)
    dated = {(t.account.report, t.key): sum(x.width == 1 for x in event) for event in events for t in event}
    for one, day in _dated_by_others(published, events):
        account = one.account
        told_by_many = dated[account.report, one.key] >= MANY
        if account.date.text and account.status in PAST | TO_COME:
            days = written_beside(account.date.text, day, account.status)
            there_is_one = one.signs or account.type in ("AGREE", "SUPPORT") or one.mention.predicate in ONCE
            sure = (days.width or ONE_MONTH) > TWO_WEEKS or there_is_one or told_by_many
            windows[account.report].append((days, sure))
    for report in sorted(windows):
        backing = Counter({days: sum(days.meets(other) for other, _ in windows[report]) for days, _ in windows[report]})
        sure_ones = {days for days, enough in windows[report] if enough or backing[days] > 1}
        for days in sorted(sure_ones, key=lambda d: (-backing[d], d.width or 0, d.earliest or date.min)):
            yield report, days


def _day_told_by_others(event: Sequence[Told], one: Told, published: dict[str, Published]) -> date | None:
    """The day on which all reports of a known day that date the event to the day put it, of a night its first one."""
    days = {
        t.account.date.days.earliest
        for t in event
        if t.account.report != one.account.report
        and t.account.date.days.width == 1
        and (published[t.account.report].basis == "stated" or t.account.date.basis == "stated")
    }
    known = sorted(d for d in days if d is not None)
    return known[0] if known and (known[-1] - known[0]).days <= 1 else None
