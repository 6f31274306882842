"""The same agreement in several reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.domain.dates import UNKNOWN_DAYS, When
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Actor, Agreement, AgreementAccount
from truceline.domain.mention import AgreementMention, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import SIGNS, meant, overlap, stems_of
from truceline.reconcile.grouping import Comparison, groups, score
from truceline.reconcile.merging import first_known, merged_when, union
from truceline.reconcile.sides import may_be_one

_SIGNED = frozenset({"signed", "in_force", "suspended", "ended"})
OF_ANY = meant(
    stems_of(
        "agreement peace ceasefire plan document text paper framework final comprehensive permanent joint general"
        " declaration memorandum understanding protocol package measures principles roadmap settlement talks"
        " cessation hostilities new first second third last power-sharing sharing power point national"
    )
)
"""Words that name no one agreement."""
_PROGRESS = ("proposed", "rejected", "under_negotiation", "signed", "in_force", "suspended", "ended")


@dataclass(frozen=True, slots=True)
class Named:
    """One report's telling of an agreement, with ids that hold across reports."""

    account: AgreementAccount
    mention: AgreementMention
    parties: frozenset[str]
    by: tuple[Actor, ...]
    stems: frozenset[str]
    place: str | None
    place_stems: frozenset[str]
    key: str


def same_agreements(
    readings: Sequence[Reading], books: Books
) -> tuple[tuple[Agreement, ...], dict[tuple[str, str], str]]:
    """Group the tellings of all reports into agreements; also give the id of each mention."""
    named = sorted((_named(r, m, books) for r in readings for m in r.agreements), key=lambda n: n.key)
    found: list[Agreement] = []
    ids: dict[tuple[str, str], str] = {}
    for group in _groups(named):
        agreement = _agreement(group, books)
        found.append(agreement)
        ids |= {(n.account.report, n.mention.key): agreement.id for n in group}
    return tuple(sorted(found, key=lambda a: a.id)), ids


def _groups(named: Sequence[Named]) -> list[list[Named]]:
    """Group the tellings; groups that name no parties then join the one group with parties that they clearly mean."""
    found = [list(group) for group in groups(named, _blocks, COMPARISONS, THRESHOLD)]
    firm = [group for group in found if any(_is_firm(n) for n in group)]
    left = []
    for loose in (group for group in found if not any(_is_firm(n) for n in group)):
        points = sorted(((_closest(loose, group), -i) for i, group in enumerate(firm)), reverse=True)
        if points and points[0][0] >= THRESHOLD and (len(points) == 1 or points[1][0] < points[0][0]):
            firm[-points[0][1]].extend(loose)
        else:
            left.append(loose)
    return firm + left


def _is_firm(n: Named) -> bool:
    return len(n.parties) > 1 and not n.mention.guessed


def _closest(loose: Sequence[Named], group: Sequence[Named]) -> int:
    """Give the points of the two tellings that are most alike; less than any where two of them exclude each other."""
    points = [score(COMPARISONS, a, b) for a in loose for b in group]
    return max((p for p in points if p is not None), default=-1) if None not in points else -1


def _named(reading: Reading, m: AgreementMention, books: Books) -> Named:
    report = reading.document.id
    attributed, relayed = books.credit(report, m.credit)
    parties = books.actors.all(report, m.parties)
    when = m.when or (_signed_on(reading, m) if m.status in _SIGNED else None)
    account = AgreementAccount(report, attributed, relayed, parties, when, m.status, in_order(m.quotes))
    place = books.places.id(report, m.place)
    called = stems_of(next((p.name for p in books.places.places if p.id == place), ""))
    by = tuple(books.actors.by_id[p] for p in parties)
    return Named(
        account, m, frozenset(parties), by, meant(stems_of(m.name)), place, called, quote_key(m.quotes[0]) + m.key
    )


def _signed_on(reading: Reading, m: AgreementMention) -> When | None:
    """Give the day of a signing that the words around the agreement tell."""
    days = [
        e.when
        for e in reading.events
        if e.predicate in SIGNS and e.status == "occurred" and e.when.days.width is not None
        for q in e.quotes
        if any(q.start <= name.start and name.end <= q.end for name in m.quotes)
    ]
    return min(days, key=lambda w: w.days.width or 0, default=None)


