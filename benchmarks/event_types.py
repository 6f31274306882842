"""Event types on the PLOVER gold standard records: python benchmarks/event_types.py --data DIR [--errors]

Each record is one sentence with one event. The event nearest to the top of the sentence counts; what is planned is
called what PLOVER calls the announcement of it. Prints accuracy, macro-F1 over the types, and the share of right modes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from truceline.domain.document import Document, Part, Published
from truceline.domain.mention import EventMention, Reading
from truceline.domain.sentences import Sentence
from truceline.reading import read_document
from truceline.reading.events.turned_types import AS_PROMISED
from truceline.reading.language_model import load

FILE = "plover_gsr.jsonl"
AHEAD = frozenset({"planned", "conditional"})
VERBAL = frozenset({"AGREE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONSULT"})


def document(text: str) -> Document:
    """Make a document of one sentence."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    parts = (Part("body", 0, len(text)),)
    return Document("report-" + digest[:12], "-", digest, "text/plain", None, None, (), Published(), "en", text, parts)


def plover_type(event: EventMention) -> str:
    """Give the type that PLOVER, which has no status, would code."""
    if event.status in AHEAD and event.type not in VERBAL:
        return AS_PROMISED.get(event.type, event.type)
    return AS_PROMISED[event.type] if event.status in AHEAD and event.type == "CONSULT" else event.type


def main_event(reading: Reading, sentences: tuple[Sentence, ...]) -> EventMention | None:
    """Give the event nearest to the top of the tree, the first of several."""
    depth = {w.start: len(list(s.ancestors(i))) for s in sentences for i, w in enumerate(s.words)}
    typed = [e for e in reading.events if e.type != "OTHER"] or list(reading.events)
    return min(typed, key=lambda e: (depth.get(e.head.start, 99), e.head.start), default=None)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Average F1 over the types of the gold."""
    gold, got = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return sum(2 * right[t] / (gold[t] + got[t]) for t in gold) / len(gold)


def main() -> None:
    """Read every record and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help=f"folder that holds {FILE}")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    if not (args.data / FILE).is_file():
        print(f"not available: {args.data / FILE}")
        return
    model = load()
    rows: list[dict[str, Any]] = [json.loads(x) for x in (args.data / FILE).read_text(encoding="utf-8").splitlines()]
    pairs, any_right, modes, modes_right = [], 0, 0, 0
    for row in rows:
        text = document(row["text"])
        reading = read_document(text, model)
        event = main_event(reading, model.read(text))
        told = plover_type(event) if event else "none"
        pairs.append((row["event"], told))
        any_right += row["event"] in {plover_type(e) for e in reading.events}
        if row["mode"] and told == row["event"]:
            modes += 1
            modes_right += event is not None and event.mode in row["mode"]
        if args.errors and told != row["event"]:
            others = [(plover_type(e), e.head.exact, e.status) for e in reading.events]
            print(f"{row['event']:9} {told:9} {others} | {row['event_text']} | {row['text'][:160]}")
    right = sum(g == p for g, p in pairs)
    print(f"records {len(pairs)}  type right {right / len(pairs):.3f}  macro-F1 {macro_f1(pairs):.3f}", end="  ")
    print(
        f"among all events of the sentence {any_right / len(pairs):.3f}  mode right {modes_right / max(1, modes):.3f}"
    )


if __name__ == "__main__":
    main()
