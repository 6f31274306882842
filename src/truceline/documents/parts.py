"""The parts of a document: headline, byline, dateline, body, captions and what is no part of the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.documents.bylines import authors_of, bare_author, glued_dateline, is_date_line, is_staff
from truceline.documents.captions import in_title_case, is_credited_picture, looks_like_file_label, role_of_fragment
from truceline.documents.cues import Cue, cue_of
from truceline.documents.layout import Unit, units
from truceline.documents.mastheads import MOTTO, is_publisher_name, name_in_masthead, signs_off
from truceline.domain.document import Part

_CREDITS = re.compile(
    r"(?<=[.!?”\"’')])\s(?P<line>\((?:additional )?(?:reporting|writing|editing|translating) by [^()]*\))$",
    re.IGNORECASE,
)
"""What an agency writes behind its last sentence."""
_EDITION = re.compile(
    r"\b(?:vol(?:ume|\.)? ?\d|no\. ?\d|issue (?:no\. ?)?\d|page [a-z]?\d|p\. ?[a-z]?\d"
    r"|(?:late|early|city|first|final) edition)",
    re.IGNORECASE,
)
"""What stands in the line below the name of a paper, beside the day."""
_LONGEST_CREDITS = 400
_LONGEST_SIGN_OFF = 40
_LATE = 0.6
"""Share of the text after which lines may follow the story."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A unit with what its own words say of its role."""

    unit: Unit
    role: str | None
    cue: Cue | None = None


def find_parts(text: str, known: Sequence[Part] = (), *, paragraphs_stated: bool = False) -> tuple[Part, ...]:
    """Give the parts of a text; `known` are the roles that its format states, which stay as they are."""
    lines = [_looked_up(unit, text, known) for unit in units(text, paragraphs_stated=paragraphs_stated)]
    first = _story_starts(lines)
    lines = _tail(_lists(_bodies(_head(lines, first), first), first))
    stated = {part.start for part in known}
    openings = Counter(line.unit.text.partition(":")[0] for line in lines)
    return tuple(
        part
        for i, line in enumerate(lines)
        for part in _cut(line, line.unit.start in stated or _is_turn(line.unit.text, openings), i - first)
    )


def _is_turn(text: str, openings: Counter[str]) -> bool:
    """Tell whether a paragraph begins with a name and a colon like others: a turn of a transcript, no dateline."""
    name, colon, _ = text.partition(":")
    return bool(colon) and openings[name] > 1


def _looked_up(unit: Unit, text: str, known: Sequence[Part]) -> _Line:
    """Give a unit the role that its format or its own words state."""
    stated = next((p.role for p in known if p.start <= unit.start and unit.end <= p.end), None)
    if stated is not None:
        return _Line(unit, stated)
    late = unit.start > _LATE * len(text)
    cue = cue_of(unit.text, late=late, unfinished=not unit.ends_sentence)
    if cue is not None and not _runs_on(unit, text):
        return _Line(unit, cue.role, cue)
    if late and unit.words <= _LONGEST_SIGN_OFF and signs_off(unit.text):
        return _Line(unit, "boilerplate")
    return _Line(unit, None)


def _runs_on(unit: Unit, text: str) -> bool:
    """Tell whether a unit continues a sentence that a page end broke: nothing is read from its first words then."""
    before = text[: unit.start].rstrip()
    return unit.starts_small and unit.words > 6 and bool(before) and before[-1].isalpha()


def _story_starts(lines: list[_Line]) -> int:
    """Give the index of the first paragraph of the story: the first line that ends like a sentence and is long."""
    for i, line in enumerate(lines):
        if line.role == "body":
            return i
        if line.role is None and _tells(line.unit) and (i > 0 or _first_is_story(lines)):
            return i
    return len(lines)


def _tells(unit: Unit) -> bool:
    if (authors_of(unit.text) is not None or is_date_line(unit.text)) and unit.words < 20:
        return False
    return unit.words > 30 or (unit.words >= 8 and unit.ends_sentence) or glued_dateline(unit.text) is not None


