"""Plain text: the decoded file with LF line ends, nothing else changed."""

from __future__ import annotations

import re

from truceline.documents.assembly import Material, assemble
from truceline.documents.decoding import decode
from truceline.domain.document import Document, Report

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


class PlainText:
    """A text file; whatever is no other format is tried as one."""

    name = "text"
    media_types: tuple[str, ...] = ("text/plain",)
    suffixes: tuple[str, ...] = (".txt", ".text")

    def recognises(self, report: Report) -> bool:
        """Take anything."""
        return True

    def document(self, report: Report) -> Document:
        """Make the document."""
        declared = _CHARSET.search(report.media_type or "")
        text = decode(report.content, report.source, declared[1] if declared else None)
        return assemble(report, Material(text, "text/plain"))
