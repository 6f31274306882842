"""Why two tellings are one event: what speaks for it and against it, in points."""

from __future__ import annotations

import re
from datetime import date

from truceline.domain.dates import Days
from truceline.domain.items import Place
from truceline.reconcile.content_words import meant, numbers, overlap, stems_of
from truceline.reconcile.grouping import Comparison
from truceline.reconcile.precision import near, value
from truceline.reconcile.sides import may_be_one, one_state, opposed
from truceline.reconcile.told_events import TAKING, UNBOUNDED, Told, driven_out, same_word, taken_over

DONE = frozenset({"occurred", "ongoing", "alleged", "denied"})
TO_COME = frozenset({"planned", "conditional", "hypothetical"})
ONCE = frozenset({
    "invade", "invasion", "sign", "signing", "signature", "coup", "overthrow", "topple", "oust", "election", "elect",
    "vote", "referendum", "plebiscite", "assassinate", "assassination", "ratify", "ratification", "inaugurate",
    "inauguration", "independence", "annex", "annexation", "capture", "fall", "found", "surrender", "ceasefire",
})  # fmt: skip
"""Deeds of which the same parties seldom do two: their tellings need no date to be one."""
TOWNS = frozenset({"city", "district", "province"})
NEAR_TYPES = (
    frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"}),
    frozenset({"AGREE", "CONCEDE", "RETREAT", "AID"}),
    frozenset({"REJECT", "ACCUSE", "THREATEN", "DEMAND", "REQUEST"}),
    frozenset({"REJECT", "SANCTION", "RETREAT"}),
    frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE"}),
)
"""Types that two coders may well give to one event."""
SAYING = frozenset({"ACCUSE", "DEMAND", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "CONCEDE"})
"""Types that are mostly words: two of them of one speaker are two, unless they say the same."""
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several do together: one report names one of them, another the other."""
OFTEN = frozenset({"CONSULT", "ASSAULT", "ACCUSE", "DEMAND", "REQUEST", "THREATEN", "REJECT", "OTHER", "PROTEST"})
"""What the same do again and again: a plan of one day and a deed of another are two."""
DONE_TO = frozenset({"ASSAULT", "COERCE", "CRIME"})
BLOWS = frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE", "RETREAT"})
NEXT_DAYS, FORTNIGHT, WEEKS, SEASON, YEAR = 3, 15, 45, 100, 400
LEAP_YEAR = 2004
"""Any year that has every day."""
NIGHT = re.compile(r"night|midnight|overnight|dawn|small hours", re.IGNORECASE)
ROUND = re.compile(r"\b(week|month|year)s? (?:ago|later|earlier|after|before)", re.IGNORECASE)
SLACK_OF = {"week": 5, "month": 15, "year": 92}
"""Days by which a count in round weeks, months or years may miss."""


_OF_ANY_DEED = meant(stems_of("begin open start resume hold conduct carry launch place stage end finish complete took"))
_OF_ANY_BLOW = meant(stems_of("kill attack clash fire shot dead wound men people least"))
_OF_ANY_PACT = meant(stems_of("peace accord deal pact treaty talks ceasefire truce war end government rebels"))


def elsewhere(a: Told, b: Told) -> int | None:
    """Two tellings of one report are two events; its reader has already put together what belongs together."""
    return None if a.account.report == b.account.report else 0


def one_conflict(a: Told, b: Told) -> int | None:
    """Their reports are about one conflict."""
    return -4 if a.setting.apart(b.setting) else 0


def same_type(a: Told, b: Told) -> int | None:
    """They are events of one type, or told by forms of one word."""
    alike = same_word(a, b)
    taken = {a.mention.predicate, b.mention.predicate} <= TAKING and at_one_place(a, b)
    if a.account.type == b.account.type or (a.signs and b.signs) or taken:
        unlike = not alike and a.account.type == b.account.type == "RETREAT" and _other_mode(a, b)
        return 2 + (alike or bool(a.deeds & b.deeds)) - 2 * unlike
    if alike or (_two_views(a, b) and at_one_place(a, b)):
        return 1
    return -1 if any({a.account.type, b.account.type} <= family for family in NEAR_TYPES) else None


def _two_views(a: Told, b: Told) -> bool:
    """Whether one tells what one side did and the other what the other side then did: drove them out, they left."""
    return any(driven_out(x, y) or taken_over(x, y) for x, y in ((a, b), (b, a)))


def _other_mode(a: Told, b: Told) -> bool:
    """Whether one lets people go or lays down arms, say, and the other leaves a place."""
    one, other = a.account.mode, b.account.mode
    return one is not None and other is not None and one != other


def days_meet(a: Told, b: Told) -> int | None:
    """They may lie on the same day; the narrower the dates, the more that says."""
    if (of_news := _news_meet(a, b)) is not None:
        return of_news
    one, other = a.account.date.days, b.account.date.days
    widest = max(a.width, b.width)
    if UNBOUNDED in (a.width, b.width) and a.named_day and b.named_day:
        return 3 if a.named_day == b.named_day or _at_midnight(a, b) else None
    if UNBOUNDED in (a.width, b.width) and a.month and b.month and one.meets(other):
        return 2 if a.month == b.month else -3
    if widest > WEEKS and None not in (a.weekday, b.weekday) and 1 in (a.width, b.width):
        return 1 if a.weekday == b.weekday and one.meets(other) else None
    if not one.meets(other):
        if _at_midnight(a, b):
            return 3
        if late(a, b) or _a_day_off(a, b):
            return 0
        if _roughly(a, b):
            return 1
        return None if widest <= WEEKS or _far(one, other) else -3
    if widest <= WEEKS:
        return 4 if widest <= 3 else 3 if widest <= 10 else 2
    if {a.mention.predicate, b.mention.predicate} & ONCE and same_word(a, b):
        return 2
    if widest <= YEAR or denied_deed(a, b):
        return 0
    often = a.account.type in OFTEN and b.account.type in OFTEN and not at_one_place(a, b)
    if {a.account.status, b.account.status} <= TO_COME and one.earliest and other.earliest:
        return -2 if abs((one.earliest - other.earliest).days) > SEASON else -often
    return -often if {a.account.status, b.account.status} & TO_COME else -1 - often


def _news_meet(a: Told, b: Told) -> int | None:
    """Points for news without a date: reports of the same days tell the same news; None where neither tells it so."""
    one, other = a.news or a.account.date.days, b.news or b.account.date.days
    if not (a.news or b.news) or one.earliest is None or other.earliest is None:
        return None
    if not one.meets(other):
        return -3
    if one.latest is None or other.latest is None:
        return None
    gap = abs((one.latest - other.latest).days)
    wide = max(t.width for t in (a, b) if not t.news) if not (a.news and b.news) else 1
    if wide > WEEKS:
        return None
    if gap <= NEXT_DAYS and not (a.news and b.news):
        return 2
    return 1 if gap <= FORTNIGHT else 0 if gap <= WEEKS else -1


def _far(one: Days, other: Days) -> bool:
    """Whether more than weeks lie between two times."""
    gaps = [(x.earliest - y.latest).days for x, y in ((one, other), (other, one)) if x.earliest and y.latest]
    return any(gap > WEEKS for gap in gaps)


def _at_midnight(a: Told, b: Told) -> bool:
    """Whether both tell of a signing, or of a night, on two days that follow one another."""
    by_night = (a.signs and b.signs) or any(NIGHT.search(t.account.date.text or "") for t in (a, b))
    if not by_night or a.named_day is None or b.named_day is None:
        return False
    if a.width == b.width == 1 and a.account.date.days.earliest and b.account.date.days.earliest:
        return abs((a.account.date.days.earliest - b.account.date.days.earliest).days) == 1
    one, other = (date(LEAP_YEAR, *t.named_day) for t in (a, b) if t.named_day)
    return abs((one - other).days) == 1


def _roughly(a: Told, b: Told) -> bool:
    """Whether one counts back in round weeks, months or years, and misses the other by no more than one of them."""
    for rough, told in ((a, b), (b, a)):
        unit = ROUND.search(rough.account.date.text or "")
        gap = _gap(rough.account.date.days, told.account.date.days) if unit else None
        if unit and gap is not None and gap <= SLACK_OF[unit[1].lower()]:
            return True
    return False


def _gap(one: Days, other: Days) -> int | None:
    gaps = [(x.earliest - y.latest).days for x, y in ((one, other), (other, one)) if x.earliest and y.latest]
    return max(gaps, default=None)


def _a_day_off(a: Told, b: Told) -> bool:
    """Whether both tell of as many dead at one place, a day or two apart: one of them has the day wrong."""
    one, other = a.account.date.days.earliest, b.account.date.days.earliest
    if a.width != 1 or b.width != 1 or one is None or other is None or abs((one - other).days) > 2:
        return False
    return a.account.type == b.account.type and at_one_place(a, b) and _as_many_dead(a, b)


def denied_deed(a: Told, b: Told) -> bool:
    """Tell whether one report denies a blow or a move of which the other tells: it need not say when."""
    return "denied" in (a.account.status, b.account.status) and {a.account.type, b.account.type} <= BLOWS


def late(a: Told, b: Told) -> bool:
    """Whether what was to be done by a day was done on another one."""
    plan, deed = (a, b) if a.account.status in TO_COME else (b, a)
    if plan.account.status not in TO_COME or deed.account.status not in DONE or plan.account.type in OFTEN:
        return False
    due, done = plan.account.date.days, deed.account.date.days
    return bool(
        due.earliest and due.latest and done.latest and deed.width <= WEEKS
        and 0 <= (done.latest - due.earliest).days <= YEAR
    )  # fmt: skip


def same_day(a: Told, b: Told) -> bool:
    """Tell whether both are of the same one day."""
    return a.named_day is not None and a.named_day == b.named_day


def same_actors(a: Told, b: Told) -> int | None:
    """The same actors do it, to the same recipients."""
    shared = len(a.parties & b.parties)
    if _two_views(a, b) and a.account.type != b.account.type:
        return _of_two_views(a, b)
    if one_victim(a, b) and not (a.doers and b.doers):
        return 3
    if not a.doers or not b.doers:
        if not a.parties or not b.parties or shared:
            return 1 if shared else 0
        return _whom(a, b, -2) if a.targets and b.targets else 0 if may_be_one((*a.by, *a.to), (*b.by, *b.to)) else -2
    whom = 0 if not a.targets or not b.targets else 1 if a.targets & b.targets else min(0, _whom(a, b, -1))
    if one_victim(a, b):
        return 3 if not a.doers or not b.doers or a.doers & b.doers or not opposed(a.by, b.by) else 1
    if (
        a.account.type == b.account.type == "CONSULT"
        and min(len(a.by), len(b.by)) > 1
        and shared == 1
        and not same_day(a, b)
    ):
        return -2  # talks of one side with two others are two talks
    if a.doers & b.doers:
        return whom + (3 if overlap(a.doers, b.doers) >= 0.5 else 2)
    if a.doers & b.targets and a.targets & b.doers:
        return None  # each does it to the other: two deeds
    if (a.signs and b.signs) or a.account.type == b.account.type in JOINT:
        return 1 if shared else 0 if max(a.width, b.width) <= WEEKS or a.agreements & b.agreements else -3
    if a.doers & b.targets and b.doers & a.targets:
        return 2
    if one_state(a.by, b.by):
        return whom + 2
    same = may_be_one(a.by, b.by)
    if opposed(a.by, b.by) and not (a.account.type == "ASSAULT" and same_day(a, b) and _one_blow(a, b)):
        return None  # what one side does and what the other does are two deeds
    return -4 + (a.targets & b.targets != frozenset()) if same is False else whom + (same is True)


def one_victim(a: Told, b: Told) -> bool:
    """Tell whether both tell of a deed done to one person whom they name: few are killed or seized twice."""
    if a.account.type != b.account.type or a.account.type not in DONE_TO:
        return False
    return bool(a.victims & b.victims or a.victims & b.stems or b.victims & a.stems)


def _of_two_views(a: Told, b: Told) -> int:
    """Whether those driven out are those who left; of a place given and taken both sides may be named."""
    if a.parties & b.parties:
        return 2
    for one, other in ((a, b), (b, a)):
        if driven_out(one, other):
            same = may_be_one(one.to, other.by)
            return 2 if one_state(one.to, other.by) else -2 if same is False else int(same is True)
    return 0


def _one_blow(a: Told, b: Told) -> bool:
    return at_one_place(a, b) or _as_many_dead(a, b)


def _whom(a: Told, b: Told, otherwise: int) -> int:
    """Whether those whom it is done to may be the same."""
    if one_state(a.to, b.to):
        return 1
    same = may_be_one(a.to, b.to)
    return otherwise if same is False else int(same is True)


def same_place(a: Told, b: Told) -> int | None:
    """They happen at the same place."""
    if at_one_place(a, b):
        return 2
    if a.spot is None or b.spot is None:
        return 0
    if _holds(a.spot, b.spot) or _holds(b.spot, a.spot):
        return 0
    if a.spot.type == b.spot.type in TOWNS or (a.spot.country and b.spot.country and a.spot.country != b.spot.country):
        return None  # two towns are two places; a site may lie in the town
    return -1


def at_one_place(a: Told, b: Told) -> bool:
    """Tell whether both are told of one place smaller than a country."""
    if a.spot and b.spot and (a.spot.id == b.spot.id or _spelt_alike(a.spot, b.spot)):
        return True
    mine, theirs = (t.spots | ({t.spot.id} if t.spot else set()) for t in (a, b))
    return bool(mine & theirs)


def _holds(whole: Place, part: Place) -> bool:
    return (whole.type == "country" and whole.country == part.country) or (
        whole.type == "province" and part.admin1 == whole.name
    )


def _spelt_alike(a: Place, b: Place) -> bool:
    """Tell whether two long names differ in one letter, as those written over from another alphabet do."""
    one, other = a.name.casefold(), b.name.casefold()
    if min(len(one), len(other)) < 6 or len(one) != len(other) or one[0] != other[0]:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1


def same_words(a: Told, b: Told) -> int | None:
    """They tell the same besides the deed, its parties, its place and its time."""
    mine, theirs = told_besides(a, b)
    if not mine or not theirs:
        return 0
    shared = overlap(mine, theirs)
    if shared == 0:
        return _other_words(a, b, min(len(mine), len(theirs)))
    only_one = min(len(mine), len(theirs)) == 1 and not same_day(a, b)  # one word says little by itself
    return 2 if only_one else 4 if shared >= 0.6 else 3 if shared >= 0.4 else 2 if shared >= 0.25 else 0


def told_besides(a: Told, b: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Give what each tells besides the deed, its parties, its place and its time, words for any such deed left out."""
    deeds = meant(stems_of(f"{a.mention.predicate} {b.mention.predicate}")) if same_word(a, b) else frozenset()
    deeds |= _OF_ANY_PACT if a.signs and b.signs else frozenset()
    deeds |= _OF_ANY_DEED | (_OF_ANY_BLOW if a.account.type == b.account.type == "ASSAULT" else frozenset())
    return a.rest - deeds, b.rest - deeds


