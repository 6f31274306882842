"""Who published a report, as far as its own words say: never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from truceline.documents.bylines import glued_dateline
from truceline.documents.mastheads import is_publisher_name, name_in_masthead, publisher_in_line, signs_off
from truceline.documents.metadata import site_of
from truceline.domain.document import Part

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©,:]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,:]*(?:by\s+)?"
    r"(?P<name>(?:The\s+|the\s+)?[A-ZÀ-Þ][\w'’&.\-]*(?:\s+(?:of|for|and|the|&|[A-ZÀ-Þ][\w'’&.\-]*)){0,6})",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^(?:all|the authors?|authors?|reserved|protected|notice|policy|by|is|in)\b", re.IGNORECASE)
_RESERVED = re.compile(r"[.,]?\s*(?:\(?all rights?\b.*|[.,].*|(?:19|20)\d\d.*)$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|info|int|news)\b", re.I
)
_WIRES = re.compile(
    r"\b(?:local time|photo|video|updated?|analysis|opinion|exclusive|report|text|capital|gmt)\b", re.IGNORECASE
)


def publisher_of(text: str, parts: Sequence[Part]) -> str | None:
    """Give the publisher that signs, or is named by masthead, dateline, copyright, byline or an address."""
    ways = (_of_masthead, _of_sign_off, _of_dateline, _of_copyright, _of_byline, _of_address)
    return next((name for way in ways if (name := way(text, parts))), None)


def _of_masthead(text: str, parts: Sequence[Part]) -> str | None:
    first = text[parts[0].start : parts[0].end] if parts and parts[0].role == "boilerplate" else ""
    name = name_in_masthead(first)
    return name if is_publisher_name(name) else None


def _of_sign_off(text: str, parts: Sequence[Part]) -> str | None:
    for part in reversed(parts[len(parts) // 2 :]):
        if part.role in ("boilerplate", "caption") and (name := signs_off(text[part.start : part.end])):
            return name
    return None


def _of_byline(text: str, parts: Sequence[Part]) -> str | None:
    lines = (text[part.start : part.end] for part in parts if part.role in ("byline", "dateline"))
    return next((name for line in lines if (name := publisher_in_line(line))), None)


def _of_dateline(text: str, parts: Sequence[Part]) -> str | None:
    for part in parts:
        if part.role == "dateline":
            found = glued_dateline(text[part.start : part.start + 160])
            if found and found["name"] and not _WIRES.search(found["name"]):
                return str(found["name"]).strip()
    return None


def _of_copyright(text: str, parts: Sequence[Part]) -> str | None:
    story = next((i for i, part in enumerate(parts) if part.role == "body"), 0)
    for line in _lines(text, parts[story:]):  # above the story it is a picture's
        found = _COPYRIGHT.search(line)
        if found:
            name = _RESERVED.sub("", found["name"]).strip(" .,")
            if name and name[0].isupper() and not _NO_NAME.match(name):
                return name
    return None


def _of_address(text: str, parts: Sequence[Part]) -> str | None:
    """Give the site if the lines after the story name just one."""
    sites = {site for line in _lines(text, parts) for found in _ADDRESS.findall(line) if (site := site_of(found))}
    return sites.pop() if len(sites) == 1 else None


def _lines(text: str, parts: Sequence[Part]) -> Iterable[str]:
    return (text[part.start : part.end] for part in parts if part.role == "boilerplate")
