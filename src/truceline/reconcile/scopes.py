"""What one of two numbers takes in and the other does not: place, time, people, the dead without the wounded."""

from __future__ import annotations

import re
from datetime import date

from truceline.domain.dates import Days
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import NUMBER_STEMS, stems_of
from truceline.reconcile.count_times import last_day, narrow
from truceline.reconcile.counts import Count
from truceline.reconcile.precision import value

_BOTH = re.compile(r"\b(?:kill\w*|dead|died|deaths?) (?:and|or) (?:\w+ )?(?:wound\w*|injur\w*|hurt)|\bcasualties\b")
_LIMIT = re.compile(
    r"\balone\b|\b(?:not )?counting\b|\bexcluding\b|\bincluding those\b|\bapart from\b|\bif\b[^.]{0,40}\bcounted\b"
    r"|\btogether\b|\bin all\b|\boff the books\b"
)
"""Words that tell what a count takes in or leaves out."""
_PERIOD = re.compile(
    r"\b(?:since \w+(?: \d{4})?|from \w+(?: \d{4})? (?:until|till|to) [\w ]{2,24}|between \w+ and \w+|in (?:\d{4})"
    r"|(?:in|over|during) the (?:last|past|first) \w+ (?:days|weeks|months|years)(?: of \w+(?: \w+)?)?"
    r"|(?:last|this) (?:week|month|year))\b",
    re.I,
)
"""The stretch of time that a count of what happened is for."""


def other_scope(a: Count, b: Count, books: Books) -> str | None:
    """Tell in a few words what one number takes in and the other does not; None where both count the same."""
    mine, theirs = value(a.amount), value(b.amount)
    if mine is None or theirs is None:
        return None
    small, large = (a, b) if mine <= theirs else (b, a)
    return next((words for test, words in SCOPES if test(small, large, books)), None)


def _only_killed(small: Count, large: Count, books: Books) -> bool:
    return bool(_BOTH.search(large.sentence.lower())) and not _BOTH.search(small.sentence.lower())


def _other_limits(small: Count, large: Count, books: Books) -> bool:
    return bool(_LIMIT.search(small.sentence.lower())) != bool(_LIMIT.search(large.sentence.lower()))


def _part_of_place(small: Count, large: Count, books: Books) -> bool:
    return part_of_place(small, large, books)


def _part_of_people(small: Count, large: Count, books: Books) -> bool:
    """Whether the smaller number is for some of the people; the dead whom one side calls fighters are all its dead."""
    if small.standing == "fighters" and small.event is not None and small.event == large.event:
        return False
    return small.standing is not None and large.standing is None and "people" in large.amount.text


def _part_of_time(small: Count, large: Count, books: Books) -> bool:
    if not (small.dated and large.dated) or (small.days.width or 0) == (large.days.width or 0):
        return False
    (start, end), (other_start, other_end) = _window(small, books), _window(large, books)
    if None in (start, end, other_start, other_end):
        return False
    width, other_width = (end - start).days + 1, (other_end - other_start).days + 1  # type: ignore[operator]
    return start >= other_start and end <= other_end and other_width >= 2 * width  # type: ignore[operator]


def _window(count: Count, books: Books) -> tuple[date | None, date | None]:
    """The days that a count runs over; what still runs ends with its report."""
    told = last_day(books.published.get(count.report, Days()))
    end = count.days.latest
    return count.days.earliest, min(end, told) if end and told else end or told


def _part_by_period(small: Count, large: Count, books: Books) -> bool:
    """Whether the words give both a period, and not the same one."""
    mine, theirs = (frozenset(m.lower() for m in _PERIOD.findall(c.sentence)) for c in (small, large))
    return not small.lasting and not large.lasting and bool(mine and theirs) and mine.isdisjoint(theirs)


def _by_one_side(small: Count, large: Count, books: Books) -> bool:
    """Whether the smaller number is what one side did, and the larger what all did, over more than a few days."""
    short = (small.dated and narrow(small.days)) or (small.event is not None and small.event == large.event)
    return bool(small.doers) and not large.doers and not short


def _part_by_name(small: Count, large: Count, books: Books) -> bool:
    """Whether the smaller number names its people more closely: republican prisoners among prisoners."""
    if small.event is not None and small.event == large.event:
        return False
    wide, close = _qualifiers(large), _qualifiers(small)
    return wide is not None and close is not None and wide < close and not close - wide <= large.topic


def _qualifiers(count: Count) -> frozenset[str] | None:
    words: list[str] = re.findall(r"[^\W\d_]+", count.amount.text)
    if not words or count.amount.text[-1].isdigit() or stems_of(words[-1]) <= NUMBER_STEMS:
        return None
    return stems_of(" ".join(words[:-1])) - NUMBER_STEMS


SCOPES = (
    (_only_killed, "one counts the dead, the other the dead and wounded"),
    (_other_limits, "one says what it takes in or leaves out"),
    (_part_of_place, "one is for a part of the other's place"),
    (_part_of_time, "one is for a part of the other's time"),
    (_part_by_period, "each gives another period"),
    (_by_one_side, "one counts what one side did"),
    (_part_of_people, "one counts a part of the other's people"),
    (_part_by_name, "one counts a part of what the other counts"),
)
"""What one of two numbers may take in and the other not, and how that is told; asked of the smaller and the larger."""


def part_of_place(a: Count, b: Count, books: Books) -> bool:
    """Tell whether one number is for a place that lies in the place of the other."""
    one, other = books.places.place(a.where), books.places.place(b.where)
    if one is None or other is None or one.id == other.id:
        return False
    return any(
        (whole.type == "country" and whole.country == part.country and part.type != "country")
        or (part.admin1 is not None and whole.type == "province" and part.admin1 == whole.name)
        for whole, part in ((one, other), (other, one))
    )
