"""Score findings between two short reports, and copies: python benchmarks/pairs.py [--half tune] [--verbose]."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from truceline.domain.dates import Days
from truceline.domain.document import Document, Part, Published, Report
from truceline.domain.items import Finding
from truceline.domain.mention import Reading
from truceline.domain.shingles import copies, fingerprint
from truceline.reading import language_model, read_document
from truceline.reconcile import reconcile

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "pairs"
ORDER = ("copy", "contradiction", "update", "scope_difference", "corroboration")
"""What a pair is named by where there are several findings between its reports."""
EXPECTED = {"revision": "update", "rounding": "corroboration", "not_comparable": "none"}
"""What a record calls a label; the other labels are kept."""


def all_pairs(half: str | None = None) -> list[dict[str, Any]]:
    """Give the labelled pairs: the first, third, fifth are for tuning, the others only for measuring."""
    pairs: list[dict[str, Any]] = tomllib.loads((FOLDER / "figures.toml").read_text(encoding="utf-8"))["pair"]
    return {"tune": pairs[::2], "measure": pairs[1::2]}.get(half or "", pairs)


def document(row: dict[str, str]) -> Document:
    """Make a document of a row; the sides of a pair are too short for the door that reports come in by."""
    made = Report("row.json", json.dumps(row).encode())
    text, published = row["text"], Published(Days.on(row["published"]), "stated")
    return Document(
        made.id, made.id, made.sha256, "text/plain", row.get("title"), row["publisher"], (), published, "en", text,
        (Part("body", 0, len(text)),),
    )  # fmt: skip


def read_pair(pair: dict[str, Any]) -> tuple[Reading, Reading]:
    """Read both sides of a pair."""
    model = language_model.load()
    return read_document(document(pair["a"]), model), read_document(document(pair["b"]), model)


def named(findings: Sequence[Finding]) -> str:
    """Name a pair by the findings between its reports."""
    types = {f.type for f in findings}
    return next((one for one in ORDER if one in types), "none")


def expected(pair: dict[str, Any]) -> str:
    label: str = pair["label"]
    return EXPECTED.get(label, label)


def judged(pairs: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], str, tuple[Finding, ...]]]:
    """Read and reconcile every pair: the pair, its name, and the findings."""
    found = [(pair, reconcile(read_pair(pair)).findings) for pair in pairs]
    return [(pair, named(findings), findings) for pair, findings in found]


def scores(answers: Sequence[tuple[dict[str, Any], str, tuple[Finding, ...]]]) -> dict[str, float]:
    """Precision and recall of contradictions, false alarms among other pairs, and what is named right by label."""
    labels, right = (
        Counter(p["label"] for p, _, _ in answers),
        Counter(p["label"] for p, n, _ in answers if n == expected(p)),
    )
    said = sum(name == "contradiction" for _, name, _ in answers)
    real = labels["contradiction"]
    false = said - right["contradiction"]
    return {
        "precision": right["contradiction"] / said if said else 0.0,
        "recall": right["contradiction"] / real if real else 0.0,
        "false alarms": false / (len(answers) - real),
        **{f"named {label}": right[label] / n for label, n in sorted(labels.items())},
        "named": sum(right.values()) / len(answers),
    }


def copy_scores() -> dict[str, float]:
    """Precision, recall and F1 over all pairs of copied reports, and how many degrees are named right."""
    rows = [json.loads(line) for line in (FOLDER / "copies" / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    groups = json.loads((FOLDER / "copies" / "expected.json").read_text(encoding="utf-8"))["groups"]
    families = [[g["base"], *(c["id"] for c in g["copies"])] for g in groups]
    real = {frozenset(pair) for family in families for pair in combinations(family, 2)}
    prints = [fingerprint(document(row)) for row in rows]
    found = {frozenset((rows[a]["id"], rows[b]["id"])): degree for a, b, degree in copies(prints)}
    degrees = {frozenset((g["base"], c["id"])): c["degree"] for g in groups for c in g["copies"]}
    hit = len(real & set(found))
    precision, recall = hit / len(found), hit / len(real)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "degrees": sum(found.get(pair) == degree for pair, degree in degrees.items()) / len(degrees),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "measure"))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    for half in [arguments.half] if arguments.half else ["tune", "measure"]:
        answers = judged(all_pairs(half))
        print(half, {name: round(value, 3) for name, value in scores(answers).items()})
        for pair, name, findings in answers:
            if arguments.verbose and name != expected(pair):
                print(f"  {pair['id']}: {name}", *(f"{f.type}: {f.reason}" for f in findings), sep="\n      ")
    print("copies", {name: round(value, 3) for name, value in copy_scores().items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
