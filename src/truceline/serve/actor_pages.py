"""Pages about who takes part: the list, pairs that may be one, and one actor with all its names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from truceline.errors import BadArgument
from truceline.serve.answers import answer, page
from truceline.serve.asking import asked, bench_of, catalog_of, decided
from truceline.serve.paging import paged
from truceline.serve.workbench import NAMES
from truceline.views.actors import ActorRow, PlaceRow, actor, actors, place
from truceline.views.catalog import Catalog
from truceline.views.deciding import CHOICES
from truceline.views.opinions import Opinions
from truceline.views.same_actor import pair_key, same_actor

MOST_PAIRS = 40


def actors_page(request: Request) -> Response:
    """Show actors, which may be merged and taken apart again."""
    bench, catalog, shared = bench_of(request), catalog_of(request), decided(request)
    type, name = asked(request, "type"), asked(request, "name")
    if type is None and name is None:
        rows = bench.answer("actors", actors, on=NAMES)
    else:
        rows = actors(catalog, type=type, name=name)
    shown: dict[str, Any] = {"types": bench.answer("types of actors", _types, on=("actors",)), "title": "Actors"}
    shown |= _pairs(request, catalog, shared["opinions"])
    return answer(request, rows, "actors.html", **shown, **paged(request, rows), **shared)


def _types(catalog: Catalog) -> list[str]:
    return sorted({a.type for a in catalog.items.actors})


def _pairs(request: Request, catalog: Catalog, held: Opinions) -> dict[str, Any]:
    """Pairs that may be one actor, as far as nobody has ruled, and those told apart."""
    names = bench_of(request).answer(
        "names of actors", lambda c: {a.id: a.name for a in c.items.actors}, on=("actors",)
    )
    ruled = {key: o for key, o in held.apart.items() if o.says == "negative" and all(id in names for id in key)}
    alike = bench_of(request).answer("same actor", lambda c: same_actor(c.items), on=("actors",))
    pairs = tuple(p for p in alike if pair_key(p.one, p.other) not in ruled)
    unsure = {key: o for key, o in held.apart.items() if o.says == "unsure"}
    return {
        "pairs": pairs[:MOST_PAIRS], "all_pairs": len(pairs), "apart": list(ruled.items()), "unsure": unsure,
        "names": names, "pair_key": pair_key,
    }  # fmt: skip


def actor_page(request: Request) -> Response:
    """Show one actor: every name with the report that uses it, so that some can be made an actor of their own."""
    return _named(request, "actor", actor)


def place_page(request: Request) -> Response:
    """Show one place in the same way."""
    return _named(request, "place", place)


def _named(request: Request, kind: str, view: Callable[[Catalog, str], ActorRow | PlaceRow | None]) -> Response:
    catalog, id = catalog_of(request), request.path_params["id"]
    row, item = view(catalog, id), bench_of(request).item(kind, id)
    if row is None or item is None:
        raise BadArgument(f"The record has no {kind} {id}.")
    form = asked(request, "called")
    uses = sorted(
        (n for n in item.names if form in (None, n.text)), key=lambda n: (n.text.casefold(), n.text, n.report)
    )
    shown: dict[str, Any] = paged(request, uses)
    shown["uses"] = [(n, catalog.label(n.report), catalog.reports[n.report]) for n in shown["shown"]]
    shown |= {
        "a": row,
        "title": row.name,
        "types": CHOICES[kind, "type"],
        "kind": kind,
        "id": id,
        "all_uses": len(uses),
        "called": form,
    }
    return page(request, "named.html", **shown, **decided(request))
