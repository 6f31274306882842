"""Country and sector of actor phrases against a table of expectations: python benchmarks/actors.py --data DIR.

DIR holds `actors.csv` with the columns kind, phrase, country, sector, name and note. A cell "*" is not asked,
an empty one must come out empty, "!x" must not be x, "a|b" takes either. Rows whose name cell asks for an entity
of a larger list are counted apart: no list of persons ships.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from truceline.domain.document import Document, Part, Published
from truceline.domain.sentences import Sentence
from truceline.reading.actors.actor_codes import Code, code_of_phrase
from truceline.reading.language_model import load

LEFT_OUT = ("upstream skips", "upstream expects failure")
KINDS = ("resolve", "role words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with actors.csv")
    parser.add_argument("--show", action="store_true", help="print the rows that come out wrong")
    arguments = parser.parse_args()
    table = arguments.data / "actors.csv"
    if not table.exists():
        print("not available: no actors.csv in the folder")
        return
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines) if r["kind"] in KINDS and r["note"] not in LEFT_OUT]
    read = load().read
    for label, wanted in (("without a named entity", True), ("with a named entity", False)):
        mine = [r for r in rows if needs_no_list(r, read) is wanted]
        score(label, mine, {r["phrase"]: code_of_phrase(sentences(read, r["phrase"])) for r in mine}, arguments.show)


def needs_no_list(row: dict[str, str], read: object) -> bool:
    """Tell whether nationality and role words suffice: no entity is asked for, and the phrase is no bare person."""
    names = sentences(read, row["phrase"])[0].names
    bare = (
        len(names) == 1
        and names[0].type == "person"
        and len(row["phrase"].split()) == names[0].last + 1 - names[0].first
    )
    return (row["name"] in ("*", "") or row["name"].startswith("!")) and not bare


def sentences(read: object, phrase: str) -> tuple[Sentence, ...]:
    text = phrase.strip()
    parts = (Part("body", 0, len(text)),)
    document = Document("phrase", "phrase", "0", "text/plain", None, None, (), Published(), "en", text, parts)
    return read(document)  # type: ignore[operator, no-any-return]


def score(label: str, rows: list[dict[str, str]], codes: dict[str, Code], show: bool) -> None:
    right = {"country": 0, "sector": 0, "both": 0}
    for row in rows:
        code = codes[row["phrase"]]
        fits = {"country": allowed(row["country"], code.country), "sector": allowed(row["sector"], code.sector)}
        right["country"] += fits["country"]
        right["sector"] += fits["sector"]
        right["both"] += all(fits.values())
        if show and not all(fits.values()):
            print(f"  {row['phrase']!r}: {code.country} {code.sector}, wanted {row['country']} {row['sector']}")
    print(f"{label}: {len(rows)} rows;", ", ".join(f"{k} {v / len(rows):.3f}" for k, v in right.items()))


def allowed(cell: str, value: str | None) -> bool:
    if cell == "*":
        return True
    if cell.startswith("!"):
        return value != cell[1:]
    if cell in ("", "UNK"):
        return value in (None, "UNK")
    return value in cell.split("|")


if __name__ == "__main__":
    main()
