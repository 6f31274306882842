"""Numbers that cannot both be right, follow one another, count different things, or bear each other out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from truceline.domain.dates import Days
from truceline.domain.items import Figure, Finding
from truceline.reconcile.books import Books
from truceline.reconcile.comparable import ENOUGH, SAME_WORDS, Familiar, one_rounded, other_standing, points
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.count_times import (
    gap_between,
    last_day,
    later,
    one_voice,
    published_later,
    same_source,
    same_time,
)
from truceline.reconcile.counts import Count, all_counts
from truceline.reconcile.figures_within import GROWN, told_against, within
from truceline.reconcile.finding_parts import Evidence, finding, independent, shown, side
from truceline.reconcile.grouping import BLOCK_LIMIT
from truceline.reconcile.people import opposed
from truceline.reconcile.precision import apart, near, value
from truceline.reconcile.scopes import other_scope
from truceline.vocabulary import rows

_PROPER = re.compile(r"\b[A-Z][\w-]+")
LIKE = 3.0
"""How many times one count of an unknown measure may be the other one."""
LONG_AFTER = 30
"""Days from which on a number of one event is a new count."""
OPEN_ABOVE = ("at_least", "over")
_SO_FAR = re.compile(
    r"\b(?:in|over|during) the first \w+ (?:weeks|months|quarters)\b|\bso far (?:this|in the) year\b|\bto date\b"
    r"|\b(?:this|in the) year\b|\bsince (?:january|the (?:start|beginning) of the year|1 january)\b",
    re.I,
)
"""A count of a year that goes on."""
COMMON, FEW, MANY = 0.1, 5, 100
"""The share of reports above which a word beside numbers is common, and the numbers that bound it in small and large
records."""
_CORRECTED = re.compile(
    r"\b(?:correct(?:s|ed|ion)|clarification|revised|an earlier version|lowered|raised|now (?:puts?|says?|gives?|at)"
    r"|has since|first put|and later at|not \d[\d,]* as)\b"
)


def figure_findings(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Numbers of one measure that contradict, update or bear out each other, or differ in what they take in."""
    seen: set[tuple[str, ...]] = set()
    counts = all_counts(evidence, books)
    names = frozenset(word for actor in books.actors.actors for word in stems_of(" ".join(_PROPER.findall(actor.name))))
    places = frozenset(word for place in books.places.places for word in stems_of(place.name))
    familiar = Familiar(_common(counts, books), names - places, places)
    told = _values(counts)
    for a, b in _pairs(counts, familiar.common):
        if a.report != b.report and (_tells_too(told, a, b) or _tells_too(told, b, a)):
            continue
        for found in _compared(a, b, books, familiar):
            key = (found.type, *sorted((f"{a.item.id}{a.report}", f"{b.item.id}{b.report}")))
            if key not in seen:
                seen.add(key)
                yield found


def _values(counts: tuple[Count, ...]) -> dict[tuple[str, str], list[Count]]:
    told: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        told[count.report, count.measure].append(count)
        told[count.report, ""].append(count)
    return told


def _tells_too(told: dict[tuple[str, str], list[Count]], one: Count, other: Count) -> bool:
    """Whether a report that tells one number also tells the other one: then it does not dispute it.

    What rose "from 400 to 900" in both reports is no dispute either.
    """
    others = (c for c in told[one.report, "" if one.bare else one.measure] if c is not one)
    number = value(other.amount)
    return value(one.amount) != number and any(value(c.amount) == number for c in others)


def _common(counts: tuple[Count, ...], books: Books) -> frozenset[str]:
    """Words that stand beside the numbers of many reports: they do not tell one count from another."""
    told_by: dict[str, set[str]] = defaultdict(set)
    for count in counts:
        for word in count.topic:
            told_by[word].add(count.report)
    most = max(FEW, min(COMMON * len(books.published), MANY))
    return frozenset(word for word, reports in told_by.items() if len(reports) > most)


