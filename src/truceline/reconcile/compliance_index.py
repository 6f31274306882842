"""How far an agreement is carried out, as points of 0 to 3 a provision: our own index, no score of any institute's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truceline.domain.items import Commitment
from truceline.reconcile.compliance import implementation, timeliness, was_reversed

INDEXED = ("duty", "prohibition", "goal", "process")
"""Classes that enter an index; aspirations never do."""
MOST = 3

Points = tuple[int, int]
"""Fewest and most points; they differ where a reviewer has to choose."""

LABELS: tuple[tuple[frozenset[str], frozenset[str], Points | None, str], ...] = (
    (frozenset(), frozenset({"condition_unmet"}), None, "Waiting on condition"),
    (frozenset({"disputed"}), frozenset(), None, "Sides disagree"),
    (frozenset(), frozenset({"breach_disputed"}), None, "Sides disagree"),
    (frozenset({"broken"}), frozenset(), (0, 1), "Breach reported"),
    (frozenset(), frozenset({"breach_reported"}), (0, 1), "Breach reported"),
    (frozenset({"met"}), frozenset({"done_late"}), (3, 3), "Done late"),
    (frozenset({"met"}), frozenset(), (3, 3), "Done"),
    (frozenset({"in_progress"}), frozenset({"overdue"}), (1, 2), "Stalled"),
    (frozenset({"in_progress"}), frozenset(), (1, 2), "Under way"),
    (frozenset({"missed", "refused"}), frozenset(), (0, 2), "Not done, or partly done"),
    (frozenset({"pending", "none_stated"}), frozenset({"not_due", "due_soon"}), (0, 0), "Not started"),
    (frozenset({"pending"}), frozenset({"overdue"}), (0, 0), "Not started"),
    (frozenset({"none_stated"}), frozenset({"overdue"}), None, "Overdue, no report"),
    (frozenset({"pending"}), frozenset(), (0, 0), "Not started"),
    (frozenset(), frozenset(), None, "No report"),
)
"""What is said and what is computed, the points for both, and a plain label; the first row that fits counts."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One provision on one day."""

    commitment: str
    points: Points | None
    """None: not to be assessed."""
    label: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class Index:
    """An index of one class or of all, with all that it rests on."""

    form: str
    """strict counts provisions that the agreement lacks, lenient only those it has."""
    assessed: int
    provisions: int
    points: Points
    of: int
    """The most points that could be had."""

    @property
    def percent(self) -> tuple[float, float] | None:
        """Fewest and most per cent, one decimal; None where nothing could be assessed."""
        if not self.of:
            return None
        return round(100 * self.points[0] / self.of, 1), round(100 * self.points[1] / self.of, 1)

    def __str__(self) -> str:
        """Write it as it must be shown: n, N and the rule."""
        open_ = self.provisions - self.assessed
        head = f"{self.assessed} of {self.provisions} assessed, {open_} not assessable"
        if self.percent is None:
            return head
        low, high = self.points
        share = f"{self.percent[0]} %" if low == high else f"{self.percent[0]} to {self.percent[1]} %"
        points = f"{low}" if low == high else f"{low} to {high}"
        return f"{head}, {points}/{self.of} = {share} ({self.form})"


def assess(commitment: Commitment, as_of: date, reviewed: Mapping[str, int] | None = None) -> Assessment:
    """Give the points of a provision on a day; `reviewed` holds what a reviewer chose, by id."""
    said, state = implementation(commitment, as_of), timeliness(commitment, as_of)
    points, label = next(
        (points, label)
        for implementations, states, points, label in LABELS
        if (not implementations or said in implementations) and (not states or state in states)
    )
    chosen = (reviewed or {}).get(commitment.id)
    if chosen is not None and points is not None:
        points = (chosen, chosen)
    back = was_reversed(commitment, as_of)
    return Assessment(commitment.id, points, "Reversed" if back else label, back)


def index(
    commitments: Sequence[Commitment], as_of: date, *, lacking: int = 0, reviewed: Mapping[str, int] | None = None
) -> tuple[Index, Index]:
    """Give the strict and the lenient index: points / (3 x provisions) x 100 over those that can be assessed.

    `lacking` is the number of provisions that agreements of this kind have and this one has not.
    """
    indexed = [c for c in commitments if c.class_ in INDEXED]
    found = [a.points for c in indexed if (a := assess(c, as_of, reviewed)).points is not None]
    known = [points for points in found if points is not None]
    points = (sum(low for low, _ in known), sum(high for _, high in known))
    return (
        Index("strict", len(known) + lacking, len(indexed) + lacking, points, MOST * (len(known) + lacking)),
        Index("lenient", len(known), len(indexed), points, MOST * len(known)),
    )


def index_by_class(
    commitments: Sequence[Commitment], as_of: date, reviewed: Mapping[str, int] | None = None
) -> dict[str, Index]:
    """Give the lenient index of each class that has provisions."""
    classes = [name for name in INDEXED if any(c.class_ == name for c in commitments)]
    return {n: index([c for c in commitments if c.class_ == n], as_of, reviewed=reviewed)[1] for n in classes}
