"""Claims that somebody else denies in the same report: "a figure that the rebels deny"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import akin, overlap, stem
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.own_denials import own_denials
from truceline.reconcile.passages import (
    CHARGE,
    EVENT,
    FIGURE,
    NONE_THERE,
    REFERS_BACK,
    STATEMENT,
    Passage,
    all_claims,
    by_report,
    teller,
    told_denials,
)
from truceline.reconcile.retold import retold_words

REACH = 320
"""Characters between a claim and a denial that refers back to it."""
STORY = 480
"""Characters between the beginning of a piece of news and a denial at its end."""
ADJOINING, RIGHT_AFTER = 3, 60
"""Characters between a claim and a denial of it in the next clause or sentence."""
ROOM, LONG_ROOM = 900, 1600
"""Characters between a claim, or an accusation, and a denial that says itself what it denies."""
SHARED, SHARED_WITH_ACCUSATION = 0.4, 0.4
_OWED = re.compile(r"\b(?:commit\w*|agreed|agree to|pledg\w*|promis\w*|obligation)\b", re.I)
_INVOLVED = re.compile(
    r"\b(?:part|role|hand|involvement|responsibility|involved|behind|responsible)\b(?=.{0,12}\b(?:in|for|it|this"
    r"|that)\b)"
    r"|\b(?:anything|nothing) to do with\b",
    re.I,
)
_BLAMES = re.compile(r"\b(?:blam\w+|accus\w+|responsible|behind|guilty|suspect\w*|pointed to|the work of)\b", re.I)
_OF_ITSELF = re.compile(r"(?:that )?(?:it|they|we|he|she|its|their|our)\b", re.I)
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|none)\b|n[’']t\b", re.I)
_NOT_THEY = re.compile(r"\b(?:was|were|is|are|been) not \w+|\bnothing to do with\b|\bresponsibility\b", re.I)
"""It was somebody else."""
_DEED = re.compile(r"\b(?:the|this|that|these|those|any) (?:deed|crime|act|attack|killing|murder)s?\b", re.I)
_DENIES_DEED = re.compile(rf"\b(?:den|reject)\w+ (?:responsibility|involvement|{_DEED.pattern})", re.I)
_BLOWS = frozenset({"ASSAULT", "COERCE", "CRIME"})
_PRONOUN = re.compile(r"\W*(?:that )?(?:it|they|he|she|this|these|any of (?:it|this|them))\b", re.I)
_PRONOUN_DENIES = re.compile(
    r"\W*(?:he|she|they|it|which|who) (?:\w+ ){0,2}?(?:den|reject|dismiss|disput|refut)\w+", re.I
)
_BY_A_PRONOUN = re.compile(
    rf"\b{CHARGE} (?:that |which )?(?:it|they|he|she) (?:\w+ )?(?:den|reject|dismiss|disput)", re.I
)
_ABOUT = {"statement": "existence", "event": "existence", "figure": "number"}


def rebuttals(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Somebody denies what the same report tells or lets another one say."""
    claims = by_report(all_claims(evidence))
    told = list(told_denials(evidence, books))
    for denial in map(_whose_is_sure, (*told, *own_denials(evidence, books, told))):
        near = [c for c in claims.get(denial.report, ()) if not denial.voices & c.voices and c.id != denial.id]
        target = _told_in_passing if denial.told_of else _target(denial)
        opening = _paragraph(denial, books)
        if found := target(denial, [c for c in near if c.start >= opening]) or target(denial, near):
            found = _with_its_verb(found, near)
            if found.type == "ACCUSE" and found.against and _PRONOUN_DENIES.match(denial.said):
                denial = replace(denial, voices=found.against)  # whom a pronoun means is the accused
            elif found.type in _BLOWS and denial.voices & found.against:
                denial = replace(denial, voices=frozenset(), told_of=True)  # and not those who were struck
            passing = not denial.voices and (denial.told_of or bool(_BY_A_PRONOUN.search(denial.said)))
            denied = "the report adds that it is disputed" if passing else f"denied {teller(denial, books)}"
            reason = f"Told {teller(found, books)}; {denied}."
            sides = [found.side("a"), denial.side("b")]
            yield finding("contradiction", _ABOUT[found.kind], "strict", reason, sides)


def _with_its_verb(claim: Passage, claims: Sequence[Passage]) -> Passage:
    """Show an accusation with the words that accuse, where an event tells it: "police blamed the Front for it"."""
    if not (claim.accuses and claim.rank == STATEMENT):
        return claim
    over = (c for c in claims if c.type == "ACCUSE" and c.start <= claim.start and claim.end <= c.end)
    return min(over, key=lambda c: c.end - c.start, default=claim)


def _whose_is_sure(denial: Passage) -> Passage:
    """Leave open who denies a charge where a pronoun tells it: it may be read as whoever makes the charge."""
    return replace(denial, voices=frozenset()) if _BY_A_PRONOUN.search(denial.said) else denial


def _paragraph(denial: Passage, books: Books) -> int:
    """Where the paragraph begins that a denial stands in: what it answers mostly stands there too."""
    body = books.bodies.get(denial.report)
    return body.start + body.exact.rfind("\n", 0, max(0, denial.start - body.start)) + 1 if body else 0


def _target(denial: Passage) -> Callable[[Passage, Sequence[Passage]], Passage | None]:
    said = f"{denial.cue} {denial.said}"
    return next(find for ask, find in TARGETS if ask.search(said))


