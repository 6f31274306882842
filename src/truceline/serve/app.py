"""The workbench as a web application on the loopback address."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from truceline.contracts import Export
from truceline.errors import BadArgument, TrucelineError
from truceline.serve.answers import page
from truceline.serve.deciding import decide
from truceline.serve.importing import Imports, Reads
from truceline.serve.pages import PAGES
from truceline.serve.security import Gate
from truceline.serve.transfer_pages import take_in
from truceline.serve.workbench import Workbench
from truceline.views.record import Record

HOST = "127.0.0.1"
STATIC = Path(__file__).parent / "static"
LOOK = Path(__file__).parents[1] / "views" / "look.css"
"""The look that the dossier shares."""


def make_app(
    record: Path, *, port: int, secret: str, by: str, reads: Reads | None = None, exports: Sequence[Export] = ()
) -> Starlette:
    """Make the application for a record; only requests with the secret's cookie are answered.

    `reads` reads imported files into the record, `exports` are the forms in which it can be taken away.
    """
    Record.open(record).close()
    routes = [Route(place.path, place.answers) for place in PAGES]
    app = Starlette(
        routes=[
            *routes,
            Route("/decide", decide, methods=["POST"]),
            Route("/import", take_in, methods=["POST"]),
            Route("/static/look.css", _look),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Gate, port=port, secret=secret)],
        exception_handlers={TrucelineError: _sorry, 404: _missing},
    )
    app.state.bench = Workbench(record, by, Imports(reads) if reads else None, exports)
    return app


def serve(
    record: Path, *, port: int, by: str, announce: Callable[[str], None] = print, reads: Reads | None = None,
    exports: Sequence[Export] = (),
) -> None:  # fmt: skip
    """Serve a record until it is broken off; `announce` is told the address to open."""
    free = _bound(port)  # first: an address that somebody else answers must not be announced
    secret = secrets.token_urlsafe(24)
    app = make_app(record, port=port, secret=secret, by=by, reads=reads, exports=exports)
    Thread(target=app.state.bench.warm, daemon=True).start()
    announce(f"http://{HOST}:{port}/?token={secret}")
    uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[free])


def _bound(port: int) -> socket.socket:
    """Take a port of this machine; raise BadArgument if another program has it."""
    free = socket.socket()
    free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        free.bind((HOST, port))
        free.listen()
    except OSError as error:
        free.close()
        raise BadArgument(f"Port {port} is taken, perhaps by another workbench; choose one with --port.") from error
    return free


async def _look(request: Request) -> Response:
    return FileResponse(LOOK)


async def _sorry(request: Request, error: Exception) -> Response:
    status = 400 if isinstance(error, BadArgument) else 500
    return page(request, "sorry.html", status, sentence=str(error), title="Not found" if status == 400 else "Sorry")


async def _missing(request: Request, error: Exception) -> Response:
    return page(request, "sorry.html", 404, sentence="There is no such page.", title="Not found")
