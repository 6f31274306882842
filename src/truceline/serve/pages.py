"""The pages: each asks one view, keeps its filters in its address, and links every item to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from truceline.serve.answers import page
from truceline.serve.asking import bench_of, catalog_of, day_of, decided
from truceline.serve.report_pages import original, original_page, report_page, reports_page, search
from truceline.serve.transfer_pages import export_page, exported, import_page
from truceline.serve.view_pages import (
    actors_page,
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
from truceline.serve.work_pages import check, decisions_page, disputes_page, ratings_page, review
from truceline.views.commitments import commitments
from truceline.views.disputes import disputes
from truceline.views.figures import series
from truceline.views.queue import queue, waiting

PRESSING = ("overdue", "due_soon", "breach_reported", "breach_disputed")


def overview(request: Request) -> Response:
    """Show what is here, what is not yet reviewed, and what is due."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    items = catalog.items
    counts = {
        "timeline": len(items.events), "figures": len(bench.answer("series", series)),
        "commitments": len(items.commitments), "statements": len(items.statements),
        "disputes": len(bench.answer("disputes ('contradiction',)", disputes)), "wording": len(items.wording),
        "actors": len(items.actors), "places": len(items.places), "reports": len(items.reports),
    }  # fmt: skip
    promises = bench.answer("commitments", commitments, day_of(request))
    entries = bench.answer("queue", lambda c: queue(c.items))
    with bench.record() as opened:
        skipped = opened.skipped()
    shown: dict[str, Any] = {
        "counts": counts, "waiting": [c for c in promises if c.timeliness in PRESSING], "skipped": skipped,
        "reviewed": dict(Counter(shared["states"].values())), "left": len(waiting(entries, shared["states"])),
        "all": len(entries), "origins": len({r.origin for r in items.reports}),
    }  # fmt: skip
    return page(request, "overview.html", title="Overview", as_of=catalog.as_of, **shown, **shared)


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
    Place("/places", "Places", places_page),
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
