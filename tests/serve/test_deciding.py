"""Every sort of decision taken on the pages, and every way back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from truceline.serve.app import make_app
from truceline.views.deciding import CHOICES, LABELS
from truceline.views.record import Record

PORT = 8765


def post(client: TestClient, action: str, kind: str, target: str = "", **rest: str) -> Any:
    return client.post("/decide", data={"action": action, "kind": kind, "target": target, "back": "/", **rest})


def rows(client: TestClient, view: str) -> Any:
    return client.get(f"/{view}?as=json").json()


def state(record: Path) -> str:
    with Record.open(record) as opened:
        assert opened.violations() == ()
        return opened.state()


def attached(client: TestClient, words: str, kind: str = "event", **rest: str) -> Any:
    with_words = next(a for a in client.get("/reports").text.split('"') if a.startswith("/reports/report-"))
    id = with_words.rpartition("/")[2]
    start = "The Valley Front attacked the mill and killed 12.".index(words)
    place = {"report": id, "start": str(start), "end": str(start + len(words)), "exact": words}
    return post(client, "attach", kind, **{**place, **rest})


def test_merged_actors_come_apart_with_every_link(client: TestClient, record: Path) -> None:
    assert attached(client, "the mill", note="A mill stands.").status_code == 303
    start = state(record)
    ids = [e["event"] for e in rows(client, "timeline")][:2]
    post(client, "merge", "event", after=" ".join(ids))
    assert [e["event"] for e in rows(client, "timeline")].count(ids[1]) == 0
    post(client, "unmerge", "event", ids[0], after=ids[1])
    assert state(record) == start
    assert {e["event"] for e in rows(client, "timeline")} >= set(ids)


def test_ticking_one_row_merges_nothing(client: TestClient) -> None:
    assert post(client, "merge", "actor", after="actor-1").status_code == 409


def test_what_the_readers_missed_is_added_edited_and_taken_away(client: TestClient, record: Path) -> None:
    start = state(record)
    for kind in ("event", "statement", "agreement", "commitment", "wording"):
        assert attached(client, "the mill", kind, note="The mill is named.").status_code == 303
    assert attached(client, "the mill", "figure").status_code == 409
    assert attached(client, "killed 12", "figure", type="killed_here").status_code == 303
    (points,) = (s["points"] for s in rows(client, "figures") if s["measure"] == "killed_here")
    assert (points[0]["amount"]["text"], points[0]["amount"]["best"]) == ("12", 12)
    assert any(e["summary"] == "The mill is named." for e in rows(client, "timeline"))
    assert any(c["action"] == "The mill is named." for c in rows(client, "commitments"))
    state(record)
    for _ in range(6):
        client.post("/decide", data={"action": "undo", "back": "/"})
    assert state(record) == start


def test_words_that_the_report_does_not_have_are_refused(client: TestClient) -> None:
    found = attached(client, "the mill", exact="the bridge")
    assert found.status_code == 409
    assert "mark them again" in found.text
    assert attached(client, "the mill", "dispute").status_code == 409


def test_an_edit_shows_both_values_and_refuses_words_that_mean_nothing(client: TestClient) -> None:
    event = rows(client, "timeline")[0]["event"]
    assert (
        post(client, "edit", "event", event, **{"field-status": "alleged", "was-status": "occurred"}).status_code == 303
    )
    assert rows(client, "timeline")[0]["status"] == "alleged"
    assert "status: occurred → alleged" in client.get("/decisions").text
    assert post(client, "edit", "event", event, **{"field-status": "perhaps"}).status_code == 409
    assert post(client, "edit", "event", event, **{"field-colour": "red"}).status_code == 409
    assert "No field was changed" in post(client, "edit", "event", event).text


def test_undoing_what_others_rest_on_asks_first(client: TestClient, record: Path) -> None:
    start = state(record)
    event = rows(client, "timeline")[0]["event"]
    first = post(client, "edit", "event", event, **{"field-status": "alleged"}).headers["location"].split("done=")[1]
    post(client, "edit", "event", event, **{"field-status": "denied"})
    asked = post(client, "undo", "decision", first)
    assert asked.status_code == 409
    assert "1 later decision" in asked.text
    assert rows(client, "timeline")[0]["status"] == "denied"
    post(client, "undo", "decision", first, **{"with": "later"})
    assert state(record) == start


def test_what_is_undone_is_not_undone_twice(client: TestClient) -> None:
    event = rows(client, "timeline")[0]["event"]
    done = post(client, "accept", "event", event).headers["location"].split("done=")[1]
    assert post(client, "undo", "decision", done).status_code == 303
    assert post(client, "undo", "decision", done).status_code == 409
    assert post(client, "redo", "decision", done).status_code == 303
    assert post(client, "undo", "decision", "decision-none").status_code == 409


def test_credibility_one_needs_two_origins_and_a_letter_a_reason(client: TestClient) -> None:
    event = rows(client, "timeline")[0]["event"]
    refused = post(client, "set_rating", "event", event, credibility="1")
    assert refused.status_code == 409
    assert "one origin" in refused.text
    assert post(client, "set_rating", "event", event, credibility="3").status_code == 303
    assert "possibly true" in client.get("/ratings").text
    assert "credibility 3" in client.get("/timeline").text
    assert post(client, "set_rating", "publisher", "The Wire", reliability="B").status_code == 409
    assert post(client, "set_rating", "publisher", "The Wire", reliability="G", reason="no").status_code == 409


def test_a_note_is_kept_apart_from_what_reports_say(client: TestClient) -> None:
    id = rows(client, "commitments")[0]["commitment"]
    assert "No evidence found" in client.get(f"/commitments/{id}").text
    post(client, "note", "commitment", id, note="I saw them leave.")
    text = client.get(f"/commitments/{id}").text
    assert "I saw them leave." in text.split("What reviewers think")[1]
    assert "No evidence found" in text
    assert client.get("/commitments/commitment-none").status_code == 400


def test_a_split_gives_a_report_s_account_an_item_of_its_own(client: TestClient, record: Path) -> None:
    start = state(record)
    ids = [e["event"] for e in rows(client, "timeline")]
    post(client, "merge", "event", after=" ".join(ids))
    (one,) = rows(client, "timeline")
    reports = [p["report"] for p in one["passages"]]
    assert (one["reports"], len(reports)) == (2, 2)
    post(client, "split", "event", one["event"], after=reports[1])
    assert [e["reports"] for e in rows(client, "timeline")] == [1, 1]
    state(record)
    for _ in range(2):
        client.post("/decide", data={"action": "undo", "back": "/"})
    assert state(record) == start


def test_two_commitments_are_linked_at_both_ends(client: TestClient) -> None:
    attached(client, "killed 12", "commitment", note="Bury the dead.")
    one, other = (c["commitment"] for c in rows(client, "commitments")[:2])
    form = {"to": other, "as": "part_of"}
    assert post(client, "link", "commitment", one, **{**form, "as": "like"}).status_code == 409
    assert post(client, "link", "commitment", one, **{**form, "to": one}).status_code == 409
    assert post(client, "link", "commitment", one, **form).status_code == 303
    assert f'<i>part of</i><a class="link" href="/commitments/{other}"' in client.get(f"/commitments/{one}").text
    assert f'<i>has as a part</i><a class="link" href="/commitments/{one}"' in client.get(f"/commitments/{other}").text
    assert "part of" in client.get("/decisions").text


def test_after_a_restart_what_was_undone_is_taken_again_in_order(client: TestClient, record: Path) -> None:
    states = [state(record)]
    for n, e in enumerate(rows(client, "timeline") * 3):
        post(client, "edit", "event", e["event"], **{"field-summary": f"Summary {n}."})
        states.append(state(record))
    for _ in states[1:]:
        client.post("/decide", data={"action": "undo", "back": "/"})
    assert state(record) == states[0]
    again = TestClient(make_app(record, port=PORT, secret="new", by="you"), base_url=f"http://127.0.0.1:{PORT}")
    again.get("/?token=new")
    again.headers["sec-fetch-site"] = "same-origin"
    for expected in states[1:6]:
        again.post("/decide", data={"action": "redo", "back": "/"})
        assert state(record) == expected


def test_a_link_is_taken_back_at_both_ends(client: TestClient) -> None:
    attached(client, "killed 12", "commitment", note="Bury the dead.")
    one, other = (c["commitment"] for c in rows(client, "commitments")[:2])
    assert post(client, "unlink", "commitment", one, to=other).status_code == 409
    post(client, "link", "commitment", one, **{"to": other, "as": "part_of"})
    assert post(client, "unlink", "commitment", other, to=one).status_code == 303
    assert "No other commitment yet." in client.get(f"/commitments/{one}").text
    assert post(client, "unlink", "commitment", one, to=other).status_code == 409
    client.post("/decide", data={"action": "undo", "back": "/"})
    assert "has as a part" in client.get(f"/commitments/{other}").text


def test_a_label_is_set_from_the_queue_and_undone(client: TestClient, record: Path) -> None:
    start = state(record)
    event = rows(client, "timeline")[0]["event"]
    page = client.get(f"/review?at={event}").text
    assert 'data-key="1"' in page
    assert "alleged <kbd>6</kbd>" in page
    assert post(client, "relabel", "event", event, after='{"status": "alleged"}').status_code == 303
    assert rows(client, "timeline")[0]["status"] == "alleged"
    assert "status: occurred → alleged" in client.get("/decisions").text
    assert post(client, "relabel", "event", event, after='{"status": "perhaps"}').status_code == 409
    assert post(client, "relabel", "event", event, after='{"summary": "x"}').status_code == 409
    client.post("/decide", data={"action": "undo", "back": "/"})
    assert state(record) == start


@pytest.mark.parametrize("kind", LABELS)
def test_every_label_has_a_key(kind: str) -> None:
    assert 2 <= len(CHOICES[kind, LABELS[kind]]) <= 9


def test_only_what_a_person_attached_is_detached(client: TestClient, record: Path) -> None:
    start = state(record)
    found = rows(client, "timeline")[0]["event"]
    assert post(client, "detach", "event", found).status_code == 409
    attached(client, "the mill", note="A mill stands.")
    mine = next(e["event"] for e in rows(client, "timeline") if e["summary"] == "A mill stands.")
    assert "Detach it" in client.get(f"/review?at={mine}").text
    assert post(client, "detach", "event", mine).status_code == 303
    assert state(record) == start
    assert post(client, "detach", "event", mine).status_code == 409
    client.post("/decide", data={"action": "undo", "back": "/"})
    assert any(e["event"] == mine for e in rows(client, "timeline"))
