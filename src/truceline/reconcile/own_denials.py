"""Denials that stand in a report's own words and that no item carries: the publisher's, or told in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from truceline.domain.document import Quote
from truceline.reconcile.books import Books
from truceline.reconcile.finding_parts import Evidence
from truceline.reconcile.passages import CHARGE, FALSE, STATEMENT, THING, Passage, clause

_OWN_VOICE = re.compile(rf"\b(?:no such (?!a\b)\w+|nothing of the (?:sort|kind)|(?:this|that) is {FALSE})\b", re.I)
"""In a publisher's own sentence: it contradicts what it has just reported."""
_DEBUNKED = re.compile(rf"\b{CHARGE} (?:that|of|about) [^.;!?]{{8,160}}? (?:is|are|was|were) {FALSE}\b", re.I)
"""In a publisher's own sentence: it contradicts what others say."""
_DENY = r"(?:denie[sd]|deny|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?)"
_BELITTLED = (
    r"(?:an? )?[\"“‘']?"
    r"(?:accident|farce|sham|circus|show|theatre|lie|lies|hoax|fabrication|propaganda|nonsense|stunt|invention)\b"
)
_IN_PASSING = re.compile(
    rf"\b(?:(?:an?|the|this|these|such) )?{CHARGE} "
    rf"(?:(?:(?:that|which) )?(?:[\w’'-]+ ){{1,5}}?(?:has |have |had )?(?:\w+ly |since |always )?{_DENY}\b"
    r"|(?:\w+ly )?(?:denied|rejected|dismissed|disputed) by (?:[\w’'-]+ ?){1,4})",
    re.I,
)
"""Where a report adds that somebody denies what it has just told: "a charge it denies"."""
_BELITTLES = re.compile(
    rf"\b(?:call(?:s|ed)?|label(?:s|led)?|brand(?:s|ed)?) (?:it|this|that|them)(?: all)? {_BELITTLED}"
    rf"|\b(?:describe[sd]?|dismiss(?:es|ed)?|denounce[sd]?|mock(?:s|ed)?) "
    rf"(?:it|this|that|the (?P<what>\w+)) as {_BELITTLED}"
    r"|\b(?:twice|double|half|(?:three|four|five|ten) times) as many (?:\w+ )?(?:died|dead|killed|were|are|had|have)\b",
    re.I,
)
"""Where a report tells that somebody makes little of what it has just told: "called it a farce"."""
_SAYS = r"(?:sa(?:y|ys|id)|insist(?:s|ed)?|maintain(?:s|ed)?|swears?|swore|repl(?:y|ies|ied)|answer(?:s|ed)?)"
_OWN_MEN = (
    r"(?:them|us|him|her|theirs|ours|(?:its|their|our|his) (?:men|people|fighters|forces|troops|soldiers|guns|planes"
    r"|work|doing|hand|side|shells|drones|aircraft))"
)
_ANSWERS = re.compile(
    rf"\b(?:{_DENY}|denying|refute[sd]?|contest(?:s|ed)?|disown(?:s|ed)?) {THING}\b(?! (?:against|of appeal))"
    r"|\b(?:reject(?:s|ed)?|denie[sd]|deny|dispute[sd]?) (?:this|that)(?=\W*$| \w+ly|,)"
    rf"|\b{_SAYS} (?:that )?(?:it|they|this|that) (?:was|were|is|are|had been) not {_OWN_MEN}\b"
    r"|\bnothing to do with (?:it|this|that|them|the (?:attack|killing|blast|bomb|raid|murder|shelling|deed)\w*)\b"
    rf"|(?:^|[\"“] ?)(?:Not so|Lies|Nonsense|Rubbish|Propaganda|Untrue|Not true|A lie)\b(?=[,.:;!\"”])"
    rf"|\b(?:that|this|it|which) (?:is|was) (?:{FALSE}|not (?:so|the case|correct)|incorrect)\b"
    r"|\b(?:does|did|do) not correspond to (?:reality|the truth|the facts)\b"
    r"|\b(?:has|have|had) no (?:record|knowledge|evidence|proof|sign|trace) of (?:this|it|that|any such|such"
    r"|the sort)\b"
    r"|\bnever (?:[\w-]+ ){1,2}(?:those|these|such)\b[^.]*, (?:[\w’'-]+ ){1,4}(?:says?|said|insists?|insisted)\b"
    r"|\bcontradict(?:s|ed)? (?:this|that|it|him|her|them)\b"
    r"|^\W*(?:There (?:is|was|were|are) none|(?:He|She|It|They|We|I) (?:has|have|had|did|do|does|was|were|is|are)"
    r"(?: not|n[’']t))(?=\s*[,.:;])"
    r"|\bnothing of the (?:kind|sort)\b|\bthe (?:very )?opposite (?:is|was) true\b"
    r"|\b(?:tell|tells|told|give|gives|gave|offer\w*|has|have|had) (?:another|(?:a|quite a|a very) different) "
    r"(?:story|account|version|picture)\b"
    r"|\b(?:mock|ridicul|scoff|laugh)\w* (?:at )?(?:the|this|that|these|those) (?:report|claim|news|stor|accus"
    r"|rumou?r)\w*",
    re.I,
)
"""A sentence that refuses what was told before it, by its form: "say it was not them", "disputes the figure"."""
_NOBODY_WAS = re.compile(
    r"\W*(?:nobody|no one|not one \w+|no (?:\w+ )?(?:civilians?|villagers?|prisoners?|child(?:ren)?|wom[ae]n|people"
    r"|person"
    r"|soul)) (?:of \w+ )?(?:was|were|has (?:ever )?been|have (?:ever )?been|had (?:ever )?been) (?:ever )?"
    r"(?:killed|massacred|murdered|shot|beaten|tortured|raped|burn(?:ed|t)|abducted|kidnapped|executed|harmed"
    r"|expelled)\b"
    r"|\W*there (?:was|were|has been) (?:no|never (?:been )?an?y?) (?:massacre|killing|shelling|attack|raid"
    r"|torture)s?\b",
    re.I,
)
_BY_A_COURT = re.compile(r"\b(?:courts?|judges?|tribunal|jury|prosecutors?|appeals?)\b", re.I)
_CLAUSE_EDGE = re.compile(r"[.;!?\n]")
_EDGE = re.compile(r"[.;!?\n“”\"]")


