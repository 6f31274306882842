"""What reports of several publishers on the same happenings become together, against floors that only rise."""

from __future__ import annotations

import pytest
from benchmarks import together

FLOORS = {
    "tune": {"same events": (0.98, 0.58), "order": (1.0, 0.8)},
    "measure": {"same events": (0.85, 0.52), "order": (1.0, 0.63)},
    "events": {"same events": (0.9, 0.38), "order": (1.0, 0.68)},
}
"""Precision and recall by half."""


@pytest.mark.network
@pytest.mark.parametrize("half", together.HALVES)
def test_what_belongs_together_is_put_together_as_well_as_before(half: str) -> None:
    found = together.tallies_of(together.conflicts(half))
    least = FLOORS[half]
    told = {sort: (found[sort].precision or 0.0, found[sort].recall or 0.0) for sort in least}
    assert {sort: told[sort] for sort, floor in least.items() if told[sort] < floor or told[sort][1] < floor[1]} == {}


@pytest.mark.parametrize("conflict", together.conflicts(), ids=lambda c: str(c["conflict"]))
def test_every_label_stands_in_its_report(conflict: dict) -> None:  # type: ignore[type-arg]
    texts = {r["id"]: " ".join(r["text"].split()) for r in conflict["report"]}
    told = [t for kind in ("event", "commitment") for group in conflict.get(kind, []) for t in group["told"]]
    told += [f[side] for f in conflict.get("finding", []) for side in ("a", "b")]
    assert [t for t in told if texts[t[0]].count(t[1]) != 1] == []
