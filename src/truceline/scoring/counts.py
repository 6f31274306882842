"""Counts of right and wrong answers."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass
class Cell:
    """One number of the table: counts of items, or a share of right answers."""

    tp: float = 0
    fp: float = 0
    fn: float = 0
    spared: float = 0  # neither right nor wrong
    right: float = 0
    total: float = 0

    def add(self, *others: Cell) -> None:
        """Add the counts of other cells."""
        for other in others:
            for f in fields(self):
                setattr(self, f.name, getattr(self, f.name) + getattr(other, f.name))

    def note(self, right: float | None) -> None:
        """Count one answer of a share; None is no answer."""
        if right is not None:
            self.add(Cell(right=right, total=1))

    def numbers(self) -> dict[str, float | None]:
        """Precision, recall and F1, or the share; None where nothing was counted."""

        def ratio(a: float, b: float) -> float | None:
            return a / b if b else None

        if self.total:
            return {"share": self.right / self.total}
        tp, fp, fn = self.tp, self.fp, self.fn
        return {"precision": ratio(tp, tp + fp), "recall": ratio(tp, tp + fn), "f1": ratio(2 * tp, 2 * tp + fp + fn)}


Board = dict[tuple[str, str], Cell]  # (section, metric) -> cell; the metric of the items themselves is ""
