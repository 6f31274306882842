"""The same statement reported by several reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.domain.identity import made_id, quote_key
from truceline.domain.items import Statement, StatementAccount
from truceline.domain.mention import Reading, StatementMention
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.content_words import overlap, stems
from truceline.reconcile.grouping import Comparison, groups
from truceline.reconcile.merging import commonest, merged_when, union


@dataclass(frozen=True, slots=True)
class Said:
    """One report's telling of a statement, with ids that hold across reports."""

    account: StatementAccount
    mention: StatementMention
    stems: frozenset[str]
    key: str


def same_statements(
    readings: Sequence[Reading], books: Books
) -> tuple[tuple[Statement, ...], dict[tuple[str, str], str]]:
    """Group the tellings of all reports into statements; also give the id of each mention."""
    said = sorted((_said(r.document.id, m, books) for r in readings for m in r.statements), key=lambda s: s.key)
    found: list[Statement] = []
    ids: dict[tuple[str, str], str] = {}
    for group in groups(said, _blocks, COMPARISONS, THRESHOLD):
        statement = _statement(group)
        found.append(statement)
        ids |= {(s.account.report, s.mention.key): statement.id for s in group}
    return tuple(sorted(found, key=lambda s: s.id)), ids


def _said(report: str, m: StatementMention, books: Books) -> Said:
    speakers = books.actors.all(report, m.speakers)
    relayed = books.actors.all(report, m.relayed_by)
    addressees = books.actors.all(report, m.addressees)
    quotes = in_order(m.content_quotes)
    account = StatementAccount(
        report, speakers, relayed, m.form, m.stance, addressees, m.when, m.speaker_quote, m.cue_quote, quotes
    )
    return Said(account, m, stems(quotes), quote_key(quotes[0]) + m.key)


def _blocks(s: Said) -> Iterable[str]:
    return s.account.speakers or ("nobody",)


def _elsewhere(a: Said, b: Said) -> int | None:
    """Two statements of one report are two statements."""
    return None if a.account.report == b.account.report else 0


def _same_speaker(a: Said, b: Said) -> int | None:
    """The same actor speaks."""
    return 2 if set(a.account.speakers) & set(b.account.speakers) else None


def _same_words(a: Said, b: Said) -> int | None:
    """They say the same in the same words."""
    if min(len(a.stems), len(b.stems)) < 2:
        return -2
    shared = overlap(a.stems, b.stems)
    return 3 if shared >= 0.6 else 2 if shared >= 0.45 else -2


def _days_meet(a: Said, b: Said) -> int | None:
    """They may have been made on the same day."""
    one, other = a.account.date, b.account.date
    return 0 if one is None or other is None or one.days.meets(other.days) else -3


COMPARISONS = tuple(Comparison(c) for c in (_elsewhere, _same_speaker, _same_words, _days_meet))
THRESHOLD = 4


def _statement(group: Sequence[Said]) -> Statement:
    accounts = tuple(sorted((s.account for s in group), key=lambda a: (a.report, a.content_quotes[0].start)))
    return Statement(
        id=made_id("statement", min(s.key for s in group)),
        speakers=union(a.speakers for a in accounts),
        stance=commonest(a.stance for a in accounts),
        date=merged_when([a.date for a in accounts], [a.report for a in accounts]),
        accounts=accounts,
    )
