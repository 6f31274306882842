"""One report's telling of an event, made ready to be compared with those of other reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from truceline.domain.date_patterns import MONTH, WEEKDAY, month_number, tidy, weekday_number
from truceline.domain.date_words import Anchor, reckon
from truceline.domain.dates import UNKNOWN_DAYS, Days, news_since
from truceline.domain.document import Quote
from truceline.domain.identity import quote_key
from truceline.domain.items import Actor, EventAccount, Place
from truceline.domain.mention import EventMention, Reading
from truceline.reconcile.books import Books, in_order
from truceline.reconcile.commitments import families
from truceline.reconcile.content_words import SIGNS, akin, meant, numbers, stem, stems, stems_of
from truceline.reconcile.precision import value
from truceline.reconcile.report_settings import Setting, setting_of
from truceline.reconcile.told_among import ALONE, Among, set_among

LOCAL = frozenset({"city", "district", "site", "province"})
UNBOUNDED = 100_000
"""Days that a date with an open side allows."""
DRIVING = frozenset({
    "drive", "expel", "push", "oust", "dislodge", "chase", "rout", "eject", "evict", "force", "throw", "repel",
})  # fmt: skip
"""What one side does when the other leaves."""
LEAVING = frozenset({
    "leave", "withdraw", "withdrawal", "retreat", "pull", "flee", "abandon", "evacuate", "quit", "vacate", "go",
    "depart", "pullout", "evacuation", "departure", "flight",
})  # fmt: skip
GIVING = frozenset({
    "hand", "handover", "return", "cede", "surrender", "yield", "give", "transfer", "relinquish", "leave", "lose",
})  # fmt: skip
"""What one side does with a place when the other takes it."""
RECEIVING = frozenset({"enter", "receive", "regain", "recover", "move", "deploy", "assume", "arrive"})
TAKING = frozenset({
    "take", "capture", "seize", "free", "liberate", "retake", "recapture", "conquer", "fall", "overrun", "enter",
    "storm",
})  # fmt: skip
"""Words for the taking of a place; one side calls it freed."""
_PEN = frozenset(stem(w) for w in ("name", "signature", "pen"))
_TIMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec day days week weeks month "
    "months year years night morning evening afternoon overnight last late early ago next today yesterday tomorrow "
    "weekend dawn midnight earlier later recent recently"
)
_TIME_STEMS = frozenset(stem(w) for w in _TIMES.split())
_NOW = frozenset({"now", "recently", "lately", "currently", "meanwhile", "so far", "at present", "these days"})
_SPAN = re.compile(r"\b(?:since|until|by|before|after|till|from|between)\b", re.IGNORECASE)
_LEAP_YEAR = Days.on(date(2004, 12, 31))


@dataclass(frozen=True, slots=True)
class Told:
    """One report's telling of an event, with ids that hold across reports."""

    account: EventAccount
    mention: EventMention
    stems: frozenset[str]
    rest: frozenset[str]
    """What is told besides the deed, its parties, its place and its time."""
    doers: frozenset[str]
    targets: frozenset[str]
    """Who takes part, with the groups that they belong to."""
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    """Doers and targets as actors of the record."""
    key: str
    spot: Place | None
    spots: frozenset[str]
    """Ids of the places within a country that its words name, also where its report takes them for somebody."""
    width: int
    """Days allowed by the date; a large number where a side is open."""
    named_day: tuple[int, int] | None
    """Month and day, where its words give them."""
    weekday: int | None
    """The day of the week, Monday being 0, where one day is meant."""
    agreements: frozenset[str]
    """The agreements that its words name."""
    deeds: frozenset[str]
    """Sorts of deeds, as rows of vocabulary/commitments.toml."""
    month: int | None
    """The month, where its words name one, be its year known or not."""
    setting: Setting
    """Of which conflict its report tells."""
    victims: frozenset[str]
    """The last names of the persons whom it is done to."""
    news: Days | None
    """The days of the news of its report, where it is told as news and without a date."""
    named: frozenset[str]
    """Stems of the names of those who take part and of its places."""
    among: Among = ALONE
    """How it stands among the other tellings."""

    @property
    def whereabouts(self) -> frozenset[str]:
        """Ids of all places that it names."""
        return self.spots | ({self.spot.id} if self.spot else frozenset())

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return self.doers | self.targets

    @property
    def signs(self) -> bool:
        """Tell whether an agreement is made."""
        word = self.mention.predicate
        return word in SIGNS or (word in ("put", "set") and bool(_PEN & self.stems))


def told_events(readings: Sequence[Reading], books: Books) -> list[Told]:
    """Make ready the tellings of all reports, in an order that depends on their content alone."""
    maker = _Maker(books)
    told = [maker.told(r.document.id, m, near) for r in readings for near in [_Near(r, books)] for m in r.events]
    return set_among(sorted(told, key=lambda t: t.key))


class _Near:
    """The agreements that the words of a report name, by where they stand, and what it is about."""

    def __init__(self, reading: Reading, books: Books) -> None:
        report = reading.document.id
        self.setting = setting_of(reading, books)
        self.agreements = [
            (q, i) for a in reading.agreements for q in a.quotes if (i := books.agreements.get((report, a.key)))
        ]


def _within(quotes: Sequence[Quote], named: Sequence[tuple[Quote, str]]) -> frozenset[str]:
    return frozenset(i for q, i in named if any(o.start <= q.start and q.end <= o.end for o in quotes))


