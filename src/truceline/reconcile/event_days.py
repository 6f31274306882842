"""Whether two tellings of events are of one day: stated, counted, told as news, or known by the words alone."""

from __future__ import annotations

import re
from datetime import date

from truceline.domain.dates import Days
from truceline.reconcile.event_places import at_one_place
from truceline.reconcile.told_events import UNBOUNDED, Told, as_many_dead, same_word

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
BLOWS = frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE", "RETREAT"})
NEXT_DAYS, FORTNIGHT, WEEKS, SEASON, THIRD_OF_A_YEAR, YEAR = 3, 15, 45, 100, 125, 400
LEAP_YEAR = 2004
"""Any year that has every day."""
NIGHT = re.compile(r"night|midnight|overnight|dawn|small hours", re.IGNORECASE)
ROUND = re.compile(r"\b(week|month|year)s? (?:ago|later|earlier|after|before)", re.IGNORECASE)
SLACK_OF = {"week": 5, "month": 15, "year": 92}
"""Days by which a count in round weeks, months or years may miss."""


def days_meet(a: Told, b: Told) -> int | None:
    """They may lie on the same day; the narrower the dates, the more that says."""
    if (of_news := news_meet(a, b)) is not None:
        return of_news
    one, other = a.account.date.days, b.account.date.days
    widest = max(a.width, b.width)
    if UNBOUNDED in (a.width, b.width) and a.named_day and b.named_day:
        return 3 if a.named_day == b.named_day or at_midnight(a, b) else None
    if UNBOUNDED in (a.width, b.width) and a.month and b.month and one.meets(other):
        return 2 if a.month == b.month else -3
    if widest > WEEKS and None not in (a.weekday, b.weekday) and 1 in (a.width, b.width):
        return 1 + at_one_place(a, b) if a.weekday == b.weekday and one.meets(other) else None
    if not one.meets(other):
        if at_midnight(a, b):
            return 3
        if late(a, b) or _a_day_off(a, b):
            return 0
        if _roughly(a, b):
            return 1
        return None if widest <= WEEKS or _far(one, other) else -3
    if widest <= WEEKS and other_weekday(a, b):
        return None
    if widest <= WEEKS:
        return 4 if widest <= 3 else 3 if widest <= 10 else 2
    if {a.mention.predicate, b.mention.predicate} & ONCE and same_word(a, b):
        return 2
    if widest <= YEAR or denied_deed(a, b):
        return int(widest <= THIRD_OF_A_YEAR and at_one_place(a, b))
    often = a.account.type in OFTEN and b.account.type in OFTEN and not at_one_place(a, b)
    if {a.account.status, b.account.status} <= TO_COME and one.earliest and other.earliest:
        return -2 if abs((one.earliest - other.earliest).days) > SEASON else -often
    return -often if {a.account.status, b.account.status} & TO_COME else -1 - often


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


def other_weekday(a: Told, b: Told) -> bool:
    """Tell whether both name a day of the week, and not the same nor the next."""
    if a.weekday is None or b.weekday is None:
        return False
    return (a.weekday - b.weekday) % 7 not in (0, 1, 6)


def _far(one: Days, other: Days) -> bool:
    """Whether more than weeks lie between two times."""
    gaps = [(x.earliest - y.latest).days for x, y in ((one, other), (other, one)) if x.earliest and y.latest]
    return any(gap > WEEKS for gap in gaps)


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


def denied_deed(a: Told, b: Told) -> bool:
    """Tell whether one report denies a blow or a move of which the other tells: it need not say when."""
    return "denied" in (a.account.status, b.account.status) and {a.account.type, b.account.type} <= BLOWS


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


def same_day(a: Told, b: Told) -> bool:
    """Tell whether both are of the same one day."""
    return a.named_day is not None and a.named_day == b.named_day
