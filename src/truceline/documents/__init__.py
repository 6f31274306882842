"""From a report to its document: its text, parts, title, publisher, authors, language and publication days."""

from __future__ import annotations

from truceline.contracts import Format
from truceline.documents.docx_file import WordFile
from truceline.documents.html import WebPage
from truceline.documents.json_row import JsonRow
from truceline.documents.markdown import Markdown
from truceline.documents.pdf import Pdf
from truceline.documents.signatures import refuse_other_kinds
from truceline.documents.text import PlainText
from truceline.domain.document import Document, Report
from truceline.errors import EmptyReport

FORMATS: tuple[Format, ...] = (Pdf(), WordFile(), JsonRow(), WebPage(), Markdown(), PlainText())
"""The first that recognises a report makes its document."""


def make_document(report: Report) -> Document:
    """Make the document of a report; raise SkipReport, with one sentence that tells why, if it holds none."""
    if not report.content.strip():
        raise EmptyReport(f"{report.source} is empty.", source=report.source)
    refuse_other_kinds(report)
    return next(format_ for format_ in FORMATS if format_.recognises(report)).document(report)
