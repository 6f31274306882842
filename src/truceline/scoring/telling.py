"""One report as one side tells it: the gold or the record."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from truceline.scoring.words import GOLD_KEYS, Article, Json, Words, is_named, listed, name_key, words_of


@dataclass
class Told:
    """Something that one side tells, with its line of the record or its entry in the gold."""

    id: str
    data: Json

    @property
    def optional(self) -> bool:
        """Whether its absence is no miss."""
        return bool(self.data.get("optional"))


@dataclass
class Entity(Told):
    """An actor or a place with the surface forms by which an article names it (form -> is it a proper name)."""

    forms: dict[tuple[str, ...], bool]


@dataclass
class Item(Told):
    """One account of an event, figure, statement, agreement, commitment or piece of wording."""

    words: Words
    record_id: str = ""


@dataclass
class Doc:
    """One article as the gold or the system tells it; `locate` finds the words of its quotes."""

    article: Article
    document: Json
    locate: Callable[..., Words]
    actors: dict[str, Entity] = field(default_factory=dict)
    places: dict[str, Entity] = field(default_factory=dict)
    items: dict[str, list[Item]] = field(default_factory=lambda: {k: [] for k in GOLD_KEYS})
    body: Words = frozenset()
    not_body: list[Words] = field(default_factory=list)


def entity(ident: str, forms: Iterable[str], data: Json) -> Entity:
    """An entity from its surface forms as printed."""
    table: dict[tuple[str, ...], bool] = {}
    for form in forms:
        table[name_key(form)] = table.get(name_key(form), False) or is_named(form)
    table.pop((), None)
    return Entity(ident, data, table)


def gold_doc(data: Json, text: str) -> Doc:
    """A gold file as a Doc; also takes an annotator's file from before the adjudication."""
    article = Article(text)
    doc = Doc(article, data["document"], article.find)
    doc.actors = {a["id"]: entity(a["id"], a["mentions"], a) for a in data["actors"]}
    doc.places = {p["name"]: entity(p["name"], [p["name"], *p["mentions"]], p) for p in data["places"]}
    doc.not_body = [article.find(s) for s in data["document"]["not_body"]]
    title = article.find(data["document"]["title"])
    doc.body = frozenset(range(len(article.words))).difference(title, *doc.not_body)
    forms = {form: a.id for a in doc.actors.values() for form in a.forms}
    for kind, key in GOLD_KEYS.items():
        for n, raw in enumerate(data[key], 1):
            x = dict(raw)
            words = article.find(x.get("evidence") or x.get("content"))
            words = words.union(*(article.find(q) for q in x.get("evidence_also", [])))
            if kind in ("figures", "wording"):
                words = article.find(x["text"] if kind == "figures" else x["phrase"], words)
            elif kind == "agreements":
                words = words.union(*(h for m in x.get("mentions", []) for h in article.every(m)))
            elif kind == "statements":
                x["cue_words"] = [article.find(c, words) for c in [x["cue"], *x.get("cue_alt", [])] if c]
                x["speaker_alt"] = [*listed(x["speaker"]), *x.get("speaker_alt", [])]
                if x["addressee"] not in doc.actors:
                    x["addressee"] = forms.get(name_key(x["addressee"]))
            for side in ("attributed_to", "whose"):  # None is the author's own voice; so are terms of an agreement
                if side in x:
                    voices = [x[side], *x.get(side.replace("_to", "") + "_alt", []), *listed(x.get("attributed_also"))]
                    x[side] = [v if v in doc.actors else None for v in voices]
            doc.items[kind].append(Item(x.get("id") or f"{kind}{n}", x, words))
    return doc


def find_source(report: Json, sources: Mapping[str, bytes]) -> str | None:
    """The article that a report is: by file name, by hash, or by its words."""
    base = re.split(r"[/\\]", report.get("source") or "")[-1]
    if base in sources:
        return base
    words = Counter(words_of(report.get("text") or ""))
    for name, data in sources.items():
        own = Counter(words_of(data.decode("utf-8")))
        if report.get("sha256") == hashlib.sha256(data).hexdigest() or (words & own).total() > 0.8 * own.total():
            return name
    return None


def system_doc(report: Json, kinds: Mapping[str, list[Json]], article: Article) -> Doc:
    """Everything that the record says by way of one report."""
    own, rid = Article(report.get("text") or ""), report.get("id", "")
    blocks = SequenceMatcher(None, own.words, article.words, autojunk=False).get_matching_blocks()
    table = {b.a + i: b.b + i for b in blocks for i in range(b.size)}

    def locate(quotes: Iterable[Json], phrase: str | None = None) -> Words:
        """Words of the raw article under this report's quotes, or under a phrase inside them."""
        found: Words = frozenset()
        for q in quotes:
            if q.get("report", rid) == rid:
                here = own.cover(q["start"], q["end"]) if own.text[q["start"] : q["end"]] == q["exact"] else frozenset()
                part = own.find(phrase, here)
                here = part if part and part <= here else here
                there = frozenset(table[w] for w in here if w in table)
                found |= there if there and 2 * len(there) >= len(here) else article.find(q["exact"])
        return found

    doc = Doc(article, {**report, "outlet": report.get("publisher")}, locate)
    body = [own.cover(p["start"], p["end"]) for p in report.get("parts") or [] if p["role"] == "body"]
    doc.body = frozenset(table[w] for w in frozenset().union(*body) if w in table)
    for kind, side in (("actor", doc.actors), ("place", doc.places)):
        for line in kinds[kind]:
            names = [n if isinstance(n, dict) else {"text": n} for n in line.get("names") or []]
            here = [n["text"] for n in names if n.get("report", rid) == rid and own.find(n["text"])]
            forms = here or [line["name"], *(n["text"] for n in names)]
            side[line["id"]] = entity(line["id"], forms, {**line, "here": bool(here)})
    for kind in GOLD_KEYS:
        singular = kind.removesuffix("s")
        for line in kinds[singular]:
            accounts = [line] if kind == "wording" else line.get("accounts") or []
            for n, account in enumerate(accounts, 1):
                if account.get("report") == rid:
                    x = line | account
                    phrase = {"figures": (x.get("amount") or {}).get("text"), "wording": x.get("phrase")}.get(kind)
                    words = locate(x.get("content_quotes" if kind == "statements" else "quotes") or [], phrase)
                    if kind == "statements":
                        x["cue_words"] = locate([x["cue_quote"]] if x.get("cue_quote") else [])
                    if kind == "commitments":
                        history = [h for h in line.get("history") or [] if h.get("report") == rid]
                        x["status"] = history[-1]["implementation"] if history else "none_stated"
                    doc.items[kind].append(Item(f"{line['id']}#{n}", x, words, line["id"]))
    return doc
