"""The scale of days that charts share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 960
LEFT = 150
RIGHT = 16
TOP = 22
WIDEST_LABEL = 60
"""Pixels of "Sep 2019"; nearer to the edge a label stands left of its line."""


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


def axis(scale: Scale, bottom: int) -> list[str]:
    """Draw the lines of the scale with their days below."""
    parts = []
    for day, label in ticks(scale):
        x = scale.x(day)
        anchor = ' text-anchor="end"' if x > WIDTH - WIDEST_LABEL else ""
        parts.append(f'<path class="tick" d="M{x} {TOP - 8}V{bottom}"/>')
        parts.append(f'<text x="{x}" y="{bottom + 18}"{anchor}>{label}</text>')
    return parts
