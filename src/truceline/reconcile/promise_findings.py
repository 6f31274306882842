"""Commitments that one side tells and the other denies, and what became of commitments and agreements."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.items import (
    Agreement,
    AgreementAccount,
    Commitment,
    CommitmentAccount,
    EventAccount,
    Finding,
    History,
    Side,
)
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems
from truceline.reconcile.count_times import gap_between, last_day
from truceline.reconcile.finding_parts import Evidence, finding, independent, plain, side, told_by


def denied_commitments(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what others report as promised."""
    for statement in evidence.statements:
        for said in statement.accounts:
            if said.stance != "deny":
                continue
            sides = [
                side("a", commitment, account)
                for commitment in evidence.commitments
                for account in commitment.accounts
                if _denies(stems(said.content_quotes), account) and not set(said.speakers) & {account.attributed_to}
            ]
            if sides:
                reason = f"Told as a commitment; denied {told_by(said.speakers, books)} that there is one."
                yield finding(
                    "contradiction", "who_promised_what", "strict", reason, [*sides, side("b", statement, said)]
                )


def disputed_commitments(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """One side tells a commitment, the other says that there is none or that it was not agreed to."""
    disputed = [(c, h) for c in evidence.commitments for h in c.history if h.implementation == "disputed"]
    nearest: dict[tuple[Quote, ...], tuple[int, int]] = {}
    for commitment, h in disputed:
        nearest[h.quotes] = max(nearest.get(h.quotes, (0, 0)), _about(commitment, h))
    for commitment in evidence.commitments:
        # Of several commitments that one denial may mean, it means the one told in its words.
        against = [h for c, h in disputed if c is commitment and _about(c, h) >= nearest[h.quotes]]
        if against:
            sides = [side("a", commitment, account) for account in commitment.accounts]
            sides += [Side("b", "commitment", commitment.id, h.report, h.quotes) for h in against]
            deniers = [h.attributed_to for h in against if h.attributed_to]
            reason = f"Told as a commitment; disputed {told_by(deniers, books)} that it was made."
            yield finding("contradiction", "who_promised_what", "strict", reason, sides)


def _about(commitment: Commitment, h: History) -> tuple[int, int]:
    """How many words a denial shares with a commitment; of commitments alike the one that most reports tell."""
    said = stems(h.quotes)
    shared = max((len(said & stems(a.quotes)) for a in commitment.accounts), default=0)
    return shared, len({a.report for a in commitment.accounts})


def _denies(words: frozenset[str], account: CommitmentAccount) -> bool:
    """Whether a denial speaks of a commitment: half of its words, and two of them at least, are the commitment's."""
    shared = words & stems(account.quotes)
    return len(shared) >= 2 and 2 * len(shared) >= len(words)


MOST = 3
"""Findings of one change of stage; more reports tell nothing new."""
_NO_STAGE = {"disputed", "none_stated"}
_MET, _FAILED = {"met"}, {"missed", "broken", "refused"}


def agreement_updates(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Reports of different days tell different stages of one agreement."""
    events = _by_report(evidence)
    for agreement in evidence.agreements:
        told = ((books.published.get(a.report, Days()), _stage(agreement, a, events)) for a in agreement.accounts)
        dated = [(days, stage) for days, stage in told if days.known and stage]
        ordered = sorted(dated, key=lambda one: _when(one[0]))
        seen: Counter[tuple[str, str]] = Counter()
        for (before, a), (after, b) in combinations(ordered, 2):
            if a.status == b.status or not _no_later(before, after) or (b.days and b.days.before(before)):
                continue  # what came to pass before the first report is no news to it
            if seen[a.status, b.status] < MOST:
                seen[a.status, b.status] += 1
                reason = f"The agreement is told as {plain(a.status)} and, later, as {plain(b.status)}."
                sides = [replace(a.side, side="a"), replace(b.side, side="b")]
                yield finding("update", "status", "weak", reason, sides)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an agreement that a report tells, with the words that tell it."""

    status: str
    side: Side
    days: Days | None
    """When it came to it, where the words say so."""


def _no_later(before: Days, after: Days) -> bool:
    """Whether one report came out before the other, or at the latest on the first day that the other may be of."""
    return (
        before.latest is not None and after.earliest is not None and before.latest <= after.earliest != before.earliest
    )


_TO_COME = ("planned", "conditional", "ongoing", "hypothetical")
_STAGES = {
    "signed": (("AGREE", "SUPPORT"), ("occurred",)),
    "in_force": (("AGREE", "SUPPORT", "CONCEDE"), ("occurred", "ongoing")),
    "rejected": (("REJECT",), ("occurred",)),
    "ended": (("REJECT",), ("occurred",)),
    "suspended": (("REJECT",), ("occurred", "ongoing")),
    "under_negotiation": (("CONSULT", "AGREE", "SUPPORT", "REQUEST"), _TO_COME),
    "proposed": (("CONSULT", "AGREE", "REQUEST"), _TO_COME),
}
"""Types and statuses of events that show a stage of an agreement."""


_SAYS = {
    "signed": re.compile(r"\b(?:sign|initial|ink)(?:ed|s|ing)?\b|\bsignatures?\b", re.I),
    "under_negotiation": re.compile(r"\b(?:talks|negotiat\w+|close to|closer to|reaching|near(?:ing)?)\b", re.I),
    "rejected": re.compile(r"\breject\w*|\bturned down\b|\bvoted? down\b", re.I),
}


def _by_report(evidence: Evidence) -> dict[str, list[EventAccount]]:
    found: dict[str, list[EventAccount]] = defaultdict(list)
    for event in evidence.events:
        for account in event.accounts:
            found[account.report].append(account)
    return found


def _stage(agreement: Agreement, account: AgreementAccount, events: dict[str, list[EventAccount]]) -> Stage | None:
    """Give the stage that a report tells, with the words that tell it: its name alone shows no stage."""
    types, statuses = _STAGES.get(account.status, ((), ()))
    fitting = [e for e in events[account.report] if e.type in types and e.status in statuses and _names(e, account)]
    if not fitting:
        return None
    said = {e: " ".join(q.exact for q in e.quotes) for e in fitting}
    telling = min(fitting, key=lambda e: (not _tells(account.status, said[e]), len(said[e]), e.quotes[0].start))
    if account.status in _SAYS and not _tells(account.status, said[telling]):
        return None
    days = telling.date.days if telling.date.text else None
    return Stage(account.status, Side("a", agreement.KIND, agreement.id, account.report, telling.quotes), days)


def _names(event: EventAccount, account: AgreementAccount) -> bool:
    return any(q.start <= name.start and name.end <= q.end for q in event.quotes for name in account.quotes)


def _tells(status: str, words: str) -> bool:
    """Tell whether the words of an event say themselves that an agreement is signed, or is yet to be."""
    return status in _SAYS and bool(_SAYS[status].search(words))


def _when(days: Days) -> tuple[date, date]:
    latest = days.latest or days.earliest or date.max
    return latest, days.earliest or latest


def fulfilment_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What reports say of the fulfilment of one commitment, at one time or one after the other."""
    for commitment in evidence.commitments:
        for a, b in combinations(commitment.history, 2):
            if a.implementation == b.implementation or a.report == b.report:
                continue
            if {a.implementation, b.implementation} & _NO_STAGE:
                continue
            sides = [Side(x, "commitment", commitment.id, h.report, h.quotes) for x, h in (("a", a), ("b", b))]
            days = [h.as_of.days if h.as_of else Days() for h in (a, b)]
            words = f"{plain(a.implementation)} and {plain(b.implementation)}"
            if one_after_the_other(*days):
                yield finding("update", "status", "weak", f"Told as {words}, at different times.", sides)
            elif _opposed(a.implementation, b.implementation) and independent(books, a.report, b.report):
                reason = f"Told as {words} for the same time."
                yield finding("contradiction", "status", "strict", reason, sides)


def promise_updates(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What one report tells as promised and a later one as done, begun, missed or broken."""
    for commitment in evidence.commitments:
        told = [(books.published.get(a.report, Days()), a) for a in commitment.accounts]
        first = min((t for t in told if t[0].known), key=lambda t: (_when(t[0]), t[1].report), default=None)
        for h in commitment.history if first else ():
            after = books.published.get(h.report, Days())
            if h.implementation in _NO_STAGE | {"pending"} or first is None or not first[0].before(after):
                continue
            if independent(books, first[1].report, h.report):
                sides = [side("a", commitment, first[1]), Side("b", "commitment", commitment.id, h.report, h.quotes)]
                reason = f"Promised, and told later as {plain(h.implementation)}."
                yield finding("update", "status", "weak", reason, sides)


def _opposed(a: str, b: str) -> bool:
    return (a in _MET and b in _FAILED) or (a in _FAILED and b in _MET)


def _of_the_rest(account: CommitmentAccount) -> bool:
    """Whether a commitment is told for what is left after a first part."""
    return any(_REST.search(q.exact) for q in account.quotes)


_REST = re.compile(r"\b(?:remaining|remainder|rest|last of)\b", re.I)


def deadline_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Reports give deadlines of one commitment that agree, that were moved, or that cannot both hold."""
    for commitment in evidence.commitments:
        for a, b in combinations((a for a in commitment.accounts if a.deadline and a.deadline.days.known), 2):
            if independent(books, a.report, b.report) and _of_the_rest(a) == _of_the_rest(b):
                yield from _two_deadlines(commitment, a, b, books)


WEEKS_LATER = 60
"""Days between two reports from which on another deadline is a new one."""
NEARLY = 31
"""Days by which a deadline told loosely may miss the one told to the day."""


def _two_deadlines(
    commitment: Commitment, a: CommitmentAccount, b: CommitmentAccount, books: Books
) -> Iterator[Finding]:
    """Compare two deadlines of one commitment."""
    assert a.deadline
    assert b.deadline
    first, then = sorted((a, b), key=lambda c: (_when(books.published.get(c.report, Days())), c.report))
    told = [books.published.get(c.report, Days()) for c in (first, then)]
    gap = gap_between(*(last_day(days) for days in told))
    words = f"«{a.deadline.text}» and «{b.deadline.text}»"
    sides = [side("a", commitment, first), side("b", commitment, then)]
    # A term counted alike is one term, whatever day a report lets it start on; so is a day of one name.
    alike = a.deadline.count is not None and a.deadline.count == b.deadline.count
    due = gap_between(*(last_day(c.deadline.days) for c in (a, b) if c.deadline))
    if alike or _one_day_named(a, b) or a.deadline.days.meets(b.deadline.days):
        yield finding("corroboration", "date", "weak", f"The deadlines {words} can be one day.", sides)
    elif due is None or due <= NEARLY:
        return
    elif told[0].known and told[1].known and gap is not None and gap > WEEKS_LATER:
        yield finding("update", "date", "weak", f"The deadlines {words} are told at different times.", sides)
    else:
        yield finding("contradiction", "date", "weak", f"No day fits both deadlines, {words}.", sides)


def _one_day_named(a: CommitmentAccount, b: CommitmentAccount) -> bool:
    """Whether both deadlines are the same day of a month, be the year known or not."""
    named = [(d.latest.month, d.latest.day) if d.latest else None for d in (_due(a), _due(b))]
    digits = [bool(re.search(r"\d", c.deadline.text)) if c.deadline else False for c in (a, b)]
    return None not in named and named[0] == named[1] and all(digits)


def _due(account: CommitmentAccount) -> Days:
    return account.deadline.days if account.deadline else Days()


def one_after_the_other(a: Days, b: Days) -> bool:
    """Tell whether two known dates follow one another."""
    return a.known and b.known and (a.before(b) or b.before(a))
