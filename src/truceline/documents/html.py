"""Web pages: main text and metadata by trafilatura, captions of pictures kept as captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as parser

from truceline.documents.assembly import Material, Piece, assemble, joined
from truceline.documents.decoding import decode
from truceline.domain.document import Document, Report
from truceline.errors import EmptyReport

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)|<\?xml[^>]+encoding=[\"']([\w.:-]+)", re.IGNORECASE)
_PAGE = re.compile(
    rb"^\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.I | re.S
)
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f]|&#(?:0*(?:[0-8]|11|1[4-9]|2\d|3[01])|x0*(?:[0-8be]|1[0-9a-f]));", re.IGNORECASE
)
"""Control characters, as such or as references: the library gives up a page that holds one."""
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.IGNORECASE)
_CAPTION = "\ue000"
"""A private character that carries "this was a caption" through the extraction; never in a document's text."""
_ROLES = {"head": "headline"}
_FIRST_DAY, _LAST_DAY = "1990-01-01", "2099-12-31"
"""Fixed, so that the same page gives the same day whenever it is read."""


class WebPage:
    """A page of HTML."""

    name = "html"
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, report: Report) -> bool:
        """Tell by the first tag, the name or the media type."""
        kind = (report.media_type or "").partition(";")[0]
        known = kind in self.media_types or report.source.lower().endswith(self.suffixes)
        return known or bool(_PAGE.match(report.content[:4096].removeprefix(b"\xef\xbb\xbf")))

    def document(self, report: Report) -> Document:
        """Make the document."""
        declared = _DECLARED.search(report.content[:4096])
        encoding = (declared[1] or declared[2]).decode("ascii") if declared else None
        return assemble(report, page_material(decode(report.content, report.source, encoding), report.source))


def page_material(page: str, source: str) -> Material:
    """Give the main text of a page and what the page states of it."""
    # Imported here: the library takes a third of a second to load, and most reports are no web pages.
    from trafilatura import bare_extraction

    tree = _tree(_CONTROLS.sub(" ", page.replace(_CAPTION, "")), source)
    _mark_captions(tree)
    found: Any = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "min_date": _FIRST_DAY,
            "max_date": _LAST_DAY,
        },
    )
    if found is None or not found.text:
        raise EmptyReport(f"{source} holds no main text.", source=source)
    pieces = list(_pieces(found.body))
    if found.title and not any(_same(found.title, piece.text) for piece in pieces[:3]):
        pieces.insert(0, Piece(found.title, "headline"))
    text, known = joined(pieces)
    return Material(
        text,
        "text/html",
        known,
        True,
        found.title,
        found.sitename or found.hostname,
        tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        found.date,
        found.url,
    )


def _tree(page: str, source: str) -> Any:
    """Parse a page without network, entities of its own or huge trees."""
    safe = parser.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = parser.document_fromstring(_PROLOGUE.sub("", page).encode("utf-8"), parser=safe)
    except (etree.LxmlError, ValueError) as error:
        raise EmptyReport(f"{source} holds no readable page.", source=source) from error
    return tree


def _mark_captions(tree: Any) -> None:
    """Turn every caption into a marked paragraph behind its figure: the extraction drops figures with all in them."""
    for caption in list(tree.iter("figcaption")):
        words = " ".join("".join(caption.itertext()).split())
        figure = next((up for up in caption.iterancestors("figure")), caption)
        caption.getparent().remove(caption)
        parent = figure.getparent()
        if not words or parent is None:
            continue
        paragraph = parser.Element("p")
        paragraph.text = _CAPTION + words
        paragraph.tail, figure.tail = figure.tail, None
        parent.insert(parent.index(figure) + 1, paragraph)


def _pieces(body: Any) -> Iterator[Piece]:
    """Yield the paragraphs of the extracted body, in order."""
    for element in body:
        if element.tag in ("list", "table", "div", "quote") and len(element):
            if (element.text or "").strip():
                yield Piece(_words(element.text))
            yield from _pieces(element)
            continue
        text = _words("".join(element.itertext()))
        if text.startswith(_CAPTION):
            yield Piece(text.replace(_CAPTION, ""), "caption")
        elif text:
            yield Piece(text.replace(_CAPTION, ""), _ROLES.get(element.tag))


def _words(text: str) -> str:
    """Join the white space that the page's source breaks lines with; a no-break space stays."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()
