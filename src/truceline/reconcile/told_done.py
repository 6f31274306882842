"""Deeds that reports tell as done, made ready to be held against commitments of other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.domain.dates import When
from truceline.domain.mention import DeedTold, Reading
from truceline.reconcile.books import Books
from truceline.reconcile.commitments import families
from truceline.reconcile.content_words import stem, stems_of

IDIOMS = tuple(
    (re.compile(pattern, re.IGNORECASE), family)
    for pattern, family in (
        (r"\b(?:take|took|taken|bring|brought)\b.*\b(?:out of|home)\b", "withdraw"),
        (r"\b(?:give|gave|given)\b.*\bup\b|\bup given\b", "disarm"),
        (r"\bset\b.*\bfree\b|\blet\b.*\bgo\b", "release"),
    )
)
"""Sorts of deeds that several words name together."""
SAME_WORDS = {
    **dict.fromkeys(map(stem, ("begin", "began", "begun", "start", "open", "launch", "commence", "resume")), "begin"),
    **dict.fromkeys(map(stem, ("set", "install", "establish", "form", "create", "appoint", "found")), "establish"),
    **dict.fromkeys(map(stem, ("end", "ended", "finish", "complete", "conclude")), "end"),
}
"""Stems that mean the same where a deed begins or ends, or something is set up."""
NEAR = 600
"""Characters within which a dated deed of the same sort dates one told without a day."""


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that a report tells, with ids that hold across reports."""

    told: DeedTold
    report: str
    agents: frozenset[str]
    families: frozenset[str]
    verbs: frozenset[str]
    words: frozenset[str]
    agent_words: frozenset[str]
    text: str
    when: When | None
    attributed_to: str | None
    agreements: frozenset[str]
    """The agreements that its report speaks of."""


def told_done(reading: Reading, books: Books) -> list[Done]:
    """List what one report tells as done, begun or ended."""
    report = reading.document.id
    made = [_done(report, d, books) for d in reading.deeds if d.stage in ("begun", "done", "ended")]
    return [replace(d, when=_borrowed(d, made)) for d in made]


def _done(report: str, told: DeedTold, books: Books) -> Done:
    agents = books.actors.all(report, told.agents)
    groups = {g for a in agents for g in books.actors.groups(a)}
    text = " ".join(told.words)
    words = alike(stems_of(text))
    named = stems_of(" ".join(told.deed))
    sorts = families(named) | idioms(f"{told.deed[0]} {text}")
    return Done(
        told, report, frozenset((*agents, *groups)), sorts, alike(named), words,
        stems_of(" ".join(told.agent_words)), text, told.when, books.credit(report, told.credit)[0],
        frozenset(a for (r, _), a in books.agreements.items() if r == report),
    )  # fmt: skip


def idioms(text: str) -> frozenset[str]:
    """Give the sorts of deeds that several words of a text name together."""
    return frozenset(family for pattern, family in IDIOMS if pattern.search(text))


def alike(found: frozenset[str]) -> frozenset[str]:
    """Give stems with those that mean the same made one."""
    return frozenset(SAME_WORDS.get(s, s) for s in found)


def _borrowed(deed: Done, beside: Sequence[Done]) -> When | None:
    """Date a deed told without a day by one of the same sort that the report dates close by."""
    if deed.when and deed.when.text:
        return deed.when
    at = deed.told.quotes[0].start
    for other in beside:
        near = 0 < other.told.quotes[0].start - at <= NEAR
        if near and other.when and other.when.text and other.families & deed.families and other.told.stage == "done":
            return other.when
    return deed.when
