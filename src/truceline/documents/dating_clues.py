"""What the words of a report tell of its day of publication: dates told as past, dates still to come, ages of wars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from truceline.domain.counts import read_count
from truceline.domain.date_patterns import MONTH, WEEKDAY, YEAR
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote

PAST, COMING, SAME_DAY = "past", "coming", "same day"


@dataclass(frozen=True, slots=True)
class Clue:
    """One expression that bears on the day of publication."""

    quote: Quote
    side: str
    """past, coming, or same day (a day named beside yesterday, today or tomorrow)."""
    days: Days | None = None
    """What it allows, if its year is printed."""
    bare_year: bool = False
    """A year alone: printed, it is seldom the running one."""
    words: str = ""
    """For a date without its year: month and day, or month."""
    shift: int = 0
    """For same day: days from the named day to publication."""


@dataclass(frozen=True, slots=True)
class Age:
    """A stretch of years from an event whose year is printed: "18 years ago" beside "invaded in 2001"."""

    quote: Quote
    years: Days
    """The days in which so many years had passed."""


@dataclass(frozen=True, slots=True)
class Clues:
    """All that bears on publication, in the order of the text."""

    dates: tuple[Clue, ...] = ()
    ages: tuple[Age, ...] = ()


_MON, _DOW = f"(?i:{MONTH})", f"(?i:{WEEKDAY})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?P<near>\b(?:yesterday|today|tomorrow),? \(?)?(?P<weekday>\b(?:{_DOW}),? )?"
    rf"(?P<date>\b{_MON}\.? {_DAY}(?:(?!\d),? (?:{YEAR}))?\b(?! \d\d\d)|\b{_DAY}(?: of)? {_MON}\.?(?:,? {YEAR})?\b"
    rf"|\b{_MON}\.?,?(?: of)? {YEAR}\b|\b(?:in|by|until|before|since|during) (?:early |late |mid-|the end of )?(?:{_MON})\b(?! \d)"
    rf"|\b(?:1[89]\d\d|20\d\d)\b(?![-–/]\d))(?P<after>[—–(, ]+(?:next|last|this|tomorrow|yesterday) ?(?:{_DOW})?)?"
)
_COMING = re.compile(
    r"\b(?:will|won't|shall|scheduled|slated|upcoming|forthcoming|expected to|due (?:to|on|in|by|for)|set (?:to|for)|to be \w+ed|to follow|plan(?:s|ned) to"
    r"|plan(?:s|ned) for|is to|are to|to be held|run-up to|ahead of|chances in|prospects? (?:in|at)|once|deadline|calls? for"
    r"|campaigning for|hopes? to|aims? to|looming|preparing for|prepares? for|preparations for|next)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|until|before|no later than|not later than|by the end of|ahead of|prior to|till)(?: the)? ?$", re.IGNORECASE)
_PAST_VERB = re.compile(
    r"\b(?:(?<!be )(?<!being )\w{2,}ed|was|were|had|did|began|said|took|held|won|fell|met|came|left|broke|led|told|saw|made|gave|went|fled|fought"
    r"|struck|shot|found|lost|rose|grew|became|sent|put|set|ran|brought|built|kept|spoke|wrote|drove|withdrew|overthrew|threw"
    r"|sought|caught|hit|cut|paid|got|split)\b"
)
_PERFECT = re.compile(r"\b(?:has|have|'ve|so far|to date|this year|since)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(r"\b(?:in|on|during|early in|late in|of|since)(?: (?:early|late|mid|the summer of|the spring of))? ?$", re.IGNORECASE)
_START = r"(?:inva\w+|war|coup|conflict|uprising|occup\w+|revolution|insurgen\w+|independen\w+|overthr\w+|rebel\w+|fighting|genocide)"
_STARTED = re.compile(
    rf"\b(?P<y1>{YEAR}) (?:US|U\.S\.|\w+[- ])?(?:led )?(?P<n1>{_START})"
    rf"|\b(?P<n2>{_START})\b[^.;]{{0,60}}?\b(?:in|of|since|from)(?: {MONTH})? (?P<y2>{YEAR})\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?P<q>nearly |almost |more than |over |about |some )?(?P<c>\b\w+(?:-\w+)?[- ](?:years?|decades?))(?P<k>[- ]old| ago| of)\b",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(rf"\b(?:in|of|since|until|by|during|early|late) {YEAR}\b|{_MON} {YEAR}\b|\d, {YEAR}\b")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No))(?<!\b(?:Gen|Col|Sgt|Maj|Rev|Sen|Rep|Gov|Mrs))(?<!\bCapt|\bBrig|\bProf)"
                   r"[.!?][”’\"')]*\s+(?=[A-Z“‘\"'])|\n\s*\n|\n(?=[A-Z])")  # fmt: skip


def clues_of(document: Document) -> Clues:
    """Find what bears on publication in the headline, the story and the captions."""
    dates: list[Clue] = []
    ages: list[Age] = []
    starts = _starts(document)
    for part in document.parts:
        if part.role in ("headline", "body", "caption"):
            for start, end in _sentences(document.text, part.start, part.end):
                dates += _dates(document, start, end)
                ages += _ages(document, start, end, starts)
    return Clues(tuple(dates), tuple(ages))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    if start < end:
        yield start, end


def _dates(document: Document, start: int, end: int) -> Iterator[Clue]:
    text = document.text
    for match in _DATE.finditer(text, start, end):
        words = match["date"]
        if words[:1].islower() and not re.match(r"(?:in|by|until|before|since|during) ", words):
            continue
        if re.search(r"\b(?:march|may)\b", words) or not re.search(r"\d|[A-Z]", words):
            continue
        quote = document.quote(match.start("date"), match.end("date"))
        if match["near"] and re.search(r"\d", words):
            shift = {"yesterday": 1, "today": 0, "tomorrow": -1}[match["near"].split()[0].strip(",(").lower()]
            yield Clue(quote, SAME_DAY, _printed(words), words=words, shift=shift)
            continue
        first = match.start("weekday") if match["weekday"] else match.start("date")
        side = _side(text[start:first], words, text[match.end("date") : end], match["after"] or "")
        if side is None:
            continue
        if not _printed(words) and (_OWN_YEAR.search(text, start, end) or re.match(r" (?:of )?(?:last|next|that|the)\b", text[match.end("date") :])):
            continue  # its year is told beside it
        year_alone = bool(re.fullmatch(YEAR, words))
        weekday = (match["weekday"] or "") + words
        yield Clue(quote, side, _printed(words), bare_year=year_alone, words="" if _printed(words) else weekday)


def _printed(words: str) -> Days | None:
    if not re.search(YEAR, words):
        return None
    found = reckon(words, Anchor())
    return found.days if found and found.days.known else None


def _side(before: str, words: str, after: str, beside: str) -> str | None:
    """Tell whether a date is told as past or as still to come; None if the words leave it open."""
    clause = re.split(r"[;:]|, (?:but|while|and|which|who)\b", before)[-1]
    own = re.match(r"(by|until|before) ", words, re.IGNORECASE)
    if "next" in beside or "tomorrow" in beside:
        return COMING
    if re.search(r"\b(?:would|could|should|might|may)\b", clause):
        return None
    bounded = bool(own) or bool(_BY.search(before))
    if bounded:
        past = re.search(r"\b(?:had|was|were|did)\b", clause) or re.match(r"[^.;,]*\b(?:had|was|were)\b", after)
        return None if past else COMING
    if _COMING.search(clause) or re.match(r",? (?:is|are) (?:to|set|due)\b", after):
        return None if _PAST_VERB.search(clause) and not re.search(r"\b(?:is|are|will)\b", clause) else COMING
    if re.match(r"[^,;.]*\b(?:elections?|vote|polls?)\b", after) and re.match(r"[^.;]* (?:will|is due|are due|are over|is over)\b", after):
        return COMING
    told = f"{clause} {after.split(',')[0] if not _PAST_VERB.search(clause) else ''}"
    if re.match(YEAR, words) and not (_ADVERBIAL.search(before) or before.strip() == ""):
        return PAST if re.match(rf" {_START}", after, re.IGNORECASE) else None
    if _PAST_VERB.search(told) or (_ADVERBIAL.search(before) and _PAST_VERB.search(after)):
        return None if _PERFECT.search(clause) and re.match(YEAR, words) else PAST
    return None


def _starts(document: Document) -> dict[str, int]:
    """Give the printed years in which a war or an invasion began, by the first letters of its word."""
    found: dict[str, set[int]] = {}
    for match in _STARTED.finditer(document.text):
        noun, year = match["n1"] or match["n2"], match["y1"] or match["y2"]
        found.setdefault(noun.lower()[:4], set()).add(int(year))
    every = set().union(*found.values()) if found else set()
    starts = {stem: next(iter(years)) for stem, years in found.items() if len(years) == 1}
    if len(every) == 1:
        starts[""] = next(iter(every))
    return starts


def _ages(document: Document, start: int, end: int, starts: dict[str, int]) -> Iterator[Age]:
    text = document.text
    for match in _AGE.finditer(text, start, end):
        count = read_count(match["c"].replace("-", " "))
        if count is None or not count.sharp or count.unit not in ("year", "decade"):
            continue
        number = count.least * (10 if count.unit == "decade" else 1)
        around = text[max(start, match.start() - 40) : min(end, match.end() + 40)].lower()
        stem = next((s for s in starts if s and re.search(rf"\b{s}", around)), None)
        if stem is None and not ("" in starts and re.search(rf"\b{_START}", around)):
            continue
        first = starts[stem if stem is not None else ""]
        quote = document.quote(match.start(), match.end())
        yield Age(quote, _passed(first, number, (match["q"] or "").strip().lower()))


def _passed(first: int, number: int, how: str) -> Days:
    """Give the days in which so many years had passed since a day of a year."""
    if how in ("nearly", "almost"):
        return Days(date(first + number - 1, 1, 1), date(first + number, 12, 31))
    if how in ("more than", "over"):
        return Days(date(first + number, 1, 1), None)
    slack = 1 if how in ("about", "some") or number % 10 == 0 else 0
    return Days(date(first + number - slack, 1, 1), date(first + number + 1 + slack, 12, 31))
