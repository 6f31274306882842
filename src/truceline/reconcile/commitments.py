"""The same commitment in several reports, with what they say of its fulfilment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Agreement, Commitment, CommitmentAccount, History
from truceline.domain.mention import CommitmentMention, Deadline, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import meant, numbers, stem, stems, stems_of
from truceline.reconcile.deadlines import computed_in_order
from truceline.reconcile.grouping import groups
from truceline.reconcile.merging import commonest, first_known, union
from truceline.reconcile.promise_sameness import COMPARISONS, THRESHOLD, Promised
from truceline.reconcile.stakes import stakes_of
from truceline.vocabulary import rows

FIRST = 9
"""Words of an action within which it says what it is about."""
MONTHS = frozenset((
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
))  # fmt: skip


def same_commitments(
    readings: Sequence[Reading], agreements: Sequence[Agreement], books: Books
) -> tuple[tuple[Commitment, ...], dict[tuple[str, str], str]]:
    """Group the tellings of all reports into commitments; also give the id of each mention."""
    made = {a.id: a.date.days for a in agreements if a.date}
    signings = _signings(readings, books)
    told: list[Promised] = []
    for reading in readings:
        due = _deadlines(reading, made, signings, books)
        told += [_promised(reading.document.id, m, due[m.key], books) for m in reading.commitments]
    told.sort(key=lambda p: p.key)
    found: list[Commitment] = []
    ids: dict[tuple[str, str], str] = {}
    for group in groups(told, _blocks, COMPARISONS, THRESHOLD):
        commitment = _commitment(group)
        found.append(commitment)
        ids |= {(p.account.report, p.mention.key): commitment.id for p in group}
    return tuple(sorted(found, key=lambda c: c.id)), ids


def _signings(readings: Sequence[Reading], books: Books) -> dict[str, Days]:
    """Give the day of signing of every agreement of which a report tells it, the closest interval."""
    found: dict[str, When] = {}
    for reading in readings:
        for m in reading.agreements:
            key = books.agreements.get((reading.document.id, m.key))
            if key is not None and m.signing is not None and m.signing.days.known:
                known = found.get(key)
                if known is None or (m.signing.days.width or 10**6) < (known.days.width or 10**6):
                    found[key] = m.signing
    return {key: when.days for key, when in found.items()}


def _deadlines(
    reading: Reading, made: dict[str, Days], signings: dict[str, Days], books: Books
) -> dict[str, Deadline | None]:
    """Compute the deadlines of one report, those of one agreement in the order of the text: chains need the last."""
    clauses: dict[str | None, list[CommitmentMention]] = defaultdict(list)
    for m in sorted(reading.commitments, key=lambda m: m.quotes[0].start):
        clauses[m.agreement].append(m)
    found: dict[str, Deadline | None] = {}
    for key, several in clauses.items():
        agreement = books.agreements.get((reading.document.id, key or ""), "")
        start = made.get(agreement, UNKNOWN_DAYS)
        signing = signings.get(agreement, UNKNOWN_DAYS) if agreement else None
        due = computed_in_order([m.deadline for m in several], start, signing)
        found |= {m.key: one for m, one in zip(several, due, strict=True)}
    return found


def _promised(report: str, m: CommitmentMention, deadline: Deadline | None, books: Books) -> Promised:
    attributed, relayed = books.credit(report, m.credit)
    agreement = books.agreements.get((report, m.agreement)) if m.agreement else None
    account = CommitmentAccount(
        report, attributed, relayed, agreement, books.actors.all(report, m.obligors),
        books.actors.all(report, m.beneficiaries), m.action, m.amount, deadline,
        m.condition, in_order(m.quotes),
    )  # fmt: skip
    history = tuple(
        History(
            p.as_of or _as_of(report, books),
            p.implementation,
            books.credit(report, p.credit)[0],
            report,
            in_order(p.quotes),
        )
        for p in m.progress
    )
    deed = frozenset(s for s in stems_of(m.action) if not s[0].isdigit())
    groups = frozenset(g for o in account.obligors for g in books.actors.groups(o))
    person = any(books.actors.type(o) == "person" for o in account.obligors)
    words = " ".join(q.exact for q in m.quotes)
    return Promised(
        account, m, deed, families(deed), _lead(m.action), stems(m.quotes), meant(deed),
        stakes_of(" ".join(m.action.split()[:FIRST])) or stakes_of(m.action) or stakes_of(words),
        _places_named(m, account, books),
        frozenset(account.obligors) | groups, tuple(books.actors.by_id[o] for o in account.obligors), person, history,
        quote_key(m.quotes[0]) + m.key,
    )  # fmt: skip


def _places_named(m: CommitmentMention, account: CommitmentAccount, books: Books) -> frozenset[str]:
    """Give the words with capitals in a deed, those left out that name who is bound or served or where he is from."""
    acting = (*account.obligors, *account.beneficiaries)
    of = {s for o in acting for a in [books.actors.by_id[o]] for s in stems_of(" ".join(n.text for n in a.names))}
    words = re.findall(r"(?<=\s)[A-Z][\w'’-]+", m.action)
    found = frozenset(stem(w) for w in words if w not in MONTHS and not w.isupper())
    return found - of - frozenset(stem(a.name) for a in (books.actors.by_id[o] for o in acting))


@cache
def _deed_rows() -> dict[str, frozenset[str]]:
    """Stems of deeds to the rows of the vocabulary that name them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, row in rows("commitments").items():
        for lemma in row.get("deeds", ()):
            found[stem(lemma)].add(name)
    return {s: frozenset(names) for s, names in found.items()}


