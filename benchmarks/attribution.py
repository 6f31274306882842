"""How well statements are found on PolNeAR (who said what): content, sources and cues. Prints JSON.

    python -m benchmarks.attribution --data DIR [--part polnear_dev.jsonl] [--limit N]

The corpus has no licence, so it is for scoring only and does not come with the project; where it is absent the
command says so. Scores count words: precision, recall and F1 over the words of a document that stand in any content
(source, cue). The corpus also annotates beliefs, plans and likings that nobody uttered; they count as misses here.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.texts import document_of

from truceline.domain.document import Quote
from truceline.reading import read_scene
from truceline.reading.language_model import load

WORD = re.compile(r"\w+")
KINDS = ("direct", "mixed", "indirect")
Words = set[int]


class Tally:
    """Counts of words, or of attributions, for precision and recall."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, name: str, gold: Words, system: Words) -> None:
        self.counts[name, "right"] += len(gold & system)
        self.counts[name, "gold"] += len(gold)
        self.counts[name, "system"] += len(system)

    def f1(self, name: str) -> dict[str, float]:
        right, gold, system = (self.counts[name, key] for key in ("right", "gold", "system"))
        return {
            "precision": round(right / max(1, system), 4),
            "recall": round(right / max(1, gold), 4),
            "f1": round(2 * right / max(1, gold + system), 4),
        }


def covered(starts: list[tuple[int, int]], spans: list[tuple[int, int]]) -> Words:
    """Give the numbers of the words that lie in spans."""
    return {i for i, (a, b) in enumerate(starts) if any(a < end and start < b for start, end in spans)}


def spans(quotes: list[Quote | None]) -> list[tuple[int, int]]:
    return [(quote.start, quote.end) for quote in quotes if quote]


def score_document(row: dict[str, Any], statements: list[Any], tally: Tally) -> None:
    """Compare the statements of one document with its attributions."""
    places = [m.span() for m in WORD.finditer(row["text"])]
    gold = [one for one in row["attributions"] if one["content"]]
    told = [
        (
            covered(places, spans(list(one.content_quotes))),
            covered(places, spans([one.speaker_quote])),
            covered(places, spans([one.cue_quote])),
            one.form,
        )
        for one in statements
    ]
    for place, part in enumerate(("content", "source", "cue")):
        wanted = {w for one in gold for w in covered(places, [tuple(s) for s in one[part]])}
        tally.add(part, wanted, set().union(*(one[place] for one in told)) if told else set())
    all_content = set().union(*(one[0] for one in told)) if told else set()
    direct_told = set().union(*(one[0] for one in told if one[3] == "direct")) if told else set()
    direct_gold = {
        w for one in gold if one["kind"] == "direct" for w in covered(places, [tuple(s) for s in one["content"]])
    }
    tally.add("direct_as_direct", direct_gold, direct_told)
    for one in gold:
        content = covered(places, [tuple(s) for s in one["content"]])
        source = covered(places, [tuple(s) for s in one["source"]])
        tally.add(one["kind"], content, content & all_content)
        best = max(told, key=lambda other: len(content & other[0]) / max(1, len(content | other[0])), default=None)
        found = best is not None and len(content & best[0]) * 2 >= min(len(content), len(best[0])) > 0
        tally.counts["attributions", "gold"] += 1
        tally.counts["attributions", "right"] += found
        if source:
            tally.counts["source_of_found", "gold"] += found
            tally.counts["source_of_found", "right"] += bool(found and best and best[1] & source)
            tally.counts["source_of_all", "gold"] += 1
            tally.counts["source_of_all", "right"] += bool(found and best and best[1] & source)


def main() -> None:
    """Score as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", default="polnear_dev.jsonl")
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    file = given.data / given.part
    if not file.is_file():
        print(json.dumps({"polnear": "not available"}))
        return
    language_model, tally = load(), Tally()
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()][: given.limit]
    for row in rows:
        scene = read_scene(document_of(row["text"]), language_model)
        score_document(row, list(scene.voices.mentions), tally)
    result: dict[str, Any] = {
        "documents": len(rows),
        "language_model": f"{language_model.name} {language_model.version}",
    }
    result |= {name: tally.f1(name) for name in ("content", "source", "cue", "direct_as_direct")}
    result |= {f"{kind}_content_recall": tally.f1(kind)["recall"] for kind in KINDS}
    result |= {
        f"{name}_share": tally.f1(name)["recall"] for name in ("attributions", "source_of_found", "source_of_all")
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
