"""Where accounts disagree, agree, or only seem to disagree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from truceline.domain.items import Finding
from truceline.views.catalog import Answer, Catalog, Passage
from truceline.views.rows import Rows

_ORDER = ("contradiction", "scope_difference", "update", "corroboration", "copy")


@dataclass(frozen=True, slots=True)
class SideRow(Answer):
    """One side of a finding."""

    side: str
    kind: str
    id: str
    says: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow(Answer):
    """One finding."""

    finding: str
    type: str
    about: str
    strength: str
    reason: str
    sides: tuple[SideRow, ...]


def disputes(catalog: Catalog, *, types: tuple[str, ...] = ("contradiction",)) -> Rows[DisputeRow]:
    """Give the findings of some types, strict ones first."""
    found = [f for f in catalog.items.findings if f.type in types]
    ordered = sorted(found, key=lambda f: (_ORDER.index(f.type), f.strength != "strict", f.about, f.id))
    return Rows(ordered, partial(_row, catalog))


def _row(catalog: Catalog, f: Finding) -> DisputeRow:
    sides = tuple(
        SideRow(s.side, s.kind, s.id, catalog.label(s.report), tuple(catalog.passage(q) for q in s.quotes))
        for s in f.items
    )
    return DisputeRow(f.id, f.type, f.about, f.strength, f.reason, sides)
