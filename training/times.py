"""Time expressions of WikiWars: inline TIMEX2 brought to words and sentences."""

from __future__ import annotations

import html
import re
from pathlib import Path

from training.sentence import Sentence

HELD_OUT = ("15", "16")
"""Documents of WikiWars that are kept for testing."""
LONGEST = 8
"""Longer expressions are clauses ("the month before ..."): the ones inside them are taken instead."""

ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|capt|sgt|maj|adm|brig|st|rev|sen|rep|gov|prof|no|vs|ca|c|approx|jan|feb|mar|apr|"
    r"jun|jul|aug|sept?|oct|nov|dec)|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
WORD = re.compile(
    r"""(?:[A-Za-z]\.){2,}                                    # U.S.
    |(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Brig|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s)
    |\d+(?:st|nd|rd|th|s)\b|\d{1,2}:\d{2}|\d+(?:[.,]\d+)*|(?:al|el|ul|ad|ibn)-[A-Z][\w’'-]+
    |[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+\d\w*|[^\W_]+|\.{2,}|-+|[^\w\s]|_+""",
    re.VERBOSE,
)


def read_wikiwars(folder: Path, *, held_out: bool) -> list[Sentence]:
    """Read the documents to train on, or those held out."""
    result = []
    for path in sorted((folder / "keyinline").glob("*.key.xml")):
        if (path.name[:2] in HELD_OUT) == held_out:
            text, spans = _plain(path.read_text(encoding="utf-8", errors="replace"))
            result += [_sentence(text, first, last, spans) for first, last in _sentences(text)]
    return [sentence for sentence in result if sentence.words]


def _plain(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Take the tags out of a text; keep (begin, end, depth) of every expression."""
    body = re.search(r"<TEXT>(.*?)</TEXT>", marked, re.DOTALL)
    text, spans, open_ = "", [], []
    for piece in re.split(r"(<[^>]+>)", body.group(1) if body else ""):
        if piece.startswith("<TIMEX2"):
            open_.append(len(text))
        elif piece.startswith("</TIMEX2"):
            begin = open_.pop()
            spans.append((begin, len(text), len(open_)))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, spans


def _sentences(text: str) -> list[tuple[int, int]]:
    """Divide a text at line ends and after full stops that close no abbreviation."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        begin = line.start()
        for stop in re.finditer(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])", line.group()):
            end = line.start() + stop.end()
            if not ABBREVIATION.search(text[begin:end]):
                spans.append((begin, end))
                begin = end
        spans.append((begin, line.end()))
    return spans


def _sentence(text: str, first: int, last: int, expressions: list[tuple[int, int, int]]) -> Sentence:
    words = [(first + match.start(), first + match.end()) for match in WORD.finditer(text[first:last])]
    tags = [0] * len(words)
    for begin, end, _ in sorted(expressions, key=lambda span: span[2]):
        covered = [index for index, (start, stop) in enumerate(words) if start < end and stop > begin]
        if 0 < len(covered) <= LONGEST and not any(tags[index] > 0 for index in covered):
            tags[covered[0] : covered[-1] + 1] = [1] + [2] * (len(covered) - 1)
        elif len(covered) > LONGEST:
            for index in covered:
                tags[index] = -100
    return Sentence(words=tuple(text[begin:end] for begin, end in words), source="wikiwars", times=tuple(tags))
