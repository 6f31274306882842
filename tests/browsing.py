"""A real browser for tests: Chromium, driven by playwright-core (npm ci in tests/serve/browser)."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from truceline.exports import EXPORTS
from truceline.serve.app import make_app
from truceline.serve.importing import Reads

HERE = Path(__file__).parent / "serve" / "browser"
CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
NODE = shutil.which("node")
MISSING = (
    "no Chromium is installed"
    if CHROMIUM is None
    else "no node is installed"
    if NODE is None
    else "run npm ci in tests/serve/browser first"
    if not all((HERE / "node_modules" / name).is_dir() for name in ("playwright-core", "axe-core"))
    else None
)
needs_browser = pytest.mark.skipif(MISSING is not None, reason=str(MISSING))


@contextmanager
def served(record: Path, reads: Reads | None = None) -> Iterator[str]:
    """Serve a record at an address of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = make_app(record, port=port, secret="key", by="me", reads=reads, exports=EXPORTS)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/?token=key"
    server.should_exit = True
    running.join(10)


def driven(story: str, address: str, given: object = None) -> Any:
    """Let the browser live a story; it meets no error, asks nobody outside, and runs no report's words."""
    assert NODE
    assert CHROMIUM
    done = subprocess.run(
        [NODE, "drive.mjs", story, address, CHROMIUM],
        cwd=HERE,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert (seen["errors"], seen["outside"], seen["dialogs"]) == ([], [], 0)
    return seen
