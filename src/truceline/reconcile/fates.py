"""What became of a person: charged in one report, convicted in a later one, free in a third."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.covering import Covering
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.later_states import comes_after, looks_back
from truceline.reconcile.lines import Line
from truceline.reconcile.retold import NEGATED
from truceline.reconcile.stage_words import STILL_AHEAD

NEAR = 45
"""Characters between a name and the words that tell what became of its bearer."""
FEWEST_LETTERS = 4
_BE = r"(?:was|were|is|has been|have been|had been|being)"
STAGES = {
    "arrested": rf"{_BE} (?:\w+ )?(?:arrested|detained|seized|captured)|(?:arrested|detained) (?:on|in|at|by|as|when)",
    "charged": rf"{_BE} (?:charged|indicted|on trial|put on trial)|(?:went|goes) on trial|stood trial",
    "convicted": r"(?:found )?guilty of|convicted|sentenced|condemned to",
    "in prison": r"(?:is|was) (?:still )?(?:serving|in (?:prison|jail|custody|detention)|behind bars)|jailed",
    "free": (
        rf"{_BE} (?:\w+ )?(?:released|freed|acquitted|pardoned|amnestied)|(?:left|walked out of) (?:prison|jail)"
        r"|a free man|went free"
    ),
    "dead": rf"{_BE} (?:killed|murdered|assassinated|shot dead|executed|beaten to death)|died (?:on|in|of|at)",
    "out of office": (
        rf"{_BE} (?:sacked|dismissed|removed|ousted|toppled|deposed)|stepped (?:down|aside)|resigned"
        r"|(?:left|quit) office|handed over the (?:ministry|presidency|command|office)"
    ),
    "in exile": r"(?:fled|flew|went) (?:to|into) (?:exile|\w+)|in exile",
}
"""Stages of a person's fate, each with the words that tell it right after the name."""
_PATTERNS = {name: re.compile(rf"\b(?:{words})", re.I) for name, words in STAGES.items()}


@dataclass(frozen=True, slots=True)
class Fate:
    """A sentence that tells a stage of somebody's fate."""

    stage: str
    line: Line


def fates(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """One report tells a stage of a person's fate, a later one another stage."""
    covering = Covering(evidence)
    lines: dict[str, list[Line]] = defaultdict(list)
    for some in books.lines.by_report.values():
        for line in some:
            for word in set(re.findall(r"\b[^\W\d_][\w’'-]+", line.said)):
                if word[0].isupper():
                    lines[word].append(line)
    for actor in books.actors.actors:
        surname = actor.name.rpartition(" ")[2]
        if actor.type != "person" or " " not in actor.name or len(surname) < FEWEST_LETTERS:
            continue
        told: dict[str, Fate] = {}
        reports = {n.report for n in actor.names}
        for line in (line for line in lines.get(surname, ()) if line.report in reports):
            stage = _stage(surname, line.said)
            if stage:
                told[line.report] = Fate(stage, line)  # the last that a report tells
        for earlier, before in sorted(told.items()):
            for later, after in sorted(told.items()):
                if before.stage == after.stage or earlier == later or looks_back(after.line, earlier, books):
                    continue
                if comes_after(earlier, later, books) is not None:
                    sides = [covering.side("a", before.line.quote), covering.side("b", after.line.quote)]
                    reason = f"{actor.name} is told as {before.stage} and, later, as {after.stage}."
                    yield finding("update", "status", "weak", reason, sides)


def _stage(surname: str, said: str) -> str | None:
    """The stage that a sentence tells of who bears a name; None where it is only foreseen or denied."""
    found = []
    for at in re.finditer(rf"\b{re.escape(surname)}\b", said):
        after = said[at.end() : at.end() + NEAR]
        clause = re.split(r"[;:]|, (?:and|but|who|which|while)\b", after)[0]
        for stage, words in _PATTERNS.items():
            hit = words.search(clause)
            if hit and not NEGATED.search(clause[: hit.start()]) and not STILL_AHEAD.search(clause[: hit.start()]):
                found.append((at.start(), hit.start(), stage))
    return max(found)[2] if found else None
