"""One spelling for names of places: without case, diacritics, hyphens and spaces."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)
_SAINT = ("saint ", "st. ", "st ")
ARTICLES = ("al", "el", "an", "ar", "as", "at", "az", "ad", "ash")
"""Arabic articles, which English-language reports leave out as they like."""


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Give the letters and digits of a name, lower case and without marks: Sana’a and Şan‘ā’ are one."""
    text = name.casefold().strip()
    for saint in _SAINT:
        if text.startswith(saint):
            text = "st" + text[len(saint) :]
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(filter(str.isalnum, text))


def without_article(name: str) -> str | None:
    """Give the name without a leading Arabic article, or None where it has none."""
    first, _, rest = name.replace("-", " ").partition(" ")
    return rest if rest and first.casefold() in ARTICLES else None
