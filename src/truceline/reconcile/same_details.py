"""The same day, or the same number of the same things, told by independent reports of one conflict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.domain.dates import Days
from truceline.domain.items import Finding
from truceline.reconcile.books import Books
from truceline.reconcile.commitments import families
from truceline.reconcile.content_words import stem, stems_of
from truceline.reconcile.covering import Covering
from truceline.reconcile.finding_parts import Evidence, finding
from truceline.reconcile.ground import one_conflict, party_names
from truceline.reconcile.grouping import BLOCK_LIMIT
from truceline.reconcile.lines import LIGHT, Line, Lines
from truceline.reconcile.retold import retold_words, shared_words
from truceline.reconcile.stage_words import STILL_AHEAD, TO_COME

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})\b\.?(?:,? (?P<y1>(?:19|20)\d\d))?"
    rf"|\b(?P<m2>{_MONTH})\b\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)(?:,? (?P<y2>(?:19|20)\d\d))?",
    re.I,
)
_MONTH_OF_YEAR = re.compile(rf"(?<!\d )(?<!\d)\b(?P<m>{_MONTH})\b\.?,? (?:of )?(?P<y>(?:19|20)\d\d)\b", re.I)
_UP_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
_WORDS = {word: number for number, word in enumerate(_UP_TO_TWENTY.split(), 2)} | {
    word: 10 * number for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
}
_NUMBER = re.compile(
    rf"(?<![\w.,$€£])(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\d%]|[.,]\d)|\b(?P<word>{'|'.join(_WORDS)})\b(?!-)",
    re.I,
)
TIME = frozenset(stem(w) for w in "day days week weeks month months year years hour hours minute minutes".split())
_SHARES = frozenset(stem(w) for w in ("percent", "per", "cent", "third", "half"))
LEAST_DIGITS = 3
"""Digits that are no zeros at the end, from which a number is seldom the same by chance."""
LEAST_NAMES = 1.5
"""Weight of the names that two sentences on one day share, where they share nothing else."""
HARM = retold_words("dead wounded")
MOST = 6
"""Tellings of one detail that a finding shows."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A day or a number that a sentence tells."""

    line: Line
    key: tuple[str, ...]
    text: str
    year: int | None
    rare: bool
    """A number that is seldom the same by chance."""


def same_details(evidence: Evidence, books: Books) -> Iterator[Finding]:
    """Independent reports tell the same day, or the same number of the same things, in sentences that share words."""
    lines, names, covering = books.lines, party_names(books), Covering(evidence)
    by_key: dict[tuple[str, ...], list[Detail]] = defaultdict(list)
    for report in sorted(lines.by_report):
        for line in lines.by_report[report]:
            for detail in _details(line):
                by_key[detail.key].append(detail)
    for key, details in sorted(by_key.items()):
        for group in _alike(details[:BLOCK_LIMIT], lines, names, books):
            about = "number" if key[0] == "number" else "date"
            sides = [covering.side("ab"[n % 2], d.line.quote) for n, d in enumerate(group)]
            yield finding(
                "corroboration", about, "weak", f"{len(group)} independent origins tell «{group[0].text}».", sides
            )


def _details(line: Line) -> Iterator[Detail]:
    spans = []
    for match in _DAY.finditer(line.said):
        day, month = match["d1"] or match["d2"], _MONTHS[(match["m1"] or match["m2"]).lower()]
        year = match["y1"] or match["y2"]
        spans.append(match.span())
        if 1 <= int(day) <= 31:
            yield Detail(line, ("day", str(month), str(int(day))), match[0], int(year) if year else None, False)
        if year:
            yield Detail(line, ("month", year, str(month)), match[0], int(year), False)
    for match in _MONTH_OF_YEAR.finditer(line.said):
        spans.append(match.span())
        yield Detail(line, ("month", match["y"], str(_MONTHS[match["m"].lower()])), match[0], int(match["y"]), False)
    for match in _NUMBER.finditer(line.said):
        if any(a <= match.start() < b for a, b in spans):
            continue
        value = str(_WORDS[match["word"].lower()]) if match["word"] else match["digits"].replace(",", "")
        if re.fullmatch(r"(?:19|20)\d\d", value) and "," not in match[0]:
            continue
        word = _counted(line.said[match.end() :])
        if word:
            key = ("number", value, next(iter(retold_words(word))))
            yield Detail(line, key, f"{match[0]} {word}", None, len(value.replace(".", "").rstrip("0")) >= LEAST_DIGITS)


def months_told(line: Line) -> frozenset[tuple[int, int]]:
    """Give the months that a sentence names with their year."""
    return frozenset((int(d.key[1]), int(d.key[2])) for d in _details(line) if d.key[0] == "month")


def _counted(after: str) -> str | None:
    """The first word after a number that may say what is counted."""
    for word in re.findall(r"[^\W\d_][\w’'-]*|[.,;:!?()]", after)[:3]:
        if not word[0].isalpha():
            return None
        if retold_words(word):
            return str(word)
    return None


def _alike(details: Sequence[Detail], lines: Lines, names: frozenset[str], books: Books) -> Iterator[list[Detail]]:
    """Put tellings together that are of one thing, one of each origin."""
    left = list(details)
    while left:
        first, rest = left[0], left[1:]
        group, origins = [first], {books.origins.ids[first.line.report]}
        for other in rest:
            if books.origins.ids[other.line.report] not in origins and _one_thing(first, other, lines, names, books):
                group.append(other)
                origins.add(books.origins.ids[other.line.report])
        left = [d for d in rest if d not in group]
        if len(group) > 1:
            yield group[:MOST]


def _one_thing(a: Detail, b: Detail, lines: Lines, names: frozenset[str], books: Books) -> bool:
    """Whether two sentences tell a detail of one thing: of one conflict and time, and sharing words besides."""
    if not one_conflict(a.line.report, b.line.report, books.names) or not _of_one_year(a, b, books):
        return False
    shared = shared_words(a.line.words, b.line.words) - {a.key[-1]} - LIGHT
    telling = shared - shared_words(shared, names)
    least = {"day": 0, "month": 1, "number": 0 if a.rare else 2 if a.key[-1] in _SHARES else 1}[a.key[0]]
    if a.key[0] == "day" and not telling:
        return sum(lines.weight(w, a.line.report, b.line.report) for w in shared) >= LEAST_NAMES
    if a.key[0] == "number" and (_foreseen_and_done(a.line, b.line) or _other_harm(a.line, b.line)):
        return False
    return len(telling) >= least and (bool(shared) or a.rare)


def _other_harm(a: Line, b: Line) -> bool:
    """Whether one sentence tells of dead or wounded that the other does not tell of."""
    return a.words & HARM != b.words & HARM


def _foreseen_and_done(a: Line, b: Line) -> bool:
    """Whether one sentence foresees a deed that the other tells as done: that is an update."""
    ahead = [bool(TO_COME.search(line.said) or STILL_AHEAD.search(line.said)) for line in (a, b)]
    return ahead[0] != ahead[1] and bool(families(stems_of(a.said)) & families(stems_of(b.said)))


def _of_one_year(a: Detail, b: Detail, books: Books) -> bool:
    if a.key[0] == "number":
        return True
    years = [d.year or _year_told(d.line.report, books) for d in (a, b)]
    if a.year and b.year:
        return a.year == b.year
    return None in years or abs(years[0] - years[1]) <= 1  # type: ignore[operator]


def _year_told(report: str, books: Books) -> int | None:
    days = books.published.get(report, Days())
    day = days.latest or days.earliest
    return day.year if day else None
