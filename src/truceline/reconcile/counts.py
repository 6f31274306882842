"""Every number that may be set against another one: figures, and the dead and injured of events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.amounts import Amount
from truceline.domain.dates import UNKNOWN_DAYS, Days
from truceline.domain.items import Event, EventAccount, Figure, FigureAccount
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import NUMBER_STEMS, stem, stems_of
from truceline.reconcile.finding_parts import Evidence
from truceline.reconcile.people import standing_of
from truceline.vocabulary import rows

LASTING = frozenset({"stock", "cumulative"})
_RUNNING = re.compile(r"\b(?:since|so far|to date|until now|up to now|thus far|already|has (?:reached|risen))\b", re.I)
"""A count of what happens that still runs: it holds for the day of the report."""
_WAR = r"(?:civil |guerrilla |\w+-year |\w+[ -]year[ -]old |long |longest )*(?:war|conflict|insurgency|rebellion)"
_WHOLE_WAR = re.compile(
    rf"\b{_WAR},? (?:that |which )?(?:has |had |have )?(?:already )?(?:cost|claimed|killed|taken|left)\b"
    rf"|\b(?:died|killed|dead|lives|perished|deaths|slain)\b[^.;]{{0,40}}"
    rf"\b(?:in|during|of|by) (?:the|this|that|a|our|their) {_WAR}\b"
    rf"|\b(?:the|this|that|a) {_WAR}\b[^.;]{{0,30}} in which\b",
    re.I,
)
"""Words that count the dead of a war from its beginning on."""
_NUMBER_OF = re.compile(r"\bnumber of (?:[\w’'-]+ ){0,2}?(\w+s) (?:at|to|as) (?:\w+ ){0,2}$")
_PLAIN = (
    "people person persons man men woman women total number figure figures toll count death deaths dead die died dies "
    "kill killed kills killing injured injure wounded wound hurt life lives lost loss claimed victim victims soldier "
    "soldiers troops fighter fighters civilian civilians now last first day week month year since did put puts "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december "
)
_EMPTY = frozenset(stem(w) for w in _PLAIN.split()) | NUMBER_STEMS
"""Words that tell what is counted, not which count it is."""
_REPORTED_NOW = frozenset({"now", "currently", "so far", "to date", "at present"})
_END = re.compile(r"[.!?][\"”’)]*\s|\n")
AROUND = 160
"""Characters before and after a number in which a correction or a limit of scope may be told."""


@dataclass(frozen=True, slots=True)
class Count:
    """One report's telling of a number, with what is needed to compare it."""

    item: Figure | Event
    account: FigureAccount | EventAccount
    measure: str
    amount: Amount
    of: str | None
    where: str | None
    days: Days
    dated: bool
    """Whether words of the report date it, not the report's own day alone."""
    lasting: bool
    event: str | None
    doers: tuple[str, ...]
    """Who did it, where an event tells."""
    topic: frozenset[str]
    standing: str | None
    """Of the people counted: forces of a state, other fighters, or civilians."""
    said: str
    """The clause that tells it."""
    sentence: str
    around: str
    """What stands around it, in lower case."""

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.account.report

    @property
    def noun(self) -> str | None:
        """The stem of the last word of the amount, which says what is counted; None for a bare number or a name."""
        last = self.amount.text.rpartition(" ")[2]
        if last.isalpha() and last.islower() and stem(last) not in NUMBER_STEMS:
            return stem(last)
        named = _NUMBER_OF.search(self.lead)
        return stem(named[1]) if named else None

    @property
    def bare(self) -> bool:
        """Whether neither a noun nor a row of the vocabulary says what is counted."""
        text = self.amount.text.rpartition(" ")[2]
        named = text[:1].isupper() and stem(text) not in NUMBER_STEMS
        return self.noun is None and not named and self.measure not in rows("figures")

    @property
    def running(self) -> bool:
        """Whether it still runs: its day is that of the counting, not of what is counted."""
        return bool(_RUNNING.search(self.said))

    @property
    def whole_war(self) -> bool:
        """Whether it counts the dead of a whole war."""
        return self.measure == "killed" and bool(_WHOLE_WAR.search(self.sentence))

    @property
    def lead(self) -> str:
        """The words of its clause before the number."""
        return self.said.partition(self.amount.text)[0] if self.amount.text else ""

    @property
    def source(self) -> str | None:
        """The actor whom the report credits."""
        return self.account.attributed_to


