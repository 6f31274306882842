"""Only this machine's own page gets in, and no report's words are ever run."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from truceline.serve.pages import PAGES
from truceline.serve.security import HEADERS, ORIGINAL_CSP

REJECT = {"action": "reject", "kind": "event", "target": "event-none"}


@pytest.mark.parametrize(
    "host",
    ["evil.test:8765", "127.0.0.1", "127.0.0.1:80", "localhost.:8765", "0.0.0.0:8765", "127.0.0.1.evil.test:8765", ""],
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("POST", "/decide"), ("GET", "/static/workbench.css"), ("OPTIONS", "/")]
)
def test_other_hosts_are_refused_on_every_method_and_file(
    client: TestClient, host: str, method: str, path: str
) -> None:
    assert client.request(method, path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765"])
def test_the_three_names_of_this_machine_pass(client: TestClient, host: str) -> None:
    cookie = "truceline=a-secret-of-this-start"
    assert client.get("/", headers={"host": host, "cookie": cookie}).status_code == 200


def test_without_the_key_nothing_is_shown(outside: TestClient) -> None:
    assert outside.get("/").status_code == 403
    assert outside.get("/?token=wrong").status_code == 403
    assert outside.post("/decide", data=REJECT).status_code == 403
    assert outside.get("/static/workbench.js").status_code == 403


def test_the_key_becomes_a_cookie_that_scripts_cannot_read(outside: TestClient) -> None:
    cookie = outside.get("/?token=a-secret-of-this-start").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    ("site", "origin", "passes"),
    [
        ("same-origin", None, True),
        ("none", None, True),
        ("cross-site", None, False),
        ("same-site", None, False),
        (None, "http://127.0.0.1:8765", True),
        (None, "http://127.0.0.1:9999", False),
        (None, "https://127.0.0.1:8765", False),
        (None, "http://evil.test", False),
        (None, "null", False),
        (None, None, False),
    ],
)
@pytest.mark.parametrize("key", [True, False])
def test_only_our_own_pages_may_write(
    outside: TestClient, site: str | None, origin: str | None, passes: bool, key: bool
) -> None:
    headers = {k: v for k, v in (("sec-fetch-site", site), ("origin", origin)) if v}
    if key:
        headers["cookie"] = "truceline=a-secret-of-this-start"
    status = outside.post("/decide", data={**REJECT, "back": "/"}, headers=headers).status_code
    assert (status != 403) == (passes and key)


@pytest.mark.parametrize("path", [p.path for p in PAGES if "{" not in p.path])
def test_every_page_bears_the_strict_headers_and_no_inline_script(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    assert {k: found.headers[k] for k in HEADERS} == HEADERS
    assert "<script>" not in found.text
    assert "style=" not in found.text
    assert " on" + "click=" not in found.text


@pytest.mark.parametrize("path", ["/timeline", "/statements", "/reports", "/review", "/search?q=alert", "/actors"])
def test_a_report_s_words_are_shown_and_never_run(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert "<img src=x" not in text
    assert "alert(1)</script>" not in text.replace("&lt;", "").replace("alert(1)&lt;/script&gt;", "")


def test_a_report_as_imported_is_locked_in(client: TestClient) -> None:
    address = next(a for a in client.get("/reports").text.split('"') if a.startswith("/reports/report-"))
    frame = client.get(address + "/original").text
    assert (
        f'sandbox="" referrerpolicy="no-referrer" title="The report as it was imported" src="{address}/original/page"'
        in frame
    )
    found = client.get(address + "/original/page")
    assert found.headers["content-security-policy"] == ORIGINAL_CSP
    assert found.headers["x-content-type-options"] == "nosniff"


def test_nothing_is_decided_by_following_a_link(client: TestClient) -> None:
    assert client.get("/decide?action=reject&kind=event&target=event-1").status_code == 405


@pytest.mark.parametrize("back", ["http://evil.test/", "//evil.test/", "javascript:alert(1)", "/timeline?actor=x"])
def test_after_a_decision_one_stays_here(client: TestClient, back: str) -> None:
    where = client.post("/decide", data={**REJECT, "back": back}).headers["location"]
    assert where.startswith("/")
    assert not where.startswith("//")
