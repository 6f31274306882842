"""Days as a person types them: as 2012-05-31, or as the pages show them, 31 May 2012."""

from __future__ import annotations

import calendar
import re
from datetime import date

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.errors import BadArgument

HOW = "2012-05-31 or 31 May 2012, 1 to 31 May 2012, May 2012, from a day, until a day"
"""What may be typed, shown beside the field."""
_DAY = r"\d{4}-\d{2}-\d{2}"
_MONTHS = {name[:3].casefold(): n for n, name in enumerate(calendar.month_name) if n}
_MONTH = r"(?:" + "|".join(f"{n}|{n[:3]}" for n in calendar.month_name if n) + r"|Sept)\b\.?"
_WRITTEN = (
    (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? +(?P<m>{_MONTH}),? +(?P<y>\d{{4}})", "{y}-{m:02}-{d:02}"),
    (rf"(?P<m>{_MONTH}) +(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<y>\d{{4}})", "{y}-{m:02}-{d:02}"),
    (rf"\b(?P<m>{_MONTH}),? +(?P<y>\d{{4}})", "{y}-{m:02}"),
)
"""Ways to write a day or a month, and the same in figures."""


def days_in(text: str) -> Days:
    """Read days: a day, one to another, from or until a day, a month or a year; empty is unknown."""
    if not text.strip():
        return UNKNOWN_DAYS
    plain = _in_figures(_with_years(text.strip()))
    found = re.findall(_DAY, plain)
    try:
        if re.fullmatch(_DAY, plain):
            return Days.on(found[0])
        if re.fullmatch(rf"(?:from\s*|between\s*)?{_DAY}\s*(?:to|until|and|-|–)\s*{_DAY}", plain):
            return Days.between(*found)
        if re.fullmatch(rf"(?:from|since|after)\s*{_DAY}", plain):
            return Days.between(found[0], None)
        if re.fullmatch(rf"(?:to|until|by|before)\s*{_DAY}", plain):
            return Days.between(None, found[0])
        if whole := re.fullmatch(r"(\d{4})(?:-(\d{2}))?", plain):
            return _whole(int(whole[1]), int(whole[2] or 0))
    except ValueError as error:
        raise BadArgument(f"“{text}” are no days in order.") from error
    raise BadArgument(f"“{text}” are no days that can be read here; write them as {HOW}.")


def _with_years(text: str) -> str:
    """Give the first of two days the month and the year that stand with the second: 15 to 31 December 1992."""
    both = rf"(?<!\d)(\d{{1,2}})( +{_MONTH})?( *(?:to|until|and|-|–) *\d{{1,2}}( +{_MONTH}) +(\d{{4}}))"
    return re.sub(both, lambda m: f"{m[1]}{m[2] or m[4]} {m[5]}{m[3]}", text, flags=re.IGNORECASE)


def _in_figures(text: str) -> str:
    for pattern, form in _WRITTEN:
        text = re.sub(pattern, lambda m, form=form: _figures(m, form), text, flags=re.IGNORECASE)  # type: ignore[misc]
    return text


def _figures(found: re.Match[str], form: str) -> str:
    parts = found.groupdict()
    return form.format(y=parts["y"], m=_MONTHS[parts["m"][:3].casefold()], d=int(parts.get("d") or 0))


def _whole(year: int, month: int) -> Days:
    """All days of a month, or of a year where no month is given."""
    if not month:
        return Days(date(year, 1, 1), date(year, 12, 31))
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
