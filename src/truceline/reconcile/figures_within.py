"""Two numbers of one report: a count that was corrected or has grown, or what two sources say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.comparable import ENOUGH, Familiar, one_adds, points
from truceline.reconcile.count_times import same_time
from truceline.reconcile.counts import Count
from truceline.reconcile.finding_parts import finding, shown, side
from truceline.reconcile.precision import apart, near, value
from truceline.reconcile.scopes import other_scope

CLOSE_BY = 600
"""Characters between two numbers of one report that may be of one thing."""
_FIRST = re.compile(r"\b(?:first|initially|at first|originally|earlier|had been)\b")
_THEN = re.compile(r"\b(?:later|then|since|now|corrected|revised)\b")
GROWN = re.compile(
    r"\b(?:has|have|had) (?:risen|grown|climbed|fallen|dropped) to\b|\brose to\b|\bstands at\b|\bdown to\b|\breached\b"
)
_EARLIER = re.compile(r"\W*(?:earlier|previously|before that|at first|initially)\b", re.I)
_PUT_RIGHT = re.compile(
    r"\b(?:has |have )?since (?:published|given|put|counted|raised|lowered|corrected)\b"
    r"|\bcorrected? (?:it|this|that) to\b"
)
_NEW_TOPIC = re.compile(r"\W*(?:meanwhile|elsewhere|separately|in (?:a separate|another)|also|on the same day)\b", re.I)
_OTHER_NUMBER = re.compile(
    r"\b(?:a (?:very |quite |rather )?different (?:number|figure|count|toll|picture)|only [\d,]+|disagrees?|puts? it at"
    r"|(?:gave|gives?|put) (?:the|its) (?:number|figure|toll|count) (?:as|at)|sp(?:oke|eaks?) of (?:only )?(?=\w+\W*$)"
    r"|admit\w* (?:to )?(?:the loss of|having lost|losing)"
    r"|puts? the (?:number|figure|toll|true|real)|the (?:true|real) (?:number|figure|toll))\b",
    re.I,
)
"""Words that set one number against another one."""
PEOPLE = frozenset({"person", "troop", "fighter", "prisoner", "hostage", "refugee", "idp"})
CASUALTIES = frozenset({"killed", "wounded"})
_OWN_LOSSES = re.compile(
    r"\b(?:it|we|they|he) (?:had |have |has )?lost\b|\b(?:its|their) (?:own )?(?:losses|dead)\b|\bour\b", re.I
)
"""A side that tells its own dead says nothing of those of the other side."""
FAR_GROWN = 3.0
"""How many times a toll may be an earlier one of the same days."""
ADJOINING, SIDE_BY_SIDE = 120, 250
"""Characters between two numbers in sentences that follow one another."""


def told_against(counts: tuple[Count, ...]) -> set[tuple[int, int]]:
    """Pair numbers of one report that are told against each other, whatever they are said to count."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        by_report[count.report].append(number)
    found: set[tuple[int, int]] = set()
    for several in by_report.values():
        ordered = sorted(several, key=lambda n: (counts[n].amount.start, n))
        found |= {(min(p), max(p)) for p in pairwise(ordered) if _set_against(counts[p[0]], counts[p[1]])}
    for number, count in enumerate(counts):
        if _OTHER_NUMBER.search(count.sentence) or _PUT_RIGHT.search(count.sentence):
            before = [n for n in by_report[count.report] if counts[n].amount.start < count.amount.start]
            alike = [n for n in before if _another_number(counts[n], count)]
            best = min(alike, key=lambda n: (_distance(counts[n], count), n), default=None)
            if best is not None:
                found.add((min(best, number), max(best, number)))
    return found


def _distance(a: Count, b: Count) -> float:
    mine, theirs = float(value(a.amount) or 0), float(value(b.amount) or 0)
    return abs(mine - theirs) / max(mine, theirs, 1.0)


def within(a: Count, b: Count, books: Books, familiar: Familiar) -> Iterator[Finding]:
    """Two numbers of one report: a count that was corrected, or what two sources say."""
    if b.amount.start < a.amount.start:
        a, b = b, a
    if b.amount.start - a.amount.end > CLOSE_BY or value(a.amount) == value(b.amount) or a.item.id == b.item.id:
        return
    if _one_of_the_other(a, b) or one_adds(a, b, books) or _NEW_TOPIC.match(b.sentence):
        return
    if points(a, b, books, familiar) + _set_against(a, b) < ENOUGH and not _another_number(a, b):
        return
    values = f"{shown(a.amount)} and {shown(b.amount)}"
    if _corrected(a, b) or _corrected(b, a):
        first, then = (a, b) if _corrected(a, b) else (b, a)
        sides = [side("a", first.item, first.account), side("b", then.item, then.account)]
        yield finding("update", "number", "weak", f"{values} count the same, told at different times.", sides)
    elif _two_sources_differ(a, b, books):
        sides = [side("a", a.item, a.account), side("b", b.item, b.account)]
        reason = f"{values} count the same for the same time, and no number fits both."
        yield finding("contradiction", "number", "strict", reason, sides)


def _corrected(first: Count, then: Count) -> bool:
    """Whether one report tells that one number came first and another one after it."""
    at = then.around.find(then.amount.text.lower())
    near = then.around[max(0, at - 60) : at + 60]
    if first.amount.start < then.amount.start:
        now = bool(_THEN.search(near)) and (
            bool(_FIRST.search(first.around)) or then.source == first.source is not None
        )
        return bool(_PUT_RIGHT.search(near)) or (first.source == then.source and now)
    return bool(_EARLIER.match(first.sentence)) and bool(GROWN.search(then.sentence))


def _set_against(a: Count, b: Count) -> int:
    """Two sources that follow one another in telling numbers of the dead or the hurt mostly tell of one event."""
    voices = (a.source, b.source)
    if a.measure == b.measure in CASUALTIES and None not in voices and _corrected(a, b):
        return 3 if near(a.amount, b.amount, FAR_GROWN) else 0
    told_apart = a.measure == b.measure in CASUALTIES and None not in voices and a.source != b.source
    if any(_OWN_LOSSES.search(c.sentence) for c in (a, b)):
        return 0
    gap = b.amount.start - a.amount.end
    return told_apart * (3 if gap <= ADJOINING else 2 if gap <= SIDE_BY_SIDE else 0)


def _another_number(a: Count, b: Count) -> bool:
    """Whether the words say that the second number is told against the first: "only 4,400"."""
    put_right = bool(_PUT_RIGHT.search(b.sentence)) and b.bare
    against = put_right or (bool(_OTHER_NUMBER.search(b.sentence)) and a.source != b.source)
    if b.amount.start - a.amount.end > CLOSE_BY or not against:
        return False
    units = {a.amount.unit, b.amount.unit} - PEOPLE - {None}
    return (a.measure == b.measure or near(a.amount, b.amount)) and not units


def _two_sources_differ(a: Count, b: Count, books: Books) -> bool:
    two = (None not in (a.source, b.source) and a.source != b.source) or _another_number(a, b)
    return two and apart(a.amount, b.amount) and same_time(a, b, books) and not other_scope(a, b, books)


def _one_of_the_other(a: Count, b: Count) -> bool:
    """Whether the first number is told as a part of the second: "80 of the last 400"."""
    if not a.amount.text or not b.amount.text:
        return False
    between, found, _ = a.sentence.partition(a.amount.text)[2].partition(b.amount.text)
    return bool(found) and bool(re.match(r"\s*(?:out )?of\b", between))
