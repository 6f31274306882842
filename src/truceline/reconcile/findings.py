"""What comparing accounts shows: contradictions, updates, scope differences, corroborations, copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from truceline.domain.amounts import Amount
from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.identity import made_id
from truceline.domain.items import (
    Agreement,
    Commitment,
    CommitmentAccount,
    Event,
    EventAccount,
    Figure,
    Finding,
    Side,
    Statement,
)
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems


@dataclass(frozen=True, slots=True)
class Evidence:
    """The items that findings are made of."""

    events: Sequence[Event]
    figures: Sequence[Figure]
    statements: Sequence[Statement]
    agreements: Sequence[Agreement]
    commitments: Sequence[Commitment]


def all_findings(evidence: Evidence, books: Books) -> tuple[Finding, ...]:
    """Compare the accounts of all items in every way of FINDERS."""
    found = {f.id: f for finder in FINDERS for f in finder(evidence, books)}
    return tuple(sorted(found.values(), key=lambda f: f.id))


def _finding(type: str, about: str, strength: str, reason: str, sides: Sequence[Side]) -> Finding:
    parts = sorted(f"{s.side}{s.id}{s.report}{s.quotes[0].start}" for s in sides)
    return Finding(made_id("finding", type, about, *parts), type, about, strength, reason, tuple(sides))


def _side(side: str, item: Any, account: Any) -> Side:
    quotes: tuple[Quote, ...] = getattr(account, "quotes", None) or account.content_quotes
    return Side(side, item.KIND, item.id, account.report, quotes)


def _independent(books: Books, a: str, b: str) -> bool:
    return books.origins.ids[a] != books.origins.ids[b]


def shown(amount: Amount) -> str:
    """Give an amount as its report prints it."""
    return f"«{amount.text}»"


# ---- corroboration


def corroborations(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Two independent origins tell the same item."""
    for group in (evidence.events, evidence.figures, evidence.statements, evidence.agreements, evidence.commitments):
        for item in group:
            by_origin: dict[str, Any] = {}
            for account in item.accounts:
                by_origin.setdefault(books.origins.ids[account.report], account)
            if len(by_origin) > 1:
                reason = f"{len(by_origin)} independent origins tell this {item.KIND}."
                sides = [_side("ab"[n % 2], item, a) for n, a in enumerate(by_origin.values())]
                yield _finding("corroboration", _ABOUT[item.KIND], "weak", reason, sides)


_ABOUT = {
    "event": "existence", "figure": "number", "statement": "attribution", "agreement": "existence",
    "commitment": "who_promised_what",
}  # fmt: skip


# ---- figures


def figure_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Figures of one series that cannot both be right, or that follow one another."""
    series: dict[str, list[Figure]] = defaultdict(list)
    for figure in evidence.figures:
        series[figure.series].append(figure)
    for members in series.values():
        for a, b in combinations(members, 2):
            yield from _compared(a, b, books)


def _compared(a: Figure, b: Figure, books: Books) -> Iterator[Finding]:
    if not a.amount.excludes(b.amount) or a.of is None or a.of != b.of:
        return
    mine, theirs = a.accounts[0], b.accounts[0]
    if mine.report == theirs.report and mine.attributed_to == theirs.attributed_to:
        return
    days = (a.as_of.days if a.as_of else Days(), b.as_of.days if b.as_of else Days())
    sides = [_side("a", a, mine), _side("b", b, theirs)]
    values = f"{shown(a.amount)} and {shown(b.amount)}"
    if _one_after_the_other(*days) and a.stock_or_flow in ("stock", "cumulative"):
        reason = f"{values} count the same at different times."
        yield _finding("update", "number", "weak", reason, sides)
    elif _same_time(*days) and _independent(books, mine.report, theirs.report):
        reason = f"{values} count the same for the same time, and no number fits both."
        yield _finding("contradiction", "number", "strict", reason, sides)


def _one_after_the_other(a: Days, b: Days) -> bool:
    return a.known and b.known and (a.before(b) or b.before(a))


def _same_time(a: Days, b: Days) -> bool:
    widths = [d.width for d in (a, b)]
    return all(w is not None and w <= 7 for w in widths) and a.meets(b)


# ---- who promised what


def denied_commitments(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what others report as promised."""
    for statement in evidence.statements:
        for said in statement.accounts:
            if said.stance != "deny":
                continue
            sides = [
                _side("a", commitment, account)
                for commitment in evidence.commitments
                for account in commitment.accounts
                if _denies(stems(said.content_quotes), account) and not set(said.speakers) & {account.attributed_to}
            ]
            if sides:
                reason = "One side tells a commitment, the other denies that there is one."
                yield _finding(
                    "contradiction", "who_promised_what", "strict", reason, [*sides, _side("b", statement, said)]
                )


