"""A document's prose as sentences of words, every word with its characters in the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.domain.document import Document, Part
from truceline.reading.network.words import divide_words


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROSE = ("headline", "caption", "body")
"""Roles of parts that are read; bylines, datelines and page furniture hold no sentences."""

FINAL = re.compile(r"[.!?…:;”\"’')\]]\s*$")

TITLES = _set(
    "mr mrs ms dr prof sen rep gov gen maj-gen lt-gen col lt capt sgt maj cmdr adm brig cpl pvt rev hon pres st ft mt "
    "messrs supt insp atty amb fr"
)
"""Abbreviations that a name follows: their full stop ends no sentence."""

ABBREVIATIONS = _set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun inc corp co ltd llc bros "
    "dept est approx vs etc al eg ie e.g i.e cf ca no nos vol pp p fig figs ed eds art sec ch ave blvd rd km kg cm mm "
    "lb lbs oz hr hrs u.s u.k u.n e.u d.c a.m p.m ph.d univ assn mass calif va conn fla ala ark colo del ill ind kan "
    "mich minn miss mo mont okla ore tenn vt wis sr jr int nat"
)
"""Abbreviations that may end a sentence: the next word decides."""

BEFORE_NUMBERS = _set("no nos vol pp p fig figs sec art ch jan feb mar apr jun jul aug sep sept oct nov dec")
NEVER_LAST = _set("vs eg ie e.g i.e cf ca approx al")

STARTERS = _set(
    "the a an in on at but and however meanwhile he she it they we i this that these those there his her its their "
    "our my as after before when while if although though since because for from with without by according under over "
    "during some many most several one two both each all such what who why how where not no so then thus yet now "
    "today yesterday also moreover additionally still according even last earlier later since until despite"
)
"""Words that in capitals mostly begin a sentence."""

SPEECH_AFTER_QUOTE = re.compile(
    r"(?:[A-Z][\w.'’-]+\s+){1,3}(?:said|says|asked|told|wrote|added|tweeted|stated|declared|replied|shouted)\b"
)
BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
"""Lines without an empty one between them."""
END = re.compile(r"([.!?…]+)((?:[\"”’'»)\]]|''|\[\d+\])*)(\s+)(?=\S)")
NEXT_WORD = re.compile(r"[^\W\d_]+|\d+")
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
ROMANISED_START = re.compile(r"(?:al|el|ul|an|ash|as)[-’'][A-Z]|d[’'][A-Z]")
LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-hA-H])")
OPENING = "\"“‘'«([—–-* •"

HIDDEN = re.compile(
    r"\\(?=[$*_#\[\]~`>-])"  # escapes of Markdown
    r"|(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])"  # *emphasis*
    r"|(?<![\w_])_{1,2}(?=[\w“\"‘'])|(?<=[\w.,!?”\"’'])_{1,2}(?!\w)"  # _emphasis_
    r"|(?m:^#{1,6}(?=\s))"  # headings
    r"|\[(?=[^\]\n]{1,300}\]\((?:https?:|/|#|mailto:))|\]\((?:https?:|/|#|mailto:)[^)\s]*\)"  # links
    r"|[\u200b\u200e\u200f\u2060\ufeff]"
)
"""Marks that are no words; they are blanked, so that places stay what they are."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence before the language model saw it: role of its part, paragraph, and its words' characters."""

    part: str
    paragraph: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `text` has the length of the characters it stands for."""

    part: str
    start: int
    text: str


def divide(document: Document) -> tuple[Stretch, ...]:
    """Divide the prose of a document into sentences of words."""
    found = []
    for number, paragraph in enumerate(paragraphs(document)):
        for start, end in split_sentences(paragraph.text):
            words = divide_words(paragraph.text[start:end], paragraph.start + start)
            if words:
                found.append(Stretch(paragraph.part, number, tuple(words)))
    return tuple(found)


def paragraphs(document: Document) -> list[Paragraph]:
    """Give the paragraphs that are read, lines broken by a page or a line's end joined."""
    found: list[Paragraph] = []
    wrapped = _is_wrapped_text(document)
    for part in document.parts:
        if part.role not in PROSE:
            continue
        for start, end in _blocks(document.text, part, wrapped):
            text = document.text[start:end]
            if found and found[-1].part == part.role and _goes_on(found[-1].text, text):
                before = found.pop()
                # What lies between is white space or page furniture, and neither is read.
                gap = " " * (start - before.start - len(before.text))
                start, text = before.start, before.text + gap + text
            found.append(Paragraph(part.role, start, text))
    return [Paragraph(p.part, p.start, _blanked(p.text)) for p in found]


