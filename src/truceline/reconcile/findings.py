"""What comparing accounts shows: contradictions, updates, scope differences, corroborations, copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from truceline.domain.items import Finding, Side
from truceline.reconcile.answers import answers
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems
from truceline.reconcile.event_findings import event_findings
from truceline.reconcile.fates import fates
from truceline.reconcile.figure_findings import figure_findings
from truceline.reconcile.finding_parts import Evidence, finding, side
from truceline.reconcile.ground import two_conflicts
from truceline.reconcile.kept_word import kept_and_broken
from truceline.reconcile.later_states import later_states
from truceline.reconcile.opposites import opposites
from truceline.reconcile.passages import REFERS_BACK
from truceline.reconcile.plan_findings import plan_findings
from truceline.reconcile.promise_findings import (
    agreement_updates,
    deadline_findings,
    denied_commitments,
    disputed_commitments,
    fulfilment_findings,
    promise_updates,
)
from truceline.reconcile.rebuttals import rebuttals
from truceline.reconcile.same_details import same_details
from truceline.reconcile.sums import sum_findings
from truceline.reconcile.threads import threads
from truceline.reconcile.told_once import told_once

__all__ = ["FINDERS", "Evidence", "all_findings"]


def all_findings(evidence: Evidence, books: Books) -> tuple[Finding, ...]:
    """Compare the accounts of all items in every way of FINDERS."""
    found: dict[str, Finding] = {}
    for one in (f for finder in FINDERS for f in finder(evidence, books)):
        found.setdefault(one.id, one)  # the finder that comes first says it best
    return tuple(sorted(told_once(found.values(), books), key=lambda f: f.id))


def corroborations(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Two independent origins tell the same item, both as done or both as to come."""
    for group in (evidence.events, evidence.figures, evidence.statements, evidence.agreements, evidence.commitments):
        for item in group:
            for accounts in _alike_in_standing(item):
                by_origin: dict[str, Any] = {}
                for account in accounts:
                    by_origin.setdefault(books.origins.ids[account.report], account)
                told = _bearing_out(item, _of_one_conflict(tuple(by_origin.values()), books))
                sides = [side("ab"[n % 2], item, a) for n, a in enumerate(told)]
                if len(sides) > 1:
                    reason = f"{len(sides)} independent origins tell this {item.KIND}."
                    yield finding("corroboration", _ABOUT[item.KIND], "weak", reason, sides)


_STANDING = {"occurred": "done", "ongoing": "done", "alleged": "done", "denied": "denied"}
"""What became of an event; everything else is still to come."""


def _alike_in_standing(item: Any) -> list[list[Any]]:
    """Part the accounts of an event that is told as planned here and as done there: the plan bears out no deed."""
    if item.KIND != "event":
        return [list(item.accounts)]
    parted: dict[str, list[Any]] = {}
    for account in item.accounts:
        parted.setdefault(_STANDING.get(account.status, "to come"), []).append(account)
    return list(parted.values())


def _of_one_conflict(accounts: tuple[Any, ...], books: Books) -> tuple[Any, ...]:
    """Leave out accounts of reports that are of another conflict than all the others."""
    return tuple(
        a for a in accounts if any(b is not a and not two_conflicts(a.report, b.report, books.names) for b in accounts)
    )


def _bearing_out(item: Any, accounts: tuple[Any, ...]) -> list[Any]:
    """The accounts that share words with another one; what only refers back ("denied this") bears nothing out."""
    if item.KIND not in ("event", "statement"):
        return list(accounts)
    quotes = [side("a", item, a).quotes for a in accounts]
    words = [frozenset() if any(REFERS_BACK.search(q.exact) for q in some) else stems(some) for some in quotes]
    return [a for n, a in enumerate(accounts) if any(words[n] & w for m, w in enumerate(words) if m != n)]


_ABOUT = {
    "event": "existence", "figure": "number", "statement": "attribution", "agreement": "existence",
    "commitment": "who_promised_what",
}  # fmt: skip


def copy_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """A report copies another one."""
    for report, copy in sorted(books.origins.copy_of.items()):
        reason = f"The two reports share their text ({copy.degree.replace('_', ' ')}); they count as one origin."
        sides = [
            Side(side, "report", one, one, (books.openings[one],)) for side, one in (("a", copy.report), ("b", report))
        ]
        yield finding("copy", "other", "strict", reason, sides)


FINDERS = (
    corroborations, figure_findings, sum_findings, plan_findings, kept_and_broken, disputed_commitments,
    denied_commitments, rebuttals, answers, opposites, event_findings, agreement_updates, fulfilment_findings,
    promise_updates, deadline_findings, copy_findings, fates, later_states, threads, same_details,
)  # fmt: skip
"""Add a sort of finding: one function here, its docstring is what users read."""
