"""When a report was published: stated by what came with it or by a line of its own, or derived as an interval.

Nothing is guessed: where no words of the report bear on it, publication stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.documents.dating_clues import clues_of
from truceline.documents.dating_figures import decided
from truceline.documents.dating_reckoning import reckon_published
from truceline.domain.date_patterns import MONTH, SEASON, WEEKDAY, YEAR
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.document import Document, Part, Published, Quote

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"(?:\b{WEEKDAY},? )?\b(?:{MONTH}\.? {_DAY}(?:,? |,){YEAR}"
    rf"|(?:{_DAY} ?[-–] ?)?{_DAY}(?: of)?[ -]{MONTH}\.?(?:,? |,|-){YEAR}"
    rf"|{YEAR}(?P<after>[-/.])\d\d?(?P=after)\d\d?|\d\d?(?P<between>[-./])\d\d?(?P=between){YEAR})(?:\b|(?=T\d\d:))",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    rf"(?:\b{WEEKDAY},? )?\b(?:{MONTH}\.? {_DAY}|{_DAY}(?: of)? {MONTH}\.?)\b(?!,? \d)", re.IGNORECASE
)
_SHORT_YEAR = re.compile(rf"\b({_DAY}(?: of)? {MONTH}\.?,?) ['’]?(\d\d)\b(?![:.\d])", re.IGNORECASE)
"""3 Jan 90, as agencies' datelines print it."""
_MONTH_ALONE = re.compile(rf"\b(?:(?:{MONTH}\.? ?[-–/] ?)?{MONTH}\.?|{SEASON}),? {YEAR}\b", re.IGNORECASE)
"""August 2031, July-August 2031 or Spring 2031, as bulletins and monthlies print it."""
_DOTTED = re.compile(r"(?<![\d.])(\d\d\.\d\d\.)(\d\d)(?![\d.])")
"""03.01.90: day, month and year in short."""
_LABEL = re.compile(
    r"\b(?:first published|originally published|published|posted|issued|released|dated?|updated|last modified"
    r"|appeared|date of (?:publication|issue)|for (?:immediate )?release|embargoed until)\b"
    r"(?: (?:on|in|at|by) (?:[\w’' ]{1,40}? on )?)?\s*:?\s*$",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"\W{0,2}(?:(?:this|the above)\s(?:\w+\s){1,3}(?:was|is|has been|first|originally)\s)?"
    r"(?:(?:it|was)\s){0,2}" + _LABEL.pattern,
    re.IGNORECASE,
)
"""A last line that tells of the report itself: "First published on", "This article was posted on"."""
_ISSUE = re.compile(r"\b(?:No|Nr|Issue|Vol|Volume|Number|Bulletin|Newsletter)\b\.? ?\d+[\s,/|·–-]*(?:of )?$")
"""What stands before the day of an issue: "Newsletter of the committees. No. 31, July 2033"."""
_SHORT = 120
"""Characters of the longest line that may hold hardly more than a date."""
_MASTHEAD = 6
"""Words in front of the day in a line of a masthead."""
_NEAR_TOP = 6
"""Parts at the top in which a line with hardly more than a date is the day of publication."""


def derive_published(document: Document) -> Published:
    """Give the days in which a document was published; what metadata stated is kept, and nothing is guessed."""
    if document.published.basis != "unknown":
        return document.published
    stated = _stated(document)
    if stated is not None:
        return stated
    return reckon_published(document, clues_of(document), _dateline_without_year(document))


def _stated(document: Document) -> Published | None:
    """Find a full date in a date line, in a line at the top, or after "published on" anywhere outside the story."""
    found = [*_in_lines(document), *_labelled(document)] or list(_months(document))
    if not found:
        return None
    sure = [pair for pair in found if not _LATER.search(_before(document, pair[0]))] or found
    below = [pair for pair in sure if not _above_headline(document, pair[0])]
    quote, days = (below or sure)[0]
    return Published(decided(document, quote, days), "stated", (quote,))


def _above_headline(document: Document, date: Quote) -> bool:
    """Tell whether a date stands above the headline, where sites print the day on which the page is read."""
    headline = next((part for part in document.parts if part.role == "headline"), None)
    return headline is not None and date.end <= headline.start


def _before(document: Document, quote: Quote) -> str:
    return document.text[max(0, quote.start - 30) : quote.start]


