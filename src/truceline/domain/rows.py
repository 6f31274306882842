"""What the fields of a row in a collection are called, and what such a row states about its report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "maintext", "main_text", "full_text", "fulltext",
             "story", "article_body", "articlebody"),
    "html": ("html", "raw_html", "page", "body_html", "content_html"),
    "title": ("title", "headline", "heading"),
    "publisher": ("publisher", "source", "outlet", "site_name", "sitename", "site", "source_name", "newspaper",
                  "agency", "publication", "domain"),
    "authors": ("authors", "author", "byline", "creator", "writers"),
    "published": ("published", "date", "published_at", "publish_date", "date_published", "datepublished", "pubdate",
                  "pub_date", "publication_date", "publishedat", "date_publish"),
    "language": ("language", "lang"),
    "url": ("url", "link", "canonical", "canonical_url", "address", "source_url", "web_url"),
}  # fmt: skip
"""For each thing that a row may state, the usual names of the field, the likeliest first; case does not matter."""

SEPARATOR = "; "
"""Between the names in a list of authors, which may hold commas themselves."""


def stated(row: Mapping[str, Any]) -> dict[str, str]:
    """Give what a row states, by the names of FIELDS; what is empty or no text is left out."""
    by_name = {str(name).strip().lower().replace("-", "_"): value for name, value in row.items()}
    found: dict[str, str] = {}
    for thing, names in FIELDS.items():
        glue = "\n\n" if thing in ("text", "html") else SEPARATOR
        values = (_words(by_name.get(name), glue) for name in names)
        if value := next(filter(None, values), None):
            found[thing] = value
    return found


def _words(value: Any, glue: str) -> str | None:
    """Give a value as text: lists joined, objects by their name."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"), glue)
    if isinstance(value, list):
        return glue.join(filter(None, (_words(one, glue) for one in value))) or None
    return None
