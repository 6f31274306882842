"""Score what several short reports on the same happenings become together: python -m benchmarks.together [--half tune].

Each conflict of tests/together has three or four reports of different publishers, some of them undated, and a list of
what is told by which words: events and commitments with the passages that tell them, and the findings between them.
Of those of the half "events" only events are listed; they were written and read while reports were put together.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from truceline.documents import make_document
from truceline.domain.document import Quote, Report
from truceline.domain.items import Items
from truceline.reading import language_model, read_document
from truceline.reconcile import reconcile

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "together" / "clusters"
EVENTS_ONLY = "events"
HALVES = ("tune", "measure", EVENTS_ONLY)
Spot = tuple[str, int, int]
"""A passage: the report's name, first and last character."""
Told = tuple[str, str]
"""A report's name and the words in it."""


@dataclass
class Tally:
    """Right, wrong and missing answers of one sort."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """The share of answers that are right."""
        given = self.right + self.wrong
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that is answered."""
        there = self.right + self.missing
        return self.right / there if there else None


def conflicts(half: str | None = None) -> list[dict[str, Any]]:
    """Give the conflicts of a half, or all."""
    rows = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return [row for row in rows if half in (None, row["half"])]


def read_together(conflict: dict[str, Any]) -> tuple[Items, dict[str, str], dict[str, str]]:
    """Read and reconcile the reports of a conflict: the items, report ids to names, and names to texts."""
    model = language_model.load()
    documents = {
        r["id"]: make_document(Report(f"{r['id']}.txt", r["text"].strip().encode())) for r in conflict["report"]
    }
    items = reconcile([read_document(d, model) for d in documents.values()])
    return items, {d.id: name for name, d in documents.items()}, {name: d.text for name, d in documents.items()}


class Record:
    """The items of one conflict, asked by the words of its reports."""

    def __init__(self, conflict: dict[str, Any]) -> None:
        self.conflict = conflict
        self.items, self.names, self.texts = read_together(conflict)

    def spot(self, told: Sequence[str]) -> Spot:
        """Find the words of a label in their report; raise ValueError where they are not."""
        report, words = told
        start = " ".join(self.texts[report].split()).find(words)
        if start < 0:
            raise ValueError(f"{report} does not hold {words!r}")
        return report, start, start + len(words)

    def spots(self, quotes: Sequence[Quote]) -> list[Spot]:
        """Give the passages of some quotes, counted in the text with its white space made even."""
        return [self._even(q) for q in quotes]

    def _even(self, quote: Quote) -> Spot:
        name = self.names[quote.report]
        before = " ".join(self.texts[name][: quote.start].split())
        start = len(before) + (1 if before else 0)
        return name, start, start + len(" ".join(quote.exact.split()))

    def telling(self, kind: str, told: Sequence[str]) -> tuple[str, Any] | None:
        """Give the item and the account that tell a passage best."""
        spot = self.spot(told)
        best: tuple[float, int, str, Any] | None = None
        for item in getattr(self.items, kind):
            for account in item.accounts:
                shared = max(shared_share(spot, other) for other in self.spots(account.quotes))
                size = sum(q.end - q.start for q in account.quotes)
                if shared >= 0.5 and (best is None or (shared, -size) > best[:2]):
                    best = (shared, -size, item.id, account)
        return (best[2], best[3]) if best else None


def shared_share(a: Spot, b: Spot) -> float:
    """What two passages share, as a share of the shorter one."""
    if a[0] != b[0]:
        return 0.0
    both = min(a[2], b[2]) - max(a[1], b[1])
    return max(0, both) / max(1, min(a[2] - a[1], b[2] - b[1]))


def score_groups(record: Record, kind: str, groups: Sequence[dict[str, Any]], merged: Tally, found: Tally) -> None:
    """Count pairs of accounts of different reports that are rightly or wrongly one item."""
    told = [(n, t, record.telling(kind, t)) for n, g in enumerate(groups) for t in g["told"]]
    for _, t, answer in told:
        found.right += answer is not None
        found.missing += answer is None
        if answer is None:
            found.notes.append(f"not found: {t}")
    for (n, a, x), (m, b, y) in combinations(told, 2):
        if a[0] == b[0]:
            continue
        one = x is not None and y is not None and x[0] == y[0]
        merged.right += one and n == m
        merged.wrong += one and n != m
        merged.missing += not one and n == m
        if one != (n == m):
            merged.notes.append(f"{'WRONG' if one else 'apart'}: {a} | {b}")


