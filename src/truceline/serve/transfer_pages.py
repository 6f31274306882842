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
from truceline.serve.asking import asked, bench_of, catalog_of, day_of, decided
from truceline.serve.multipart import uploads
from truceline.serve.workbench import Workbench
from truceline.views.queue import says_of
from truceline.views.redacted import RedactedRecord


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
    bench, shared = bench_of(request), decided(request)
    flags = shared["opinions"].flags
    says = {id: id if o.says == "words" else named(bench, o.says, id) for id, o in flags.items()}
    shown: dict[str, Any] = {"exports": bench.exports, "as_of": catalog_of(request).as_of, "says": says}
    return page(request, "export.html", title="Export", **shown, **shared)


def named(bench: Workbench, kind: str, id: str) -> str:
    """Name an item that is hidden, for those who see the record itself."""
    item = bench.item(kind, id)
    return "no longer shown" if item is None else says_of(bench.catalog(), item)


def exported(request: Request) -> Response:
    """Give the record in one form; the same state gives the same bytes."""
    bench, name = bench_of(request), request.path_params["name"]
    chosen = next((e for e in bench.exports if e.name == name), None)
    if chosen is None:
        raise BadArgument(f"There is no export called {name}.")
    with tempfile.TemporaryDirectory(prefix="truceline-") as folder, bench.record() as opened:
        path = Path(folder) / f"record{chosen.suffix}"
        taken = RedactedRecord(opened) if asked(request, "redact") == "1" else opened
        chosen.write(taken, path, as_of=day_of(request))
        content = path.read_bytes()
    stem = f"{bench.path.stem}-{name}" + ("-redacted" if taken is not opened else "")
    headers = {"content-disposition": f'attachment; filename="{stem}{chosen.suffix}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
