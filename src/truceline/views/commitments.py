"""Who owes what, by when, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from truceline.domain.items import Commitment
from truceline.reconcile.compliance_index import assess
from truceline.reconcile.deadlines import computed, working
from truceline.views.catalog import Answer, Catalog, Passage, shown_amount, shown_days, shown_when
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class HistoryRow(Answer):
    """What one report says of the fulfilment."""

    as_of: str
    implementation: str
    says: str
    passages: tuple[Passage, ...]
    voice: str = "report"
    """party where somebody bound or favoured says it, other where another actor does, report for its own voice."""


@dataclass(frozen=True, slots=True)
class CommitmentRow(Answer):
    """One commitment."""

    commitment: str
    agreement: str | None
    obligors: tuple[str, ...]
    """Empty where no report says who is bound."""
    beneficiaries: tuple[str, ...]
    action: str
    amount: str
    deadline: str
    """Days that the deadline allows, in words; empty where there is none."""
    rule: str
    words: str
    """The words that give the deadline."""
    latest: date | None
    condition: str | None
    class_: str
    timeliness: str
    label: str
    """State on the day asked for, in plain words."""
    working: str | None
    """How the deadline was counted: "29 Feb 2020 + 135 days = 13 Jul 2020"."""
    history: tuple[HistoryRow, ...]
    reports: int
    origins: int
    passages: tuple[Passage, ...]


def commitments(catalog: Catalog, *, timeliness: str | None = None) -> Rows[CommitmentRow]:
    """Give all commitments, by deadline, those without one last; `timeliness` keeps one state only."""
    found = [c for c in catalog.items.commitments if timeliness in (None, c.timeliness)]
    return rows_of(
        catalog, sorted(found, key=lambda c: (_latest(c) or date.max, catalog.name(c.agreement) or "", c.id))
    )


def board_of(catalog: Catalog) -> dict[str, tuple[Commitment, ...]]:
    """Give commitments by their state in plain words, in order of deadlines."""
    found: dict[str, list[Commitment]] = {}
    for c in commitments(catalog).chosen:
        found.setdefault(assess(c, catalog.as_of).label, []).append(c)
    return {label: tuple(several) for label, several in found.items()}


def rows_of(catalog: Catalog, chosen: Sequence[Commitment]) -> Rows[CommitmentRow]:
    """Give the rows of some commitments."""
    return Rows(chosen, partial(_row, catalog))


def _latest(c: Commitment) -> date | None:
    return c.deadline.days.latest if c.deadline else None


def _row(catalog: Catalog, c: Commitment) -> CommitmentRow:
    reports = [a.report for a in c.accounts]
    deadline = c.deadline
    history = tuple(
        HistoryRow(
            shown_when(h.as_of), h.implementation, catalog.name(h.attributed_to) or catalog.label(h.report),
            tuple(catalog.passage(q) for q in h.quotes), _voice(c, h.attributed_to),
        )
        for h in c.history
    )  # fmt: skip
    return CommitmentRow(
        c.id, catalog.name(c.agreement), catalog.names(c.obligors), catalog.names(c.beneficiaries), c.action,
        shown_amount(c.amount), shown_days(deadline.days) if deadline and deadline.days.known else "",
        deadline.rule if deadline else "none",
        deadline.text if deadline else "", deadline.days.latest if deadline else None,
        c.condition, c.class_, c.timeliness, assess(c, catalog.as_of).label, _working(catalog, c), history,
        len(set(reports)), catalog.origins(reports), catalog.passages(c.accounts),
    )  # fmt: skip


def _voice(c: Commitment, said_by: str | None) -> str:
    if said_by is None:
        return "report"
    return "party" if said_by in (*c.obligors, *c.beneficiaries) else "other"


def commitment(catalog: Catalog, id: str) -> CommitmentRow | None:
    """Give one commitment, or None if there is none of that id."""
    return next((_row(catalog, c) for c in catalog.items.commitments if c.id == id), None)


def _working(catalog: Catalog, c: Commitment) -> str | None:
    signed = next((a.date for a in catalog.items.agreements if a.id == c.agreement), None)
    if c.deadline is None or signed is None or not computed(c.deadline, signed.days).days.meets(c.deadline.days):
        return None
    return working(c.deadline, signed.days)
