"""Days and dates as loose as a report puts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days; None leaves a side open."""

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"days end before they begin: {self.earliest} to {self.latest}")

    @classmethod
    def on(cls, day: date | str) -> Days:
        """Give the interval of one day."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return cls(day, day)

    @classmethod
    def between(cls, earliest: date | str | None, latest: date | str | None) -> Days:
        """Give the interval from one day to another, as dates or ISO text."""
        first, last = (date.fromisoformat(x) if isinstance(x, str) else x for x in (earliest, latest))
        return cls(first, last)

    @property
    def known(self) -> bool:
        """Tell whether anything bounds the interval."""
        return self.earliest is not None or self.latest is not None

    @property
    def width(self) -> int | None:
        """Count the days allowed, one for a single day; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def meets(self, other: Days) -> bool:
        """Tell whether some day lies in both. Open sides exclude nothing."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Days) -> bool:
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def before(self, other: Days) -> bool:
        """Tell whether every day of this interval is before every day of the other."""
        return self._ends_before(other)

    def both(self, other: Days) -> Days | None:
        """Give the days that lie in both, or None if there are none."""
        starts = [d for d in (self.earliest, other.earliest) if d]
        ends = [d for d in (self.latest, other.latest) if d]
        earliest, latest = max(starts, default=None), min(ends, default=None)
        return None if earliest and latest and earliest > latest else Days(earliest, latest)

    def shifted(self, days: int) -> Days:
        """Move both sides by a number of days."""
        step = timedelta(days=days)
        return Days(self.earliest and self.earliest + step, self.latest and self.latest + step)


UNKNOWN_DAYS = Days()
LATELY = 92
"""Days before publication that news without a date tell of."""
NEWS = 31
"""Days that publication may allow if news are to be counted from it."""


def news_since(published: Days) -> date | None:
    """Give the first day that the undated news of a report may be of; None where nobody knows when it was published."""
    width = published.width
    if published.earliest is None or width is None or width > NEWS:
        return None
    return published.earliest - timedelta(days=LATELY)


def told_since(published: Days) -> date | None:
    """Give the first day that the undated news of a report may be of, also where only its own first day is known."""
    if published.earliest is None or published.latest is not None:
        return news_since(published)
    return published.earliest - timedelta(days=LATELY)


@dataclass(frozen=True, slots=True)
class When:
    """What dates an item: the words, the days that they allow, and on what basis."""

    text: str | None
    days: Days
    basis: str = "stated"
    """stated, derived, reported_elsewhere or unknown, as in RECORD."""
    reported_in: str | None = None
    """The report that dates it, for basis reported_elsewhere."""
