"""What the words of a report tell of its day of publication: dates told as past, dates still to come, ages of wars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.documents.dating_ages import START, Age, ages_of, starts_of
from truceline.documents.dating_imprint import Imprint, counted_up_to, imprint_of
from truceline.domain.date_patterns import MONTH, WEEKDAY, YEAR
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import Days
from truceline.domain.document import Document, Quote

LONGEST = 1_000
"""Characters of a sentence that are looked at together."""
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
    """ "In 2018, he said": a year in front of what happened in it is over, or a month would be told."""
    words: str = ""
    """For a date without its year: month and day, or month."""
    shift: int = 0
    """For same day: days from the named day to publication."""
    reach: int = 0
    """Days that publication may lie further on: "last Saturday, 29 February" is told in the week behind it."""


@dataclass(frozen=True, slots=True)
class Clues:
    """All that bears on publication, in the order of the text."""

    dates: tuple[Clue, ...] = ()
    ages: tuple[Age, ...] = ()
    imprint: Imprint | None = None


_MON, _DOW = f"(?i:{MONTH})", f"(?i:{WEEKDAY})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?P<near>\b(?:yesterday|today|tomorrow),? \(?)?(?P<weekday>\b(?:{_DOW})"
    rf"(?: (?:morning|afternoon|evening|night))?,? )?(?P<date>"
    rf"\b{_MON}\.? {_DAY}(?:(?!\d),? (?:{YEAR}))?\b(?! \d\d\d)|\b{_DAY}(?: of)? {_MON}\.?(?:,? {YEAR})?\b"
    rf"|\b{_MON}\.?,?(?: of)? {YEAR}\b|\b(?:in|by|until|before|since|during) (?:early |late |mid-"
    rf"|the end of )?(?:{_MON})\b(?! \d)"
    rf"|\b(?:1[89]\d\d|20\d\d)\b(?![-–/]\d))(?P<after>[—–(, ]+(?:next|last|this|tomorrow|yesterday) ?(?:{_DOW})?)?"
)
_COMING = re.compile(
    r"\b(?:will|won't|shall|upcoming|forthcoming|(?:is|are|remains?) (?:to|set to|due to|scheduled|slated|expected"
    r"|planned)"
    r"|set to begin|to be held|looming|preparing for|prepares? for|hopes? to|plans? to|next)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:is|are|has|have|remains?|hopes?|fears?|wants?|sees?|comes?|plans?)\b.*\b(?:ahead of|run-up to|chances in"
    r"|prospects in|bid in|campaign for|candidates? (?:in|for)) (?:the|this|its|a) $",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|until|before|no later than|not later than|till)(?: the)? ?$", re.IGNORECASE)
_NO_VERB = r"(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|this\b)"
_INFINITIVE = re.compile(rf"\b(?:to|would|could|should|might|may|must|if|unless|whether) {_NO_VERB}[a-z]+\b")
_NOT_FINITE = re.compile(
    r"\b(?:to|would|could|should|might|may|must|will|if|unless|whether)\b(?: \w+){0,3} ?$", re.IGNORECASE
)
_SET_FOR_IT = re.compile(
    r",? (?:is|are) (?:to|set|due)\b|, the (?:day|date) (?:on |when |that )?.{0,50}?\b(?:is|are"
    r"|will)\b"
)
_TO_COME = re.compile(
    r" (?:\w+ )?(?:primary|primaries|elections?|votes?|voting|polls?|caucus(?:es)?|deadline|referendum|summit|talks"
    r"|census|ballot)\b"
)
_YEAR_ENDS = re.compile(r"[,.;)]|\s*$| (?:and|but|when|after|to|with|by|in|at|the|as|that|for|from|because)\b")
_FRONTED = re.compile(
    rf"^[“\"‘']?(?:(?:late|early) )?in (?:(?:late|early) )?{YEAR},? (?:the |a |an |his |her |its "
    rf"|their )?[\w’'.\- ]{{2,70}}?,?"
    rf"(?: [\w’'., \-]{{2,90}}?,)? (?:was|were|won|lost|took|began|said|told|made|met|fell|held|became|gave|went|came"
    rf"|left|led"
    rf"|broke|fought|struck|signed|[a-z]{{2,}}ed)\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(
    r"\b(?:(?<!be )(?<!being )(?!(?:un)?armed|united|displaced|allied|wounded|captured|hundred|besieged"
    r"|occupied)\w{2,}ed|was|were|had|did|began|said|took|held|won|fell|met|came|left|broke|led|told|saw|made|gave"
    r"|went|fled|fought"
    r"|struck|shot|found|lost|rose|grew|became|sent|put|set|ran|brought|built|kept|spoke|wrote|drove|withdrew"
    r"|overthrew|threw"
    r"|sought|caught|hit|cut|paid|got|split|tore|blew|swept|stood|sat|chose|drew|flew|froze|hid|knew|laid|rode|shook|sank"
    r"|slept|spent|stole|swore|taught|thought|wore)\b"
)
_PERFECT = re.compile(r"\b(?:has|have|'ve|so far|to date|this year|since)\b", re.IGNORECASE)
_HAVE_DONE = re.compile(r"\b(?:has|have|'ve)\b(?! to\b)(?: \w+){0,3} \w+(?:ed|en|un|ade|old|eld|ost|ent|ut|ome|one)\b")
_WHOLE = re.compile(rf"\d\d?(?:st|nd|rd|th)?,? (?:of )?(?:{_MON},? )?{YEAR}$|^{_DAY}(?: of)? {_MON},? {YEAR}$")
"""A day with its month and year."""
_ADVERBIAL = re.compile(
    r"\b(?:in|on|during|early in|late in|of|since)(?: (?:early|late|mid|the summer of"
    r"|the spring of))? ?$",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(rf"\b(?:in|of|since|until|by|during|early|late) {YEAR}\b|{_MON} {YEAR}\b|\d, {YEAR}\b")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No))(?<!\b(?:Gen|Col|Sgt|Maj|Rev|Sen|Rep|Gov|Mrs))(?<!\bCapt"
    r"|\bBrig|\bProf)"
                   r"[.!?][”’\"')]*\s+(?=[A-Z“‘\"'])|\n\s*\n|\n(?=[A-Z])")  # fmt: skip


def clues_of(document: Document) -> Clues:
    """Find what bears on publication in the headline, the story and the captions."""
    dates: list[Clue] = []
    ages: list[Age] = []
    starts = starts_of(document)
    for part in document.parts:
        if part.role in ("headline", "body", "caption"):
            for start, end in _sentences(document.text, part.start, part.end):
                dates += _dates(document, start, end)
                ages += ages_of(document, start, end, starts)
    return Clues(tuple(dates), tuple(ages), counted_up_to(document) or imprint_of(document))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the sentences of a part; the longest come in pieces, so that a page without stops costs no more."""
    stops = (stop.end() for stop in _STOP.finditer(text, start, end))
    for stop in (*stops, end):
        while start < stop:
            yield start, min(stop, start + LONGEST)
            start = min(stop, start + LONGEST)


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
        if match["weekday"] and re.search(r"\blast $", text[max(start, match.start() - 5) : match.start()]):
            yield Clue(quote, SAME_DAY, _printed(words), words=match["weekday"] + words, shift=1, reach=6)
            continue
        first = match.start("weekday") if match["weekday"] else match.start("date")
        side = _side(text[start:first], words, text[match.end("date") : end], match["after"] or "")
        if side is None:
            continue
        if not _printed(words) and re.match(r" (?:of )?(?:last|next|that|the)\b", text[match.end("date") : end]):
            continue  # its year is told beside it
        printed = _printed(words) or (
            _with_year_beside(words, text[start : match.start("date")]) if side == PAST else None
        )
        if printed is None and _OWN_YEAR.search(text, start, end):
            continue
        fronted = (
            re.fullmatch(YEAR, words) and _FRONTED.match(text[start:end].strip()) and match.start("date") - start < 15
        )
        weekday = (match["weekday"] or "") + words
        yield Clue(quote, side, printed, bare_year=side == PAST and bool(fronted), words="" if printed else weekday)


