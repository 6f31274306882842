"""The pages: each asks one view, keeps its filters in its address, and links every item to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from truceline.domain.dates import Days
from truceline.errors import BadArgument
from truceline.reconcile.compliance_index import index
from truceline.serve.answers import answer, page
from truceline.serve.reader import marks, runs
from truceline.serve.security import ORIGINAL_CSP
from truceline.serve.workbench import Workbench
from truceline.views import charts
from truceline.views.actors import actors, places
from truceline.views.catalog import Catalog, shown_days
from truceline.views.commitments import CommitmentRow, commitments
from truceline.views.disputes import disputes
from truceline.views.figures import series
from truceline.views.statements import statements
from truceline.views.timeline import timeline
from truceline.views.wording import comparison, wording

FINDINGS = ("contradiction", "scope_difference", "update", "corroboration", "copy")
BACKGROUND = timedelta(days=550)


def _bench(request: Request) -> Workbench:
    bench: Workbench = request.app.state.bench
    return bench


def _seen(request: Request) -> dict[str, Any]:
    """What every page with decisions shows: the length of the log and the review states."""
    bench = _bench(request)
    return {"seen": len(bench.log()), "states": bench.states()}


def _catalog(request: Request) -> Catalog:
    return _bench(request).catalog(request.query_params.get("as_of") or None)


def _between(request: Request) -> Days:
    try:
        return Days.between(request.query_params.get("from") or None, request.query_params.get("to") or None)
    except ValueError as error:
        raise BadArgument("From and to are days in order, written as 2020-07-14.") from error


def overview(request: Request) -> Response:
    """Show what is here, what is not yet reviewed, and what is due."""
    catalog, shared = _catalog(request), _seen(request)
    counts = {
        "timeline": len(catalog.items.events), "figures": len(catalog.items.figures),
        "statements": len(catalog.items.statements), "commitments": len(catalog.items.commitments),
        "disputes": len(disputes(catalog)), "wording": len(catalog.items.wording), "actors": len(catalog.items.actors),
        "places": len(catalog.items.places), "reports": len(catalog.items.reports),
    }  # fmt: skip
    promises = commitments(catalog)
    waiting = [c for c in promises if c.timeliness in ("overdue", "due_soon", "breach_reported", "breach_disputed")]
    states = Counter(shared["states"].values())
    origins = len({r.origin for r in catalog.items.reports})
    with _bench(request).record() as opened:
        skipped = opened.skipped()
    shown: dict[str, Any] = {
        "counts": counts,
        "waiting": waiting,
        "reviewed": dict(states),
        "origins": origins,
        "skipped": skipped,
    }
    return page(request, "overview.html", title="Overview", as_of=catalog.as_of, **shown, **shared)


def timeline_page(request: Request) -> Response:
    """Show events in order, by actor, type, status and days."""
    q, catalog = request.query_params, _catalog(request)
    rows = timeline(catalog, actor=q.get("actor") or None, between=_between(request))
    rows = tuple(r for r in rows if q.get("type") in (None, "", r.type) and q.get("status") in (None, "", r.status))
    published = [d for r in catalog.items.reports for d in (r.published.days.earliest, r.published.days.latest) if d]
    window = None
    if published and not (q.get("from") or q.get("to")):
        window = (min(published) - BACKGROUND, max([*published, *(r.latest for r in rows if r.latest)]))
    chart = charts.timeline_chart(rows, window)
    types, statuses = sorted({e.type for e in catalog.items.events}), sorted({e.status for e in catalog.items.events})
    shown = {"chart": chart, "types": types, "statuses": statuses, "title": "Timeline"}
    return answer(request, rows, "timeline.html", **shown, **_seen(request))


def figures_page(request: Request) -> Response:
    """Show figures as series."""
    catalog = _catalog(request)
    rows = series(catalog, measure=request.query_params.get("measure") or None)
    pictures = {s.series: charts.series_chart(s) if len(s.points) > 1 else "" for s in rows}
    return answer(request, rows, "figures.html", charts=pictures, title="Figures", **_seen(request))


def commitments_page(request: Request) -> Response:
    """Show who owes what on a day, by state, with both indices."""
    catalog = _catalog(request)
    rows = commitments(catalog, timeliness=request.query_params.get("state") or None)
    board: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        board.setdefault(row.label, []).append(row)
    strict, lenient = index(catalog.items.commitments, catalog.as_of)
    shown = {"board": board, "indices": (str(strict), str(lenient)), "as_of": catalog.as_of, "title": "Commitments"}
    return answer(request, rows, "commitments.html", **shown, **_seen(request))


def disputes_page(request: Request) -> Response:
    """Show contradictions, or other findings where asked for."""
    chosen = tuple(t for t in request.query_params.getlist("type") if t in FINDINGS) or ("contradiction",)
    rows = disputes(_catalog(request), types=chosen)
    return answer(request, rows, "disputes.html", chosen=chosen, types=FINDINGS, title="Disputes", **_seen(request))


def statements_page(request: Request) -> Response:
    """Show who said what."""
    rows = statements(_catalog(request), speaker=request.query_params.get("speaker") or None)
    return answer(request, rows, "statements.html", title="Statements", **_seen(request))


def wording_page(request: Request) -> Response:
    """Show how each publisher words it, in its own voice or in quoted ones."""
    catalog, voice = _catalog(request), request.query_params.get("voice")
    own = {"own": True, "quoted": False}.get(voice or "")
    rows = wording(catalog, own_voice=own)
    return answer(request, rows, "wording.html", comparison=comparison(catalog), title="Wording", **_seen(request))


def actors_page(request: Request) -> Response:
    """Show actors, which may be merged."""
    rows = actors(_catalog(request), type=request.query_params.get("type") or None)
    types = sorted({a.type for a in _catalog(request).items.actors})
    return answer(request, rows, "actors.html", types=types, title="Actors", **_seen(request))


def places_page(request: Request) -> Response:
    """Show places with their precision."""
    return answer(request, places(_catalog(request)), "places.html", title="Places", **_seen(request))


def reports_page(request: Request) -> Response:
    """Show the reports of the record."""
    catalog = _catalog(request)
    days = {r.id: shown_days(r.published.days) for r in catalog.items.reports}
    copies = {r.id: catalog.label(r.copy_of) for r in catalog.items.reports if r.copy_of}
    shown: dict[str, Any] = {"reports": catalog.items.reports, "days": days, "copies": copies, "title": "Reports"}
    return page(request, "reports.html", **shown, **_seen(request))


def report_page(request: Request) -> Response:
    """Show what one report says and what was taken from it."""
    catalog, id = _catalog(request), request.path_params["id"]
    if id not in catalog.reports:
        raise BadArgument(f"The record has no report {id}.")
    found, report = marks(catalog, id), catalog.reports[id]
    days = shown_days(report.published.days)
    shown: dict[str, Any] = {"report": report, "days": days, "runs": runs(catalog, id, found), "marks": found}
    return page(request, "report.html", title=report.title or report.source, **shown, **_seen(request))


def original(request: Request) -> Response:
    """Give a report as it was imported, locked in: no script runs, nothing is asked of the network."""
    with _bench(request).record() as opened:
        content, media_type = opened.original(request.path_params["id"])
    kind = "text/html; charset=utf-8" if "html" in media_type else "text/plain; charset=utf-8"
    return Response(content, media_type=kind, headers={"content-security-policy": ORIGINAL_CSP})


def review(request: Request) -> Response:
    """Show proposed items one after the other: accept, reject or edit each with one key."""
    catalog, shared = _catalog(request), _seen(request)
    rows = [r for r in timeline(catalog) if r.event not in shared["states"]]
    skip = int(request.query_params.get("skip") or 0) if (request.query_params.get("skip") or "0").isdigit() else 0
    item = rows[skip] if skip < len(rows) else None
    return page(request, "review.html", title="Review", item=item, left=len(rows), skip=skip, **shared)


def decisions_page(request: Request) -> Response:
    """Show what was decided, newest first, with a way back."""
    log = tuple(reversed(_bench(request).log()))
    undone = {d.target for d in log if d.action == "undo"} - {d.target for d in log if d.action == "redo"}
    return page(request, "decisions.html", title="Decisions", log=log, undone=undone, **_seen(request))


def search(request: Request) -> Response:
    """Find reports that hold all the words."""
    words = request.query_params.get("q") or ""
    with _bench(request).record() as opened:
        found = opened.search(words) if words else ()
    shown: dict[str, Any] = {"words": words, "found": found, "catalog": _catalog(request), "title": "Search"}
    return page(request, "search.html", **shown, **_seen(request))


def check(request: Request) -> Response:
    """Check every invariant and every hash of the record."""
    with _bench(request).record() as opened:
        found, state = opened.violations(), opened.state()
    return page(request, "check.html", title="Verify", found=found, state=state, **_seen(request))


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the menu: its address, its name there, and what answers."""

    path: str
    name: str | None
    answers: Callable[[Request], Response]


PAGES = (
    Place("/", "Overview", overview),
    Place("/review", "Review", review),
    Place("/timeline", "Timeline", timeline_page),
    Place("/figures", "Figures", figures_page),
    Place("/commitments", "Commitments", commitments_page),
    Place("/disputes", "Disputes", disputes_page),
    Place("/statements", "Statements", statements_page),
    Place("/wording", "Wording", wording_page),
    Place("/actors", "Actors", actors_page),
    Place("/places", "Places", places_page),
    Place("/reports", "Reports", reports_page),
    Place("/reports/{id}", None, report_page),
    Place("/reports/{id}/original", None, original),
    Place("/search", "Search", search),
    Place("/decisions", "Decisions", decisions_page),
    Place("/verify", "Verify", check),
)
"""Add a page: one function above and one row here."""
