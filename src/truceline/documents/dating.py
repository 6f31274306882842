"""When a report was published: stated by what came with it, or derived from its own words as an interval."""

from __future__ import annotations

from truceline.domain.document import Document, Published


def derive_published(document: Document) -> Published:
    """Give the days in which a document was published; what metadata stated is kept, and nothing is guessed."""
    if document.published.basis != "unknown":
        return document.published
    return Published()
