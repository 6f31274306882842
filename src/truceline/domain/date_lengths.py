"""Lengths of time and what comes again and again: for three weeks, within 14 months, every Sunday. They name no day."""

from __future__ import annotations

import re

from truceline.domain.counts import QUANTITY, UNIT
from truceline.domain.date_patterns import WEEKDAYS
from truceline.domain.date_standing import Here, Reckoned, Rule
from truceline.domain.dates import UNKNOWN_DAYS


def duration(match: re.Match[str], here: Here) -> Reckoned | None:
    """Eleven days, for three weeks, within 14 months: how long, not when."""
    return Reckoned(UNKNOWN_DAYS, "duration")


def repeated(match: re.Match[str], here: Here) -> Reckoned | None:
    """Every week, daily, on Sundays: again and again."""
    return Reckoned(UNKNOWN_DAYS, "set")


COUNT = rf"{QUANTITY}[- ]{UNIT}(?:[- ]and[- ]a[- ]half)?"
HOW = (
    r"(?:about|around|roughly|nearly|almost|over|more than|less than|at least|some|up to|the first|first|another"
    r"|just|only|exactly|the|these|those|fewer than|under|as many as|as little as|approximately|last) "
)
_BY_DAY = "|".join(f"{day}s" for day in (*WEEKDAYS, "weekday", "weekend"))

LENGTHS: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?:(?:in|for|within|over|during|after|throughout|at|under|by) )?(?:{HOW})*{COUNT}(?:[- ](?:long"
         rf"|old))?(?: (?:straight|running|in a row|more))?", duration),
        (r"(?:for )?(?:many |countless )?(?:hours|days|weeks|months|years|decades|centuries)(?: on end| long)?",
         duration),
        (r"(?:week|month|day|year|decade|hour|decades|years|months|weeks|days|hours)-?long", duration),
        (rf"(?:each|every|per|once a|twice a|(?:every|each) other) .+|daily|weekly|monthly|yearly|annually|annual"
         rf"|nightly|hourly|quarterly|(?:on )?(?:{_BY_DAY})", repeated),
    )
)  # fmt: skip
