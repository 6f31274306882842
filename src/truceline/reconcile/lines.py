"""The sentences of all reports, made ready to be compared with what other reports promise or tell."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from truceline.domain.document import Quote
from truceline.reconcile.content_words import NUMBER_STEMS, stem
from truceline.reconcile.retold import retold_words

_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|\n+")
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Brig|Sgt|Rev|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gov|Sen|vs))\.$"
)
_LIGHT = (
    "will would shall must said say tell told make made take taken part first last day week month year years months "
    "weeks days hour hours agree agreed promise promised pledge plan planned expect expected be been have has had get "
    "set put go going come came let give given new old own side sides both party parties now still yet ago time one "
    "two three also only even under after before within end monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december people country government "
    "accord begin start open launch peace war word keep kept home speak spoke call"
)
LIGHT = frozenset(retold_words(_LIGHT)) | frozenset(stem(w) for w in _LIGHT.split()) | NUMBER_STEMS
"""Words that tell little of what a sentence is about."""

CROWDED, CANDIDATES = 300, 100
"""Sentences from which a word tells nothing of which are alike, and sentences that one is compared with."""
FEW = 25
"""Sentences that two reports are taken to have at least: in brief ones every word is rare."""
SHORT = 60
"""Characters of a question that is only half of what is said."""
TITLES = retold_words(
    "minister president prime foreign defence defense interior security forces force human rights general secretary "
    "spokesman spokeswoman chief commander united nations states council leader head former deputy army military union"
)
"""Words of titles and offices, which stand together everywhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report."""

    report: str
    quote: Quote
    words: frozenset[str]

    @property
    def said(self) -> str:
        """Its text."""
        return self.quote.exact

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Its words that stand side by side: "coast road"."""
        return side_by_side(self.quote.exact)


@dataclass(frozen=True)
class Lines:
    """The sentences of every report, and in how many of its report each word stands."""

    by_report: Mapping[str, Sequence[Line]]
    counts: Mapping[str, Counter[str]]
    told_with: Mapping[str, Sequence[tuple[str, int]]]
    """Word to the sentences that it stands in, by report and number."""

    def alike(self, words: frozenset[str], least: int) -> Iterator[tuple[str, int]]:
        """Give the sentences that share so many of some words, those that share most first; crowded words count not."""
        told = (self.told_with.get(w, ()) for w in sorted(words))
        shared = Counter(spot for spots in told if len(spots) <= CROWDED for spot in spots)
        enough = sorted((-n, spot) for spot, n in shared.items() if n >= least)
        return (spot for _, spot in enough[:CANDIDATES])

    def weight(self, word: str, a: str, b: str) -> float:
        """Tell how telling a word is between two reports: one that stands everywhere tells nothing."""
        used = self.counts[a][word] + self.counts[b][word]
        return log((max(FEW, len(self.by_report[a]) + len(self.by_report[b])) + 2) / (used + 1))


def all_lines(bodies: Mapping[str, Quote]) -> Lines:
    """Cut the stories of all reports into sentences."""
    found = {report: tuple(_lines(report, body)) for report, body in sorted(bodies.items())}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for report, lines in found.items():
        for line in lines:
            counts[report].update(line.words)
    told_with: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for report, lines in found.items():
        for n, line in enumerate(lines):
            for word in line.words:
                told_with[word].append((report, n))
    return Lines(found, {report: counts[report] for report in found}, told_with)


def _lines(report: str, body: Quote) -> list[Line]:
    found, at = [], 0
    for match in _END.finditer(body.exact):
        if not match[0].startswith("\n") and _SHORTENED.search(
            body.exact[max(0, match.start() - 6) : match.start() + 1]
        ):
            continue
        found.append((at, match.end()))
        at = match.end()
    found.append((at, len(body.exact)))
    lines = []
    for start, end in _with_answers(found, body.exact):
        exact = body.exact[start:end]
        first = body.start + start + len(exact) - len(exact.lstrip())
        if len(exact.split()) > 1:
            quote = Quote(report, first, first + len(exact.strip()), exact.strip())
            lines.append(Line(report, quote, telling(exact)))
    return lines


def _with_answers(spans: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Join a short question to what follows it: "But the road? Still shut." """
    held: int | None = None
    for start, end in spans:
        first = start if held is None else held
        asks = text[start:end].rstrip('"”’) ').endswith("?") and "\n" not in text[start:end].strip("\n")
        if asks and held is None and end - start <= SHORT:
            held = start
            continue
        held = None
        yield first, end
    if held is not None:
        yield held, spans[-1][1]


@lru_cache(maxsize=16384)
def side_by_side(text: str) -> frozenset[tuple[str, str]]:
    """Give the words of a text that follow one another and both say what it is about."""
    found: set[tuple[str, str]] = set()
    for phrase in re.split(r"[^\w\s’'-]+", text):
        words = [next(iter(retold_words(w) - LIGHT - TITLES), None) for w in phrase.split() if retold_words(w)]
        found |= {(a, b) for a, b in pairwise(words) if a and b and not a[0].isdigit() and not b[0].isdigit()}
    return frozenset(found)


def telling(text: str) -> frozenset[str]:
    """Give the words of a text that say what it is about."""
    return frozenset(w for w in retold_words(text) - LIGHT if len(w) > 2 and not w[0].isdigit())
