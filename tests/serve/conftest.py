"""A served record of invented reports, one of them hostile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from builders import actor, commitment, deadline, document, event, figure, place, reading, report, statement, when
from truceline.domain.amounts import Amount
from truceline.domain.dates import Days
from truceline.domain.mention import Reading
from truceline.reconcile import reconcile
from truceline.record.store import Store
from truceline.serve.app import make_app

PORT, SECRET = 8765, "a-secret-of-this-start"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \U0001f54a مرکز"


def told(text: str, day: str) -> Reading:
    d = document(text, published=day)
    who = actor(d, "Valley Front", "armed_group")
    return reading(
        d,
        actors=(who,),
        places=(place(d, "the bridge", "site"),),
        events=(event(d, "attacked the mill", actors=(who.key,), when=when(day)),),
        figures=(figure(d, "12", Amount.exactly(12, unit="person"), of=who.key, as_of=when(day)),),
        statements=(statement(d, HOSTILE, who.key),),
        commitments=(
            commitment(d, "leave the bridge", who.key, deadline=deadline("by June", days=Days.on("2031-06-01"))),
        ),
    )


def kept(path: Path, days: Sequence[str]) -> Path:
    """Keep a report for each day in a record."""
    text = f"The Valley Front attacked the mill and killed 12. It must leave the bridge. It said: {HOSTILE} Day {{}}."
    with Store(path, create=True) as store, store.transaction():
        for day in days:
            one = told(text.format(day), day)
            made = report(one.document.text + day + "None", source=f"{day}.html")
            assert made.id == one.document.id
            store.keep(made, one, "test 1")
        store.replace_items(reconcile(tuple(store.readings())))
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return kept(tmp_path / "r", ("2031-05-14", "2031-05-20"))


@pytest.fixture
def long_record(tmp_path: Path) -> Path:
    """A record of a year of reports."""
    return kept(tmp_path / "long", [f"2031-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 19)])


@pytest.fixture
def outside(record: Path) -> TestClient:
    """Somebody without the key."""
    app = make_app(record, port=PORT, secret=SECRET, by="me")
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False)


@pytest.fixture
def client(outside: TestClient) -> TestClient:
    """Somebody who opened the address that was printed."""
    assert outside.get(f"/?token={SECRET}").status_code == 303
    outside.headers["sec-fetch-site"] = "same-origin"
    return outside
