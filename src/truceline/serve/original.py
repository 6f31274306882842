"""A report's own page, written anew from a list of what may stay: no script, no link, no part from elsewhere.

The route's policy and the sandboxed frame stop what runs; this takes out what a policy does not reach, such as
connections that a browser opens ahead of need.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from truceline.errors import BadArgument

KEPT = frozenset(
    "a abbr address article aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q s samp section small "
    "span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Tags that only give a text its shape; of any other the tag goes and the words stay."""
SILENT = frozenset("script style template iframe object svg math noscript textarea select title".split())
"""Tags whose content goes too."""
EMPTY = frozenset("br col hr wbr".split())
SPANS = frozenset({"colspan", "rowspan", "start"})
DEEPEST = 200
"""Tags open at the same time; deeper ones are left out, so that no page overturns a browser."""
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:.-]{1,40})""")


def locked_in(content: bytes) -> str:
    """Give a page with its text and its shape, and nothing that a browser would run, fetch or follow."""
    writer = _Writer()
    writer.feed(_decoded(content).replace("\0", "\ufffd"))
    writer.close()
    words = "".join(writer.written)
    head = '<head><meta charset="utf-8"><title>Report</title></head>'
    return f'<!doctype html>\n<html lang="en">{head}<body>{words}</body></html>'


def _decoded(content: bytes) -> str:
    """Read bytes as the page itself says, as UTF-8 where it says nothing that we know."""
    said = _CHARSET.search(content[:4000])
    name = said[1].decode("ascii") if said else "utf-8"
    try:
        return content.decode(name, "replace")
    except (LookupError, ValueError):  # unknown, or a codec that makes no text
        return content.decode("utf-8", "replace")


class _Writer(HTMLParser):
    """Writes what may stay, from tokens only: nothing of the page's own markup is copied."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._open: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        if self._silent or tag not in KEPT or len(self._open) >= DEEPEST:
            return
        spans = "".join(
            f' {k}="{v}"' for k, v in attrs if k in SPANS and v and v.isascii() and v.isdigit() and len(v) < 4
        )
        self.written.append(f"<{tag}{spans}>")
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif not self._silent and tag in self._open:
            while True:
                last = self._open.pop()
                self.written.append(f"</{last}>")
                if last == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.written.append(escape(data))


def is_text(media_type: str) -> bool:
    """Tell whether a report of this kind can be shown as it was imported."""
    return media_type.startswith(("text/", "application/json", "application/xhtml"))


def as_text(content: bytes, media_type: str) -> str:
    """Give a report of another kind as plain text; raise BadArgument for a file that is no text."""
    if not is_text(media_type):
        raise BadArgument(f"This report is a file of the kind {media_type}; its words are on its own page.")
    return content.decode("utf-8", "replace")
