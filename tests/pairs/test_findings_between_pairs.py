"""Findings between two short reports, and copies, against floors that only rise (benchmarks/pairs.py shows the cases)."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

PAIRS = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "pairs.py"), run_name="pairs")
FLOORS = {
    "tune": {"precision": 0.95, "recall": 0.7, "named": 0.6},
    "measure": {"precision": 0.9, "recall": 0.3, "named": 0.42},
}
MOST_FALSE_ALARMS = 0.04


@pytest.mark.network
@pytest.mark.parametrize("half", ["tune", "measure"])
def test_pairs_are_named_as_well_as_before(half: str) -> None:
    found: dict[str, Any] = PAIRS["scores"](PAIRS["judged"](PAIRS["all_pairs"](half)))
    assert {name: found[name] for name, floor in FLOORS[half].items() if found[name] < floor} == {}
    assert found["false alarms"] <= MOST_FALSE_ALARMS


def test_copies_are_told_from_reports_of_their_own() -> None:
    found = PAIRS["copy_scores"]()
    assert found["f1"] >= 0.97
    assert found["degrees"] >= 0.95
