"""How good the readers are on reports annotated by hand, against floors that only rise."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import truceline
from truceline.exports.jsonl import lines_of
from truceline.scoring import scorer

pytestmark = [pytest.mark.network, pytest.mark.slow]
HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text())
SPLIT = tomllib.loads((HERE / "split.toml").read_text())
OTHERS = {name: HERE / name for name in ("more", "third", "fourth", "fifth")}  # sets of their own, on other conflicts
REPORTS = HERE.parents[1] / "samples" / "reports"


def scores(record: Path, gold: Path, reports: Path, only: list[str]) -> dict[str, float]:
    """Scores by section and metric: F1, or the share of right answers."""
    with truceline.open_record(record) as opened:
        lines = [json.loads(line) for line in lines_of(opened)]
    boards, broken = scorer.score(*scorer.load(gold, reports, only), lines)
    assert {rule: ids for rule, ids in broken.items() if ids} == {}
    found = {}
    for (section, metric), cell in boards["all"].items():
        numbers = cell.numbers()
        value = numbers.get("share", numbers.get("f1"))
        if value is not None:
            found[f"{section}: {metric}" if metric else section] = value
    return found


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float | None, float]]:
    """What lies below its floor; widths of intervals must not exceed theirs."""
    return {
        name: (found.get(name), floor)
        for name, floor in floors.items()
        if (value := found.get(name)) is None or (value > floor if "width" in name else value < floor)
    }


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("quality") / "samples.truceline"
    outcome = truceline.read(REPORTS, record=path)
    assert outcome.skipped == ()
    return path


@pytest.mark.parametrize("half", ["tune", "measure"])
def test_our_own_gold_is_read_as_well_as_before(half: str, samples: Path) -> None:
    only = [name.split(".")[0] for name in SPLIT[half]]
    assert below(scores(samples, HERE / "gold", REPORTS, only), FLOORS[half]) == {}


@pytest.fixture(scope="module", params=list(OTHERS))
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    path = tmp_path_factory.mktemp("quality") / f"{request.param}.truceline"
    assert truceline.read(OTHERS[request.param] / "reports", record=path).skipped == ()
    return request.param, path


@pytest.mark.parametrize("half", ["tune", "measure"])
def test_other_conflicts_are_read_as_well_as_before(half: str, other: tuple[str, Path]) -> None:
    name, record = other
    if f"{name}_{half}" not in FLOORS:
        pytest.skip(f"floors.toml has no section {name}_{half} yet")
    folder = OTHERS[name]
    only = [name.split(".")[0] for name in tomllib.loads((folder / "split.toml").read_text())[half]]
    assert below(scores(record, folder / "gold", folder / "reports", only), FLOORS[f"{name}_{half}"]) == {}


def test_the_shared_gold_is_read_as_well_as_before(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold"
    if not gold.is_dir():
        pytest.skip("the shared gold is not beside this checkout")
    truceline.read(gold / "reports", record=tmp_path / "r")
    assert below(scores(tmp_path / "r", gold, gold / "reports", []), FLOORS["shared"]) == {}


def test_every_annotated_report_is_in_one_half() -> None:
    annotated = {p.name.removesuffix(".json") for p in (HERE / "gold").glob("*.*.json")}
    assert set(SPLIT["tune"]) | set(SPLIT["measure"]) == annotated
    assert not set(SPLIT["tune"]) & set(SPLIT["measure"])
