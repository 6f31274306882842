"""Whether two numbers count the same: whose, where, when, and which case of it the words speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from truceline.domain.dates import Days
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import overlap, stems_of
from truceline.reconcile.counts import NUMBER_STEMS, Count
from truceline.reconcile.people import said_to_be, side_of
from truceline.reconcile.precision import near, rounded, value
from truceline.vocabulary import rows

CLOSE = 1.15
"""Numbers of one measure that lie so close are likely to be of one thing."""
ENOUGH = 3
"""Points from which two numbers of one measure count the same thing."""
NEIGHBOURS = 3
"""Days between which the day that a stock holds for says nothing: reports date it by themselves."""
WEEK = 7
_TIME = frozenset({"day", "week", "month", "year", "hour", "minute", "decade", "century"})
_PEOPLE = frozenset({"person", "troop", "fighter", "prisoner", "hostage", "refugee", "idp", "voter"})
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
    return a.dated and b.dated and (a.days == b.days or (_narrow(a.days) and _narrow(b.days)))


SIGNS = (_same_event, _same_source, _one_stock, _same_where, _close_numbers, _same_days)
"""What speaks for one count, besides its words and its owner, with its points."""


def _same_news(a: Count, b: Count, books: Books) -> bool:
    gap = _gap(_last(books.published.get(a.report, Days())), _last(books.published.get(b.report, Days())))
    return gap is not None and gap <= 2


def _names(count: Count, books: Books) -> frozenset[str]:
    owner = books.actors.by_id.get(count.of) if count.of else None
    return stems_of(owner.name) if owner else frozenset()


def _other_measure(a: Count, b: Count, books: Books) -> bool:
    """Whether they measure two things; what no row of the vocabulary measures goes by its noun."""
    if a.measure == b.measure:
        return False
    known = [c.measure in rows("figures") for c in (a, b)]
    return all(known) or a.noun is None or a.noun != b.noun


def _other_doer(a: Count, b: Count, books: Books) -> bool:
    """Whether the words before the numbers name two sides of a war: what the army and what the rebels did."""
    mine, theirs = (side_of(c.lead) for c in (a, b))
    return mine is not None and theirs is not None and mine != theirs


def _other_unit(a: Count, b: Count, books: Books) -> bool:
    one, other = a.amount.unit, b.amount.unit
    if one in _TIME or other in _TIME:
        return True
    people = all(c.standing is not None or c.amount.unit in _PEOPLE for c in (a, b))
    return not people and one is not None and other is not None and one != other


def _other_owner(a: Count, b: Count, books: Books) -> bool:
    """Whether both tell whose they are, and they are not one, nor one a part of the other."""
    if a.of is None or b.of is None or a.of == b.of:
        return bool(a.standing and b.standing and a.standing != b.standing)
    return a.of not in books.actors.groups(b.of) and b.of not in books.actors.groups(a.of)


def _other_place(a: Count, b: Count, books: Books) -> bool:
    return None not in (a.where, b.where) and a.where != b.where and not part_of_place(a, b, books)


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


def _other_time(a: Count, b: Count, books: Books) -> bool:
    """Whether two counts of what happened are for days that do not meet."""
    return not (a.lasting and b.lasting) and a.dated and b.dated and not a.days.meets(b.days)


VETOES = (_other_measure, _other_unit, _other_owner, _other_place, _other_time, _other_doer)
"""What forbids that two numbers count the same."""


def _narrow(days: Days) -> bool:
    return days.width is not None and days.width <= 7


def later(a: Count, b: Count, books: Books) -> bool:
    """Tell whether two counts of what lasts are for days far enough apart that the number may have changed."""
    gap = _gap(_day(a, books), _day(b, books))
    return a.lasting and b.lasting and gap is not None and gap > NEIGHBOURS


def same_time(a: Count, b: Count, books: Books) -> bool:
    """Tell whether two numbers are surely for one time: both dated so, told of one event, or told in one week."""
    if a.lasting and b.lasting:
        gap = _gap(_day(a, books), _day(b, books))
        return gap is not None and gap <= NEIGHBOURS
    if a.dated and b.dated:
        return True
    gap = _gap(_last(books.published.get(a.report, Days())), _last(books.published.get(b.report, Days())))
    return (a.event is not None and a.event == b.event) or (gap is not None and gap <= WEEK)


def _gap(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None


def _day(count: Count, books: Books) -> date | None:
    """The day a lasting count holds for: where it is open or runs on, that of its report."""
    return count.days.latest or _last(books.published.get(count.report, Days())) or count.days.earliest


def _last(days: Days) -> date | None:
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
    told = _last(books.published.get(count.report, Days()))
    end = count.days.latest
    return count.days.earliest, min(end, told) if end and told else end or told


def _part_by_period(small: Count, large: Count, books: Books) -> bool:
    """Whether the words give both a period, and not the same one."""
    mine, theirs = (frozenset(m.lower() for m in _PERIOD.findall(c.sentence)) for c in (small, large))
    return not small.lasting and not large.lasting and bool(mine and theirs) and mine.isdisjoint(theirs)


def _by_one_side(small: Count, large: Count, books: Books) -> bool:
    """Whether the smaller number is what one side did, and the larger what all did, over more than a few days."""
    short = (small.dated and _narrow(small.days)) or (small.event is not None and small.event == large.event)
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


def other_standing(a: Count, b: Count) -> tuple[frozenset[str], frozenset[str]]:
    """Give what each side says that the people are whom it counts."""
    mine, theirs = (said_to_be(c.sentence) | ({c.standing} if c.standing else set()) for c in (a, b))
    return frozenset(mine), frozenset(theirs)
