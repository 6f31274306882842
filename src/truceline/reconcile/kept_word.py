"""Who is said to have broken a promise, a truce or an accord, and is said elsewhere to have kept it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.finding_parts import Evidence, finding, independent
from truceline.reconcile.lines import Line
from truceline.reconcile.passages import FIGURE, STATEMENT, Passage, all_claims, by_report, teller, told_denials
from truceline.reconcile.retold import NEGATED, shared_words

_BOND = (
    r"(?:words?|promises?|sides?|parts?|pledges?|commitments?|obligations?|agreements?|accords?|truces?|cease-?fires?"
    r"|deals?|terms|pact|treaty|duty|duties|armistice)"
)
_KEPT = re.compile(
    rf"\b(?:kept|keeps?|honou?r(?:ed|s)|respect(?:ed|s)|observe[ds]|abided by|stuck to|fulfilled"
    rf"|complied with|lived up to|stood by)\b(?! up\b)[^.;:!?]{{0,40}}?\b{_BOND}\b",
    re.I,
)
_BROKEN = re.compile(
    rf"\b(?:brok\w+|break(?:s|ing)?|violat\w+|breach\w*|reneg\w+|flout\w*|betray\w*"
    rf"|not (?:kept|honou?red|respected)|fail\w* (?:in|to (?:keep|honou?r|respect|meet)))\b"
    rf"[^.;:!?]{{0,50}}?\b{_BOND}\b",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:we|our|us|they|their|it|its|he|she|both)\b", re.I)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|must|should|(?-i:may)|if|to|ready|willing|promis\w+|pledg\w+|vow\w*|urg\w+)\b", re.I
)
"""What is still to be kept is no account of its having been kept."""
_CLAUSE = re.compile(r"[.;:!?“”\"]")
SUBJECT = 80
"""Characters before the deed that name who did it."""
ROOM = 1600
"""Characters between a charge and an answer to it in one report."""
MONTHS = 120
"""Days between two reports that speak of one time."""


def kept_and_broken(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """One side is said to have broken its word, another account says that it was kept."""
    claims = by_report(c for c in all_claims(evidence) if c.rank != FIGURE)
    charges = {report: [c for c in some if _tells(_BROKEN, c.said)] for report, some in claims.items()}
    lines = (line for _, some in sorted(books.lines.by_report.items()) for line in some)
    kept = [k for line in lines for k in _kept(line, claims.get(line.report, ()))]
    denied = [d for d in told_denials(evidence, books) if _BROKEN.search(d.denied)]
    for answer, words in (*((k, "told as kept") for k in kept), *((d, "denied") for d in denied)):
        for charge in _charges(answer, charges, books):
            sides = [charge.side("a"), answer.side("b")]
            reason = f"Told as broken {teller(charge, books)}; {words} {teller(answer, books)}."
            yield finding("contradiction", "status", "strict", reason, sides)


def _before(pattern: re.Pattern[str], said: str) -> str | None:
    """The words before what is kept or broken, in its own clause; None where nothing is."""
    found = pattern.search(said)
    return _CLAUSE.split(said[max(0, found.start() - SUBJECT) : found.start()])[-1] if found else None


def _tells(pattern: re.Pattern[str], said: str) -> bool:
    before = _before(pattern, said)
    return before is not None and not NEGATED.search(before[-25:]) and not _AHEAD.search(before[-30:])


def _kept(line: Line, claims: Sequence[Passage]) -> Iterator[Passage]:
    """What a sentence tells as kept, in the voice of the statement that holds it."""
    start, end = line.quote.start, line.quote.end
    if not _tells(_KEPT, line.said):
        return
    said_in = [c for c in claims if c.rank == STATEMENT and any(q.start < end and start < q.end for q in c.quotes)]
    telling = [c for c in said_in if _KEPT.search(c.said)]
    if telling:
        yield min(telling, key=lambda c: len(c.said))
    elif not said_in:
        yield Passage("report", line.report, line.report, (line.quote,), frozenset(), STATEMENT)


def _charges(kept: Passage, charges: Mapping[str, Sequence[Passage]], books: Books) -> Iterator[Passage]:
    """The charge that an answer in the same report is to; in other reports, charges against whom it names."""
    own = [c for c in charges.get(kept.report, ()) if c.id != kept.id and not c.voices & kept.voices]
    own = [c for c in own if (c.voices or kept.voices) and abs(c.start - kept.start) <= ROOM and _one_subject(kept, c)]
    if own:
        yield min(own, key=lambda c: (abs(c.start - kept.start), c.rank))
    for report, others in charges.items():
        if independent(books, report, kept.report) and _of_one_time(report, kept.report, books):
            against = [c for c in others if _names_shared(kept, c)]
            if against:
                yield min(against, key=lambda c: (c.rank, c.start))


def _subject(passage: Passage) -> str:
    """The words before what is kept, or denied to be broken."""
    kept = _before(_KEPT, passage.said)
    return kept if kept is not None else _before(_BROKEN, passage.denied) or ""


def _charged(passage: Passage) -> str:
    return _before(_BROKEN, passage.said) or ""


def _names_shared(kept: Passage, charge: Passage) -> bool:
    mine, theirs = (stems_of(s) for s in (_subject(kept), _charged(charge)))
    return bool(shared_words(mine, theirs))


def _one_subject(kept: Passage, charge: Passage) -> bool:
    subjects = _subject(kept), _charged(charge)
    return any(_PRONOUN.search(s) or not s.strip() for s in subjects) or _names_shared(kept, charge)


def _of_one_time(one: str, other: str, books: Books) -> bool:
    a, b = (books.published[r].latest if r in books.published else None for r in (one, other))
    return a is not None and b is not None and abs((a - b).days) <= MONTHS