def _apart(denial: Passage, claim: Passage) -> bool:
    return claim.end <= denial.start or claim.start >= denial.end


def _distance(denial: Passage, claim: Passage) -> int:
    return abs(claim.start - denial.start)


def _just_before(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """What was told last before the denial, or what runs on into it, a statement rather than an event."""
    gaps = [(max(0, denial.start - c.end), c) for c in claims if c.start < denial.start]
    if min((gap for gap, c in gaps if c.rank < FIGURE), default=REACH) > ADJOINING:
        gaps = [(gap, replace(c, rank=EVENT) if gap <= ADJOINING else c) for gap, c in gaps]  # a number just told
    near = [(gap > RIGHT_AFTER, c.rank, gap, -c.start, c) for gap, c in gaps if gap <= REACH]
    return min(near, key=lambda n: n[:-1], default=(None,))[-1]


def _told_in_passing(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """What was told last before the denial; where the denial names it ("the handover"), what tells of that."""
    if _NOT_THEY.search(denial.said):
        return _who_blames(denial, claims) or _first_blow(denial, claims)
    if _DEED.search(denial.said):
        return _first_blow(denial, claims)
    if not denial.cue or denial.kind != "report":
        return _just_before(denial, claims)
    named = retold_words(denial.cue)
    before = [c for c in claims if named & c.words and 0 <= denial.start - c.end <= ROOM]
    return min(before, key=lambda c: (denial.start - c.end, c.rank), default=None)


def _first_blow(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """The blow that a piece of news begins with, as what follows is told of it; else what was told last."""
    blows = [c for c in claims if c.type in _BLOWS and 0 < denial.start - c.start <= STORY]
    return min(blows, key=lambda c: c.start, default=None) or _just_before(denial, claims)


def _who_blames(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """Who denies a part in something answers those who blame somebody, not those who take it upon themselves."""
    blaming = [
        c
        for c in claims
        if _distance(denial, c) <= ROOM
        and _BLAMES.search(f"{c.cue} {c.said}")
        and (c.rank == EVENT or not _OF_ITSELF.match(c.said))
        and c.start < denial.start
    ]
    return min(blaming, key=lambda c: (_distance(denial, c) > REACH, -c.rank, _distance(denial, c)), default=None)


def _there_is_some(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """The nearest claim that tells of what the denial says there is none of."""
    nothing = {stem(m[1]) for m in NONE_THERE.finditer(denial.said)}
    told = [c for c in claims if _apart(denial, c) and _distance(denial, c) <= ROOM and not _NEGATED.search(c.said)]
    told = [c for c in told if any(_kin(x, w) for x in nothing for w in c.words)]
    return min(told, key=lambda c: (_distance(denial, c), c.rank), default=None)


def _kin(a: str, b: str) -> bool:
    """Whether two long words are forms of one: paramilitaries and paramilitarism."""
    return len(a) >= 6 and len(b) >= 6 and akin(a, b)


def _of_the_same(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """The claim nearby that shares most words with the denial; of an accusation one word is enough."""
    alike = [c for c in claims if c.rank < FIGURE and _apart(denial, c) and not _NEGATED.search(c.said)]
    alike = [c for c in alike if _enough_shared(denial, c)]
    return max(alike, key=lambda c: (overlap(c.words, denial.denied_words), -c.start), default=None)


def _enough_shared(denial: Passage, claim: Passage) -> bool:
    shared, least = len(claim.words & denial.denied_words), overlap(claim.words, denial.denied_words)
    if claim.accuses:
        least = shared / max(1, len(denial.denied_words))
        return shared >= 1 and least >= SHARED_WITH_ACCUSATION and 0 < denial.start - claim.start <= LONG_ROOM
    return shared >= 3 and least >= SHARED and _distance(denial, claim) <= ROOM


def _said_then_denied(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """Of "X says that they left, Y denies that troops have moved" the claim right before, if they share a word."""
    found = _of_the_same(denial, claims)
    if found is not None:
        return found
    if _PRONOUN.match(denial.denied):
        before = [c for c in claims if 0 <= denial.start - c.end <= RIGHT_AFTER * 2]
        return min(before, key=lambda c: (denial.start - c.end > RIGHT_AFTER, c.rank, -c.start), default=None)
    near = [c for c in claims if 0 <= denial.start - c.end <= RIGHT_AFTER and c.words & denial.denied_words]
    return min(near, key=lambda c: (c.rank, denial.start - c.end), default=None)


def _nothing(denial: Passage, claims: Sequence[Passage]) -> None:
    """Whether something was promised is asked of commitments, not here."""


def _the_deed(denial: Passage, claims: Sequence[Passage]) -> Passage | None:
    """Who denies a deed answers those who blame somebody for it, or else what is told of it."""
    return _who_blames(denial, claims) or _first_blow(denial, claims)


TARGETS: tuple[tuple[re.Pattern[str], Callable[[Passage, Sequence[Passage]], Passage | None]], ...] = (
    (_INVOLVED, _the_deed),
    (_DENIES_DEED, _the_deed),
    (REFERS_BACK, _just_before),
    (_OWED, _nothing),
    (re.compile(r"\b(?:den|disput|refut)\w+ that\b", re.I), _said_then_denied),
    (NONE_THERE, _there_is_some),
    (re.compile(""), _of_the_same),
)
"""What a denial answers, by its words; the first that fits."""
