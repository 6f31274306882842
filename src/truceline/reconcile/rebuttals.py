"""Claims that somebody else denies in the same report: "a figure that the rebels deny", "there is no evidence for that"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.items import Event, EventAccount, Figure, FigureAccount, Finding, Statement, StatementAccount
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import akin, overlap, stem, stems
from truceline.reconcile.finding_parts import Evidence, finding, side

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|(?:dismiss|reject)(?:es|s|ed|ing)?)\b", re.I
)
_CHARGE = r"(?:charge|claim|accusation|allegation|report|figure|number|version|account|suggestion)s?"
_BACK = re.compile(
    rf"\b(?:(?:den|disput|refut)\w+ (?:this|that|it|them|both|all)\b(?! \w+ (?:had|has|have|was|were|is|are)\b)"
    rf"|(?:den|disput|refut|reject|dismiss)\w+ (?:the|these|those|such|all) {_CHARGE}"
    rf"|(?:any|no) (?:part|role|hand|involvement|responsibility) (?:in|for) (?:it|this|that|the)\b"
    rf"|(?:figure|claim|charge|number|account|accusation)s? (?:that|which) (?:\w+ ){{1,4}}(?:den|disput|reject|dismiss)"
    rf"|no (?:evidence|proof|sign) (?:for|of) (?:this|that|it)\b|no such\b|nothing of the (?:sort|kind)"
    rf"|(?:this|that|it) (?:is|was) (?:not true|untrue|false|a lie|nonsense))",
    re.I,
)
"""A denial of what was told just before."""
_OWED = re.compile(r"\b(?:commit\w*|agreed|agree to|pledg\w*|promis\w*|obligation)\b", re.I)
"""Whether something was promised is asked of commitments."""
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|none)\b|n[’']t\b", re.I)
FIGURE = 2
_INVOLVED = re.compile(r"\b(?:part|role|hand|involvement|responsibility|involved|behind|responsible)\b", re.I)
_BLAMES = re.compile(r"\b(?:blam\w+|accus\w+|responsible|behind|guilty|suspect\w*|pointed to|the work of)\b", re.I)
_NONE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been) (?:no|never(?: been)? an?y?) (?:\w+ ){0,1}?(\w{5,})", re.I
)
REACH = 320
"""Characters between a claim and the denial that refers back to it."""
ROOM = 900
"""Characters between a claim and a denial that says itself what it denies."""
SHARED = 0.4
_CLAIMS = frozenset({"assert", "accuse", "promise", "concede", "other"})
_TOLD = frozenset({"occurred", "ongoing", "alleged"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Something told at a place of a report, and by whom."""

    item: Event | Figure | Statement
    account: EventAccount | FigureAccount | StatementAccount
    start: int
    end: int
    voices: frozenset[str]
    rank: int
    """Statements answer denials better than events, and events better than figures."""
    words: frozenset[str]


