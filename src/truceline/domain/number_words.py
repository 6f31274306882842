"""Numbers in words and digits: what a run of pieces such as ("two", "hundred", "and", "fifty") says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Number = int | float

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}
"""Only straight after digits: 5m, 2bn."""
PLURALS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "lakhs": 200_000, "millions": 2 * 10**6,
    "billions": 2 * 10**9, "trillions": 2 * 10**12,
}  # fmt: skip
"""A plural without a number is at least two of its kind."""
VAGUE_FACTORS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""Before "of thousands", "of millions"."""
VAGUE_COUNTS = {("several",): 3, ("a", "few"): 3}
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
LASTING = ("century", "decade", "year", "month", "day", "hour")
"""After "half a"."""
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_BIG = frozenset(n for n, v in SCALES.items() if v >= 100)


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed: its value, the piece after it, and whether it is a plural without a number."""

    value: Number
    after: int
    vague: bool = False
    scale: Number = 1
    """The scale word that closes it (million in "15 million"), which a range shares with its low end."""


def number_at(pieces: Sequence[str], at: int) -> Printed | None:
    """Read the number that starts at a piece (lower case), or None."""
    return _vague(pieces, at) or _with_half_scale(pieces, at) or _digits(pieces, at) or _words(pieces, at)


def fraction_at(pieces: Sequence[str], at: int) -> Printed | None:
    """Read a share such as "half", "a third" or "two-thirds" as percent, or None."""
    word = _piece(pieces, at)
    if word == "half":
        return Printed(50, at + 1)
    count = 1 if word in ("a", "one") else ONES.get(word, 0)
    at += 2 if _piece(pieces, at + 1) == "-" else 1
    parts = FRACTIONS.get(_piece(pieces, at))
    if not count or not parts or parts == 2 or count >= parts:
        return None
    return Printed(tidy(round(100 * count / parts, 1)), at + 1)


def _piece(pieces: Sequence[str], at: int) -> str:
    return pieces[at] if 0 <= at < len(pieces) else ""


def tidy(value: Number) -> Number:
    """Turn a whole number into an integer."""
    return int(value) if float(value).is_integer() else value


def _vague(pieces: Sequence[str], at: int) -> Printed | None:
    word = _piece(pieces, at)
    if word in VAGUE_FACTORS and _piece(pieces, at + 1) == "of" and _piece(pieces, at + 2) in PLURALS:
        larger = _piece(pieces, at + 2)
        base = SCALES.get(larger.removesuffix("s"), 1)
        return Printed(VAGUE_FACTORS[word] * base, at + 3, vague=True)
    if word in PLURALS:
        return Printed(PLURALS[word], at + 1, vague=True)
    for words, count in VAGUE_COUNTS.items():
        after = at + len(words)
        if tuple(pieces[at:after]) == words:
            scale = SCALES.get(_piece(pieces, after), 1)
            return Printed(count * scale, after + (scale > 1), vague=True)
    return None


def _with_half_scale(pieces: Sequence[str], at: int) -> Printed | None:
    """Read "half a million", "half-dozen", "a quarter of a million", "half a century"."""
    start = at + 1 if _piece(pieces, at) in ("a", "one") else at
    parts = {"half": 2, "quarter": 4}.get(_piece(pieces, start))
    if not parts:
        return None
    after = start + 1
    while _piece(pieces, after) in ("a", "of", "-"):
        after += 1
    word = _piece(pieces, after)
    if parts == 2 and after == start + 2 and word in LASTING:
        return Printed(0.5, after)
    scale = SCALES.get(word)
    return Printed(tidy(scale / parts), after + 1) if scale and after - start <= 3 else None


def _digits(pieces: Sequence[str], at: int) -> Printed | None:
    if not DIGITS.fullmatch(_piece(pieces, at)):
        return None
    text = pieces[at].replace(",", "")
    value: Number = float(text) if "." in text else int(text)
    after = at + 1
    value, after = _and_a_half(pieces, after, value)
    step = after + 1 if _piece(pieces, after) == "-" and _piece(pieces, after + 1) in SCALES else after
    scale = SCALES.get(_piece(pieces, step)) or SHORT_SCALES.get(_piece(pieces, after), 1)
    if scale > 1:
        value, after = value * scale, step + 1
        while _piece(pieces, after) in SCALES and SCALES[_piece(pieces, after)] > 100:
            value, scale, after = value * SCALES[pieces[after]], scale * SCALES[pieces[after]], after + 1
    return Printed(tidy(round(value, 6)), after, scale=scale)


def _words(pieces: Sequence[str], at: int) -> Printed | None:
    total: Number = 0
    current: Number = 0
    scale: Number = 1
    i, seen = at, False
    if _piece(pieces, i) in ("a", "an") and _piece(pieces, i + 1) in SCALES:
        current, i, seen = 1, i + 1, True
    while True:
        word = _piece(pieces, i)
        joined = seen and (word == "-" or (word == "and" and _piece(pieces, i - 1) in _BIG))
        if joined and (_piece(pieces, i + 1) in ONES or _piece(pieces, i + 1) in TENS or word == "-"):
            if not _continues(pieces, i, current):
                break
            i += 1
            continue
        if word in ONES or word in TENS:
            if seen and not _fits(word, current):
                break
            current, scale = current + (ONES.get(word) or TENS[word]), 1
        elif word in SCALES and seen:
            scale = SCALES[word]
            if scale > 100:
                total, current = total + max(current, 1) * scale, 0
            else:
                current = max(current, 1) * scale
        else:
            break
        i, seen = i + 1, True
        if current and _piece(pieces, i) in ("and", "-") and scale == 1:
            current, i = _and_a_half(pieces, i, current)
    return Printed(tidy(total + current), i, scale=scale) if seen and total + current else None


def _continues(pieces: Sequence[str], at: int, current: Number) -> bool:
    """Tell whether what follows a hyphen or "and" still belongs to the number."""
    following = _piece(pieces, at + 1)
    return following in SCALES or ((following in ONES or following in TENS) and _fits(following, current))


def _fits(word: str, current: Number) -> bool:
    """Tell whether a word can be added to what stands: "twenty" takes "one", "two" takes nothing below a hundred."""
    value = ONES.get(word) or TENS[word]
    rest = current % 100
    return not rest or (rest >= 20 and rest % 10 == 0 and value < 10)


def _and_a_half(pieces: Sequence[str], at: int, value: Number) -> tuple[Number, int]:
    """Add the half of "two and a half" or "nine-and-a-half"; then its scale still follows."""
    i = at
    while _piece(pieces, i) == "-":
        i += 1
    if _piece(pieces, i) != "and":
        return value, at
    i += 1
    while _piece(pieces, i) in ("-", "a", "one"):
        i += 1
    if _piece(pieces, i) != "half":
        return value, at
    return value + 0.5, i + 1
