"""Numbers that were foreseen in one report and are told as reached in a later one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from truceline.domain.dates import Days
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.comparable import ENOUGH, Familiar, points
from truceline.reconcile.counts import Count, all_counts
from truceline.reconcile.finding_parts import Evidence, finding, independent, shown, side
from truceline.reconcile.precision import value
from truceline.reconcile.retold import NEGATED
from truceline.vocabulary import rows

_NOT_DONE = re.compile(
    r"\b(?:no|not|never|refus\w*|promis\w*|pledg\w*|offer\w*|plan\w*|demand\w*|would|should|must|will|if)\b|n[’']t\b",
    re.I,
)

_AHEAD = re.compile(r"\W*(?:[\w’'-]+ ){0,3}(?:will|shall|would|should|must|(?:is|are|was|were) to)\b", re.I)
"""After a number: it is still to come."""


def plan_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """A number that was foreseen is told as reached, or in part as reached, by a later report."""
    by_measure: dict[str, list[Count]] = defaultdict(list)
    for count in all_counts(evidence, books):
        by_measure[count.measure].append(count)
    for done_as, row in rows("figures").items():
        for planned in by_measure.get(row.get("planned", ""), ()):
            for done in by_measure.get(done_as, ()):
                if _reached(planned, done, books):
                    part = _part(done, by_measure[done_as]) or done
                    sides = [side("a", planned.item, planned.account), side("b", part.item, part.account)]
                    reason = f"{shown(planned.amount)} was foreseen, {shown(part.amount)} is told as done later."
                    yield finding("update", "status", "weak", reason, sides)


def _reached(planned: Count, done: Count, books: Books) -> bool:
    before, after = (books.published.get(c.report, Days()) for c in (planned, done))
    return (
        value(planned.amount) == value(done.amount)
        and before.known
        and before.before(after)
        and independent(books, planned.report, done.report)
        and not _NOT_DONE.search(done.lead)
        and not _AHEAD.match(done.said.partition(done.amount.text)[2])
        and not NEGATED.search(planned.lead)
        and points(replace(planned, measure=done.measure), done, books, Familiar()) >= ENOUGH
    )


def _part(whole: Count, counts: list[Count]) -> Count | None:
    """The number that is told as a part of it: "4,600 of the 5,000"."""
    same = (c for c in counts if c.report == whole.report and c.amount.end < whole.amount.start)
    return next(
        (c for c in same if re.search(rf"{re.escape(c.amount.text)} of (?:the |its |their )?$", _before(whole))), None
    )


def _before(count: Count) -> str:
    return count.sentence[: max(0, count.sentence.find(count.amount.text))]
