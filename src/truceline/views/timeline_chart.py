"""The timeline as SVG drawn in Python: fixed bytes, printable, every mark a titled link, nothing needs a script.

A date is a bar as wide as it is uncertain, an arrow where it is bounded on one side only. Where there are too many
events to be told apart, bars count them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Protocol, TypeVar

from truceline.domain.items import Event
from truceline.views.catalog import shown_when
from truceline.views.chart_scale import LEFT, RIGHT, TOP, WIDTH, Scale, axis, scale_for

MOST_MARKS = 2_000
"""Events drawn one by one; more cannot be told apart, and bars that count them stand instead."""
ARROW = 18
"""Length of the arrow of a date that is bounded on one side only."""
BAR = 44
"""Height of the tallest bar that counts events."""
MOST_BARS = 90

LANES: tuple[tuple[str, frozenset[str]], ...] = (
    ("Talks", frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST"})),
    ("Concessions", frozenset({"CONCEDE", "RETREAT", "AID"})),
    ("Words against", frozenset({"ACCUSE", "REJECT", "THREATEN", "DEMAND", "INVESTIGATE", "PROTEST"})),
    ("Force", frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "CRIME"})),
    ("Other", frozenset()),
)
_HOT = LANES[3][1]
_CLASSES = {"planned": "plan", "conditional": "plan", "hypothetical": "plan", "denied": "deny", "alleged": "alleged"}


Window = tuple[date, date] | None


class Dated(Protocol):
    """What is drawn of an event."""

    @property
    def event(self) -> str: ...  # noqa: D102
    @property
    def earliest(self) -> date | None: ...  # noqa: D102
    @property
    def latest(self) -> date | None: ...  # noqa: D102
    @property
    def when(self) -> str: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def summary(self) -> str: ...  # noqa: D102


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as far as it is drawn."""

    event: str
    earliest: date | None
    latest: date | None
    type: str
    status: str
    summary: str
    item: Event

    @property
    def when(self) -> str:
        """Give its date in words."""
        return shown_when(self.item.date)


def happened(e: Event) -> Happened:
    """Give what is drawn of an event."""
    return Happened(e.id, e.date.days.earliest, e.date.days.latest, e.type, e.status, e.summary, e)


def timeline_chart(
    rows: Sequence[Dated],
    window: Window = None,
    link: Callable[[str], str] = lambda id: f"#{id}",
    days: Callable[[date, date], str] | None = None,
) -> str:
    """Draw events by kind; an event opens its row in the table. Events without any day are in the table only.

    Events that lie wholly outside the window are left to the table, so that they do not squeeze the rest.
    `link` gives the address of an event, `days` that of a time, which a bar of many events leads to.
    """  # fmt: skip
    dated, window = _inside(rows, window)
    floor, ceiling = window or (date.min, date.max)
    scale = scale_for([d for r in dated for d in (max(_first(r), floor), min(_last(r), ceiling))])
    if scale is None:
        return ""
    dense = days is not None and len(dated) > MOST_MARKS
    body, y = [], TOP
    for name, lane in _lanes(dated):
        body.append(f'<text class="lane" x="0" y="{y + 12}">{name}</text>')
        if dense and days:
            body += _bars(lane, scale, y, days)
            y += BAR + 20
        else:
            depth = _stack(lane, scale)
            body += [_event_mark(row, scale, y + depth[row.event] * 16 + 8, link) for row in lane]
            y += (max(depth.values()) + 1) * 16 + 14
        body.append(f'<path class="rule" d="M{LEFT} {y - 6}H{WIDTH - RIGHT}"/>')
    label = f"Timeline of {len(dated)} events; the same as a table below"
    frame = f'viewBox="0 0 {WIDTH} {y + 24}" role="group" aria-label="{label}"'
    return f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" {frame}>{"".join([*axis(scale, y), *body])}</svg>'


def _inside(rows: Sequence[D], window: Window) -> tuple[list[D], Window]:
    """The rows that can be drawn, and the days that are shown; a window without any row holds nothing back."""
    dated = [r for r in rows if r.earliest or r.latest]
    recent = [r for r in dated if window is None or (_last(r) >= window[0] and _first(r) <= window[1])]
    return recent or dated, window if recent else None


def _first(row: Dated) -> date:
    return row.earliest or row.latest or date.min


def _last(row: Dated) -> date:
    return row.latest or row.earliest or date.min


