"""Pages that show one view each: what happened, how many, what was promised, who said what, how it is worded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from truceline.domain.dates import Days
from truceline.domain.items import Event
from truceline.errors import BadArgument
from truceline.reconcile.compliance_index import index
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, between, catalog_of, day_of, decided
from truceline.serve.paging import paged
from truceline.serve.workbench import NAMES
from truceline.views import charts
from truceline.views.actors import places
from truceline.views.catalog import Catalog
from truceline.views.commitments import CommitmentRow, board_of, commitment
from truceline.views.commitments import rows_of as rows_of_commitments
from truceline.views.deciding import LINKS
from truceline.views.figures import one_series, series
from truceline.views.map import map_chart, map_note, spots
from truceline.views.statements import statements
from truceline.views.timeline import Wanted, in_order, rows_of
from truceline.views.wording import comparison, wording

BACKGROUND = timedelta(days=550)
"""How long before the first report the chart of events begins, and after the last one ends; others are in the table."""
MOST_SERIES = 25
"""Series shown on one page, each with its chart."""
EVENTS = ("events", *NAMES)
MOST_TARGETS = 40
"""Targets whose labels are compared on the page of wordings; the filters find the others."""


RULES = {
    "fixed": "a day that the words name", "offset": "a time counted from a day",
    "on_event": "as soon as something happens", "within": "a part of another deadline",
    "chain": "counted from the deadline before it", "continuing": "holds without end, or until an end is told",
    "none": "no day",
}  # fmt: skip
"""Rules of the deadline algebra in plain words."""


def timeline_page(request: Request) -> Response:
    """Show events in order, by actor, type, status, place and days."""
    bench, catalog, days = bench_of(request), catalog_of(request), between(request)
    wanted = Wanted(asked(request, "actor"), days, *(asked(request, k) for k in ("type", "status", "place")))
    if wanted == Wanted():
        events = bench.answer("timeline", in_order, on=EVENTS)
    else:
        events = in_order(catalog, wanted)
    rows, at = rows_of(catalog, events), asked(request, "at")
    shown = paged(request, rows, at=next((n for n, e in enumerate(events) if e.id == at), None) if at else None)
    shown |= {"title": "Timeline"}
    if asked(request, "as") is None:
        here = {r.event for r in shown["shown"]}
        if wanted == Wanted() and len(events) > charts.MOST_MARKS:
            shown |= bench.answer(
                "dense timeline", lambda c: _drawn(c, events, days, _here, _periods(request)), on=EVENTS
            )
        else:
            shown |= _drawn(catalog, events, days, _marks(request, here), _periods(request))
        shown |= bench.answer("words of events", _words_of_events, on=("events",))
    return answer(request, rows, "timeline.html", **shown, **decided(request))


def _here(id: str) -> str:
    return f"/timeline?at={id}#{id}"


def _drawn(
    catalog: Catalog, events: Sequence[Event], days: Days, link: Callable[[str], str],
    periods: Callable[[date, date], str],
) -> dict[str, Any]:  # fmt: skip
    """The chart, whether its bars count events instead of showing each, and how many are in the table only."""
    window = None if days.known else _window(catalog.items.reports)
    marks = charts.inside([charts.happened(e) for e in events], window)
    chart = charts.timeline_chart(marks, window, link, periods)
    return {"chart": chart, "dense": len(marks) > charts.MOST_MARKS, "undrawn": len(events) - len(marks)}


def _words_of_events(catalog: Catalog) -> dict[str, Any]:
    events = catalog.items.events
    return {"types": sorted({e.type for e in events}), "statuses": sorted({e.status for e in events})}


def _kept(request: Request, *without: str) -> list[tuple[str, str]]:
    return [(k, v) for k, v in request.query_params.multi_items() if v and k not in ("as", "done", "page", *without)]


def _marks(request: Request, here: set[str]) -> Callable[[str], str]:
    """Where a mark leads: to its row, on this page or on the page that has it."""
    kept = _kept(request, "at")
    return lambda id: f"#{id}" if id in here else f"/timeline?{urlencode([*kept, ('at', id)])}#{id}"


def _periods(request: Request) -> Callable[[date, date], str]:
    """Where a bar of many events leads: to the days that it stands for."""
    kept = _kept(request, "at", "from", "to")
    return lambda first, last: f"/timeline?{urlencode([*kept, ('from', str(first)), ('to', str(last))])}"


def _window(reports: Any) -> tuple[date, date] | None:
    published = [d for r in reports for d in (r.published.days.earliest, r.published.days.latest) if d]
    if not published:
        return None
    return min(published) - BACKGROUND, max(published) + BACKGROUND


def map_page(request: Request) -> Response:
    """Show where events lie, as precisely as told, and beside it what is not located."""
    bench, on = bench_of(request), ("events", "places")
    rows = bench.answer("map", spots, on=on)
    whole = asked(request, "whole") == "1"
    chart = bench.answer(f"map chart {whole}", lambda catalog: map_chart(rows, whole=whole), on=on)
    shown = {"chart": chart, "whole": whole, "note": map_note(), "title": "Map"}
    return answer(request, rows, "map.html", **shown, **decided(request))


def figures_page(request: Request) -> Response:
    """Show figures as series."""
    measure, bench = asked(request, "measure"), bench_of(request)
    if measure is None:
        rows = bench.answer("series", series, on=("figures", *NAMES))
    else:
        rows = series(catalog_of(request), measure=measure)
    shown = paged(request, rows, MOST_SERIES)
    pictures = {s.series: charts.series_chart(s) if len(s.points) > 1 else "" for s in shown["shown"]}
    return answer(request, rows, "figures.html", charts=pictures, title="Figures", **shown, **decided(request))


def series_page(request: Request) -> Response:
    """Show one series: how the number moved, and who says so."""
    found = one_series(catalog_of(request), request.path_params["id"])
    if found is None:
        raise BadArgument(f"The record has no series {request.path_params['id']}.")
    shown = {"series": found, "chart": charts.series_chart(found), "title": found.title}
    return answer(request, found.points, "series.html", **shown, **paged(request, found.points), **decided(request))


def commitments_page(request: Request) -> Response:
    """Show who owes what on a day, by state, with both indices."""
    bench, day, state = bench_of(request), day_of(request), asked(request, "state")
    board = bench.answer("board", board_of, day, on=("commitments", *NAMES))
    chosen = [c for label, several in board.items() for c in several if state in (None, c.timeliness, label)]
    rows = rows_of_commitments(catalog_of(request), chosen)
    shown = paged(request, rows)
    grouped: dict[str, list[CommitmentRow]] = {}
    for row in shown["shown"]:
        grouped.setdefault(row.label, []).append(row)
    catalog = catalog_of(request)
    strict, lenient = bench.answer(
        "index", lambda c: index(c.items.commitments, c.as_of), day, on=("commitments",)
    )  # fmt: skip
    shown |= {"board": grouped, "counts": {label: len(several) for label, several in board.items()}, "state": state}
    shown |= {"indices": (str(strict), str(lenient)), "as_of": catalog.as_of, "title": "Commitments"}
    return answer(request, rows, "commitments.html", **shown, **decided(request))


def commitment_page(request: Request) -> Response:
    """Show one commitment: why it has its state, line by line."""
    catalog, id = catalog_of(request), request.path_params["id"]
    row = commitment(catalog, id)
    if row is None:
        raise BadArgument(f"The record has no commitment {id}.")
    others = bench_of(request).answer("short commitments", _short, on=("commitments", *NAMES))
    others = {key: says for key, says in others.items() if key != id}
    shown: dict[str, Any] = {"c": row, "as_of": catalog.as_of, "rules": RULES, "title": row.action}
    shown |= {"others": others, "ways": LINKS}
    return page(request, "commitment.html", **shown, **decided(request))


def _short(catalog: Catalog) -> dict[str, str]:
    said = ((c.id, ", ".join(catalog.names(c.obligors)) or "Nobody named", c.action) for c in catalog.items.commitments)
    return {id: f"{who}: {action}" for id, who, action in said}


def statements_page(request: Request) -> Response:
    """Show who said what."""
    speaker, bench = asked(request, "speaker"), bench_of(request)
    if speaker is None:
        rows = bench.answer("statements", statements, on=("statements", *NAMES))
    else:
        rows = statements(catalog_of(request), speaker=speaker)
    return answer(request, rows, "statements.html", title="Statements", **paged(request, rows), **decided(request))


def wording_page(request: Request) -> Response:
    """Show how each publisher words it, in its own voice or in quoted ones."""
    own = {"own": True, "quoted": False}.get(asked(request, "voice") or "")
    on = ("wording", "events", *NAMES)
    rows = wording(catalog_of(request), own_voice=own, phrase=asked(request, "phrase"), publisher=asked(request, "by"))
    targets = bench_of(request).answer("comparison", comparison, on=on)
    shown: dict[str, Any] = {"comparison": targets[:MOST_TARGETS], "more": len(targets) - MOST_TARGETS}
    return answer(request, rows, "wording.html", title="Wording", **shown, **paged(request, rows), **decided(request))


def places_page(request: Request) -> Response:
    """Show places with their precision."""
    rows = bench_of(request).answer("places", places, on=("places",))
    return answer(request, rows, "places.html", title="Places", **paged(request, rows), **decided(request))
