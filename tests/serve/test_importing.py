"""Files come in within limits, in the background, and what cannot be read is set aside with its reason."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from truceline.domain.mention import SkippedReport
from truceline.errors import BadArgument, SkipReport
from truceline.exports import EXPORTS
from truceline.serve.app import make_app
from truceline.serve.multipart import parsed, safe_name
from truceline.sources import reports


@dataclass(frozen=True)
class Told:
    read: tuple[str, ...]
    already_there: tuple[str, ...]
    skipped: tuple[SkippedReport, ...]


def reads(paths: Sequence[Path], progress: Callable[[int, str], None]) -> Told:
    """Look at what would be read; the language model is not asked here."""
    found = list(reports(paths))
    good = tuple(r.source for r in found if not isinstance(r, SkipReport))
    bad = tuple(SkippedReport("r", r.source or "", "", str(r), "x") for r in found if isinstance(r, SkipReport))
    for n, name in enumerate(good, 1):
        progress(n, name)
    return Told(good, (), bad)


@pytest.fixture
def importer(record: Path) -> TestClient:
    app = make_app(record, port=8765, secret="key", by="me", reads=reads, exports=EXPORTS)
    found = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    found.get("/?token=key")
    found.headers["sec-fetch-site"] = "same-origin"
    return found


def over(client: TestClient) -> str:
    for _ in range(200):
        text = client.get("/import").text
        if "The last import" in text:
            return text
        time.sleep(0.02)
    raise AssertionError("the import did not end")


def test_a_zip_with_one_bad_member_loads_the_others(importer: TestClient) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "The truce held.")
        archive.writestr("b.txt", "The truce broke.")
        archive.writestr("c.zip", b"PK\x03\x04")
    sent = importer.post("/import", files={"files": ("three.zip", packed.getvalue(), "application/zip")})
    assert sent.status_code == 303
    text = over(importer)
    assert "2 read, 0 already there, 1 set aside" in text
    assert "archive inside an archive" in text


def test_the_total_is_true_before_the_first_report_is_read(record: Path) -> None:
    gate = Event()

    def waits(paths: Sequence[Path], progress: Callable[[int, str], None]) -> Told:
        gate.wait(10)
        return reads(paths, progress)

    app = make_app(record, port=8765, secret="key", by="me", reads=waits)
    client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    client.get("/?token=key")
    client.headers["sec-fetch-site"] = "same-origin"
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for n in range(5):
            archive.writestr(f"{n}.txt", f"The truce held on day {n}.")
    client.post("/import", files={"files": ("five.zip", packed.getvalue(), "application/zip")})
    assert "0 of 5 finished" in client.get("/import").text
    assert "An import is running" in client.post("/import", files={"files": ("a.txt", b"x", "text/plain")}).text
    gate.set()
    assert "5 read" in over(client)


def test_two_files_of_one_name_do_not_meet(importer: TestClient) -> None:
    both = [("files", ("a.txt", b"One.", "text/plain")), ("files", ("a.txt", b"Two.", "text/plain"))]
    importer.post("/import", files=both)
    assert "2 read" in over(importer)


def test_an_import_without_files_is_refused(importer: TestClient, client: TestClient) -> None:
    assert importer.post("/import", data={"files": "x"}).status_code == 400
    assert client.post("/import", files={"files": ("a.txt", b"x", "text/plain")}).status_code == 400
    assert "only shows" in client.get("/import").text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\reports\\a.txt", "a.txt"),
        ("..", "_"),
        ("nul.txt", "_nul.txt"),
        ("a\x00b.txt", "a_b.txt"),
        ("گزارش.txt", "گزارش.txt"),
        ("a" * 300 + ".html", "a" * 115 + ".html"),
    ],
)
def test_a_name_is_only_a_name(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def test_a_body_that_breaks_off_is_refused() -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nbytes\r\n--x'
    assert parsed(part + b"--\r\n", b"x")[0].content == b"bytes"
    with pytest.raises(BadArgument):
        parsed(part, b"x")
    with pytest.raises(BadArgument):
        parsed(b"", b"x")


@pytest.mark.parametrize("name", [e.name for e in EXPORTS])
def test_the_same_state_is_exported_to_the_same_bytes(importer: TestClient, name: str) -> None:
    first = importer.get(f"/export/{name}?as_of=2031-06-02")
    assert first.status_code == 200
    assert "attachment" in first.headers["content-disposition"]
    assert first.content == importer.get(f"/export/{name}?as_of=2031-06-02").content
    assert importer.get("/export/none").status_code == 400
