"""Totals whose parts make another number: "3,400 rifles: 2,700 in the west and 1,000 in the east"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.comparable import ENOUGH, Familiar, points
from truceline.reconcile.counts import Count, all_counts
from truceline.reconcile.finding_parts import Evidence, finding, independent, shown, side
from truceline.reconcile.precision import rounded

_LISTED = re.compile(r"^[^.;]{0,60}[:–—]|^,? (?:made up of|consisting of|that is|namely)\b")
"""Between a total and the first of its parts."""
_TOTAL = re.compile(r"\b(?:total|all told|altogether|together|in all|combined|overall)\b", re.I)
_EVERY = re.compile(r"\b(?:all|each|both|which makes|in sum|no (?:others?|more))\b", re.I)
"""What says that the parts told are all there are."""


def sum_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Parts that do not add up to the total that the same or another report gives."""
    counts = [
        c for c in all_counts(evidence, books) if c.amount.relation == "exact" and c.amount.best and c.amount.text
    ]
    by_sentence: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        by_sentence[count.report, count.sentence].append(count)
    totals = [c for c in counts if _TOTAL.search(c.sentence)]
    for together in by_sentence.values():
        told = sorted({c.amount.start: c for c in together}.values(), key=lambda c: c.amount.start)
        if len(told) >= 3 and _listed(told):
            yield from _added(told[0], _alike(told[0], told[1:]))
        if len(told) >= 2 and _EVERY.search(told[0].sentence):
            for total in totals:
                if independent(books, total.report, told[0].report) and _of_one(total, told, books):
                    yield from _added(total, _alike(total, told))


def _listed(told: Sequence[Count]) -> bool:
    """Whether a colon or the like stands between the first number and the next."""
    sentence, first, second = told[0].sentence, told[0].amount.text, told[1].amount.text
    after = sentence.partition(first)[2]
    return second in after and bool(_LISTED.search(after.partition(second)[0]))


def _alike(total: Count, parts: Sequence[Count]) -> list[Count]:
    return [c for c in parts if c.amount.unit == total.amount.unit and (c.amount.best or 0) < (total.amount.best or 0)]


def _of_one(total: Count, parts: Sequence[Count], books: Books) -> bool:
    return all(c.measure == total.measure for c in parts) and points(total, parts[0], books, Familiar()) >= ENOUGH


def _added(total: Count, parts: Sequence[Count]) -> Iterator[Finding]:
    """Set a total against the sum of its parts; a sum far off is taken for parts of something else."""
    whole, added = total.amount.best or 0, sum(c.amount.best or 0 for c in parts)
    if len(parts) < 2 or whole == added or rounded(whole, added) or not whole / 2 < added < 2 * whole:
        return
    shown_parts = " and ".join(shown(c.amount) for c in parts)
    reason = f"{shown_parts} make {added:,}, but the total is told as {shown(total.amount)}."
    sides = [side("a", total.item, total.account), *(side("b", c.item, c.account) for c in parts)]
    yield finding("contradiction", "number", "strict", reason, sides)