def _other_words(a: Told, b: Told, fewest: int) -> int:
    """Points against two tellings that share no word: unlike words hardly count where day, place and parties agree."""
    signed = a.signs and b.signs and (same_day(a, b) or _at_midnight(a, b))
    if (at_one_place(a, b) and a.parties & b.parties) or signed:
        return 0
    if one_victim(a, b) and max((t.width for t in (a, b) if not t.news), default=1) <= FORTNIGHT:
        return 0
    sure = same_day(a, b) and (at_one_place(a, b) or bool(a.parties & b.parties) or _as_many_dead(a, b))
    once = fewest == 1 and same_day(a, b) and bool({a.mention.predicate, b.mention.predicate} & ONCE)
    if sure or once:
        return 0 if a.account.type == b.account.type else -1
    return -1 if (a.signs and b.signs) or fewest == 1 or _as_many_dead(a, b) else -2 if fewest <= 3 else -3


def says_enough(a: Told, b: Told) -> int | None:
    """What somebody says again and again is one saying only if its day or its content tells so."""
    if not {a.account.type, b.account.type} <= SAYING or a.signs or b.signs:
        return 0
    if max(a.width, b.width) <= FORTNIGHT or (a.named_day and a.named_day == b.named_day):
        return 0
    mine, theirs = told_besides(a, b)
    if (_news_meet(a, b) or 0) > 0 and overlap(mine, theirs) >= 0.6 and same_word(a, b):
        return 0
    content = len((mine & theirs) - meant(stems_of(f"{a.mention.predicate} {b.mention.predicate}")))
    return 0 if content >= 3 else -1 if content == 2 else -4


