"""Pages that show one view each: what happened, how many, what was promised, who said what, how it is worded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from truceline.errors import BadArgument
from truceline.reconcile.compliance_index import index
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, between, catalog_of, day_of, decided
from truceline.views import charts
from truceline.views.actors import actors, places
from truceline.views.commitments import CommitmentRow, commitment, commitments
from truceline.views.deciding import LINKS
from truceline.views.figures import series
from truceline.views.map import map_chart, map_note, spots
from truceline.views.same_actor import pair_key, same_actor
from truceline.views.statements import statements
from truceline.views.timeline import TimelineRow, timeline
from truceline.views.wording import comparison, wording

BACKGROUND = timedelta(days=550)
"""How long before the first report the chart of events begins; older ones are in the table."""
MOST_ROWS = 300
"""Rows shown on one page; further ones are a page away, and the other forms hold them all."""
RULES = {
    "fixed": "a day that the words name", "offset": "a time counted from a day",
    "on_event": "as soon as something happens", "within": "a part of another deadline",
    "chain": "counted from the deadline before it", "continuing": "holds without end, or until an end is told",
    "none": "no day",
}  # fmt: skip
"""Rules of the deadline algebra in plain words."""


def timeline_page(request: Request) -> Response:
    """Show events in order, by actor, type, status and days."""
    bench, catalog = bench_of(request), catalog_of(request)
    actor, type, status = (asked(request, k) for k in ("actor", "type", "status"))
    place = asked(request, "place")
    if actor or between(request).known:
        rows = timeline(catalog, actor=actor, between=between(request))
    else:
        rows = bench.answer("timeline", timeline, day_of(request))
    rows = tuple(r for r in rows if type in (None, r.type) and status in (None, r.status) and place in (None, r.place))
    types, statuses = sorted({e.type for e in catalog.items.events}), sorted({e.status for e in catalog.items.events})
    window = None if asked(request, "from") or asked(request, "to") else _window(catalog.items.reports, rows)
    shown = {"chart": charts.timeline_chart(rows, window), "types": types, "statuses": statuses, "title": "Timeline"}
    return answer(request, rows, "timeline.html", **_paged(request, rows), **shown, **decided(request))


def _window(reports: Any, rows: tuple[TimelineRow, ...]) -> tuple[date, date] | None:
    published = [d for r in reports for d in (r.published.days.earliest, r.published.days.latest) if d]
    if not published:
        return None
    return min(published) - BACKGROUND, max([*published, *(r.latest for r in rows if r.latest)])


def _paged(request: Request, rows: tuple[Any, ...]) -> dict[str, Any]:
    """Cut rows into pages; `?page=` is in the address as every filter is."""
    text = asked(request, "page") or "1"
    last = max(1, -(-len(rows) // MOST_ROWS))
    number = min(last, max(1, int(text) if text.isdigit() else 1))
    return {"shown": rows[(number - 1) * MOST_ROWS : number * MOST_ROWS], "number": number, "last": last}


def map_page(request: Request) -> Response:
    """Show where events lie, as precisely as told, and beside it what is not located."""
    bench = bench_of(request)
    rows = bench.answer("map", spots)
    whole = asked(request, "whole") == "1"
    chart = bench.answer(f"map chart {whole}", lambda catalog: map_chart(rows, whole=whole))
    shown = {"chart": chart, "whole": whole, "note": map_note(), "title": "Map"}
    return answer(request, rows, "map.html", **shown, **decided(request))


def figures_page(request: Request) -> Response:
    """Show figures as series."""
    measure = asked(request, "measure")
    rows = tuple(s for s in bench_of(request).answer("series", series) if measure is None or measure in s.measure)
    paged = _paged(request, rows)
    pictures = {s.series: charts.series_chart(s) if len(s.points) > 1 else "" for s in paged["shown"]}
    return answer(request, rows, "figures.html", charts=pictures, title="Figures", **paged, **decided(request))


def series_page(request: Request) -> Response:
    """Show one series: how the number moved, and who says so."""
    id = request.path_params["id"]
    found = next((s for s in bench_of(request).answer("series", series) if s.series == id), None)
    if found is None:
        raise BadArgument(f"The record has no series {id}.")
    chart = charts.series_chart(found)
    return answer(
        request, found.points, "series.html", series=found, chart=chart, title=found.title, **decided(request)
    )


def commitments_page(request: Request) -> Response:
    """Show who owes what on a day, by state, with both indices."""
    catalog, state = catalog_of(request), asked(request, "state")
    all_rows = bench_of(request).answer("commitments", commitments, day_of(request))
    rows = tuple(r for r in all_rows if state in (None, r.timeliness))
    board: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        board.setdefault(row.label, []).append(row)
    strict, lenient = index(catalog.items.commitments, catalog.as_of)
    shown = {"board": board, "indices": (str(strict), str(lenient)), "as_of": catalog.as_of, "title": "Commitments"}
    return answer(request, rows, "commitments.html", **shown, **decided(request))


def commitment_page(request: Request) -> Response:
    """Show one commitment: why it has its state, line by line."""
    catalog, id = catalog_of(request), request.path_params["id"]
    row = commitment(catalog, id)
    if row is None:
        raise BadArgument(f"The record has no commitment {id}.")
    others = {
        c.id: f"{', '.join(catalog.names(c.obligors)) or 'Nobody named'}: {c.action}"
        for c in catalog.items.commitments
        if c.id != id
    }
    shown: dict[str, Any] = {"c": row, "as_of": catalog.as_of, "rules": RULES, "title": row.action}
    shown |= {"others": others, "ways": LINKS}
    return page(request, "commitment.html", **shown, **decided(request))


def statements_page(request: Request) -> Response:
    """Show who said what."""
    speaker = asked(request, "speaker")
    rows = bench_of(request).answer("statements", statements)
    rows = tuple(r for r in rows if not speaker or any(speaker.casefold() in n.casefold() for n in r.speakers))
    return answer(request, rows, "statements.html", title="Statements", **_paged(request, rows), **decided(request))


def wording_page(request: Request) -> Response:
    """Show how each publisher words it, in its own voice or in quoted ones."""
    bench, voice, phrase = bench_of(request), asked(request, "voice"), asked(request, "phrase")
    own = {"own": True, "quoted": False}.get(voice or "")
    rows = bench.answer(f"wording {own}", lambda catalog: wording(catalog, own_voice=own))
    rows = tuple(r for r in rows if phrase in (None, r.phrase) and asked(request, "by") in (None, r.publisher))
    shown = {"comparison": bench.answer("comparison", comparison), "title": "Wording"}
    return answer(request, rows, "wording.html", **shown, **_paged(request, rows), **decided(request))


def actors_page(request: Request) -> Response:
    """Show actors, which may be merged and taken apart again."""
    type = asked(request, "type")
    everybody = bench_of(request).answer("actors", actors)
    rows = tuple(a for a in everybody if type in (None, a.type))
    types = sorted({a.type for a in everybody})
    names = {a.actor: a.name for a in everybody}
    shared = decided(request)
    apart = shared["opinions"].apart
    ruled = [(key, o) for key, o in apart.items() if o.says == "negative" and all(id in names for id in key)]
    pairs = bench_of(request).answer("same actor", lambda catalog: same_actor(catalog.items))
    pairs = tuple(p for p in pairs if pair_key(p.one, p.other) not in dict(ruled))
    unsure = {key: o for key, o in apart.items() if o.says == "unsure"}
    shown: dict[str, Any] = {"types": types, "names": names, "pairs": pairs, "apart": ruled, "unsure": unsure}
    shown |= {"title": "Actors", "pair_key": pair_key}
    return answer(request, rows, "actors.html", **shown, **_paged(request, rows), **shared)


def places_page(request: Request) -> Response:
    """Show places with their precision."""
    rows = bench_of(request).answer("places", places)
    return answer(request, rows, "places.html", title="Places", **decided(request))