def own_denials(evidence: Evidence, books: Books, told: Iterable[Passage]) -> Iterator[Passage]:
    """Give the denials in a report's own words, besides those told as items."""
    carried = _carried(evidence)
    denied, spoken = _spans(told), _by_report(evidence)
    for report, body in sorted(books.bodies.items()):
        for match in _OWN_VOICE.finditer(body.exact):
            quote = _sentence(report, body, match)
            if not _meets(quote, carried.get(report, ())):
                yield Passage("report", report, report, (quote,), frozenset(), STATEMENT)
        for match in _DEBUNKED.finditer(body.exact):
            quote = _sentence(report, body, match)
            if not _meets(quote, denied.get(report, ())):
                yield Passage("report", report, report, (quote,), frozenset(), STATEMENT)
        appended = [(m.start(), m) for m in _IN_PASSING.finditer(body.exact)]
        belittled = [(_clause_start(body.exact, m.start()), m) for m in _BELITTLES.finditer(body.exact)]
        for first, match in (*appended, *belittled):
            exact = body.exact[first : match.end()].rstrip()
            quote = Quote(report, body.start + first, body.start + first + len(exact), exact)
            if not _meets(quote, denied.get(report, ())):
                what = match.groupdict().get("what") or ""
                yield Passage("report", report, report, (quote,), frozenset(), STATEMENT, cue=what, told_of=True)
        for line in books.lines.by_report.get(report, ()):
            answer = _ANSWERS.search(line.said)
            if answer and not _BY_A_COURT.search(line.said[: answer.start()]):
                quote = clause(line.quote, line.quote.start + answer.start(), line.quote.start + answer.end())
                if not _meets(quote, denied.get(report, ())):
                    yield _in_the_voice_of(quote, spoken.get(report, ()))


def plain_denials(evidence: Evidence, books: Books) -> Iterator[Passage]:
    """Give the sentences that say of a blow that it was struck at nobody: "no one was massacred at Orlin"."""
    spoken = _by_report(evidence)
    for report, lines in sorted(books.lines.by_report.items()):
        for line in lines:
            if _NOBODY_WAS.match(line.said):
                yield replace(_in_the_voice_of(line.quote, spoken.get(report, ())), told_of=False)


def _by_report(evidence: Evidence) -> dict[str, list[Passage]]:
    """What is told as said in each report."""
    found: dict[str, list[Passage]] = {}
    for s in evidence.statements:
        for said in s.accounts:
            told = Passage(s.KIND, s.id, said.report, said.content_quotes, frozenset(said.speakers), STATEMENT)
            found.setdefault(said.report, []).append(told)
    return found


def _in_the_voice_of(quote: Quote, spoken: Iterable[Passage]) -> Passage:
    """Give a denial to whoever says it, where a statement holds its words."""
    if not quote.exact.startswith("who "):  # whom that means is often misread
        for said in spoken:
            if _meets(quote, said.quotes):
                return replace(said, quotes=(quote,), told_of=True)
    return Passage("report", quote.report, quote.report, (quote,), frozenset(), STATEMENT, told_of=True)


def _clause_start(text: str, at: int) -> int:
    edge = max((m.end() for m in _CLAUSE_EDGE.finditer(text, 0, at)), default=0)
    return edge + len(text[edge:at]) - len(text[edge:at].lstrip())


def _sentence(report: str, body: Quote, match: re.Match[str]) -> Quote:
    first = max((m.end() for m in _EDGE.finditer(body.exact, 0, match.start())), default=0)
    last = _EDGE.search(body.exact, match.end())
    words = body.exact[first : last.start() if last else None]
    start = body.start + first + len(words) - len(words.lstrip())
    return Quote(report, start, start + len(words.strip()), words.strip())


def _meets(quote: Quote, others: Iterable[Quote]) -> bool:
    return any(q.start < quote.end and quote.start < q.end for q in others)


def _spans(passages: Iterable[Passage]) -> dict[str, list[Quote]]:
    found: dict[str, list[Quote]] = {}
    for passage in passages:
        found.setdefault(passage.report, []).extend(passage.quotes)
    return found


def _carried(evidence: Evidence) -> dict[str, list[Quote]]:
    """The quotes of what others say and of what is told of promises: there it is not the publisher who denies."""
    found: dict[str, list[Quote]] = {}
    quotes: list[Iterable[Quote]] = [a.content_quotes for s in evidence.statements for a in s.accounts]
    quotes += [h.quotes for c in evidence.commitments for h in c.history]
    for q in (q for some in quotes for q in some):
        found.setdefault(q.report, []).append(q)
    return found
