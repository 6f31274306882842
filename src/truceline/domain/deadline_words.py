"""Deadlines as promises word them, read into the deadline algebra: fixed, offset, on event, within, chain,"
" continuing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from truceline.domain.counts import QUANTITY, UNIT, Count, read_count
from truceline.domain.date_patterns import MONTH, WEEKDAY, tidy
from truceline.domain.date_standing import Reckoned
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.mention import Deadline


@dataclass(frozen=True, slots=True)
class Promise:
    """Where a deadline stands: what dates count from, and the days from which the promise runs."""

    published: Days = UNKNOWN_DAYS
    start: Days = UNKNOWN_DAYS
    """The day of the agreement or of the announcement, as far as the report tells it."""
    previous: Days = UNKNOWN_DAYS
    """The deadline told before, which "the following three months" count from."""
    start_words: str = "agreement"
    """What `start` is, in words."""
    signing: Days | None = None
    """The day of the signing where that is not `start`: unknown days while it is still to be told."""
    tense: str = "future"
    """open where the report tells the obligation as past ("had to leave by May"), so that its day may be past too; due
    where it only says what a text provides, so that its day may be past if that is far nearer;
    recent where it tells the promise as past, whose day may have passed just now."""
    truce: bool = False
    """Whether the agreement is itself a truce, so that "of the truce" means its own day."""


LONG_PAST, SOON = timedelta(days=180), timedelta(days=30)

_C = rf"(?P<c>{QUANTITY}[- ]{UNIT}(?:[- ]and[- ]a[- ]half)?)"
_PAPER = (
    r"(?:agreement|deal|accord|pact|treaty|truce|ceasefire|declaration|protocol|memorandum|charter|convention"
    r"|document|roadmap|text)"
)
_SIGNING = re.compile(
    rf"(?:the |its |their |this |that |present |of |date of )*(?:signature|signing|{_PAPER}|announcement"
    r"|entry into force|entering into force|coming into force|taking effect|effective date|conclusion"
    rf"|date|start|day 1|d-day|adoption|ratification|approval)(?: of (?:the|this|its|the present) (?:\S+ )?"
    rf"(?:{_PAPER}|announcement|signing))?(?: (?:was |is |being )?(?:signed|announced|taking effect"
    r"|takes effect|enters into force|comes into force|took effect))?"
)


_TRUCE = re.compile(r"(?:the |a |this |that |start of |beginning of )*(?:truce|ceasefire|cease-fire)")
_AGAIN_IN_DIGITS = re.compile(r"(?<=[a-z]) ?\(\d+\)(?= [a-z])")
"""A number told twice, as texts of agreements do: "seventy-two (72) hours"."""
LONGEST = 400
"""Characters of the longest words that are read as one deadline."""


def parse_deadline(words: str, promise: Promise) -> Deadline | None:
    """Read the words of a deadline; None if they name none."""
    once = _AGAIN_IN_DIGITS.sub(" ", words.lower())
    plain = re.sub(r"\s+", " ", once.replace("’", "'").replace("-and-a-half", " and a half"))
    plain = plain.strip(" ,;.:—–-()")
    if len(plain) > LONGEST:
        return None
    for pattern, rule in RULES:
        if (match := pattern.fullmatch(plain)) and (found := rule(match, promise)):
            return replace(found, text=words, from_=_as_printed(found.from_, words))
    return None


def _as_printed(from_: str | None, words: str) -> str | None:
    """Give what a deadline counts from as the report prints it, not in small letters."""
    at = words.lower().find(from_) if from_ else -1
    return words[at : at + len(from_)] if from_ and at >= 0 else from_


def counts_from_signing(words: str | None) -> bool:
    """Tell whether a deadline counts from the agreement itself, or from its announcement."""
    return words is not None and bool(_SIGNING.fullmatch(words.lower()))


def says_signing(words: str | None) -> bool:
    """Tell whether a deadline counts from the signing itself, which an agreement that was only reached still awaits."""
    return counts_from_signing(words) and re.search(r"\bsign", (words or "").lower()) is not None


def _made(promise: Promise, words: str) -> Days:
    """Give the day that "of the agreement" or "of the signing" counts from."""
    if promise.signing is not None and says_signing(words):
        return promise.signing
    unheard = promise.start_words == "announcement" and "announce" not in words
    return UNKNOWN_DAYS if unheard and words != promise.start_words else promise.start


def _at_once(match: re.Match[str], promise: Promise) -> Deadline:
    """Immediately, without delay, on signature: from the start on, no end named."""
    return Deadline("", "offset", promise.start_words, Days(promise.start.earliest, None), (0, "day"))


def _offset(match: re.Match[str], promise: Promise) -> Deadline | None:
    """Within 135 days, no later than 180 days after signature, 48 hours after the talks begin."""
    count = read_count(match["c"])
    if count is None:
        return None
    start = (match.groupdict().get("x") or "").strip()
    if _TRUCE.fullmatch(start) and not promise.truce:
        return _counted("on_event", count, start, UNKNOWN_DAYS)
    if not start or counts_from_signing(start):
        return _counted("offset", count, start or promise.start_words, _made(promise, start or promise.start_words))
    if re.fullmatch(r"(?:that|this|then|the previous (?:one|deadline)|the (?:first|earlier|initial) .+)", start):
        return _counted("chain", count, start, promise.previous)
    dated = re.fullmatch(r".+? (?:of|on|in|from|held on) (?P<d>(?:the )?\d.*|\w+ \d.*)", start)
    for words in (start, *([dated["d"]] if dated else [])):
        day = reckon(words, _dated(words, promise))
        if day and day.days.known:
            return _counted("offset", count, start, day.days)
    return _counted("on_event", count, start, UNKNOWN_DAYS)


def _counted(rule: str, count: Count, start: str, days: Days) -> Deadline:
    due = count.after(days) if days.known else UNKNOWN_DAYS
    return Deadline("", rule, start, due, (count.most, count.unit) if count.sharp else None)


def _vague_offset(match: re.Match[str], promise: Promise) -> Deadline:
    """Within days, in a matter of weeks: counted, but not by how much."""
    return Deadline("", "offset", promise.start_words, Days(promise.start.earliest, None))


def _chain(match: re.Match[str], promise: Promise) -> Deadline | None:
    """Over the following nine and a half months, three months later: counted from the deadline before."""
    count = read_count(match["c"])
    if count is None:
        return None
    if not promise.previous.known and promise.start.known and "remaining" not in match[0]:
        return _counted("offset", count, promise.start_words, promise.start)
    return _counted("chain", count, "the previous deadline", promise.previous)


def _share(match: re.Match[str], promise: Promise) -> Deadline:
    """In the same period, by then: a share of the deadline told before."""
    return Deadline("", "within", "the previous deadline", promise.previous)


def _same_day(match: re.Match[str], promise: Promise) -> Deadline | None:
    """By the same day: the day told before."""
    return Deadline("", "fixed", None, promise.previous) if promise.previous.known else None


def _lasting(match: re.Match[str], promise: Promise) -> Deadline | None:
    """For 30 days: it holds until their end."""
    count = read_count(match["c"])
    if count is None:
        return None
    end = count.after(promise.start).latest if promise.start.known else None
    pair = (count.most, count.unit) if count.sharp else None
    return Deadline("", "continuing", promise.start_words, Days(promise.start.earliest, end), pair)


def _continuing(match: re.Match[str], promise: Promise) -> Deadline:
    """Permanently, at all times: no end."""
    return Deadline("", "continuing", None, Days(promise.start.earliest, None))


def _until(match: re.Match[str], promise: Promise) -> Deadline:
    """Until the end of the talks, until 31 December: it holds up to then."""
    found = _date(match["x"], promise)
    end = found.days.latest if found else None
    start = promise.start.earliest
    return Deadline("", "continuing", promise.start_words if promise.start.known else None,
                    Days(start if not (start and end and start > end) else None, end))  # fmt: skip


def _fixed(match: re.Match[str], promise: Promise) -> Deadline | None:
    """By March 10, no later than the end of July, on Friday."""
    words, how = match["x"], (match.groupdict().get("p") or "").strip()
    at_end = re.match(r"(?:the )?(?:very )?end (?:of )?", words)
    found = _date(words, promise)
    if not found or not found.days.latest or found.grain in ("duration", "set", "time", "vague"):
        return None
    days = found.days
    if at_end and days.latest:
        days = Days.on(days.latest)
    elif how.startswith(("before", "ahead", "prior")) and days.earliest:
        days = Days.on(days.earliest - timedelta(days=1))
    elif how and found.grain != "day" and days.earliest and days.earliest != days.latest:
        # "by July": before it begins or before it ends
        days = Days(days.earliest - timedelta(days=1), days.latest)
    return Deadline("", "fixed", None, days)


def _event_and_date(match: re.Match[str], promise: Promise) -> Deadline | None:
    """When the talks begin, with the goal of 27 August: the day is printed, the trigger comes first."""
    dated = _fixed(match, promise)
    return dated and replace(dated, rule="on_event", from_=match["e"])


def _on_event(match: re.Match[str], promise: Promise) -> Deadline | None:
    """Once the prisoners are free, upon ratification: the day of that event."""
    if (found := reckon(match["e"], _dated(match["e"], promise))) and tidy(match["e"]):
        dated = re.search(rf"\b(?:{MONTH}|{WEEKDAY})\b", match["e"]) and not found.days.known
        return Deadline("", "fixed", None, UNKNOWN_DAYS) if dated else None
    if counts_from_signing(match["e"]):
        return Deadline("", "offset", match["e"], _made(promise, match["e"]), (0, "day"))
    return Deadline("", "on_event", match["e"], UNKNOWN_DAYS)


def _dated(words: str, promise: Promise) -> Anchor:
    # a day or month without its year is the first one after the promise was made
    firm = promise.start.known and (promise.start_words != "announcement" or promise.tense == "future")
    by_start = firm and re.search(rf"\b{MONTH}\b", words) and "next" not in words
    tense = (
        "coming" if by_start or promise.tense == "future" else {"recent": "future"}.get(promise.tense, promise.tense)
    )
    return Anchor(promise.start if by_start else promise.published, promise.start, tense)


def _date(words: str, promise: Promise) -> Reckoned | None:
    found = reckon(words, _dated(words, promise))
    found = found and (_still_ahead(words, found, promise) or found)
    return found if found and found.days.known and tidy(words) else None


def _still_ahead(words: str, found: Reckoned, promise: Promise) -> Reckoned | None:
    """Count from publication what is told as coming soon but would be long past if counted from the agreement."""
    told, due = promise.published.earliest, found.days.latest
    if promise.tense != "future" or told is None or due is None or told - due < LONG_PAST:
        return None
    coming = reckon(words, Anchor(promise.published, promise.start, "coming"))
    known = coming and coming.days.latest
    return coming if known and told <= known <= told + SOON else None


_OF = r"(?:of|after|from|following|since|starting from|starting with|counted from|to) (?:the )?(?:date of )?"
_LATEST = r"(?:no|not) later than |at (?:the )?latest (?:by |on )?|not more than |no more than "
_BY = (
    rf"(?:{_LATEST}|by |before |ahead of |prior to |until no later than |due (?:on |by )?|with a deadline of "
    rf"|to be completed by )"
)
_WITHIN = (
    r"within (?:the )?(?:same )?(?:first |space of |maximum of |period of |next )?"
    r"|in (?:the first |under |less than )|under "
    r"|in (?:a )?"
    r"|over (?:the first |a period of )?|during the first |for the first |the first |first |inside (?:of )?"
    r"|not more than |"
    rf"{_LATEST}|by |at most |a maximum of |up to |over the (?:next|coming) |in the (?:next|coming) |after "
)
_FOLLOWING = (
    r"(?:(?:over|in|within|during|for) )?(?:the |a )?(?:following|subsequent|remaining|ensuing|further|additional"
    r"|other|next"
    r"|rest of the) "
)
_TRIGGER = (
    r"once |as soon as |when |after |upon |following |on |at the moment |immediately (?:after|upon|following) "
    r"|only after "
    r"|only when |only once |provided that |simultaneously with |with |in step with |the moment |not before |from "
)

RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Promise], Deadline | None]], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"(?:effective |starting |beginning |with )?(?:immediate(?:ly)?(?: effect)?|at once|without delay|forthwith"
         r"|straight ?away|right away|instantly|promptly|upon signature|on signature|as of (?:now|today)|from now on"
         r"|starting now)", _at_once),
        (r"(?:permanent(?:ly)?|indefinite(?:ly)?|at all times|for good|for ever|forever|henceforth|never|no longer"
         r"|at any time|open-ended|perpetual(?:ly)?|continuously|always)", _continuing),
        (r"(?:within|in|during|over|by the end of) (?:that|the same|this) (?:period|time|time ?frame|window|span"
         r"|phase)|by (?:then|that time|that date)|half-?way through (?:that|the) period", _share),
        (rf"(?:{_BY}|on )(?:the|that|this) (?:same )?(?:day|date)", _same_day),
        (r"(?:the|that) same (?:day|date)", _same_day),
        (rf"(?:{_FOLLOWING}){_C}|{_C.replace('<c>', '<c2>')} (?!)", _chain),
        (rf"{_C} (?:later|after that|afterwards|thereafter|on|subsequently)", _chain),
        (r"(?:with)?in (?:a matter of |just |the (?:coming|next) )?(?:hours|days|weeks|months|years)(?: of .+)?",
         _vague_offset),
        (rf"for (?:the (?:next|coming|following) |an initial |(?:a|the) (?:period|duration|term) of |at least |another "
         rf"|up to )?{_C}", _lasting),
        (rf"(?:{_WITHIN})?{_C}(?: (?:{_OF}(?P<x>.+)))", _offset),
        (rf"(?:{_WITHIN}){_C}(?: time|' time)?", _offset),
        (rf"{_C}", _offset),
        (rf"(?:{_TRIGGER})(?P<e>.+?)(?:,| and| but)? (?P<p>with the (?:goal|aim|target) of (?:doing so )?(?:by )?"
         rf"|{_BY})(?P<x>.+)", _event_and_date),
        (r"(?:until|till|up to|up until|for as long as|as long as|through(?: to)?) (?P<x>.+)", _until),
        (rf"(?P<p>{_BY})(?P<x>.+)", _fixed),
        (r"(?:on |in |at |during |from |starting (?:on )?|beginning (?:on )?|as of |scheduled for "
         r"|set for )?(?P<x>.+)", _fixed),
        (rf"(?:{_TRIGGER})(?P<e>.+)", _on_event),
        (r"(?:by|before|ahead of|prior to|no later than|not later than) (?:the )?(?P<e>.+)", _on_event),
    )
)  # fmt: skip
