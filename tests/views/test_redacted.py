"""What is taken away with names hidden names nobody who was flagged, and its quotes are still exact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import actor, document, event, place, reading, report, statement
from truceline.domain.record_form import plain
from truceline.errors import BadArgument
from truceline.exports import EXPORTS, export_named
from truceline.reconcile import reconcile
from truceline.record.checks import broken_items
from truceline.record.decisions import Ruling
from truceline.record.store import Store
from truceline.views.record import Record
from truceline.views.redacted import RedactedRecord

NOW = "2031-06-01T00:00:00Z"
TEXT = "Amina Sall saw the soldiers burn the mill in Kesh. “They shot Omar,” Sall said. MRS. SALL left Kesh."


@pytest.fixture
def opened(tmp_path: Path) -> Record:
    d = document(TEXT, published="2031-05-14", publisher="The Wire")
    who, soldiers = actor(d, "Amina Sall"), actor(d, "the soldiers", "security_force")
    told = reading(
        d,
        actors=(who, soldiers),
        places=(place(d, "Kesh"),),
        events=(event(d, "burn the mill", actors=(soldiers.key,), place="Kesh"), event(d, "shot Omar")),
        statements=(statement(d, "They shot Omar", who.key),),
    )
    with Store(tmp_path / "r", create=True) as store, store.transaction():
        store.keep(report(TEXT + "2031-05-14The Wire", source="a.txt"), told, "test 1")
        store.replace_items(reconcile((told,)))
    return Record.open(tmp_path / "r")


def flag(opened: Record, kind: str, target: str, as_: str | None = "victim") -> None:
    opened.decide(Ruling("redact", kind, target, {"flag": as_}), by="me", at=NOW)


def of(opened: Record, name: str) -> str:
    return next(a.id for a in opened.items().actors if a.name == name)


@pytest.mark.parametrize("name", [e.name for e in EXPORTS])
def test_no_export_names_somebody_who_is_hidden(opened: Record, tmp_path: Path, name: str) -> None:
    amina = of(opened, "Amina Sall")
    opened.decide(
        Ruling("edit", "actor", amina, {"name": "Amina Sall, a nurse"}, reason="Sall is one"), by="me", at=NOW
    )
    flag(opened, "actor", amina, "witness")
    flag(opened, "words", "Omar")
    out = tmp_path / "out"
    export_named(name).write(RedactedRecord(opened), out)
    text = out.read_text(encoding="utf-8")
    for word in ("Amina", "Sall", "SALL", "Omar", amina):
        assert word not in text
    export_named(name).write(opened, out)
    assert "Amina Sall" in out.read_text(encoding="utf-8")


def test_every_quote_is_exact_in_the_hidden_text(opened: Record) -> None:
    flag(opened, "actor", of(opened, "Amina Sall"))
    flag(opened, "event", opened.items().events[0].id, "graphic")
    hidden = RedactedRecord(opened)
    items = hidden.items()
    assert tuple(broken_items(items, {r.id: r.text for r in items.reports})) == ()
    assert len(items.events) == 1
    assert [len(r.text) for r in items.reports] == [len(TEXT)]
    assert items.statements[0].speakers == ()
    assert str(hidden.hidden).startswith("Left out: 2 (graphic 1, name of a victim 1); words hidden at ")


def test_a_place_that_is_hidden_gives_no_coordinates_away(opened: Record) -> None:
    (kesh,) = (p.id for p in opened.items().places)
    flag(opened, "place", kesh, "place")
    items = RedactedRecord(opened).items()
    assert items.places == ()
    assert {e.place for e in items.events} == {None}
    assert "Kesh" not in json.dumps([plain(r) for r in items.reports])


def test_what_is_no_longer_flagged_is_shown_again(opened: Record) -> None:
    amina = of(opened, "Amina Sall")
    flag(opened, "actor", amina)
    flag(opened, "actor", amina, None)
    hidden = RedactedRecord(opened)
    assert hidden.items() == opened.items()
    assert "nothing was left out" in str(hidden.hidden)


@pytest.mark.parametrize(("kind", "target", "as_"), [("actor", "actor-none", "victim"), ("words", "a", "victim")])
def test_what_cannot_be_hidden_is_refused(opened: Record, kind: str, target: str, as_: str) -> None:
    with pytest.raises(BadArgument):
        flag(opened, kind, target, as_)
    with pytest.raises(BadArgument):
        flag(opened, "words", "Omar", "because")
