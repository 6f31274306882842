"""What runs through the reports of one conflict: what was to be done with prisoners, weapons, troops, and what came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from truceline.domain.document import Quote
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.covering import Covering
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.later_states import comes_after, looks_back
from truceline.reconcile.lines import Line, Lines
from truceline.reconcile.passages import DENIES
from truceline.reconcile.retold import retold_words, shared_words
from truceline.reconcile.stage_words import FORESEEN, TO_COME, clauses, not_done, tells_a_state
from truceline.vocabulary import rows

NEAR = 70
"""Characters between a thing and what is to be done with it, or has been."""


_NOT_YET = re.compile(r"\b(?:once|until|till|unless|if|before|when)\b[^,;.]{0,30}$", re.I)
"""Words before a thing of which nothing is told as done: "once talks had begun"."""


_IT = re.compile(r"\W*(?:it|they|this)\b", re.I)


@dataclass(frozen=True, slots=True)
class Thread:
    """A row of the vocabulary, its words made patterns."""

    name: str
    things: re.Pattern[str]
    planned: re.Pattern[str]
    told: re.Pattern[str]
    other: re.Pattern[str] | None
    one_thing: bool
    """Whether both sentences must name the same thing: a law is not another law."""
    lasting: bool
    """Whether it is one state that lasts until another one is told: a truce that holds, and is broken."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A sentence, or a clause of it, that belongs to a thread."""

    thread: str
    line: Line
    quote: Quote
    told: str = ""
    """The words that tell what has become of it."""


@cache
def _threads() -> tuple[Thread, ...]:
    def pattern(words: list[str]) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)

    return tuple(
        Thread(
            row["name"], pattern(row["things"]), pattern(row["planned"]), pattern(row["told"]),
            pattern(row["not_things"]) if "not_things" in row else None, row.get("one_thing", False),
            row.get("lasting", False),
        )
        for row in rows("threads").values()
    )  # fmt: skip


def planned_in(said: str) -> tuple[str, ...]:
    """Give the names of what a clause tells as to be done."""
    if not FORESEEN.search(said) or not_done(said):
        return ()
    return tuple(t.name for t in _threads() if _near(t.things, t.planned, said) and not _another(t, said))


def told_in(said: str, before: str = "") -> tuple[tuple[str, str], ...]:
    """Give the names of what a sentence tells as done, or as not done, with the words that tell it.

    "It holds to this day" tells of a thing in the sentence before it.
    """
    if not tells_a_state(said) or TO_COME.search(said) or DENIES.search(said):
        return ()
    found = []
    for thread in _threads():
        spot = _told_near(thread, said) or (_told_of_it(thread, said, before) if before else None)
        if spot and not _another(thread, said):
            found.append((thread.name, spot))
    return tuple(found)


def _told_near(thread: Thread, said: str) -> str | None:
    return next((said[a:b].casefold() for a, b in _near(thread.things, thread.told, said)), None)


def _told_of_it(thread: Thread, said: str, before: str) -> str | None:
    begins = _IT.match(said)
    told = thread.told.search(said, begins.end(), begins.end() + 30) if begins else None
    return told[0].casefold() if told and thread.things.search(before) else None


def _near(things: re.Pattern[str], deeds: re.Pattern[str], said: str) -> list[tuple[int, int]]:
    """Where deeds are told near a thing."""
    spots = [m.span() for m in things.finditer(said) if not _NOT_YET.search(said[: m.start()])]
    deed_spots = [m.span() for m in deeds.finditer(said)]
    return [(c, d) for c, d in deed_spots if any(max(a, c) - min(b, d) <= NEAR and (a, b) != (c, d) for a, b in spots)]


def _another(thread: Thread, said: str) -> bool:
    return thread.other is not None and bool(thread.other.search(said))


def threads(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What one report foresees, and what later ones tell of the same matter, in whatever words."""
    covering = Covering(evidence)
    plans, states = _knots(books.lines)
    for thread in _threads():
        told = states.get(thread.name, {})
        reason = f"Of {thread.name}: foreseen in one report, and told later how it stands."
        for plan, state in _pairs(plans.get(thread.name, {}), told, books):
            if not thread.one_thing or _things(thread, plan) & _things(thread, state):
                yield _update(covering, plan, state, reason)
        if thread.lasting:
            reason = f"Of {thread.name}: told in one report, and otherwise in a later one."
            for before, after in _pairs(told, told, books):
                if before.told != after.told:
                    yield _update(covering, before, after, reason)


def _things(thread: Thread, knot: Knot) -> frozenset[str]:
    return retold_words(" ".join(m[0] for m in thread.things.finditer(knot.quote.exact)))


def _update(covering: Covering, before: Knot, after: Knot, reason: str) -> Finding:
    sides = [covering.side("a", before.quote), covering.side("b", after.quote)]
    return finding("update", "status", "weak", reason, sides)


def _pairs(
    before: Mapping[str, Sequence[Knot]], after: Mapping[str, Sequence[Knot]], books: Books
) -> Iterator[tuple[Knot, Knot]]:
    """The two sentences of an earlier and of a later report that are most alike."""
    for later, told in sorted(after.items()):
        for earlier, foreseen in sorted(before.items()):
            if earlier == later or comes_after(earlier, later, books) is None:
                continue
            news = [state for state in told if not looks_back(state.line, earlier, books)]
            if news:
                yield max(
                    ((plan, state) for plan in foreseen for state in news),
                    key=lambda p: (_likeness(p[0], p[1], books.lines), -p[0].quote.start, -p[1].quote.start),
                )


def _likeness(plan: Knot, state: Knot, lines: Lines) -> float:
    shared = shared_words(plan.line.words, state.line.words)
    return sum(lines.weight(w, plan.line.report, state.line.report) for w in sorted(shared))


def _knots(lines: Lines) -> tuple[dict[str, dict[str, list[Knot]]], dict[str, dict[str, list[Knot]]]]:
    plans: dict[str, dict[str, list[Knot]]] = defaultdict(lambda: defaultdict(list))
    states: dict[str, dict[str, list[Knot]]] = defaultdict(lambda: defaultdict(list))
    for report, some in sorted(lines.by_report.items()):
        for before, line in pairwise((None, *some)):
            assert line
            for name, words in told_in(line.said, before.said if before else ""):
                states[name][report].append(Knot(name, line, line.quote, words))
            for quote in clauses(line.quote):
                for name in planned_in(quote.exact):
                    plans[name][report].append(Knot(name, line, quote))
    return plans, states
