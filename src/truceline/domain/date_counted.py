"""So many days ago, later or from now: counted from the day of publication or from the date told before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truceline.domain.calendars import across, add, grain_of, hull, weekday_before
from truceline.domain.counts import FEW, QUANTITY, UNIT, Count, read_count
from truceline.domain.date_patterns import WEEKDAY, weekday_number
from truceline.domain.date_standing import Here, Reckoned, Rule
from truceline.domain.dates import UNKNOWN_DAYS, Days

LONG_AGO = 10
"""From so many years on, "N years ago" is a rounded count."""


def ago(match: re.Match[str], here: Here) -> Reckoned | None:
    """Two days ago, 18 years ago; a rounded count allows more days the larger its unit is."""
    count = read_count(match["c"])
    if count is None:
        return None
    today = Days.on(here.day)
    limit, exact = match["q"] or "", count.before(today)
    if limit in ("up to", "at most"):
        return Reckoned(Days(exact.earliest, here.day), "span")
    if limit in ("less than", "under", "just under"):
        return Reckoned(
            Days(exact.earliest, here.day if count.least == 1 else _one_less(count).before(today).latest), "span"
        )
    if limit in ("nearly", "almost", "not quite"):
        return Reckoned(Days(exact.earliest, _one_less(count).before(today).latest), "span")
    if limit in ("over", "more than", "at least"):
        return Reckoned(Days(None, exact.latest), "span")
    return _rounded(count, here.day, about=limit in ("about", "around", "roughly", "some", "approximately"))


def _one_less(count: Count) -> Count:
    """Give a unit less, "nearly three weeks" being more than two; less than one unit is three quarters of it."""
    if count.least > 1 or count.unit not in _QUARTERS:
        return Count(max(count.least - 1, 0), max(count.most - 1, 0), count.unit)
    number, unit = _QUARTERS[count.unit]
    return Count(number, number, unit)


_QUARTERS = {"week": (5, "day"), "month": (3, "week"), "year": (9, "month"), "decade": (90, "month")}


def _rounded(count: Count, today: date, *, about: bool) -> Reckoned:
    days = count.before(Days.on(today))
    match count.unit:
        case "hour":
            whole_days = timedelta(days=count.least // 24)
            return Reckoned(Days(days.earliest, today - whole_days))
        case "day" | "working_day":
            slack = 2 if about and count.least > 3 else 0
            return Reckoned(Days(days.earliest and days.earliest - timedelta(days=slack),
                                 days.latest and days.latest + timedelta(days=slack)))  # fmt: skip
        case "week" | "fortnight" | "half_month":
            slack = 6 if about else 3
            return Reckoned(Days(days.earliest and days.earliest - timedelta(days=slack),
                                 days.latest and min(today, days.latest + timedelta(days=slack))), "week")  # fmt: skip
        case "month":
            return Reckoned(across(days, lambda d: grain_of(d, "month")), "month")
        case "year":
            whole = across(days, lambda d: grain_of(d, "year"))
            if (count.least >= LONG_AGO or about) and whole.earliest:
                # "18 years ago" is 18 and some months
                extra = max(1, count.least // 20) if count.least >= LONG_AGO else 1
                whole = Days(add(whole.earliest, -extra, "year"), whole.latest)
            return Reckoned(whole, "year")
    slack_years = {"decade": 2, "century": 20}[count.unit]
    around = Days(days.earliest and add(days.earliest, -slack_years, "year"),
                  days.latest and add(days.latest, slack_years, "year"))  # fmt: skip
    return Reckoned(across(around, lambda d: grain_of(d, "year")), "decade")


def hours_ago(match: re.Match[str], here: Here) -> Reckoned | None:
    """Hours ago, a few minutes ago: the day of publication, or the one before."""
    start = here.day if "minute" in match[0] or "moment" in match[0] else here.day - timedelta(days=1)
    return Reckoned(Days(start, here.day), "span")


def weeks_before_weekday(match: re.Match[str], here: Here) -> Reckoned | None:
    """A week ago Monday, two weeks ago today: to the day."""
    count = read_count(match["c"])
    if count is None or count.unit not in ("week", "fortnight", "year", "month"):
        return None
    if match["w"] in ("today", "yesterday"):
        base = here.day - timedelta(days=match["w"] == "yesterday")
    else:
        base = weekday_before(here.day, weekday_number(match["w"]))
    return Reckoned(count.before(Days.on(base)))


def units_before_this(match: re.Match[str], here: Here) -> Reckoned | None:
    """Two years ago this week, a year ago this month: by the calendar of now or of then."""
    count = read_count(match["c"])
    if count is None:
        return None
    by_days = count.before(grain_of(here.day, match["w"]))
    return Reckoned(hull(by_days, across(by_days, lambda d: grain_of(d, match["w"]))), match["w"])


def long_ago(match: re.Match[str], here: Here) -> Reckoned | None:
    """Years ago, decades earlier: before publication, nobody knows how long."""
    return Reckoned(Days(None, here.day), "vague")


def over_the_past(match: re.Match[str], here: Here) -> Reckoned | None:
    """In the past three days, over the last two decades: up to publication."""
    count = read_count(f"{match['n'] or 'one'} {match['u']}")
    if not match["n"] and match["u"].endswith("s"):
        count = Count(2, FEW, match["u"].removesuffix("s"))
    return Reckoned(Days(count.before(Days.on(here.day)).earliest, here.day), "span") if count else None


def in_the_coming(match: re.Match[str], here: Here) -> Reckoned | None:
    """In the next three days: from publication on; the following three days: from the date told before."""
    count = read_count(f"{match['n'] or 'one'} {match['u']}")
    if count is None:
        return None
    start = here.known_told if re.search(r"following|ensuing", match[0]) else Days.on(here.day)
    return Reckoned(Days(start.earliest, count.after(start).latest), "span")


def from_now(match: re.Match[str], here: Here) -> Reckoned | None:
    """Two weeks from now, three days' time."""
    count = read_count(match["c"])
    return Reckoned(count.after(Days.on(here.day)), _grain(count.unit)) if count else None


