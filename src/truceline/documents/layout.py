"""The paragraphs of a text, by what its line breaks mean: ends of paragraphs, or only the width of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LINE = re.compile(r"[^\n\f]+")
_FINAL = re.compile(
    r"(?:[.!?…。]|\.{3})[\"'”’»)\]*_]*(?:\s?\[\d{1,3}\]|\d{1,2})*(?:\s*\([^()\n]{2,200}\)|\s*[—–-]{1,2}\s?[A-Z][\w/]{1,12})?\s*$"
)
"""The end of a sentence, perhaps with notes and the name of an agency after it."""
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Prof|St|Jr|Sr|Inc|Co|No)\.$")
_WIDEST = 110
"""Lines longer than this were not broken by the width of a page."""
_SLACK = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a line that stands alone: its characters in the text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """Count the words between white space."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Tell whether it ends like a sentence, closing quotes and brackets apart."""
        end = self.text[-260:]
        return bool(_FINAL.search(end)) and (self.words > 25 or not _ABBREVIATION.search(end))

    @property
    def starts_small(self) -> bool:
        """Tell whether its first letter is a small one, before any other sign than an opening quote."""
        return self.text[:10].lstrip("\"'“‘(")[:1].islower()


def units(text: str, *, paragraphs_stated: bool = False) -> list[Unit]:
    """Give the paragraphs and lone lines of a text, in order; what they do not cover is white space.

    Where the paragraphs are stated, empty lines divide them and nothing else does.
    """
    blocks = list(_blocks(text))
    if paragraphs_stated:
        return [_unit(text, block[0], block[-1]) for block in blocks]
    width = _page_width(blocks)
    return [unit for block in blocks for unit in _units(text, block, width)]


def _blocks(text: str) -> Iterator[list[Unit]]:
    """Yield the lines between empty lines, with their indentation."""
    block: list[Unit] = []
    last = 0
    for found in _LINE.finditer(text):
        gap = text[last : found.start()]
        if block and (gap.count("\n") > 1 or "\f" in gap):
            yield block
            block = []
        if found.group().strip():
            block.append(Unit(found.start(), found.end(), found.group().rstrip()))
        elif block:
            yield block
            block = []
        last = found.end()
    if block:
        yield block


def _page_width(blocks: list[list[Unit]]) -> int | None:
    """Give the width at which lines were broken, or None where line breaks end paragraphs."""
    widths = []
    for block in blocks:
        width = max(len(line.text) for line in block)
        mid_sentence = sum(not line.ends_sentence for line in block[:-1])
        filled = _filled(block, width)
        if len(block) >= 3 and width <= _WIDEST and min(filled, mid_sentence) >= 0.6 * (len(block) - 1):
            widths.append(width)
    return int(median(widths)) if widths else None


def _filled(lines: list[Unit], width: int) -> int:
    """Count the lines that could not have taken the next line's first word."""
    return sum(_full(line, after, width) for line, after in pairwise(lines))


def _full(line: Unit, after: Unit, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split()[0]) > width - _SLACK


def _units(text: str, block: list[Unit], width: int | None) -> Iterator[Unit]:
    """Join the lines of a block that one paragraph was broken into."""
    first = 0
    for i, line in enumerate(block):
        last = i == len(block) - 1
        if last or _paragraph_ends(line, block[i + 1], width):
            yield _unit(text, block[first], line)
            first = i + 1


def _unit(text: str, first: Unit, last: Unit) -> Unit:
    """Make the unit from one line to another, white space around it left out."""
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = last.start + len(last.text)
    return Unit(start, end, text[start:end])


def _paragraph_ends(line: Unit, after: Unit, width: int | None) -> bool:
    """Tell whether a paragraph ends with a line that is not the last of its block."""
    if width is None or max(len(line.text), len(after.text)) > width + width // 4:
        # A line that small letters follow was broken, but no short one: that may be a label or the name of a file.
        broken = after.starts_small and len(line.text) >= 40 and not line.text.endswith(":")
        return line.ends_sentence or not broken
    indented = _indent(after) >= 2 and _indent(after) > _indent(line)
    return indented or not _full(line, after, width)


def _indent(line: Unit) -> int:
    return len(line.text.expandtabs(4)) - len(line.text.expandtabs(4).lstrip())