def _blocks(n: Named) -> Iterable[str]:
    made = n.account.date.days if n.account.date else UNKNOWN_DAYS
    days = [str(made.earliest)] if made.width == 1 else []
    return (*n.parties, *n.stems, *days)


def _elsewhere(a: Named, b: Named) -> int | None:
    """Two agreements of one report are two agreements."""
    return None if a.account.report == b.account.report else 0


def _same_parties(a: Named, b: Named) -> int | None:
    """The same parties make it."""
    if not a.parties or not b.parties:
        return 0
    shared = len(a.parties & b.parties)
    if shared >= 2:
        return 2 if a.mention.guessed or b.mention.guessed else 4
    if a.mention.guessed or b.mention.guessed:
        return 0 if shared else -1
    if shared:
        ours, theirs = ([x for x in n.by if x.id not in a.parties & b.parties] for n in (a, b))
        return 1 if not ours or not theirs or may_be_one(ours, theirs) else None
    if may_be_one(a.by, b.by):
        return 0
    return -1 if a.place is not None and a.place == b.place and _made_on_one_day(a, b) else None


def _made_on_one_day(a: Named, b: Named) -> bool:
    """Tell whether both are told with one and the same day: who made them may then be told otherwise."""
    one, other = a.account.date, b.account.date
    return one is not None and other is not None and one.days == other.days and one.days.width == 1


def _days_meet(a: Named, b: Named) -> int | None:
    """They may have been made on the same day."""
    if (a.mention.signing is None) != (b.mention.signing is None):
        return 0  # one tells when it was reached, the other when it was signed
    one, other = a.mention.signing or a.account.date, b.mention.signing or b.account.date
    if one is None or other is None or not one.days.known or not other.days.known:
        return 0
    widest = max(one.days.width or 999, other.days.width or 999)
    if not one.days.meets(other.days):
        night = (widest == 1 and one.days.shifted(1).meets(other.days)) or other.days.shifted(1).meets(one.days)
        return 2 if night and widest == 1 else None
    return 3 if widest == 1 else 2 if widest <= 10 else 1


def _same_name(a: Named, b: Named) -> int | None:
    """They share a name or a place."""
    place = a.place is not None and a.place == b.place
    called = place and bool(a.place_stems & (a.stems | b.stems))
    own = bool((a.stems & b.stems) - OF_ANY)  # "the Harrow accord", not "the peace accord"
    return (2 if overlap(a.stems, b.stems) >= 0.5 else 0) + place + 2 * (called or own)


COMPARISONS = tuple(Comparison(c) for c in (_elsewhere, _same_parties, _days_meet, _same_name))
THRESHOLD = 4
AHEAD = ("proposed", "under_negotiation")


def _agreement(group: Sequence[Named], books: Books) -> Agreement:
    ordered = sorted(group, key=lambda n: (n.account.report, n.mention.quotes[0].start))
    accounts = tuple(n.account for n in ordered)
    named = [n.account for n in ordered if not n.mention.guessed] or accounts
    reports = [a.report for a in accounts]
    signings = [n.mention.signing if n.mention.status not in AHEAD else None for n in ordered]
    if any(s and s.days.known for s in signings):  # the day of a signing goes before that of an announcement
        signings = [s or When(None, UNKNOWN_DAYS, "unknown") for s in signings]
    return Agreement(
        id=made_id("agreement", min(n.key for n in group)),
        name=sorted((n.mention.name for n in ordered), key=lambda n: (-sum(c.isupper() for c in n), -len(n), n))[0],
        parties=union(a.parties for a in named),
        signatories=union(books.actors.all(n.account.report, n.mention.signatories) for n in ordered),
        witnesses=union(books.actors.all(n.account.report, n.mention.witnesses) for n in ordered),
        date=merged_when([s or a.date for s, a in zip(signings, accounts, strict=True)], reports),
        place=first_known(n.place for n in ordered),
        status=max((a.status for a in accounts), key=_PROGRESS.index),
        accounts=accounts,
    )