def counted_from_told(match: re.Match[str], here: Here) -> Reckoned | None:
    """Two days later, a week earlier: counted from the date told before."""
    count = read_count(match["c"])
    if count is None:
        return None
    told, back = here.known_told, match["t"] in ("earlier", "before", "previously", "prior")
    days = count.before(told) if back else count.after(told)
    limit = match["q"] or ""
    if limit in ("less than", "under", "just under", "up to", "at most", "not quite", "barely"):
        days = Days(days.earliest, told.latest) if back else Days(told.earliest, days.latest)
        return Reckoned(days, "span")
    if limit in ("nearly", "almost"):
        less = _one_less(count)
        nearer = less.before(told) if back else less.after(told)
        return Reckoned(Days(days.earliest, nearer.latest) if back else Days(nearer.earliest, days.latest), "span")
    if limit in ("more than", "over", "at least"):
        return Reckoned(Days(None, days.latest) if back else Days(days.earliest, None), "span")
    if count.unit in ("year", "month"):
        days = across(days, lambda d: grain_of(d, count.unit))
    return Reckoned(days, _grain(count.unit))


def _grain(unit: str) -> str:
    return {"hour": "day", "working_day": "day", "fortnight": "week", "half_month": "month"}.get(unit, unit)


def days_old(match: re.Match[str], here: Here) -> Reckoned | None:
    """A 5-day-old truce: it began so many days ago."""
    count = read_count(match["c"].replace("-", " "))
    if count is None or count.unit not in ("hour", "day", "week", "month"):
        return Reckoned(UNKNOWN_DAYS, "duration")
    return _rounded(count, here.day, about=False)


_U = r"(?P<u>days?|weeks?|fortnights?|months?|years?|decades?|centuries|century|hours?|quarter)"
_C = rf"(?P<c>{QUANTITY}[- ]{UNIT}(?:[- ]and[- ]a[- ]half)?)"
_Q = (
    r"(?:(?P<q>up to|at most|nearly|almost|less than|under|just under|not quite|over|more than|at least|about|around"
    r"|roughly|some|approximately|barely|just|exactly|only) )?"
)
_N = rf"(?:(?P<n>{QUANTITY.replace('|couple of', '')}) )?"

_N_TOLD = rf"(?P<n>{QUANTITY.replace('|couple of', '')}) "
_OVER = r"(?:in |over |during |for |within |throughout )?(?:the )?"

COUNTED: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?:exactly )?{_Q}{_C} ago", ago),
        (r"(?:many |long )?(?:years|decades|centuries|months|weeks|days|long) ago", long_ago),
        (r"(?:just )?(?:(?:a few |several |some )?minutes|hours|a few hours|several hours|moments) ago", hours_ago),
        (rf"{_C} ago (?:on )?(?P<w>{WEEKDAY}|today|yesterday)", weeks_before_weekday),
        (rf"{_C} ago this (?P<w>week|month)", units_before_this),
        (rf"{_OVER}(?:past|last|previous|preceding) {_N_TOLD}{_U}", over_the_past),
        (rf"{_OVER}(?:past|last) {_N}{_U}", over_the_past),
        (rf"{_OVER}(?:next|coming|following|ensuing) {_N_TOLD}{_U}", in_the_coming),
        (rf"{_OVER}(?:next|coming) {_N}(?!day\b){_U}", in_the_coming),
        (rf"(?:in )?{_C} (?:from now|from today|time)", from_now),
        (rf"{_Q}{_C} (?P<t>later|earlier|before|after|afterwards?|thereafter|previously|prior)(?: that| this)?",
         counted_from_told),
        (rf"(?:an? )?(?P<c>{QUANTITY}[- ](?:day|week|month|hour|year|decade))[- ]old", days_old),
    )
)  # fmt: skip
