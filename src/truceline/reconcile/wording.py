"""Loaded phrases of all reports, each occurrence a line, with ids that hold across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Wording
from truceline.domain.mention import Reading
from truceline.reconcile.books import Books


def all_wording(
    readings: Sequence[Reading], books: Books, targets: Mapping[str, Mapping[tuple[str, str], str]]
) -> tuple[Wording, ...]:
    """Give every loaded phrase with its target and voice; `targets` are ids by kind, report and key."""
    found = []
    for reading in readings:
        report = reading.document.id
        for m in reading.wording:
            kind, key = m.target or ("", "")
            target = books.actors.id(report, key) if kind == "actor" else targets.get(kind, {}).get((report, key))
            found.append(
                Wording(
                    made_id("wording", quote_key(m.quote), m.class_), m.phrase, m.class_, target,
                    books.actors.id(report, m.voice), report, (m.quote,),
                )
            )  # fmt: skip
    return tuple(sorted({w.id: w for w in found}.values(), key=lambda w: w.id))