def disputed_commitments(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """One side tells a commitment, the other says that there is none or that it was not agreed to."""
    for commitment in evidence.commitments:
        against = [h for h in commitment.history if h.implementation == "disputed"]
        if against:
            sides = [_side("a", commitment, account) for account in commitment.accounts]
            sides += [Side("b", "commitment", commitment.id, h.report, h.quotes) for h in against]
            reason = "One side tells a commitment, the other disputes that it was made."
            yield _finding("contradiction", "who_promised_what", "strict", reason, sides)


def _denies(words: frozenset[str], account: CommitmentAccount) -> bool:
    """Whether a denial speaks of a commitment: half of its words, and two of them at least, are the commitment's."""
    shared = words & stems(account.quotes)
    return len(shared) >= 2 and 2 * len(shared) >= len(words)


# ---- events


def event_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Accounts of one event that differ in whether it happened, or in its dead and injured."""
    for event in evidence.events:
        for a, b in combinations(event.accounts, 2):
            if _independent(books, a.report, b.report):
                yield from _told_apart(event, a, b)


def _told_apart(event: Event, a: EventAccount, b: EventAccount) -> Iterator[Finding]:
    sides = [_side("a", event, a), _side("b", event, b)]
    if {a.status, b.status} in ({"occurred", "denied"}, {"ongoing", "denied"}, {"alleged", "denied"}):
        reason = "One side tells the event as a fact, the other denies it."
        yield _finding("contradiction", "existence", "strict", reason, sides)
    for what in ("fatalities", "injured"):
        mine, theirs = getattr(a, what), getattr(b, what)
        if mine is not None and theirs is not None and mine.excludes(theirs):
            reason = f"{shown(mine)} and {shown(theirs)}: no number of {what} fits both."
            yield _finding("contradiction", "number", "strict", reason, sides)


# ---- agreements and commitments over time

_MET, _FAILED = {"met"}, {"missed", "broken", "refused"}


def agreement_updates(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Reports of different days tell different stages of one agreement."""
    for agreement in evidence.agreements:
        dated = [(books.published.get(a.report, Days()), a) for a in agreement.accounts]
        ordered = sorted((one for one in dated if one[0].known), key=lambda one: _when(one[0]))
        for (before, a), (after, b) in pairwise(ordered):
            if a.status != b.status and before.before(after):
                reason = f"The agreement is told as {_plain(a.status)} and, later, as {_plain(b.status)}."
                yield _finding("update", "status", "weak", reason, [_side("a", agreement, a), _side("b", agreement, b)])


def _when(days: Days) -> tuple[date, date]:
    latest = days.latest or days.earliest or date.max
    return latest, days.earliest or latest


def fulfilment_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What reports say of the fulfilment of one commitment, at one time or one after the other."""
    for commitment in evidence.commitments:
        for a, b in combinations(commitment.history, 2):
            if a.implementation == b.implementation or a.report == b.report:
                continue
            sides = [Side(x, "commitment", commitment.id, h.report, h.quotes) for x, h in (("a", a), ("b", b))]
            days = [h.as_of.days if h.as_of else Days() for h in (a, b)]
            words = f"{_plain(a.implementation)} and {_plain(b.implementation)}"
            if _one_after_the_other(*days):
                yield _finding("update", "status", "weak", f"Told as {words}, at different times.", sides)
            elif _opposed(a.implementation, b.implementation) and _independent(books, a.report, b.report):
                reason = f"Told as {words} for the same time."
                yield _finding("contradiction", "status", "strict", reason, sides)


def _opposed(a: str, b: str) -> bool:
    return (a in _MET and b in _FAILED) or (a in _FAILED and b in _MET)


def deadline_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Reports give deadlines of one commitment that agree, or that cannot both hold."""
    for commitment in evidence.commitments:
        dated = [a for a in commitment.accounts if a.deadline and a.deadline.days.known]
        for a, b in combinations(dated, 2):
            assert a.deadline
            assert b.deadline
            if not _independent(books, a.report, b.report):
                continue
            sides = [_side("a", commitment, a), _side("b", commitment, b)]
            words = f"«{a.deadline.text}» and «{b.deadline.text}»"
            if a.deadline.days.meets(b.deadline.days):
                yield _finding("corroboration", "date", "weak", f"The deadlines {words} can be one day.", sides)
            else:
                yield _finding("contradiction", "date", "weak", f"No day fits both deadlines, {words}.", sides)


def _plain(word: str) -> str:
    return word.replace("_", " ")


# ---- copies


def copy_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """A report copies another one."""
    for report, copy in sorted(books.origins.copy_of.items()):
        reason = f"The two reports share their text ({copy.degree.replace('_', ' ')}); they count as one origin."
        sides = [
            Side(side, "report", one, one, (books.openings[one],)) for side, one in (("a", copy.report), ("b", report))
        ]
        yield _finding("copy", "other", "strict", reason, sides)


FINDERS = (
    corroborations, figure_findings, disputed_commitments, denied_commitments, event_findings, agreement_updates,
    fulfilment_findings, deadline_findings, copy_findings,
)  # fmt: skip
"""Add a sort of finding: one function here, its docstring is what users read."""
