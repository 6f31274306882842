"""What one report tells as promised or to come, and what a later one tells of it, done or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.items import Finding, Side
from truceline.reconcile.books import Books
from truceline.reconcile.commitments import families
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.covering import Covering
from truceline.reconcile.finding_parts import Evidence, finding, independent
from truceline.reconcile.ground import one_conflict, party_names
from truceline.reconcile.lines import Line, Lines, side_by_side, telling
from truceline.reconcile.passages import DENIES
from truceline.reconcile.retold import retold_words, shared_words
from truceline.reconcile.same_details import months_told
from truceline.reconcile.stage_words import NOT_DONE, NOTHING_CAME, TO_COME, clauses, not_done, tells_a_state

_AHEAD = frozenset({"planned", "conditional"})
_NO_PLANS = frozenset({"ASSAULT", "COERCE", "CRIME", "PROTEST", "THREATEN", "ACCUSE", "REJECT", "DEMAND", "REQUEST"})
"""Blows and words that may come at any time: that one more comes fulfils nothing."""
SPEECH = retold_words(
    "declare declaration statement spokesman spokeswoman announce announcement reporter reporters conference interview "
    "secretary minister administration include including"
)
"""Words of who says something where."""
BRIEF = 30
"""Words of a telling that speaks of one thing."""
LEAST_WORDS = 2
LEAST, COVER, CAP = 3.0, 0.35, 14.0
SOON = 2
"""Sentences after a promise in which it is told that nothing came of it."""
UNDATED = 2.0
LEAST_TOGETHER, COVER_ALONE = 3.0, 0.4
"""Weight of the words shared, and their share of all that was foreseen, where the deed is one, or two words stand side
by side in both, or neither."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Something that a report tells as promised or to come."""

    kind: str
    id: str
    report: str
    quotes: tuple[Quote, ...]
    words: frozenset[str]
    deeds: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def later_states(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """What is foreseen in one report is told by a later one as done, begun or not done."""
    lines, names, covering = books.lines, party_names(books), Covering(evidence)
    best: dict[Quote, tuple[float, Foreseen, Line]] = {}
    for plan in _foreseen(evidence, lines, names):
        for score, line in _told_of(plan, lines, books):
            if score > best.get(line.quote, (0.0,))[0]:
                best[line.quote] = (score, plan, line)
    for _, plan, line in best.values():
        state = "not, or not in full, done" if not_done(line.said) else "done or under way"
        sides = [Side("a", plan.kind, plan.id, plan.report, plan.quotes), covering.side("b", line.quote)]
        yield finding("update", "status", "weak", f"Foreseen, and told later as {state}.", sides)


def _foreseen(evidence: Evidence, lines: Lines, names: frozenset[str]) -> Iterator[Foreseen]:
    for c in evidence.commitments:
        for a in c.accounts if c.class_ not in ("prohibition", "aspiration") else ():
            if _brief(a.quotes):
                yield _ready(c.KIND, c.id, a.report, a.quotes, names)
    for e in evidence.events:
        for told in e.accounts:
            if told.status in _AHEAD and told.type not in _NO_PLANS and _brief(told.quotes):
                yield _ready(e.KIND, e.id, told.report, told.quotes, names)
    for report, some in lines.by_report.items():
        for line in some:
            for quote in clauses(line.quote):
                if TO_COME.search(quote.exact) and not NOT_DONE.search(quote.exact):
                    yield _ready("report", report, report, (quote,), names)


def _brief(quotes: Sequence[Quote]) -> bool:
    return sum(len(q.exact.split()) for q in quotes) <= BRIEF


def _ready(kind: str, id: str, report: str, quotes: tuple[Quote, ...], names: frozenset[str]) -> Foreseen:
    said = " ".join(q.exact for q in quotes)
    pairs = frozenset(pair for pair in side_by_side(said) if names.isdisjoint(pair))
    return Foreseen(kind, id, report, quotes, telling(said) - names - SPEECH, families(stems_of(said)), pairs)


def comes_after(first: str, then: str, books: Books) -> float | None:
    """How much more two reports have to share: nothing where the second is later, more where that is not known."""
    before, after = (books.published.get(r, Days()) for r in (first, then))
    if not before.known or not independent(books, first, then) or not one_conflict(first, then, books.names):
        return None
    if before.latest is None:
        return UNDATED + 1 if after.latest and before.earliest and after.latest > before.earliest else None
    if after.latest is None:
        return 0.0 if after.earliest and after.earliest >= before.latest else UNDATED
    if before.earliest is None or after.earliest is None:
        return None
    return 0.0 if after.earliest >= before.earliest and after.latest > before.latest else None


def looks_back(line: Line, first: str, books: Books) -> bool:
    """Tell whether a sentence names only months that were over when another report came out."""
    told, days = months_told(line), books.published.get(first, Days())
    return bool(told) and days.earliest is not None and max(told) < (days.earliest.year, days.earliest.month)


def _told_of(plan: Foreseen, lines: Lines, books: Books) -> Iterator[tuple[float, Line]]:
    """The sentence of each later report that tells most of what was foreseen, as done or as not done."""
    best: dict[str, tuple[float, Line]] = {}
    for report, n in lines.alike(plan.words, LEAST_WORDS):
        more = comes_after(plan.report, report, books) if report != plan.report else None
        if more is None or plan.report not in lines.by_report:
            continue
        if looks_back(lines.by_report[report][n], plan.report, books):
            continue
        line, following = lines.by_report[report][n], lines.by_report[report][n + 1 : n + 1 + SOON]
        told = line if tells_a_state(line.said) and not DENIES.search(line.said) else _came_to_nothing(following)
        score = _likeness(plan, line, lines, again=told is not line) if told is not None else None
        if told is not None and score is not None and score >= LEAST + more and score > best.get(report, (0.0,))[0]:
            best[report] = (score, told)
    yield from best.values()


def _came_to_nothing(following: Sequence[Line]) -> Line | None:
    """Where a promise is told again, what stands right after it may tell that nothing came of it."""
    return next((line for line in following if NOTHING_CAME.match(line.said)), None)


def _likeness(plan: Foreseen, line: Line, lines: Lines, *, again: bool) -> float | None:
    """How much a sentence shares with what was foreseen; None where that is too little."""
    shared = shared_words(plan.words, line.words)
    if len(shared) < LEAST_WORDS:
        return None
    total = min(CAP, sum(lines.weight(w, plan.report, line.report) for w in plan.words))
    score = sum(lines.weight(w, plan.report, line.report) for w in shared)
    together = bool(plan.pairs & line.pairs)
    one_deed = again or bool(plan.deeds & families(stems_of(line.said)))
    undone = not_done(line.said)
    enough = (
        (together and score >= LEAST_TOGETHER and score >= (COVER if undone else COVER_ALONE) * total)
        or (one_deed and score >= LEAST and score >= COVER * total)
        or (undone and score >= LEAST and score >= COVER_ALONE * total)
    )
    return score + 3 * together if enough else None