def _with_year_beside(words: str, before: str) -> Days | None:
    """Give the days of a month whose year the sentence has just told: "in 2019, until talks broke off in September"."""
    years = set(re.findall(rf"\b[Ii]n ({YEAR})\b", before))
    if len(years) != 1 or not re.search(_MON, words):
        return None
    found = reckon(f"{re.sub(r'^[a-z]+ ', '', words)} {years.pop()}", Anchor())
    return found.days if found and found.days.known else None


def _printed(words: str) -> Days | None:
    if not re.search(YEAR, words):
        return None
    found = reckon(words, Anchor())
    return found.days if found and found.days.known else None


def _side(before: str, words: str, after: str, beside: str) -> str | None:
    """Tell whether a date is told as past or as still to come; None if the words leave it open."""
    clause = re.split(r"[;:]|, (?:but|while|and|which|who)\b", before)[-1]
    bounded = bool(re.match(r"(by|until|before) ", words, re.IGNORECASE) or _BY.search(before))
    if "next" in beside or "tomorrow" in beside or _SET_FOR_IT.match(after):
        return COMING
    if _AHEAD.search(before) and _TO_COME.match(after) and not _PAST_VERB.search(_finite(before)):
        # the one year of its sentence, before a vote that people still look to; it may be the running year
        return COMING if len(re.findall(YEAR, before + words + after)) == 1 else None
    if bounded or _COMING.search(clause):
        return _told_as_coming(clause, words, before, bounded=bounded)
    return _told_as_past(before, clause, words, after)


