"""The record keeps what it is given, and refuses what would damage it."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest

from builders import actor, document, event, quote, reading, report
from truceline.domain.coding import decode, encode
from truceline.domain.mention import Reading, SkippedReport
from truceline.errors import BadArgument, UnusableRecord
from truceline.reconcile import reconcile
from truceline.record import checks, queries
from truceline.record.decisions import Ruling, decide
from truceline.record.store import Store

NOW = "2031-05-14T10:00:00+00:00"


def told(text: str = "Gunmen attacked Orlin on Tuesday.", **rest: str) -> Reading:
    d = document(text, **rest)  # type: ignore[arg-type]
    gunmen = actor(d, "Gunmen", "armed_group")
    return reading(d, actors=(gunmen,), events=(event(d, "attacked Orlin", actors=(gunmen.key,)),))


def kept(path: Path, *readings: Reading) -> Store:
    store = Store(path, create=True)
    with store.transaction():
        for one in readings:
            made = report(one.document.text + str(one.document.published.days.earliest) + "None")
            assert made.id == one.document.id
            store.keep(made, one, "test 1")
        store.replace_items(reconcile(tuple(store.readings()), store.decisions()))
    return store


def test_a_reading_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    one = told()
    with kept(tmp_path / "r", one) as store:
        assert list(store.readings()) == [one]


def test_coding_gives_back_every_value() -> None:
    one = told(published="2031-05-14")
    assert decode(Reading, json.loads(json.dumps(encode(one)))) == one


def test_a_sound_record_has_no_violation(tmp_path: Path) -> None:
    with kept(tmp_path / "r", told()) as store:
        assert checks.violations(store) == ()


@pytest.mark.parametrize(
    ("damage", "names"),
    [
        ("UPDATE reports SET content = x'00'", "bytes"),
        ("UPDATE readings SET text = 'Something else entirely.'", "text"),
        ("UPDATE items SET body = replace(body, 'attacked Orlin', 'attacked Orlan')", "quotes"),
    ],
)
def test_any_change_from_outside_is_named(tmp_path: Path, damage: str, names: str) -> None:
    with kept(tmp_path / "r", told()) as store:
        store.write(damage)
        assert any(names in sentence for sentence in checks.violations(store))


def test_a_changed_decision_is_named_and_the_file_refuses_the_change(tmp_path: Path) -> None:
    with kept(tmp_path / "r", told()) as store:
        decide(store, Ruling("note", "event", "event-1", reason="why"), by="me", at=NOW)
        with pytest.raises(apsw.ConstraintError):
            store.write("UPDATE decisions SET reason = 'other'")
        with pytest.raises(apsw.ConstraintError):
            store.write("DELETE FROM decisions")
        store.write("DROP TRIGGER decisions_stay")
        store.write("UPDATE decisions SET reason = 'other'")
        assert any("Decision 1" in sentence for sentence in checks.violations(store))


def test_words_are_found_whatever_their_accents(tmp_path: Path) -> None:
    with kept(tmp_path / "r", told("Gunmen attacked Orlin near Bogotá.")) as store:
        ((found, passage),) = queries.search(store, "bogota")
        assert found.startswith("report-")
        assert "[Bogotá]" in passage
        assert queries.search(store, '"; DROP') == ()


def test_a_report_that_was_set_aside_keeps_its_reason(tmp_path: Path) -> None:
    one = SkippedReport("report-" + "0" * 12, "a.bin", "0" * 64, "a.bin is a picture.", "UnknownFormat")
    with Store(tmp_path / "r", create=True) as store:
        store.set_aside(one)
        assert store.skipped() == (one,)


def test_what_is_no_record_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no record " * 100)
    with pytest.raises(UnusableRecord, match="not a Truceline record"):
        Store(tmp_path / "text")
    other = apsw.Connection(str(tmp_path / "other"))
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(UnusableRecord, match="not a Truceline record"):
        Store(tmp_path / "other")
    with pytest.raises(BadArgument, match="no record at"):
        Store(tmp_path / "nothing")
    with pytest.raises(BadArgument, match="folder"):
        Store(tmp_path)


def test_a_record_of_a_newer_format_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "r", create=True) as store:
        store.write("PRAGMA user_version=99")
    with pytest.raises(UnusableRecord, match="newer"):
        Store(tmp_path / "r")


def test_only_the_owner_may_read_a_record(tmp_path: Path) -> None:
    Store(tmp_path / "r", create=True).close()
    assert (tmp_path / "r").stat().st_mode & 0o077 == 0


def test_items_are_found_by_actor_and_day(tmp_path: Path) -> None:
    from truceline.domain.dates import Days
    from truceline.domain.items import Event

    with kept(tmp_path / "r", told()) as store:
        (one,) = queries.all_of(store, Event)
        assert queries.items_with(store, Event, actor=one.actors[0]) == (one,)
        assert queries.items_with(store, Event, actor="actor-none") == ()
        assert queries.items_with(store, Event, between=Days.between("2031-01-01", None)) == (one,)
        assert queries.item(store, "event", one.id) == one
        with pytest.raises(BadArgument, match="no event"):
            queries.item(store, "event", "event-none")


def test_quotes_of_builders_are_exact() -> None:
    d = document("A \U0001f54a flew over مرکز today.")
    assert d.carries(quote(d, "مرکز"))
