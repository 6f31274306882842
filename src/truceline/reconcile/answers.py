"""Denials of one report set against what other reports tell, by their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from truceline.domain.dates import Days
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stem
from truceline.reconcile.count_times import narrow
from truceline.reconcile.counts import NUMBER_STEMS
from truceline.reconcile.finding_parts import Evidence, finding, independent, told_by
from truceline.reconcile.own_denials import own_denials
from truceline.reconcile.passages import EVENT, FIGURE, REFERS_BACK, Passage, all_claims, by_report, told_denials
from truceline.reconcile.passages import denied_events
from truceline.reconcile.retold import NEGATED, retold_words, shared_words

SPEECH = retold_words(
    "deny denies denied denial claim claims claimed report reports reported false untrue groundless baseless lie lies "
    "fabrication nonsense true allegation accusation charge story reject rejects rejected dismiss dismissed ever any"
)
"""Words of denying, which no claim shares."""
TIME_STEMS = frozenset(stem(w) for w in "day days week weeks month months year years hour hours last time".split())
DEEDS = retold_words("attack kill mistreat loot leave take support break abduct burn fight rape recruit weapon")
_BEGUN = retold_words("start")
_PROMISES = re.compile(r"\b(?:would|will|shall|may|must|should|can|could)(?: not|n[’']t)\b|\bnot to\b", re.I)
"""Words of what is to be left undone: no denial of what has been done."""
FEWEST, SHARE = 2, 0.5
ENOUGH_GROUND = 2
"""Parties or places that two reports have to share to be of one conflict."""


def answers(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what another report tells."""
    claims = by_report(c for c in all_claims(evidence) if c.rank != FIGURE)
    told = list(told_denials(evidence, books))
    ground = common_ground(evidence)
    for denial in (*told, *denied_events(evidence), *own_denials(evidence, books, told)):
        if REFERS_BACK.search(denial.said) or denial.told_of or _PROMISES.search(denial.said):
            continue
        for report, others in claims.items():
            if not independent(books, report, denial.report) or len(ground[report] & ground[denial.report]) < ENOUGH_GROUND:
                continue
            claim = _answered(denial, others)
            if claim is not None:
                denier = told_by(denial.voices, books) if denial.voices else "in another report's own voice"
                reason = f"Told {told_by(claim.voices, books)}; denied {denier}."
                yield finding("contradiction", "existence", "strict", reason, [claim.side("a"), denial.side("b")])


def common_ground(evidence: Evidence) -> dict[str, set[str]]:
    """Give the parties and places that each report tells of."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in evidence.events:
        for a in event.accounts:
            found[a.report] |= {*a.actors, *a.recipients, *([a.place] if a.place else [])}
    return found


def _answered(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """The claim that shares most with a denial: half of its words, a deed or a place among them."""
    words = frozenset(w for w in denial.words - SPEECH - NUMBER_STEMS - TIME_STEMS if not w[0].isdigit())
    fitting = []
    for claim in claims:
        if claim.voices & denial.voices or NEGATED.search(claim.said) or not _days_meet(claim.days, denial.days):
            continue
        shared = shared_words(words, claim.words)
        started = _BEGUN <= words - shared  # who did not start it does not deny that it happened
        if len(shared) >= FEWEST and len(shared) >= SHARE * len(words) and shared & DEEDS and not started:
            fitting.append((-len(shared), claim.rank, len(claim.said), claim.start, claim))
    return min(fitting, key=lambda f: f[:-1], default=(None,))[-1]


def _days_meet(a: Days | None, b: Days | None) -> bool:
    return a is None or b is None or not (narrow(a) and narrow(b)) or a.meets(b)
