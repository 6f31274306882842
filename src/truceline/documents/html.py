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
_BREAK = "\ue001"
"""A private character for the break of a line."""
_ROLES = {"head": "headline"}
_BLOCKS = frozenset({"p", "head", "list", "item", "table", "row", "cell", "quote", "div"})
"""Elements of the extraction that begin a paragraph."""
_WHOLE = ("head", "list", "table", "quote", "div")
"""Elements that no cell of figures holds."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n\s*")
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

    tree = _tree(_CONTROLS.sub(" ", page.replace(_CAPTION, "").replace(_BREAK, "")), source)
    _mark_captions(tree)
    _mark_paragraphs(tree)
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


def _mark_paragraphs(tree: Any) -> None:
    """Mark the empty lines of typed text: the extraction takes them as white space, there they divide paragraphs."""
    for typed in tree.iter("pre"):
        for element in typed.iter():
            element.text = _EMPTY_LINE.sub(_BREAK, element.text or "")
            if element is not typed:
                element.tail = _EMPTY_LINE.sub(_BREAK, element.tail or "")


def _pieces(element: Any) -> Iterator[Piece]:
    """Yield the paragraphs of an element of the extraction, in order."""
    if element.tag == "row" and not any(map(_holds_paragraphs, element)):
        # A row of figures stays one line; a row that lays out the page falls into its paragraphs.
        cells = (_words(_with_breaks(cell).replace(_BREAK, " ")) for cell in element)
        yield Piece(" | ".join(filter(None, cells)))
        return
    role = _ROLES.get(element.tag)
    text = element.text or ""
    for child in element:
        if _stands_alone(child, within=element.tag):
            yield from _lines(text, role)
            yield from _pieces(child)
            text = ""
        else:
            text += _BREAK if child.tag == "lb" else _with_breaks(child)
        text += child.tail or ""
    yield from _lines(text, role)


def _stands_alone(child: Any, *, within: str) -> bool:
    """Tell whether an element is a paragraph or holds some; a short quote within a paragraph is part of it."""
    if child.tag == "quote" and within in ("p", "head"):
        return child.find("p") is not None
    return any(inner.tag in _BLOCKS for inner in child.iter())


def _holds_paragraphs(cell: Any) -> bool:
    """Tell whether a cell of a table holds a page's paragraphs, not a figure or a name."""
    return (
        len(cell.findall("lb")) > 1 or len(cell.findall("p")) > 1 or any(cell.find(tag) is not None for tag in _WHOLE)
    )


def _with_breaks(element: Any) -> str:
    """Give the words of an element with a mark where its lines were broken."""
    text = element.text or ""
    for child in element:
        text += (_BREAK if child.tag == "lb" else _with_breaks(child)) + (child.tail or "")
    return text


def _lines(text: str, role: str | None) -> Iterator[Piece]:
    """Yield the paragraphs of an element: a break of a line ends one unless its sentence goes on."""
    paragraph = ""
    for line in map(_words, text.split(_BREAK)):
        goes_on = line.removeprefix(_CAPTION)[:1].islower() and not paragraph.endswith((".", "!", "?"))
        if paragraph and not goes_on:
            yield _piece(paragraph, role)
            paragraph = ""
        paragraph = f"{paragraph} {line}".strip()
    if paragraph:
        yield _piece(paragraph, role)


def _piece(text: str, role: str | None) -> Piece:
    return Piece(text.replace(_CAPTION, ""), "caption" if text.startswith(_CAPTION) else role)


def _words(text: str) -> str:
    """Join the white space that the page's source breaks lines with; a no-break space stays."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()
