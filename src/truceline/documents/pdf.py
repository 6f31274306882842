"""PDF files that hold text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2

from truceline.documents.assembly import LONGEST, Material, Piece, assemble, joined
from truceline.domain.document import Document, Part, Report
from truceline.errors import EmptyReport, ProtectedReport, TooLarge, UnreadableText

_MEDIA_TYPE = "application/pdf"
_BROKEN_WORD = re.compile("[\ufffe\x02]")
_MOST_PAGES = 2000
_INDENT = 8
"""Points by which the first line of a paragraph is set in, at least."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its words, and where it begins in points from the lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


class Pdf:
    """A PDF file."""

    name = "pdf"
    media_types: tuple[str, ...] = (_MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".pdf",)

    def recognises(self, report: Report) -> bool:
        """Tell by the first bytes; some writers put a few others before them."""
        return b"%PDF-" in report.content[:1024]

    def document(self, report: Report) -> Document:
        """Make the document."""
        source = report.source
        try:
            pdf = pypdfium2.PdfDocument(report.content)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise ProtectedReport(f"{source} is locked with a password.", source=source) from error
            raise UnreadableText(f"{source} is a damaged PDF file.", source=source) from error
        try:
            pages = list(_pages(pdf, source))
            stated = pdf.get_metadata_dict()
        except pypdfium2.PdfiumError as error:
            raise UnreadableText(f"{source} is a damaged PDF file.", source=source) from error
        finally:
            pdf.close()
        text, known = _text(pages)
        if not text.strip():
            raise EmptyReport(f"{source} holds no text; it may be scanned.", source=source)
        author = stated.get("Author") or ""
        material = Material(
            text, _MEDIA_TYPE, known, True, title=stated.get("Title") or None, authors=(author,) if author else ()
        )
        return assemble(report, material)


def _pages(pdf: Any, source: str) -> Iterator[list[_Line]]:
    """Yield the lines of every page."""
    size = 0
    if len(pdf) > _MOST_PAGES:
        raise TooLarge(f"{source} has more than {_MOST_PAGES:,} pages.", source=source)
    for number in range(len(pdf)):
        page = pdf[number]
        words = page.get_textpage()
        lines = list(_lines(words))
        words.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        if size > LONGEST:
            raise TooLarge(f"{source} has more than {LONGEST:,} characters.", source=source)
        yield lines


def _lines(words: Any) -> Iterator[_Line]:
    """Yield the lines of a page in the order of its content."""
    at = 0
    for raw in re.split(r"(\r\n|\n|\r)", words.get_text_range()):
        # A word broken at a line's end stays broken: what is stored is what is printed.
        text = _BROKEN_WORD.sub("-\n", raw)
        boxes = [words.get_charbox(at + k) for k in _corners(raw)] if raw.strip() else []
        at += len(raw.encode("utf-16-le")) // 2
        if not boxes:
            continue
        for piece in text.split("\n"):
            if piece.strip():
                tops, bottoms = [box[3] for box in boxes], [box[1] for box in boxes]
                yield _Line(piece.strip(), boxes[0][0], boxes[-1][2], max(tops), min(bottoms))


def _corners(raw: str) -> list[int]:
    """Give the places of the first and last letter that is printed."""
    seen = [i for i, letter in enumerate(raw) if not letter.isspace()]
    return [seen[0], seen[-1]]


def _text(pages: list[list[_Line]]) -> tuple[str, tuple[Part, ...]]:
    """Put the lines together to paragraphs; what repeats on the pages' edges is boilerplate."""
    furniture = _furniture(pages)
    paragraphs: list[list[str]] = []
    roles: list[str | None] = []
    for lines in pages:
        shape = _Shape.of(lines)
        after_edge = True
        for i, line in enumerate(lines):
            edge = _is_furniture(i, lines, furniture)
            if edge or after_edge or shape.begins(lines[i - 1], line):
                paragraphs.append([])
                roles.append("boilerplate" if edge else None)
            paragraphs[-1].append(line.text)
            after_edge = edge
    return joined([Piece("\n".join(lines), role) for lines, role in zip(paragraphs, roles, strict=True)])


def _furniture(pages: list[list[_Line]]) -> frozenset[str]:
    """Give the lines that stand on the edges of several pages: outermost ones numbers apart, short inner ones as is."""
    outer = Counter(shape for lines in pages for shape in {_shape(x.text) for x in [*lines[:1], *lines[-1:]]})
    inner = Counter(
        text for lines in pages for text in {x.text for x in [*lines[1:2], *lines[-2:-1]] if len(x.text) < 60}
    )
    often = max(2, (len(pages) + 1) // 2)
    return frozenset(line for counts in (outer, inner) for line, count in counts.items() if count >= often)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip().lower()


def _is_furniture(i: int, lines: list[_Line], furniture: frozenset[str]) -> bool:
    if i in (0, len(lines) - 1):
        return _shape(lines[i].text) in furniture
    return i in (1, len(lines) - 2) and lines[i].text in furniture


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the lines of a page lie: by this a line is seen to begin a paragraph."""

    gap: float
    """From line to line within a paragraph, in points."""
    left: float
    right: float
    indents: bool
    """Whether few enough lines are indented for an indent to mean something."""

    @classmethod
    def of(cls, lines: list[_Line]) -> _Shape:
        """Measure a page."""
        gaps = [one.bottom - other.bottom for one, other in pairwise(lines) if one.bottom > other.bottom]
        left = min((line.left for line in lines), default=0.0)
        right = max((line.right for line in lines), default=0.0)
        indented = sum(line.left > left + _INDENT for line in lines)
        return cls(median(gaps) if gaps else 0.0, left, right, indented < len(lines) / 2)

    def begins(self, before: _Line, line: _Line) -> bool:
        """Tell whether a line begins a paragraph: more room above, other letters, an indent, a short line before."""
        room = before.bottom - line.bottom
        if self.gap and (room > 1.35 * self.gap or room < 0):
            return True
        size, size_before = line.top - line.bottom, before.top - before.bottom
        if size_before > 1.4 * size or size > 1.8 * size_before:
            return True
        if self.indents and line.left > self.left + _INDENT >= before.left:
            return True
        width = self.right - self.left
        return before.right < self.left + 0.7 * width and not line.text[:1].islower()
