"""Pages about the reports themselves: the list, one report with what was taken from it, the original, the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from truceline.errors import BadArgument
from truceline.reconcile.attached import MAKERS
from truceline.reconcile.splitting import NAMED
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, catalog_of, decided
from truceline.serve.original import as_text, is_text, locked_in
from truceline.serve.paging import paged
from truceline.serve.reader import CARRIED, Mark, Told, in_text, marks, runs, told_by
from truceline.serve.security import ORIGINAL_CSP
from truceline.serve.workbench import Workbench
from truceline.views.catalog import Catalog, shown_days
from truceline.views.deciding import CHOICES
from truceline.views.opinions import Opinions
from truceline.views.reports import hit, newest_first


def reports_page(request: Request) -> Response:
    """Show the reports of the record, the newest first, or those of one publisher."""
    publisher = asked(request, "publisher")
    rows = bench_of(request).answer("reports", newest_first, on=("reports",))
    if publisher:
        rows = rows.only(lambda r: (r.publisher or "unknown publisher") == publisher)
    return answer(request, rows, "reports.html", title="Reports", **paged(request, rows), **decided(request))


def report_page(request: Request) -> Response:
    """Show what one report says, what was taken from it, and a way to add what was missed."""
    bench, catalog, id = bench_of(request), catalog_of(request), request.path_params["id"]
    if id not in catalog.reports:
        raise BadArgument(f"The record has no report {id}.")
    told = [entry for group in CARRIED for entry in _told(bench, group).get(id, ())]
    shared, report = decided(request), catalog.reports[id]
    found = tuple(sorted((*marks(catalog, id, told), *_by_hand(bench, shared["opinions"], id)), key=in_text))
    words = bench.answer("words of kinds", _words, on=("events", "figures"))
    shown: dict[str, Any] = {
        "report": report, "days": shown_days(report.published.days), "runs": runs(catalog, id, found), "marks": found,
        "kinds": tuple(MAKERS), "types": words,
        "copy": catalog.label(report.copy_of) if report.copy_of in catalog.reports else None,
    }  # fmt: skip
    return page(request, "report.html", title=report.title or report.source, **shown, **shared)


def _by_hand(bench: Workbench, held: Opinions, report: str) -> list[Mark]:
    """Actors and places that a person added: they keep names, and the words that were marked are in the decision."""
    return [
        Mark(d.after["start"], d.after["end"], d.target_kind, d.target, str(item.name))
        for d in held.attached.values()
        if d.target_kind in NAMED and d.after["report"] == report and (item := bench.item(d.target_kind, d.target))
    ]


def _told(bench: Workbench, group: str) -> Told:
    return bench.answer(f"told by {group}", lambda c: told_by(getattr(c.items, group)), on=(group,))


def _words(catalog: Catalog) -> dict[str, Sequence[str]]:
    """The sorts of each kind that a person can add."""
    return {
        "event": sorted({e.type for e in catalog.items.events} | {"OTHER"}),
        "figure": sorted({f.measure for f in catalog.items.figures} | {"other"}),
        "statement": CHOICES["statement", "stance"], "agreement": CHOICES["agreement", "status"],
        "commitment": CHOICES["commitment", "class"], "wording": CHOICES["wording", "class"],
        "actor": CHOICES["actor", "type"], "place": CHOICES["place", "type"],
    }  # fmt: skip


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
    words, catalog = request.query_params.get("q") or "", catalog_of(request)
    with bench_of(request).record() as opened:
        found = opened.search(words) if words else ()
    hits = tuple(hit(catalog, report, passage) for report, passage in found if report in catalog.reports)
    return answer(request, hits, "search.html", words=words, title="Search", **decided(request))
