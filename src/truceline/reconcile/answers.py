"""Denials of one report set against what other reports tell, by their words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.items import EventAccount, Finding
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import NUMBER_STEMS, stem
from truceline.reconcile.count_times import last_day, narrow
from truceline.reconcile.finding_parts import Evidence, finding, independent
from truceline.reconcile.ground import one_conflict, party_names
from truceline.reconcile.lines import Line
from truceline.reconcile.own_denials import own_denials, plain_denials
from truceline.reconcile.passages import (
    FIGURE,
    REFERS_BACK,
    Passage,
    all_claims,
    denied_events,
    teller,
    told_denials,
)
from truceline.reconcile.retold import NEGATED, retold_words, shared_words
from truceline.reconcile.sides import opposed
from truceline.reconcile.stage_words import STILL_AHEAD

SPEECH = retold_words(
    "deny denies denied denial claim claims claimed report reports reported false untrue groundless baseless lie lies "
    "fabrication nonsense true allegation accusation charge story reject rejects rejected dismiss dismissed ever any "
    "group side hand hands man men anybody anyone someone having never claimed terrorist terrorists"
)
"""Words of denying, which no claim shares, and words that tell nothing."""
TIME_STEMS = frozenset(stem(w) for w in "day days week weeks month months year years hour hours last time".split())
DEEDS = retold_words("attack kill mistreat loot leave take support break abduct burn fight rape recruit weapon order")
_BEGUN = retold_words("start")
_PROMISES = re.compile(r"\b(?:would|will|shall|may|must|should|can|could)(?: not|n[’']t)\b|\bnot to\b", re.I)
"""Words of what is to be left undone: no denial of what has been done."""
CROWDED = 300
"""Claims that share a word with a denial, from which the word tells nothing."""
LINE = 3
"""The rank of a sentence as such among claims: items go before it."""
FEWEST, SHARE_AT_PLACE, SHARE, MOST = 2, 0.4, 0.5, 0.7
SURE = 3
"""Shared words from which the two reports need not be of the same days."""
SAME_NEWS, LATER_NEWS, LOOKS_BACK = 10, 2, 60


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of some report, with when and by whom the deed was done, where an event over its words tells."""

    passage: Passage
    days: Days | None
    doers: tuple[str, ...]
    places: frozenset[str]
    """Words of the place where it was."""


