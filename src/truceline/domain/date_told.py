"""Days counted from the date told before: that night, the next morning, hours later, the 15th."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truceline.domain.calendars import add, years
from truceline.domain.counts import FEW, Count
from truceline.domain.date_patterns import DAY_PART, day_number
from truceline.domain.date_standing import Here, Reckoned, Rule
from truceline.domain.dates import Days

SAME_STORY = 45
"""Days that a date may allow if "the 15th" is to be the one after it."""

LONG_BACK = 90
"""Days before publication beyond which a date told before is no month of news."""


def same_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """The same evening, later that night: the day told before."""
    return Reckoned(here.known_told)


def next_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """The next morning, the evening before: a day after or ahead of the one told before."""
    back = match.groupdict().get("back") is not None
    return Reckoned(here.known_told.shifted(-1 if back else 1))


def within_hours(match: re.Match[str], here: Here) -> Reckoned | None:
    """Hours later, minutes earlier: on the day told before, or across its midnight."""
    told, back = here.known_told, match["t"] in ("earlier", "before")
    across_midnight = timedelta(days=0 if match["u"] in ("minutes", "moments", "seconds") else 1)
    start, end = told.earliest, told.latest
    if back:
        return Reckoned(Days(start and start - across_midnight, end), "span")
    return Reckoned(Days(start, end and end + across_midnight), "span")


def some_units(match: re.Match[str], here: Here) -> Reckoned | None:
    """Days later, weeks earlier: a few of them from the date told before."""
    count = Count(2, FEW, match["u"].removesuffix("s"))
    back = match["t"] in ("earlier", "before")
    return Reckoned(count.before(here.known_told) if back else count.after(here.known_told), "span")


def day_alone(match: re.Match[str], here: Here) -> Reckoned | None:
    """The 15th: the one nearest to the date told before in a story, else the last or the coming one."""
    number, told = day_number(match["d"]), here.told
    far = here.today and told.latest and (here.today - told.latest).days > LONG_BACK and not here.by_told
    if told.earliest and (told.width or SAME_STORY + 1) <= SAME_STORY and not here.ahead and not far:
        start, around = told.earliest, (_day_after(told.earliest, number), _day_before(told.earliest, number))
        past = [day for day in around if day and (here.today is None or day <= here.today)]
        if past:
            return Reckoned(Days.on(min(past, key=lambda day: abs((day - start).days))))
    found = _day_after(here.day, number) if here.ahead else _day_before(here.day, number)
    return Reckoned(Days.on(found)) if found else None


def _day_after(day: date, number: int) -> date | None:
    for step in range(3):
        found = _in_month(add(day.replace(day=1), step, "month"), number)
        if found and found >= day:
            return found
    return None


def _day_before(day: date, number: int) -> date | None:
    for step in range(3):
        found = _in_month(add(day.replace(day=1), -step, "month"), number)
        if found and found <= day:
            return found
    return None


def _in_month(first: date, number: int) -> date | None:
    try:
        return first.replace(day=number)
    except ValueError:
        return None


def new_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """The new year: the running one in its first half, else the one that comes."""
    return Reckoned(years(here.day.year + (here.day.month > 6)), "year")


_LATER = r"(?P<t>later|afterwards?|after|thereafter|earlier|before)"

FROM_TOLD: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?:(?:later|earlier|early|late) )?(?:on )?(?:the same|same|that same|that very|that) (?:day|{DAY_PART})",
         same_day),
        (rf"(?:early )?(?:on )?(?:the )?(?:next|following) {DAY_PART}|(?:the )?{DAY_PART} after", next_day),
        (rf"(?P<back>(?:the )?(?:previous|preceding) {DAY_PART}|(?:the )?{DAY_PART} before)", next_day),
        (rf"(?:(?:just|only|barely|mere|a few|several|some) )*(?P<u>hours|minutes|moments|seconds) {_LATER}",
         within_hours),
        (rf"(?:(?:just|only|barely|mere) )*(?P<u>days|weeks|months) {_LATER}", some_units),
        (r"(?:the )?(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))", day_alone),
        (r"(?:the )?new year", new_year),
    )
)  # fmt: skip
