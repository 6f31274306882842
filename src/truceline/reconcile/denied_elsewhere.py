"""Claims that somebody denies in another report of the same weeks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from truceline.domain.dates import Days
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.count_times import gap_between, last_day
from truceline.reconcile.finding_parts import Evidence, finding, independent, told_by
from truceline.reconcile.grouping import BLOCK_LIMIT
from truceline.reconcile.passages import FIGURE, REFERS_BACK, Passage, all_claims, all_denials

WEEKS = 30
"""Days between two reports that may speak of one claim."""
WORDS, MOST = 3, 0.6
"""Words that a denial shares with the claim that it answers, and the share of its own."""
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|none|without)\b|n[’']t\b", re.I)
_OWED = re.compile(r"\b(?:commit\w*|agreed|agree to|pledg\w*|promis\w*|obligation)\b", re.I)
_DENYING = stems_of(
    "denied denies deny denial disputed disputes rejected rejects refuted dismissed charge claim report"
)


def denied_elsewhere(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what another report of the same weeks tells."""
    claims = [c for c in all_claims(evidence) if c.rank < FIGURE and not _NEGATED.search(c.said)]
    told_with: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for word in claim.words:
            told_with[word].append(number)
    for denial in all_denials(evidence, books):
        words = denial.words - _DENYING
        if denial.kind == "report" or REFERS_BACK.search(denial.said) or _OWED.search(denial.said):
            continue
        shared = Counter(n for word in words for n in told_with[word][:BLOCK_LIMIT])
        enough = [claims[n] for n in sorted(shared) if shared[n] >= max(WORDS, MOST * len(words))]
        fitting = [c for c in enough if _of_those_weeks(c, denial, books)]
        best = max(fitting, key=lambda c: (len(c.words & words), -c.rank, c.report, -c.start), default=None)
        if best is not None:
            reason = f"Told {told_by(best.voices, books)}; denied {told_by(denial.voices, books)} in another report."
            yield finding("contradiction", "existence", "strict", reason, [best.side("a"), denial.side("b")])


def _of_those_weeks(claim: Passage, denial: Passage, books: Books) -> bool:
    if not independent(books, claim.report, denial.report) or claim.voices & denial.voices:
        return False
    gap = gap_between(*(last_day(books.published.get(p.report, Days())) for p in (claim, denial)))
    return gap is not None and gap <= WEEKS
