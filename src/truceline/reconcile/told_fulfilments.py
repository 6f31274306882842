"""Accounts of commitments by reports that tell only of the keeping: "the last prisoners were freed on Monday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from truceline.domain.document import Quote
from truceline.domain.items import Commitment, CommitmentAccount, History
from truceline.reconcile.stakes import stakes_of

LOOSE = frozenset(("talks",))
"""Matters of which so much is told that a deed is too easily taken for what was promised."""


def with_fulfilments(commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Give every commitment an account by each report that tells only that it was kept."""
    told: dict[str, list[Quote]] = defaultdict(list)
    for c in commitments:
        for a in c.accounts:
            told[a.report] += a.quotes
    return tuple(_with_accounts(c, told) for c in commitments)


def _with_accounts(c: Commitment, told: dict[str, list[Quote]]) -> Commitment:
    if stakes_of(c.action) <= LOOSE:
        return c
    known = {a.report for a in c.accounts}
    added: dict[str, History] = {}
    for one in c.history:
        fits = one.report not in known and one.implementation == "met" and one.quotes
        if fits and not _taken(one.quotes[0], told[one.report]):
            added.setdefault(one.report, one)
    if not added:
        return c
    accounts = (*c.accounts, *(_account(c, one) for one in added.values()))
    return replace(c, accounts=tuple(sorted(accounts, key=lambda a: (a.report, a.quotes[0].start))))


def _taken(quote: Quote, others: Sequence[Quote]) -> bool:
    """Tell whether the words of a deed already tell a commitment of that report."""
    return any(quote.start < other.end and other.start < quote.end for other in others)


def _account(c: Commitment, told: History) -> CommitmentAccount:
    return CommitmentAccount(
        told.report, told.attributed_to, (), c.agreement, c.obligors, c.beneficiaries, c.action, None, None, None,
        told.quotes,
    )  # fmt: skip
