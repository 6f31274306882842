"""Why two tellings are one event: what speaks for it and against it, in points."""

from __future__ import annotations

from truceline.reconcile.content_words import meant, numbers, overlap, stems_of
from truceline.reconcile.event_cast import one_victim, same_actors
from truceline.reconcile.event_days import (
    FORTNIGHT,
    ONCE,
    WEEKS,
    at_midnight,
    days_meet,
    denied_deed,
    late,
    news_meet,
    same_day,
)
from truceline.reconcile.event_places import at_one_place, same_place
from truceline.reconcile.grouping import Comparison
from truceline.reconcile.precision import near, value
from truceline.reconcile.told_events import TAKING, Told, as_many_dead, same_word, two_views

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

FEW, ENOUGH, ALIKE = 3, 2, 0.4
"""Words of which it says little that another report has none of them; words, and their share, that say a lot."""
_OF_ANY_DEED = meant(stems_of("begin open start resume hold conduct carry launch place stage end finish complete took"))
_OF_ANY_BLOW = meant(stems_of("kill attack clash fire shot dead wound men people least"))
_OF_ANY_SORT = {
    "release": meant(stems_of("free release let go walk prisoner detainee captive jail men prison home")),
    "withdraw": meant(stems_of("leave withdraw pull go depart soldier troop force army fighter")),
    "disarm": meant(stems_of("weapon gun arm hand surrender lay down put give fighter men")),
    "ceasefire": meant(stems_of("ceasefire truce halt stop silence fire fighting guns")),
}
"""What any release, withdrawal, disarmament or ceasefire is told with: such words part no two tellings."""
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
        return -1 if other_mode(a, b) and not alike else 2 + (alike or bool(a.deeds & b.deeds))
    if two_views(a, b) and at_one_place(a, b):
        return 2
    if alike:
        return 1
    if any({a.account.type, b.account.type} <= family for family in NEAR_TYPES):
        return -1
    return -2 if _told_alike(a, b) else None


def _told_alike(a: Told, b: Told) -> bool:
    """Whether two tellings of one day share much else: one of them may only be taken for another sort of deed."""
    mine, theirs = told_besides(a, b)
    return same_day(a, b) and len(mine & theirs) >= ENOUGH and overlap(mine, theirs) >= ALIKE


def other_mode(a: Told, b: Told) -> bool:
    """Whether one lets people go or lays down arms, say, and the other leaves a place."""
    one, other = a.account.mode, b.account.mode
    both = a.account.type == b.account.type == "RETREAT" and one is not None and other is not None
    return both and one != other


def same_words(a: Told, b: Told) -> int | None:
    """They tell the same besides the deed, its parties, its place and its time."""
    mine, theirs = told_besides(a, b)
    if not mine or not theirs:
        return 0
    shared = overlap(mine, theirs)
    if shared == 0:
        mode = a.account.mode if a.account.mode == b.account.mode else None
        any_such = _OF_ANY_SORT.get(mode or "", frozenset())
        return _other_words(a, b, min(len(mine - any_such), len(theirs - any_such)))
    # one word by itself says little
    only_one = min(len(mine), len(theirs)) == 1 and not (same_day(a, b) or denied_deed(a, b))
    return 2 if only_one else 4 if shared >= 0.6 else 3 if shared >= 0.4 else 2 if shared >= 0.25 else 0


def told_besides(a: Told, b: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Give what each tells besides the deed, its parties, its place and its time, words for any such deed left out."""
    deeds = meant(stems_of(f"{a.mention.predicate} {b.mention.predicate}")) if same_word(a, b) else frozenset()
    deeds |= _OF_ANY_PACT if a.signs and b.signs else frozenset()
    deeds |= _OF_ANY_DEED | (_OF_ANY_BLOW if a.account.type == b.account.type == "ASSAULT" else frozenset())
    return a.rest - deeds, b.rest - deeds


def _other_words(a: Told, b: Told, fewest: int) -> int:
    """Points against two tellings that share no word: unlike words hardly count where day, place and parties agree."""
    signed = a.signs and b.signs and (same_day(a, b) or at_midnight(a, b))
    if (at_one_place(a, b) and a.parties & b.parties) or signed:
        return 0
    if one_victim(a, b) and max((t.width for t in (a, b) if not t.news), default=1) <= FORTNIGHT:
        return 0
    sure = same_day(a, b) and (at_one_place(a, b) or bool(a.parties & b.parties) or as_many_dead(a, b))
    once = fewest == 1 and same_day(a, b) and bool({a.mention.predicate, b.mention.predicate} & ONCE)
    if two_views(a, b) and at_one_place(a, b):
        return 0
    if sure or once:
        return 0 if a.account.type == b.account.type and not other_mode(a, b) else -1
    if (a.signs and b.signs) or fewest <= 1 or as_many_dead(a, b) or near_toll(a, b):
        return -1
    return -2 if fewest <= FEW else -3


def says_enough(a: Told, b: Told) -> int | None:
    """What somebody says again and again is one saying only if its day or its content tells so."""
    if not {a.account.type, b.account.type} <= SAYING or a.signs or b.signs:
        return 0
    if max(a.width, b.width) <= FORTNIGHT or (a.named_day and a.named_day == b.named_day):
        return 0
    if a.weekday is not None and a.weekday == b.weekday:
        return 0
    mine, theirs = told_besides(a, b)
    if (news_meet(a, b) or 0) > 0 and overlap(mine, theirs) >= 0.6 and same_word(a, b):
        return 0
    words = (mine & theirs) - meant(stems_of(f"{a.mention.predicate} {b.mention.predicate}"))
    content = len(words | (numbers(a.stems) & numbers(b.stems)))
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
    if as_many_dead(a, b):
        return 3 if same_day(a, b) else 2
    return int(near(one, other))


def near_toll(a: Told, b: Told) -> bool:
    """Tell whether both count nearly as many dead, and more than two."""
    one, other = a.account.fatalities, b.account.fatalities
    return one is not None and other is not None and (value(one) or 0) >= 3 and near(one, other)


def same_agreement(a: Told, b: Told) -> int | None:
    """They are about the same agreement."""
    if a.agreements & b.agreements:
        return 2 if a.signs and b.signs else 1
    if not (a.signs and b.signs) or a.parties & b.parties or at_one_place(a, b) or (same_words(a, b) or 0) > 0:
        return 0
    dated = max(a.width, b.width) <= WEEKS or same_day(a, b) or at_midnight(a, b) or (news_meet(a, b) or 0) > 0
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
        elsewhere, one_conflict, same_type, days_meet, same_actors, same_place, same_words, says_enough, same_numbers,
        same_toll, same_agreement, same_standing,
    )
)  # fmt: skip
THRESHOLD, SLACK = 6, 2