def score_order(record: Record, groups: Sequence[dict[str, Any]], order: Tally) -> None:
    """Count pairs of events whose days the labels put in order and the accounts' days do as well."""
    dated = []
    for group in groups:
        for told in group["told"]:
            answer = record.telling("events", told)
            if answer is not None:
                dated.append((group["date"][0], group["date"][-1], answer[1].date.days, told))
    for first, second in combinations(dated, 2):
        a, b = (first, second) if first[1] < second[0] else (second, first)
        if a[1] >= b[0]:
            continue
        right = _in_order(a[2], b[2])
        order.right += right
        order.missing += not right
    order.notes += [
        f"{t}: {d.earliest} - {d.latest}, should be {x} - {y}" for x, y, d, t in dated if not _holds(d, x, y)
    ]


def _holds(days: Any, first: str, last: str) -> bool:
    start, end = (str(days.earliest) if days.earliest else "0"), (str(days.latest) if days.latest else "9")
    return "0" < start <= last and first <= end < "9"


def _in_order(a: Any, b: Any) -> bool:
    starts = (str(a.earliest) if a.earliest else "0", str(b.earliest) if b.earliest else "0")
    ends = (str(a.latest) if a.latest else "9", str(b.latest) if b.latest else "9")
    return starts[0] <= starts[1] and ends[0] <= ends[1] and (starts[0] < starts[1] or ends[0] < ends[1])


def score_findings(record: Record, tallies: dict[str, Tally]) -> None:
    """Count findings that are labelled, those that are not, and labels without a finding."""
    labels = [(f, record.spot(f["a"]), record.spot(f["b"])) for f in record.conflict.get("finding", [])]
    free = [
        (record.spot(a), record.spot(b))
        for kind in ("event", "commitment")
        for group in record.conflict.get(kind, [])
        for a, b in combinations(group["told"], 2)
    ]
    met: set[int] = set()
    for one in record.items.findings:
        if one.type not in tallies:
            continue
        sides = [record.spots(s.quotes) for s in one.items]
        hits = [n for n, (f, a, b) in enumerate(labels) if f["type"] == one.type and _hit(sides, a, b)]
        met.update(hits)
        told_again = one.items[0].kind == "agreement" or any(_hit(sides, a, b) for a, b in free)
        spared = one.type == "corroboration" and told_again
        if not hits and not spared:
            tallies[one.type].wrong += 1
            said = " || ".join(f"{record.names[s.report]}: {s.quotes[0].exact}" for s in one.items)
            tallies[one.type].notes.append(f"WRONG {one.reason} {said}")
    for n, (f, _, _) in enumerate(labels):
        if f.get("optional"):
            continue
        tallies[f["type"]].right += n in met
        tallies[f["type"]].missing += n not in met
        if n not in met:
            tallies[f["type"]].notes.append(f"missed: {f['a']} | {f['b']}")


def _hit(sides: Sequence[Sequence[Spot]], a: Spot, b: Spot) -> bool:
    on = [
        (any(shared_share(a, s) >= 0.5 for s in side), any(shared_share(b, s) >= 0.5 for s in side)) for side in sides
    ]
    return any((x[0] and y[1]) or (x[1] and y[0]) for x, y in combinations(on, 2))


SORTS = (
    "events found", "same events", "order", "commitments found", "merged commitments", "contradiction", "update",
    "corroboration",
)  # fmt: skip


def tallies_of(rows: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """Score some conflicts."""
    found = {sort: Tally() for sort in SORTS}
    for row in rows:
        record = Record(row)
        score_groups(record, "events", row["event"], found["same events"], found["events found"])
        score_order(record, row["event"], found["order"])
        if row["half"] == EVENTS_ONLY:
            continue
        score_groups(record, "commitments", row["commitment"], found["merged commitments"], found["commitments found"])
        score_findings(record, {k: found[k] for k in ("contradiction", "update", "corroboration")})
    return found


def lines(found: dict[str, Tally]) -> Iterator[str]:
    """Give a line for each sort: precision and recall with their counts."""
    for sort, t in found.items():
        precision, recall = (f"{x:.2f}" if x is not None else "-" for x in (t.precision, t.recall))
        counts = f"{t.right} right {t.wrong} wrong {t.missing} missing"
        yield f"{sort:20} precision {precision:>5}  recall {recall:>5}  {counts}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument(
        "--verbose", action="store_true", help="but for the measuring half, say what is wrong and missing"
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for half in [arguments.half] if arguments.half else HALVES:
        found = tallies_of(conflicts(half))
        if arguments.json:
            print(json.dumps({half: {k: {"precision": t.precision, "recall": t.recall} for k, t in found.items()}}))
            continue
        print(half, *lines(found), sep="\n  ")
        if arguments.verbose and half != "measure":
            print(*(f"{sort}: {note}" for sort, t in found.items() for note in t.notes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
