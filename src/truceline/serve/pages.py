"""The pages: each asks one view, keeps its filters in its address, and links every item to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from truceline.domain.items import Commitment
from truceline.serve.actor_pages import actor_page, actors_page, place_page
from truceline.serve.answers import page
from truceline.serve.asking import bench_of, catalog_of, day_of, decided
from truceline.serve.report_pages import original, original_page, report_page, reports_page, search
from truceline.serve.transfer_pages import export_page, exported, import_page
from truceline.serve.view_pages import (
    commitment_page,
    commitments_page,
    figures_page,
    map_page,
    places_page,
    series_page,
    statements_page,
    timeline_page,
    wording_page,
)
from truceline.serve.work_pages import check, decisions_page, disputes_page, queue_now, ratings_page, review
from truceline.serve.workbench import NAMES
from truceline.views.catalog import Catalog
from truceline.views.commitments import commitments, rows_of
from truceline.views.queue import KINDS

MOST_DUE = 12
PRESSING = ("overdue", "due_soon", "breach_reported", "breach_disputed")


def overview(request: Request) -> Response:
    """Show what is here, what is not yet reviewed, and what is due."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    items, day = catalog.items, day_of(request)
    line = queue_now(bench)
    counts = {
        "timeline": len(items.events), "figures": bench.answer("count of series", _count_series, on=("figures",)),
        "commitments": len(items.commitments), "statements": len(items.statements),
        "disputes": bench.answer("count of disputes", _count_disputes, on=("findings",)),
        "wording": len(items.wording), "actors": len(items.actors), "places": len(items.places),
        "reports": len(items.reports),
    }  # fmt: skip
    pressing = [c for c in bench.answer("commitments", _by_deadline, day, on=("commitments", *NAMES)) if _presses(c)]
    with bench.record() as opened:
        skipped = opened.skipped()
    judged = {id: state for id, state in shared["states"].items() if id.partition("-")[0] in KINDS}
    gone = sum(id not in line.places for id in judged)  # what was rejected is in no queue, but it was decided
    shown: dict[str, Any] = {
        "counts": counts, "waiting": rows_of(catalog, pressing[:MOST_DUE])[:], "more": len(pressing) - MOST_DUE,
        "skipped": skipped, "reviewed": dict(Counter(judged.values())),
        "left": sum(e.id not in shared["states"] for e in line.entries), "all": len(line.entries) + gone,
        "origins": bench.answer("origins", lambda c: len({r.origin for r in c.items.reports}), on=("reports",)),
    }  # fmt: skip
    return page(request, "overview.html", title="Overview", as_of=catalog.as_of, **shown, **shared)


def _presses(c: Commitment) -> bool:
    return c.timeliness in PRESSING


def _by_deadline(catalog: Catalog) -> Sequence[Commitment]:
    return commitments(catalog).chosen


def _count_series(catalog: Catalog) -> int:
    return len({f.series for f in catalog.items.figures})


def _count_disputes(catalog: Catalog) -> int:
    return sum(f.type == "contradiction" for f in catalog.items.findings)


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its address, its name in the menu, and what answers."""

    path: str
    name: str | None
    answers: Callable[[Request], Response]


PAGES = (
    Place("/", "Overview", overview),
    Place("/review", "Review", review),
    Place("/timeline", "Timeline", timeline_page),
    Place("/map", "Map", map_page),
    Place("/figures", "Figures", figures_page),
    Place("/figures/{id}", None, series_page),
    Place("/commitments", "Commitments", commitments_page),
    Place("/commitments/{id}", None, commitment_page),
    Place("/disputes", "Disputes", disputes_page),
    Place("/statements", "Statements", statements_page),
    Place("/wording", "Wording", wording_page),
    Place("/actors", "Actors", actors_page),
    Place("/actors/{id}", None, actor_page),
    Place("/places", "Places", places_page),
    Place("/places/{id}", None, place_page),
    Place("/reports", "Reports", reports_page),
    Place("/reports/{id}", None, report_page),
    Place("/reports/{id}/original", None, original),
    Place("/reports/{id}/original/page", None, original_page),
    Place("/search", "Search", search),
    Place("/ratings", "Ratings", ratings_page),
    Place("/decisions", "Decisions", decisions_page),
    Place("/import", "Import", import_page),
    Place("/export", "Export", export_page),
    Place("/export/{name}", None, exported),
    Place("/verify", "Verify", check),
)
"""Add a page: one function in its module and one row here."""