def same_numbers(a: Told, b: Told) -> int | None:
    """They tell the same numbers."""
    mine, theirs = (numbers(t.stems) - stems_of(t.account.date.text or "") for t in (a, b))
    if not mine or not theirs:
        return 0
    return min(4, 2 * len(mine & theirs))


def same_toll(a: Told, b: Told) -> int | None:
    """They tell of as many dead, or of nearly as many."""
    one, other = a.account.fatalities, b.account.fatalities
    if one is None or other is None or (value(one) or 0) < 3:
        return 0
    if _as_many_dead(a, b):
        return 3 if same_day(a, b) else 2
    return 1 if near(one, other) else 0


def _as_many_dead(a: Told, b: Told) -> bool:
    one, other = a.account.fatalities, b.account.fatalities
    return one is not None and other is not None and (value(one) or 0) >= 3 and value(one) == value(other)


def same_agreement(a: Told, b: Told) -> int | None:
    """They are about the same agreement."""
    if a.agreements & b.agreements:
        return 2 if a.signs and b.signs else 1
    if not (a.signs and b.signs) or a.parties & b.parties or at_one_place(a, b) or (same_words(a, b) or 0) > 0:
        return 0
    dated = max(a.width, b.width) <= WEEKS or same_day(a, b) or _at_midnight(a, b)
    return 0 if dated else -2  # any two peace accords are told alike


def same_standing(a: Told, b: Told) -> int | None:
    """What has happened and what is only planned or denied are not one event, if it is not told of one day."""
    done = {"occurred", "ongoing", "alleged"}
    if (a.account.status in done) == (b.account.status in done):
        return 0
    return 0 if same_day(a, b) or late(a, b) or denied_deed(a, b) else -1


COMPARISONS = tuple(
    Comparison(c)
    for c in (
        elsewhere, one_conflict, same_type, days_meet, same_actors, same_place, same_words, says_enough, same_numbers, same_toll, same_agreement,
        same_standing,
    )
)  # fmt: skip
THRESHOLD, SLACK = 6, 2
