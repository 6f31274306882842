"""Dates beside the day of publication or the date told before: yesterday, last week, that month."""

from __future__ import annotations

import re
from datetime import timedelta

from truceline.domain.calendars import across, add, grain_of, shift, weekday_after, weekday_before
from truceline.domain.date_patterns import (
    DAY_PART,
    WEEKDAY,
    weekday_number,
)
from truceline.domain.date_standing import Here, Reckoned, Rule
from truceline.domain.dates import UNKNOWN_DAYS, Days

STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "upcoming": 1, "following": 1,
}  # fmt: skip
_NAMED_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1,
    "day before yesterday": -2,
    "the day before yesterday": -2, "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip


def named_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """Today, yesterday, tomorrow."""
    return Reckoned(Days.on(here.day + timedelta(days=_NAMED_DAYS[match[0]])))


def this_morning(match: re.Match[str], here: Here) -> Reckoned | None:
    """This morning, this afternoon: the day of publication."""
    return Reckoned(Days.on(here.day))


def overnight(match: re.Match[str], here: Here) -> Reckoned | None:
    """Overnight: the day of publication or the one before."""
    return Reckoned(Days(here.day - timedelta(days=1), here.day), "span")


def time_of_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """Midnight, noon: no day."""
    return Reckoned(UNKNOWN_DAYS, "time")


def now(match: re.Match[str], here: Here) -> Reckoned | None:
    """Now, at present: the day of publication."""
    return Reckoned(Days.on(here.day), "now")


def recently(match: re.Match[str], here: Here) -> Reckoned | None:
    """Recently, in recent weeks, so far: up to publication, from nobody knows when."""
    return Reckoned(Days(None, here.day), "vague")


def soon(match: re.Match[str], here: Here) -> Reckoned | None:
    """In the coming weeks: from publication on."""
    return Reckoned(Days(here.day, None), "vague")


def weekday(match: re.Match[str], here: Here) -> Reckoned | None:
    """Monday: the last one up to publication, or the next one if it is still to come."""
    number = weekday_number(match["w"])
    coming = here.ahead
    return Reckoned(Days.on((weekday_after if coming else weekday_before)(here.day, number)))


def stepped_weekday(match: re.Match[str], here: Here) -> Reckoned | None:
    """Last Friday, this Friday, next Friday; the following Friday counts from the date told before."""
    groups = match.groupdict()
    number, step, side = weekday_number(match["w"]), groups.get("r"), groups.get("t")
    if step in ("following", "previous", "preceding") or side:
        forward = "following" in (step, side) or side == "after"
        move = weekday_after if forward else weekday_before
        return Reckoned(across(here.known_told, lambda d: Days.on(move(d, number, strictly=True))))
    if step in ("last", "past"):
        return Reckoned(Days.on(weekday_before(here.day, number, strictly=True)))
    if step in ("next", "coming", "upcoming"):
        first = weekday_after(here.day, number, strictly=True)
        # still in the running week: some mean that day, some the one a week later
        later = first + timedelta(days=7) if step == "next" and number > here.day.weekday() else first
        return Reckoned(Days(first, later))
    return Reckoned(Days.on(weekday_before(here.day, 0) + timedelta(days=number)))


def weekday_of_week(match: re.Match[str], here: Here) -> Reckoned | None:
    """Tuesday last week, Friday of next week."""
    monday = weekday_before(add(here.day, STEPS[match["r"]], "week"), 0)
    return Reckoned(Days.on(monday + timedelta(days=weekday_number(match["w"]))))


def weekend(match: re.Match[str], here: Here) -> Reckoned | None:
    """The weekend: the last Saturday and Sunday, or the next ones."""
    step = STEPS.get(match["r"] or "", 0)
    saturday = weekday_before(here.day, 5)
    if here.ahead or step > 0:
        saturday = weekday_after(here.day, 5)
    elif step < 0 and here.day.weekday() > 4:
        saturday -= timedelta(days=7)
    return Reckoned(Days(saturday, saturday + timedelta(days=1)), "weekend")


def stepped_unit(match: re.Match[str], here: Here) -> Reckoned | None:
    """Last week, this month, next year; with "the": the following year, counted from the date told before."""
    step, unit = match["r"], re.sub(r"'?s$", "", match["u"])
    if (
        unit == "day"
        or (here.by_told and match[0].startswith("the next"))
        or step in ("following", "preceding", "previous", "same", "that")
    ):
        return _told_unit(step, unit, here)
    return Reckoned(grain_of(add(here.day, STEPS[step], unit), unit), unit)


