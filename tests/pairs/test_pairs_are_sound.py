"""The labelled pairs and copies themselves: every field there, ids resolve, copies made from their stories."""

from __future__ import annotations

import json
import re
import runpy
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
COPIES = FOLDER / "copies"
LABELS = {"contradiction", "update", "revision", "scope_difference", "rounding", "copy", "not_comparable"}
KINDS = {"value", "bound", "sum", "category"}
PAIRS = tomllib.loads((FOLDER / "figures.toml").read_text(encoding="utf-8"))["pair"]
EXPECTED = json.loads((COPIES / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, Any]]:
    lines = (COPIES / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_a_pair_has_its_fields(pair: dict[str, Any]) -> None:
    assert pair["label"] in LABELS
    assert ("kind" in pair) == (pair["label"] == "contradiction")
    assert pair.get("kind", "value") in KINDS
    assert pair["reason"].endswith(".")
    for side in (pair["a"], pair["b"]):
        assert set(side) == {"publisher", "published", "text"}
        assert date.fromisoformat(side["published"])
        assert side["publisher"]
        assert len(side["text"].split()) >= 5
    assert pair["a"] != pair["b"]


def test_an_update_or_revision_comes_on_the_same_day_or_later() -> None:
    for pair in PAIRS:
        if pair["label"] in ("update", "revision", "copy"):
            assert pair["a"]["published"] <= pair["b"]["published"], pair["id"]


def test_there_are_enough_pairs_of_each_label() -> None:
    counts = Counter(pair["label"] for pair in PAIRS)
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS) >= 60
    assert counts["contradiction"] >= 25
    assert all(counts[label] >= 5 for label in LABELS)


def test_every_report_stands_in_one_group_and_every_id_resolves(reports: dict[str, dict[str, Any]]) -> None:
    named = [
        one
        for group in EXPECTED["groups"]
        for one in (group["base"], *(copy["id"] for copy in group["copies"]), *group["unrelated"])
    ]
    assert sorted(named) == sorted(reports)


def test_there_are_enough_copies_of_each_degree_and_enough_unrelated_reports() -> None:
    degrees = Counter(copy["degree"] for group in EXPECTED["groups"] for copy in group["copies"])
    assert set(degrees) == {"verbatim", "cut", "re_headlined", "rewritten"}
    assert sum(degrees.values()) >= 40
    assert sum(len(group["unrelated"]) for group in EXPECTED["groups"]) >= 60


def test_copies_are_what_their_degree_says(reports: dict[str, dict[str, Any]]) -> None:
    for group in EXPECTED["groups"]:
        base = reports[group["base"]]
        for copy in group["copies"]:
            other = reports[copy["id"]]
            assert (other["title"] == base["title"]) == (copy["degree"] in ("verbatim", "cut")), copy
            assert (other["text"] == base["text"]) <= (copy["degree"] in ("verbatim", "re_headlined")), copy
            assert copy["degree"] != "cut" or len(other["text"]) < len(base["text"]), copy
            assert other["publisher"] != base["publisher"], copy
            assert other["published"] >= base["published"], copy


def test_reports_are_dated_titled_and_of_sound_length(reports: dict[str, dict[str, Any]]) -> None:
    for row in reports.values():
        assert list(row) == ["id", "publisher", "published", "title", "text"]
        assert date.fromisoformat(row["published"])
        assert 70 <= len(row["text"].split()) <= 200, row["id"]


def test_no_unrelated_report_shares_a_run_of_nine_words_with_the_story_but_what_is_quoted(
    reports: dict[str, dict[str, Any]],
) -> None:
    for group in EXPECTED["groups"]:
        told = runs(reports[group["base"]]["text"])
        for name in group["unrelated"]:
            assert not told & runs(reports[name]["text"]), name


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.sub(r'"[^"]+"', " ", text).lower().split()
    return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}


def test_the_kept_files_are_those_that_the_stories_make() -> None:
    lines, groups = runpy.run_path(str(COPIES / "make_copies.py"))["made"]()
    assert (COPIES / "reports.jsonl").read_text(encoding="utf-8") == lines
    assert (COPIES / "expected.json").read_text(encoding="utf-8") == groups