def _first_is_story(lines: list[_Line]) -> bool:
    """Tell whether a text begins without a headline. A headline may end with a stop, but is short and followed on."""
    unit = lines[0].unit
    if glued_dateline(unit.text) is not None:
        return True
    after = [line.unit for line in lines[1:4] if line.role is None]
    if unit.words > 20 or not any(other.words > unit.words for other in after):
        return True
    if not unit.text.rstrip("\"'”’").endswith("."):
        return False
    return not (in_title_case(unit.text) or _told_again(unit.text, after))


def _told_again(headline: str, after: list[Unit]) -> bool:
    """Tell whether the first paragraph takes up the words of a line, as it does those of a headline."""
    first = next((unit.text for unit in after if unit.words >= 12), "")
    return len(_weighty(headline) & _weighty(first)) >= 3


def _weighty(text: str) -> set[str]:
    return {word.strip("\"'“”‘’.,:;?!()")[:5].lower() for word in text.split() if len(word) > 4}


def _head(lines: list[_Line], first: int) -> list[_Line]:
    """Give roles to the lines before the story."""
    headed = any(line.role == "headline" for line in lines)
    signed = False
    done: list[_Line] = []
    for i, line in enumerate(lines[:first]):
        unit = line.unit
        role = line.role or _line_of_head(unit.text)
        if role is None and ((i == 0 and _is_masthead(lines[:first])) or _is_motto(lines, i, first)):
            role = "boilerplate"
        if role is None and headed and _signs(lines, i, first):
            role = "byline"
        if role is None and unit.text[0] in "•·" and bare_author(unit.text) is not None:
            role = "byline"
        if role is None and not headed:
            role = "headline"
        if role is None:
            role = "body" if unit.ends_sentence else role_of_fragment(unit.text, in_head=not signed)
        headed, signed = headed or role == "headline", signed or role in ("byline", "dateline")
        done.append(replace(line, role=role))
    return done + lines[first:]


def _is_masthead(head: list[_Line]) -> bool:
    """Tell whether the first line is the name of a paper, alone or with its letters, and the headline comes after."""
    if not (is_publisher_name(name_in_masthead(head[0].unit.text)) or _has_edition(head)):
        return False
    return any(line.role is None and _line_of_head(line.unit.text) is None for line in head[1:])


def _has_edition(head: list[_Line]) -> bool:
    """Tell whether the line below the first is the paper's address, or the day with its volume, number or page."""
    if len(head) < 2 or head[0].unit.words > 8:
        return False
    below = head[1]
    dated = is_date_line(below.unit.text) and bool(_EDITION.search(below.unit.text))
    return dated or (below.cue is not None and below.cue.name == "address_line")


def _is_motto(lines: list[_Line], i: int, first: int) -> bool:
    """Tell whether a line under a masthead is the paper's motto, because the headline is yet to come."""
    if i != 1 or not (MOTTO.match(lines[1].unit.text) and _is_masthead(lines[:first])):
        return False
    return any(line.role is None and _line_of_head(line.unit.text) is None for line in lines[2:first])


def _line_of_head(text: str) -> str | None:
    if is_date_line(text):
        return "dateline"
    return "byline" if authors_of(text) is not None or is_staff(text) else None


def _signs(lines: list[_Line], i: int, first: int) -> bool:
    """Tell whether a bare name stands where an author does: beside a date, or last before the story."""
    if bare_author(lines[i].unit.text) is None:
        return False
    beside = [lines[k].unit.text for k in (i - 1, i + 1) if 0 <= k < first]
    return any(map(is_date_line, beside)) or i == first - 1


def _bodies(lines: list[_Line], first: int) -> list[_Line]:
    """Give roles to the lines of the story."""
    last = max(
        (i for i, x in enumerate(lines) if i >= first and x.role is None and x.unit.ends_sentence), default=first
    )
    for i in range(first, len(lines)):
        if lines[i].role is None:
            lines[i] = replace(lines[i], role=_role_in_story(lines, i, last))
    return lines


