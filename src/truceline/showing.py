"""Views as tables for the terminal: one row in the table of views, one function that names its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from truceline.views.actors import actors, places
from truceline.views.catalog import Catalog, Passage
from truceline.views.commitments import commitments
from truceline.views.disputes import disputes
from truceline.views.figures import series
from truceline.views.statements import statements
from truceline.views.timeline import timeline
from truceline.views.wording import wording

QUOTE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class View:
    """A view that the terminal can show: its columns, its rows, and the cells of a row."""

    columns: tuple[str, ...]
    rows: Callable[[Catalog], Sequence[Any]]
    cells: Callable[[Any], Iterable[tuple[str, ...]]]


def _words(passages: Sequence[Passage]) -> str:
    text = " ".join(passages[0].exact.split()) if passages else ""
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…"


def _side(row: Any, side: str) -> str:
    return _words([p for s in row.sides if s.side == side for p in s.passages])


def _bound(row: Any) -> str:
    return ", ".join(row.obligors) or "unstated"


def _pair(row: Any) -> str:
    return f"{row.reports} / {row.origins}"


VIEWS: dict[str, View] = {
    "timeline": View(
        ("When", "What", "Status", "Reports / origins", "The words"), timeline,
        lambda r: [(r.when, r.summary, r.status, _pair(r), _words(r.passages))],
    ),
    "figures": View(
        ("Series", "As of", "Amount", "Who says so", "Reports / origins", "The words"), series,
        lambda s: [(s.title, p.as_of, p.shown, ", ".join(p.says), _pair(p), _words(p.passages)) for p in s.points],
    ),
    "commitments": View(
        ("Who", "What", "By when", "State", "Reports / origins", "The words"), commitments,
        lambda r: [
            (_bound(r), r.action, r.deadline or "–", r.label, _pair(r), _words(r.passages))
        ],
    ),
    "disputes": View(
        ("About", "Strength", "Reason", "One side", "The other"), disputes,
        lambda r: [(r.about, r.strength, r.reason, _side(r, "a"), _side(r, "b"))],
    ),
    "statements": View(
        ("When", "Who", "Stance", "Form", "Reports / origins", "The words"), statements,
        lambda r: [(r.when, ", ".join(r.speakers) or "a document", r.stance, r.form, _pair(r), _words(r.passages))],
    ),
    "wording": View(
        ("Publisher", "Phrase", "Sort", "For", "In whose voice"), wording,
        lambda r: [(r.publisher, r.phrase, r.class_, r.target or "", r.voice or "its own")],
    ),
    "actors": View(
        ("Actor", "Type", "Country", "Names"), actors,
        lambda r: [(r.name, r.type, r.country or "", ", ".join(f"{n} {c}" for n, c in r.names[:8]))],
    ),
    "places": View(
        ("Place", "Type", "Country", "Located", "Names"), places,
        lambda r: [(r.name, r.type, r.country or "", r.precision, ", ".join(f"{n} {c}" for n, c in r.names[:8]))],
    ),
}  # fmt: skip


def table(view: View, catalog: Catalog, limit: int | None = None) -> Table:
    """Make the table of a view; the quotes of a report may hold anything, so nothing is read as mark-up."""
    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in view.columns:
        made.add_column(column, overflow="fold")
    rows = [cells for row in view.rows(catalog) for cells in view.cells(row)]
    for cells in rows[:limit]:
        made.add_row(*(_plain(cell) for cell in cells))
    if limit is not None and len(rows) > limit:
        made.add_row(f"… {len(rows) - limit} more")
    return made


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
