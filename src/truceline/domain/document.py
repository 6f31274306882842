"""A report as it came, the document we made of it, and quotes of that document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.errors import EvidenceMismatch

PART_ROLES = ("headline", "byline", "dateline", "body", "caption", "boilerplate")


@dataclass(frozen=True)
class Report:
    """Bytes as they were published, and what their source says about them."""

    source: str
    """File name or address as given, with / between folders; inside an archive or collection: outer!inner."""
    content: bytes
    media_type: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    """What a collection states beside the bytes: title, publisher, authors, published, language."""

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def id(self) -> str:
        """The id of the report, made from its bytes."""
        return "report-" + self.sha256[:12]


@dataclass(frozen=True, slots=True)
class Quote:
    """Some characters of one document: text[start:end] == exact, counted in code points."""

    report: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document with a role of PART_ROLES."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """The days in which a report was published, on what basis, and the words that say so."""

    days: Days = UNKNOWN_DAYS
    basis: str = "unknown"
    """stated, derived, reported_elsewhere or unknown."""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The text we made of a report; it never changes."""

    id: str
    """The id of the report that it was made of."""
    source: str
    sha256: str
    media_type: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: Published
    language: str
    text: str
    parts: tuple[Part, ...]
    """In order, not overlapping; what no part covers is white space."""

    def quote(self, start: int, end: int) -> Quote:
        """Quote some characters; the only way to make a quote."""
        if not 0 <= start < end <= len(self.text):
            raise EvidenceMismatch(f"{self.source} has no characters {start} to {end}")
        return Quote(self.id, start, end, self.text[start:end])

    def carries(self, quote: Quote) -> bool:
        """Tell whether the quote shows what the document has at its place."""
        return quote.report == self.id and self.text[quote.start : quote.end] == quote.exact

    def role_at(self, position: int) -> str | None:
        """Give the role of the part that covers a character, or None between parts."""
        return next((p.role for p in self.parts if p.start <= position < p.end), None)
