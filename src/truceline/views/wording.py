"""How each publisher words it, in its own voice and apart from the people it quotes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial

from truceline.domain.items import Wording
from truceline.views.catalog import Answer, Catalog, Passage
from truceline.views.rows import Rows


@dataclass(frozen=True, slots=True)
class WordingRow(Answer):
    """One occurrence of a loaded phrase."""

    wording: str
    phrase: str
    class_: str
    target: str | None
    voice: str | None
    """The actor quoted; None for the publisher's own voice."""
    publisher: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Label(Answer):
    """A phrase and in how many origins a publisher's own voice uses it for a target."""

    phrase: str
    origins: int


@dataclass(frozen=True, slots=True)
class TargetRow(Answer):
    """What each publisher calls one actor, event, agreement or statement, in its own voice."""

    target: str
    by_publisher: tuple[tuple[str, tuple[Label, ...]], ...]


def wording(
    catalog: Catalog, *, own_voice: bool | None = None, phrase: str | None = None, publisher: str | None = None
) -> Rows[WordingRow]:
    """Give every loaded phrase; only those in the publishers' own voice, or only quoted ones, where asked for."""
    found = [
        w
        for w in catalog.items.wording
        if (own_voice is None or (w.voice is None) == own_voice)
        and phrase in (None, w.phrase)
        and (publisher is None or publisher == catalog.label(w.report))
    ]
    ordered = sorted(found, key=lambda w: (catalog.label(w.report), w.quotes[0].report, w.quotes[0].start))
    return Rows(ordered, partial(_row, catalog))


def _row(catalog: Catalog, w: Wording) -> WordingRow:
    return WordingRow(
        w.id, w.phrase, w.class_, target_name(catalog, w), catalog.name(w.voice), catalog.label(w.report),
        catalog.passage(w.quotes[0]),
    )  # fmt: skip


def target_name(catalog: Catalog, w: Wording) -> str | None:
    """Name what a phrase is about."""
    return catalog.name(w.target) or (catalog.summaries.get(w.target) if w.target else None)


def comparison(catalog: Catalog) -> tuple[TargetRow, ...]:
    """Compare the labels of all publishers for each target, counted by origin, most used targets first."""
    uses: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for w in catalog.items.wording:
        name = target_name(catalog, w)
        if w.voice is None and name:
            uses[name][catalog.label(w.report)][w.phrase].add(catalog.reports[w.report].origin)
    rows = []
    for name in sorted(uses):
        table = []
        for publisher in sorted(uses[name]):
            counts = Counter({phrase: len(origins) for phrase, origins in uses[name][publisher].items()})
            table.append((publisher, tuple(Label(p, counts[p]) for p in sorted(counts, key=lambda p: (-counts[p], p)))))
        rows.append(TargetRow(name, tuple(table)))
    return tuple(sorted(rows, key=lambda r: (-sum(len(labels) for _, labels in r.by_publisher), r.target)))
