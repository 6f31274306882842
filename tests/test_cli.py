"""The terminal: good answers, good errors, good statuses."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"


def truceline(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from truceline.cli import main; main()", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "r.truceline"
    done = truceline("read", *sorted(SAMPLES.rglob("0[1-4]-*")), "--record", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.network
@pytest.mark.parametrize(
    "view",
    [
        "timeline",
        "figures",
        "commitments",
        "disputes",
        "statements",
        "wording",
        "actors",
        "places",
        "report",
        "reports",
        "figure",
        "dispute",
    ],
)
def test_every_view_is_shown_as_table_and_as_json(view: str, record: Path) -> None:
    table, plain = truceline("show", view, record), truceline("show", view, record, "--json")
    assert (table.returncode, plain.returncode) == (0, 0)
    rows = json.loads(plain.stdout)
    assert isinstance(rows, list)
    assert rows or view == "disputes"


@pytest.mark.network
def test_check_and_export_and_decide_and_undo(record: Path, tmp_path: Path) -> None:
    assert truceline("check", record).returncode == 0
    event = json.loads(truceline("show", "timeline", record, "--json").stdout)[0]["event"]
    assert truceline("decide", record, "reject", event, "--by", "me", "--reason", "not so").returncode == 0
    assert event not in truceline("show", "timeline", record, "--json").stdout
    assert truceline("export", record, "--format", "jsonl", "--output", tmp_path / "o").returncode == 0
    last = json.loads((tmp_path / "o").read_text().splitlines()[-1])
    assert (last["kind"], last["action"], last["by"]) == ("decision", "reject", "me")
    mistyped = truceline("decide", record, "reject", "event-000000000000", "--by", "me")
    assert (mistyped.returncode, "no item" in mistyped.stderr) == (2, True)
    assert truceline("decide", record, "undo", last["id"], "--by", "me").returncode == 0
    assert event in truceline("show", "timeline", record, "--json").stdout
    assert truceline("check", record).returncode == 0


@pytest.mark.network
def test_a_run_that_is_broken_off_keeps_what_was_finished(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text = next(SAMPLES.rglob("04-*")).read_text()
    for n in range(400):
        (tmp_path / "in" / f"{n}.txt").write_text(f"{text}\n\nThis was printed on page {n} of the paper that morning.")
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # else ignored in the background
    code = f"{heed}; from truceline.cli import main; main()"
    words = ["read", str(tmp_path / "in"), "--record", str(tmp_path / "r")]
    run = subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.PIPE, text=True)
    time.sleep(6)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=120)
    assert (run.returncode, "Traceback" in said) == (130, False)
    assert "holds every report that was finished" in " ".join(said.split())
    assert truceline("check", tmp_path / "r").returncode == 0
    kept = len(truceline("show", "report", tmp_path / "r").stdout.splitlines())
    assert 0 < kept < 400


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("read", "nowhere", "--record", "{tmp}/r"), "nowhere"),
        (("read", "{tmp}", "--record", "{tmp}/r", "--published", "soon"), "is not a day"),
        (("show", "timeline", "{tmp}/none"), "There is no record at"),
        (("check", "{tmp}"), "folder"),
        (("export", "{tmp}/none", "--format", "xlsx", "--output", "{tmp}/x"), "no export called xlsx"),
        (("score", "{tmp}/none", "--gold", "{tmp}"), "There is no record at"),
    ],
)
def test_a_bad_argument_gets_one_clear_sentence_and_status_2(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = truceline(*(w.replace("{tmp}", str(tmp_path)) for w in words))
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@pytest.mark.network
def test_a_registry_names_actors_and_stays_in_the_record(tmp_path: Path) -> None:
    report, own, record = tmp_path / "a.txt", tmp_path / "own.toml", tmp_path / "r"
    report.write_text(
        "Valley quiet\n\nJUBA, 3 May 2021 (Valley Herald) - The Lantern Men took the bridge at dawn, residents said. "
        "The Lantern Men denied that anybody was hurt when they entered the market of the town.\n"
    )
    own.write_text(
        '[[actor]]\nname = "Orlin Front"\naliases = ["Lantern Men"]\ntype = "armed_group"\ncountry = "SSD"\n'
    )
    assert truceline("read", report, "--record", record, "--registry", own).returncode == 0
    assert "Orlin Front" in truceline("show", "actors", record).stdout
    (tmp_path / "b.txt").write_text(report.read_text().replace("quiet", "loud").replace("bridge", "mill"))
    assert truceline("read", tmp_path / "b.txt", "--record", record).returncode == 0
    assert "Lantern Men" not in {
        row["name"] for row in json.loads(truceline("show", "actors", record, "--json").stdout)
    }
    own.write_text("[[actor]]\n")
    refused = truceline("read", report, "--record", record, "--registry", own)
    assert (refused.returncode, refused.stderr.strip()) == (2, "own.toml, actor 1 has no name.")


def test_nothing_to_read_makes_no_record_and_says_so(tmp_path: Path) -> None:
    missing = truceline("read", tmp_path / "nowhere", "--record", tmp_path / "r")
    assert (missing.returncode, (tmp_path / "r").exists()) == (2, False)
    (tmp_path / "empty").mkdir()
    empty = truceline("read", tmp_path / "empty", "--record", tmp_path / "r")
    assert (empty.returncode, "nothing to read" in " ".join(empty.stderr.split())) == (1, True)
