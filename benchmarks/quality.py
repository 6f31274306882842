"""The scores of docs/quality.md: every annotated set of reports, read and scored. Prints a table in Markdown.

    python -m benchmarks.quality [--shared DIR]

DIR is a folder of annotated reports of the same form that does not come with the project; without it its column is
left out.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from pathlib import Path

import truceline
from truceline.exports.jsonl import lines_of
from truceline.scoring import scorer

ROOT = Path(__file__).parent.parent
QUALITY = ROOT / "tests" / "quality"
METRICS = (
    "document: body kept", "document: not body kept out", "document: published overlaps",
    "document: published width in days", "actors: names found", "actors: B3", "actors: type", "actors: country",
    "places", "places: coordinates", "events", "events: told right", "events: type", "events: actors F1",
    "events: recipients F1", "events: date overlaps", "events: status", "figures", "figures: told right",
    "statements", "statements: told right", "statements: form", "statements: stance", "agreements",
    "agreements: told right", "commitments", "commitments: told right", "commitments: deadline", "wording",
    "wording: told right", "same events", "merged commitments", "contradictions", "contradictions: false alarms",
    "updates", "corroborations", "timeline: pairs in order",
)  # fmt: skip


def scores(reports: Path, gold: Path, articles: Path, only: list[str]) -> dict[str, float]:
    """Read a folder of reports and score the record against annotations: section and metric to F1 or share."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "r"
        truceline.read(reports, record=record)
        with truceline.open_record(record) as opened:
            lines = [json.loads(line) for line in lines_of(opened)]
    boards, _ = scorer.score(*scorer.load(gold, articles, only), lines)
    found = {}
    for (section, metric), cell in boards["all"].items():
        numbers = cell.numbers()
        value = numbers.get("share", numbers.get("f1"))
        if value is not None:
            found[f"{section}: {metric}" if metric else section] = value
    precision, recall = found.get("actors: B3 precision"), found.get("actors: B3 recall")
    if precision and recall:
        found["actors: B3"] = 2 * precision * recall / (precision + recall)
    return found


def halves(folder: Path) -> dict[str, list[str]]:
    """Give the reports of each half as beginnings of their names; "all" is not limited."""
    split = tomllib.loads((folder / "split.toml").read_text(encoding="utf-8"))
    return {half: [name.split(".")[0] for name in split[half]] for half in ("tune", "measure")} | {"all": []}


def columns(shared: Path | None) -> dict[str, dict[str, float]]:
    """Score every set."""
    found: dict[str, dict[str, float]] = {}
    if shared is not None and shared.is_dir():
        found["shared"] = scores(shared / "reports", shared, shared / "reports", [])
    samples = ROOT / "samples" / "reports"
    for half, only in halves(QUALITY).items():
        found[f"samples, {half}"] = scores(samples, QUALITY / "gold", samples, only)
    for name in ("more", "third", "fourth", "fifth"):
        folder = QUALITY / name
        for half, only in halves(folder).items():
            found[f"{name}, {half}"] = scores(folder / "reports", folder / "gold", folder / "reports", only)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = columns(args.shared)
    if args.json:
        print(json.dumps(found, indent=1))
        return
    print("| | " + " | ".join(found) + " |\n|---|" + "---|" * len(found))
    for metric in METRICS:
        cells = [f"{v:.2f}" if (v := column.get(metric)) is not None else "–" for column in found.values()]
        print(f"| {metric} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
