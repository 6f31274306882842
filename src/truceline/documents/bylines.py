"""Who wrote a report and from where: bylines, lines of dates, and datelines glued to the first paragraph."""

from __future__ import annotations

import re

from truceline.documents.mastheads import WIRES, is_publisher_name

_OPENING = re.compile(
    r"^[*_(\[|•·—–-]*\s*(?:by|(?:authors?|reporters?|writers?|correspondent)(?=\s*:)"
    r"|(?:written|reported|compiled|prepared|researched|drafted"
    r"|story|text|words|report|analysis|opinion|photographs) by|from"
    r"|(?:an? )?(?:guest )?(?:commentary|column|comment|essay|editorial|dispatch|op-ed|opinion piece) by)"
    r"\s*:?\s+(?P<names>.+?)[)\]*_|]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^(?P<before>[A-ZÀ-Þ][^!?;:]{1,80}?)\s*(?:[|·•–—]|\.)\s+(?P<line>[Bb]y\s+[A-ZÀ-Þ][\w'’.\-]*\s+[A-ZÀ-Þ].*)$"
)
"""A byline behind a section, a place or a day: "VALLEY HERALD | Politics | By Ana Ruiz"."""
_LONGEST = 300
"""Characters of the longest line that may be a byline or a line of dates."""
_CUT = re.compile(r"\s+(?:in|for|at|reporting|reports|with)\s+|\s*[|•·–—(/]\s*|\s+-\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-Þ][\w'’.\-]*|al-\w+|de|da|del|della|di|dos|van|von|der|den|bin|ibn|la|le|el|abu|y)$"
)
_NO_PERSON = re.compile(
    r"\b(?:news|agenc(?:y|ies)|staff|desk|correspondents?|press|service|team|reporters?|editors?|bureau|times|post|wire"
    r"|writers?|media|network|admin|contributors?|department|our|the|international|monitoring|web|online|digital"
    r"|reuters|afp|bbc|cnn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    rf"|(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}-{_MONTH}-\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{2,4}}|,\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?(?:\s+\d{{2,4}})?|{_MONTH},?\s+\d{{4}}))"
)
_HOUR = r"(?:T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|midnight)"
_ZONE = r"(?:gmt|utc|bst|c?est|e[sd]t|p[sd]t|eat|cat|wat|ist|pkt|local time|z)?\s*(?:[+-]\d{1,2}:?\d{0,2})?"
_DAY_FOUND = re.compile(rf"\b{_DAY}\b|\b{_DAY}", re.IGNORECASE)
_DATE_WORDS = re.compile(
    rf"{_DAY}|{_WEEKDAY}\b|{_HOUR}\s*{_ZONE}"
    r"|\b(?:first|last)?\s*(?:published|posted|updated?|modified|issued|released|date[d]?|created|filed|printed"
    r"|for (?:immediate )?release|publication)\b"
    r"|\b(?:on|at|in|the|edition|issue|and|of|by|minutes?|hours?|days?|weeks?|months?|years?|ago|gmt|utc)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"(?:first |last )?(?:published|posted|updated?|issued|released)\b"
    rf"(?: by [\w. ]{{2,40}}?)?(?: on| at)?:?\s+(?i:{_DAY})",
    re.IGNORECASE,
)
"""A line that begins with when the report appeared, whatever follows: by whom, under which heading."""
_NO_PLACE_WORDS = (
    "on in at by after before since from until during the a an this that these as if when while but and or for with "
    "note "
    "update correction clarification january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday question answer q"
)
_NO_PLACES = frozenset(_NO_PLACE_WORDS.split())
"""Words that begin a sentence with a dash in it, and no dateline."""
_DASH = r"(?P<dash>—|–|―|--+|-(?=\s)|:(?=\s))"
_CAPITALS = r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ\s./'’,-]+)"
_TOWN = r"(?P<place>[A-ZÀ-Þ][\w'’.-]*(?:[ /][A-ZÀ-Þ][\w'’-]*){0,3}(?:, [A-ZÀ-Þ][\w.’'-]+){0,2})"
_NAMED_DAY = rf"(?P<day>(?i:{_DAY}))"
_AGENCY = r"(?P<name>[A-Z](?:[^()\[\]\d]|\d(?!\d)){1,40})"
_OTHER_ORDERS = tuple(
    re.compile(rf"^(?P<line>{order}\s*)(?=\S)")
    for order in (
        rf"{_NAMED_DAY}\s*\({_CAPITALS}\)\s*(?P<name>){_DASH}",  # May 3, 2031 (JUBA) -
        rf"[(\[]{_NAMED_DAY}[)\]]\s*{_CAPITALS}(?:\s*\({_AGENCY}\))?\s*{_DASH}",  # [May 3, 2031] JUBA (Agency) -
        rf"[(\[]{_TOWN}[,:]? {_NAMED_DAY}[)\]]\s*(?P<name>){_DASH[:-1]}|(?=[“\"]?[A-ZÀ-Þ]))",  # (Juba, 3 May 2031)
        rf"{_TOWN} \({_AGENCY}, {_NAMED_DAY}\)\s*{_DASH}",  # JUBA (Agency, 3 May 2031):
        rf"{_TOWN} \({_AGENCY}\) ?[—–-]+ ?{_NAMED_DAY}\s*{_DASH}",  # Juba (Agency) – May 3, 2031 –
        rf"{_TOWN} \({_AGENCY}\),? {_NAMED_DAY}\s*{_DASH}",  # Juba (Agency) 3 May 2031 -
        rf"{_TOWN}, {_NAMED_DAY}\.(?P<name>)(?P<dash>)\s(?=[“\"]?[A-ZÀ-Þ])",  # JUBA, 3 May 2031. The
        rf"{_TOWN}\. {_NAMED_DAY}\. {_AGENCY}\s*{_DASH}",  # Juba. 3 May 2031. AGENCY -
    )
)
"""Datelines whose place, day and agency do not stand in the usual order."""
_STAFF = re.compile(
    r"^(?:[\w’'.&]+\s){0,3}(?:staff|agencies|newsroom|correspondents?|reporters?|news desk|editorial board)"
    r"(?: writers?| reporters?)?$",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"""^(?P<line>
      [(\[]?(?P<place>[A-ZÀ-Þ][\w.'’]*(?:[-\s/][A-ZÀ-Þ][\w.'’]*|-[a-z]{{1,4}}(?=-)|\s(?:de|la|el|al|of|and)){{0,4}}
      (?:,\s*(?!(?i:{_MONTH}|{_WEEKDAY})\b)[A-ZÀ-Þ][\w.'’]+(?:\s[A-ZÀ-Þ][\w.'’]+){{0,2}})?)[)\]]?(?:\s\([A-Z][\w.\s]{{1,30}}\)(?=,\s))?
      (?P<day>\s*[,.:;(–—-]?\s*(?:\d{{1,2}}\s+(?i:{_MONTH})\s+\d{{2,4}}|(?i:{_DAY}|{_WEEKDAY}\b))\)?)?
      (?P<agency>\s*,?\s*[(\[](?P<name>[A-Z](?:[^()\[\]\d]|\d(?!\d)){{1,40}})[)\]](?:\s*[(\[][^()\[\]]{{1,40}}[)\]])?)?
      \s*(?P<dash>—|–|―|--+|(?<=\))_|-(?=\s)|:(?=\s)|\.\s*[–—-]+(?=\s)|(?<=\))(?=\s["“‘]?[A-ZÀ-Þ]))\s*
      (?:\[[A-Z ]+\]\s*)?)(?=\S)""",
    re.VERBOSE,
)


