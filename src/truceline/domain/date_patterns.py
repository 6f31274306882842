"""The pieces that time expressions are made of, and how their words are tidied before they are read."""

from __future__ import annotations

import re

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {
    "spring": (3, 1, 6, 20), "summer": (6, 1, 9, 22), "autumn": (9, 1, 12, 20), "fall": (9, 1, 12, 20),
    "winter": (12, 1, 3, 20),
}  # fmt: skip
"""First and last day by any of the usual reckonings, in the northern half of the earth."""
FEASTS = {
    "new year's day": (1, 1), "may day": (5, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
SEASON = r"(?:spring|summer|autumn|fall|winter)(?:time)?"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
FEAST = "|".join(sorted(FEASTS, key=len, reverse=True))
RELATIVE = (
    r"(?:last|this|next|past|previous|preceding|current|coming|following|same|that|the following|that same|upcoming)"
)
PORTION = (
    r"(?:(?:very )?(?:early|late)(?: in)?|mid|(?:the )?(?:very )?(?:beginning|start|opening|onset|turn|end|close|middle"
    r"|latter part|early part|first part|latter half|first half|second half|first third|last third"
    r"|(?:first|opening|early|last|final|closing)(?: few| two| three)? (?:days|weeks|months)) of|end(?=-))"
)
"""What cuts a part out of the stretch of days named after it."""
DAY_PART = (
    r"(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk|sunset|sunrise|nightfall|daybreak|lunchtime)"
)
CLOCK = (
    r"(?:\d{1,2}:\d\d(?::\d\d)?\s?(?:a\.?m\b\.?|p\.?m\b\.?)?|\d{1,2}\.\d\d\s?(?:a\.?m\b\.?|p\.?m\b\.?)"
    r"|\d{1,2}\s?(?:a\.?m\b\.?|p\.?m\b\.?)"
    r"|\d{1,2} o'clock|\d{4} ?(?:hours|hrs|(?=gmt|utc)))(?: (?:local time|gmt|utc|est|edt|local))?"
)

_QUOTES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": " -- ", "−": "-", "\xa0": " ", "‑": "-"})
_SUBSTITUTIONS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"\s*--\s*", " -- "),
        (rf"\b({MONTH}|{WEEKDAY})\.(?=\s|,|$|-|\))", r"\1"),
        (
            rf"(?:\b(?:at|about|around|shortly after|shortly before|just after|just before)\s+){{0,2}}"
            rf"(?<![\d:])\b{CLOCK}(?!\d)(?: on\b)?",
            " ",
        ),
        (
            rf"^(?:at |in |on |by |before )?(?:the )?(?:early |late |small )?(?:{DAY_PART}|hours)(?: prayers)? (?:of"
            rf"|on) ",
            "",
        ),
        (rf"\b(yesterday|tomorrow|today|{WEEKDAY}|\d+) (?:early |late )?{DAY_PART}\b", r"\1"),
        (r"\b(?:local time|gmt|utc)\b", " "),
        (rf"^(?:{DAY_PART}) (yesterday|today|tomorrow)$", r"\1"),
        (rf"\b(yesterday|today|tomorrow|{WEEKDAY})'s$", r"\1"),
        (r"\s+", " "),
    )
)
_EDGES = " \t\n,;:.()[]\"'“”*-"


def tidy(words: str) -> str:
    """Bring a time expression into the form that the rules read: lower case, plain signs, no clock time, no article."""
    words = words.lower().translate(_QUOTES)
    for pattern, new in _SUBSTITUTIONS:
        words = pattern.sub(new, words)
    words = words.strip(_EDGES)
    return re.sub(r"^the (?!day |same|following|next)", "", words)


def month_number(word: str) -> int:
    """Give the number of a month by its name or abbreviation."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def weekday_number(word: str) -> int:
    """Give the number of a weekday by its name or abbreviation, Monday being 0."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def day_number(word: str) -> int:
    """Give the day of the month in "5", "5th" or "31st"."""
    return int(re.sub(r"\D", "", word))
