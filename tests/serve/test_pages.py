"""Every page answers, in every form, and every decision can be taken back."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from truceline.serve.pages import PAGES

TABLES = ("/timeline", "/figures", "/statements", "/commitments", "/disputes", "/wording", "/actors", "/places")


@pytest.mark.parametrize("path", TABLES)
def test_the_same_answer_is_had_as_page_json_and_csv(client: TestClient, path: str) -> None:
    rows = client.get(path + "?as=json").json()
    table = list(csv.DictReader(io.StringIO(client.get(path + "?as=csv").text)))
    assert len(table) == len(rows)
    assert client.get(path).status_code == 200
    if rows:
        assert list(table[0]) == list(rows[0])


def test_filters_stay_in_the_address_and_hold_for_every_form(client: TestClient) -> None:
    assert len(client.get("/timeline?as=json").json()) == 2
    assert len(client.get("/timeline?to=2031-05-15&as=json").json()) == 1
    assert len(client.get("/timeline?actor=nobody&as=json").json()) == 0
    assert "/timeline?to=2031-05-15&amp;as=csv" in client.get("/timeline?to=2031-05-15").text
    assert client.get("/timeline?from=soon").status_code == 400


def test_a_decision_is_taken_shown_undone_and_taken_again(client: TestClient) -> None:
    event = client.get("/timeline?as=json").json()[0]["event"]
    form = {"action": "reject", "kind": "event", "target": event, "back": "/timeline", "seen": "0"}
    where = client.post("/decide", data=form).headers["location"]
    assert "Undo" in client.get(where).text
    assert event not in client.get("/timeline").text
    client.post("/decide", data={"action": "undo", "back": "/decisions"})
    assert event in client.get("/timeline").text
    client.post("/decide", data={"action": "redo", "back": "/decisions"})
    assert event not in client.get("/timeline").text
    assert "reject" in client.get("/decisions").text
    assert "as it was kept" in client.get("/verify").text


def test_a_stale_decision_is_refused_kindly(client: TestClient) -> None:
    event = client.get("/timeline?as=json").json()[0]["event"]
    form = {"action": "accept", "kind": "event", "target": event, "back": "/", "seen": "0"}
    assert client.post("/decide", data=form).status_code == 303
    late = client.post("/decide", data={**form, "action": "reject"})
    assert late.status_code == 409
    assert "after the page was shown" in late.text
    assert event in client.get("/timeline").text


def test_review_goes_from_item_to_item(client: TestClient) -> None:
    seen = []
    for _ in range(2):
        page = client.get("/review?kind=event").text
        event = page.split('name="target" value="')[1].split('"')[0]
        seen.append(event)
        client.post("/decide", data={"action": "accept", "kind": "event", "target": event, "back": "/review"})
    assert len(set(seen)) == 2
    assert "Nothing is left to review" in client.get("/review?kind=event").text
    assert "2 accepted" in client.get("/").text


def test_who_goes_back_in_the_queue_goes_on_after_an_edit(client: TestClient) -> None:
    """Who came from a table stays at the item that was corrected."""
    first = client.get("/review").text.split('data-review id="')[1].split('"')[0]
    second = client.get(f"/review?after={first}").text
    back = second.split('data-key="k" href="')[1].split('"')[0].replace("&amp;", "&")
    form = '<details id="edit">'
    for address, onward in ((back, f"/review?after={first}"), (f"/review?at={first}", f"/review?at={first}")):
        page = client.get(address).text
        assert f'name="back" value="{onward}"' in page.split(form)[1]


def test_what_was_rejected_counts_as_decided(client: TestClient) -> None:
    before = client.get("/").text
    every = before.split("0 of ")[1].split(" decided")[0]
    event = client.get("/timeline?as=json").json()[0]["event"]
    client.post("/decide", data={"action": "reject", "kind": "event", "target": event, "back": "/"})
    client.post(
        "/decide",
        data={
            "action": "accept",
            "kind": "actor",
            "target": client.get("/actors?as=json").json()[0]["actor"],
            "back": "/",
        },
    )
    assert f"1 of {every} decided: 1 rejected." in " ".join(client.get("/").text.split())


def test_every_address_of_the_menu_is_a_page(client: TestClient) -> None:
    text = client.get("/").text
    assert all(f'href="{p.path}"' in text for p in PAGES if p.name and p.path not in ("/search", "/verify"))
    assert client.get("/nowhere").status_code == 404
    assert client.get("/reports/report-none").status_code == 400


def test_a_state_is_computed_for_the_day_in_the_address(client: TestClient) -> None:
    before = client.get("/commitments?as_of=2031-05-20&as=json").json()[0]["timeliness"]
    after = client.get("/commitments?as_of=2031-06-02&as=json").json()[0]["timeliness"]
    assert (before, after) == ("due_soon", "overdue")
    assert client.get("/commitments?as_of=never").status_code == 400


def test_a_report_s_marks_lie_where_its_items_stand(client: TestClient) -> None:
    address = next(a for a in client.get("/reports").text.split('"') if a.startswith("/reports/report-"))
    text = client.get(address).text
    assert ">attacked the mill</mark>" in text
    assert "مرکز" in text


def test_the_look_of_the_dossier_is_served_too(client: TestClient) -> None:
    assert "/static/look.css" in client.get("/").text
    found = client.get("/static/look.css")
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("text/css")
