"""Names of newspapers, agencies and stations, and where a report prints its own: masthead, byline, last line."""

from __future__ import annotations

import re

_NOUNS = (
    "times post herald tribune gazette journal review monitor observer guardian chronicle courier star daily weekly "
    "mail telegraph sentinel lantern standard mirror sun globe bulletin agency wire network today media radio "
    "television tv dispatch examiner independent mercury reporter register echo express inquirer argus citizen "
    "advertiser digest magazine press news newspaper broadcaster broadcasting messenger beacon banner enquirer ledger "
    "spectator statesman vanguard intelligencer horizon"
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
MOTTO = re.compile(
    r"(?:(?:the )?(?:voice|organ|paper|newspaper|journal) (?:of|for)\b"
    r"|an? (?:independent|non-?partisan|daily|weekly|monthly)\b|[“\"].*[”\"]$)",
    re.IGNORECASE,
)
"""What a paper says of itself under its name."""
_LETTERS = re.compile(r"\s*\([A-Z]{2,8}\)$")
"""Behind the name of an agency: Valley News Agency (VNA)."""
_SERVICES = frozenset({"news", "press", "wire", "information", "radio"})
"""What comes before "Service" in the name of an agency."""
_BETWEEN = re.compile(r"\s*[,|·•–—/()\[\]]\s*|\s+for\s+(?:the\s+)?|\s{3,}|\t")
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
    last = [word.lower() for word in words[-2:]]
    return last[-1] in NOUNS | WIRES or words[0].lower() in FIRST_NOUNS or _is_service(last)


def _is_service(last: list[str]) -> bool:
    return last[-1] == "service" and last[0] in _SERVICES


def name_in_masthead(line: str) -> str:
    """Give a masthead without its letters and its motto: "Valley News Agency (VNA)", "The Beacon - Voice of Labour"."""
    name, _, motto = [*re.split(r"(\s+[—–|-]+\s+)", line, maxsplit=1), "", ""][:3]
    return _LETTERS.sub("", name if MOTTO.match(motto) else line)


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
