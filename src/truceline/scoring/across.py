"""Links between reports: the same events, merged commitments, findings, the timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from truceline.scoring.counts import Board, Cell
from truceline.scoring.entities import b_cubed, present
from truceline.scoring.matching import Match
from truceline.scoring.words import CLAIM, Interval, Json, Words, common, dated, days


def score_cross(cross: Json, matches: Mapping[str, Match], record: list[Json], board: Board) -> None:
    """Links between reports: same events, merged commitments, findings, timeline, names of actors."""
    score_pairs("same events", "event", cross.get("same_events", []), cross.get("not_same_events", []), matches, board)
    merged = [{**c, "items": c["history"]} for c in cross.get("commitments", [])]
    score_pairs("merged commitments", "commitment", merged, [], matches, board)
    score_timeline(cross.get("timeline", []), matches, board)
    theirs = [(n, present(m.system.actors)) for n, m in matches.items()]
    b_cubed([(n, m.gold.actors) for n, m in matches.items()], theirs, "across reports: ", board)

    reports = {m.system.document["id"]: (name, m) for name, m in matches.items() if "id" in m.system.document}
    findings: dict[str, list[list[dict[str, Words]]]] = defaultdict(list)  # type -> items -> words by article
    for line in (x for x in record if x.get("kind") == "finding"):
        items: list[dict[str, Words]] = []
        for item in line.get("items") or []:
            items.append(defaultdict(frozenset))
            for q in (q for q in item.get("quotes") or [] if q["report"] in reports):
                name, m = reports[q["report"]]
                items[-1][name] |= m.system.locate([q])
        findings[line["type"]].append(items)

    def places(entry: Json) -> list[tuple[str, str, Words]]:
        """(side, article, words) of the gold's evidence; where no sides are given each piece is one."""
        spots = [(x.get("side") or str(n), x["doc"], x["evidence"]) for n, x in enumerate(entry["items"])]
        return [(side, doc, matches[doc].gold.article.find(text)) for side, doc, text in spots if doc in matches]

    def hit(gold: list[tuple[str, str, Words]], items: list[dict[str, Words]]) -> bool:
        """Whether two items of a finding lie on two different sides of a gold entry."""
        sides = [{side for side, doc, words in gold if common(words, x.get(doc, frozenset())) >= CLAIM} for x in items]
        return any(a != b for x, y in combinations(sides, 2) for a in x for b in y)

    for section in ("contradictions", "updates", "corroborations"):
        kind = section.removesuffix("s")
        entries = [(e, places(e)) for e in cross.get(section, [])]
        entries = [(e, p) for e, p in entries if len({side for side, *_ in p}) > 1]
        weak = [p for e, p in entries if e.get("strength") == "weak" or e.get("optional")]
        for _, p in entries:
            got = any(hit(p, items) for items in findings[kind])
            if p in weak:
                board[section, "weak ones found"].note(got)
            else:
                board[section, ""].add(Cell(tp=got, fn=not got))
        for items in findings[kind]:
            met = [p for _, p in entries if hit(p, items)]
            board[section, ""].add(Cell(fp=not met, spared=bool(met) and all(p in weak for p in met)))
    real = [places(e) for e in cross.get("contradictions", [])]
    for p in map(places, cross.get("not_contradictions", [])):
        if len(p) > 1:
            wrong = [f for f in findings["contradiction"] if not any(hit(q, f) for q in real)]
            board["contradictions", "false alarms"].note(any(hit(p, f) for f in wrong))


def score_pairs(
    section: str, kind: str, groups: list[Json], apart: list[Json], matches: Mapping[str, Match], board: Board
) -> None:
    """Pairs of accounts in different reports that belong to one item of the record."""
    key = kind + "_id"
    need: set[frozenset[Any]] = set()
    free: set[frozenset[Any]] = set()
    optional = {(n, i.id) for n, m in matches.items() for i in m.gold.items[kind + "s"] if i.optional}
    for group in groups:
        members = [x for x in group["items"] if x.get(key) and x["doc"] in matches]
        for x, y in combinations(members, 2):
            pair = frozenset(((x["doc"], x[key]), (y["doc"], y[key])))
            loose = group.get("relation", "identical") != "identical" or group.get("optional")
            loose = loose or "related" in (x.get("relation"), y.get("relation")) or pair & optional
            if x["doc"] != y["doc"]:
                (free if loose else need).add(pair)
    free -= need | {frozenset((x["doc"], x[key]) for x in e["items"]) for e in apart}
    told_by: dict[str, list[Any]] = defaultdict(list)
    for name, m in matches.items():
        for g, s in m.links[kind + "s"]:
            told_by[s.record_id or s.id].append((name, g.id))
    told = {frozenset(pair) for refs in told_by.values() for pair in combinations(refs, 2) if pair[0][0] != pair[1][0]}
    board[section, ""].add(Cell(len(told & need), len(told - need - free), len(need - told), len(told & free)))
    seen = {ref for refs in told_by.values() for ref in refs}
    for pair in (p for p in need if p <= seen):
        board[section, "recall, both found"].note(pair in told)


def score_timeline(entries: list[Json], matches: Mapping[str, Match], board: Board) -> None:
    """Entries of the gold's timeline that the system dates right, and pairs of its events put in the right order."""
    pairs = [(n, g, s) for n, m in matches.items() for g, s in m.links["events"]]
    links = {(n, g.id): (days(g.data["date"]), days(s.data.get("date"))) for n, g, s in pairs}
    dates: list[tuple[Interval, Interval]] = []
    for e in (e for e in entries if not e.get("optional")):
        told = [links.get((x["doc"], x["event_id"])) for x in e["items"] if x["doc"] in matches]
        if told:
            dates += [d for d in told if d]
            board["timeline", "entries dated"].note(any(dated(days(e["date"]), d[1]) for d in told if d))
    for (a, p), (b, q) in combinations(dates, 2):
        (a, p), (b, q) = ((a, p), (b, q)) if (a[1] or "9") < (b[0] or "0") else ((b, q), (a, p))
        if (a[1] or "9") < (b[0] or "0"):  # the gold knows the order: so should the system
            ends = [(p[0] or "0", q[0] or "0"), (p[1] or "9", q[1] or "9")]
            board["timeline", "pairs in order"].note(all(x <= y for x, y in ends) and any(x < y for x, y in ends))
