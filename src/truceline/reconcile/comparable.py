"""Whether two numbers count the same: whose, where, when, and which case of it the words speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.domain.dates import Days
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import overlap, stems_of
from truceline.reconcile.count_times import gap_between, last_day, narrow, same_source, same_time
from truceline.reconcile.counts import Count
from truceline.reconcile.ground import one_conflict, two_conflicts
from truceline.reconcile.people import said_to_be, side_of
from truceline.reconcile.precision import near, rounded, value
from truceline.reconcile.scopes import part_of_place
from truceline.vocabulary import rows

CLOSE = 1.15
"""Numbers of one measure that lie so close are likely to be of one thing."""
ENOUGH = 3
"""Points from which two numbers of one measure count the same thing."""
SAME_WORDS = 3
"""Words in common from which a bare number counts what the other one does."""
PROCESSES = frozenset({"weapons_handed_over", "combatants_demobilised"})
"""Measures of what is done once in a peace process."""
_TIME = frozenset({"day", "week", "month", "year", "hour", "minute", "decade", "century"})
_OF_NOTHING = frozenset({"percent", "time"})
"""Units that no count of things has."""
_PEOPLE = frozenset({"person", "troop", "fighter", "prisoner", "hostage", "refugee", "idp", "voter"})


@dataclass(frozen=True, slots=True)
class Familiar:
    """Words that tell little about which number is meant: common ones nothing, names of actors little."""

    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Names of places: these tell much."""


def points(a: Count, b: Count, books: Books, familiar: Familiar) -> int:
    """Add up what speaks for two numbers counting the same; 0 where something forbids it."""
    if any(differs(a, b, books) for differs in VETOES):
        return 0
    same_owner = a.of is not None and a.of == b.of
    shared = (a.topic & b.topic) - familiar.common - (_names(a, books) if same_owner else frozenset())
    telling = len(shared) > 1 or bool(shared - familiar.names)
    found = min(3, len(shared)) + (telling and overlap(a.topic, b.topic) >= 0.5)
    return (
        found
        + 2 * same_owner
        + sum(speaks(a, b, books) for speaks in SIGNS)
        + _place_in_words(a, b, shared, books, familiar)
    )


def _place_in_words(a: Count, b: Count, shared: frozenset[str], books: Books, familiar: Familiar) -> int:
    """A place that both name counts more than another word, more still in the news of the same days."""
    if not shared & familiar.places:
        return 0
    return (a.where is None or a.where != b.where) + (not a.lasting and not b.lasting and _same_news(a, b, books))


def _same_event(a: Count, b: Count, books: Books) -> int:
    return 3 if a.event is not None and a.event == b.event else 0


def _same_source(a: Count, b: Count, books: Books) -> int:
    return (1 + (a.standing is not None and a.standing == b.standing)) if same_source(a, b, books) else 0


def _one_stock(a: Count, b: Count, books: Books) -> int:
    """What somebody has at one time is one number, if it is not told of different places."""
    if not (a.lasting and b.lasting and a.where == b.where):
        return 0
    return (a.of is not None and a.of == b.of) + same_time(a, b, books)


def _same_where(a: Count, b: Count, books: Books) -> int:
    return a.where is not None and a.where == b.where


def _close_numbers(a: Count, b: Count, books: Books) -> int:
    return near(a.amount, b.amount, CLOSE) + one_rounded(a, b)


def one_rounded(a: Count, b: Count) -> bool:
    """Tell whether one long number is the other one rounded: that is seldom chance."""
    mine, theirs = value(a.amount), value(b.amount)
    return mine is not None and theirs is not None and min(mine, theirs) >= 1000 and rounded(mine, theirs)


def _same_days(a: Count, b: Count, books: Books) -> int:
    return a.dated and b.dated and (a.days == b.days or (narrow(a.days) and narrow(b.days)))


def _whole_war(a: Count, b: Count, books: Books) -> int:
    """The dead of a whole war are one count, where both reports are of one conflict."""
    return 3 if a.whole_war and b.whole_war and one_conflict(a.report, b.report, books.names) else 0


def _one_process(a: Count, b: Count, books: Books) -> int:
    """What a side hands over or frees bit by bit is counted once in a conflict."""
    counted_up = a.measure == b.measure in PROCESSES and a.lasting and b.lasting
    return 3 if counted_up and one_conflict(a.report, b.report, books.names) else 0


