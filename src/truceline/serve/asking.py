"""What pages ask in the same way: the record of a day, the days of a filter, and what was decided."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from truceline.domain.dates import Days
from truceline.errors import BadArgument
from truceline.serve.workbench import Workbench
from truceline.views.catalog import Catalog
from truceline.views.deciding import FLAGS


def bench_of(request: Request) -> Workbench:
    """Give what the pages share."""
    bench: Workbench = request.app.state.bench
    return bench


def day_of(request: Request) -> str | None:
    """Give the day in the address for which states are shown."""
    return request.query_params.get("as_of") or None


def catalog_of(request: Request) -> Catalog:
    """Give everything of the record for the day in the address."""
    return bench_of(request).catalog(day_of(request))


def decided(request: Request) -> dict[str, Any]:
    """Give what every page with decisions shows: the length of the log, and what stands of it."""
    bench = bench_of(request)
    held = bench.opinions()
    return {"seen": len(bench.log()), "states": held.states, "opinions": held, "flags": FLAGS}


def between(request: Request) -> Days:
    """Give the days of a filter."""
    try:
        return Days.between(request.query_params.get("from") or None, request.query_params.get("to") or None)
    except ValueError as error:
        raise BadArgument("From and to are days in order, written as 2020-07-14.") from error


def asked(request: Request, name: str) -> str | None:
    """Give a filter of the address, None where it is empty."""
    return request.query_params.get(name) or None
