"""The years of days that a report prints without one, told by the days that other reports print with theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truceline.domain.dates import Days, When
from truceline.domain.mention import Reading
from truceline.reconcile.report_settings import Setting
from truceline.reconcile.sides import described
from truceline.reconcile.told_days import written_beside
from truceline.reconcile.told_events import Told, day_of_year

KIN = 2
"""Actors that two reports share if they are on one conflict."""
BY_CHANCE = {1: 8, 2: 4}
"""How many times more often than by chance one day must be met, or several, where neither place nor party is."""
DayOfYear = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that date something in a report."""

    report: str
    when: When
    status: str
    on: DayOfYear


def by_the_calendar(
    told: Sequence[Told], readings: Sequence[Reading], is_open: Callable[[str], bool]
) -> Iterator[tuple[str, Days]]:
    """Yield what other reports tell of the year of days that are printed without one.

    Hardly ever do two reports name one day of the year and one place, or one actor, by chance, nor two or three days of
    the year and nothing else; where they differ on the year, nothing is said.
    """
    settings, words = {one.account.report: one.setting for one in told}, _all_dated(readings)
    for report in sorted({r.document.id for r in readings if is_open(r.document.id)}):
        votes = _at_one_place(report, told) or _on_several_days(report, words, settings)
        windows = sorted(votes, key=lambda d: (d.earliest or date.min, d.latest or date.max))
        if all(a.meets(b) for a in windows for b in windows):
            yield from ((report, days) for days in windows)


def _all_dated(readings: Sequence[Reading]) -> list[Dated]:
    """Give all that is dated to a day, its year told or not."""
    found = []
    for r in readings:
        dates: list[tuple[When | None, str]] = [(e.when, e.status) for e in r.events]
        dates += [(s.when, "occurred") for s in r.statements] + [(a.when, "occurred") for a in r.agreements]
        dates += [(f.as_of, "occurred") for f in r.figures] + [(d.when, "occurred") for d in r.deeds]
        due = [c.deadline for c in r.commitments if c.deadline and c.deadline.text]
        dates += [(When(d.text, d.days, "derived"), "due") for d in due]
        for when, status in dates:
            if when is not None and (on := day_of_year(when.text, when.days)):
                found.append(Dated(r.document.id, when, status, on))
    return found


def casts(told: Sequence[Told]) -> Mapping[str, set[str]]:
    """Give the named actors of each report."""
    actors: dict[str, set[str]] = defaultdict(set)
    for one in told:
        actors[one.account.report] |= {a.id for a in (*one.by, *one.to) if not described(a)}
    return actors


def _at_one_place(report: str, told: Sequence[Told]) -> set[Days]:
    """Give the days of writing that follow where others put something at the same place, or of the same actors."""
    votes = set()
    for one in told:
        when = one.account.date
        if one.account.report != report or when.days.width is not None or not when.text or not one.named_day:
            continue
        days = {
            day
            for other in told
            if other.named_day == one.named_day and other.width == 1 and other.account.report != report
            if (other.spots & one.spots or other.parties & one.parties) and (day := other.account.date.days.earliest)
        }
        if len(days) == 1:
            votes.add(written_beside(when.text, days.pop(), one.account.status))
    return votes


def _on_several_days(report: str, words: Sequence[Dated], settings: Mapping[str, Setting]) -> set[Days]:
    """Give the days of writing that follow where reports on the same actors tell of several of the same days.

    What is due may lie ahead or behind, so that it only counts for the others.
    """
    theirs: dict[DayOfYear, set[date]] = defaultdict(set)
    for one in words:
        day = one.when.days.earliest
        kin = one.report != report and {report, one.report} <= settings.keys()
        kin = kin and len(settings[report].names & settings[one.report].names) >= KIN
        if kin and day and one.when.days.latest == day:
            theirs[one.on].add(day)
    own = [one for one in words if one.report == report and one.when.text and one.when.days.width is None]
    met = [one for one in own if len(theirs.get(one.on, ())) == 1]
    days = {one.on for one in own}
    by_chance, times = len(days) * len(theirs) / 365, len({one.on for one in met})
    if times == 0 or times < by_chance * BY_CHANCE[min(times, 2)]:
        return set()
    known = [(one, next(iter(theirs[one.on]))) for one in met]
    return {written_beside(one.when.text, day, one.status) for one, day in known if one.status != "due"}