def _blocks(text: str, part: Part, wrapped: bool) -> list[tuple[int, int]]:
    """Give the lines of a part, those of a hard-wrapped block as one."""
    found: list[tuple[int, int]] = []
    cut = part.start > 0 and text[part.start - 1] != "\n"
    for block in BLOCK.finditer(text, part.start, part.end):
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S", block.group())]
        # A first line whose beginning is another part's is short whatever the width.
        full = [block.group()[a:b] for a, b in lines[cut and block.start() == part.start : -1]]
        if len(lines) > 1 and _is_wrapped(full, wrapped):
            lines = [(0, len(block.group().rstrip()))]
        found += [(block.start() + a, block.start() + b) for a, b in lines]
    return found


def _is_wrapped(full: list[str], wrapped: bool) -> bool:
    """Tell whether lines end where the page did and not where the sense does; the last line is not among them."""
    if not all(35 <= len(line) <= 110 for line in full):
        return False
    broken = sum(not FINAL.search(line) for line in full)
    return wrapped if len(full) < 2 else broken * 2 >= len(full)


def _is_wrapped_text(document: Document) -> bool:
    """Tell whether the lines of a whole text are cut at a width, which decides for its short paragraphs."""
    lines = [
        line
        for part in document.parts
        if part.role == "body"
        for block in BLOCK.finditer(document.text, part.start, part.end)
        for line in block.group().split("\n")[:-1]
    ]
    broken = [line for line in lines if 45 <= len(line.strip()) <= 110 and not FINAL.search(line)]
    return len(broken) >= 3 and len(broken) * 5 >= len(lines) * 3


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a paragraph only carries on the sentence before it."""
    return not re.search(r"[.!?:;…][”\"’'»)\]*_]*\s*$", before) and text.lstrip("“‘\"'(")[:1].islower()


def _blanked(text: str) -> str:
    text = re.sub(r"\s", " ", text)
    return HIDDEN.sub(lambda mark: " " * len(mark.group()), text)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Split one paragraph into sentences, given as characters without outer blanks."""
    found: list[tuple[int, int]] = []
    start = 0
    for mark in END.finditer(text):
        if _ends_here(text, start, mark):
            found.append((start, mark.end(2)))
            start = mark.end(3)
    found.append((start, len(text)))
    trimmed = []
    for first, last in found:
        piece = text[first:last]
        if piece.strip():
            trimmed.append((first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())))
    return trimmed


def _ends_here(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell whether a full stop, question mark or exclamation mark ends a sentence."""
    following = text[mark.end(3) : mark.end(3) + 120].lstrip(OPENING)
    if not following or (following[0].islower() and not ROMANISED_START.match(following)):
        return False
    found = NEXT_WORD.match(following)
    next_word = found.group() if found else following[0]
    if mark.group(1) == "." and not mark.group(2):
        return _full_stop_ends(text[start : mark.start(1)], next_word)
    quoted_call = mark.group(2)[:1] in ('"', "”", "’") and mark.group(1)[-1] in "!?"
    return not (quoted_call and SPEECH_AFTER_QUOTE.match(following))


def _full_stop_ends(before: str, next_word: str) -> bool:
    last = before.rsplit(None, 1)[-1].lstrip("\"“‘'([—–") if before.strip() else ""
    low, starter = last.lower(), next_word.lower() in STARTERS and not next_word.islower()
    if low in TITLES or (len(last) == 1 and last.isupper() and last != "I"):
        return False
    if not before.strip().removesuffix(last).strip("\"“‘'([") and LIST_NUMBER.fullmatch(last):
        return False
    if low in NEVER_LAST or (low in BEFORE_NUMBERS and next_word.isdigit()):
        return False
    if DOTTED.fullmatch(last) or low in ABBREVIATIONS:
        return starter
    return True
