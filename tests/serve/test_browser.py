"""What a person at a real browser meets: Chromium, driven by playwright-core (npm ci in tests/serve/browser)."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from truceline.exports import EXPORTS
from truceline.serve.app import make_app
from truceline.views.record import Record

HERE = Path(__file__).parent / "browser"
CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.skipif(NODE is None, reason="no node is installed"),
    pytest.mark.skipif(not (HERE / "node_modules").is_dir(), reason="run npm ci in tests/serve/browser first"),
]


@pytest.fixture
def address(long_record: Path) -> Iterator[str]:
    """A served record of a year of reports."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = make_app(long_record, port=port, secret="key", by="me", exports=EXPORTS)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/?token=key"
    server.should_exit = True
    running.join(10)


def driven(story: str, address: str) -> Any:
    """Let the browser live a story; it meets no error, asks nobody outside, and runs no report's words."""
    assert NODE
    assert CHROMIUM
    done = subprocess.run(
        [NODE, "drive.mjs", story, address, CHROMIUM],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert (seen["errors"], seen["outside"], seen["dialogs"]) == ([], [], 0)
    return seen


def test_items_are_reviewed_by_keyboard_and_keys_rest_in_text_fields(address: str) -> None:
    seen = driven("keys", address)
    assert (seen["note"], seen["stayed"]) == ("aaj x", True)
    assert seen["second"] != seen["first"]
    assert seen["undone"] == seen["first"]
    assert len({seen["first"], seen["third"], seen["fourth"]}) == 3
    assert seen["back"] == seen["third"]
    assert seen["editing"] is not None
    assert seen["help"]
    assert seen["focused"].startswith("event-")
    assert seen["opened"] is not None
    assert seen["search"] == "search"
    assert seen["off"]


def test_undoing_all_gives_back_the_state(address: str, long_record: Path) -> None:
    seen = driven("undo", address)
    assert seen["reviewed"] >= 15
    assert seen["steps"] == 20
    assert seen["changed"] != seen["start"]
    assert seen["end"] == seen["start"]
    with Record.open(long_record) as opened:
        assert opened.state() == seen["redone"]
        assert opened.violations() == ()
        assert len(opened.decisions()) == 45


def test_marked_words_are_kept_to_the_code_point(address: str, long_record: Path) -> None:
    seen = driven("mark", address)
    assert seen["shown"] == seen["words"]
    assert seen["listed"] == 1
    assert seen["words"] in seen["focused"]
    (passage,) = seen["item"]["passages"]
    with Record.open(long_record) as opened:
        text = next(r.text for r in opened.reports() if r.id == passage["report"])
    assert text[passage["start"] : passage["end"]] == passage["exact"] == "\U0001f54a مرکز"


def test_every_page_opens_without_an_error_or_a_request_outside(address: str) -> None:
    seen = driven("walk", address)
    assert len(seen["counts"]) > 18
    assert set(seen["counts"].values()) == {200}
