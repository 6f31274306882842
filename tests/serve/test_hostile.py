"""Hostile reports, imported and opened on every page that shows them: words are words."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from browsing import driven, needs_browser, served
from builders import actor, event, figure, reading, statement, when
from hostile import OWN, PAYLOADS, hostile_page
from truceline.documents import make_document
from truceline.domain.amounts import Amount
from truceline.domain.mention import Reading, SkippedReport
from truceline.errors import SkipReport
from truceline.reconcile import reconcile
from truceline.record.store import Store
from truceline.serve.app import make_app
from truceline.serve.original import KEPT, locked_in
from truceline.serve.security import HEADERS, ORIGINAL_CSP
from truceline.sources import reports

NAMES = tuple(PAYLOADS)
SHOW_ALL = (
    "/",
    "/timeline",
    "/statements",
    "/figures",
    "/reports",
    "/actors",
    "/wording",
    "/decisions",
    "/import",
    "/map",
)


@dataclass(frozen=True)
class Told:
    read: tuple[str, ...]
    already_there: tuple[str, ...]
    skipped: tuple[SkippedReport, ...]


def told(report: object, name: str) -> Reading:
    """What a reader would take from a hostile report, its hostile words among the quotes."""
    d = make_document(report)  # type: ignore[arg-type]
    who = actor(d, "Valley Front", "armed_group")
    day = (date(2020, 1, 1) + timedelta(days=20 * NAMES.index(name))).isoformat()
    sentence = d.text[d.text.index(OWN) :].split("people heard it")[0]
    return reading(
        d,
        actors=(who,),
        events=(event(d, sentence, actors=(who.key,), when=when(day)),),
        statements=(statement(d, sentence, who.key),),
        figures=(figure(d, str(len(name)), Amount.exactly(len(name), unit="person"), as_of=when(day)),),
    )


def reader_of(record: Path, names: Sequence[str]) -> Callable[[Sequence[Path], Callable[[int, str], None]], Told]:
    def reads(paths: Sequence[Path], progress: Callable[[int, str], None]) -> Told:
        found = [r for r in reports(paths) if not isinstance(r, SkipReport)]
        with Store(record) as store, store.transaction():
            for report, name in zip(found, names, strict=True):
                store.keep(report, told(report, name), "test 1")
            store.replace_items(reconcile(tuple(store.readings())))
        return Told(tuple(r.source for r in found), (), ())

    return reads


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all hostile reports, imported through the page and with their words in what people wrote, too."""
    path = tmp_path_factory.mktemp("hostile") / "r"
    Store(path, create=True).close()
    client = entered(path, reads=reader_of(path, NAMES))
    files = [("files", (f"{n}.html", hostile_page(name), "text/html")) for n, name in enumerate(NAMES)]
    assert client.post("/import", files=files).status_code == 303
    for _ in range(600):
        if "The last import" in (text := client.get("/import").text):
            break
        time.sleep(0.05)
    assert f"{len(NAMES)} read, 0 already there, 0 set aside" in text, text.split("The last import")[1][:600]
    rows = client.get("/timeline?as=json").json()
    assert len(rows) == len(NAMES)
    for row, name in zip(rows, NAMES, strict=True):
        words = PAYLOADS[name][:500]
        form = {"action": "edit", "kind": "event", "target": row["event"], "reason": words, "back": "/"}
        assert client.post("/decide", data={**form, "field-summary": words}).status_code == 303
    return path


def entered(record: Path, **given: object) -> TestClient:
    """Somebody who opened the address that was printed."""
    app = make_app(record, port=8765, secret="key", by="me", **given)  # type: ignore[arg-type]
    client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    client.get("/?token=key")
    client.headers["sec-fetch-site"] = "same-origin"
    return client


@pytest.fixture(scope="module")
def client(record: Path) -> TestClient:
    return entered(record)


@pytest.fixture(scope="module")
def events(client: TestClient) -> dict[str, str]:
    """The event of each payload."""
    return dict(zip(NAMES, (row["event"] for row in client.get("/timeline?as=json").json()), strict=True))


@pytest.fixture(scope="module")
def report_ids(client: TestClient) -> dict[str, str]:
    """The report of each payload; events stand in the order of their days, as the payloads do."""
    rows = client.get("/timeline?as=json").json()
    return dict(zip(NAMES, (row["passages"][0]["report"] for row in rows), strict=True))


