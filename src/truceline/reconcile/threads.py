"""What runs through the reports of one conflict: what was to be done with prisoners, weapons, troops, and what came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from truceline.domain.document import Quote
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.covering import Covering
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.later_states import comes_after
from truceline.reconcile.lines import Line, Lines
from truceline.reconcile.retold import shared_words
from truceline.reconcile.stage_words import TO_COME, clauses, not_done, tells_a_state
from truceline.vocabulary import rows

NEAR = 70
"""Characters between a thing and what is to be done with it, or has been."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A row of the vocabulary, its words made patterns."""

    name: str
    things: re.Pattern[str]
    planned: re.Pattern[str]
    told: re.Pattern[str]
    other: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Knot:
    """A sentence, or a clause of it, that belongs to a thread."""

    thread: str
    line: Line
    quote: Quote


@cache
def _threads() -> tuple[Thread, ...]:
    def pattern(words: list[str]) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)

    return tuple(
        Thread(
            row["name"], pattern(row["things"]), pattern(row["planned"]), pattern(row["told"]),
            pattern(row["not_things"]) if "not_things" in row else None,
        )
        for row in rows("threads").values()
    )  # fmt: skip


def planned_in(said: str) -> tuple[str, ...]:
    """Give the names of what a clause tells as to be done."""
    if not TO_COME.search(said) or not_done(said):
        return ()
    return tuple(t.name for t in _threads() if _near(t.things, t.planned, said) and not _another(t, said))


def told_in(said: str) -> tuple[str, ...]:
    """Give the names of what a sentence tells as done, or as not done."""
    if not tells_a_state(said) or TO_COME.search(said):
        return ()
    return tuple(t.name for t in _threads() if _near(t.things, t.told, said) and not _another(t, said))


def _near(things: re.Pattern[str], deeds: re.Pattern[str], said: str) -> bool:
    spots = [m.span() for m in things.finditer(said)]
    return any(
        max(a, c) - min(b, d) <= NEAR for a, b in spots for c, d in (m.span() for m in deeds.finditer(said)) if (a, b) != (c, d)
    )


def _another(thread: Thread, said: str) -> bool:
    return thread.other is not None and bool(thread.other.search(said))


def threads(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What one report foresees, and what later ones tell of the same matter, in whatever words."""
    lines, covering = books.lines, Covering(evidence)
    plans, states = _knots(lines)
    for name in sorted(plans):
        for later, told in sorted(states.get(name, {}).items()):
            for earlier, foreseen in sorted(plans[name].items()):
                more = comes_after(earlier, later, books) if earlier != later else None
                if more is None:
                    continue
                plan, state = max(
                    ((p, s) for p in foreseen for s in told),
                    key=lambda pair: (_likeness(*pair, lines), -pair[0].quote.start, -pair[1].quote.start),
                )
                outcome = "not, or not in full, done" if not_done(state.line.said) else "done or under way"
                sides = [covering.side("a", plan.quote), covering.side("b", state.quote)]
                reason = f"Of {name}: foreseen, and told later as {outcome}."
                yield finding("update", "status", "weak", reason, sides)


def _likeness(plan: Knot, state: Knot, lines: Lines) -> float:
    shared = shared_words(plan.line.words, state.line.words)
    return sum(lines.weight(w, plan.line.report, state.line.report) for w in sorted(shared))


def _knots(lines: Lines) -> tuple[dict[str, dict[str, list[Knot]]], dict[str, dict[str, list[Knot]]]]:
    plans: dict[str, dict[str, list[Knot]]] = defaultdict(lambda: defaultdict(list))
    states: dict[str, dict[str, list[Knot]]] = defaultdict(lambda: defaultdict(list))
    for report, some in sorted(lines.by_report.items()):
        for line in some:
            for name in told_in(line.said):
                states[name][report].append(Knot(name, line, line.quote))
            for quote in clauses(line.quote):
                for name in planned_in(quote.exact):
                    plans[name][report].append(Knot(name, line, quote))
    return plans, states
