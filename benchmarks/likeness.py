"""Fit the weights of what speaks for two tellings being one event: python -m benchmarks.likeness [--set REPORTS GOLD]…

Pairs of tellings come from the conflicts of tests/together but for the half "measure", and from annotated sets with a
cross.json (--set). What is labelled as one event counts for sameness, any other pair of the conflict against it; so do
two tellings of one report and one time, of which the reader has made two. The odds are fitted by ridge regression and
tried on each conflict by what the others give, as average precision; nothing is written, the weights are printed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks import together

import truceline
from truceline.exports.jsonl import lines_of
from truceline.reconcile import event_days, event_sameness, events
from truceline.reconcile.told_events import Told
from truceline.scoring import scorer

SET_BY_HAND = frozenset({
    "at_two_places", "nothing_shared", "two_enemies", "other_doers", "other_mode", "alike_words", "two_conflicts",
})  # fmt: skip
"""Reasons that keep their weight: small sets hold too few pairs that they are to keep apart."""
REASONS = [reason for reason, _ in event_sameness.WEIGHTS]
KEPT = np.array([reason.__name__ in SET_BY_HAND for reason in REASONS])
KEPT_WEIGHTS = np.array([weight / 10 for _, weight in event_sameness.WEIGHTS]) * KEPT
RIDGE, ROUNDS = 2.0, 20


@dataclass
class Conflict:
    """The tellings of one conflict, and which gold events each of them tells."""

    name: str
    told: list[Told] = field(default_factory=list)
    tells: dict[tuple[str, str], set[Any]] = field(default_factory=lambda: defaultdict(set))
    one: set[frozenset[Any]] = field(default_factory=set)
    free: set[frozenset[Any]] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    """Reports that nobody annotated."""

    def label(self, a: Told, b: Told) -> int | None:
        """Give 1 for one event, 0 for two, None where the labels leave it open."""
        ours, theirs = (self.tells.get((t.account.report, t.mention.key), set()) for t in (a, b))
        pairs = {frozenset((x, y)) for x in ours for y in theirs}
        if pairs & self.one:
            return 1
        if not (ours or theirs) or pairs & self.free or {a.account.report, b.account.report} & self.unread:
            return None
        # a report that tells it twice has two tellings, and only one of them is labelled
        again = self._mates(ours, b.account.report) or self._mates(theirs, a.account.report)
        return None if again and not (ours and theirs) else 0

    def _mates(self, refs: set[Any], report: str) -> bool:
        """Tell whether a report is known to tell one of some events too."""
        there = {ref for (home, _), told in self.tells.items() if home == report for ref in told}
        return any(frozenset((ref, other)) in self.one for ref in refs for other in there)


def compared() -> Iterator[list[Told]]:
    """Put into a list what is compared while it is open: the tellings of the last record that was made."""
    last: list[Told] = []
    original = events.told_events

    def kept(*arguments: Any) -> list[Told]:
        last[:] = original(*arguments)
        return list(last)

    events.told_events = kept
    try:
        yield last
    finally:
        events.told_events = original


def of_clusters(last: list[Told]) -> Iterator[Conflict]:
    """Read the conflicts of tests/together that may be looked at."""
    for row in together.conflicts():
        if row["half"] == "measure":
            continue
        record = together.Record(row)
        found = Conflict(row["conflict"], list(last))
        by_quotes = {(t.account.report, t.account.quotes, t.account.type): t for t in last}
        for number, group in enumerate(row["event"]):
            for words in map(tuple, group["told"]):
                hit = record.telling("events", words)
                told = by_quotes.get((hit[1].report, hit[1].quotes, hit[1].type)) if hit else None
                if told:
                    found.tells[told.account.report, told.mention.key].add((number, words))
            refs = [(number, tuple(words)) for words in group["told"]]
            found.one |= {frozenset(p) for p in combinations(refs, 2) if p[0][1][0] != p[1][1][0]}
        yield found


def of_annotated(reports: Path, gold: Path, last: list[Told]) -> Conflict:
    """Read an annotated set and link its events to what is told."""
    with tempfile.TemporaryDirectory() as folder:
        truceline.read(reports, record=Path(folder) / "record")
        with truceline.open_record(Path(folder) / "record") as record:
            lines = [json.loads(line) for line in lines_of(record)]
    documents, sources, cross = scorer.load(gold, reports, [])
    kinds: dict[str, list[Any]] = defaultdict(list)
    for line in lines:
        kinds[line.get("kind", "")].append(line)
    ids = {scorer.find_source(x, sources): x for x in reversed(kinds["report"])}
    found = Conflict(reports.parent.name, list(last))
    for name, doc in documents.items():
        match = scorer.Match(doc, scorer.system_doc(ids.get(name, {}), kinds, doc.article))
        for item, system in match.links["events"]:
            told = _nearest(last, ids[name]["id"], system.data.get("quotes") or [])
            if told:
                found.tells[told.account.report, told.mention.key].add((name, item.id))
    for group in cross.get("same_events", []):
        refs = [(x["doc"], x["event_id"]) for x in group["items"] if x.get("event_id")]
        loose = group.get("relation", "identical") != "identical" or group.get("optional")
        (found.free if loose else found.one).update(frozenset(p) for p in combinations(refs, 2) if p[0][0] != p[1][0])
    found.free -= found.one
    found.unread = {t.account.report for t in last} - {ids[name]["id"] for name in documents if name in ids}
    return found


def _nearest(told: Iterable[Told], report: str, quotes: Sequence[Any]) -> Told | None:
    def shared(one: Told) -> int:
        mine = one.account.quotes
        return sum(max(0, min(q.end, x["end"]) - max(q.start, x["start"])) for q in mine for x in quotes)

    best = max((t for t in told if t.account.report == report), key=shared, default=None)
    return best if best is not None and shared(best) else None


def pairs(conflict: Conflict) -> Iterator[tuple[list[float], int]]:
    """Give the reasons of each labelled pair, and whether it is one event."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for number, told in enumerate(conflict.told):
        for block in set(events._blocks(told)):
            blocks[block].add(number)
    met = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    for first, second in combinations(range(len(conflict.told)), 2):
        a, b = conflict.told[first], conflict.told[second]
        if a.account.report == b.account.report:
            dated = event_days.one_day(a, b) or event_days.within_weeks(a, b)
            label = 0 if dated and not _overlap(a, b) else None
        else:
            compared_at_all = (first, second) in met and not event_days.at_two_times(a, b)
            label = conflict.label(a, b) if compared_at_all else None
        if label is not None:
            yield [float(reason(a, b)) for reason in REASONS], label


