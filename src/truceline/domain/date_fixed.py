"""Calendar dates in words and digits, whole or without their year."""

from __future__ import annotations

import re
from datetime import date

from truceline.domain.calendars import hull, month_of, months_of, years
from truceline.domain.counts import ORDINALS
from truceline.domain.date_patterns import (
    DAY,
    FEAST,
    FEASTS,
    MONTH,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from truceline.domain.date_standing import Here, Reckoned, Rule, nearest
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.other_calendars import ETHIOPIAN, LUNAR_HIJRI, SOLAR_HIJRI, other_day


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        return Days.on(date(year, month, day))
    except ValueError:
        return None


def full_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """10 March 2020, with or without its weekday."""
    found = _day(int(match["y"]), month_number(match["m"]), day_number(match["d"]))
    return Reckoned(found) if found else None


def part_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """10 March, the year to be found; a weekday beside it decides."""
    month, day, groups = month_number(match["m"]), day_number(match["d"]), match.groupdict()
    if not _day(2000, month, day):
        return None
    if name := groups.get("w"):
        weekday = weekday_number(name)

        def agreeing(year: int) -> Days | None:
            found = _day(year, month, day)
            return found if found and found.earliest and found.earliest.weekday() == weekday else None

        near = nearest(agreeing, here)
        plain = nearest(lambda y: _day(y, month, day), here)
        apart = abs(((near.earliest or here.day) - (plain.earliest or here.day)).days)
        return Reckoned(near if apart < 400 else plain)
    return Reckoned(nearest(lambda y: _day(y, month, day), here))


def spelt_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """The sixth of August, May the first."""
    year, day = match["y"], ORDINALS[match["d"]]
    words = f"{match['w'] or ''} {match['m']} {day} {year or ''}".strip()
    rule = _SPELT_WITH_YEAR if year else _SPELT
    spelt = rule.fullmatch(words)
    return (full_day if year else part_day)(spelt, here) if spelt else None


def iso_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """2020-03-10."""
    found = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Reckoned(found) if found else None


def iso_month(match: re.Match[str], here: Here) -> Reckoned | None:
    """2020-03, 03/2020."""
    return Reckoned(month_of(int(match["y"]), int(match["m"])), "month")


def weekday_and_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """Friday the 9th: the nearest month in which they meet."""
    weekday, day = weekday_number(match["w"]), day_number(match["d"])
    year, month = here.day.year, here.day.month
    for back in range(15):  # so far apart may two Fridays the 13th be
        moved = divmod(year * 12 + month - 1 - (-back if here.ahead else back), 12)
        found = _day(moved[0], moved[1] + 1, day)
        if found and found.earliest and found.earliest.weekday() == weekday:
            on_side = found.earliest >= here.day if here.ahead else found.earliest <= here.day
            if on_side:
                return Reckoned(found)
    return None


def numeric_day(match: re.Match[str], here: Here) -> Reckoned | None:
    """05/13/2025 or 13.5.25; where both orders make a date, both are allowed unless the rest of the text decides."""
    year = int(match["y"])
    if year < 100:
        year += 2000 if year < 60 else 1900
    one, two = int(match["a"]), int(match["b"])
    found = [d for d in (_day(year, one, two), _day(year, two, one)) if d]
    if match["s"] == "." and _day(year, two, one):  # with points the day always comes first
        found = found[-1:]
    if len(found) == 2:
        found = _decided(found, match["w"], here)
    return Reckoned(hull(*found), "day" if len(set(found)) == 1 else "span") if found else None


def _decided(found: list[Days], weekday: str | None, here: Here) -> list[Days]:
    """Keep the weekday beside, the order that other dates of the text have, and no day to come of what is past."""
    named = [d for d in found if weekday and d.earliest and d.earliest.weekday() == weekday_number(weekday)]
    if named:
        return named
    if here.day_first is not None:
        return [found[1 if here.day_first else 0]]
    today = here.today if here.tense == "past" else None
    return [d for d in found if today and d.earliest and d.earliest <= today] or found


def other_calendar(match: re.Match[str], here: Here) -> Reckoned | None:
    """10 Hoot 1398, 5 Rajab 1441, Hidar 12, 2013."""
    found = other_day(day_number(match["d"]), match["m"], int(match["y"]))
    return Reckoned(found) if found else None


def month_and_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """March 2020."""
    return Reckoned(month_of(int(match["y"]), month_number(match["m"])), "month")


def bare_month(match: re.Match[str], here: Here) -> Reckoned | None:
    """March, the year to be found."""
    number = month_number(match["m"])
    return Reckoned(nearest(lambda y: month_of(y, number), here), "month")


def one_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """2018."""
    return Reckoned(years(int(match["y"])), "year")


def several_years(match: re.Match[str], here: Here) -> Reckoned | None:
    """2018-19, 2014/15, 2001-2014."""
    first, last = int(match["y"]), match["z"]
    end = int(str(first)[: 4 - len(last)] + last)
    return Reckoned(years(first, end), "span") if first < end else None


def decade(match: re.Match[str], here: Here) -> Reckoned | None:
    """The 1990s, the '90s."""
    digits = match["y"]
    first = int(digits) if len(digits) == 4 else (2000 if int(digits) < 30 else 1900) + int(digits)
    if len(digits) == 4 and first % 100 == 0 and first < 2000:
        return Reckoned(years(first, first + 99), "century")
    return Reckoned(years(first, first + 9), "decade")


_DECADES = {name: 10 * n for n, name in enumerate(["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], 2)}  # fmt: skip  # noqa: E501


def spelt_decade(match: re.Match[str], here: Here) -> Reckoned | None:
    """The nineties; the nineteen-nineties."""
    return Reckoned(years(1900 + _DECADES[match["n"]], 1909 + _DECADES[match["n"]]), "decade")


def century(match: re.Match[str], here: Here) -> Reckoned | None:
    """The 19th century."""
    number = ordinal_number(match["n"])
    return Reckoned(years(100 * number - 99, 100 * number), "century") if 0 < number < 22 else None


def ordinal_number(word: str) -> int:
    """Give the number of "third", "3rd" or "3"."""
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def part_of_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """The first quarter of 2020, Q1 2020, the second half of 2022, H1 2020."""
    kind = "quarter" if match["k"].startswith("q") else "half"
    length = 3 if kind == "quarter" else 6
    word = match["n"]
    number = 12 // length if word in ("last", "final") else ordinal_number(word)
    if number * length > 12:
        return None

    def of_year(year: int) -> Days:
        return months_of(year, (number - 1) * length + 1, number * length)

    year = match["y"]
    return Reckoned(of_year(int(year)) if year else nearest(of_year, here), kind)


def season_of(name: str, year: int) -> Days:
    """Give a season of a year; the winter of a year may be the one that begins or the one that ends in it."""
    a, b, c, d = SEASONS[name.removesuffix("time")]
    return Days(date(year, a, b), date(year + (c < a), c, d))


def season_and_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """The summer of 2019; the winter of 1941-42."""
    name, year, end = match["s"].removesuffix("time"), int(match["y"]), match["z"]
    found = season_of(name, year)
    if name == "winter" and not end:
        found = Days(date(year, 1, 1), found.latest)
    return Reckoned(found, "season")


def bare_season(match: re.Match[str], here: Here) -> Reckoned | None:
    """The summer, the year to be found."""
    return Reckoned(nearest(lambda y: season_of(match["s"], y), here), "season")


def feast(match: re.Match[str], here: Here) -> Reckoned | None:
    """Christmas Day 2019."""
    month, day = FEASTS[match["f"]]
    year = match["y"]
    return Reckoned(
        _day(int(year), month, day) or UNKNOWN_DAYS if year else nearest(lambda y: _day(y, month, day), here)
    )


def fiscal_year(match: re.Match[str], here: Here) -> Reckoned | None:
    """Fiscal year 2019: it begins between April of the year before and its January, as countries differ."""
    year, end = int(match["y"]), match["z"]
    first = date(year if end else year - 1, 4, 1)
    return Reckoned(Days(first, date(year + 1, 9, 30) if end else date(year, 12, 31)), "span")


def before_christ(match: re.Match[str], here: Here) -> Reckoned | None:
    """490 BC: no day of ours can stand for it."""
    return Reckoned(UNKNOWN_DAYS, "vague")


_OTHER = "|".join(sorted((re.escape(n) for n in {**SOLAR_HIJRI, **LUNAR_HIJRI, **ETHIOPIAN}), key=len, reverse=True))
_W = rf"(?:(?P<w>{WEEKDAY}),? (?:the )?)"
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SPELT = re.compile(rf"{_W}?(?P<m>{MONTH}) (?P<d>{DAY})")
_SPELT_WITH_YEAR = re.compile(rf"{_W}?(?P<m>{MONTH}) (?P<d>{DAY}) (?P<y>{YEAR})")

FIXED: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"{_W}?(?P<m>{MONTH}) (?P<d>{DAY}),? (?P<y>{YEAR})", full_day),
        (rf"{_W}?(?:the )?(?P<d>{DAY})(?: day)?(?: of)?[ -](?P<m>{MONTH}),?[ -](?:of )?(?P<y>{YEAR})", full_day),
        (rf"{_W}?(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})", part_day),
        (rf"{_W}?(?:the )?(?P<d>{DAY})(?: day)?(?: of)? (?P<m>{MONTH})", part_day),
        (rf"{_W}?(?:the )?(?P<d>{_NTH})(?: day)? of (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?", spelt_day),
        (rf"{_W}?(?P<m>{MONTH}) the (?P<d>{_NTH})(?:,? (?P<y>{YEAR}))?", spelt_day),
        (r"(?P<y>20\d\d)(?P<m>0\d|1[0-2])(?P<d>[0-2]\d|3[01])", iso_day),
        (rf"(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])", iso_month),
        (rf"(?P<m>0?[1-9]|1[0-2])/(?P<y>{YEAR})", iso_month),
        (rf"{_W}(?P<d>\d\d?(?:st|nd|rd|th))", weekday_and_day),
        (rf"(?P<y>{YEAR})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:t[\d:.z+-]*)?", iso_day),
        (rf"(?:{_W})?(?P<a>\d\d?)(?P<s>[/.-])(?P<b>\d\d?)(?P=s)(?P<y>\d{{4}}|\d\d)", numeric_day),
        (rf"(?:the )?(?P<d>{DAY})(?: of)? (?P<m>{_OTHER}),? (?P<y>\d{{4}})(?: ?ah|h)?", other_calendar),
        (rf"(?P<m>{_OTHER}) (?P<d>{DAY}),? (?P<y>\d{{4}})(?: ?ah|h)?", other_calendar),
        (rf"(?:month of )?(?P<m>{MONTH})[,-]?(?: of)?(?: the year)? ?(?P<y>{YEAR})", month_and_year),
        (rf"(?:month of )?(?P<m>{MONTH})", bare_month),
        (r"(?:years? |a\.?d\.? )?(?P<y>" + YEAR + r")(?: a\.?d\.?| c\.?e\.?)?", one_year),
        (rf"(?P<y>{YEAR})(?:-|/| to | through | until )(?P<z>\d\d|\d{{4}})", several_years),
        (r"(?P<y>\d{3}0|(?<=')\d0|\d0)'?s", decade),
        (rf"(?:nineteen[- ])?(?P<n>{'|'.join(_DECADES)})", spelt_decade),
        (rf"(?P<n>\d\d?(?:st|nd|rd|th)|{_NTH}) century", century),
        (rf"(?P<n>\d(?:st|nd|rd|th)|first|second|third|fourth|last|final) (?P<k>quarter"
         rf"|half)(?: of)?(?: (?P<y>{YEAR}))?", part_of_year),
        (rf"(?P<k>q|h)(?P<n>\d)(?: of)?,? ?(?P<y>{YEAR})?", part_of_year),
        (rf"(?P<s>{SEASON})(?: of)?,? (?P<y>{YEAR})(?:[-/](?P<z>\d\d|\d{{4}}))?", season_and_year),
        (rf"(?P<s>{SEASON})", bare_season),
        (rf"(?P<f>{FEAST}),?(?: of)?(?: (?P<y>{YEAR}))?", feast),
        (rf"(?:fiscal|financial)(?: year)? ?(?P<y>{YEAR})(?:[-/](?P<z>\d\d|\d{{4}}))?", fiscal_year),
        (rf"fy ?(?P<y>{YEAR})(?:[-/](?P<z>\d\d|\d{{4}}))?", fiscal_year),
        (r".*\b\d+ (?:b\.?c\.?(?:e\.?)?)", before_christ),
    )
)  # fmt: skip