def _in_lines(document: Document) -> Iterator[tuple[Quote, Days]]:
    for number, part in enumerate(document.parts):
        if part.role in ("dateline", "byline"):
            yield from _full_dates(document, part)
            yield from _short_dates(document, part)
        elif number < _NEAR_TOP and part.role in ("boilerplate", "body") and part.end - part.start < _SHORT:
            yield from ((q, days) for q, days in _full_dates(document, part) if _is_date_line(document, part, q))
        elif number < _NEAR_TOP and part.role == "headline":
            yield from ((q, days) for q, days in _full_dates(document, part) if _stands_alone(document, part, q))


def _is_date_line(document: Document, part: Part, date: Quote) -> bool:
    """Tell whether a line holds hardly more than a date, and is no sentence or tag."""
    rest = document.text[part.start : date.start] + " " + document.text[date.end : part.end]
    return len(rest.split()) <= 5 and not re.search(
        r"[<>=]|\b(?:[Oo]n|[Ii]n|[Bb]y) $", document.text[part.start : date.start]
    )


def _stands_alone(document: Document, part: Part, date: Quote) -> bool:
    """Tell whether a date has a line of a masthead or a headline for itself, or behind the number of an issue."""
    before, after = document.text[part.start : date.start], document.text[date.end : part.end]
    ends = not after.partition("\n")[0].strip(" ,.|")
    if ends and (_ISSUE.search(before) or _in_masthead(document, part, before.rpartition("\n")[2])):
        return True
    return "\n" in (before + after) and not (before.rpartition("\n")[2] + after.partition("\n")[0]).strip(" ,.|")


def _in_masthead(document: Document, part: Part, before: str) -> bool:
    """Tell whether a date ends a short line above the headline: "Weekly magazine, Orlin, 12 December 2037"."""
    below = any(other.role == "headline" and other.start > part.start for other in document.parts)
    return below and len(before.split()) <= _MASTHEAD and before.rstrip().endswith((",", "|", "·", "-", "–", "—", "/"))


def _full_dates(document: Document, part: Part) -> Iterator[tuple[Quote, Days]]:
    for match in _FULL.finditer(document.text, part.start, part.end):
        found = reckon(re.sub(r",(?=\d)", ", ", match[0]), Anchor())
        if found and found.days.earliest and (found.days.width or 0) < 300:
            yield document.quote(match.start(), match.end()), found.days


def _short_dates(document: Document, part: Part) -> Iterator[tuple[Quote, Days]]:
    for form in (_SHORT_YEAR, _DOTTED):
        for match in form.finditer(document.text, part.start, part.end):
            year = int(match[2]) + (1900 if int(match[2]) >= 60 else 2000)
            found = reckon(f"{match[1]}{'' if form is _DOTTED else ' '}{year}", Anchor())
            if found and found.days.known:
                yield document.quote(match.start(), match.end()), found.days


def _months(document: Document) -> Iterator[tuple[Quote, Days]]:
    """Give the months that lines of dates name where no line names a day."""
    for part in document.parts[:_NEAR_TOP]:
        match = _MONTH_ALONE.search(document.text, part.start, part.end)
        alone = match and (
            match[0] == document.text[part.start : part.end].strip()
            or (part.role == "headline" and _stands_alone(document, part, document.quote(match.start(), match.end())))
        )
        if match and (alone or part.role in ("dateline", "byline")):
            found = reckon(match[0], Anchor())
            if found and found.days.known:
                yield document.quote(match.start(), match.end()), found.days


def _labelled(document: Document) -> Iterator[tuple[Quote, Days]]:
    for part in document.parts:
        if part.role == "body" and not (part is document.parts[-1] and _OF_ITSELF.match(document.text, part.start)):
            continue
        for quote, days in _full_dates(document, part):
            if _LABEL.search(document.text[max(0, quote.start - 70) : quote.start]):
                yield quote, days


def _dateline_without_year(document: Document) -> Quote | None:
    """Give the day in a dateline such as "KABUL, March 4 (Wire) —"."""
    for part in document.parts[:_NEAR_TOP]:
        if part.role == "dateline" and (match := _PARTIAL.search(document.text, part.start, part.end)):
            return document.quote(match.start(), match.end())
    return None
