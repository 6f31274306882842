"""A record as it is taken away with names hidden: flagged items are out, and their words are blocks of equal length.

The places of all quotes stay as they are, so that each is still exactly what its text has there. Hashes of bytes and of
decisions are those of the record itself; only the record can prove them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from truceline.domain.decisions import Decision
from truceline.domain.document import Quote
from truceline.domain.items import Items, ReportItem
from truceline.domain.mention import SkippedReport
from truceline.reconcile.shelf import GROUPS, Shelf
from truceline.reconcile.splitting import quotes_of
from truceline.views.opinions import Opinion, Opinions, opinions
from truceline.views.record import Record

BLOCK = "█"
NOBODY = frozenset("he she they it we i you his her him them their its who that this these those".split())
"""Words that stand for a name, and hide nobody."""
_GONE = "hidden"
Text = Callable[[str], str]
Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What was left out."""

    items: tuple[tuple[str, int], ...]
    """Why, and how many."""
    places: int
    """Places in the reports where words were hidden."""

    def __str__(self) -> str:
        """Say it in one sentence."""
        total = sum(n for _, n in self.items)
        if not total:
            return "Nothing is flagged: nothing was left out."
        why = ", ".join(f"{says} {n}" for says, n in self.items)
        return f"Left out: {total} ({why}); words hidden at {self.places} places of the reports."


class RedactedRecord(Record):
    """A record whose flagged items and words are hidden, for exports; its file stays as it is."""

    def __init__(self, record: Record) -> None:
        """Hide what was flagged until now."""
        super().__init__(record._store)
        held = opinions(super().decisions())
        self._items, mask, self.hidden = _redacted(super().stored(), held)
        self._mask = mask

    def stored(self) -> Items:
        """Give all items but those that are hidden."""
        return self._items

    def reports(self) -> tuple[ReportItem, ...]:
        """Give the reports with their words hidden."""
        return self._items.reports

    def decisions(self) -> tuple[Decision, ...]:
        """Give the log; what names somebody hidden is hidden there too, so its hashes hold in the record only."""
        return tuple(self._mask.decision(d) for d in super().decisions())

    def skipped(self) -> tuple[SkippedReport, ...]:
        """Give the reports that were set aside."""
        words = self._mask.words
        return tuple(replace(s, source=words(s.source), reason=words(s.reason)) for s in super().skipped())


@dataclass(frozen=True)
class _Mask:
    words: Text
    texts: dict[str, str]
    """The texts of reports, hidden words as blocks."""
    ids: dict[str, str]

    def value(self, value: Any) -> Any:
        """Hide words wherever a value holds text; quotes are cut from the hidden text."""
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, Quote):
            return replace(value, exact=self.texts[value.report][value.start : value.end])
        if isinstance(value, tuple):
            return tuple(self.value(x) for x in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: self.value(getattr(value, f.name)) for f in fields(value) if f.init})
        return value

    def plain(self, value: Any) -> Any:
        """Hide words in JSON values; a place in a report is cut from the hidden text."""
        if isinstance(value, str):
            return self.ids.get(value) or self.words(value)
        if isinstance(value, list):
            return [self.plain(x) for x in value]
        if not isinstance(value, dict):
            return value
        if {"report", "start", "end", "exact"} <= value.keys() and value["report"] in self.texts:
            value = value | {"exact": self.texts[value["report"]][value["start"] : value["end"]]}
        return {self.ids.get(k, k): self.plain(v) for k, v in value.items()}

    def decision(self, d: Decision) -> Decision:
        """Hide what a decision tells of somebody hidden."""
        told = {name: self.plain(getattr(d, name)) for name in ("target", "before", "after", "reason")}
        return replace(d, **told)


def _redacted(items: Items, held: Opinions) -> tuple[Items, _Mask, Hidden]:
    shelf, spans, names = Shelf(items), defaultdict[str, list[tuple[int, int]]](list), set[str]()
    gone, counts = [], Counter[str]()
    for target, flag in held.flags.items():
        found = _found(shelf, target, flag)
        if flag.says == "words":
            names.add(target)
        elif found is not None:
            gone.append(found)
            names |= _names(found)
            for quote in _words_of(found):
                spans[quote.report].append((quote.start, quote.end))
        if flag.says == "words" or found is not None:
            counts[flag.means] += 1
    for item in gone:
        shelf.drop(item.KIND, item.id)
        shelf.repoint({item.id: None})
    words = _hiding(names)
    texts = {r.id: _blocked(words(r.text), spans.get(r.id, ())) for r in items.reports}
    mask = _Mask(words, texts, {i.id: _GONE for i in gone})
    left = shelf.items()
    hidden = {name: mask.value(getattr(left, name)) for name in GROUPS.values()}
    reports = tuple(
        replace(r, text=texts[r.id], title=words(r.title) if r.title else r.title, source=words(r.source),
                authors=tuple(map(words, r.authors)))
        for r in items.reports
    )  # fmt: skip
    places = sum(len(re.findall(BLOCK + "+", text)) for text in texts.values())
    return replace(left, reports=reports, **hidden), mask, Hidden(tuple(sorted(counts.items())), places)


def _found(shelf: Shelf, target: str, flag: Opinion) -> Any:
    return shelf.get(flag.says, target) if flag.says in GROUPS else None


def _words_of(item: Any) -> Iterable[Quote]:
    """The words that tell an item; those that name an actor or a place are found by name."""
    if hasattr(item, "accounts"):
        return [q for a in item.accounts for q in quotes_of(a)]
    return getattr(item, "quotes", ())


def _names(item: Any) -> set[str]:
    """The names of somebody or of a place; of a person the last name alone too."""
    if not hasattr(item, "names"):
        return set()
    found = {item.name, *(n.text for n in item.names)}
    if getattr(item, "type", "") == "person":
        found |= {last for name in found if len(last := name.split()[-1]) > 2 and last[0].isupper()}
    return {n for n in found if n.casefold() not in NOBODY and (" " in n or n[:1].isupper())}


def _hiding(names: Iterable[str]) -> Text:
    """Give what hides names in a text, the longest first, whatever their case and line breaks."""
    longest = sorted({n for n in names if n.strip()}, key=lambda n: (-len(n), n))
    if not longest:
        return lambda text: text
    forms = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda hit: BLOCK * len(hit[0]), text)


def _blocked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put blocks over some characters; line breaks stay."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [c if c == "\n" else BLOCK for c in letters[start:end]]
    return "".join(letters)