def answers(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what another report tells."""
    claims = _claims(evidence, books)
    told = list(told_denials(evidence, books))
    names = party_names(books)
    best: dict[tuple[str, str, str], tuple[tuple[float, ...], Passage, Passage]] = {}
    for denial in (
        *told,
        *denied_events(evidence),
        *own_denials(evidence, books, told),
        *plain_denials(evidence, books),
    ):
        if REFERS_BACK.search(denial.denied) or denial.told_of or _PROMISES.search(denial.denied):
            continue
        for rank, claim in _answered(denial, claims, names, books):
            key = (denial.report, claim.kind, claim.id)
            best[key] = min(best.get(key, (rank, claim, denial)), (rank, claim, denial), key=lambda f: f[0])
    for _, claim, denial in best.values():
        denier = teller(denial, books) if denial.voices else "in another report's own voice"
        reason = f"Told {teller(claim, books)}; denied {denier}."
        yield finding("contradiction", "existence", "strict", reason, [claim.side("a"), denial.side("b")])


def _claims(evidence: Evidence, books: Books) -> Mapping[str, Sequence[Claimed]]:
    """Give what reports claim, by its words; what is said of an event has the day and the doers of that event."""
    events: dict[str, list[EventAccount]] = defaultdict(list)
    for event in evidence.events:
        for account in event.accounts:
            events[account.report].append(account)
    found: dict[str, list[Claimed]] = defaultdict(list)
    for claim in all_claims(evidence):
        if claim.rank == FIGURE or NEGATED.search(claim.said):
            continue
        over = [e for e in events[claim.report] if any(q.start < claim.end and claim.start < q.end for q in e.quotes)]
        days = next((e.date.days for e in over if e.date.text), None)
        doers = tuple(d for e in over for d in e.actors if d not in claim.voices)
        places = (books.places.place(e.place) for e in over if e.place)
        where = frozenset(w for one in places if one and one.type != "country" for w in retold_words(one.name))
        claimed = Claimed(claim, days, doers, where)
        for word in claim.words | where:
            found[word].append(claimed)
    for line in _untold(evidence, books):
        plain = Passage("report", line.report, line.report, (line.quote,), frozenset(), LINE)
        claimed = Claimed(plain, None, (), frozenset())
        for word in line.words:
            found[word].append(claimed)
    return found


def _untold(evidence: Evidence, books: Books) -> Iterator[Line]:
    """Give the sentences that state something and that no event or statement tells."""
    told: dict[str, list[Quote]] = defaultdict(list)
    for event in evidence.events:
        for account in event.accounts:
            told[account.report] += account.quotes
    for statement in evidence.statements:
        for said in statement.accounts:
            told[said.report] += said.content_quotes
    for report, lines in sorted(books.lines.by_report.items()):
        for line in lines:
            ahead = NEGATED.search(line.said) or STILL_AHEAD.search(line.said)
            if not ahead and not any(q.start < line.quote.end and line.quote.start < q.end for q in told[report]):
                yield line


def _answered(
    denial: Passage, claims: Mapping[str, Sequence[Claimed]], names: frozenset[str], books: Books
) -> Iterator[tuple[tuple[float, ...], Passage]]:
    """The claim of each other report that shares most of a denial: half of its words, a deed among them."""
    words = _weighty(denial.denied_words)
    if not words & DEEDS:
        return
    told = [c for w in sorted(words) if len(claims.get(w, ())) <= CROWDED for c in claims.get(w, ())]
    times, by_id = Counter(map(id, told)), {id(c): c for c in told}
    best: dict[str, tuple[tuple[float, ...], Passage]] = {}
    for claimed in (c for n, c in by_id.items() if times[n] >= FEWEST):
        claim = claimed.passage
        if claim.voices & denial.voices or not _may_be(claimed, denial, books):
            continue
        shared = shared_words(words, claim.words | claimed.places)
        started = words - shared >= _BEGUN  # who did not start it does not deny that it happened
        if (
            not started
            and _much(shared, words, names, claimed)
            and _of_its_days(claimed, denial, SURE if shared == words else len(shared), books)
        ):
            rank = (-len(shared) / len(words), claim.rank, len(claim.said), claim.start)
            best[claim.report] = min(best.get(claim.report, (rank, claim)), (rank, claim), key=lambda f: f[0])
    yield from best.values()


def _much(shared: frozenset[str], words: frozenset[str], names: frozenset[str], claimed: Claimed) -> bool:
    """Whether a denial and a claim share a deed and enough else; names of parties tell little, a place much."""
    share = len(shared) / len(words)
    if not shared & DEEDS or len(shared) < FEWEST or share < (SHARE_AT_PLACE if shared & claimed.places else SHARE):
        return False
    return len(shared - shared_words(shared, names)) >= FEWEST or (len(shared) >= SURE and share >= MOST)


def _weighty(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words - SPEECH - NUMBER_STEMS - TIME_STEMS if not w[0].isdigit())


def _may_be(claimed: Claimed, denial: Passage, books: Books) -> bool:
    """Whether nothing excludes that a denial is of a claim: neither the days, nor that the other side did it."""
    report = claimed.passage.report
    if not independent(books, report, denial.report) or not one_conflict(report, denial.report, books.names):
        return False
    days, told = claimed.days, books.published.get(denial.report, Days())
    if days and days.earliest and told.latest and told.latest < days.earliest:
        return False
    if days and denial.days and narrow(days) and narrow(denial.days) and not days.meets(denial.days):
        return False
    doers, deniers = (
        [books.actors.by_id[i] for i in ids if i in books.actors.by_id]
        for ids in (claimed.doers, denial.doers or denial.voices)
    )
    return not opposed(doers, deniers)


def _of_its_days(claimed: Claimed, denial: Passage, shared: int, books: Books) -> bool:
    """Whether a claim is of the days of the denial: the news before it, or told by date or in many words later."""
    told, answered = (last_day(books.published.get(one.report, Days())) for one in (claimed.passage, denial))
    if told is None or answered is None:
        return shared >= SURE
    gap = (told - answered).days
    if LATER_NEWS < gap <= LOOKS_BACK and claimed.days is None:
        return False  # news of its own
    return shared >= SURE or abs(gap) <= SAME_NEWS
