"""From what a format gives to a document: checks that it is a report in English, its parts, and who published it."""

from __future__ import annotations

import re
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


_SUBJECT = re.compile(r"^(?:subject|re|fwd?)\s*:\s*", re.IGNORECASE)
_ISSUED = re.compile(
    r"(?:joint |press |final |official |public |military )*"
    r"(?:communiqu[eé]|declaration|statement|press release|bulletin|resolution)\s+(?:no|n[o°]|nr|number|#|\d)",
    re.IGNORECASE,
)
"""How a numbered communiqué calls itself, below the names of those who issue it."""
_NO_REPORT = re.compile(
    r"\b(?:404 (?:error|not found)|error 404|403 forbidden|500 internal)\b"
    r"|page (?:you (?:\w+ ){1,5})?(?:was |could |can |does )?(?:not|n't|cannot) (?:be found|found|exist)"
    r"|page not found|access (?:is )?denied|are (?:you )?(?:not )?a robot|verify (?:that )?you are (?:a )?human"
    r"|checking your browser|enable javascript|(?:subscribe|log in|sign in) to (?:read|continue)"
    r"|this page is unavailable",
    re.IGNORECASE,
)
"""What a site answers instead of a report."""
_SHORT = 60
"""Words of the longest answer of that sort."""


def _check(text: str, source: str) -> None:
    if len(text) > LONGEST:
        raise TooLarge(f"{source} has more than {LONGEST:,} characters.", source=source)
    words = words_of(text)
    if not words:
        raise EmptyReport(f"{source} holds no text.", source=source)
    if len(words) < FEWEST:
        raise EmptyReport(f"{source} holds only {len(words)} words and is no report.", source=source)
    if len(words) < _SHORT and (found := _NO_REPORT.search(text)):
        raise EmptyReport(f"{source} is a site's answer (“{found[0]}”) and no report.", source=source)
    if not is_english(words):
        raise NotEnglish(f"{source} is not in English.", source=source)


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _title(text: str, parts: Sequence[Part]) -> str | None:
    """Give the headline; a kicker of one or two words above it is passed over, and so is who issues a communiqué."""
    lines = [p for p in parts[:6] if p.role == "headline"]
    if not lines:
        return None
    titles = [_clean(_SUBJECT.sub("", text[p.start : p.end])) or "" for p in lines]
    if issued := next((title for title in titles if _ISSUED.match(title)), None):
        return issued
    if len(lines) > 1 and len(titles[0].split()) <= 2 and parts.index(lines[1]) == parts.index(lines[0]) + 1:
        return titles[1]
    return titles[0] or None


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
