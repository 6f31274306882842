"""What reports tell, passage by passage: claims, and denials of what somebody else claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from truceline.domain.document import Quote
from truceline.domain.items import EventAccount, Side
from truceline.reconcile.books import Books
from truceline.reconcile.content_words import stems
from truceline.reconcile.finding_parts import Evidence

STATEMENT, EVENT, FIGURE = 0, 1, 2
"""Statements answer denials better than events, and events better than figures."""
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|(?:dismiss|reject)(?:es|s|ed|ing)?)\b", re.I
)
_CHARGE = r"(?:charge|claim|accusation|allegation|report|figure|number|version|account|suggestion)s?"
REFERS_BACK = re.compile(
    rf"\b(?:(?:den|disput|refut)\w+ (?:this|it|them|both|all)\b(?! \w+ (?:had|has|have|was|were|is|are)\b)"
    rf"|(?:den|disput|refut)\w+ that(?=\W*$|[.,;:”\"])"
    rf"|(?:den|disput|refut|reject|dismiss)\w+ (?:the|these|those|such|all) {_CHARGE}"
    rf"|(?:figure|claim|charge|number|account|accusation)s? (?:that|which) (?:\w+ ){{1,4}}(?:den|disput|reject|dismiss)"
    rf"|no (?:evidence|proof|sign) (?:for|of) (?:this|that|it)\b|no such\b|nothing of the (?:sort|kind)"
    rf"|(?:this|that|it) (?:is|was) (?:not true|untrue|false|a lie|nonsense))",
    re.I,
)
"""A denial of what was told just before."""
NONE_THERE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been) (?:no|never(?: been)? an?y?) (?:\w+ ){0,1}?(\w{5,})", re.I
)
_OWN_VOICE = re.compile(
    r"\b(?:no such (?!a\b)\w+|nothing of the (?:sort|kind)|(?:this|that) is (?:not true|untrue|false))\b", re.I
)
"""In a publisher's own sentence: it contradicts what it has just reported."""
_EDGE = re.compile(r"[.!?\n“”\"]")
_CLAIMS = frozenset({"assert", "accuse", "promise", "concede", "other"})
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
        return stems(self.quotes)

    def side(self, name: str) -> Side:
        """Make a side of a finding of it."""
        return Side(name, self.kind, self.id, self.report, self.quotes)


def all_claims(evidence: Evidence) -> Iterator[Passage]:
    """Give what reports tell as so, in their own voice or in that of others."""
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
                yield Passage(e.KIND, e.id, told.report, told.quotes, _voices(told.attributed_to), EVENT, accuses)
    for f in evidence.figures:
        for counted in f.accounts:
            yield Passage(f.KIND, f.id, counted.report, counted.quotes, _voices(counted.attributed_to), FIGURE)


def all_denials(evidence: Evidence, books: Books) -> Iterator[Passage]:
    """Give what somebody denies, and where a publisher itself contradicts what it reports."""
    for s in evidence.statements:
        for said in s.accounts:
            told = " ".join(q.exact for q in said.content_quotes)
            if said.stance == "deny" or NONE_THERE.match(told.lstrip("“\"'‘")):
                yield Passage(s.KIND, s.id, said.report, said.content_quotes, frozenset(said.speakers), STATEMENT)
    for e in evidence.events:
        for account in e.accounts:
            if _is_denial(account):
                yield Passage(e.KIND, e.id, account.report, account.quotes, frozenset(account.actors), EVENT)
    yield from _own_voice(evidence, books)


def _own_voice(evidence: Evidence, books: Books) -> Iterator[Passage]:
    """Sentences in the publisher's own voice that no item carries yet."""
    carried = _carried(evidence)
    for report, body in sorted(books.bodies.items()):
        for match in _OWN_VOICE.finditer(body.exact):
            first = max((m.end() for m in _EDGE.finditer(body.exact, 0, match.start())), default=0)
            last = _EDGE.search(body.exact, match.end())
            words = body.exact[first : last.start() if last else None]
            start = body.start + first + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            if not any(q.start < end and start < q.end for q in carried.get(report, ())):
                yield Passage(
                    "report", report, report, (Quote(report, start, end, words.strip()),), frozenset(), STATEMENT
                )


def _carried(evidence: Evidence) -> dict[str, list[Quote]]:
    """The quotes of what others say and of what is told of promises: there it is not the publisher who denies."""
    found: dict[str, list[Quote]] = {}
    quotes: list[Iterable[Quote]] = [a.content_quotes for s in evidence.statements for a in s.accounts]
    quotes += [h.quotes for c in evidence.commitments for h in c.history]
    for q in (q for some in quotes for q in some):
        found.setdefault(q.report, []).append(q)
    return found


def _voices(credited: str | None) -> frozenset[str]:
    return frozenset() if credited is None else frozenset({credited})


def _is_denial(told: EventAccount) -> bool:
    said = " ".join(q.exact for q in told.quotes)
    return told.type == "REJECT" and bool(DENIES.search(said)) and bool(REFERS_BACK.search(said) or "deni" in said)


def by_report(passages: Iterable[Passage]) -> dict[str, Sequence[Passage]]:
    """Sort passages by report."""
    found: dict[str, list[Passage]] = {}
    for one in passages:
        found.setdefault(one.report, []).append(one)
    return dict(found)
