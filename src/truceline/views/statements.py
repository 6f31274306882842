"""Who said what, and how it is reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from truceline.domain.items import Statement
from truceline.views.catalog import Answer, Catalog, Passage, shown_when
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class StatementRow(Answer):
    """One statement."""

    statement: str
    speakers: tuple[str, ...]
    stance: str
    form: str
    when: str
    latest: date | None
    relayed_by: tuple[str, ...]
    addressees: tuple[str, ...]
    reports: int
    origins: int
    passages: tuple[Passage, ...]


def statements(catalog: Catalog, *, speaker: str | None = None) -> Rows[StatementRow]:
    """Give all statements in order of their dates; `speaker` is part of a name."""
    part = (speaker or "").casefold()
    found = [
        s for s in catalog.items.statements if not part or any(part in n.casefold() for n in catalog.names(s.speakers))
    ]
    ordered = sorted(
        found, key=lambda s: ((s.date and s.date.days.latest) or date.max, catalog.names(s.speakers), s.id)
    )
    return Rows(ordered, partial(_row, catalog))


def _row(catalog: Catalog, s: Statement) -> StatementRow:
    reports, first = [a.report for a in s.accounts], s.accounts[0]
    return StatementRow(
        s.id, catalog.names(s.speakers), s.stance, first.form, shown_when(s.date),
        s.date.days.latest if s.date else None,
        catalog.names(dict.fromkeys(r for a in s.accounts for r in a.relayed_by)),
        catalog.names(dict.fromkeys(r for a in s.accounts for r in a.addressees)), len(set(reports)),
        catalog.origins(reports), catalog.passages(s.accounts),
    )  # fmt: skip
