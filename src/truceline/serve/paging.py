"""Rows cut into pages: the address names the page, and the other forms hold exactly what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from truceline.serve.asking import asked

MOST_ROWS = 100
"""Rows shown on one page; further ones are a page away, and `page=all` gives all as JSON or CSV."""


def paged(request: Request, rows: Sequence[Any], most: int = MOST_ROWS, at: int | None = None) -> dict[str, Any]:
    """Cut rows into pages; `?page=` is in the address as every filter is, else the page of row `at` is shown."""
    text = asked(request, "page") or (str(at // most + 1) if at is not None else "1")
    last = max(1, -(-len(rows) // most))
    if text == "all" and asked(request, "as"):
        return {"shown": rows, "number": 1, "last": 1}
    number = min(last, max(1, int(text) if text.isascii() and text.isdigit() else 1))
    return {"shown": rows[(number - 1) * most : number * most], "number": number, "last": last}
