"""Word files (.docx)."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document as open_docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml import etree  # type: ignore[import-untyped]

from truceline.documents.assembly import Material, Piece, assemble, joined
from truceline.domain.document import Document, Report
from truceline.errors import TooLarge, UnknownFormat, UnreadableText

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST = 100 << 20
_RATIO = 200
"""Unpacked bytes for one packed byte: the markup of Word packs better than what an archive of reports may hold."""
_STEP = 1 << 16
_ROLES = {"title": "headline", "heading": "headline", "subtitle": "headline", "caption": "caption"}
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OpcError, etree.LxmlError, OSError,
           RuntimeError, NotImplementedError, AttributeError)  # fmt: skip


class WordFile:
    """A Word file of the kind that is a zip archive of XML."""

    name = "docx"
    media_types: tuple[str, ...] = (_MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".docx",)

    def recognises(self, report: Report) -> bool:
        """Tell by the first bytes: every zip archive that gets this far is taken for one."""
        return report.content.startswith(b"PK\x03\x04")

    def document(self, report: Report) -> Document:
        """Make the document."""
        try:
            _check_archive(report)
            word = open_docx(BytesIO(report.content))
            text, known = joined(list(_pieces(word)))
            properties = word.core_properties
            title, author = properties.title or None, properties.author or ""
        except _DAMAGE as error:
            raise UnreadableText(f"{report.source} is no readable Word file.", source=report.source) from error
        names = () if author.lower() in ("", "python-docx", "user", "admin", "administrator") else (author,)
        # The day on which a file was made is not the day on which a report was published.
        return assemble(report, Material(text, _MEDIA_TYPE, known, True, title, None, names))


def _check_archive(report: Report) -> None:
    """Refuse what unpacks to too much, counted in real bytes, and XML that defines entities."""
    with zipfile.ZipFile(BytesIO(report.content)) as archive:
        if "word/document.xml" not in archive.namelist():
            raise UnknownFormat(f"{report.source} is an archive, not a Word file.", source=report.source)
        most = min(_MOST, max(len(report.content) * _RATIO, 1 << 20))
        for member in archive.infolist():
            with archive.open(member) as stream:
                head = b""
                while piece := stream.read(_STEP):
                    head = head or piece
                    most -= len(piece)
                    if most < 0:
                        raise TooLarge(f"{report.source} unpacks to too many bytes.", source=report.source)
                if b"<!DOCTYPE" in head:
                    raise UnreadableText(f"{report.source} defines entities, which is refused.", source=report.source)


def _pieces(word: Any) -> Iterator[Piece]:
    """Yield paragraphs and cells of tables in order, with the role that the style states."""
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield Piece(
                    " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip())), "body"
                )
            continue
        style = (block.style.name if block.style is not None else "") or ""
        yield Piece(block.text.replace("\r\n", "\n"), _ROLES.get(style.split()[0].lower() if style else ""))
