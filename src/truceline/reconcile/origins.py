"""Which reports are copies of one text: an origin is one independent voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truceline.domain.document import Document
from truceline.domain.identity import made_id
from truceline.domain.shingles import Copy, copies


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of every report, and of which report a copy is one."""

    ids: dict[str, str]
    copy_of: dict[str, Copy]
    """Report id to the copy relation with the origin's oldest member; the oldest itself is not in it."""

    def count(self, reports: Sequence[str]) -> int:
        """Count the independent origins behind some reports."""
        return len({self.ids[r] for r in reports})


def find_origins(documents: Sequence[Document]) -> Origins:
    """Group reports that copy one another, before anything is counted."""
    pairs = copies({d.id: _body(d) for d in documents})
    home = {d.id: d.id for d in documents}
    for pair in pairs:
        left, right = _root(home, pair.left), _root(home, pair.right)
        home[max(left, right)] = min(left, right)
    families: dict[str, list[Document]] = {}
    for document in documents:
        families.setdefault(_root(home, document.id), []).append(document)
    degrees = {frozenset((c.left, c.right)): c for c in pairs}
    ids: dict[str, str] = {}
    copy_of: dict[str, Copy] = {}
    for family in families.values():
        first = min(family, key=_age)
        made = made_id("origin", min(d.id for d in family))
        for document in family:
            ids[document.id] = made
            if document is not first and (copy := degrees.get(frozenset((first.id, document.id)))):
                copy_of[document.id] = copy
    return Origins(ids, copy_of)


def _root(home: dict[str, str], id: str) -> str:
    while home[id] != id:
        id = home[id]
    return id


def _age(document: Document) -> tuple[date, int, str]:
    """The oldest report, of equally old ones the longest, is taken for the one that others copy."""
    days = document.published.days
    return (days.latest or days.earliest or date.max, -len(document.text), document.id)


def _body(document: Document) -> str:
    return "\n".join(document.text[p.start : p.end] for p in document.parts if p.role == "body")