SIGNS = (_same_event, _same_source, _one_stock, _same_where, _close_numbers, _same_days, _whole_war, _one_process)
"""What speaks for one count, besides its words and its owner, with its points."""


def _same_news(a: Count, b: Count, books: Books) -> bool:
    gap = gap_between(last_day(books.published.get(a.report, Days())), last_day(books.published.get(b.report, Days())))
    return gap is not None and gap <= 2


def _names(count: Count, books: Books) -> frozenset[str]:
    owner = books.actors.by_id.get(count.of) if count.of else None
    return stems_of(owner.name) if owner else frozenset()


def _other_measure(a: Count, b: Count, books: Books) -> bool:
    """Whether they measure two things; what no row of the vocabulary measures goes by its noun."""
    if a.measure == b.measure:
        return False
    if (a.bare or b.bare) and len((a.topic & b.topic) - _source_names(a, books)) >= SAME_WORDS:
        return False
    known = [c.measure in rows("figures") for c in (a, b)]
    return all(known) or a.noun is None or a.noun != b.noun


def _source_names(count: Count, books: Books) -> frozenset[str]:
    return stems_of(books.actors.by_id[count.source].name) if count.source else frozenset()


def _other_doer(a: Count, b: Count, books: Books) -> bool:
    """Whether the words before the numbers name two sides of a war: what the army and what the rebels did."""
    mine, theirs = (side_of(c.lead) for c in (a, b))
    return mine is not None and theirs is not None and mine != theirs


def _other_unit(a: Count, b: Count, books: Books) -> bool:
    one, other = a.amount.unit, b.amount.unit
    if one in _TIME or other in _TIME or (one != other and _OF_NOTHING & {one, other}):
        return True
    if a.bare or b.bare:  # it has the unit of whatever was counted last
        return False
    people = all(c.standing is not None or c.amount.unit in _PEOPLE for c in (a, b))
    return not people and one is not None and other is not None and one != other


def _other_owner(a: Count, b: Count, books: Books) -> bool:
    """Whether both tell whose they are, and they are not one, nor one a part of the other."""
    if a.of is None or b.of is None or a.of == b.of:
        return bool(a.standing and b.standing and a.standing != b.standing)
    return a.of not in books.actors.groups(b.of) and b.of not in books.actors.groups(a.of)


def _other_place(a: Count, b: Count, books: Books) -> bool:
    one, other = books.places.place(a.where), books.places.place(b.where)
    if one is None or other is None or one.name.casefold() == other.name.casefold():
        return False
    return not part_of_place(a, b, books)


def _other_time(a: Count, b: Count, books: Books) -> bool:
    """Whether two counts of what happened are for days that do not meet."""
    if any(one.running and other.days.before(one.days) for one, other in ((a, b), (b, a))):
        return False  # "has risen to 90" counts what happened before
    return not (a.lasting and b.lasting) and a.dated and b.dated and not a.days.meets(b.days)


def _before_it_happened(a: Count, b: Count, books: Books) -> bool:
    """Whether a report tells of one count that came out before the day of the other."""
    days = [(one.days, books.published.get(other.report, Days())) for one, other in ((a, b), (b, a)) if one.dated]
    return not a.lasting and not b.lasting and any(told.latest and told.before(when) for when, told in days)


def _other_conflict(a: Count, b: Count, books: Books) -> bool:
    return two_conflicts(a.report, b.report, books.names)


def one_adds(a: Count, b: Count, books: Books) -> bool:
    """Tell whether one number comes on top of another or is taken from it: "25 more soldiers", "2,900 fewer"."""
    return bool(_ADDS.search(a.amount.text)) != bool(_ADDS.search(b.amount.text))


_ADDS = re.compile(
    r"\b(?:another|further|additional|extra|fewer|less)\b(?! than)|\w (?:more|others?)\b(?! than)|\bother \w+$", re.I
)
VETOES = (
    one_adds, _other_measure, _other_unit, _other_owner, _other_place, _other_time, _other_doer, _before_it_happened,
    _other_conflict,
)  # fmt: skip
"""What forbids that two numbers count the same."""


def other_standing(a: Count, b: Count) -> tuple[frozenset[str], frozenset[str]]:
    """Give what each side says that the people are whom it counts."""
    mine, theirs = (said_to_be(c.sentence) | ({c.standing} if c.standing else set()) for c in (a, b))
    return frozenset(mine), frozenset(theirs)