def rebuttals(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what the same report tells or lets another one say."""
    claims: dict[str, list[_Place]] = defaultdict(list)
    for claim in _claims(evidence):
        claims[claim.account.report].append(claim)
    for denial in _denials(evidence):
        said = _said(denial)
        near = [c for c in claims[denial.account.report] if _answers(denial, c)]
        found = next((one for ask, find in TARGETS if ask.search(said) for one in [find(denial, near)]), None)
        if found:
            reason = "One side tells it, the other denies it."
            sides = [side("a", found.item, found.account), side("b", denial.item, denial.account)]
            yield finding("contradiction", _ABOUT[found.item.KIND], "strict", reason, sides)


_ABOUT = {"statement": "existence", "event": "existence", "figure": "number"}


def _quotes(account: EventAccount | FigureAccount | StatementAccount):  # type: ignore[no-untyped-def]
    return account.content_quotes if isinstance(account, StatementAccount) else account.quotes


def _said(place: _Place) -> str:
    return " ".join(q.exact for q in _quotes(place.account))


def _place(item: Event | Figure | Statement, account, voices, rank: int) -> _Place:  # type: ignore[no-untyped-def]
    quotes = _quotes(account)
    last = max(q.end for q in quotes)
    return _Place(item, account, min(q.start for q in quotes), last, frozenset(voices), rank, stems(quotes))


def _claims(evidence: Evidence) -> Iterator[_Place]:
    for statement in evidence.statements:
        for said in statement.accounts:
            if said.stance in _CLAIMS:
                yield _place(statement, said, said.speakers, 0)
    for event in evidence.events:
        for told in event.accounts:
            if told.status in _TOLD and not _is_denial(told):
                yield _place(event, told, {told.attributed_to} - {None}, 1)
    for figure in evidence.figures:
        for counted in figure.accounts:
            yield _place(figure, counted, {counted.attributed_to} - {None}, 2)


def _denials(evidence: Evidence) -> Iterator[_Place]:
    for statement in evidence.statements:
        for said in statement.accounts:
            if said.stance == "deny":
                yield _place(statement, said, said.speakers, 0)
    for event in evidence.events:
        for told in event.accounts:
            if _is_denial(told):
                yield _place(event, told, told.actors, 1)


def _is_denial(told: EventAccount) -> bool:
    said = " ".join(q.exact for q in told.quotes)
    return told.type == "REJECT" and bool(_DENIES.search(said)) and bool(_BACK.search(said) or "deni" in said)


def _answers(denial: _Place, claim: _Place) -> bool:
    """Whether a claim is told apart from the denial, and by somebody else."""
    apart = claim.end <= denial.start or claim.start >= denial.end
    return apart and not denial.voices & claim.voices and claim.item.id != denial.item.id


def _just_before(denial: _Place, claims: list[_Place]) -> _Place | None:
    before = [c for c in claims if c.end <= denial.start and denial.start - c.end <= REACH]
    return min(before, key=lambda c: (denial.start - c.end > 60, c.rank, denial.start - c.end), default=None)


def _who_blames(denial: _Place, claims: list[_Place]) -> _Place | None:
    """Who denies a part in something answers those who blame somebody, not those who claim it."""
    blaming = [c for c in claims if abs(c.start - denial.start) <= ROOM and _BLAMES.search(_told_whole(c))]
    blaming = [c for c in blaming if c.item.KIND == "event" or not _claims_itself(c)]
    return min(blaming, key=lambda c: (abs(c.start - denial.start), c.rank), default=None)


def _told_whole(claim: _Place) -> str:
    cue = getattr(claim.account, "cue_quote", None)
    return f"{cue.exact if cue else ''} {_said(claim)}"


def _claims_itself(claim: _Place) -> bool:
    """Whether a statement takes the deed upon its speaker: "said that it was behind the attack"."""
    return bool(re.match(r"(?:that )?(?:it|they|we|he|she|its|their|our)\b", _said(claim), re.I))


def _there_is_some(denial: _Place, claims: list[_Place]) -> _Place | None:
    """The nearest claim that tells of what the denial says there is none of."""
    nothing = {stem(m[1]) for m in _NONE.finditer(_said(denial))}
    told = [c for c in claims if abs(c.start - denial.start) <= ROOM and not _NEGATED.search(_said(c))]
    told = [c for c in told if any(_kin(x, w) for x in nothing for w in c.words)]
    return min(told, key=lambda c: (abs(c.start - denial.start), c.rank), default=None)


def _kin(a: str, b: str) -> bool:
    """Whether two long words are forms of one: paramilitaries and paramilitarism."""
    return len(a) >= 6 and len(b) >= 6 and akin(a, b)


def _of_the_same(denial: _Place, claims: list[_Place]) -> _Place | None:
    """The claim nearby that shares most words with the denial; of an accusation one word is enough."""
    alike = [
        c
        for c in claims
        if abs(c.start - denial.start) <= ROOM and c.rank < FIGURE and not _NEGATED.search(_said(c))
        if len(c.words & denial.words) >= (1 if _accuses(c) else 3)
        and overlap(c.words, denial.words) >= (0.2 if _accuses(c) else SHARED)
    ]
    return max(alike, key=lambda c: (overlap(c.words, denial.words), -c.start), default=None)


def _accuses(claim: _Place) -> bool:
    return getattr(claim.account, "stance", "") == "accuse"


def _nothing(denial: _Place, claims: list[_Place]) -> None:
    """Whether something was promised is asked of commitments, not here."""


TARGETS = (
    (re.compile(rf"{_INVOLVED.pattern}(?=.{{0,12}}\b(?:in|for|it|this|that)\b)", re.I), _who_blames),
    (_BACK, _just_before),
    (_OWED, _nothing),
    (_NONE, _there_is_some),
    (re.compile(""), _of_the_same),
)
"""What a denial answers, by its words; the first that fits."""
