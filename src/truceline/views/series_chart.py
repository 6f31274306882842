"""A series of figures as SVG drawn in Python: fixed bytes, printable, every mark a titled link, no script.

A bound is an arrow; no line joins marks across gaps; nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from truceline.views.chart_scale import TOP, WIDTH, Scale, axis, scale_for
from truceline.views.figures import Point, Series

HEIGHT = 210
_BASE = HEIGHT - 40
MOST_LABELS = 24
"""Figures that have their values beside them; more would cover one another, and each still tells its own."""


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
    body = "".join([*grid, *labels, *axis(scale, _BASE), *marks, *_labels(drawn, scale, top)])
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
    if len(points) > MOST_LABELS:
        return []
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
