"""The acceptance cases themselves: every field there, days in order, words where they are said to stand."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
CASES = ("doha", "second")
RULES = {"fixed", "offset", "on_event", "within", "chain", "continuing", "none"}
CLASSES = {"duty", "prohibition", "goal", "process", "aspiration"}
TIMELINESS = {
    "not_due", "condition_unmet", "due_soon", "overdue", "done_on_time", "done_late", "breach_reported",
    "breach_disputed", "continuing", "no_deadline",
}  # fmt: skip
IMPLEMENTATION = {"pending", "in_progress", "met", "missed", "broken", "refused", "disputed", "none_stated"}
FINDINGS = {"contradiction", "corroboration", "update", "scope_difference", "copy"}
ABOUT = {"number", "date", "place", "who_promised_what", "status", "existence", "attribution", "assessment", "other"}
FIELDS = {"id", "clause", "words", "obligors", "obligor_basis", "class", "rule", "condition"}
DATED = re.compile(r"\b(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4} \(")


def expected(case: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / case / "expected.toml").read_text(encoding="utf-8"))


def reports(case: str) -> dict[str, str]:
    return {p.stem: p.read_text(encoding="utf-8") for p in sorted((FOLDER / case / "reports").glob("*.txt"))}


def some(value: Any) -> set[str]:
    """Give the values that are sound, one or several."""
    return set(value) if isinstance(value, list) else {value}


@pytest.mark.parametrize("case", CASES)
def test_each_commitment_has_its_fields_and_its_words_stand_once_in_the_agreement(case: str) -> None:
    text = (FOLDER / case / "agreement.txt").read_text(encoding="utf-8")
    rows = expected(case)["commitment"]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() >= FIELDS, row["id"]
        assert text.count(row["words"]) == 1, row["id"]
        assert row.get("deadline_words", "") in row["words"], row["id"]
        assert some(row["rule"]) <= RULES, row["id"]
        assert some(row["class"]) <= CLASSES, row["id"]
        assert some(row["obligor_basis"]) <= {"explicit", "implied", "unstated"}, row["id"]
        assert bool(row["obligors"]) or "unstated" in some(row["obligor_basis"]), row["id"]


@pytest.mark.parametrize("case", CASES)
def test_deadlines_lie_in_order_and_after_the_agreement(case: str) -> None:
    data = expected(case)
    for row in data["commitment"]:
        if some(row["rule"]) & {"fixed", "offset", "chain", "on_event"}:
            assert "latest" in row or row.get("open_end"), row["id"]
        days = [data["published"], row.get("earliest"), row.get("latest")]
        known = [date.fromisoformat(day) for day in days if day]
        assert known == sorted(known), row["id"]


@pytest.mark.parametrize("case", CASES)
def test_days_follow_each_other_and_name_known_commitments_and_states(case: str) -> None:
    data = expected(case)
    known = {row["id"] for row in data["commitment"]}
    days = [date.fromisoformat(row["day"]) for row in data["as_of"]]
    assert all(one < other for one, other in pairwise(days))
    for row in data["as_of"]:
        assert row.keys() - {"day"} <= known, row["day"]
        assert all(some(v) <= TIMELINESS for k, v in row.items() if k != "day"), row["day"]


@pytest.mark.parametrize("case", CASES)
def test_days_agree_with_the_deadlines_beside_them(case: str) -> None:
    """Overdue and late lie after the deadline; not due and soon due lie up to it, the latter within thirty days."""
    data = expected(case)
    rows = {row["id"]: row for row in data["commitment"]}
    for as_of in data["as_of"]:
        day = date.fromisoformat(as_of["day"])
        for name, value in as_of.items():
            if name == "day" or "latest" not in rows[name] or isinstance(value, list):
                continue
            left = (date.fromisoformat(rows[name]["latest"]) - day).days
            where = (as_of["day"], name, left)
            assert value not in ("overdue", "done_late") or left < 0, where
            assert value != "not_due" or left > 30, where
            assert value != "due_soon" or 0 <= left <= 30, where


@pytest.mark.parametrize("case", CASES)
def test_traps_name_known_commitments_and_states(case: str) -> None:
    data = expected(case)
    known = {row["id"] for row in data["commitment"]}
    names = [trap["name"] for trap in data["trap"]]
    assert len(set(names)) == len(names)
    for trap in data["trap"]:
        assert set(trap["commitments"]) <= known, trap["name"]
        assert date.fromisoformat(trap["from"]) <= date.fromisoformat(trap["until"]), trap["name"]
        assert set(trap.get("never_timeliness", ())) <= TIMELINESS, trap["name"]
        assert set(trap.get("never_implementation", ())) <= IMPLEMENTATION, trap["name"]
        assert set(trap.get("reported_in", ())) <= reports(case).keys(), trap["name"]
        assert trap["why"], trap["name"]


@pytest.mark.parametrize("case", CASES)
def test_no_day_expects_what_a_trap_forbids(case: str) -> None:
    data = expected(case)
    for trap in data["trap"]:
        for row in data["as_of"]:
            if trap["from"] <= row["day"] <= trap["until"]:
                for name in trap["commitments"]:
                    sound = some(row[name]) if name in row else set()
                    assert not sound & set(trap.get("never_timeliness", ())), (trap["name"], row["day"], name)


@pytest.mark.parametrize("case", CASES)
def test_days_late_are_counted_right(case: str) -> None:
    data = expected(case)
    latest = {row["id"]: date.fromisoformat(row["latest"]) for row in data["commitment"] if "latest" in row}
    for row in data["days_late"]:
        assert (date.fromisoformat(row["done"]) - latest[row["commitment"]]).days == row["days"], row["commitment"]


@pytest.mark.parametrize("case", CASES)
def test_findings_quote_their_reports(case: str) -> None:
    texts = reports(case)
    for row in expected(case)["finding"]:
        assert row["type"] in FINDINGS, row["id"]
        assert set(row["about"]) <= ABOUT, row["id"]
        assert row["reason"], row["id"]
        for side in (row["a"], row["b"]):
            assert texts[side["report"]].count(side["words"]) == 1, (row["id"], side)


@pytest.mark.parametrize(("case", "at_least"), [("doha", 15), ("second", 6)])
def test_reports_are_short_and_carry_a_dateline(case: str, at_least: int) -> None:
    texts = reports(case)
    assert len(texts) >= at_least
    for name, text in texts.items():
        assert 120 <= len(text.split()) <= 250, name
        assert DATED.search(text), name