def _told_as_coming(clause: str, words: str, before: str, *, bounded: bool) -> str | None:
    if _PAST_VERB.search(_finite(clause)):
        return None
    if bounded and not re.search(
        r"\b(?:will|must|is|are|has to|have to|calls? for|includes?|requires?|shall)\b", clause
    ):
        return None
    # beside a noun a year tells little: "the 2016 election" is to come in 2015, and in most of 2016
    named = re.fullmatch(YEAR, words) and not re.search(r"\b(?:will|is to|are to|due|set|planned) .*\bin $", before)
    return None if named else COMING


def _told_as_past(before: str, clause: str, words: str, after: str) -> str | None:
    if _TO_COME.match(after) or re.match(r"[^,.;]{0,30}\b(?:will|is to|are to)\b", after):
        return None
    if re.fullmatch(YEAR, words):
        if re.match(rf" (?:\w+ )?{START}", after, re.IGNORECASE):
            return PAST
        if not _YEAR_ENDS.match(after):
            return None
    if not (_ADVERBIAL.search(before) or re.match(r"(?:in|during|since) ", words, re.IGNORECASE) or not before.strip()):
        return None
    verb = _last(_PAST_VERB, clause)
    if verb is None:
        first = _PAST_VERB.search(after) if not _ADVERBIAL.sub("", clause).strip(" ,“\"'‘") else None
        lead = after[: first.start()] if first else ""
        return PAST if first and not _PERFECT.search(lead) and not _NOT_FINITE.search(lead) else None
    lead, rest = clause[: verb.start()], clause[verb.end() :]
    since = words.startswith("since ") or before.endswith(" since ")
    if _HAVE_DONE.search(clause) and (since or _WHOLE.search(words)):
        return PAST  # what has happened on a printed day, or since one, is over or has begun
    if _PERFECT.search(clause) or _NOT_FINITE.search(lead[-40:]) or _INFINITIVE.search(rest):
        return None
    return PAST


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _finite(clause: str) -> str:
    return re.sub(
        r"\b(?:is|are|be|been|being) \w+|\b(?:set|due|scheduled|expected|slated|planned|called)\b", " ", clause
    )
