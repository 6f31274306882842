"""Group things that are the same: pairs are compared in blocks, and joined from the strongest link down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class FromReport(Protocol):
    """One report's telling."""

    @property
    def report(self) -> str:
        """The report."""
        ...


class Telling(Protocol):
    """Something to be grouped: it has an account, which stands in one report."""

    @property
    def account(self) -> FromReport:
        """The account."""
        ...


T = TypeVar("T", bound=Telling)

SPEAKERS = 16
"""Members that speak for a large group when it is to be joined; which ones depends on the set alone."""
BLOCK_LIMIT = 64
"""In a crowded block everything is compared with this many members only; which ones depends on the set alone."""


@dataclass(frozen=True, slots=True)
class Comparison(Generic[T]):
    """A reason for sameness: points for and against, or a veto (None: never the same)."""

    compare: Callable[[T, T], int | None]

    @property
    def reason(self) -> str:
        """The docstring of the comparison, shown to users."""
        return (self.compare.__doc__ or "").strip()


def score(comparisons: Sequence[Comparison[T]], a: T, b: T) -> int | None:
    """Add the points of all comparisons; None if one of them forbids it."""
    total = 0
    for comparison in comparisons:
        points = comparison.compare(a, b)
        if points is None:
            return None
        total += points
    return total


def groups(
    things: Sequence[T],
    blocks: Callable[[T], Iterable[str]],
    comparisons: Sequence[Comparison[T]],
    threshold: int,
    slack: int = 0,
) -> tuple[tuple[T, ...], ...]:
    """Group things by average link over compared pairs; a veto keeps groups apart, and so does a common report.

    With slack, a pair that reaches the threshold joins its groups even if their average is so much lower: one telling
    says little, another one a lot.

    The result depends on the set of things in the order given (callers sort by content), not on arrival.
    """
    edges = _edges(things, blocks, comparisons)
    home = list(range(len(things)))
    members = {i: [i] for i in home}
    reports = {i: {thing.account.report} for i, thing in enumerate(things)}
    for points, i, j in sorted(
        ((s, i, j) for (i, j), s in edges.items() if s is not None), key=lambda e: (-e[0], *e[1:])
    ):
        if points < threshold:
            break
        left, right = home[i], home[j]
        if left == right or not reports[left].isdisjoint(reports[right]):
            continue  # a report's reader has already put together what belongs together
        if _may_join(edges, things, members[left], members[right], comparisons, threshold - slack):
            keep, lose = min(left, right), max(left, right)
            moved = members.pop(lose)
            members[keep] = sorted(members[keep] + moved)
            reports[keep] |= reports.pop(lose)
            for k in moved:
                home[k] = keep
    return tuple(tuple(things[i] for i in members[root]) for root in sorted(members))


def _edges(
    things: Sequence[T], blocks: Callable[[T], Iterable[str]], comparisons: Sequence[Comparison[T]]
) -> dict[tuple[int, int], int | None]:
    block_members: dict[str, list[int]] = defaultdict(list)
    for i, thing in enumerate(things):
        for key in sorted(set(blocks(thing))):
            block_members[key].append(i)
    edges: dict[tuple[int, int], int | None] = {}
    for key in sorted(block_members):
        crowd = block_members[key]
        for i in crowd[:BLOCK_LIMIT]:
            for j in crowd:
                pair = (min(i, j), max(i, j))
                if i != j and pair not in edges:
                    edges[pair] = score(comparisons, things[pair[0]], things[pair[1]])
    return edges


def _may_join(
    edges: dict[tuple[int, int], int | None],
    things: Sequence[T],
    left: list[int],
    right: list[int],
    comparisons: Sequence[Comparison[T]],
    threshold: int,
) -> bool:
    found = []
    for i in left[:SPEAKERS]:
        for j in right[:SPEAKERS]:
            pair = (min(i, j), max(i, j))
            if pair not in edges:
                edges[pair] = score(comparisons, things[pair[0]], things[pair[1]])
            points = edges[pair]
            if points is None:
                return False
            found.append(points)
    return sum(found) >= threshold * len(found)
