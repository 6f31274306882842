"""From bytes to characters: by byte order mark, by what is declared, else by the bytes themselves."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from truceline.errors import UnknownFormat, UnreadableText

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins like that of UTF-16 and therefore stands before it."""
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEWLINES = re.compile("\r\n?")
_SAMPLE = 1 << 16
_WESTERN = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ\\s\\d!-/:-@\\[-`{-~‘’“”‚„–—…•·«»°§©®™€£\xa0\xad′″¿¡½¼¾]*")


def decode(content: bytes, source: str, declared: str | None = None) -> str:
    """Give the characters of a text with LF line ends and no byte order mark; nothing else is changed."""
    text = _by_mark(content, source) or _by_order(content) or _declared(content, declared) or _guessed(content, source)
    if "\0" in text:
        raise UnreadableText(f"{source} holds NUL characters and is no text.", source=source)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) / 100:
        raise UnknownFormat(f"{source} is a binary file, not a report.", source=source)
    return _NEWLINES.sub("\n", text).removeprefix("\ufeff")


def _by_mark(content: bytes, source: str) -> str | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableText(f"{source} is marked as {encoding} but is not.", source=source) from error
    return None


def _by_order(content: bytes) -> str | None:
    """Know UTF-16 without a mark by the empty half of nearly every pair of bytes."""
    sample = content[:4096]
    for half, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if (
            len(sample) >= 32
            and sample[half::2].count(0) > 0.9 * len(sample) / 2
            and sample[1 - half :: 2].count(0) == 0
        ):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _declared(content: bytes, declared: str | None) -> str | None:
    """Try UTF-8, which text hardly ever is by chance, then what is declared."""
    for encoding in filter(None, ("utf-8", declared)):
        try:
            # What calls itself Latin-1 on the web is meant as Windows-1252.
            name = codecs.lookup(encoding).name
            return content.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
        except (UnicodeError, LookupError, ValueError):
            continue
    return None


def _guessed(content: bytes, source: str) -> str:
    """Take Windows-1252 if it gives what English texts are printed with, else ask charset-normalizer."""
    try:
        text = content.decode("cp1252")
        accents = sum(letter > "\x7f" for letter in text)
        if _WESTERN.fullmatch(text) and accents < len(text) / 10:
            return text
    except UnicodeDecodeError:
        pass
    best = from_bytes(content[: _SAMPLE * 4]).best()
    try:
        if best is not None:
            return content.decode(best.encoding)
    except UnicodeDecodeError:
        pass
    raise UnreadableText(f"The characters of {source} are in no encoding that we know.", source=source)
