"""How well a filler fits one of the key: 1 right, 0.5 partly right, 0 wrong, after the scoring guidelines of MUC-4."""

from __future__ import annotations

import re
import unicodedata
from calendar import month_abbr
from datetime import date

from benchmarks.muc_keys import Filler

from truceline.gazetteer.spelling import place_key

MONTHS = {name.upper(): number for number, name in enumerate(month_abbr) if name}
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d\d)")
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty several some many about at least over nearly"
).split()
LOOSE = frozenset((*NUMBERS, "the", "a", "an", "of", "another", "other", "two", "group", "unidentified", "unknown"))
"""Words that are no essential part of a filler: articles, quantities and the like."""


def string_fit(response: str, key: Filler) -> float:
    """Compare words: right with more or fewer words that are not essential, partly with the same last word or name."""
    return max((_string(response, option) for option in key.options), default=0.0)


def _string(response: str, option: str) -> float:
    ours, theirs = _words(response), _words(option)
    if not ours or not theirs:
        return 1.0 if response.lower() == option.lower() else 0.0
    if ours == theirs or (len(ours) > len(theirs) and ours[-len(theirs) :] == theirs):
        return 1.0
    if set(theirs) <= set(ours) and ours[: len(theirs)] == theirs:
        return 1.0 if "of" in response.lower().split() else 0.5
    same_head = ours[-1] == theirs[-1] and response.split()[-1].islower()
    return 0.5 if set(ours) <= set(theirs) or same_head else 0.0


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'s", ""))
    return [_singular(word) for word in words if word not in LOOSE and not word.isdigit()]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def days_of(text: str) -> tuple[date | None, date] | None:
    """Read "05 JAN 90", "05 JAN 90 - 07 JAN 90" or "- 07 JAN 90"."""
    found = [date(1900 + int(y), MONTHS[m], int(d)) for d, m, y in DAY.findall(text) if m in MONTHS]
    if not found:
        return None
    return (None if text.strip("( ").startswith("-") else found[0]), found[-1]


def date_fit(response: str, key: Filler) -> float:
    """Compare days: partly right inside the key's range, or as an open range that ends on the key's last day."""
    return max((_date(response, option) for option in key.options), default=0.0)


def _date(response: str, option: str) -> float:
    ours, theirs = days_of(response), days_of(option)
    if ours is None or theirs is None:
        return 0.0
    if ours == theirs:
        return 1.0
    if ours[0] is None:
        return 0.5 if ours[1] == theirs[1] else 0.0
    inside = ours[1] <= theirs[1] and (theirs[0] is None or theirs[0] <= ours[0])
    overlap = ours[0] <= theirs[1] and (theirs[0] is None or theirs[0] <= ours[1])
    if theirs[0] is None:
        return 0.5 if inside and (theirs[1] - ours[1]).days <= 60 else 0.0
    return 0.5 if inside or overlap else 0.0


def location_fit(response: str, key: Filler) -> float:
    """Compare places: right with the most exact place of the key, partly with its country or a wider place."""
    return max((_location(response, option) for option in key.options), default=0.0)


def _location(response: str, option: str) -> float:
    ours, theirs = _levels(response), _levels(option)
    if not ours or not theirs:
        return 0.0
    deepest, ends = theirs[-1], theirs[1:]
    if len(theirs) == 1:
        return 1.0 if ours == theirs else 0.5 if ours[0] == theirs[0] else 0.0
    if ours[-1] in deepest.split(" - "):
        return 0.5 if ours[0] != theirs[0] or " - " in deepest else 1.0
    return 0.5 if ours[0] == theirs[0] or set(ours[1:]) & set(ends) else 0.0


def _levels(text: str) -> list[str]:
    plain = re.sub(r"\s*\([^)]*\)|(?<=\w) CITY\b", "", text)
    return [" - ".join(place_key(end).lower() for end in level.split(" - ")) for level in plain.split(":")]


def number_fit(response: str, key: Filler) -> float:
    """Compare numbers: partly right at the end of a range or without the mark of an estimate."""
    scores = []
    for option in key.options:
        plain = option.replace(" ", "")
        near = re.findall(r"\d+", plain)
        partly = response.isdigit() and response in near and response != plain
        scores.append(1.0 if response.replace(" ", "") == plain else 0.5 if partly else 0.0)
    return max(scores, default=0.0)


def counted_fit(number: str, of: str, key: Filler) -> float:
    """Compare a number and whom it counts: partly right where the number alone is."""
    fit = number_fit(number, key)
    named = not key.of or max((_string(of, option) for option in key.of), default=0.0) > 0
    return fit if named or fit < 1 else 0.5


def type_fit(response: str, key: Filler) -> float:
    """Compare incident types: ATTACK is partly right for any other."""
    return 1.0 if response in key.options else 0.5 if response == "ATTACK" else 0.0


def set_fit(response: str, key: Filler) -> float:
    """Compare fillers of a closed list."""
    return 1.0 if response in key.options else 0.0
