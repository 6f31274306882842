"""Pages about the reports themselves: the list, one report with what was taken from it, the original, the search."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from truceline.errors import BadArgument
from truceline.reconcile.attached import MAKERS
from truceline.serve.answers import page
from truceline.serve.asking import bench_of, catalog_of, decided
from truceline.serve.original import as_text, is_text, locked_in
from truceline.serve.reader import marks, runs
from truceline.serve.security import ORIGINAL_CSP
from truceline.views.catalog import shown_days
from truceline.views.deciding import CHOICES


def reports_page(request: Request) -> Response:
    """Show the reports of the record."""
    catalog = catalog_of(request)
    days = {r.id: shown_days(r.published.days) for r in catalog.items.reports}
    copies = {r.id: catalog.label(r.copy_of) for r in catalog.items.reports if r.copy_of in catalog.reports}
    shown: dict[str, Any] = {"reports": catalog.items.reports, "days": days, "copies": copies, "title": "Reports"}
    return page(request, "reports.html", **shown, **decided(request))


def report_page(request: Request) -> Response:
    """Show what one report says, what was taken from it, and a way to add what was missed."""
    catalog, id = catalog_of(request), request.path_params["id"]
    if id not in catalog.reports:
        raise BadArgument(f"The record has no report {id}.")
    found, report = marks(catalog, id), catalog.reports[id]
    event_types = sorted({e.type for e in catalog.items.events} | {"OTHER"})
    measures = sorted({f.measure for f in catalog.items.figures})
    types = {
        "event": event_types, "figure": measures, "statement": CHOICES["statement", "stance"],
        "agreement": CHOICES["agreement", "status"], "commitment": CHOICES["commitment", "class"],
        "wording": CHOICES["wording", "class"],
    }  # fmt: skip
    shown: dict[str, Any] = {
        "report": report, "days": shown_days(report.published.days), "runs": runs(catalog, id, found), "marks": found,
        "kinds": tuple(MAKERS), "types": types,
    }  # fmt: skip
    return page(request, "report.html", title=report.title or report.source, **shown, **decided(request))


def original(request: Request) -> Response:
    """Show a report as it was imported, in a frame that may do nothing."""
    catalog, id = catalog_of(request), request.path_params["id"]
    if id not in catalog.reports:
        raise BadArgument(f"The record has no report {id}.")
    report = catalog.reports[id]
    title = f"{report.title or report.source}, as it was imported"
    return page(
        request, "original.html", report=report, text=is_text(report.media_type), title=title, **decided(request)
    )


def original_page(request: Request) -> Response:
    """Give what the frame shows, locked in: no script runs, nothing is asked of the network."""
    with bench_of(request).record() as opened:
        content, media_type = opened.original(request.path_params["id"])
    headers = {"content-security-policy": ORIGINAL_CSP, "x-dns-prefetch-control": "off"}
    if "html" in media_type:
        return HTMLResponse(locked_in(content), headers=headers)
    return PlainTextResponse(as_text(content, media_type), headers=headers)


def search(request: Request) -> Response:
    """Find reports that hold all the words."""
    words = request.query_params.get("q") or ""
    with bench_of(request).record() as opened:
        found = opened.search(words) if words else ()
    shown: dict[str, Any] = {"words": words, "found": found, "catalog": catalog_of(request), "title": "Search"}
    return page(request, "search.html", **shown, **decided(request))
