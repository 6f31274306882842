"""Rules that every record keeps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from truceline.scoring.words import Json, days, listed

REFERENCES = [
    "report", "attributed_to", "relayed_by", "term_of", "actors", "recipients", "place", "of", "where", "speaker",
    "speakers", "addressee", "addressees", "agreement", "obligors", "beneficiaries", "parties", "signatories",
    "witnesses", "target", "voice", "member_of",
]  # fmt: skip
QUOTED = {"event", "figure", "statement", "agreement", "commitment", "wording", "finding"}
RULES = (
    "quotes exact", "no item without quotes", "ids unique", "ids resolve", "dates ordered", "best only for one value",
    "amount in its quotes",
)  # fmt: skip


def objects(value: Any) -> Iterator[Json]:
    """All objects inside a JSON value, itself first."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from objects(child)


def violations(record: list[Json]) -> dict[str, list[str]]:
    """Broken rules of the format, with the ids of the lines that break them."""
    out: dict[str, list[str]] = {rule: [] for rule in RULES}
    texts = {x["id"]: x.get("text") or "" for x in record if x.get("kind") == "report"}
    times = Counter(x["id"] for x in record if "id" in x)
    out["ids unique"] = [i for i, n in times.items() if n > 1]
    for line in record:
        kind, ident = line.get("kind"), line.get("id", "?")
        told = [line] if kind == "wording" else line.get("items" if kind == "finding" else "accounts") or []
        bare = any(not (x.get("content_quotes") if kind == "statement" else x.get("quotes")) for x in told)
        if kind in QUOTED and (bare or not told):
            out["no item without quotes"].append(ident)
        for x in objects(line):
            if "exact" in x and not x["exact"] == texts.get(x.get("report"), "")[x["start"] : x["end"]] != "":
                out["quotes exact"].append(ident)
            refs = [r for k in REFERENCES if k in x for r in listed(x[k])]
            if kind == "finding" and "quotes" in x:
                refs.append(x.get("id"))
            if kind != "decision" and any(r not in times for r in refs):
                out["ids resolve"].append(ident)
            if {"earliest", "latest"} <= x.keys():
                try:
                    ends = [dt.date.fromisoformat(d) for d in days(x) if d is not None]
                except (TypeError, ValueError):
                    ends = [dt.date.max, dt.date.min]
                if ends != sorted(ends):
                    out["dates ordered"].append(ident)
            if {"low", "best", "high", "relation"} <= x.keys():
                values = [v for v in (x["low"], x["best"], x["high"]) if v is not None]
                several = x["best"] is not None and x["relation"] not in ("exact", "about", "multiple")
                if several or values != sorted(values):
                    out["best only for one value"].append(ident)
            number = (x.get("amount") or {}).get("text") or "" if kind == "figure" and "quotes" in x else ""
            if number and x["quotes"] and not any(number in q["exact"] for q in x["quotes"]):
                out["amount in its quotes"].append(ident)
    return out
