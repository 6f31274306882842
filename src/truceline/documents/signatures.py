"""Files that hold no report, known by their first bytes or the ending of their name."""

from __future__ import annotations

from truceline.domain.document import Report
from truceline.errors import ProtectedReport, UnknownFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")

KINDS = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BM6", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"\0\0\0\x18ftyp", "a film"),
    (b"\0\0\0\x20ftyp", "a film"),
    (b"\0\0\0\x1cftyp", "a film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "a packed file"),
    (b"BZh9", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"wOFF", "a font"),
    (b"{\\rtf", "a Rich Text file"),
)
"""First bytes, and what the file is."""


ENDINGS = {
    ".csv": "a table",
    ".tsv": "a table",
    ".xls": "a table",
    ".xml": "an XML file",
    ".rss": "a feed",
    ".atom": "a feed",
    ".css": "a style sheet",
    ".js": "a program",
    ".py": "a program",
    ".sh": "a program",
    ".toml": "a file of settings",
    ".yaml": "a file of settings",
    ".yml": "a file of settings",
    ".ini": "a file of settings",
    ".cfg": "a file of settings",
    ".svg": "an image",
    ".eml": "a letter",
    ".mbox": "a box of letters",
    ".tex": "a TeX file",
}
"""Endings of names, and what such a file is; their bytes look like plain text."""


def refuse_other_kinds(report: Report) -> None:
    """Raise SkipReport for bytes that are known to be something else than a report."""
    content = report.content
    if content.startswith(_OLE):
        if _LOCKED in content:
            raise ProtectedReport(f"{report.source} is locked with a password.", source=report.source)
        raise UnknownFormat(f"{report.source} is a file of an old office program.", source=report.source)
    ending = "." + report.source.rpartition(".")[2].lower()
    if ending in ENDINGS:
        raise UnknownFormat(f"{report.source} is {ENDINGS[ending]}, not a report.", source=report.source)
    for mark, kind in KINDS:
        if content.startswith(mark):
            raise UnknownFormat(f"{report.source} is {kind}, not a report.", source=report.source)
