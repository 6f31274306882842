"""The reports themselves: when each was published, by whom, and what it copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from truceline.domain.items import ReportItem
from truceline.views.catalog import Answer, Catalog, shown_days
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class ReportRow(Answer):
    """One report, without its text."""

    report: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str
    basis: str
    source: str
    sha256: str
    origin: str
    copy_of: str | None
    """Publisher or title of the report that this one copies."""
    copy_degree: str | None


@dataclass(frozen=True, slots=True)
class Hit(Answer):
    """A report that holds some words."""

    report: str
    title: str
    publisher: str
    published: str
    passage: str
    """Its words, those that were looked for in brackets."""


def newest_first(catalog: Catalog) -> Rows[ReportRow]:
    """Give all reports, the newest first, those without a day last."""
    return Rows(sorted(catalog.items.reports, key=_newest), partial(_row, catalog))


def _newest(r: ReportItem) -> tuple[int, str]:
    day = r.published.days.latest or r.published.days.earliest or date.min
    return (-day.toordinal(), r.id)


def _row(catalog: Catalog, r: ReportItem) -> ReportRow:
    copy = catalog.label(r.copy_of) if r.copy_of in catalog.reports else None
    return ReportRow(
        r.id, r.title, r.publisher, r.authors, shown_days(r.published.days), r.published.basis, r.source, r.sha256,
        r.origin, copy, r.copy_degree,
    )  # fmt: skip


def hit(catalog: Catalog, report: str, passage: str) -> Hit:
    """Show a report that was found."""
    r = catalog.reports[report]
    return Hit(report, r.title or r.source, catalog.label(report), shown_days(r.published.days), passage)
