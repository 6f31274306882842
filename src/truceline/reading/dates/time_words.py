"""The words of time expressions: patterns that find them, and what may stand inside them or at their ends."""

from __future__ import annotations

import re

from truceline.domain.counts import NUMBER, ONES, ORDINALS, QUANTITY, TENS, UNIT
from truceline.domain.date_patterns import MONTHS, WEEKDAYS, YEAR
from truceline.domain.other_calendars import ETHIOPIAN, LUNAR_HIJRI, SOLAR_HIJRI

_MONTHS = "|".join([*(m.capitalize() for m in MONTHS), *(f"{m.capitalize()[:3]}\\." for m in MONTHS), "Sept\\."])
NAMED_MONTH = rf"(?:{_MONTHS}|{'|'.join(m.upper() for m in MONTHS if m not in ('march', 'may'))})"
NAMED_WEEKDAY = rf"(?:{'|'.join(d.capitalize() for d in WEEKDAYS)}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_SPELT = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY_NTH = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
_AFTER_NTH = (
    "and|the|a|an|by|to|in|at|near|when|after|as|with|but|that|it|they|he|she|we|his|her|their|its|our|two|three|four"
)
"""Words that may follow "on the 3rd" if it is a day, not the 3rd brigade."""
_STEP = (
    r"(?:last|this|next|the past|the previous|the following|that|the same|the current|the coming|the preceding"
    r"|previous|following)"
)
_EARLY = r"(?:(?:the )?(?:very )?(?:early|late|mid|beginning of|start of|end of|middle of)[- ](?:the )?)"
_NTH_QUARTER = "first|second|third|fourth|last"
_UNIT = r"(?:hour|day|week|month|year|decade|centurie|fortnight)s?"

