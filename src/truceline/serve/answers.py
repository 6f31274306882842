"""One answer in three forms at one address: a page, JSON, or CSV of exactly what the page shows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from truceline.version import __version__
from truceline.views.catalog import shown_unit

FORMULA = ("=", "+", "-", "@", "\t", "\r")

_templates = Environment(
    loader=PackageLoader("truceline.serve"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_templates.filters["unit"] = shown_unit


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a template; the address of the same answer in other forms is in `forms`."""
    query = {k: v for k, v in request.query_params.items() if k not in ("as", "done")}
    forms = {form: str(request.url.include_query_params(**query, **{"as": form})) for form in ("json", "csv")}
    forms = {k: v.partition(str(request.base_url))[2] for k, v in forms.items()}
    here = request.url.path + (f"?{urlencode(query)}" if query else "")
    ours: dict[str, Any] = {
        "path": request.url.path,
        "here": here,
        "query": query,
        "forms": forms,
        "version": __version__,
    }
    done = request.query_params.get("done")
    ours |= {
        "done": done,
        "did": request.app.state.bench.told(done) if done else "",
        "taken_back": request.app.state.bench.taken_back(done) if done else "",
        "at_page": _at_page(request),
    }
    values = ours | values
    return HTMLResponse(_templates.get_template(template).render(values), status)


def _at_page(request: Request) -> Callable[[int], str]:
    """Give the query of another page of the same answer."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("as", "done", "page")]
    return lambda number: urlencode([*kept, ("page", number)])


def answer(request: Request, rows: Sequence[Any], template: str, **values: Any) -> Response:
    """Give rows of a view as the form asked for with `?as=`: a page, json or csv.

    Where the page shows some of them, `shown`, the other forms give the same ones.
    """
    form, shown = request.query_params.get("as"), values.get("shown", rows)
    if form == "json":
        return JSONResponse([row.to_dict() for row in shown])
    if form == "csv":
        name = request.url.path.strip("/").replace("/", "-") or "overview"
        headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
        return Response(as_csv([row.to_dict() for row in shown]), media_type="text/csv; charset=utf-8", headers=headers)
    return page(request, template, rows=rows, **values)


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Write rows as CSV; nested values as JSON, and text that a spreadsheet would run is kept as text."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: _cell(v) for k, v in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