def authors_of(line: str) -> tuple[str, ...] | None:
    """Give the authors that a byline names (none for an agency's), or None if the line is no byline."""
    line = _behind(line.strip()) if len(line) <= _LONGEST else line
    found = _OPENING.match(line.strip()) if len(line) <= _LONGEST else None
    if not found or len(line.split()) > 30:
        return None
    names = [name for name in _BETWEEN.split(_CUT.split(found["names"])[0].strip(" .,:")) if name]
    if not names or not all(_is_name(name) for name in names[:1]) or _DAY_FOUND.search(names[0]):
        return None
    if re.match(rf"{_WEEKDAY}\s+(?:morning|afternoon|evening|night)\b", names[0], re.IGNORECASE):
        return None
    if line.strip().lower().startswith("from ") and len(names[0].split()) < 2:
        return None
    persons = [name for name in names if _is_name(name) and len(name.split()) >= 2 and not _NO_PERSON.search(name)]
    return tuple(name for name in persons if name == names[0] or not is_publisher_name(name))


def _behind(line: str) -> str:
    """Leave out what stands before a byline in its line, if it is but names and days."""
    found = _BEHIND.match(line)
    if not found:
        return line
    words = re.sub(r"[^\w\s'’-]+", " ", found["before"]).split()
    named = all(word[0].isupper() or word[0].isdigit() or word in ("of", "the", "and") for word in words)
    return found["line"] if named and len(words) <= 10 else line