def _told_unit(step: str, unit: str, here: Here) -> Reckoned | None:
    if step in ("last", "past", "this", "current", "coming", "upcoming"):
        return None
    if step == "previous" and not here.told.known and unit != "day":
        told = Days.on(here.day)
    else:
        told = here.known_told
    by = 0 if step in ("same", "that") else STEPS[step]
    return Reckoned(across(told, lambda d: grain_of(add(d, by, unit), unit)), unit)


def day_beside(match: re.Match[str], here: Here) -> Reckoned | None:
    """The day before, the day after, a day after the date told before."""
    return Reckoned(shift(here.known_told, -1 if match["t"] == "before" else 1, "day"))


def then(match: re.Match[str], here: Here) -> Reckoned | None:
    """Then, at the time: the date told before."""
    return Reckoned(here.known_told, "vague")


def since_then(match: re.Match[str], here: Here) -> Reckoned | None:
    """Since then: from the date told before to publication."""
    start = here.known_told.earliest
    return Reckoned(Days(start, here.day), "span") if start is None or start <= here.day else None


def part_so_far(match: re.Match[str], here: Here) -> Reckoned | None:
    """Earlier this year, later this week: up to publication, or from it on."""
    if match["r"] in ("that", "the same", "same"):
        whole = across(here.known_told, lambda d: grain_of(d, match["u"]))
        told = here.known_told
        if match["t"] == "earlier":
            return Reckoned(Days(whole.earliest, told.latest), "span")
        return Reckoned(Days(told.earliest, whole.latest), "span")
    if match["u"] == "day":
        return Reckoned(Days.on(here.day))
    whole = grain_of(here.day, match["u"])
    return Reckoned(Days(whole.earliest, here.day) if match["t"] == "earlier" else Days(here.day, whole.latest), "span")


_ONE_UNIT = r"(?P<u>day|week|fortnight|month|quarter|year|decade|century)(?:'s|')?"
_NOW = r"now|currently|at present|presently|at the moment|at this time|right now|today|nowadays|these days|this day"
_RECENT = (
    r"recently|lately|of late|in recent (?:days|weeks|months|years|decades|times|hours)|recent (?:days|weeks|months"
    r"|years"
    r"|decades|times)|so far|to date|until now|up to now|to this day|until today|thus far|(?:past|last) (?:days|months)"
)
_SOON = (
    r"(?:in |over )?(?:the )?(?:coming|next few|next several|days ahead|weeks ahead) ?(?:days|weeks|months|years"
    r"|hours)?"
    r"|(?:days|weeks|months|years) ahead|from now on|near future"
)

RELATIVE_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("|".join(sorted((re.escape(n) for n in _NAMED_DAYS), key=len, reverse=True)), named_day),
        (rf"(?:early |late |earlier |later )?this (?:{DAY_PART})", this_morning),
        (r"overnight", overnight),
        (_NOW, now),
        (_RECENT, recently),
        (_SOON, soon),
        (rf"(?P<w>{WEEKDAY})", weekday),
        (rf"(?:overnight |early |late |mid)?(?P<w>{WEEKDAY})(?: {DAY_PART})?", weekday),
        (rf"(?:the |this )?(?P<r>last|past|this|next|(?:up)?coming|following|previous|preceding) (?P<w>{WEEKDAY})",
         stepped_weekday),
        (rf"(?:the )?(?P<w>{WEEKDAY}) (?P<t>before|after|following)", stepped_weekday),
        (rf"(?P<w>{WEEKDAY}) (?:of )?(?P<r>last|this|next|past) week", weekday_of_week),
        (rf"(?P<r>last|this|next) week,? (?:on )?(?P<w>{WEEKDAY})", weekday_of_week),
        (r"(?:over )?(?:the )?(?:this )?(?:(?P<r>last|past|this|next|coming|previous) )?weekend", weekend),
        (rf"(?:the )?(?P<r>last|this|next|current|coming|upcoming|previous|preceding|following|same"
         rf"|that)(?: same)?(?: calendar)? {_ONE_UNIT}", stepped_unit),
        (r"(?:the )?(?:very )?day (?P<t>before|after)", day_beside),
        (r"then|(?:at )?(?:that|the) (?:time|moment|point)|that (?:same )?(?:morning|evening|night"
         r"|afternoon)", then),
        (r"(?:ever )?since then|since|thereafter|from then on", since_then),
        (r"(?P<t>earlier|later|previously)(?: in| on)?(?: the)? (?P<r>this|that|same|the same|the)? ?(?P<u>day|week"
         r"|month|year|decade|century)", part_so_far),
        (rf"(?:early |late )?{DAY_PART}", time_of_day),
    )
)  # fmt: skip
