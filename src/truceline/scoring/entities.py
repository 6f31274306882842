"""Document, actors and places."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from truceline.scoring.counts import Board, Cell
from truceline.scoring.matching import Match
from truceline.scoring.telling import Entity
from truceline.scoring.words import allowed, dated, days, kilometres, name_key


def score_document(m: Match, board: Board) -> None:
    """Title, authors, publisher, publication days, body kept and page furniture kept out."""
    gold, system, article = m.gold.document, m.system.document, m.gold.article
    board["document", "title"].note(name_key(gold["title"]) == name_key(system.get("title")))
    want, got = ({name_key(a) for a in d.get("authors") or []} for d in (gold, system))
    board["document", "authors"].add(Cell(tp=len(want & got), fp=len(got - want), fn=len(want - got)))
    outlets = {name_key(p) for p in [gold["outlet"], *gold.get("outlet_alt", [])]}
    board["document", "publisher"].note(name_key(system.get("outlet")) in outlets)
    first, last = days(system.get("published"))
    board["document", "published overlaps"].note(dated(days(gold["published"]), (first, last)))
    board["document", "published fits known"].note(dated(days(gold["published"].get("known")), (first, last)))
    if first and last:
        width = dt.date.fromisoformat(last) - dt.date.fromisoformat(first)
        board["document", "published width in days"].note(width.days + 1)
    for sentence in re.finditer(r"[^.!?\n]+[.!?]*[”’\"]*", article.text):
        words = article.cover(*sentence.span())
        if len(words) > 2 and words <= m.gold.body:
            board["document", "body kept"].note(len(words & m.system.body) >= 0.9 * len(words))
    for words in m.gold.not_body:
        board["document", "not body kept out"].note(len(words & m.system.body) < 0.5 * len(words))


def score_entities(m: Match, board: Board) -> None:
    """Actors and places found and their properties; clustering of the actors' names within the article."""
    sides = (("actors", m.gold.actors, m.system.actors, m.who), ("places", m.gold.places, m.system.places, m.where))
    for section, gold, everything, links in sides:
        system = present(everything)
        hits = [links[s] for s in system if s in links]
        spared, right = sum(gold[g].optional for g in hits), {g for g in hits if not gold[g].optional}
        missing = sum(not g.optional for g in gold.values()) - len(right)
        board[section, ""].add(Cell(len(right), len(system) - len(right) - spared, missing, spared))
        for entry in (gold[i] for i in sorted(right)):
            mine = [s for s in system.values() if links.get(s.id) == entry.id]
            g, s = entry.data, max((len(x.forms.keys() & entry.forms.keys()), x.id, x) for x in mine)[2].data
            board[section, "country"].note(allowed(g, "country", s.get("country")))
            key = "type" if section == "actors" else "kind"
            board[section, "type"].note(allowed(g, key, s.get("type")))
            if g.get("lat") is not None and g["kind"] not in ("country", "region", "waterbody"):
                at = [v for k in ("latitude", "longitude") if (v := s.get(k)) is not None]
                near = len(at) == 2 and kilometres(g["lat"], g["lon"], *at) <= max(50, g.get("radius_km", 0))
                board[section, "coordinates"].note(near)
    b_cubed([("", m.gold.actors)], [("", present(m.system.actors))], "", board)


def present(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities that the article names (the others belong to other reports of the record)."""
    return {i: e for i, e in entities.items() if e.data.get("here", True)}


Named = Iterable[tuple[str, Mapping[str, Entity]]]  # (article, its entities)


def b_cubed(gold: Named, system: Named, label: str, board: Board) -> None:
    """Named surface forms (up to six words) found, and B-cubed over those that both sides have."""

    def table(docs: Named) -> dict[Any, tuple[str, bool]]:
        """(article, form) -> (cluster, optional), without forms that name two actors of one article."""
        rows = [
            ((name, form), (e.id, e.optional))
            for name, entities in docs
            for e in entities.values()
            for form, named in e.forms.items()
            if named and len(form) <= 6
        ]
        times = Counter(key for key, _ in rows)
        return {key: value for key, value in rows if times[key] == 1}

    want, got = table(gold), table(system)
    clusters: list[dict[str, set[Any]]] = [defaultdict(set), defaultdict(set)]
    for side, rows in zip(clusters, (want, got), strict=True):
        for form in want.keys() & got.keys():
            side[rows[form][0]].add(form)
    for form, (cluster, optional) in want.items():
        if not optional:
            board["actors", label + "names found"].note(form in got)
            if form in got:
                mine, theirs = clusters[0][cluster], clusters[1][got[form][0]]
                board["actors", label + "B3 recall"].note(len(mine & theirs) / len(mine))
                board["actors", label + "B3 precision"].note(len(mine & theirs) / len(theirs))