def inside(rows: Sequence[D], window: Window = None) -> list[D]:
    """Give the rows that the chart shows."""
    return _inside(rows, window)[0]


def _lanes(dated: Sequence[Dated]) -> Iterator[tuple[str, list[Dated]]]:
    """Yield the lanes that have events."""
    named = frozenset[str]().union(*(types for _, types in LANES))
    for name, types in LANES:
        lane = [r for r in dated if r.type in types or (name == "Other" and r.type not in named)]
        if lane:
            yield name, lane


def _bars(lane: Sequence[Dated], scale: Scale, y: int, days: Callable[[date, date], str]) -> list[str]:
    """Draw how many events begin in each stretch of time; a bar leads to those days."""
    step = max(1, -(-((scale.last - scale.first).days + 1) // MOST_BARS))
    counts = Counter(max(0, (_first(r) - scale.first).days) // step for r in lane)
    most, found = max(counts.values()), []
    for n in sorted(counts):
        first = scale.first + timedelta(days=n * step)
        last = first + timedelta(days=step - 1)
        height = max(2.0, round(BAR * counts[n] / most, 1))
        x, wide = scale.x(first), max(1.5, scale.x(last + timedelta(days=1)) - scale.x(first) - 1)
        says = f"{first} to {last}: {counts[n]} {'event' if counts[n] == 1 else 'events'}"
        hot = " hot" if lane[0].type in _HOT else ""
        bar = f'<rect class="bar{hot}" x="{x}" y="{y + BAR - height:.1f}" width="{wide:.1f}" height="{height}">'
        found.append(f'<a href="{escape(days(first, last))}" aria-label="{says}">{bar}<title>{says}</title></rect></a>')
    return found


def _stack(rows: Sequence[Dated], scale: Scale) -> dict[str, int]:
    """Give each event the first line of its lane on which it collides with no other."""
    ends: list[float] = []
    place: dict[str, int] = {}
    for row in sorted(rows, key=lambda r: (_first(r), _last(r), r.event)):
        x1, x2 = _extent(row, scale)
        line = next((n for n, end in enumerate(ends) if end + 3 <= x1), len(ends))
        if line == len(ends):
            ends.append(x2)
        ends[line] = x2
        place[row.event] = line
    return place


def _extent(row: Dated, scale: Scale) -> tuple[float, float]:
    x1, x2 = scale.x(_first(row)), scale.x(_last(row))
    if row.earliest is None or row.latest is None:
        return (x1 - ARROW, x1 + 2) if row.earliest is None else (x1 - 2, x1 + ARROW)
    return (x1 - 6, x2 + 6) if x2 - x1 < 12 else (x1, x2)


def _event_mark(row: Dated, scale: Scale, y: int, link: Callable[[str], str]) -> str:
    x1, x2 = _extent(row, scale)
    classes = " ".join(filter(None, ("mark", _CLASSES.get(row.status, ""), "hot" if row.type in _HOT else "")))
    title = f"<title>{escape(row.when)} · {escape(row.summary)} ({row.status})</title>"
    if row.earliest is None or row.latest is None:
        shape = _arrow(x1, x2, y, f"{classes} open", title, back=row.earliest is None)
    elif x2 - x1 > 12:
        shape = f'<rect class="{classes}" x="{x1}" y="{y - 5}" width="{x2 - x1:.1f}" height="10" rx="5">{title}</rect>'
    else:
        shape = f'<circle class="{classes}" cx="{(x1 + x2) / 2:.1f}" cy="{y}" r="5.5">{title}</circle>'
    strike = f'<path class="strike" d="M{x1} {y + 7}L{x2} {y - 7}"/>' if row.status == "denied" else ""
    says = f"{escape(row.when)}: {escape(row.summary)}"
    return f'<a href="{escape(link(row.event))}" aria-label="{says}">{shape}{strike}</a>'


def _arrow(x1: float, x2: float, y: int, classes: str, title: str, *, back: bool) -> str:
    """Draw a date that is known to be before or after a day: a stop at the day, an arrow away from it."""
    tip, stop, way = (x1, x2 - 2, 4) if back else (x2, x1 + 2, -4)
    line = f"M{stop:.1f} {y - 4}v8M{stop:.1f} {y}H{tip:.1f}m{way} -4l{-way} 4l{way} 4"
    near = f'<rect class="near" x="{x1:.1f}" y="{y - 7}" width="{x2 - x1:.1f}" height="14"/>'
    return f'<g class="{classes}">{title}{near}<path d="{line}"/></g>'
