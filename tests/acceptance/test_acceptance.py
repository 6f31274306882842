"""Two agreements and the reports that followed them, read from the start: what is promised, due, kept and disputed.

The cases were written before any run, and neither is ever edited to fit. Run with -s to see the numbers.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import truceline
from truceline.domain.dates import Days
from truceline.domain.items import Commitment, Items
from truceline.reconcile.compliance import days_late, implementation, timeliness
from truceline.reconcile.compliance_index import INDEXED
from truceline.reconcile.deadlines import passed_before_trigger

pytestmark = pytest.mark.network

FOLDER = Path(__file__).parent
CASES = ("doha", "second")
FLOORS = {
    "doha": {"found": 23, "obligors": 22, "amount": 23, "deadline": 23, "rule": 23, "class": 21, "as_of": 0.98},
    "second": {"found": 13, "obligors": 13, "amount": 13, "deadline": 13, "rule": 13, "class": 12, "as_of": 0.98},
}
"""The least that must be right; lowered only on purpose and in a commit of its own."""


@dataclass(frozen=True)
class Case:
    """What a case expects, what was made of it, and the commitments that stand at each clause of the agreement."""

    expected: dict[str, Any]
    items: Items
    at: dict[str, list[Commitment]]
    main: str


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Case]:
    return request.param, _case(request.param, tmp_path_factory)


_cases: dict[str, Case] = {}


def _case(name: str, folders: pytest.TempPathFactory) -> Case:
    if name not in _cases:
        expected = tomllib.loads((FOLDER / name / "expected.toml").read_text(encoding="utf-8"))
        place = folders.mktemp("acceptance") / "record"
        truceline.read([FOLDER / name / "agreement.txt", FOLDER / name / "reports"], record=place)
        with truceline.open_record(place) as record:
            items = record.items()
        main = next(r for r in items.reports if r.source.endswith("agreement.txt"))
        at = {row["id"]: _at(items, main.id, main.text, row["words"]) for row in expected["commitment"]}
        _cases[name] = Case(expected, items, at, main.id)
    return _cases[name]


def _at(items: Items, report: str, text: str, words: str) -> list[Commitment]:
    start = text.index(words)
    inside = range(start, start + len(words))
    return [
        c
        for c in items.commitments
        if any(a.report == report and any(q.start in inside for q in a.quotes) for a in c.accounts)
    ]


def some(value: Any) -> set[Any]:
    return set(value) if isinstance(value, list) else {value}


def plain(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("its ")


def called(case: Case, actor: str) -> set[str]:
    found = next(a for a in case.items.actors if a.id == actor)
    return {plain(n.text) for n in found.names} | {plain(found.name)}


def names_it(wanted: str, names: set[str]) -> bool:
    """Tell whether one of the names that reports use is the one wanted, or a part of it."""
    return any(plain(wanted) == name or f" {name} " in f" {plain(wanted)} " for name in names)


def obligors_right(case: Case, row: dict[str, Any], c: Commitment) -> bool:
    names = [called(case, o) for o in c.obligors]
    return len(names) == len(row["obligors"]) and all(any(names_it(w, n) for n in names) for w in row["obligors"])


def amount_right(row: dict[str, Any], c: Commitment) -> bool:
    wanted = row.get("amount")
    if wanted is None or c.amount is None:
        return wanted is None and c.amount is None
    got = {"relation": c.amount.relation, "low": c.amount.low, "best": c.amount.best, "high": c.amount.high}
    return all(got[key] == wanted.get(key) for key in got)


def deadline_right(row: dict[str, Any], c: Commitment) -> bool:
    days = c.deadline.days if c.deadline else Days()
    if "latest" in row:
        early = row.get("earliest", row["latest"])
        return (str(days.earliest), str(days.latest)) == (early, row["latest"])
    return days.latest is None and ("earliest" not in row or str(days.earliest) == row["earliest"])


def rule_right(row: dict[str, Any], c: Commitment) -> bool:
    return (c.deadline.rule if c.deadline else "none") in some(row["rule"])


def class_right(row: dict[str, Any], c: Commitment) -> bool:
    return c.class_ in some(row["class"])


def test_clauses_are_read_with_obligors_amounts_and_deadlines(case: tuple[str, Case]) -> None:
    name, made = case
    rows = made.expected["commitment"]
    counts = {
        "found": sum(bool(made.at[r["id"]]) for r in rows),
        "obligors": sum(any(obligors_right(made, r, c) for c in made.at[r["id"]]) for r in rows),
        "amount": sum(any(amount_right(r, c) for c in made.at[r["id"]]) for r in rows),
        "deadline": sum(any(deadline_right(r, c) for c in made.at[r["id"]]) for r in rows),
        "rule": sum(any(rule_right(r, c) for c in made.at[r["id"]]) for r in rows),
        "class": sum(any(class_right(r, c) for c in made.at[r["id"]]) for r in rows),
    }
    print(f"\n{name}: of {len(rows)} commitments", counts)
    assert all(counts[key] >= FLOORS[name][key] for key in counts), counts


def test_clauses_that_are_one_stay_one_and_conditions_are_read(case: tuple[str, Case]) -> None:
    _, made = case
    for row in made.expected["commitment"]:
        found = made.at[row["id"]]
        assert len(found) == 1 or row.get("may_split"), (row["id"], [c.action for c in found])
        assert any(bool(c.condition) == row["condition"] for c in found), row["id"]


def test_the_agreement_has_its_parties_and_its_day(case: tuple[str, Case]) -> None:
    _, made = case
    one = next(c.agreement for found in made.at.values() for c in found)
    agreement = next(a for a in made.items.agreements if a.id == one)
    assert {c.agreement for found in made.at.values() for c in found} == {one}
    assert agreement.date
    assert str(agreement.date.days.earliest) == made.expected["published"]
    names = [called(made, p) for p in agreement.parties]
    assert all(any(names_it(w, n) for n in names) for w in made.expected["parties"])
    assert len(agreement.parties) == len(made.expected["parties"])


def test_states_on_each_day(case: tuple[str, Case]) -> None:
    name, made = case
    wrong, total = [], 0
    for row in made.expected["as_of"]:
        day = date.fromisoformat(row["day"])
        for one, wanted in row.items():
            if one != "day":
                total += 1
                got = {timeliness(c, day) for c in made.at[one]}
                if not got & some(wanted):
                    wrong.append((row["day"], one, wanted, sorted(got)))
    print(f"\n{name}: {total - len(wrong)} of {total} states right on {len(made.expected['as_of'])} days", wrong)
    assert total - len(wrong) >= FLOORS[name]["as_of"] * total, wrong


def test_days_late_are_counted_from_what_reports_tell(case: tuple[str, Case]) -> None:
    _, made = case
    for row in made.expected["days_late"]:
        long_after = date.fromisoformat(row["done"]) + timedelta(days=400)
        assert row["days"] in {days_late(c, long_after) for c in made.at[row["commitment"]]}, row


@cache
def _days(first: str, last: str) -> tuple[date, ...]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


def test_no_trap_is_walked_into(case: tuple[str, Case]) -> None:
    _, made = case
    for trap in made.expected["trap"]:
        for c in (c for one in trap["commitments"] for c in made.at[one]):
            for day in _days(trap["from"], trap["until"]):
                assert timeliness(c, day) not in trap.get("never_timeliness", ()), (trap["name"], day, c.history)
                assert implementation(c, day) not in trap.get("never_implementation", ()), (trap["name"], day)
            names = {n for o in c.obligors for n in called(made, o)}
            assert not names & {plain(w) for w in trap.get("never_obligors", ())}, trap["name"]
            assert not trap.get("never_in_index") or c.class_ not in INDEXED, trap["name"]
            assert trap.get("amount") != "none" or c.amount is None, trap["name"]


def test_computed_deadlines_stand_whatever_reports_write(case: tuple[str, Case]) -> None:
    _, made = case
    for trap in (t for t in made.expected["trap"] if "computed" in t):
        for one in trap["commitments"]:
            (c,) = made.at[one]
            assert c.deadline
            assert str(c.deadline.days.latest) == trap["computed"], trap["name"]
            assert str(c.deadline.days.earliest) == trap.get("computed_earliest", trap["computed"]), trap["name"]
    for trap in (t for t in made.expected["trap"] if "reported" in t):
        sources = {r.id for r in made.items.reports if any(name in r.source for name in trap["reported_in"])}
        told = [
            a.deadline.days
            for c in made.items.commitments
            for a in c.accounts
            if a.report in sources and a.deadline and a.deadline.days.known
        ]
        assert any(days.meets(Days.on(trap["reported"])) for days in told), trap["name"]


def test_a_date_that_passed_before_its_trigger_is_noted(case: tuple[str, Case]) -> None:
    _, made = case
    for trap in (t for t in made.expected["trap"] if "days_before_trigger" in t):
        for c in (c for one in trap["commitments"] for c in made.at[one]):
            came = next(h.as_of for h in c.history if h.implementation == "pending")
            assert c.deadline
            assert came
            noted = passed_before_trigger(c.deadline, came.days)
            assert noted
            assert f" {trap['days_before_trigger']} days " in noted.reason, trap["name"]


def test_every_entry_of_a_history_names_its_report_and_its_words(case: tuple[str, Case]) -> None:
    _, made = case
    texts = {r.id: r.text for r in made.items.reports}
    for c in made.items.commitments:
        for h in c.history:
            assert h.quotes
            assert all(texts[q.report][q.start : q.end] == q.exact for q in h.quotes)
