"""Pages for what goes in and out: reports to import, files to take away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from truceline.errors import BadArgument, TrucelineError
from truceline.serve.answers import page
from truceline.serve.asking import bench_of, catalog_of, day_of, decided
from truceline.serve.multipart import uploads


def import_page(request: Request) -> Response:
    """Show what can be imported, how far an import is, and what was set aside and why."""
    bench = bench_of(request)
    with bench.record() as opened:
        skipped = opened.skipped()
    progress = bench.imports.now if bench.imports else None
    shown: dict[str, Any] = {"progress": progress, "skipped": skipped, "can": bench.imports is not None}
    return page(request, "import.html", title="Import", **shown, **decided(request))


async def take_in(request: Request) -> Response:
    """Begin an import of the files of a form."""
    bench = bench_of(request)
    try:
        if bench.imports is None:
            raise BadArgument("This workbench only shows; use `truceline read` to add reports.")
        await run_in_threadpool(bench.imports.start, await uploads(request), bench.forget)
    except TrucelineError as error:
        return page(request, "sorry.html", 400, sentence=str(error), title="Not imported")
    return RedirectResponse("/import", 303)


def export_page(request: Request) -> Response:
    """Show in which forms the record can be taken away."""
    exports = bench_of(request).exports
    return page(
        request, "export.html", title="Export", exports=exports, as_of=catalog_of(request).as_of, **decided(request)
    )


def exported(request: Request) -> Response:
    """Give the record in one form; the same state gives the same bytes."""
    bench, name = bench_of(request), request.path_params["name"]
    chosen = next((e for e in bench.exports if e.name == name), None)
    if chosen is None:
        raise BadArgument(f"There is no export called {name}.")
    with tempfile.TemporaryDirectory(prefix="truceline-") as folder, bench.record() as opened:
        path = Path(folder) / f"record{chosen.suffix}"
        chosen.write(opened, path, as_of=day_of(request))
        content = path.read_bytes()
    headers = {"content-disposition": f'attachment; filename="{bench.path.stem}-{name}{chosen.suffix}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
