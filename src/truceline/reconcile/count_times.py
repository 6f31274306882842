"""When two numbers hold, and whether one voice tells both."""

from __future__ import annotations

from datetime import date

from truceline.domain.dates import Days
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.counts import Count

NEIGHBOURS = 3
"""Days between which the day that a stock holds for says nothing: reports date it by themselves."""
WEEK = 7


def narrow(days: Days) -> bool:
    """Tell whether days are known to the week."""
    return days.width is not None and days.width <= 7


def later(a: Count, b: Count, books: Books) -> bool:
    """Tell whether two counts of what lasts are for days far enough apart that the number may have changed."""
    gap = gap_between(_day(a, books), _day(b, books))
    return a.lasting and b.lasting and gap is not None and gap > NEIGHBOURS


def same_time(a: Count, b: Count, books: Books) -> bool:
    """Tell whether two numbers are surely for one time: both dated so, told of one event, or told in one week."""
    if a.lasting and b.lasting:
        gap = gap_between(_day(a, books), _day(b, books))
        return gap is not None and gap <= NEIGHBOURS
    if a.dated and b.dated:
        return True
    gap = gap_between(last_day(books.published.get(a.report, Days())), last_day(books.published.get(b.report, Days())))
    return (a.event is not None and a.event == b.event) or (gap is not None and gap <= WEEK)


def gap_between(one: date | None, other: date | None) -> int | None:
    """Count the days between two days; None where one is not known."""
    return abs((one - other).days) if one and other else None


def _day(count: Count, books: Books) -> date | None:
    """The day a lasting count holds for: where it is open or runs on, that of its report."""
    return count.days.latest or last_day(books.published.get(count.report, Days())) or count.days.earliest


def last_day(days: Days) -> date | None:
    """Give the last day that is known."""
    return days.latest or days.earliest


def published_later(a: Count, b: Count, books: Books) -> bool:
    """Tell whether the two reports came out on different days."""
    one, other = books.published.get(a.report, Days()), books.published.get(b.report, Days())
    return one.known and other.known and (one.before(other) or other.before(one))


def same_source(a: Count, b: Count, books: Books) -> bool:
    """Tell whether one source is credited with both, be it named more closely once ("the mission in Orlin")."""
    if None in (a.source, b.source):
        return False
    one, other = (stems_of(books.actors.by_id[c.source].name) for c in (a, b) if c.source)
    shared = one & other
    return a.source == b.source or (len(shared) >= 2 and shared in (one, other))


def one_voice(a: Count, b: Count, books: Books) -> bool:
    """Tell whether one publisher or one credited source tells both."""
    if same_source(a, b, books):
        return True
    publisher = books.publishers.get(a.report)
    return publisher is not None and publisher == books.publishers.get(b.report)
