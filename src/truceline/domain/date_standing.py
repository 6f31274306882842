"""Where a time expression stands, and which year a date without its year belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from truceline.domain.dates import UNKNOWN_DAYS, Days


class Unanchored(Exception):
    """A time expression counts from a day that is not known."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where a time expression stands: the day of publication, the date told before it, and its tense."""

    today: date | None
    told: Days = UNKNOWN_DAYS
    tense: str = "past"
    """past, future, coming (surely ahead, as deadlines are), due (ahead, or just over), or open where no verb tells."""
    by_told: bool = False
    """Dates without a year belong to the date told before, as in a history."""
    day_first: bool | None = None
    """The order of day and month in figures, where other dates of the text show it."""

    @property
    def day(self) -> date:
        """The day of publication; raises Unanchored where it is not known."""
        if self.today is None:
            raise Unanchored
        return self.today

    @property
    def ahead(self) -> bool:
        """Tell whether dates are still to come."""
        return self.tense in ("future", "coming", "due")

    @property
    def known_told(self) -> Days:
        """The date told before; raises Unanchored where there is none."""
        if not self.told.known:
            raise Unanchored
        return self.told


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a time expression allows."""

    days: Days
    grain: str = "day"
    """day, week, weekend, month, quarter, season, half, year, decade, century, span; or duration, set, time, vague."""


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Here], Reckoned | None]]
TWICE_AS_FAR = 2
"""Where no verb tells, a date without its year is a coming one if the past one is twice as far away."""
VERY_SOON, JUST_NOW, YEAR_AGO = 31, 60, 330
"""Days in which a date lies just ahead even beside a past verb, or just behind even beside "will": that of a year ago
or of next year would be told with its year."""
LONG_BACK, LONG_AHEAD = 240, 290
"""Days between two dates of a story beyond which the second is of the next or of the last year."""


def nearest(of_year: Callable[[int], Days | None], here: Here) -> Days:
    """Choose the year of a date that is printed without one, by tense, or next to the date told before."""
    if here.by_told and here.told.earliest:
        return _beside(of_year, here.told)
    today = here.day
    options = [d for y in range(today.year - 8, today.year + 9) if (d := of_year(y))]
    past = [d for d in options if d.earliest and d.earliest <= today]
    coming = [d for d in options if d.latest and d.latest >= today]
    if not past or not coming:
        raise Unanchored
    behind = (today - (past[-1].latest or today)).days
    ahead = ((coming[0].earliest or today) - today).days
    if here.tense == "due":
        return past[-1] if past[-1].width == 1 and TWICE_AS_FAR * behind <= ahead else coming[0]
    if here.ahead:
        just_now = (
            here.tense == "future" and past[-1].width == 1 and 0 < behind <= JUST_NOW and ahead > YEAR_AGO - JUST_NOW
        )
        return past[-1] if just_now else coming[0]
    if here.tense == "open":
        return coming[0] if ahead > 0 and TWICE_AS_FAR * ahead <= behind else past[-1]
    return coming[0] if 0 < ahead <= VERY_SOON and behind > YEAR_AGO else past[-1]


def _beside(of_year: Callable[[int], Days | None], told: Days) -> Days:
    start = told.earliest
    if start is None:
        raise Unanchored
    if (told.width or 0) > 300 and (same := of_year(start.year)):
        return same
    same = of_year(start.year)
    if same is None or same.earliest is None:  # 29 February, a weekday that does not fit
        options = [d for y in range(start.year - 6, start.year + 7) if (d := of_year(y))]
        return min(options, key=lambda d: abs(((d.earliest or start) - start).days), default=UNKNOWN_DAYS)
    ahead = (same.earliest - start).days
    moved = 1 if ahead < -LONG_BACK else -1 if ahead > LONG_AHEAD else 0
    return of_year(start.year + moved) or same
