"""How many, who says so, and how the number moved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, Days, When
from truceline.domain.items import Figure
from truceline.views.catalog import Answer, Catalog, Passage, shown_amount, shown_days, shown_when
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class Point(Answer):
    """One figure of a series."""

    figure: str
    amount: Amount
    shown: str
    """The amount with its bound, in words."""
    as_of: str
    earliest: date | None
    latest: date | None
    by: str | None
    changed_from: str | None
    says: tuple[str, ...]
    """Whom reports credit, or the publishers that tell it in their own voice."""
    reports: int
    origins: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Series(Answer):
    """Figures that count the same: measure, whose, where, unit, stock or flow."""

    series: str
    measure: str
    of: str | None
    where: str | None
    unit: str | None
    stock_or_flow: str | None
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """Name the series in words."""
        whose = f" · {self.of}" if self.of else ""
        return self.measure.replace("_", " ").capitalize() + whose + (f" · {self.where}" if self.where else "")


def series(catalog: Catalog, *, measure: str | None = None) -> Rows[Series]:
    """Give all series, those with most figures first; `measure` is part of a measure's name."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in catalog.items.figures:
        if measure is None or measure in figure.measure:
            groups[figure.series].append(figure)
    ordered = sorted(groups, key=lambda id: (-len(groups[id]), groups[id][0].measure, id))
    return Rows(ordered, lambda id: _series(catalog, id, groups[id]))


def one_series(catalog: Catalog, id: str) -> Series | None:
    """Give one series, or None if there is none of that id."""
    figures = [f for f in catalog.items.figures if f.series == id]
    return _series(catalog, id, figures) if figures else None


def _series(catalog: Catalog, id: str, figures: list[Figure]) -> Series:
    first = figures[0]
    points = sorted((_point(catalog, f) for f in figures), key=lambda p: (p.latest or p.earliest or date.max, p.figure))
    return Series(
        id, first.measure, catalog.name(first.of), catalog.name(first.where), first.amount.unit, first.stock_or_flow,
        tuple(points),
    )  # fmt: skip


def _point(catalog: Catalog, f: Figure) -> Point:
    reports = [a.report for a in f.accounts]
    says = dict.fromkeys(catalog.name(a.attributed_to) or catalog.label(a.report) for a in f.accounts)
    days = f.as_of.days if f.as_of else UNKNOWN_DAYS
    return Point(
        f.id, f.amount, shown_amount(f.amount), shown_when(f.as_of), days.earliest, days.latest,
        _due(f.by), shown_amount(f.change_from) or None, tuple(says), len(set(reports)),
        catalog.origins(reports), catalog.passages(f.accounts),
    )  # fmt: skip


def _due(by: When | None) -> str | None:
    """Give the day by which a figure is due, as it stands behind "by"."""
    return shown_days(Days(by.days.latest, by.days.latest)) if by and by.days.latest else None
