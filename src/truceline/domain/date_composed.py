"""Time expressions made of others: since early May, from Monday to Wednesday, a week before March 10."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from truceline.domain.calendars import across, add, grain_of, months_of, week_of
from truceline.domain.counts import read_count
from truceline.domain.date_counted import COUNTED
from truceline.domain.date_fixed import FIXED, ordinal_number
from truceline.domain.date_lengths import COUNT, HOW, LENGTHS
from truceline.domain.date_months import MONTH_RULES
from truceline.domain.date_patterns import DAY_PART, MONTH, PORTION, WEEKDAY, YEAR
from truceline.domain.date_portions import portion_of
from truceline.domain.date_relative import RELATIVE_RULES
from truceline.domain.date_standing import Here, Reckoned, Rule, Unanchored
from truceline.domain.date_told import FROM_TOLD
from truceline.domain.dates import UNKNOWN_DAYS, Days

UNKNOWN = Reckoned(UNKNOWN_DAYS, "vague")


def reckon_here(words: str, here: Here) -> Reckoned | None:
    """Give what tidied words allow where they stand; None if no rule knows them."""
    words = re.sub(r"^the (?!day |same|following|next)", "", words.strip(" ,"))
    known = None
    for pattern, rule in RULES:
        if not (match := pattern.fullmatch(words)):
            continue
        try:
            found = rule(match, here)
        except (Unanchored, OverflowError, ValueError):  # no anchor, or a day before the year 1 or after 9999
            known = known or UNKNOWN
            continue
        if found is not None:
            return found
    return known


def _stripped(match: re.Match[str], here: Here) -> Reckoned | None:
    """On Monday, in March, just yesterday: the word in front changes nothing."""
    return reckon_here(match["x"], here)


def _around(match: re.Match[str], here: Here) -> Reckoned | None:
    """Around March 10: a few days to each side, for months and years half of one."""
    found = reckon_here(match["x"], here)
    if not found or not found.days.known:
        return found
    slack = timedelta(days={"day": 3, "month": 15, "year": 183}.get(found.grain, 7))
    start, end = found.days.earliest, found.days.latest
    return replace(found, days=Days(start and start - slack, end and end + slack), grain="span")


def _since(match: re.Match[str], here: Here) -> Reckoned | None:
    """Since March: from then up to publication."""
    found = reckon_here(match["x"], replace(here, tense="past"))
    if not found or not found.days.known:
        return found
    start = found.days.earliest
    return Reckoned(Days(start, here.today if start and here.today and start <= here.today else None), "since")


def _until(match: re.Match[str], here: Here) -> Reckoned | None:
    """Until March, by July: nothing after it."""
    found = reckon_here(match["x"], here)
    return found and Reckoned(Days(None, found.days.latest), "until")


def _before(match: re.Match[str], here: Here) -> Reckoned | None:
    """Before 2014: up to the last day ahead of it."""
    found = reckon_here(match["x"], here)
    if not found or not found.days.earliest:
        return found and UNKNOWN
    return Reckoned(Days(None, found.days.earliest - timedelta(days=1)), "until")


def _after(match: re.Match[str], here: Here) -> Reckoned | None:
    """After 2014: from the last of its days on."""
    found = reckon_here(match["x"], here)
    if not found or not found.days.known:
        return found
    start = found.days.latest
    past = here.tense == "past" and here.today and start and start <= here.today
    return Reckoned(Days(start, here.today if past else None), "since")


def _portion(match: re.Match[str], here: Here) -> Reckoned | None:
    """Early March, the end of last year."""
    words = match["x"]
    if words in ("day", "week", "month", "year", "decade", "century"):
        words = f"{'that' if here.by_told else 'this'} {words}"
    whole = reckon_here(words, here)
    return whole and portion_of(match["p"], whole)


def _count_beside(match: re.Match[str], here: Here) -> Reckoned | None:
    """A week before March 10, two days after last Friday."""
    count, base = read_count(match["c"]), reckon_here(match["x"], here)
    if not count or not base:
        return None
    if not base.days.known:
        return UNKNOWN
    return Reckoned(
        count.before(base.days) if match["t"] in ("before", "prior to", "ahead of") else count.after(base.days)
    )


def _count_up_to(match: re.Match[str], here: Here) -> Reckoned | None:
    """The 24 hours to Sunday, the three weeks up to March 10."""
    count, base = read_count(match["c"]), reckon_here(match["x"], here)
    if not count or not base or not base.days.known:
        return None
    return Reckoned(Days(count.before(base.days).earliest, base.days.latest), "span")


def _day_beside(match: re.Match[str], here: Here) -> Reckoned | None:
    """The day after March 10, the month before last September, the eve of May Day."""
    base = reckon_here(match["x"], here)
    if not base or not base.days.known:
        return base and UNKNOWN
    unit, back = (match["u"] or "day"), match["t"] in ("before", "of")
    return Reckoned(across(base.days, lambda d: grain_of(add(d, -1 if back else 1, unit), unit)), unit)


def _ordinal_part(match: re.Match[str], here: Here) -> Reckoned | None:
    """The third week of April, the first quarter of this year, the second Monday of May."""
    whole = reckon_here(match["x"], here)
    start, end = (whole.days.earliest, whole.days.latest) if whole else (None, None)
    if start is None or end is None:
        return whole and UNKNOWN
    word, unit = match["n"], match["u"]
    last = word in ("last", "final")
    number = 0 if last else ordinal_number(word)
    if unit == "week":
        if (end - start).days > 31 and not last and number != 1:
            return None
        first = end - timedelta(days=6) if last else start + timedelta(days=7 * number - 7)
        days = Days(first, first + timedelta(days=6)).both(Days(None, end))
        return Reckoned(days, "week") if days else None
    if unit == "day":
        return Reckoned(Days.on(end if last else start + timedelta(days=number - 1)))
    if unit in ("quarter", "half") and (end - start).days > 360 and start.year == end.year:
        length = 3 if unit == "quarter" else 6
        number = 12 // length if last else number
        if number * length > 12:
            return None
        return Reckoned(months_of(start.year, (number - 1) * length + 1, number * length), unit)
    if unit == "half":
        return portion_of("second half" if last or number == 2 else "first half", whole) if whole else None
    if unit == "month" and start.year == end.year:
        number = end.month if last else number
        return Reckoned(months_of(start.year, number, number), "month")
    return None


def _week_of(match: re.Match[str], here: Here) -> Reckoned | None:
    """The week of March 9; the week ending March 7."""
    base = reckon_here(match["x"], here)
    if not base or base.grain != "day" or not base.days.earliest:
        return base and UNKNOWN
    day = base.days.earliest
    if match["k"] in ("ending", "to"):
        return Reckoned(Days(day - timedelta(days=6), day), "week")
    if match["k"] in ("beginning", "starting", "from"):
        return Reckoned(Days(day, day + timedelta(days=6)), "week")
    return Reckoned(week_of(day), "week")


def _weekend_of(match: re.Match[str], here: Here) -> Reckoned | None:
    """The weekend of May 3."""
    base = reckon_here(match["x"], here)
    if not base or base.grain != "day" or not base.days.earliest or " of " not in match[0]:
        return base and UNKNOWN
    sunday = week_of(base.days.earliest).latest
    return Reckoned(Days(sunday - timedelta(days=1), sunday), "weekend") if sunday else None


def _within(match: re.Match[str], here: Here) -> Reckoned | None:
    """March 10 of last year, Monday of that week: one inside the other."""
    outer = reckon_here(match["y"], here)
    if not outer or not outer.days.earliest or outer.grain not in ("year", "month", "week"):
        return None
    inner = reckon_here(match["x"], Here(here.today, outer.days, here.tense, by_told=True))
    both = inner.days.both(outer.days) if inner and inner.days.known else None
    return replace(inner, days=both) if inner and both else None


def _range(match: re.Match[str], here: Here) -> Reckoned | None:
    """From Monday to Wednesday, between May and July 2019, March 15-20."""
    left, right = match["x"], match["y"]
    if re.fullmatch(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", right) and (
        head := re.match(rf"{MONTH} (?=\d)", left)
    ):
        right = head[0] + right
    if re.fullmatch(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", left) and (
        tail := re.search(rf" (?:of )?{MONTH}.*$", right)
    ):
        left += tail[0]
    year = re.search(rf"\b{YEAR}$", right)
    if year and not re.search(rf"\b{YEAR}\b", left):
        last = reckon_here(right, here)
        first = reckon_here(f"{left} {year[0]}", here)
        if first and last and first.days.earliest and last.days.latest and first.days.earliest > last.days.latest:
            first = reckon_here(f"{left} {int(year[0]) - 1}", here)
    else:
        first = reckon_here(left, here)
        start = first.days.earliest if first else None
        last = reckon_here(
            right, here if start is None else Here(start, first.days if first else UNKNOWN_DAYS, "future")
        )
        if start and last and last.days.latest and last.days.latest < start:  # "this Tuesday" is not that of Saturday
            last = reckon_here(right, here)
    if not first or not last or first.grain in ("duration", "time") or last.grain in ("duration", "time"):
        return None
    if not first.days.earliest or not last.days.latest:
        return UNKNOWN
    return (
        Reckoned(Days(first.days.earliest, last.days.latest), "span")
        if first.days.earliest <= last.days.latest
        else None
    )


_STRICTLY = {"yesterday": "last", "tomorrow": "coming"}
_DEICTIC = re.compile(r"(?:next|last|this|tomorrow|yesterday|today|coming)\b")


def _apposed(match: re.Match[str], here: Here) -> Reckoned | None:
    """March 10—next Tuesday, Friday (March 6), 29 Feb 2020 (10 Hoot 1398): both name the same days."""
    one, two = reckon_here(match["x"], here), reckon_here(match["y"], here)
    if not one or not two or {"time", "duration", "set"} & {one.grain, two.grain}:
        return None
    if not one.days.known or not two.days.known:
        return one if one.days.known else two
    both = one.days.both(two.days)
    if both is None and _DEICTIC.match(match["y"]):  # "March 21 -- next Tuesday": the second tells which year is meant
        one = reckon_here(match["x"], replace(here, told=two.days, by_told=True)) or one
        both = one.days.both(two.days)
    if both is None and match["x"] in _STRICTLY and re.fullmatch(WEEKDAY, match["y"]):
        # the weekday is surer than the day of publication, which may be that of a reprint
        return reckon_here(f"{_STRICTLY[match['x']]} {match['y']}", here)
    if both is None:
        # a printed calendar date is surer than a weekday or "next week"; two of them are no apposition
        printed = [bool(re.search(r"\d", match[side])) for side in ("x", "y")]
        return None if "--" in match[0] or printed[0] == printed[1] else (one if printed[0] else two)
    return replace(one if (one.days.width or 0) <= (two.days.width or 0) else two, days=both)


_FRONT = (
    r"on|in|at|during|over|of|as of|from|throughout|within|through|into|for|just|only|even|already|as recently as"
    r"|as early"
    r" as|as late as|as soon as|as far back as|not until|sometime in|some time in|sometime|dated|late on|early on"
    r"|earlier on"
    r"|later on|back in|way back in|in the month of|month of|year|all|all of|the whole of|most of|much of|earlier|later"
    r"|the course of|the night of|the morning of|the evening of|the afternoon of|the day of|the evening before"
)
RULES: tuple[Rule, ...] = (
    *FIXED,
    *RELATIVE_RULES, *MONTH_RULES,
    *COUNTED,
    *FROM_TOLD,
    *LENGTHS,
    *(
        (re.compile(pattern), rule)
        for pattern, rule in (
            (rf"(?:(?:(?:shortly|just|soon|right) )?(?:after|before) )?{DAY_PART} (?:on|of) (?P<x>.+)", _stripped),
            (r"overnight (?:on |from |between )?(?P<x>.+)", _stripped),
            (r"(?:around|about|circa|c|roughly|approximately|near|towards?) (?P<x>.+)", _around),
            (r"(?:between|from|during) (?P<x>.+?) (?:to|and|until|till|through|up to|-|--) (?P<y>.+)", _range),
            (r"(?:ever )?since (?:at least )?(?P<x>.+)", _since),
            (r"(?:until|till|up to|up until|by|(?:no|not) later than|through to) (?:at least )?(?P<x>.+)", _until),
            (r"(?:before|prior to|ahead of) (?P<x>.+)", _before),
            (r"(?:after|following|from) (?P<x>.+?)(?: on| onwards?)?", _after),
            (rf"(?:in |at |by |during |around |towards? )?(?:the )?(?P<p>{PORTION})[- ](?:the )?(?P<x>.+)", _portion),
            (rf"(?:{HOW})*(?P<c>{COUNT}) (?P<t>before|prior to|ahead of|after|from|following) (?P<x>.+)",
             _count_beside),
            (rf"(?P<c>{COUNT}) (?:to|up to|ending(?: on)?|through) (?P<x>.+)", _count_up_to),
            (r"(?:the )?(?:very )?(?P<u>day|week|month|year) (?P<t>before|after|following) (?P<x>.+)", _day_beside),
            (r"(?:the )?(?P<u>(?!))?eve (?P<t>of) (?P<x>.+)", _day_beside),
            (r"(?:in |during )?(?:the )?(?P<n>\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|last"
             r"|final) (?P<u>week|day|quarter|half|month)(?: of| in) (?:the )?(?P<x>.+)", _ordinal_part),
            (r"weekend (?:of|before|after|following) (?P<x>.+)", _weekend_of),
            (r"week (?P<k>of|ending|to|beginning|starting|from) (?:on )?(?P<x>.+)", _week_of),
            (r"(?P<x>.+?) (?:to|through|until|into) (?P<y>.+)", _range),
            (rf"(?P<x>.+?)(?:, | (?:of|in) | )(?P<y>(?:{YEAR}|(?:last|this|next|that|the same|the following"
             rf"|the previous|same|previous|following) (?:year|month|week)))", _within),
            (r"(?P<x>.+?)(?: --|,)? ?\((?:or )?(?P<y>.+?)\)?", _apposed),
            (r"(?P<x>.+?)(?: -- |, | or |/)(?P<y>.+?)", _apposed),
            (r"(?P<x>.+?)(?: to | through | until | - | ?-- ?|-)(?P<y>.+)", _range),
            (rf"(?P<x>.*(?:\d|{MONTH}|{WEEKDAY})) and (?!in |on |at )(?P<y>.+)", _range),
            (rf"(?P<x>{WEEKDAY}) (?P<y>.+)", _apposed),
            (rf"(?:{_FRONT}) (?:the )?(?P<x>.+)", _stripped),
            (r"(?P<x>.+?) (?:itself|alone|so far|at the latest|at the earliest|inclusive|morning|night|evening"
             r"|afternoon)", _stripped),
        )
    ),
)  # fmt: skip
