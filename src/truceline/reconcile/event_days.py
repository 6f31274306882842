"""Whether two tellings of events are of one day: stated, counted, told as news, or known by the words alone."""

from __future__ import annotations

import re
from datetime import date

from truceline.domain.dates import Days
from truceline.reconcile.event_places import at_one_place
from truceline.reconcile.told_events import Told, as_many_dead

DONE = frozenset({"occurred", "ongoing", "alleged", "denied"})
TO_COME = frozenset({"planned", "conditional", "hypothetical"})
ONCE = frozenset({
    "invade", "invasion", "sign", "signing", "signature", "coup", "overthrow", "topple", "oust", "election", "elect",
    "vote", "referendum", "plebiscite", "assassinate", "assassination", "ratify", "ratification", "inaugurate",
    "inauguration", "independence", "annex", "annexation", "capture", "fall", "found", "surrender", "ceasefire",
})  # fmt: skip
"""Deeds of which the same parties seldom do two: their tellings need no date to be one."""
OFTEN = frozenset({"CONSULT", "ASSAULT", "ACCUSE", "DEMAND", "REQUEST", "THREATEN", "REJECT", "OTHER", "PROTEST"})
"""What the same do again and again: a plan of one day and a deed of another are two."""
NEXT_DAYS, FORTNIGHT, WEEKS, YEAR = 3, 15, 45, 400
LEAST_APART = ((0, 1), (1, NEXT_DAYS), (NEXT_DAYS, WEEKS), (WEEKS, YEAR))
"""Days between two times from which on they are two, by the width of the wider."""
LEAP_YEAR = 2004
"""Any year that has every day."""
NIGHT = re.compile(r"night|midnight|overnight|dawn|small hours", re.IGNORECASE)
ROUND = re.compile(r"\b(week|month|year)s? (?:ago|later|earlier|after|before)", re.IGNORECASE)
SLACK_OF = {"week": 5, "month": 15, "year": 92}
"""Days by which a count in round weeks, months or years may miss."""


def one_day(a: Told, b: Told) -> bool:
    """They are of one day, give or take what a night, a signing past midnight or two counts may shift."""
    if at_midnight(a, b) or _a_day_off(a, b):
        return True
    named = a.named_day is not None and a.named_day == b.named_day
    return _meet(a, b) and (named or max(a.width, b.width) <= NEXT_DAYS)


def within_weeks(a: Told, b: Told) -> bool:
    """They may be of one day, which both tell to within some weeks."""
    return NEXT_DAYS < max(a.width, b.width) <= WEEKS and _meet(a, b)


def same_weekday(a: Told, b: Told) -> bool:
    """Both name one day of the week, and it is not known that it is another week's."""
    return a.weekday is not None and a.weekday == b.weekday and not one_day(a, b)


def same_month(a: Told, b: Told) -> bool:
    """Both are of one month, and it is not known that they are of two days of it."""
    return a.month is not None and a.month == b.month and not one_day(a, b)


def done_late(a: Told, b: Told) -> bool:
    """What was to be done by a day was done on another one."""
    return not _meet(a, b) and late(a, b)


def as_news(a: Told, b: Told) -> int:
    """Reports of the same days tell it as news without a date."""
    return news_meet(a, b) or 0


def days_apart(a: Told, b: Told) -> bool:
    """They are some days apart."""
    return 1 < _days_between(a, b) <= NEXT_DAYS + 1


def weeks_apart(a: Told, b: Told) -> bool:
    """They are some weeks apart."""
    return NEXT_DAYS + 1 < _days_between(a, b) <= WEEKS


def long_apart(a: Told, b: Told) -> bool:
    """They are months or years apart."""
    return _days_between(a, b) > WEEKS


def two_days(a: Told, b: Told) -> bool:
    """Both tell the day, and it is not the same."""
    return max(a.width, b.width) <= NEXT_DAYS and not _meet(a, b) and not one_day(a, b)


def at_two_times(a: Told, b: Told) -> bool:
    """Tell whether both know the time and it is not the same: the looser the dates, the further apart."""
    gap, widest = _days_between(a, b), max(a.width, b.width)
    apart = any(gap > least and widest <= most for least, most in LEAST_APART)
    return (apart or _another_weekday(a, b) or _another_month(a, b)) and not (late(a, b) or _roughly(a, b))


