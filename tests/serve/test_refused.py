"""A form that is refused gives back what was typed, and says where to go on."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from truceline.errors import BadArgument
from truceline.serve.app import serve
from truceline.serve.deciding import Field, typed_in


def first(client: TestClient, view: str, kind: str) -> str:
    return str(client.get(f"/{view}?as=json").json()[0][kind])


def post(client: TestClient, **form: str) -> Any:
    return client.post("/decide", data={"back": "/review", **form})


def test_a_refused_edit_offers_what_was_typed_again(client: TestClient) -> None:
    id = first(client, "commitments", "commitment")
    typed = {
        "field-obligors": "The Hill Front",
        "was-obligors": "Valley Front",
        "field-deadline": "",
        "was-deadline": "",
    }
    refused = post(client, action="edit", kind="commitment", target=id, reason="a <slip>", **typed)
    assert refused.status_code == 409
    assert "near to it: “Valley Front”" in refused.text
    assert '<input name="field-obligors" value="The Hill Front" autocomplete="off" autofocus>' in refused.text
    assert 'name="reason" value="a &lt;slip&gt;"' in refused.text
    for name, value in (("action", "edit"), ("target", id), ("was-obligors", "Valley Front"), ("back", "/review")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in refused.text
    mended = post(client, action="edit", kind="commitment", target=id, **typed | {"field-obligors": ""})
    assert mended.status_code == 303


def test_a_refused_decision_that_nobody_typed_leads_back_to_its_item(client: TestClient) -> None:
    id = first(client, "timeline", "event")
    post(client, action="accept", kind="event", target=id, seen="0")
    stale = post(client, action="reject", kind="event", target=id, seen="0", reason="typed")
    assert stale.status_code == 409
    assert "You or somebody else decided" in stale.text
    assert f'href="/review?at={id}"' in stale.text
    assert "again-typed" not in stale.text
    assert "/review?at=" not in post(client, action="undo", kind="decision", target="decision-none").text


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ({"action": "accept", "reason": ""}, []),
        ({"action": "resolve", "reason": "two counts"}, ["reason"]),
        ({"field-date": "soon", "was-date": "", "reason": ""}, ["field-date", "reason"]),
        ({"field-date": "", "was-date": "", "reason": ""}, []),
    ],
)
def test_only_what_was_typed_is_offered_again(form: dict[str, str], names: list[str]) -> None:
    assert [f.name for f in typed_in(form)] == names


def test_fields_are_named_as_where_they_were_typed() -> None:
    assert typed_in({"field-obligors": "x", "was-obligors": ""}) == (Field("field-obligors", "obliged", "x", True),)


def test_back_of_a_refused_form_never_leads_elsewhere(client: TestClient) -> None:
    form = {"action": "edit", "kind": "event", "target": first(client, "timeline", "event"), "field-place": "Atlantis"}
    text = client.post("/decide", data={**form, "back": "//elsewhere.example"}).text
    assert '<a class="button" href="/">Leave it</a>' in text


def test_after_an_undo_the_bar_offers_to_take_it_again(client: TestClient) -> None:
    id = first(client, "timeline", "event")
    done = post(client, action="accept", kind="event", target=id).headers["location"].split("done=")[1]
    undone = post(client, action="undo", kind="decision", target=done).headers["location"]
    bar = client.get(undone).text.split('class="undo"')[1].split("</div>")[0]
    assert f'name="target" value="{done}"><button name="action" value="redo">Redo' in bar
    assert "data-undo" not in bar
    again = post(client, action="redo", target=done).headers["location"]
    assert "data-undo" in client.get(again).text.split('class="undo"')[1].split("</div>")[0]


def test_who_undoes_from_a_page_of_what_was_refused_comes_back_to_a_page(client: TestClient) -> None:
    text = post(client, action="undo", kind="decision", target="decision-none").text
    assert '<input type="hidden" name="back" value="/decide">' not in text
    assert '<input type="hidden" name="back" value="/review">' in text


def test_what_later_decisions_are_about_is_said(client: TestClient) -> None:
    id = first(client, "timeline", "event")
    done = post(client, action="edit", kind="event", target=id, **{"field-status": "alleged", "was-status": "occurred"})
    post(client, action="accept", kind="event", target=id)
    asked = post(client, action="undo", kind="decision", target=done.headers["location"].split("done=")[1])
    summary = client.get("/timeline?as=json").json()[0]["summary"]
    assert f"<b>accept</b> event {summary}" in asked.text


def test_no_address_is_announced_where_the_port_is_taken(record: Path) -> None:
    told: list[str] = []
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(BadArgument, match="is taken"):
            serve(record, port=other.getsockname()[1], by="me", announce=told.append)
    assert told == []
