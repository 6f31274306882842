"""Reports about twelve conflicts: who stands together, who apart, and where it happens."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from reading.told_scenes import scene

CONFLICTS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("conflicts.toml").read_text(encoding="utf-8")
)
FOUND, TOGETHER, RIGHT = 0.95, 0.95, 0.93
"""Floors over all reports: forms found, B-cubed F1 of the forms, types and countries."""

pytestmark = pytest.mark.network


def plain(form: str) -> str:
    return form.removeprefix("the ").removeprefix("The ").casefold()


def forms(mentions: Any) -> dict[str, str]:
    """Every form with the key of its item."""
    return {plain(q.exact): m.key for m in mentions for q in m.quotes}


@pytest.mark.parametrize("side", ["actors", "places"])
def test_forms_are_found_together_and_told_right(side: str) -> None:
    found = total = 0
    precision = recall = right = asked = 0.0
    for report in CONFLICTS.values():
        mentions = getattr(scene(report["text"].strip()), side).mentions
        system, by_key = forms(mentions), {m.key: m for m in mentions}
        gold = {plain(f): i for i, item in enumerate(report[side]) for f in item["forms"]}
        both = gold.keys() & system.keys()
        ours, theirs = defaultdict(set), defaultdict(set)
        for form in both:
            ours[system[form]].add(form)
            theirs[gold[form]].add(form)
        found, total = found + len(both), total + len(gold)
        for form in both:
            shared = len(ours[system[form]] & theirs[gold[form]])
            precision += shared / len(ours[system[form]])
            recall += shared / len(theirs[gold[form]])
        for form in both:
            item, mention = report[side][gold[form]], by_key[system[form]]
            for key in ("type", "country"):
                if key in item:
                    asked, right = asked + 1, right + (getattr(mention, key) == item[key])
    assert found / total >= FOUND
    assert 2 * precision * recall / (precision + recall) / found >= TOGETHER
    assert right / asked >= RIGHT


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_parties_of_a_report_stand_apart(name: str) -> None:
    report = CONFLICTS[name]
    system = forms(scene(report["text"].strip()).actors.mentions)
    keys = [{system[plain(f)] for f in item["forms"] if plain(f) in system} for item in report["actors"]]
    joined = [(a, b) for a in range(len(keys)) for b in range(a) if keys[a] & keys[b]]
    assert joined == []