def _another_weekday(a: Told, b: Told) -> bool:
    """Whether both name a day of the week, and not the same nor the next."""
    return None not in (a.weekday, b.weekday) and ((a.weekday or 0) - (b.weekday or 0)) % 7 not in (0, 1, 6)


def _another_month(a: Told, b: Told) -> bool:
    """Whether both name a month without a year, or one of them, and not the same."""
    open_year = None in (a.account.date.days.width, b.account.date.days.width)
    return open_year and None not in (a.month, b.month) and a.month != b.month and not at_midnight(a, b)


def any_time(a: Told, b: Told) -> bool:
    """Neither tells when, or hardly so."""
    open_ended = min(a.width, b.width) > WEEKS and max(a.width, b.width) > YEAR
    return open_ended and _meet(a, b) and news_meet(a, b) is None


def _meet(a: Told, b: Told) -> bool:
    return a.account.date.days.meets(b.account.date.days)


def _days_between(a: Told, b: Told) -> int:
    return 0 if _meet(a, b) or one_day(a, b) else _gap(a.account.date.days, b.account.date.days) or 0


def news_meet(a: Told, b: Told) -> int | None:
    """Points for news without a date: reports of the same days tell the same news; None where neither tells it so."""
    one, other = a.news or a.account.date.days, b.news or b.account.date.days
    if not (a.news or b.news) or one.earliest is None or other.earliest is None:
        return None
    if not one.meets(other):
        return -5 if a.news and b.news else -3
    if one.latest is None or other.latest is None:
        return None
    gap = abs((one.latest - other.latest).days)
    wide = max(t.width for t in (a, b) if not t.news) if not (a.news and b.news) else 1
    if wide > WEEKS:
        return None
    if gap <= NEXT_DAYS and not (a.news and b.news):
        return 3 if a.signs and b.signs else 2
    return 1 if gap <= FORTNIGHT else 0 if gap <= WEEKS else -1


def at_midnight(a: Told, b: Told) -> bool:
    """Whether both tell of a signing, or of a night, on two days that follow one another."""
    by_night = (a.signs and b.signs) or any(NIGHT.search(t.account.date.text or "") for t in (a, b))
    if not by_night or a.named_day is None or b.named_day is None:
        return False
    if a.width == b.width == 1 and a.account.date.days.earliest and b.account.date.days.earliest:
        return abs((a.account.date.days.earliest - b.account.date.days.earliest).days) == 1
    one, other = (date(LEAP_YEAR, *t.named_day) for t in (a, b) if t.named_day)
    return abs((one - other).days) == 1


def _roughly(a: Told, b: Told) -> bool:
    """Whether one counts back in round weeks, months or years, and misses the other by no more than one of them."""
    for rough, told in ((a, b), (b, a)):
        unit = ROUND.search(rough.account.date.text or "")
        gap = _gap(rough.account.date.days, told.account.date.days) if unit else None
        if unit and gap is not None and gap <= SLACK_OF[unit[1].lower()]:
            return True
    return False


def _gap(one: Days, other: Days) -> int | None:
    gaps = [(x.earliest - y.latest).days for x, y in ((one, other), (other, one)) if x.earliest and y.latest]
    return max(gaps, default=None)


def _a_day_off(a: Told, b: Told) -> bool:
    """Whether both tell of as many dead at one place, a day or two apart: one of them has the day wrong."""
    one, other = a.account.date.days.earliest, b.account.date.days.earliest
    if a.width != 1 or b.width != 1 or one is None or other is None or abs((one - other).days) > 2:
        return False
    return a.account.type == b.account.type and at_one_place(a, b) and as_many_dead(a, b)


def late(a: Told, b: Told) -> bool:
    """Whether what was to be done by a day was done on another one."""
    plan, deed = (a, b) if a.account.status in TO_COME else (b, a)
    if plan.account.status not in TO_COME or deed.account.status not in DONE or plan.account.type in OFTEN:
        return False
    due, done = plan.account.date.days, deed.account.date.days
    return bool(
        due.earliest and due.latest and done.latest and deed.width <= WEEKS
        and 0 <= (done.latest - due.earliest).days <= YEAR
    )  # fmt: skip