class _Maker:
    def __init__(self, books: Books) -> None:
        self.books = books
        named: tuple[Actor | Place, ...] = (*books.actors.actors, *books.places.places)
        self.kin = {a.id: a.member_of for a in books.actors.actors}
        self.local: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        persons = {n.text.casefold() for a in books.actors.actors if _last_name(a) for n in a.names}
        for place in books.places.places:
            words = stems_of(place.name)
            if place.type in LOCAL and words and place.name.casefold() not in persons:
                self.local[min(words)].append((words, place.id))
        self.spellings: Mapping[str, frozenset[str]] = defaultdict(frozenset) | {x.id: _spellings(x) for x in named}

    def told(self, report: str, m: EventMention, near: _Near) -> Told:
        books = self.books
        attributed, relayed = books.credit(report, m.credit)
        actors, recipients = books.actors.all(report, m.actors), books.actors.all(report, m.recipients)
        recipients = tuple(r for r in recipients if r not in actors)
        account = EventAccount(
            report, attributed, relayed, m.type, m.mode, actors, recipients, books.places.id(report, m.place), m.when,
            m.status, m.fatalities, m.injured, in_order(m.quotes),
        )  # fmt: skip
        said = stems(m.quotes)
        spots = frozenset(i for s in said for words, i in self.local.get(s, ()) if words <= said)
        named = frozenset(s for i in (*actors, *recipients, account.place or "", *spots) for s in self.spellings[i])
        dated = stems_of(m.when.text or "")
        return Told(
            account=account,
            mention=m,
            stems=said,
            rest=meant(
                frozenset(s for s in said - named - _TIME_STEMS - dated if not s[0].isdigit() or s in numbers(said))
            ),
            doers=self._with_groups(actors),
            targets=self._with_groups(recipients),
            by=tuple(books.actors.by_id[i] for i in actors),
            to=tuple(books.actors.by_id[i] for i in recipients),
            key=quote_key(m.head) + m.key,
            spot=books.places.place(account.place),
            spots=spots,
            width=m.when.days.width or UNBOUNDED,
            named_day=day_of_year(m.when.text, m.when.days),
            weekday=_weekday(m.when.text, m.when.days),
            agreements=_within(m.quotes, near.agreements),
            deeds=families(frozenset({stem(m.predicate)})),
            month=_month(m.when.text, m.when.days),
            setting=near.setting,
            victims=frozenset(n for i in recipients if (n := _last_name(books.actors.by_id[i]))),
            news=_news(m, books.published.get(report, UNKNOWN_DAYS)),
            named=said & named,
        )

    def _with_groups(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(ids) | {group for one in ids for group in self.kin.get(one, ())}


def _last_name(actor: Actor) -> str | None:
    """Give the stem of the last word of a named person's name."""
    words = actor.name.split()
    return stem(words[-1]) if actor.type == "person" and words[-1][:1].isupper() and len(words) > 1 else None


def _spellings(one: Actor | Place) -> frozenset[str]:
    return frozenset(s for n in one.names for s in stems_of(n.text))


def day_of_year(words: str | None, days: Days) -> tuple[int, int] | None:
    """Give month and day, where one day is meant, be its year known or not."""
    if days.width == 1 and days.earliest:
        return days.earliest.month, days.earliest.day
    return _day_in_any_year(words) if words and days.width is None else None


def _news(m: EventMention, published: Days) -> Days | None:
    """Give the days that news without a date, or of "now", may be of."""
    if (m.when.text or "").lower() in _NOW and m.when.days.width is not None:
        return m.when.days
    since = news_since(published) if m.lately and m.when.days.earliest is None else None
    return Days(since, m.when.days.latest or published.latest) if since else None


def _month(words: str | None, days: Days) -> int | None:
    """Give the month that words name or that the days lie in."""
    if days.width is not None and days.earliest and days.latest:
        same = (days.earliest.year, days.earliest.month) == (days.latest.year, days.latest.month)
        return days.earliest.month if same else None
    named = re.findall(rf"\b{MONTH}\b", tidy(words or ""))
    return month_number(named[0]) if len(named) == 1 and not _SPAN.search(words or "") else None


def _weekday(words: str | None, days: Days) -> int | None:
    if days.width == 1 and days.earliest:
        return days.earliest.weekday()
    named = re.search(WEEKDAY, tidy(words or ""))
    return weekday_number(named[0]) if named and not re.search(r"\b(?:since|until|by)\b", words or "") else None


@lru_cache(maxsize=4096)
def _day_in_any_year(words: str) -> tuple[int, int] | None:
    if not any(c.isdigit() for c in words):
        return None
    found = reckon(words, Anchor(_LEAP_YEAR))
    if found is None or found.days.latest is None or found.grain != "day" or found.days.width not in (1, None):
        return None
    return found.days.latest.month, found.days.latest.day


def as_many_dead(a: Told, b: Told) -> bool:
    """Tell whether both tell of as many dead, and of more than two."""
    one, other = a.account.fatalities, b.account.fatalities
    return one is not None and other is not None and (value(one) or 0) >= 3 and value(one) == value(other)


def same_word(a: Told, b: Told) -> bool:
    """Tell whether two events are told by forms of one word, or both by words for signing."""
    one, other = a.mention.predicate, b.mention.predicate
    return akin(one, other) or (a.signs and b.signs) or {one, other} <= TAKING