def _role_in_story(lines: list[_Line], i: int, last: int) -> str:
    unit = lines[i].unit
    text = unit.text
    if is_credited_picture(text):
        return "caption"
    if i <= last and (unit.ends_sentence or text.rstrip("\"'”’*").endswith((":", ";", ",", "—", "–"))):
        return "body"
    if _line_of_head(text) == "byline" and unit.words <= 15:
        return "byline"
    if _breaks_off(lines, i) or _goes_on(lines, i):
        return "body"
    if looks_like_file_label(text):
        return "caption"
    if is_date_line(text):
        return "dateline" if i > last or i < 4 else "headline"
    if unit.ends_sentence:
        return "body"
    role = role_of_fragment(text, in_head=False)
    if role == "headline" and _above_label(lines, i):
        return "caption"
    return "boilerplate" if role == "headline" and i > last else role


def _above_label(lines: list[_Line], i: int) -> bool:
    """Tell whether the line before is the name of a picture file: then this line is its caption."""
    return i > 0 and looks_like_file_label(lines[i - 1].unit.text)


def _story_line(lines: list[_Line], i: int, step: int) -> Unit | None:
    """Give the nearest line of the story before or after a line."""
    i += step
    while 0 <= i < len(lines):
        if lines[i].role in (None, "body"):
            return lines[i].unit
        i += step
    return None


def _breaks_off(lines: list[_Line], i: int) -> bool:
    """Tell whether the sentence of a line goes on in the next line of the story."""
    after = _story_line(lines, i, 1)
    if after is None or looks_like_file_label(after.text):
        return False
    return after.starts_small and not lines[i].unit.ends_sentence


def _goes_on(lines: list[_Line], i: int) -> bool:
    """Tell whether a line continues the sentence of the last line of the story."""
    before = _story_line(lines, i, -1)
    return before is not None and lines[i].unit.starts_small and not before.ends_sentence and before.words > 4


def _tail(lines: list[_Line]) -> list[_Line]:
    """Take short lines below one that opens a tail (comments, related stories) as what that line is."""
    opened = False
    for i, line in enumerate(lines):
        if line.cue is not None and line.cue.opens_tail and i > len(lines) / 2:
            opened = True
        elif opened and line.unit.words < 40 and line.role in ("body", "caption", "headline"):
            lines[i] = replace(line, role="boilerplate")
    return lines


def _lists(lines: list[_Line], first: int) -> list[_Line]:
    """Take three and more fragments in a row as a list or a verse, which is told by the story."""
    run: list[int] = []
    for i in range(first, len(lines) + 1):
        plain = i < len(lines) and lines[i].cue is None and lines[i].role in ("caption", "headline")
        if plain and lines[i].unit.words <= 45 and not looks_like_file_label(lines[i].unit.text):
            run.append(i)
            continue
        if len(run) >= 3:
            for k in run:
                lines[k] = replace(lines[k], role="body")
        run = []
    return lines


def _cut(line: _Line, stated: bool, place: int) -> Iterator[Part]:
    """Make the parts of a line: a dateline glued to a paragraph becomes a part of its own.

    `place` counts from the first paragraph; far from it only a dateline with a day or an agency is one.
    """
    unit = line.unit
    if line.role != "body" or stated:
        yield Part(line.role or "body", unit.start, unit.end)
        return
    start, end = unit.start, unit.end
    glued = glued_dateline(unit.text)
    if glued is not None and (place <= 2 or glued["name"] or glued["day"]):
        yield Part("dateline", start, start + len(glued["line"].rstrip()))
        start += glued.end("line")
    credits = _CREDITS.search(unit.text[-_LONGEST_CREDITS:])
    if credits is not None:
        end -= len(credits["line"])
    if text_end := len(unit.text[start - unit.start : end - unit.start].rstrip()):
        yield Part("body", start, start + text_end)
    if credits is not None:
        yield Part("boilerplate", end, unit.end)
