"""Charts as SVG drawn in Python: fixed bytes, printable, every mark a titled link, nothing needs a script.

A date is a bar as wide as it is uncertain; a bound is an arrow; no line joins marks across gaps; nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from truceline.views.figures import Point, Series
from truceline.views.timeline import TimelineRow

WIDTH = 960
LEFT = 150
RIGHT = 16
LANE = 26
TOP = 22

LANES: tuple[tuple[str, frozenset[str]], ...] = (
    ("Talks", frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST"})),
    ("Concessions", frozenset({"CONCEDE", "RETREAT", "AID"})),
    ("Words against", frozenset({"ACCUSE", "REJECT", "THREATEN", "DEMAND", "INVESTIGATE", "PROTEST"})),
    ("Force", frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "CRIME"})),
    ("Other", frozenset()),
)
WIDEST_LABEL = 60
"""Pixels of "Sep 2019"; nearer to the edge a label stands left of its line."""
_HOT = LANES[3][1]
_CLASSES = {"planned": "plan", "conditional": "plan", "hypothetical": "plan", "denied": "deny", "alleged": "alleged"}


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels."""

    first: date
    last: date
    left: int = LEFT
    right: int = WIDTH - RIGHT

    def x(self, day: date) -> float:
        """Give the place of a day, inside the frame."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)


def scale_for(days: Iterable[date | None], left: int = LEFT, right: int = WIDTH - RIGHT) -> Scale | None:
    """Give a scale that shows the days, or None if there are none."""
    known = sorted(d for d in days if d)
    if not known:
        return None
    pad = timedelta(days=max(3, (known[-1] - known[0]).days // 40))
    return Scale(known[0] - pad, known[-1] + pad, left, right)


def ticks(scale: Scale, most: int = 8) -> tuple[tuple[date, str], ...]:
    """Give the first days of months or years that mark the scale."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600) if months / s <= most or s == 600)
    found = []
    for n in range(scale.first.year * 12, scale.last.year * 12 + 12, step):
        day = date(n // 12, n % 12 + 1, 1)
        if scale.first <= day <= scale.last:
            found.append((day, str(day.year) if step >= 12 else f"{day:%b %Y}"))
    return tuple(found)


def _axis(scale: Scale, bottom: int) -> list[str]:
    parts = []
    for day, label in ticks(scale):
        x = scale.x(day)
        anchor = ' text-anchor="end"' if x > WIDTH - WIDEST_LABEL else ""
        parts.append(f'<path class="tick" d="M{x} {TOP - 8}V{bottom}"/>')
        parts.append(f'<text x="{x}" y="{bottom + 18}"{anchor}>{label}</text>')
    return parts


def timeline_chart(rows: Sequence[TimelineRow], window: tuple[date, date] | None = None) -> str:
    """Draw events by kind; an event opens its row in the table. Undated events are in the table only.

    Events that lie wholly before the window are left to the table, so that old background does not squeeze the rest.
    """
    dated = [r for r in rows if r.earliest and r.latest and (window is None or r.latest >= window[0])]
    floor = window[0] if window else date.min
    scale = scale_for([d for r in dated if r.earliest for d in (max(r.earliest, floor), r.latest)])
    if scale is None:
        return ""
    body, y = [], TOP
    for name, types in LANES:
        lane = [r for r in dated if r.type in types or (name == "Other" and not any(r.type in t for _, t in LANES))]
        if not lane:
            continue
        depth = _stack(lane, scale)
        rows_used = max(depth.values()) + 1
        body.append(f'<text class="lane" x="0" y="{y + 12}">{name}</text>')
        for row in lane:
            body.append(_event_mark(row, scale, y + depth[row.event] * 16 + 8))
        y += rows_used * 16 + 14
        body.append(f'<path class="rule" d="M{LEFT} {y - 6}H{WIDTH - RIGHT}"/>')
    label = f"Timeline of {len(dated)} events; the same as a table below"
    frame = f'viewBox="0 0 {WIDTH} {y + 24}" role="group" aria-label="{label}"'
    return f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" {frame}>{"".join([*_axis(scale, y), *body])}</svg>'


def _stack(rows: Sequence[TimelineRow], scale: Scale) -> dict[str, int]:
    """Give each event the first line of its lane on which it collides with no other."""
    ends: list[float] = []
    place: dict[str, int] = {}
    for row in sorted(rows, key=lambda r: (r.earliest or date.min, r.latest or date.min, r.event)):
        x1, x2 = _extent(row, scale)
        line = next((n for n, end in enumerate(ends) if end + 3 <= x1), len(ends))
        if line == len(ends):
            ends.append(x2)
        ends[line] = x2
        place[row.event] = line
    return place


def _extent(row: TimelineRow, scale: Scale) -> tuple[float, float]:
    assert row.earliest
    assert row.latest
    x1, x2 = scale.x(row.earliest), scale.x(row.latest)
    return (x1 - 6, x2 + 6) if x2 - x1 < 12 else (x1, x2)


def _event_mark(row: TimelineRow, scale: Scale, y: int) -> str:
    x1, x2 = _extent(row, scale)
    classes = " ".join(filter(None, ("mark", _CLASSES.get(row.status, ""), "hot" if row.type in _HOT else "")))
    title = f"<title>{escape(row.when)} · {escape(row.summary)} ({row.status})</title>"
    wide = x2 - x1 > 12
    shape = (
        f'<rect class="{classes}" x="{x1}" y="{y - 5}" width="{x2 - x1:.1f}" height="10" rx="5">{title}</rect>'
        if wide
        else f'<circle class="{classes}" cx="{(x1 + x2) / 2:.1f}" cy="{y}" r="5.5">{title}</circle>'
    )
    strike = f'<path class="strike" d="M{x1} {y + 7}L{x2} {y - 7}"/>' if row.status == "denied" else ""
    return f'<a href="#{row.event}" aria-label="{escape(row.when)}: {escape(row.summary)}">{shape}{strike}</a>'


HEIGHT = 210
_BASE = HEIGHT - 40


def series_chart(series: Series) -> str:
    """Draw the figures of a series over time: one mark a figure, arrows for bounds, bars for ranges."""
    drawn = [p for p in series.points if p.latest or p.earliest]
    scale = scale_for([p.latest or p.earliest for p in drawn], 70, WIDTH - 190)
    values = [v for p in drawn for v in (p.amount.low, p.amount.best, p.amount.high) if v is not None]
    if scale is None or not values:
        return ""
    top = max(values) * 1.15 or 1
    heights = [_BASE - round(v / top * (_BASE - TOP), 1) for v in (0, top / 2.3, top / 1.15)]
    grid = [f'<path class="tick" d="M70 {h}H{WIDTH - 190}"/>' for h in heights]
    labels = [
        f'<text class="end" x="62" y="{h + 4}">{_short(v)}</text>'
        for h, v in zip(heights, (0, top / 2.3, top / 1.15), strict=True)
    ]
    marks = [_point_mark(p, scale, top) for p in drawn]
    frame = (
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{escape(series.title)}; the same as a table below"'
    )
    body = "".join([*grid, *labels, *_axis(scale, _BASE), *marks, *_labels(drawn, scale, top)])
    return f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" {frame}>{body}</svg>'


def _y(value: float, top: float) -> float:
    return round(_BASE - value / top * (_BASE - TOP), 1)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == 0 else f"{value:.1f}"


def _where(p: Point, scale: Scale) -> tuple[float, float]:
    latest = p.latest or p.earliest
    assert latest
    return scale.x(p.earliest or latest), scale.x(latest)


def _point_mark(p: Point, scale: Scale, top: float) -> str:
    x1, x2 = _where(p, scale)
    x, low, best, high = round((x1 + x2) / 2, 1), p.amount.low, p.amount.best, p.amount.high
    told = f"{p.reports} {'report' if p.reports == 1 else 'reports'}, {p.origins} "
    told += "origin" if p.origins == 1 else "origins"
    parts = [f"<title>{escape(p.shown)} · {escape(p.as_of)} · {escape(', '.join(p.says))} · {told}</title>"]
    value = next((v for v in (best, low, high) if v is not None), 0)
    y = _y(value, top)
    if x2 - x1 > 12:
        parts.append(f'<path class="doubt" d="M{x1} {y}H{x2}"/>')
    if p.amount.relation == "range" and low is not None and high is not None:
        a, b = _y(low, top), _y(high, top)
        parts.append(f'<path class="bound" d="M{x} {b}V{a}M{x - 7} {a}h14M{x - 7} {b}h14"/>')
    elif best is None and low is not None:
        parts.append(
            f'<path class="bound" d="M{x} {y}V{y - 26}m-5 8l5 -8l5 8"/><circle class="mark" cx="{x}" cy="{y}" r="5"/>'
        )
    elif best is None and high is not None:
        parts.append(
            f'<path class="bound" d="M{x} {y}V{y + 26}m-5 -8l5 8l5 -8"/><circle class="mark" cx="{x}" cy="{y}" r="5"/>'
        )
    else:
        ring = " plan" if p.amount.relation == "about" else ""
        parts.append(f'<circle class="mark{ring}" cx="{x}" cy="{y}" r="6"/>')
    return f'<a href="#{p.figure}" aria-label="{escape(p.shown)}, {escape(p.as_of)}">{"".join(parts)}</a>'


def _labels(points: Sequence[Point], scale: Scale, top: float) -> list[str]:
    """Write values beside their marks; one that would collide with an earlier one is left to the table."""
    taken: list[tuple[float, float, float]] = []
    found = []
    for p in points:
        x = sum(_where(p, scale)) / 2 + 11
        value = next(v for v in (p.amount.best, p.amount.low, p.amount.high, 0) if v is not None)
        y, text = _y(value, top) + 4, f"{p.shown} · {p.says[0] if p.says else ''}"
        text = text if len(text) <= 34 else text[:33] + "…"
        end = x + 7 * len(text)
        if any(abs(y - other) < 14 and x < b and a < end for a, b, other in taken):
            continue
        taken.append((x, end, y))
        found.append(f'<text class="label" x="{x:.1f}" y="{y}">{escape(text)}</text>')
    return found