def _pairs(counts: tuple[Count, ...], common: frozenset[str]) -> Iterator[tuple[Count, Count]]:
    """Yield the pairs of one measure that share an owner, a place, an event or a word."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for key in sorted({*(x for x in (count.of, count.where, count.event) if x), *(count.topic - common)}):
            for kind in {count.measure, count.noun or count.measure}:
                blocks[kind, key].append(number)
    found = {(i, j) for crowd in blocks.values() for n, i in enumerate(crowd) for j in crowd[n + 1 : n + BLOCK_LIMIT]}
    for i, j in sorted(found | _with_bare_numbers(counts, common) | told_against(counts)):
        yield counts[i], counts[j]


def _with_bare_numbers(counts: tuple[Count, ...], common: frozenset[str]) -> set[tuple[int, int]]:
    """Pair what no words measure ("has risen to 90") with the numbers that are told in the same words."""
    told_with: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for word in count.topic - common:
            told_with[word].append(number)
    found: set[tuple[int, int]] = set()
    for number, count in enumerate(counts):
        if count.bare:
            shared = Counter(j for word in count.topic - common for j in told_with[word][:BLOCK_LIMIT] if j != number)
            found |= {(min(number, j), max(number, j)) for j, words in shared.items() if words >= SAME_WORDS}
    return found


def _compared(a: Count, b: Count, books: Books, familiar: Familiar) -> Iterator[Finding]:
    if a.report == b.report:
        yield from within(a, b, books, familiar)
        return
    found = points(a, b, books, familiar) if independent(books, a.report, b.report) else 0
    if found < ENOUGH:
        return
    if _when(b, books) < _when(a, books):
        a, b = b, a
    sides = [side("a", a.item, a.account), side("b", b.item, b.account)]
    values = f"{shown(a.amount)} and {shown(b.amount)}"
    differ = value(a.amount) != value(b.amount)
    scope = other_scope(a, b, books)
    if opposed(*other_standing(a, b)) and (not differ or not apart(a.amount, b.amount)):
        reason = f"{values} count the same people, as armed on one side and as civilians on the other."
        yield finding("contradiction", "other", "strict", reason, sides)
    elif differ and _told_anew(a, b, books, found):
        yield finding("update", "number", "weak", f"{values} count the same, told at different times.", sides)
    elif not same_time(a, b, books) and not one_rounded(a, b):
        return
    elif apart(a.amount, b.amount) and scope:
        yield finding("scope_difference", "number", "weak", f"{values} count different things: {scope}.", sides)
    elif apart(a.amount, b.amount) and (_one_source(a, b, books) or _of_nothing(a, b)):
        return
    elif apart(a.amount, b.amount):
        reason = f"{values} count the same for the same time, and no number fits both."
        yield finding("contradiction", "number", "strict", reason, sides)
    elif differ and a.item.id != b.item.id and near(a.amount, b.amount) and not scope:
        reason = f"{values} count the same, and one number can fit both."
        yield finding("corroboration", "number", "weak", reason, sides)


def _of_nothing(a: Count, b: Count) -> bool:
    """Whether no word says what one of two unlike numbers counts."""
    return (a.bare or b.bare) and not near(a.amount, b.amount, LIKE)


def _told_anew(a: Count, b: Count, books: Books, found: int) -> bool:
    """Whether the number may have changed, or its source may have corrected it, between the two.

    Of what no row of the vocabulary measures only like numbers are taken for one count.
    """
    if a.amount.unit == "percent" and found <= ENOUGH:
        return False  # shares are of anything
    known = all(c.measure in rows("figures") for c in (a, b))
    alike = known and _told_alike(a, b, books)
    alike = alike or ((known or found > ENOUGH or b.running) and near(a.amount, b.amount, LIKE))
    return alike and (later(a, b, books) or _takes_back(a, b, books) or _counted_further(a, b, books))


def _told_alike(a: Count, b: Count, books: Books) -> bool:
    """Whether more than their owner tells that two numbers, however far apart, count one thing."""
    owner = books.actors.by_id.get(a.of or "")
    shared = (a.topic & b.topic) - (stems_of(owner.name) if owner else frozenset())
    loose = any(isinstance(c.item, Figure) and c.item.stock_or_flow is None for c in (a, b))
    return not loose and (bool(shared) or (a.where is not None and a.where == b.where))


def _counted_further(a: Count, b: Count, books: Books) -> bool:
    """Whether the dead or hurt of one event are told as more days later, or much later as a number not far off."""
    least, then = value(a.amount), value(b.amount)
    if least is None or then is None or not published_later(a, b, books):
        return False
    if b.running and not a.lasting and then > least:
        return near(a.amount, b.amount, LIKE)
    if same_source(a, b, books) and all(_SO_FAR.search(c.sentence) for c in (a, b)) and then > least:
        return True
    if a.event is None or a.event != b.event or not near(a.amount, b.amount):
        return False
    gap = gap_between(*(last_day(books.published.get(c.report, Days())) for c in (a, b)))
    if then > least and (None in (a.source, b.source) or same_source(a, b, books)):
        return True  # on the next day more of the dead have been found
    return (then > least and a.amount.relation in OPEN_ABOVE) or (gap is not None and gap > LONG_AFTER)


def _takes_back(a: Count, b: Count, books: Books) -> bool:
    """Whether the second number is the first one told anew by the same publisher or source."""
    if not one_voice(a, b, books):
        return False
    return published_later(a, b, books) or any(w.search(c.around) for w in (_CORRECTED, GROWN) for c in (a, b))


def _one_source(a: Count, b: Count, books: Books) -> bool:
    """Whether one publisher or source tells both at one time: then they are two numbers, not two accounts of one."""
    return one_voice(a, b, books) and (a.source == b.source or same_source(a, b, books))


def _when(count: Count, books: Books) -> tuple[str, str]:
    days = books.published.get(count.report, Days())
    day = days.latest or days.earliest
    return (day.isoformat() if day else "9", count.report)
