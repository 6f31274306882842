"""Findings told once: repeats and those of copies left out, what became of one thing put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.items import Finding, Side
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import finding

NUMBER = "number"
_SHOWN = re.compile(r"«[^»]*»")
EARLIER, LATER = 4, 6
"""Sides of an update that are shown; more reports tell nothing new."""


def told_once(findings: Iterable[Finding], books: Books) -> Iterator[Finding]:
    """Leave out what another finding tells of the same words, and put the updates of one thing together."""
    kept = list(_no_copies(_new(findings), books))
    yield from (f for f in kept if f.type != "update")
    updates = [f for f in kept if f.type == "update"]
    for about in sorted({f.about for f in updates}):
        yield from (_joined(chain, books) for chain in _chains([f for f in updates if f.about == about]))


def _new(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out each finding that lies in another one of its type that has more sides or comes first."""
    told: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in sorted(findings, key=lambda f: -len(f.items)):
        earlier = told[one.type, _place(one)[0].report]
        if one.type != "copy" and any(_within(one, other) or _answered(one, other) for other in earlier):
            continue
        for report in sorted({s.report for s in one.items}):
            told[one.type, report].append(one)
        yield one


def _place(one: Finding) -> list[Side]:
    """The sides in the order of the reports and of their text, whichever is called a."""
    return sorted(one.items, key=lambda s: (s.report, min(q.start for q in s.quotes), s.side))


def _within(one: Finding, other: Finding) -> bool:
    """Whether the sides of a finding all lie in sides of another one, no two of them in the same.

    Two numbers of one sentence are two things, and so are a promise and its term; one dispute is one, whatever it is
    said to be about.
    """
    values = one.about == NUMBER and one.type != "corroboration"
    if (values and one.reason != other.reason) or (one.type == "corroboration" and one.about != other.about):
        return False
    free = _place(other)
    for side in _place(one):
        loose = one.type == "contradiction" and not values
        found = next((s for s in free if s.report == side.report and overlap(side.quotes, s.quotes, loose)), None)
        if found is None:
            return False
        free.remove(found)
    return True


def _answered(one: Finding, other: Finding) -> bool:
    """Whether an answer within a report is told already to answer something there: it answers one thing."""
    if one.type != "contradiction" or one.about == NUMBER or len({s.report for s in one.items}) > 1:
        return False
    answer = next((s for s in one.items if s.side == "b"), None)
    if answer is None or not any(s.side == "a" and s.report == answer.report for s in other.items):
        return False
    return any(
        s.side == "b" and s.report == answer.report and overlap(s.quotes, answer.quotes, loose=True)
        for s in other.items
    )


def overlap(ours: Sequence[Quote], theirs: Sequence[Quote], loose: bool = False) -> bool:
    """Tell whether two passages are mostly the same, or, where that is enough, share some words."""
    least = 0.0 if loose else 0.5
    return any(
        min(a.end, b.end) - max(a.start, b.start) > least * max(a.end - a.start, b.end - b.start) - 1
        for a in ours
        for b in theirs
        if a.start < b.end and b.start < a.end
    )


def _no_copies(findings: Iterable[Finding], books: Books) -> Iterator[Finding]:
    """Leave out what copies tell again: the same words, or the same items, of the same origins."""
    seen: set[tuple[object, ...]] = set()
    for one in sorted(findings, key=lambda f: sum(s.report in books.origins.copy_of for s in f.items)):
        keys = [(one.type, one.about, *sorted((books.origins.ids[s.report], by(s)) for s in one.items)) for by in _BY]
        if one.type == "copy" or not any(key in seen for key in keys):
            seen.update(keys)
            yield one


_BY = (lambda s: " ".join(q.exact for q in s.quotes), lambda s: s.id if s.kind != "report" else s.quotes[0].exact)


def _chains(updates: Sequence[Finding]) -> list[list[Finding]]:
    """Put updates together that tell what became of one thing, or of one number."""
    home = list(range(len(updates)))
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(updates):
        for report in {s.report for s in one.items}:
            by_report[report].append(n)
    for several in by_report.values():
        for at, n in enumerate(several):
            for other in several[:at]:
                if _root(home, n) != _root(home, other) and _of_one_thing(updates[n], updates[other]):
                    first, second = sorted((_root(home, n), _root(home, other)))
                    home[second] = first
    chains: dict[int, list[Finding]] = defaultdict(list)
    for n, one in enumerate(updates):
        chains[_root(home, n)].append(one)
    return list(chains.values())


def _root(home: list[int], n: int) -> int:
    while home[n] != n:
        n = home[n]
    return n


def _of_one_thing(one: Finding, other: Finding) -> bool:
    """Whether two updates share a number, or what is told later, or, with the same outcome, what was told before."""
    if one.about == NUMBER:
        ids = [{(s.id, s.report) for s in f.items} for f in (one, other)]
        return bool(ids[0] & ids[1])
    sides = ("b", "a") if one.reason == other.reason else ("b",)
    return any(
        s.report == o.report and overlap(s.quotes, o.quotes)
        for name in sides
        for s in one.items
        for o in other.items
        if s.side == o.side == name
    )


def _joined(chain: Sequence[Finding], books: Books) -> Finding:
    """Make one update of several: what was told first, then what later, in the order of time, once of each origin."""
    if len(chain) == 1:
        return chain[0]
    sides = [s for f in chain for s in f.items]
    then = {(s.report, s.id, s.quotes) for s in sides if s.side == "b"}
    if chain[0].about == NUMBER:  # what is later than one number may be earlier than the next
        sides = [replace(s, side="b" if (s.report, s.id, s.quotes) in then else "a") for s in sides]
    chosen: list[Side] = []
    for side in sorted(sides, key=lambda s: (_day(s, books), s.report, s.quotes[0].start)):
        if not any(_told_alike(side, s, books) for s in chosen):
            chosen.append(side)
    first, later = ([s for s in chosen if s.side == name][:most] for name, most in (("a", EARLIER), ("b", LATER)))
    return finding("update", chain[0].about, "weak", _reason(chain, [*first, *later]), [*first, *later])


def _day(side: Side, books: Books) -> date:
    days = books.published.get(side.report, Days())
    return days.latest or days.earliest or date.max


def _told_alike(side: Side, other: Side, books: Books) -> bool:
    """Whether one origin tells one thing by both."""
    if side.side != other.side or books.origins.ids[side.report] != books.origins.ids[other.report]:
        return False
    one_item = side.kind == other.kind != "report" and side.id == other.id
    return one_item or overlap(side.quotes, other.quotes, loose=True)


def _reason(chain: Sequence[Finding], sides: Sequence[Side]) -> str:
    """Name every number of a row of numbers; else what the first finding says whose sides are shown."""
    there = {(s.report, s.id) for s in sides}
    if chain[0].about != NUMBER:
        whole = (f for f in chain if {(s.report, s.id) for s in f.items} <= there)
        return next(whole, chain[0]).reason
    values = {(s.report, s.id): v for f in chain for s, v in zip(f.items, _SHOWN.findall(f.reason), strict=False)}
    shown = list(dict.fromkeys(values[s.report, s.id] for s in sides if (s.report, s.id) in values))
    return f"{', '.join(shown[:-1])} and {shown[-1]} count the same, told at different times."