def _overlap(a: Told, b: Told) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.account.quotes for y in b.account.quotes)


def fitted(x: Any, y: Any) -> Any:
    """Fit the log of the odds by Newton's method, with the weights that are set by hand kept; the last is the bias."""
    free, offset = np.hstack([x[:, ~KEPT], np.ones((len(x), 1))]), x @ KEPT_WEIGHTS
    weights, ridge = np.zeros(free.shape[1]), np.eye(free.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(free @ weights + offset, -30, 30)))
        slope = free.T @ (odds - y) + ridge @ weights
        weights -= np.linalg.solve((free.T * (odds * (1 - odds))) @ free + ridge, slope)
    whole = np.array([*KEPT_WEIGHTS, weights[-1]])
    whole[:-1][~KEPT] = weights[:-1]
    return whole


def average_precision(scores: Any, y: Any) -> float:
    """Give the mean precision at the rank of each true pair."""
    right = y[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1) * right).sum() / max(1, right.sum()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs=2, action="append", type=Path, default=[], metavar=("REPORTS", "GOLD"))
    arguments = parser.parse_args()
    for last in compared():
        conflicts = [*of_clusters(last), *(of_annotated(*one, last) for one in arguments.set)]
    rows = [(n, *pair) for n, conflict in enumerate(conflicts) for pair in pairs(conflict)]
    home, x, y = np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), np.array([float(r[2]) for r in rows])
    scores = np.zeros(len(rows))
    for n in range(len(conflicts)):
        weights = fitted(x[home != n], y[home != n])
        scores[home == n] = x[home == n] @ weights[:-1] + weights[-1]
    print(f"{len(rows)} pairs, {int(y.sum())} of them one event; average precision {average_precision(scores, y):.3f}")
    for name, weight in zip([*(r.__name__ for r in REASONS), "bias"], fitted(x, y), strict=True):
        print(f"{name:16} {10 * weight:6.1f}{'  by hand' if name in SET_BY_HAND else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