_MONTH_NEEDED = (
    rf"{_EARLY}?(?:{NAMED_WEEKDAY},? )?(?:the )?(?:{NAMED_MONTH} {_DAY}(?!\d)(?:,? (?:of )?{YEAR}\b)?"
    rf"|{_DAY}(?: of)? {NAMED_MONTH}(?:,? {YEAR}\b)?)",
    rf"{_EARLY}?{NAMED_MONTH}(?: of)?,? {YEAR}\b",
    rf"(?:[Tt]he )?(?i:{_SPELT}) of {NAMED_MONTH}(?:,? {YEAR}\b)?",
    rf"(?<=[Ii]n )(?:{_EARLY})?{NAMED_MONTH}\b",
    rf"(?<=[Bb]y |[Ii]n |[Oo]f )(?:{_EARLY})?{NAMED_MONTH}\b(?! [A-Z])",
)
_YEAR_NEEDED = (
    rf"{_EARLY}?\b(?:{_STEP} )?(?<=[Ii]n )(?:{YEAR})\b(?! (?:[a-z]+s|people|troops|men)\b)",
    rf"(?<=[Ss]ince |[Uu]ntil )(?:{_EARLY})?{YEAR}\b(?! (?:[a-z]+s|people)\b)",
    rf"{_EARLY}{YEAR}\b",
    rf"(?:{_EARLY}|[Tt]he )?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|fall)(?: of)? {YEAR}\b",
    rf"(?<=\()(?:{_DAY} {NAMED_MONTH},? {YEAR}|{YEAR}\s?[-–]\s?(?:{YEAR}|\d\d))(?=\))",
    rf"{_EARLY}?(?:the )?(?:1[5-9]|20)\d0s\b",
    r"\b\d{4}-\d\d-\d\d\b",
)
_PART_OF_DAY_NEEDED = (
    r"\b[Oo]vernight\b(?! [a-z]+(?:s|ing)\b)",
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?: (?:morning|afternoon|evening|night))?",
    r"\b(?:[Tt]his|[Ll]ast|[Ss]ame|[Tt]hat) (?:morning|afternoon|evening|night|weekend)\b",
)
_UNIT_NEEDED = (
    rf"{_EARLY}?\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Tt]he (?:previous|following|next|same|current|coming"
    rf"|preceding)) (?:week|month|year|decade|day|century|weekend)\b(?!-)",
    rf"\b(?:past|last|next|coming|previous) {NUMBER} {_UNIT}\b",
)
_RULES = {
    NAMED_MONTH: _MONTH_NEEDED,
    r"\d{4}": _YEAR_NEEDED,
    NAMED_WEEKDAY: (rf"{_EARLY}?(?:{_STEP} )?{NAMED_WEEKDAY}(?: (?:morning|afternoon|evening|night))?\b",),
    r"/\d": (r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b",),
    r"\d(?:st|nd|rd|th)": (rf"(?<=[Oo]n )the {_DAY_NTH}(?=[^\w\s-]|\s*$| (?:{_AFTER_NTH})\b| [a-z]+ed\b)",),
    r"esterday|omorrow|night|morning|afternoon|evening|weekend": _PART_OF_DAY_NEEDED,
    r"hour|day|week|month|year|decade|centur|fortnight": _UNIT_NEEDED,
    r"quarter": (rf"(?<=[Ii]n )the (?:{_NTH_QUARTER}) quarter(?: of {YEAR}\b|\b(?! of\b))",),
    r"ago|later|earlier": (rf"\b(?i:{QUANTITY})[- ]{UNIT} (?:ago|later|earlier)\b",),
}
FIND = tuple((re.compile(needed), tuple(map(re.compile, rules))) for needed, rules in _RULES.items())
"""Rules that find time expressions, by what a sentence must have for any of them to hold: that is cheaper to ask."""
HINT = re.compile(
    r"\d\d|\d [A-Z]|day\b|night|week|month|year|decade|centur|ago\b|later\b|earlier\b|overnight|tomorrow|morning"
    r"|evening|noon"
    r"|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[A-Z]{3}|[Ss]pring|[Ss]ummer"
    r"|[Aa]utumn"
    r"|[Ww]inter|fall\b|fortnight|hours? |quarter|\d(?:st|nd|rd|th)\b"
)
"""Without any of these no rule finds a time expression, and the sentence is passed over."""
_INSIDE = """
" early late mid mid- about around nearly almost roughly approximately over some than more less at least just
last next this past coming previous following same that earlier later the a an first second third fourth fifth
final end beginning start middle half quarter week month day year days weeks months of in - ’ ' only exactly
another fiscal spring summer autumn fall winter morning evening night afternoon dawn noon midnight up to
latter part overnight few several couple dozen recent current on eve and weekend
"""
COUNTING = frozenset({*ONES, *TENS, "a", "an", "than", "to", "half", "several", "hundred", "mid", "mid-"})
_AFTER = """
ago later earlier before after old long , — – ( ) bc ad b.c. a.d. local time years decades decade century hours hour 1st
afterwards afterward thereafter prior previously now then today yesterday
"""
FRONT = frozenset(_INSIDE.split())
"""Words that may stand inside a time expression."""
BACK = FRONT | frozenset(_AFTER.split())
OTHER_MONTHS = frozenset({**SOLAR_HIJRI, **LUNAR_HIJRI, **ETHIOPIAN})
NOT_FIRST = {
    "just",
    "only",
    "even",
    "exactly",
    "of",
    "in",
    "on",
    "to",
    "and",
    "than",
    "-",
    ",",
    "—",
    "–",
    ")",
    "the",
    "a",
    "an",
    "’",
    "'",
    "at",
    "(",
    "that",
}
NOT_LAST = {
    "of",
    "in",
    "on",
    "to",
    "and",
    "than",
    ",",
    "—",
    "–",
    "(",
    "the",
    "a",
    "an",
    "at",
    "about",
    "around",
    "more",
}
TOO_MUCH = {
    '"',
    "“",
    "‘",
    "'",
    "’",
    "just",
    "only",
    "even",
    "on",
    "in",
    "at",
    "of",
    "exactly",
    "over the",
    "-",
    ",",
    ")",
    "—",
}
LOOSE = {"-", "—", "–", '"', "”", "'", "’", "'s", "’s", "then", ";", ":"}
TIME_WORD = re.compile(
    r"\d{4}|day|week|month|year|decade|centur|night|morning|evening|afternoon|dawn|dusk|noon"
    r"|hour|minute|eve|today|tomorrow|now|ago|later|soon|recent|current|present|former|past|future|once|then|since"
    r"|spring"
    r"|summer|autumn|winter|ramadan|eid|easter|christmas|annual|daily|quarter|jan|feb|mar|apr|june|july|aug|sep|oct"
    r"|nov|dec"
)
REACH = 5
"""Words that a span may grow by to either side."""
PREPOSITIONS = {
    "by": "by", "since": "since", "until": "until", "till": "until", "before": "before", "after": "after",
    "from": "from", "around": "around", "about": "around", "circa": "around", "towards": "around", "toward": "around",
}  # fmt: skip
