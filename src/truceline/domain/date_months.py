"""Months and seasons beside the day of publication or the date told before: last March, that November."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from truceline.domain.calendars import across, add, month_of, years
from truceline.domain.date_fixed import season_of
from truceline.domain.date_patterns import DAY, MONTH, SEASON, day_number, month_number
from truceline.domain.date_relative import STEPS
from truceline.domain.date_standing import Here, Reckoned, Rule, nearest
from truceline.domain.dates import Days


def stepped_month(match: re.Match[str], here: Here) -> Reckoned | None:
    """Last September, this March, next May."""
    number, step = month_number(match["m"]), STEPS[match["r"]]
    first = here.day.replace(day=1)
    options = [month_of(y, number) for y in range(first.year - 1, first.year + 2)]
    if step < 0:
        return Reckoned([d for d in options if d.latest and d.latest < first][-1], "month")
    if step > 0:
        return Reckoned(next(d for d in options if d.earliest and d.earliest > here.day), "month")
    return Reckoned(month_of(here.day.year, number), "month")


def month_beside(match: re.Match[str], here: Here) -> Reckoned | None:
    """The following February, the previous spring: counted from the date told before."""
    back, groups = match["r"] in ("previous", "preceding"), match.groupdict()
    season = groups.get("s")

    def of_year(year: int) -> Days:
        return season_of(season, year) if season else month_of(year, month_number(match["m"]))

    def beside(day: date) -> Days:
        options = [of_year(y) for y in range(day.year - 2, day.year + 3)]
        if back:
            return [d for d in options if d.latest and d.latest < day][-1]
        return next(d for d in options if d.earliest and d.earliest > day)

    return Reckoned(across(here.known_told, beside), "season" if season else "month")


def that_month(match: re.Match[str], here: Here) -> Reckoned | None:
    """That November, that summer: of the year told before."""
    told, season = here.known_told, match["s"]
    return Reckoned(
        nearest(
            lambda y: season_of(season, y) if season else month_of(y, month_number(match["m"])),
            replace(here, told=told, by_told=True),
        ),
        "season" if season else "month",
    )


def stepped_season(match: re.Match[str], here: Here) -> Reckoned | None:
    """Last summer, this winter, next spring."""
    options = [season_of(match["s"], y) for y in range(here.day.year - 2, here.day.year + 3)]
    step = STEPS[match["r"]]
    if step < 0:
        return Reckoned([d for d in options if d.latest and d.latest < here.day][-1], "season")
    if step > 0:
        return Reckoned(next(d for d in options if d.earliest and d.earliest > here.day), "season")
    # "this winter" may have begun last year, "this summer" is the one of the running year
    now = next((d for d in options if d.meets(Days.on(here.day))), None)
    return Reckoned(now or season_of(match["s"], here.day.year), "season")


def within_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """September last year, the March of that year, last year's September, the summer of last year."""
    step = match["r"]
    if step in ("last", "this", "next", "past", "current", "coming"):
        year = here.day.year + STEPS[step]
    else:
        told = across(here.known_told, lambda d: years(d.year + STEPS.get(step, 0)))
        if not told.earliest or not told.latest or told.earliest.year != told.latest.year:
            return Reckoned(told, "year")
        year = told.earliest.year
    groups = match.groupdict()
    if season := groups.get("s"):
        return Reckoned(season_of(season, year), "season")
    month = month_number(match["m"])
    if day := groups.get("d"):
        return Reckoned(Days.on(date(year, month, day_number(day))))
    return Reckoned(month_of(year, month), "month")


def day_of_month(match: re.Match[str], here: Here) -> Reckoned | None:
    """The 15th of last month, the 10th of that month."""
    number = day_number(match["d"])
    if match["r"] in ("that", "the same", "same", "following"):
        base = across(here.known_told, lambda d: Days.on(add(d, STEPS.get(match["r"], 0), "month"))).earliest
    else:
        base = add(here.day, STEPS[match["r"]], "month")
    try:
        return Reckoned(Days.on(base.replace(day=number))) if base else None
    except ValueError:
        return None


def same_month_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """March a year later, September two years before: counted from the date told before."""
    number = month_number(match["m"])
    return Reckoned(across(here.known_told, lambda d: month_of(d.year + 1, number)), "month")


MONTH_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?P<r>last|past|this|next|coming) (?P<m>{MONTH})", stepped_month),
        (rf"(?P<r>last|past|this|next|coming) (?P<s>{SEASON})", stepped_season),
        (rf"(?:the )?(?P<r>(?<=the )following|previous|preceding) (?:(?P<m>{MONTH})|(?P<s>{SEASON}))", month_beside),
        (rf"(?:the )?(?:(?P<m>{MONTH})|(?P<s>{SEASON})) (?P<r>following|after)", month_beside),
        (rf"that (?:same )?(?:(?P<m>{MONTH})|(?P<s>{SEASON}))", that_month),
        (rf"(?P<m>{MONTH})(?: (?P<d>{DAY}))?,?(?: of| in)?(?: the)? (?P<r>last|this|next|past|current|coming|that"
         rf"|same|previous|preceding|following)(?: same)? year", within_year),
        (rf"(?P<d>{DAY}) (?:of )?(?P<m>{MONTH}),?(?: of| in)?(?: the)? (?P<r>last|this|next|past|current|that|same"
         rf"|previous|following)(?: same)? year", within_year),
        (rf"(?P<r>last|this|next) year's (?P<m>{MONTH})", within_year),
        (rf"(?P<s>{SEASON})(?: of| in)?(?: the)? (?P<r>last|this|next|past|that|same|previous"
         rf"|following)(?: same)? year", within_year),
        (rf"(?P<d>{DAY}) (?:day )?of (?:the )?(?P<r>last|this|next|that|same|current|following) month", day_of_month),
        (rf"(?P<m>{MONTH}) (?:one|a) year later", same_month_year),
    )
)  # fmt: skip