def all_counts(evidence: Evidence, books: Books) -> tuple[Count, ...]:
    """Collect the numbers of all figures, and those of events that no figure tells."""
    tolls = {(a.report, n.start): (e.id, a.actors) for e in evidence.events for a, _, n in _tolls(e)}
    counts = [_of_figure(f, a, books, tolls) for f in evidence.figures for a in f.accounts]
    known = {(c.report, c.amount.start, c.measure) for c in counts}
    for event in evidence.events:
        for account, measure, amount in _tolls(event):
            if (account.report, amount.start, measure) not in known:
                counts.append(_of_event(event, account, measure, amount, books))
    return tuple(sorted(counts, key=lambda c: (c.measure, c.report, c.amount.start, c.item.id)))


def _tolls(event: Event) -> Iterator[tuple[EventAccount, str, Amount]]:
    for account in event.accounts:
        for measure, amount in (("killed", account.fatalities), ("wounded", account.injured)):
            if amount is not None:
                yield account, measure, amount


def _of_figure(
    figure: Figure, account: FigureAccount, books: Books, tolls: dict[tuple[str, int], tuple[str, tuple[str, ...]]]
) -> Count:
    amount, when = account.amount, account.as_of
    event, doers = tolls.get((account.report, amount.start), (None, ()))
    said = " ".join(q.exact for q in account.quotes)
    sentence = _sentence(account, amount, books)
    war = figure.measure == "killed" and bool(_WHOLE_WAR.search(sentence))
    return Count(
        item=figure,
        account=account,
        measure=figure.measure,
        amount=amount,
        of=_owner(figure.of, amount, books),
        where=figure.where,
        days=when.days if when else UNKNOWN_DAYS,
        dated=when is not None and (when.text or "now").lower() not in _REPORTED_NOW,
        lasting=figure.stock_or_flow is None or figure.stock_or_flow in LASTING or bool(_RUNNING.search(said)) or war,
        event=event,
        doers=doers,
        topic=_topic(account),
        standing=standing_of(amount.text),
        said=said,
        sentence=sentence,
        around=_around(account, amount, books),
    )


def _of_event(event: Event, account: EventAccount, measure: str, amount: Amount, books: Books) -> Count:
    return Count(
        item=event,
        account=account,
        measure=measure,
        amount=amount,
        of=None,
        where=account.place,
        days=account.date.days,
        dated=account.date.text is not None,
        lasting=False,
        event=event.id,
        doers=account.actors,
        topic=_topic(account),
        standing=standing_of(amount.text),
        said=" ".join(q.exact for q in account.quotes),
        sentence=_sentence(account, amount, books),
        around=_around(account, amount, books),
    )


def _owner(of: str | None, amount: Amount, books: Books) -> str | None:
    """Whose they are; a crowd named by what is counted ("450 fighters", "students of the college") owns nothing."""
    actor = books.actors.by_id.get(of) if of else None
    counted = amount.text.rpartition(" ")[2]
    if actor is None or (counted.islower() and stem(counted) in stems_of(actor.name)):
        return None
    return None if actor.name.partition(" ")[0] in amount.text and actor.name[0].isdigit() else of


def _topic(account: FigureAccount | EventAccount) -> frozenset[str]:
    """What a number is about: the words of its clause, numbers and plain words left out."""
    found = frozenset[str]().union(*(stems_of(q.exact) for q in account.quotes))
    return frozenset(s for s in found if s not in _EMPTY and not s[0].isdigit())


def _around(account: FigureAccount | EventAccount, amount: Amount, books: Books) -> str:
    """The text around a number, as far as the body of its report is at hand; else its clause."""
    body = books.bodies.get(account.report)
    if body is None or not body.start <= amount.start < body.end:
        return " ".join(q.exact for q in account.quotes).lower()
    at = amount.start - body.start
    return body.exact[max(0, at - AROUND) : at + AROUND].lower()


def _sentence(account: FigureAccount | EventAccount, amount: Amount, books: Books) -> str:
    """The sentence of a number, as far as the body of its report is at hand; else its clause."""
    body = books.bodies.get(account.report)
    if body is None or not body.start <= amount.start < body.end:
        return " ".join(q.exact for q in account.quotes)
    at = amount.start - body.start
    ends = [m.end() for m in _END.finditer(body.exact)]
    first, last = (
        max((e for e in ends if e <= at), default=0),
        min((e for e in ends if e > at), default=len(body.exact)),
    )
    return body.exact[first:last]
