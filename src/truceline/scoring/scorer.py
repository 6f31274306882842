"""Score a record against annotations made by hand, kind by kind."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from truceline.errors import BadArgument
from truceline.scoring.across import score_cross
from truceline.scoring.counts import Board, Cell
from truceline.scoring.entities import score_document, score_entities
from truceline.scoring.matching import Match
from truceline.scoring.rules import violations
from truceline.scoring.telling import Doc, find_source, gold_doc, system_doc
from truceline.scoring.words import GOLD_KEYS, Json


def read_json(path: Path) -> Any:
    """A JSON file, or a list of objects from a .jsonl file; raise BadArgument if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
        return [json.loads(x) for x in text.splitlines() if x.strip()] if path.suffix == ".jsonl" else json.loads(text)
    except (OSError, ValueError) as error:
        raise BadArgument(f"cannot read {path}: {error}") from error


def load(gold_dir: Path, articles: Path, only: list[str]) -> tuple[dict[str, Doc], dict[str, bytes], Json]:
    """The gold per article (all, or those whose names start with one of `only`), the raw articles, the cross file."""
    names = sorted(p.name.removesuffix(".json") for p in gold_dir.glob("*.*.json"))
    names = [n for n in names if not only or any(n.startswith(o) for o in only)]
    if not names:
        raise BadArgument(f"no gold files in {gold_dir}" + (f" for {', '.join(only)}" if only else ""))
    sources = {n: _raw(articles, n) for n in names}
    cross = read_json(gold_dir / "cross.json") if (gold_dir / "cross.json").exists() else {}
    gold = {n: gold_doc(read_json(gold_dir / (n + ".json")), sources[n].decode("utf-8")) for n in names}
    return gold, sources, cross


def _raw(articles: Path, name: str) -> bytes:
    """The bytes of an annotated report, wherever it lies in the folder."""
    try:
        return min(articles.rglob(name)).read_bytes()
    except (OSError, ValueError) as error:
        raise BadArgument(f"{articles} has no readable report {name}.") from error


def score(
    gold: Mapping[str, Doc], sources: Mapping[str, bytes], cross: Json, record: list[Json]
) -> tuple[dict[str, Board], dict[str, list[str]]]:
    """Boards per article and "all" (micro totals and the links between reports), and the broken rules."""
    kinds: dict[str, list[Json]] = defaultdict(list)
    for line in record:
        kinds[line.get("kind", "")].append(line)
    told = [(find_source(r, sources), r) for r in kinds["report"]]
    # A copy under another name has the words of the annotated report too: the report of the name itself comes last.
    told.sort(key=lambda one: re.split(r"[/\\]", one[1].get("source") or "")[-1] == one[0])
    reports = dict(told)
    boards: dict[str, Board] = {name: defaultdict(Cell) for name in [*gold, "all"]}
    matches = {n: Match(g, system_doc(reports.get(n, {}), kinds, g.article)) for n, g in gold.items()}
    for name, m in matches.items():
        score_document(m, boards[name])
        score_entities(m, boards[name])
        for kind in GOLD_KEYS:
            m.score(kind, boards[name])
        for key, cell in boards[name].items():
            boards["all"][key].add(cell)
    score_cross(cross, matches, record, boards["all"])
    return boards, violations(record)


def show(boards: Mapping[str, Board], broken: Mapping[str, list[str]]) -> str:
    """The table: F1 or share per article, then the totals."""
    names = [n for n in boards if n != "all"]
    heads = [f"{n.split('_')[0]:>6.6}" for n in names]
    lines = [" ".join([f"{'':40}", *heads, "   all", "     P", "     R", "  right  wrong missing spared"])]
    sections = dict.fromkeys(section for section, _ in boards["all"])
    for section in sections:
        for metric in dict.fromkeys(m for s, m in boards["all"] if s == section):
            cells = [boards[n].get((section, metric), Cell()) for n in [*names, "all"]]
            numbers = [c.numbers() for c in cells]
            all_of_it, total = cells[-1], numbers[-1]
            shown = [x.get("share", x.get("f1")) for x in numbers]
            tail = f"{all_of_it.right:.1f} of {all_of_it.total:.0f}".replace(".0 of", " of")
            if "f1" in total:
                shown += [total["precision"], total["recall"]]
                tail = " ".join(f"{getattr(all_of_it, k):7.0f}" for k in ("tp", "fp", "fn", "spared"))
            label = f"  {section}: {metric}" if metric else section
            figures = [f"{'-' if v is None else format(v, '.2f'):>6}" for v in shown]
            lines.append(" ".join([f"{label:40}", *figures, tail]))
    lines += ["", "rules broken"]
    for rule, ids in broken.items():
        lines.append(f"  {rule:32} {len(ids):6d}  {', '.join(dict.fromkeys(map(str, ids[:5])))}".rstrip())
    return "\n".join(lines)


def as_json(boards: Mapping[str, Board], broken: Mapping[str, list[str]]) -> Json:
    """Give all numbers as plain values."""
    tables = {
        name: [{"section": s, "metric": m, **asdict(c), **c.numbers()} for (s, m), c in board.items()]
        for name, board in boards.items()
    }
    return {"scores": tables, "rules_broken": dict(broken)}
