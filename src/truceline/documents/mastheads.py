"""Names of newspapers, agencies and stations, and where a report prints its own: masthead, byline, last line."""

from __future__ import annotations

import re

_NOUNS = (
    "times post herald tribune gazette journal review monitor observer guardian chronicle courier star daily weekly "
    "mail telegraph sentinel lantern standard mirror sun globe bulletin agency wire network today media radio "
    "television tv dispatch examiner independent mercury reporter register echo express inquirer argus citizen "
    "advertiser digest magazine press news newspaper broadcaster broadcasting messenger beacon banner enquirer"
)
NOUNS = frozenset(_NOUNS.split())
"""Last words of the names of publishers."""
SURNAMES = frozenset({"star", "sun", "post", "banner", "reporter", "monitor"})
"""Nouns that end persons' names too: two words with them name a paper only behind "The" or in capitals."""
FIRST_NOUNS = frozenset({"radio", "voice"})
"""First words of such names: "Radio Orlin", "Voice of the Valley"."""
WIRES = frozenset({"reuters", "afp", "ap", "upi", "dpa", "xinhua", "tass", "pti", "efe", "ansa", "bbc", "irin"})
_SMALL = frozenset({"of", "the", "and", "for", "de", "del", "la", "el", "&"})
_OFFICE = re.compile(r"\b(?:editor|correspondent|writer|director|chief|head|bureau|our|staff)\b", re.IGNORECASE)
_MOST_WORDS = 6
_BETWEEN = re.compile(r"\s*[,|·•–—/()\[\]]\s*|\s+for\s+(?:the\s+)?")
_SIGN_OFF = re.compile(
    r"^[(\[—–-]*\s*(?P<name>[A-ZÀ-Þ][^.:;!?()\[\]]{2,50}?)\s*(?:[)\]]?\.?$|[.|·•]\s+(?:photo(?:graph)?s?|pictures?"
    r"|images?|illustrations?|graphics?|maps?|the (?:views|opinions)|views|opinions|all rights|copyright|©"
    r"|first published|subscribe|read more)\b)",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"^(?:[Rr]eported|[Ww]ritten|[Cc]ompiled|[Pp]roduced|[Pp]repared) for (?:the )?"
    r"(?P<name>[A-ZÀ-Þ][^.,;:]{2,50}?) by\b"
)


def is_publisher_name(text: str) -> bool:
    """Tell whether words are the name of a newspaper, an agency or a station."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or _OFFICE.search(text) or words[0].lower() in ("by", "from"):
        return False
    if len(words) == 2 and words[1].lower() in SURNAMES and words[0] != "The" and not text.isupper():
        return False
    if len(words) == 1:
        return words[0].lower() in WIRES
    if not all(word[0].isupper() or word.lower() in _SMALL for word in words):
        return False
    return words[-1].lower() in NOUNS | WIRES or words[0].lower() in FIRST_NOUNS


def publisher_in_line(line: str) -> str | None:
    """Give the publisher that a line of names, days and places holds: "By Ana Ruiz, Valley Herald"."""
    return next((part for part in _BETWEEN.split(line.strip()) if is_publisher_name(part)), None)


def signs_off(line: str) -> str | None:
    """Give the publisher with whose name a last line begins: "The Valley Herald. Photos: …", "(Valley Herald)"."""
    if found := _ON_BEHALF.match(line):
        return found["name"] if is_publisher_name(found["name"]) else None
    found = _SIGN_OFF.match(line)
    if not found or not is_publisher_name(found["name"]):
        return None
    bare = found.end() == len(line) and line[0].isalpha()
    # "Free Press" alone may be a sub-heading; in brackets, behind a dash or with its article it is a signature.
    return None if bare and not (line.startswith("The ") or line.isupper()) else found["name"]
