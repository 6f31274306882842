"""A JSON object that holds a report under the usual field names: a row of a collection, or a file of one."""

from __future__ import annotations

import json
from dataclasses import replace

from truceline.documents.assembly import Material, assemble
from truceline.documents.decoding import decode
from truceline.documents.html import page_material
from truceline.domain.document import Document, Report
from truceline.domain.rows import stated
from truceline.errors import EmptyReport, UnknownFormat

_MEDIA_TYPE = "application/json"


class JsonRow:
    """A JSON object with the text or the page of a report."""

    name = "json"
    media_types: tuple[str, ...] = (_MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, report: Report) -> bool:
        """Tell by the media type or the name, and the first bracket."""
        named = (report.media_type or "").startswith(_MEDIA_TYPE) or report.source.lower().endswith(self.suffixes)
        return named and report.content.lstrip()[:1] in (b"{", b"[")

    def document(self, report: Report) -> Document:
        """Make the document."""
        try:
            row = json.loads(report.content)
        except (ValueError, RecursionError) as error:
            raise UnknownFormat(f"{report.source} is not JSON.", source=report.source) from error
        given = stated(row) if isinstance(row, dict) else {}
        told = tuple((thing, value) for thing, value in given.items() if thing not in ("text", "html"))
        document = assemble(replace(report, given=report.given or told), _material(given, report.source))
        return replace(document, media_type=_MEDIA_TYPE)


def _material(given: dict[str, str], source: str) -> Material:
    if "text" in given:
        return Material(decode(given["text"].encode("utf-8", "replace"), source), _MEDIA_TYPE)
    if "html" in given:
        return page_material(given["html"], source)
    raise EmptyReport(f"{source} has no text under a name that we know.", source=source)
