"""The whole: reports go in, a record comes out, the same whatever the order, the machine and the day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import truceline
from truceline.exports import EXPORTS, export_named
from truceline.exports.jsonl import lines_of
from truceline.scoring.rules import violations

pytestmark = pytest.mark.network
SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "reports").rglob("*.*"))
FIVE = SAMPLES[3:8]


def exported(record: Path) -> bytes:
    with truceline.open_record(record) as opened:
        return "\n".join(lines_of(opened)).encode()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "five.truceline"
    outcome = truceline.read(FIVE, record=path)
    assert [Path(s).name for s in outcome.read] == [p.name for p in FIVE]
    return path


def test_order_of_reports_and_number_of_workers_do_not_matter(record: Path, tmp_path: Path) -> None:
    truceline.read(reversed(FIVE), record=tmp_path / "r", workers=2)
    assert exported(tmp_path / "r") == exported(record)


def test_adding_reports_one_by_one_gives_what_reading_all_together_gives(record: Path, tmp_path: Path) -> None:
    for one in FIVE:
        truceline.read(one, record=tmp_path / "r")
    assert exported(tmp_path / "r") == exported(record)


def test_reading_twice_adds_nothing(record: Path) -> None:
    before = exported(record)
    outcome = truceline.read(FIVE, record=record)
    assert (outcome.read, len(outcome.already_there)) == ((), 5)
    assert exported(record) == before


def test_every_rule_of_the_record_format_holds(record: Path) -> None:
    with truceline.open_record(record) as opened:
        assert opened.violations() == ()
        lines = [json.loads(line) for line in lines_of(opened)]
    assert {rule: ids for rule, ids in violations(lines).items() if ids} == {}
    kinds = {line["kind"] for line in lines}
    assert {"format", "report", "actor", "place", "event", "figure", "statement", "agreement", "commitment"} <= kinds


def test_adding_reports_changes_no_other_report_s_own_words(record: Path, tmp_path: Path) -> None:
    truceline.read(FIVE[:2], record=tmp_path / "r")

    def told(path: Path) -> set[str]:
        """The quotes of the accounts of the first two reports, with what each says itself."""
        with truceline.open_record(path) as opened:
            items = opened.items()
            ids = {r.id for r in items.reports if Path(r.source).name in {p.name for p in FIVE[:2]}}
        accounts = [a for e in items.events for a in e.accounts if a.report in ids]
        # other reports may date one that states no day of its own: what it counts from that day moves, its words do not
        dates = {id(a): a.date if a.date.basis == "stated" else a.date.text for a in accounts}
        return {f"{a.type} {a.status} {dates[id(a)]} {a.fatalities} {a.quotes}" for a in accounts}

    assert told(tmp_path / "r") == told(record)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda e: e.name)
def test_every_export_gives_the_same_bytes_twice(export: object, record: Path, tmp_path: Path) -> None:
    name = export.name  # type: ignore[attr-defined]
    with truceline.open_record(record) as opened:
        for copy in ("a", "b"):
            export_named(name).write(opened, tmp_path / copy, as_of="2020-07-14")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").stat().st_size > 1000


def test_the_dossier_spans_the_reports_with_a_sure_date_and_counts_the_others(tmp_path: Path) -> None:
    dated = "Truce holds\n\n3 May 2019\n\nThe army and the Valley Front kept the truce on Thursday, monitors said.\n"
    undated = (
        "A late word\n\nThe army attacked the town on 4 June 2001, and the front has not forgotten it since then.\n"
    )
    (tmp_path / "a.txt").write_text(dated)
    (tmp_path / "b.txt").write_text(dated.replace("3 May", "10 May").replace("Truce holds", "Truce still holds"))
    (tmp_path / "c.txt").write_text(undated)
    truceline.read(sorted(tmp_path.glob("*.txt")), record=tmp_path / "r")
    with truceline.open_record(tmp_path / "r") as opened:
        export_named("dossier").write(opened, tmp_path / "d.html")
    page = " ".join((tmp_path / "d.html").read_text().split())
    assert "3 to 10 May 2019, 1 without a sure date" in page


def test_the_dossier_holds_no_script_and_asks_for_nothing(record: Path, tmp_path: Path) -> None:
    with truceline.open_record(record) as opened:
        export_named("dossier").write(opened, tmp_path / "d.html")
    page = (tmp_path / "d.html").read_text()
    assert "<script" not in page
    assert "src=" not in page
    assert 'href="http' not in page
    assert "default-src 'none'" in page


def test_a_bad_report_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "good.txt").write_bytes(FIVE[0].read_bytes())
    outcome = truceline.read(tmp_path / "in", record=tmp_path / "r")
    assert [Path(s).name for s in outcome.read] == ["good.txt"]
    assert {Path(s.source).name for s in outcome.skipped} == {"a.bin", "empty.txt"}
    assert all(s.reason.endswith(".") for s in outcome.skipped)
