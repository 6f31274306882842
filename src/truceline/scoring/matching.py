"""Links between what the gold and the record tell of one report."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from truceline.scoring.counts import Board, Cell
from truceline.scoring.slots import CORE, SLOTS
from truceline.scoring.telling import Doc, Entity, Item
from truceline.scoring.words import (
    CLAIM,
    GENERIC,
    GOLD_KEYS,
    allowed,
    common,
    likeness,
    listed,
    name_key,
    same_number,
)


def assign(weights: list[list[float]]) -> list[tuple[int, int]]:
    """One-to-one links (row, column) of the largest total weight (Hungarian method); weight 0 is no link."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return [(i, j) for j, i in assign([list(column) for column in zip(*weights, strict=True)])]
    n, m = len(weights), len(weights[0])
    u, v, row_of = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], j0 = i, 0
        low, way, used = [math.inf] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while row_of[j0]:
            used[j0], i0, delta, j1 = True, row_of[j0], math.inf, 0
            for j in range(1, m + 1):
                if not used[j]:
                    cost = -weights[i0 - 1][j - 1] - u[i0] - v[j]
                    if cost < low[j]:
                        low[j], way[j] = cost, j0
                    if low[j] < delta:
                        delta, j1 = low[j], j
            for j in range(m + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    low[j] -= delta
            j0 = j1
        while j0:
            row_of[j0] = row_of[way[j0]]
            j0 = way[j0]
    return [(row_of[j] - 1, j - 1) for j in range(1, m + 1) if row_of[j] and weights[row_of[j] - 1][j - 1] > 0]


def resolve(gold: Mapping[str, Entity], system: Mapping[str, Entity]) -> dict[str, str]:
    """System entity -> the gold entity with which it shares most surface forms (proper names weigh more)."""
    out: dict[str, str] = {}
    for s in system.values():
        scores = {g.id: sum(1.0 if s.forms[f] else 0.6 for f in s.forms.keys() & g.forms.keys()) for g in gold.values()}
        if not any(scores.values()):  # no form in common: a proper name inside a longer one
            for g in gold.values():
                persons = "person" == s.data.get("type") == g.data.get("type")
                pairs = [(set(a), set(b)) for a in s.forms for b in g.forms if s.forms[a] and g.forms[b]]
                inside = [persons or len(a & b) > 1 or a ^ b <= GENERIC for a, b in pairs if a <= b or b <= a]
                scores[g.id] = sum(inside) / (1 + len(pairs))
        if scores and max(scores.values()) > 0:
            out[s.id] = max(scores, key=lambda ident: scores[ident])
    return out


class Match:
    """All links between one gold article and the system's telling of it."""

    def __init__(self, gold: Doc, system: Doc) -> None:
        self.gold, self.system = gold, system
        self.who, self.where = resolve(gold.actors, system.actors), resolve(gold.places, system.places)
        self.ids: dict[str, set[str]] = defaultdict(set, {k: {v} for k, v in self.who.items()})  # record -> gold ids
        self.links: dict[str, list[tuple[Item, Item]]] = {}
        for kind in GOLD_KEYS:
            rows, columns = gold.items[kind], system.items[kind]
            weights = [[self.weight(kind, g, s) for s in columns] for g in rows]
            self.links[kind] = [(rows[i], columns[j]) for i, j in assign(weights)]
            for g, s in self.links[kind]:
                self.ids[s.record_id or s.id].add(g.id)

    def actor(self, ident: str | None) -> str | None:
        """A system actor as a gold actor; None stays None."""
        return None if ident is None else self.who.get(ident, "?" + ident)

    def actors(self, ids: Any) -> set[str]:
        """System actors as gold actors."""
        return {self.who.get(i, "?" + i) for i in listed(ids)}

    def place(self, ident: str | None) -> str | None:
        """A system place as a gold place; None stays None."""
        return None if ident is None else self.where.get(ident, "?" + ident)

    def weight(self, kind: str, g: Item, s: Item) -> float:
        """0 if the evidence differs; else 1 (optional gold 0.9) and up to a half for likeness, to break ties."""
        shared, claim, article = g.words & s.words, common(g.words, s.words), self.gold.article
        if kind == "agreements":
            claim = max(claim, likeness(g.data["name"], s.data.get("name")))
        if kind == "events" and shared & article.heads and allowed(g.data, "plover", s.data.get("type")):
            claim = max(claim, CLAIM)  # the same head word under the same type
        if kind == "figures" and not shared & {i for i in g.words if article.words[i][0].isdigit()}:
            claim = 0 if any(article.words[i][0].isdigit() for i in g.words) else claim
        if kind == "wording" and not shared & article.content and shared != g.words:
            claim = 0
        if claim < CLAIM:
            return 0.0
        slots = [v for v in SLOTS[kind](self, g.data, s.data).values() if v is not None]
        if kind == "commitments":
            slots += [likeness(g.data["action"], s.data.get("action"))] * 2
        closeness = len(shared) / max(1, len(g.words | s.words))
        return (0.9 if g.optional else 1.0) + 0.2 * closeness + 0.3 * sum(slots) / max(1, len(slots))

    def score(self, kind: str, board: Board) -> None:
        """Counts of a kind, and the slots of the links to required gold."""
        cell, told_right, links = board[kind, ""], board[kind, "told right"], self.links[kind]
        found, used = {g.id for g, _ in links}, {s.id for _, s in links}
        for g, s in links:
            cell.add(Cell(spared=1) if g.optional else Cell(tp=1))
            if not g.optional:
                slots = SLOTS[kind](self, g.data, s.data)
                right = all((slots[name] or 0) >= 0.5 for name in CORE[kind])
                told_right.add(Cell(tp=1) if right else Cell(fp=1, fn=1))
                for slot, value in slots.items():
                    board[kind, slot].note(value)
                if g.words | s.words and kind != "agreements":
                    board[kind, "evidence IoU"].note(len(g.words & s.words) / len(g.words | s.words))
        for s in self.system.items[kind]:
            if s.id not in used:
                again = any(same_phrase(g, s) if kind == "wording" else told_again(g, t, s) for g, t in links)
                cell.add(Cell(spared=1) if again else Cell(fp=1))
        for g in self.gold.items[kind]:
            if g.id not in found and not g.optional:
                cell.add(Cell(spared=1) if any(self.excuses(kind, g, *link) for link in links) else Cell(fn=1))
        told_right.add(Cell(fp=cell.fp, fn=cell.fn, spared=cell.spared))

    @staticmethod
    def excuses(kind: str, g: Item, other: Item, s: Item) -> bool:
        """Whether a system item, linked to another gold item, also tells the missing one."""
        same_group = bool(g.data.get("group")) and g.data.get("group") == other.data.get("group")
        if kind == "wording":
            return same_group or same_phrase(g, other)
        if kind == "figures" and (other.data.get("change") or {}).get("from") == g.data["best"] is not None:
            return same_number(g.data["best"], (s.data.get("change_from") or {}).get("best"))
        return same_group and common(g.words, s.words) >= CLAIM


def told_again(g: Item, told: Item, s: Item) -> bool:
    """Whether a system item is one more account, in the same report, of a record item that is linked already."""
    return told.record_id == s.record_id and common(g.words, s.words) >= CLAIM


def same_phrase(a: Item, b: Item) -> bool:
    """Whether two pieces of wording have the same words."""
    return name_key(a.data["phrase"]) == name_key(b.data["phrase"])
