"""From what a format gives to a document: checks that it is a report in English, its parts, and who published it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.documents.bylines import authors_of, bare_author
from truceline.documents.dating import derive_published
from truceline.documents.english import FEWEST, is_english, words_of
from truceline.documents.metadata import listed_authors, published_on, site_of
from truceline.documents.parts import find_parts
from truceline.documents.publishers import publisher_of
from truceline.domain.document import Document, Part, Report
from truceline.errors import EmptyReport, NotEnglish, TooLarge

LONGEST = 2_000_000
"""Characters of the longest document that is read."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a format gives: the text, roles that it states, and what is stated beside the text."""

    text: str
    media_type: str
    known: tuple[Part, ...] = ()
    paragraphs_stated: bool = False
    """Whether empty lines, and nothing else, stand between paragraphs."""
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that a format gives, with the role that it states."""

    text: str
    role: str | None = None


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Part, ...]]:
    """Join paragraphs with empty lines between, and give the parts whose roles are stated."""
    texts: list[str] = []
    known: list[Part] = []
    at = 0
    for piece in pieces:
        if text := piece.text.strip():
            if piece.role:
                known.append(Part(piece.role, at, at + len(text)))
            texts.append(text)
            at += len(text) + 2
    return "\n\n".join(texts), tuple(known)


def assemble(report: Report, material: Material) -> Document:
    """Make the document of a report; raise SkipReport if it holds no report in English."""
    text = material.text
    _check(text, report.source)
    parts = find_parts(text, material.known, paragraphs_stated=material.paragraphs_stated)
    given = dict(report.given)
    own_title = _title(text, parts)
    signed = listed_authors(given.get("authors")) or _signed(text, parts) or material.authors
    site = site_of(given.get("url") or material.url or "")
    document = Document(
        id=report.id,
        source=report.source,
        sha256=report.sha256,
        media_type=material.media_type,
        title=_clean(given.get("title")) or own_title or material.title,
        publisher=_clean(given.get("publisher")) or material.publisher or publisher_of(text, parts) or site,
        authors=signed,
        published=published_on(given.get("published") or material.published),
        language="en",
        text=text,
        parts=parts,
    )
    return replace(document, published=derive_published(document))


def _check(text: str, source: str) -> None:
    if len(text) > LONGEST:
        raise TooLarge(f"{source} has more than {LONGEST:,} characters.", source=source)
    words = words_of(text)
    if not words:
        raise EmptyReport(f"{source} holds no text.", source=source)
    if len(words) < FEWEST:
        raise EmptyReport(f"{source} holds only {len(words)} words and is no report.", source=source)
    if not is_english(words):
        raise NotEnglish(f"{source} is not in English.", source=source)


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _title(text: str, parts: Sequence[Part]) -> str | None:
    """Give the headline; a kicker of one or two words above it is passed over."""
    lines = [p for p in parts[:6] if p.role == "headline"]
    if not lines:
        return None
    first = _clean(text[lines[0].start : lines[0].end])
    if len(lines) > 1 and first and len(first.split()) <= 2 and parts.index(lines[1]) == parts.index(lines[0]) + 1:
        return _clean(text[lines[1].start : lines[1].end])
    return first


def _signed(text: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """Give the authors that the bylines name."""
    names: list[str] = []
    for part in parts:
        if part.role == "byline":
            line = text[part.start : part.end]
            bare = bare_author(line)
            found = authors_of(line)
            names += found if found is not None else [bare] if bare else []
    return tuple(dict.fromkeys(names))
