"""Views as lines for the terminal: what an item is, who says so, and the words that carry it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from truceline.views.actors import actors, places
from truceline.views.catalog import Catalog, Passage
from truceline.views.commitments import commitments
from truceline.views.disputes import disputes
from truceline.views.figures import series
from truceline.views.statements import statements
from truceline.views.timeline import timeline
from truceline.views.wording import wording

QUOTE_LENGTH = 150

Entry = tuple[str, str, str]
"""What stands out, what follows it, and the words below."""


@dataclass(frozen=True, slots=True)
class View:
    """A view that the terminal can show: its rows, and the entries of a row."""

    rows: Callable[[Catalog], Sequence[Any]]
    entries: Callable[[Any], Iterable[Entry]]


def _words(passages: Sequence[Passage]) -> str:
    if not passages:
        return ""
    text = " ".join(passages[0].exact.split())
    text = text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1].rpartition(" ")[0] + " …"
    return f"{passages[0].publisher}: “{text}”"


def _counts(row: Any) -> str:
    reports = f"{row.reports} report" + ("s" if row.reports != 1 else "")
    return f"{reports}, {row.origins} origin" + ("s" if row.origins != 1 else "")


def _joined(*parts: str | None) -> str:
    return " · ".join(p for p in parts if p)


def _events(r: Any) -> Iterator[Entry]:
    yield r.when, _joined(r.summary, _counts(r)), _words(r.passages)


def _points(s: Any) -> Iterator[Entry]:
    for p in s.points:
        due = f"by {p.by}" if p.by else None
        says = "says " + ", ".join(p.says)
        yield f"{s.title}: {p.shown}", _joined(s.unit, p.as_of, due, says, _counts(p)), _words(p.passages)


def _commitments(r: Any) -> Iterator[Entry]:
    who = ", ".join(r.obligors) or "unstated"
    due = f"{r.deadline} ({r.working})" if r.working else r.deadline
    condition = f"condition: {r.condition}" if r.condition else None
    yield f"{who}: {r.action}", _joined(due, r.label, condition, _counts(r)), _words(r.passages)


def _disputes(r: Any) -> Iterator[Entry]:
    sides = [_words([p for s in r.sides if s.side == side for p in s.passages]) for side in "ab"]
    yield r.reason, _joined(r.about.replace("_", " "), r.strength), "\n    against ".join(sides)


def _statements(r: Any) -> Iterator[Entry]:
    who = ", ".join(r.speakers) or "a document"
    yield who, _joined(r.stance, r.form, r.when, _counts(r)), _words(r.passages)


def _wording(r: Any) -> Iterator[Entry]:
    voice = f"in the words of {r.voice}" if r.voice else "in its own voice"
    yield r.phrase, _joined(r.class_.replace("_", " "), r.target and f"for {r.target}", r.publisher, voice), ""


def _names(r: Any) -> str:
    told: Counter[str] = Counter()
    for name, count in r.names:
        told[" ".join(name.split())] += count  # a name is the same where a line breaks it
    return ", ".join(f"{name} ({count})" for name, count in told.most_common(8))


def _actors(r: Any) -> Iterator[Entry]:
    yield r.name, _joined(r.type.replace("_", " "), r.country, _names(r)), ""


def _places(r: Any) -> Iterator[Entry]:
    yield r.name, _joined(r.type, r.country, f"located: {r.precision}", _names(r)), ""


VIEWS: dict[str, View] = {
    "timeline": View(timeline, _events),
    "figures": View(series, _points),
    "commitments": View(commitments, _commitments),
    "disputes": View(disputes, _disputes),
    "statements": View(statements, _statements),
    "wording": View(wording, _wording),
    "actors": View(actors, _actors),
    "places": View(places, _places),
}


def shown(view: View, catalog: Catalog, limit: int | None = None, *, best_told: bool = False) -> Text:
    """Write a view, all of it or the first entries, or those that most independent origins tell.

    A report's words may hold anything, so nothing in them is read as mark-up.
    """
    entries = [(row, entry) for row in view.rows(catalog) for entry in view.entries(row)]
    chosen = list(range(len(entries)))[:limit]
    if best_told and limit is not None:
        chosen = sorted(sorted(range(len(entries)), key=lambda n: (-_origins(entries[n][0]), n))[:limit])
    made = Text()
    for n in chosen:
        head, rest, words = entries[n][1]
        made.append(head, "bold").append(f"  {rest}\n")
        if words:
            made.append(f"    {words}\n", "dim")
    if len(chosen) < len(entries):
        made.append(f"… and {len(entries) - len(chosen)} more\n", "dim")
    return made if entries else made.append("none\n", "dim")


def _origins(row: Any) -> int:
    """How many origins tell a row; for a series, its best told figure."""
    points = getattr(row, "points", None)
    return max((p.origins for p in points), default=0) if points else getattr(row, "origins", 0)