def families(deed: frozenset[str]) -> frozenset[str]:
    """Give the sorts of deeds that some stems name."""
    return frozenset(name for s in deed for name in _deed_rows().get(s, ()))


def _lead(action: str) -> frozenset[str]:
    named = (families(stems_of(word)) for word in action.split())
    return next((found for found in named if found), frozenset())


def _as_of(report: str, books: Books) -> When | None:
    """What a report says of fulfilment without a date holds when it was published."""
    days = books.published.get(report, UNKNOWN_DAYS)
    return When(None, days, "derived") if days.known else None


def _blocks(p: Promised) -> Iterable[str]:
    return (*p.deed, *p.families, *p.stakes, *numbers(p.words))


def _commitment(group: Sequence[Promised]) -> Commitment:
    ordered = sorted(group, key=lambda p: (p.account.report, p.mention.quotes[0].start))
    accounts = tuple(p.account for p in ordered)
    # what the text of an agreement says rules; what reports say of it stays in their accounts
    ruling = [p for p in ordered if p.mention.from_text] or ordered
    explicit = [p for p in ruling if p.account.obligors]
    own = [p.account for p in ruling]
    # what tells when a deed is due tells it as it was promised; what tells of its keeping says more and other things
    promised = [a for a in own if a.deadline] or own
    return Commitment(
        id=made_id("commitment", min(p.key for p in group)),
        agreement=first_known(a.agreement for a in (*own, *accounts)),
        obligors=union(a.obligors for a in own),
        obligor_basis=explicit[0].mention.obligor_basis if explicit else "unstated",
        beneficiaries=union(a.beneficiaries for a in own),
        action=max((a.action for a in promised), key=lambda text: (len(text), text)),
        amount=first_known(a.amount for a in own),
        deadline=min((a.deadline for a in own if a.deadline), key=_looseness, default=None),
        condition=first_known(a.condition for a in own),
        class_=commonest(p.mention.class_ for p in ruling),
        timeliness="no_deadline",
        history=tuple(sorted((h for p in ordered for h in p.history), key=by_day)),
        accounts=accounts,
    )


def _looseness(deadline: Deadline) -> tuple[int, date, str]:
    width = deadline.days.width
    return (width if width is not None else 100_000, deadline.days.latest or date.max, deadline.text)


def by_day(history: History) -> tuple[date, date, str, int]:
    """Order entries by their day; what bears none comes last."""
    days = history.as_of.days if history.as_of else UNKNOWN_DAYS
    latest = days.latest or days.earliest or date.max
    return (latest, days.earliest or latest, history.report, history.quotes[0].start)
