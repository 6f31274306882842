"""A run tells truly how far it is, and what it did not read and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import screens
from truceline import run
from truceline.record import changes
from truceline.record.decisions import Ruling
from truceline.record.store import Store
from truceline.run import read_into
from truceline.sources import reports
from truceline.views.record import Record

TEXT = (
    "The Valley Front attacked the mill near Orlin on {} May 2031 and killed twelve soldiers, a spokesman said today."
)


@pytest.mark.network
def test_in_the_end_every_report_that_was_found_is_finished(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a", TEXT.format(3)), ("b", TEXT.format(4)), ("same", TEXT.format(3)), ("short", "No.")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.zip").write_bytes(b"PK no archive")
    told: list[int] = []
    for again in (False, True):
        with Store(tmp_path / "r", create=True) as store:
            outcome = read_into(store, [folder], progress=lambda n, source: told.append(n))
        total = sum(1 for _ in reports([folder]))
        assert told[-1] == total == len(outcome.read) + len(outcome.already_there) + len(outcome.skipped)
        assert told == sorted(told)
        assert len(outcome.read) == (0 if again else 2)
        assert all(s.source and s.reason for s in outcome.skipped)
        told.clear()


def test_a_decision_taken_while_the_record_is_made_anew_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = screens.keep(tmp_path / "r")
    with Record.open(path) as opened:
        event = opened.items().events[0].id
    plainly = run.reconcile

    def meanwhile(*readings: Any, **rest: Any) -> Any:
        with Record.open(path) as opened:
            opened.decide(Ruling("reject", "event", event), by="me", at="2031-01-01T00:00:00Z")
        return plainly(*readings, **rest)

    monkeypatch.setattr(run, "reconcile", meanwhile)
    with Store(path) as store:
        run.renew(store)
        assert len(changes.applied(store)) == 1
    with Record.open(path) as opened:
        assert event not in {e.id for e in opened.items().events}
        (decision,) = opened.decisions()
        opened.decide(Ruling("undo", "decision", decision.id), by="me", at="2031-01-01T00:00:00Z")
        assert event in {e.id for e in opened.items().events}
