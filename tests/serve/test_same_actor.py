"""Actors that look alike are suggested, apart from those that are accepted, and a person says whether they are one."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from builders import actor, document, reading, report
from truceline.reconcile import reconcile
from truceline.record.store import Store
from truceline.serve.app import make_app

NAMES = (
    ("Samira Okello", "person"),
    ("Okello", "person"),
    ("Daniel Okello", "person"),
    ("S. Okello", "person"),
    ("River Liberation Army", "armed_group"),
    ("RLA", "armed_group"),
    ("Rural Labour Association", "organization"),
    ("Valley Front", "armed_group"),
    ("Amara Diallo", "person"),
    ("Amara Diallo Keita", "person"),
    ("senior official", "person"),
    ("Western official", "person"),
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r"
    with Store(path, create=True) as store, store.transaction():
        for n, (name, type) in enumerate(NAMES):
            d = document(f"On day {n} {name} met nobody.", published="2031-05-14")
            made = report(d.text + "2031-05-14None", source=f"{n}.txt")
            store.keep(made, reading(d, actors=(actor(d, name, type),)), "test 1")
        store.replace_items(reconcile(tuple(store.readings())))
    return path


@pytest.fixture
def client(record: Path) -> TestClient:
    app = make_app(record, port=8765, secret="key", by="me")
    found = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    found.get("/?token=key")
    found.headers["sec-fetch-site"] = "same-origin"
    return found


def halves(client: TestClient) -> tuple[str, str]:
    """The accepted actors, and the suggestions."""
    accepted, _, suggested = client.get("/actors").text.partition('<section id="same">')
    return accepted, suggested


def judged(client: TestClient, one: str, other: str, **form: str) -> int:
    ids = {row["name"]: row["actor"] for row in client.get("/actors?as=json").json()}
    both = {"after": ids[other]} if form["action"] == "merge" else {"to": ids[other]}
    data = {"kind": "actor", "target": ids[one], "back": "/actors", **both, **form}
    return client.post("/decide", data=data).status_code


def test_pairs_share_a_last_name_or_an_acronym_and_fit(client: TestClient) -> None:
    _, suggested = halves(client)
    assert "share the acronym RLA" in suggested
    assert "share the first name Amara" in suggested
    assert "Valley Front" not in suggested
    assert "official" not in suggested
    assert "<td>Samira Okello</td><td>Daniel Okello</td>" not in suggested
    assert "<td>Daniel Okello</td><td>Samira Okello</td>" not in suggested


def test_a_pair_told_apart_is_suggested_no_more_until_that_is_taken_back(client: TestClient) -> None:
    assert judged(client, "RLA", "River Liberation Army", action="link", **{"as": "negative"}) == 303
    _, suggested = halves(client)
    table, _, apart = suggested.partition("Told apart")
    assert "River Liberation Army</td>" not in table
    assert "River Liberation Army" in apart
    assert judged(client, "River Liberation Army", "RLA", action="unlink") == 303
    assert "River Liberation Army</td>" in halves(client)[1]


def test_unsure_stays_open_and_same_merges(client: TestClient) -> None:
    assert judged(client, "RLA", "River Liberation Army", action="link", **{"as": "unsure"}) == 303
    assert '<span class="state">unsure</span>' in halves(client)[1]
    assert judged(client, "RLA", "River Liberation Army", action="link", **{"as": "perhaps"}) == 409
    assert judged(client, "RLA", "River Liberation Army", action="merge") == 303
    accepted, suggested = halves(client)
    assert "River Liberation Army</td>" not in suggested
    assert "1 merged in by me" in accepted
