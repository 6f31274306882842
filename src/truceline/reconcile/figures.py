"""The same figure in several reports, and figures that form a series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from truceline.domain.amounts import Amount
from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Figure, FigureAccount
from truceline.domain.mention import FigureMention, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import NUMBER_STEMS, overlap, stems
from truceline.reconcile.grouping import Comparison, groups
from truceline.reconcile.merging import merged_when
from truceline.vocabulary import rows


@dataclass(frozen=True, slots=True)
class Counted:
    """One report's telling of a figure, with ids that hold across reports."""

    account: FigureAccount
    mention: FigureMention
    of: str | None
    where: str | None
    stems: frozenset[str]
    key: str


def same_figures(readings: Sequence[Reading], books: Books) -> tuple[Figure, ...]:
    """Group the tellings of all reports into figures, and figures into series."""
    counted = [_counted(r.document.id, m, books) for r in readings for m in r.figures]
    counted.sort(key=lambda c: c.key)
    found = [_figure(group) for group in groups(counted, _blocks, COMPARISONS, THRESHOLD)]
    return tuple(sorted(found, key=lambda f: f.id))


def _counted(report: str, m: FigureMention, books: Books) -> Counted:
    attributed, relayed = books.credit(report, m.credit)
    account = FigureAccount(report, attributed, relayed, m.amount, m.as_of, m.by, m.change_from, in_order(m.quotes))
    of, where = books.actors.id(report, m.of), books.places.id(report, m.where)
    key = f"{report}:{m.amount.start}:{m.amount.end}"
    return Counted(account, m, of, where, stems(m.quotes), key + quote_key(m.quotes[0]) + m.measure)


def same_value(a: Amount, b: Amount) -> bool:
    """Whether two amounts give the same number, whatever bound they put on it."""
    mine = {x for x in (a.low, a.best, a.high) if x is not None}
    return bool(mine) and mine == {x for x in (b.low, b.best, b.high) if x is not None}


def _blocks(c: Counted) -> Iterable[str]:
    value = c.mention.amount.best or c.mention.amount.low or c.mention.amount.high
    yield f"{value}"


def _elsewhere(a: Counted, b: Counted) -> int | None:
    """Two numbers of one report are two figures."""
    return None if a.account.report == b.account.report else 0


def _same_number(a: Counted, b: Counted) -> int | None:
    """They give the same number."""
    one, other = a.mention.amount, b.mention.amount
    return 3 if same_value(one, other) and not one.excludes(other) else None


@cache
def _known_measures() -> frozenset[str]:
    """The measures of the vocabulary, planned ones too: two of them are never one."""
    return frozenset(name for key, row in rows("figures").items() for name in (key, row.get("planned", key)))


def _same_measure(a: Counted, b: Counted) -> int | None:
    """They count the same thing."""
    if a.mention.measure == b.mention.measure:
        return 3
    if {a.mention.measure, b.mention.measure} <= _known_measures():
        return None
    return 1 if a.mention.amount.unit and a.mention.amount.unit == b.mention.amount.unit else -3


def _same_owner(a: Counted, b: Counted) -> int | None:
    """They count the same actor's, at the same place."""
    owner = 0 if None in (a.of, b.of) else 1 if a.of == b.of else -2
    return owner + (0 if None in (a.where, b.where) or a.where == b.where else -2)


def _days_meet(a: Counted, b: Counted) -> int | None:
    """They may hold for the same day."""
    one, other = a.mention.as_of, b.mention.as_of
    return 0 if one is None or other is None or one.days.meets(other.days) else -3


def _same_words(a: Counted, b: Counted) -> int | None:
    """They are told in the same words, the numbers aside; without one word in common they seldom are one."""
    mine, theirs = (frozenset(s for s in c.stems if not s[0].isdigit()) - NUMBER_STEMS for c in (a, b))
    return 1 if overlap(mine, theirs) >= 0.4 else 0 if mine & theirs else -3


COMPARISONS = tuple(
    Comparison(c) for c in (_elsewhere, _same_number, _same_measure, _same_owner, _days_meet, _same_words)
)
THRESHOLD = 4


def _figure(group: Sequence[Counted]) -> Figure:
    ordered = sorted(group, key=lambda c: (c.account.report, c.mention.amount.start))
    first = ordered[0].mention
    of = next((c.of for c in ordered if c.of), None)
    where = next((c.where for c in ordered if c.where), None)
    reports = [c.account.report for c in ordered]
    kind = next((c.mention.stock_or_flow for c in ordered if c.mention.stock_or_flow), None)
    return Figure(
        id=made_id("figure", min(c.key for c in group)),
        measure=first.measure,
        of=of,
        where=where,
        stock_or_flow=kind,
        amount=_tightest([c.mention.amount for c in ordered]),
        as_of=merged_when([c.mention.as_of for c in ordered], reports),
        by=merged_when([c.mention.by for c in ordered], reports),
        change_from=next((c.mention.change_from for c in ordered if c.mention.change_from), None),
        series=made_id("series", first.measure, of, where, first.amount.unit, kind),
        accounts=tuple(c.account for c in ordered),
    )


def _tightest(amounts: Sequence[Amount]) -> Amount:
    exact = next((a for a in amounts if a.relation == "exact"), None)
    return exact or amounts[0]
