"""Markdown: its marks are taken out, headings and pictures give their roles, the front matter what it states."""

from __future__ import annotations

import re

from truceline.documents.assembly import Material, Piece, assemble, joined
from truceline.documents.decoding import decode
from truceline.domain.document import Document, Report

_FRONT = re.compile(r"\A---\n(?P<rows>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)\n")
_ROW = re.compile(r"^(?P<name>[A-Za-z_-]+):\s*(?P<value>.+?)\s*$", re.MULTILINE)
_BLOCKS = re.compile(r"\n[ \t]*\n+")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>[^\n]*?)\s*#*$")
_UNDERLINED = re.compile(r"^(?P<text>[^\n]+)\n(?:=+|-+)\s*$")
_RULE = re.compile(r"^(?:[-*_]\s*){3,}$")
_PICTURE = re.compile(r"!\[(?P<text>[^\]\n]*)\]\([^)\n]*\)")
_INLINE = (
    (re.compile(r"\[(?P<text>[^\]\n]+)\]\([^)\n]*\)"), r"\g<text>"),
    (re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(?P<text>[^\n]+?)(?<=\S)\1(?![\w*])"), r"\g<text>"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)(?P<text>[^*_\n]+?)(?<=\S)\1(?![\w*])"), r"\g<text>"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]+)>"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!$-])"), r"\1"),
    (re.compile(r"(?m)^>\s?"), ""),
)


class Markdown:
    """A text file with the marks of Markdown."""

    name = "markdown"
    media_types: tuple[str, ...] = ("text/markdown",)
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, report: Report) -> bool:
        """Tell by the name or the media type: marks alone also stand in plain text."""
        kind = (report.media_type or "").partition(";")[0]
        return kind in self.media_types or report.source.lower().endswith(self.suffixes)

    def document(self, report: Report) -> Document:
        """Make the document."""
        text = decode(report.content, report.source)
        front = _FRONT.match(text)
        stated = {m["name"].lower(): m["value"].strip("\"'") for m in _ROW.finditer(front["rows"])} if front else {}
        pieces = [piece for block in _BLOCKS.split(text[front.end() if front else 0 :]) for piece in _pieces(block)]
        title = stated.get("title")
        if title and not any(piece.text == title for piece in pieces[:2]):
            pieces.insert(0, Piece(title, "headline"))
        written, known = joined(pieces)
        author = stated.get("author")
        material = Material(
            text=written,
            media_type="text/markdown",
            known=known,
            title=title,
            publisher=stated.get("publisher"),
            authors=(author,) if author else (),
            published=stated.get("date"),
            url=stated.get("url"),
        )
        return assemble(report, material)


def _pieces(block: str) -> list[Piece]:
    """Give the paragraphs of a block without their marks."""
    block = block.strip("\n")
    pictures = [Piece(found["text"], "caption") for found in _PICTURE.finditer(block) if found["text"].strip()]
    block = _PICTURE.sub("", block).strip()
    if not block or _RULE.match(block):
        return pictures
    first, _, rest = block.partition("\n")
    if heading := _HEADING.match(first):
        return [*pictures, Piece(_plain(heading["text"]), "headline"), *([Piece(_plain(rest))] if rest.strip() else [])]
    if underlined := _UNDERLINED.match(block):
        return [*pictures, Piece(_plain(underlined["text"]), "headline")]
    return [*pictures, Piece(_plain(block))]


def _plain(text: str) -> str:
    for pattern, put in _INLINE:
        text = pattern.sub(put, text)
    return text
