"""Make reports.jsonl and expected.json from stories.toml: run it after a change there."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
PAPERS = (
    "Albion Mail", "Andes Today", "Atoll Times", "Bay of Fundy Sun", "Brussels Evening", "Cascade Courier",
    "Delta Daily", "Elbe Rundschau", "Fjord Post", "Gold Coast Graphic", "Great Plains Record", "Hill Country Star",
    "Ionian News", "Island Examiner", "Jura Gazette", "Kalahari Observer", "Lagoon Herald", "Lowland Reporter",
    "Maghreb Morning", "Midland Argus", "New Delta Mirror", "North Sea Journal", "Orinoco News", "Pampas Daily",
    "Prairie Ledger", "Quayside Echo", "Rift Valley Star", "River Plate Herald", "Salt Lake Argus", "Savanna Times",
    "South Cape Mail", "Steppe Chronicle", "Straits Mirror", "Tasman Press", "Upper Rhine Post", "Yukon Bulletin",
)  # fmt: skip
DEGREES = ("verbatim", "cut", "re_headlined", "rewritten")


@dataclass(frozen=True)
class Report:
    story: str
    degree: str
    """base, unrelated, or how it copies the base."""
    publisher: str
    published: date
    title: str
    text: str

    @property
    def id(self) -> str:
        """Name the report so that the name tells nothing."""
        return "r" + sha256("\n".join((self.publisher, self.title, self.text)).encode()).hexdigest()[:8]


def every_report(stories: list[dict[str, object]]) -> Iterator[Report]:
    for number, story in enumerate(stories):
        yield from _told(number, story)


def _told(number: int, story: dict) -> Iterator[Report]:  # type: ignore[type-arg]
    name, day = story["id"], date.fromisoformat(story["published"])
    text, title, wire = story["text"].strip(), story["title"], story["publisher"]
    first, second, third = PAPERS[3 * number : 3 * number + 3]
    yield Report(name, "base", wire, day, title, text)
    yield Report(name, "verbatim", first, day, title, VERBATIM[number % len(VERBATIM)](text, wire))
    yield Report(name, "cut", second, day + timedelta(days=1), title, CUT[number % len(CUT)](text, wire, story["keep"]))
    yield Report(name, "re_headlined", third, day, story["other_title"], text)
    for other in story["rewritten"]:
        next_day = day + timedelta(days=1)
        yield Report(name, "rewritten", other["publisher"], next_day, other["title"], other["text"].strip())
    for own in story["unrelated"]:
        yield Report(name, "unrelated", own["publisher"], day, own["title"], own["text"].strip())


def _as_it_is(text: str, wire: str) -> str:
    return text


def _credit_at_the_end(text: str, wire: str) -> str:
    """Print with round quotation marks and with the agency's name below the text."""
    opened = False
    out = []
    for letter in text.replace(f" ({wire})", ""):
        if letter == '"':
            opened = not opened
        out.append({'"': "“" if opened else "”", "'": "’"}.get(letter, letter))
    return "".join(out) + f"\n\n({wire})"


def _with_own_lines(text: str, wire: str) -> str:
    """Add a byline of the desk and the lines that stand below every text of a paper."""
    return f"From our foreign desk\n\n{text}\n\nRead more on our front page. All rights reserved."


def _first_paragraphs(text: str, wire: str, keep: int) -> str:
    return "\n\n".join(text.split("\n\n")[:keep])


def _without_the_third(text: str, wire: str, keep: int) -> str:
    """Drop the third paragraph too, and the dateline."""
    kept = text.split("\n\n")[: keep + 1]
    del kept[2]
    return "\n\n".join(kept).split(" - ", 1)[1]


VERBATIM = (_as_it_is, _credit_at_the_end, _with_own_lines)
CUT = (_first_paragraphs, _without_the_third)


def made() -> tuple[str, str]:
    """Give the text of reports.jsonl and of expected.json."""
    stories = tomllib.loads((FOLDER / "stories.toml").read_text(encoding="utf-8"))["story"]
    reports = sorted(every_report(stories), key=lambda r: r.id)
    rows = (
        {"id": r.id, "publisher": r.publisher, "published": r.published.isoformat(), "title": r.title, "text": r.text}
        for r in reports
    )
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    groups = [_group(story["id"], reports) for story in stories]
    return lines, json.dumps({"groups": groups}, indent=1) + "\n"


def _group(story: str, reports: list[Report]) -> dict[str, object]:
    own = [r for r in reports if r.story == story]
    return {
        "story": story,
        "base": next(r.id for r in own if r.degree == "base"),
        "copies": [{"id": r.id, "degree": r.degree} for degree in DEGREES for r in own if r.degree == degree],
        "unrelated": [r.id for r in own if r.degree == "unrelated"],
    }


if __name__ == "__main__":
    for name, content in zip(("reports.jsonl", "expected.json"), made(), strict=True):
        (FOLDER / name).write_text(content, encoding="utf-8")
