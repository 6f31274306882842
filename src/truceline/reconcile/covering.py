"""Which item of the record tells a sentence, for findings that rest on sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from truceline.domain.document import Quote
from truceline.domain.items import Side
from truceline.reconcile.finding_parts import Evidence

RANKS = {"event": 0, "commitment": 1, "agreement": 2, "figure": 3, "statement": 4}
"""Which sort of item stands for a sentence that several tell."""


class Covering:
    """The items of every report by their quotes."""

    def __init__(self, evidence: Evidence) -> None:
        self.told: dict[str, list[tuple[Quote, int, str, str]]] = defaultdict(list)
        groups: tuple[Any, ...] = (
            evidence.events, evidence.commitments, evidence.agreements, evidence.figures, evidence.statements,
        )  # fmt: skip
        for item in (i for group in groups for i in group):
            for account in item.accounts:
                quotes: tuple[Quote, ...] = getattr(account, "quotes", None) or account.content_quotes
                for quote in quotes:
                    self.told[account.report].append((quote, RANKS[item.KIND], item.KIND, item.id))

    def side(self, name: str, line: Quote) -> Side:
        """Make a side of a sentence: of the item that tells most of it, else of the report."""
        found = [
            (-min(q.end, line.end) + max(q.start, line.start), rank, kind, id)
            for q, rank, kind, id in self.told.get(line.report, ())
            if q.start < line.end and line.start < q.end
        ]
        kind, id = min(found)[2:] if found else ("report", line.report)
        return Side(name, kind, id, line.report, (line,))
