"""Names for ids, and quotes shown in their context: what every view needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from truceline.domain.amounts import Amount
from truceline.domain.dates import Days, When
from truceline.domain.document import Quote
from truceline.domain.items import Items, ReportItem
from truceline.domain.record_form import plain

CONTEXT = 220
"""Characters shown on either side of a quote, cut at a sentence or word."""


class Answer:
    """What a view answers: every row can be turned into plain JSON values."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the row as dicts, lists and scalars; days as ISO 8601 text."""
        return {k: plain(v) for k, v in asdict(self).items()}  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Passage(Answer):
    """A quote in its context, with the report that it stands in."""

    report: str
    title: str
    publisher: str
    published: str
    copy_of: str | None
    """Publisher or title of the report that this one copies."""
    start: int
    end: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True)
class Catalog:
    """Everything of a record by id, and the day for which states are shown."""

    items: Items
    as_of: date = date.min
    most: int | None = None
    """Passages shown of one item, those of different origins first; None shows all."""

    @cached_property
    def _names(self) -> dict[str, str]:
        found = {a.id: a.name for a in self.items.actors} | {p.id: p.name for p in self.items.places}
        return found | {a.id: a.name for a in self.items.agreements}

    @cached_property
    def summaries(self) -> dict[str, str]:
        """Summaries of events by id."""
        return {e.id: e.summary for e in self.items.events}

    @cached_property
    def reports(self) -> dict[str, ReportItem]:
        """Reports by id."""
        return {r.id: r for r in self.items.reports}

    def name(self, id: str | None) -> str | None:
        """Give the name of an actor, place or agreement."""
        return self._names.get(id) if id else None

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Give the names of some ids."""
        return tuple(self._names[i] for i in ids if i in self._names)

    def origins(self, reports: Iterable[str]) -> int:
        """Count the independent origins behind some reports."""
        return len({self.reports[r].origin for r in reports})

    def label(self, report: str) -> str:
        """Name a report by its publisher, else its title, else its source."""
        r = self.reports[report]
        return r.publisher or r.title or r.source

    def passage(self, quote: Quote) -> Passage:
        """Show a quote in its context."""
        r = self.reports[quote.report]
        before = r.text[max(0, quote.start - CONTEXT) : quote.start]
        after = r.text[quote.end : quote.end + CONTEXT]
        return Passage(
            r.id, r.title or r.source, self.label(r.id), shown_days(r.published.days),
            self.label(r.copy_of) if r.copy_of and r.copy_of in self.reports else None,
            quote.start, quote.end, _from_boundary(before), quote.exact, _to_boundary(after),
        )  # fmt: skip

    def passages(self, accounts: Sequence[Any]) -> tuple[Passage, ...]:
        """Show the quotes of some accounts in their context."""
        if self.most is not None and len(accounts) > self.most:
            accounts = self._first_told(accounts)[: self.most]
        quotes: list[Quote] = []
        for account in accounts:
            quotes += account.content_quotes if hasattr(account, "content_quotes") else account.quotes
        return tuple(self.passage(q) for q in list(dict.fromkeys(quotes))[: self.most])

    def _first_told(self, accounts: Sequence[Any]) -> list[Any]:
        """The first account of every origin, then the others."""
        firsts = {self.reports[a.report].origin: n for n, a in reversed(list(enumerate(accounts)))}
        first = set(firsts.values())
        return [accounts[n] for n in sorted(first)] + [a for n, a in enumerate(accounts) if n not in first]


def _from_boundary(text: str) -> str:
    found = list(re.finditer(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])|\n\s*\n", text))
    if found:
        return text[found[-1].end() :]
    return "…" + text.partition(" ")[2] if len(text) == CONTEXT else text


def _to_boundary(text: str) -> str:
    found = re.search(r"(?<=[.!?”\"])(?=\s)|\n\s*\n", text)
    if found:
        return text[: found.start()]
    return text.rpartition(" ")[0] + "…" if len(text) == CONTEXT else text


def shown_days(days: Days) -> str:
    """Give an interval of days as a person writes it; «date unknown» where nothing bounds it."""
    a, b = days.earliest, days.latest
    if a and b:
        return _span(a, b)
    if a:
        return f"from {_day(a)}"
    return f"until {_day(b)}" if b else "date unknown"


def _span(a: date, b: date) -> str:
    if a == b:
        return _day(a)
    if (a.year, a.month) == (b.year, b.month):
        whole = a.day == 1 and b.day >= 28
        return f"{b:%B %Y}" if whole else f"{a.day} to {_day(b)}"
    if a.year == b.year:
        if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
            return str(a.year)
        return f"{a.day} {a:%B} to {_day(b)}"
    return f"{_day(a)} to {_day(b)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def shown_when(when: When | None) -> str:
    """Give a date as a person writes it."""
    return shown_days(when.days) if when else "date unknown"


def shown_amount(amount: Amount | None) -> str:
    """Give an amount with its bound in words; numbers as printed are in `text`."""
    if amount is None:
        return ""
    low, best, high = (_number(x) for x in (amount.low, amount.best, amount.high))
    return {
        "exact": best, "about": f"about {best}", "over": f"over {low}", "at_least": f"at least {low}",
        "under": f"under {high}", "up_to": f"up to {high}", "range": f"{low} to {high}",
    }.get(amount.relation, amount.text)  # fmt: skip


def shown_unit(amount: Amount) -> str:
    """Name what is counted, in the plural where it is not one."""
    unit = amount.unit or ""
    if not unit or amount.best == 1 or unit in ("percent", "share", "usd") or unit.endswith("s"):
        return unit
    return {"person": "people", "country": "countries"}.get(unit, unit + "s")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
