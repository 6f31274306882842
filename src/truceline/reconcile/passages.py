"""What reports tell, passage by passage: claims, and denials of what somebody else claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.domain.dates import Days
from truceline.domain.document import Quote
from truceline.domain.items import EventAccount, Side
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems_of
from truceline.reconcile.finding_parts import Evidence, told_by
from truceline.reconcile.retold import retold, retold_words

STATEMENT, EVENT, FIGURE = 0, 1, 2
"""Statements answer denials better than events, and events better than figures."""
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|(?:dismiss|reject)(?:es|s|ed|ing)?)\b", re.I
)
CHARGE = (
    r"(?:charge|claim|accusation|allegation|report|figure|number|version|account|suggestion|finding|rumou?r"
    r"|stor(?:y|ie))s?"
)
"""What somebody says, as those call it who deny it."""
THING = (
    rf"(?:(?:the|this|that|these|those|such|all|any|any such|both|his|her|its|their)(?: \w+)? (?:{CHARGE}|deeds?"
    rf"|crimes?"
    r"|number|count|toll|estimate|assertion|statement|news)|responsibility|involvement|any (?:role|part|hand"
    r"|involvement"
    r"|responsibility|link|wrongdoing|guilt|blame))"
)
"""What somebody denies who denies what was just told."""
FALSE = (
    r"(?:not true|untrue|false|baseless|groundless|unfounded|fabricated|nonsense|ridiculous|absurd|propaganda|fiction"
    r"|slander|lies|(?:a|an)(?: \w+)? (?:lie|farce|fabrication|invention|fairy tale|hoax|slander|myth))"
)
_SINCE = (
    r"(?: (?:before|too|again|also|at once|yesterday|on \w+|at the time|repeatedly|strongly|flatly))?(?=\W*$|[.,;:”\"])"
)
REFERS_BACK = re.compile(
    rf"\b(?:(?:den|disput|refut)\w+ (?:this|it|them|both|all|everything|any such thing|having done so|doing so)\b"
    rf"(?! \w+ (?:had|has|have|was|were|is|are)\b)"
    rf"|den\w+ (?:having )?\w+(?:ing|ed|id|en) (?:it|them|this)\b|(?:den|disput|refut)\w+ that{_SINCE}"
    rf"|(?:den|disput|refut|reject|dismiss)\w+ {THING}(?! (?:for|in|that)\b)"
    rf"|{CHARGE} (?:(?:that|which) )?(?:[\w’'-]+ ){{1,5}}(?:den(?:y|ies|ied)|reject|dismiss|disput)"
    rf"|{CHARGE} (?:\w+ly )?(?:denied|rejected|dismissed|disputed) by"
    rf"|no (?:evidence|proof|sign) (?:for|of) (?:this|that|it)\b|no such\b|nothing of the (?:sort|kind)"
    rf"|(?:this|that|it) (?:is|was) {FALSE}"
    rf"|(?:the|its|his|her|their|these|those|this|that|such) {CHARGE} (?:is |was |are |were |as |to be )?{FALSE})",
    re.I,
)
"""A denial of what was told just before."""
NONE_THERE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been) (?:no|never(?: been)? an?y?) (?:\w+ ){0,1}?(\w{5,})", re.I
)
DEBUNKS = re.compile(
    rf"\b{CHARGE}(?: (?:that|of|by|about) [^,;.]{{2,100}}?)?(?: (?:as|is|are|was|were|to be|had been))?(?: \w+ly)?"
    rf" {FALSE}\b",
    re.I,
)
"""Somebody calls what others say untrue."""
_DENIED = re.compile(
    r"\bdenied\b|\bden(?:y|ies|ying)(?: \w+ly| on \w+| again)? (?:that|having|being|any|all|it|this|\w+ing)\b", re.I
)
_DENIES_THAT = re.compile(r"\bden(?:y|ies|ied|ying)(?: (?:on )?\w+)?(?: again)? (?:that )?$", re.I)
_JOINT = re.compile(r"[;:] |, (?:and|but|while|though|although) |, (?=who|which|an? )")
BRIEF = 30
"""Characters of a denial that does not tell what is denied."""
_CLAIMS = frozenset({"assert", "accuse", "promise", "concede", "other"})
_NOT_KNOWN = re.compile(r"(?:how|whether|if|when|where|who|why)\b", re.I)
_BLOWS = frozenset({"ASSAULT", "COERCE", "CRIME", "MOBILIZE", "RETREAT", "COOPERATE", "AID"})
_TOLD = frozenset({"occurred", "ongoing", "alleged"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Something told at a place of a report, and by whom."""

    kind: str
    id: str
    report: str
    quotes: tuple[Quote, ...]
    voices: frozenset[str]
    rank: int
    accuses: bool = False
    cue: str = ""
    """The words that introduce a statement."""
    told_of: bool = False
    """Whether the report tells in passing that somebody denies something, in words that no item carries."""
    days: Days | None = None
    """When an event happened, where the words say so."""
    type: str = ""
    """The type of an event."""
    against: frozenset[str] = frozenset()
    """Whom an event is done to: the accused."""
    doers: frozenset[str] = frozenset()
    """Who is said not to have done a denied deed."""

    @property
    def start(self) -> int:
        """The first character."""
        return min(q.start for q in self.quotes)

    @property
    def end(self) -> int:
        """The character after the last one."""
        return max(q.end for q in self.quotes)

    @property
    def said(self) -> str:
        """The words."""
        return " ".join(q.exact for q in self.quotes)

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words that tell something."""
        return retold(self.quotes)

    @property
    def denied(self) -> str:
        """What a denial denies: the words after "denied", where it has any."""
        found = [(q.exact, DENIES.search(q.exact)) for q in self.quotes]
        after = " ".join(said[verb.end() :] if verb else said for said, verb in found)
        return after if stems_of(after) else self.said

    @property
    def denied_words(self) -> frozenset[str]:
        """The stems of what is denied."""
        return retold_words(self.denied)

    def side(self, name: str) -> Side:
        """Make a side of a finding of it."""
        return Side(name, self.kind, self.id, self.report, self.quotes)


def all_claims(evidence: Evidence) -> Iterator[Passage]:
    """Give what reports tell as so, in their own voice or in that of others."""
    spoken = _spoken(evidence)
    for claim in _claims(evidence):
        yield claim if claim.voices else replace(claim, voices=_voices_around(claim, spoken.get(claim.report, ())))


def _claims(evidence: Evidence) -> Iterator[Passage]:
    for s in evidence.statements:
        for said in s.accounts:
            if said.stance in _CLAIMS:
                cue = said.cue_quote.exact if said.cue_quote else ""
                accuses = said.stance == "accuse"
                yield Passage(
                    s.KIND, s.id, said.report, said.content_quotes, frozenset(said.speakers), STATEMENT, accuses, cue
                )
    for e in evidence.events:
        for told in e.accounts:
            if told.status in _TOLD and not _is_denial(told):
                accuses = told.type == "ACCUSE"
                voices = _voices(told.attributed_to) or (frozenset(told.actors) if accuses else frozenset())
                yield Passage(
                    e.KIND, e.id, told.report, told.quotes, voices, EVENT, accuses, days=_days(told), type=told.type,
                    against=frozenset(told.recipients),
                )  # fmt: skip
    for f in evidence.figures:
        for counted in f.accounts:
            yield Passage(f.KIND, f.id, counted.report, counted.quotes, _voices(counted.attributed_to), FIGURE)


def _spoken(evidence: Evidence) -> dict[str, list[tuple[Quote, frozenset[str]]]]:
    """What somebody says in each report."""
    found: dict[str, list[tuple[Quote, frozenset[str]]]] = {}
    for s in evidence.statements:
        for said in s.accounts:
            if said.speakers and said.stance in _CLAIMS:
                found.setdefault(said.report, []).extend((q, frozenset(said.speakers)) for q in said.content_quotes)
    return found


def _voices_around(claim: Passage, spoken: Iterable[tuple[Quote, frozenset[str]]]) -> frozenset[str]:
    """Who says a claim that names no voice of its own, where it stands in what somebody says."""
    around = [(q.end - q.start, q.start, who) for q, who in spoken if q.start <= claim.start and claim.end <= q.end]
    return min(around, key=lambda a: a[:2], default=(0, 0, frozenset[str]()))[2]


def told_denials(evidence: Evidence, books: Books) -> Iterator[Passage]:
    """Give the items in which somebody denies something."""
    for s in evidence.statements:
        for said in s.accounts:
            told = " ".join(q.exact for q in said.content_quotes)
            denies = said.stance == "deny" or NONE_THERE.match(told.lstrip("“\"'‘")) or DEBUNKS.search(told)
            if denies or _denied_before(said.content_quotes[0], books):
                cue = said.cue_quote.exact if said.cue_quote else ""
                quotes = tuple(_made_plain(q, books) for q in said.content_quotes)
                yield Passage(s.KIND, s.id, said.report, quotes, frozenset(said.speakers), STATEMENT, cue=cue)
    for e in evidence.events:
        for account in e.accounts:
            if _is_denial(account):
                yield Passage(e.KIND, e.id, account.report, account.quotes, frozenset(account.actors), EVENT)


def _made_plain(content: Quote, books: Books) -> Quote:
    """Give the clause of a denial that is told in two words ("the deed"): who denies what is to be read."""
    if content.end - content.start >= BRIEF:
        return content
    for line in books.lines.by_report.get(content.report, ()):
        if line.quote.start <= content.start and content.end <= line.quote.end:
            return clause(line.quote, content.start, content.end)
    return content


def clause(line: Quote, start: int, end: int) -> Quote:
    """Give what stands between the joints of a sentence around some words."""
    at, until = start - line.start, end - line.start
    first = max((m.end() for m in _JOINT.finditer(line.exact, 0, at + 1)), default=0)
    last = next((m.start() for m in _JOINT.finditer(line.exact, until)), len(line.exact.rstrip(" .!?")))
    return Quote(line.report, line.start + first, line.start + last, line.exact[first:last])


def denied_events(evidence: Evidence) -> Iterator[Passage]:
    """Give the blows and moves that a report tells as not done: "no convoy was attacked by us"."""
    for e in evidence.events:
        for a in e.accounts:
            if a.status == "denied" and a.type in _BLOWS and not _NOT_KNOWN.match(a.quotes[0].exact):
                voices, doers = _voices(a.attributed_to), frozenset(a.actors)
                yield Passage(e.KIND, e.id, a.report, a.quotes, voices, EVENT, days=_days(a), doers=doers)


def _days(told: EventAccount) -> Days | None:
    return told.date.days if told.date.text else None


def _denied_before(content: Quote, books: Books) -> bool:
    """Whether the words right before say that it is denied: two cues may share a speaker."""
    body = books.bodies.get(content.report)
    before = body.exact[max(0, content.start - body.start - 60) : content.start - body.start] if body else ""
    return bool(_DENIES_THAT.search(before))


def _voices(credited: str | None) -> frozenset[str]:
    return frozenset() if credited is None else frozenset({credited})


def _is_denial(told: EventAccount) -> bool:
    said = " ".join(q.exact for q in told.quotes)
    return (
        told.type == "REJECT" and bool(DENIES.search(said)) and bool(REFERS_BACK.search(said) or _DENIED.search(said))
    )


def teller(passage: Passage, books: Books) -> str:
    """Say whose words a passage is: what a source says that has no name is not the report's own."""
    unnamed = passage.kind == "statement" and not passage.voices
    return "by a source that the report quotes" if unnamed else told_by(passage.voices, books)


def by_report(passages: Iterable[Passage]) -> dict[str, Sequence[Passage]]:
    """Sort passages by report."""
    found: dict[str, list[Passage]] = {}
    for one in passages:
        found.setdefault(one.report, []).append(one)
    return dict(found)
