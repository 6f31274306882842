"""Disputes are closed with a reason, stay visible, and are opened again."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from builders import actor, document, event, reading, report, when
from truceline.reconcile import reconcile
from truceline.record.store import Store
from truceline.serve.app import make_app


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A record in which one report denies what the other tells."""
    with Store(tmp_path / "r", create=True) as store, store.transaction():
        for day, text, status in (
            ("2031-05-14", "The Valley Front attacked the mill at Orlin.", "occurred"),
            ("2031-05-15", "The Valley Front denied that it attacked the mill at Orlin.", "denied"),
        ):
            d = document(text, published=day)
            who = actor(d, "Valley Front", "armed_group")
            e = event(d, "attacked the mill at Orlin", actors=(who.key,), when=when("2031-05-13"), status=status)
            made = report(text + day + "None", source=f"{day}.txt")
            store.keep(made, reading(d, actors=(who,), events=(e,)), "test 1")
        store.replace_items(reconcile(tuple(store.readings())))
    app = make_app(tmp_path / "r", port=8765, secret="key", by="me")
    found = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    found.get("/?token=key")
    found.headers["sec-fetch-site"] = "same-origin"
    return found


def test_closing_needs_a_reason_and_keeps_all_sides(client: TestClient) -> None:
    (one,) = client.get("/disputes?as=json").json()
    form = {
        "action": "resolve",
        "kind": "finding",
        "target": one["finding"],
        "state": "preferred",
        "side": "b",
        "back": "/",
    }
    assert "reason" in client.post("/decide", data=form).text
    assert client.post("/decide", data={**form, "side": "", "reason": "seen"}).status_code == 409
    assert client.post("/decide", data={**form, "state": "gone", "reason": "seen"}).status_code == 409
    assert client.post("/decide", data={**form, "reason": "The mill stands."}).status_code == 303
    text = client.get("/disputes").text
    assert "The mill stands." in text
    assert "preferred" in text
    assert client.get("/disputes?as=json").json() == [one]
    assert client.get("/disputes?state=open&as=json").json() == []
    client.post("/decide", data={"action": "reopen", "kind": "finding", "target": one["finding"], "back": "/"})
    assert client.get("/disputes?state=open&as=json").json() == [one]
    client.post("/decide", data={"action": "undo", "back": "/"})
    assert client.get("/disputes?state=closed&as=json").json() == [one]
