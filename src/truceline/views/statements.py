"""Who said what, and how it is reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.views.catalog import Answer, Catalog, Passage, shown_when


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


def statements(catalog: Catalog, *, speaker: str | None = None) -> tuple[StatementRow, ...]:
    """Give all statements in order of their dates; `speaker` is part of a name."""
    found = []
    for s in catalog.items.statements:
        names = catalog.names(s.speakers)
        if speaker and not any(speaker.casefold() in n.casefold() for n in names):
            continue
        reports = [a.report for a in s.accounts]
        first = s.accounts[0]
        found.append(
            StatementRow(
                s.id, names, s.stance, first.form, shown_when(s.date), s.date.days.latest if s.date else None,
                catalog.names(dict.fromkeys(r for a in s.accounts for r in a.relayed_by)),
                catalog.names(dict.fromkeys(r for a in s.accounts for r in a.addressees)), len(set(reports)),
                catalog.origins(reports), catalog.passages(s.accounts),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda r: (r.latest or date.max, r.speakers, r.statement)))
