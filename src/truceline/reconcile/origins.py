"""Which reports are copies of one text: an origin is one independent voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.domain.document import Document
from truceline.domain.identity import made_id
from truceline.domain.shingles import copies, fingerprint


@dataclass(frozen=True, slots=True)
class CopyOf:
    """The report that another one copies, and how closely: verbatim, re_headlined, cut or rewritten."""

    report: str
    degree: str


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of every report, and of which report a copy is one."""

    ids: dict[str, str]
    copy_of: dict[str, CopyOf]
    """By report id; the oldest report of an origin is not in it."""

    def count(self, reports: Sequence[str]) -> int:
        """Count the independent origins behind some reports."""
        return len({self.ids[r] for r in reports})


def find_origins(documents: Sequence[Document]) -> Origins:
    """Group reports that copy one another, before anything is counted."""
    ordered = sorted(documents, key=lambda d: d.id)
    degrees = {
        frozenset((ordered[a].id, ordered[b].id)): degree for a, b, degree in copies([fingerprint(d) for d in ordered])
    }
    home = {d.id: d.id for d in ordered}
    for one, other in sorted(tuple(sorted(pair)) for pair in degrees):
        left, right = _root(home, one), _root(home, other)
        home[max(left, right)] = min(left, right)
    families: dict[str, list[Document]] = {}
    for document in ordered:
        families.setdefault(_root(home, document.id), []).append(document)
    ids: dict[str, str] = {}
    copy_of: dict[str, CopyOf] = {}
    for root, family in families.items():
        first = min(family, key=_age)
        for document in family:
            ids[document.id] = made_id("origin", root)
            if document is not first:
                copy_of[document.id] = _nearest(document, first, family, degrees)
    return Origins(ids, copy_of)


def _nearest(one: Document, first: Document, family: list[Document], degrees: dict[frozenset[str], str]) -> CopyOf:
    """The oldest report if this one copies it, else the oldest of those that it copies directly."""
    for other in sorted(family, key=lambda d: (d is not first, _age(d))):
        if degree := degrees.get(frozenset((one.id, other.id))):
            return CopyOf(other.id, degree)
    raise AssertionError("a member of an origin copies another member")


def _root(home: dict[str, str], id: str) -> str:
    while home[id] != id:
        id = home[id]
    return id


def _age(document: Document) -> tuple[date, int, str]:
    """The oldest report, of equally old ones the longest, is taken for the one that others copy."""
    days = document.published.days
    return (days.latest or days.earliest or date.max, -len(document.text), document.id)