def acts(name: str, value: str) -> bool:
    """Tell whether an attribute could run something or lead away from this workbench."""
    if name.startswith(("on", "hx-", "data-hx", "style", "srcdoc", "ping", "xlink")):
        return True
    return name in ADDRESSES and (not value.startswith(("/", "#", "?")) or value.startswith("//"))


class Seen(HTMLParser):
    """Everything on a page that could act."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        for name, value in given.items():
            if acts(name, value or ""):
                self.wrong.append(f"<{tag} {name}={value}>")
        if tag == "script" and given.get("src") != "/static/workbench.js":
            self.wrong.append("a script")
        if tag == "iframe" and given.get("sandbox") != "":
            self.wrong.append("a frame that is not locked")
        if tag in NEVER or (tag == "meta" and "http-equiv" in given):
            self.wrong.append(f"<{tag}>")


ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "srcset", "background"})
NEVER = frozenset(
    {"base", "object", "embed", "applet", "style", "template", "math", "foreignobject", "use", "image", "img"}
)


def test_there_are_at_least_forty() -> None:
    assert len(set(PAYLOADS.values())) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_report_is_words_on_every_page_of_its_own(
    client: TestClient, report_ids: dict[str, str], events: dict[str, str], name: str
) -> None:
    id = report_ids[name]
    for path in (f"/reports/{id}", f"/reports/{id}/original", f"/review?at={events[name]}", f"/search?q={quote(name)}"):
        found = client.get(path)
        assert found.status_code == 200
        assert found.headers["content-security-policy"] == HEADERS["content-security-policy"]
        assert Seen(found.text).wrong == []
        assert OWN in found.text or path.endswith(("original", quote(name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_original_keeps_shape_and_words_and_nothing_that_acts(
    client: TestClient, report_ids: dict[str, str], name: str
) -> None:
    found = client.get(f"/reports/{report_ids[name]}/original/page")
    assert found.headers["content-security-policy"] == ORIGINAL_CSP
    seen = Seen(found.text)
    assert seen.wrong == []
    assert seen.tags <= KEPT | {"html", "head", "meta", "title", "body"}
    assert OWN in found.text


@pytest.mark.parametrize("path", SHOW_ALL)
def test_pages_that_show_all_hostile_reports_together_show_words(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    assert Seen(found.text).wrong == []


def test_the_check_of_a_page_sees_what_acts() -> None:
    caught = [name for name in NAMES if Seen(PAYLOADS[name]).wrong]
    assert len(caught) >= 60


@pytest.mark.parametrize("hidden", ["\0", "\x01", "\x0c", "\u202e", "\ufeff"])
@pytest.mark.parametrize("name", NAMES)
def test_characters_between_the_letters_wake_nothing(name: str, hidden: str) -> None:
    spread = PAYLOADS[name][:2000].replace("<s", f"<{hidden}s").replace("on", f"o{hidden}n")
    seen = Seen(locked_in(spread.encode()))
    assert seen.wrong == []
    assert seen.tags <= KEPT | {"html", "head", "meta", "title", "body"}


def test_an_original_keeps_its_own_encoding_and_its_tables() -> None:
    page = '<meta charset="windows-1251"><table><tr><td colspan=2 onclick=x>Мир</table>'.encode("windows-1251")
    assert '<td colspan="2">Мир</td></tr></table>' in locked_in(page)


@pytest.fixture
def address(record: Path) -> Iterator[str]:
    with served(record) as found:
        yield found


@pytest.mark.slow
@needs_browser
def test_in_a_real_browser_no_hostile_report_does_anything(
    address: str, report_ids: dict[str, str], events: dict[str, str]
) -> None:
    own = [p for id in report_ids.values() for p in (f"/reports/{id}", f"/reports/{id}/original")]
    own += [f"/review?at={id}" for id in events.values()]
    locked = [f"/reports/{id}/original/page" for id in report_ids.values()]
    seen = driven("hostile", address, {"paths": [*own, *locked, *SHOW_ALL, "/search?q=Valley"], "payloads": PAYLOADS})
    assert seen["opened"] == 4 * len(NAMES) + len(SHOW_ALL) + 1
    assert seen["ran"] == []
    assert seen["acted"] >= 25, "in a page that nobody guards these payloads act, so that the test can fail"