def is_staff(line: str) -> bool:
    """Tell whether a line names nobody but the staff of an agency."""
    return len(line.split()) <= 5 and line[:1].isupper() and bool(_STAFF.match(line.strip()))


def bare_author(line: str) -> str | None:
    """Give the author that a line names if it is nothing but a person's name, perhaps with an office after it."""
    name = re.split(r"\s*[,|•·]\s*", line.strip(" •·")[:_LONGEST])[0]
    words = name.split()
    proper = 2 <= len(words) <= 4 and _is_name(name) and not _NO_PERSON.search(name) and not name.isupper()
    return name if proper and len(line.split()) <= 8 else None


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 6 and words[0][:1].isupper() and all(map(_NAME_WORD.match, words))


_ISSUES = frozenset("""
note bulletin report statement update release briefing letter dispatch issue edition summary review newsletter flash
communique communiqué circular digest press situation
""".split())  # fmt: skip
"""What a line beside its day calls the report: "Weekly note, 20 August 2034"."""


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a calendar day and hardly anything else, such as a place or an hour."""
    if len(line) > _LONGEST:
        return False
    line = re.sub(r"\b([ap])\.m\.$", r"\1m", line)
    segments = [part for part in re.split(r"\s+[|·•]\s+", line) if part]
    if len(segments) > 1 and len(line.split()) <= 12 and not line.endswith((".", "!", "?")):
        return any(map(is_date_line, segments))  # "1 March 2031 | World | page 7"
    glued = glued_dateline(line + " -- x" if line[-1].isalnum() or line[-1] in ")]" else line + " x")
    if glued is not None and glued["day"] and glued.end("line") >= len(line):
        return True
    if len(line.split()) > 24 or not _DAY_FOUND.search(line):
        return False
    if _POSTED.match(line) and not line.endswith((".", "!", "?")):
        return True
    if len(line.split()) > 16:
        return False
    rest = re.sub(r"[\W\d_]+", " ", _DATE_WORDS.sub(" ", line)).split()
    return len(rest) <= 3 and all(word[0].isupper() or len(word) < 3 or word in _ISSUES for word in rest)


def glued_dateline(text: str) -> re.Match[str] | None:
    """Find "KABUL, March 4 (Agency) -" at the start of a paragraph; groups line, place, day and name (the agency)."""
    if other := next((found for order in _OTHER_ORDERS if (found := order.match(text[:160]))), None):
        return other
    found = _GLUED.match(text[:160])
    if not found:
        return None
    if found["place"].split()[0].lower().rstrip(".,") in _NO_PLACES:
        return None
    place, dated = found["place"], bool(found["day"] or found["name"])
    shouting = text[:400].isupper()
    in_capitals = place.split(",")[0].isupper() and len(place) > 2 and not shouting
    if found["dash"] == ":" and not (dated or (in_capitals and len(text) > 120)):
        return None
    # "Juba, South Sudan –": a town with its country and a dash is a dateline in small letters too.
    if not found["dash"]:  # "ORLIN (Valley Herald) The": only the name of a publisher tells
        signed = found["name"] and (is_publisher_name(found["name"]) or found["name"].lower() in WIRES)
        return found if in_capitals and signed else None
    placed = bool(re.search("[,/]", place)) and found["dash"] != ":" and len(place.split()) <= 5
    opens = text[found.end("line") :].lstrip("\"'“‘")[:1].isupper()
    return found if dated or in_capitals or (placed and opens) else None
