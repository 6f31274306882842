"""The annotated samples hold together: their strings are in the reports and their ids resolve."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples" / "reports"
OTHERS = [HERE.parent / name for name in ("more", "third", "fourth", "fifth")]
FOLDERS = ((HERE, SAMPLES), *((o / "gold", o / "reports") for o in OTHERS))  # annotations and their reports


def names_in(gold: Path) -> list[str]:
    """List the annotated reports of a folder."""
    return sorted(path.name.removesuffix(".json") for path in gold.glob("*.txt.json"))


FOLDER_OF = {name: folder for folder in FOLDERS for name in names_in(folder[0])}
NAMES = sorted(FOLDER_OF)

QUOTED_ONCE = {"events": "evidence", "statements": "content", "commitments": "evidence"}
INSIDE_EVIDENCE = {"figures": "text", "framing": "phrase"}
ACTOR_KEYS = ("actor", "recipient", "obligor", "beneficiary", "parties", "speaker", "addressee")
VOICE_KEYS = ("attributed_to", "whose", "status_by")

PLOVER = (
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT OTHER"
)
SLOTS = [  # the words that a slot may hold
    (key, slot, frozenset(known.split()))
    for key, slot, known in (
        ("events", "plover", PLOVER),
        ("events", "status", "occurred ongoing planned conditional denied alleged hypothetical"),
        ("figures", "qualifier", "exact about over at_least under up_to range multiple"),
        ("statements", "kind", "direct indirect mixed"),
        ("statements", "stance", "assert deny promise threaten demand predict concede accuse other"),
        ("agreements", "status", "proposed under_negotiation signed in_force suspended ended rejected"),
        ("commitments", "status", "pending in_progress met missed broken refused disputed none_stated"),
        ("framing", "kind", "epithet scare_quotes loaded_verb metaphor absolutes insult glorification euphemism doubt"),
    )
]

Json = dict[str, Any]


def gold_of(name: str) -> Json:
    """Read one annotated report."""
    data: Json = json.loads((FOLDER_OF[name][0] / f"{name}.json").read_text(encoding="utf-8"))
    return data


def text_of(name: str) -> str:
    """Read one report as published."""
    return (next(FOLDER_OF[name][1].rglob(name))).read_text(encoding="utf-8")


def ids_in(value: Any) -> Iterator[str]:
    """Walk over all ids in a value, however deeply it is listed."""
    if isinstance(value, str):
        yield value
    for child in value if isinstance(value, list) else []:
        yield from ids_in(child)


@pytest.mark.parametrize("name", NAMES)
def test_every_string_is_printed_in_its_report(name: str) -> None:
    gold, text = gold_of(name), text_of(name)
    mentions = [m for key in ("actors", "places", "agreements") for item in gold[key] for m in item["mentions"]]
    wanted = [gold["document"]["title"], *gold["document"]["not_body"], *mentions]
    assert [w for w in wanted if w not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_once(name: str) -> None:
    gold, text = gold_of(name), text_of(name)
    quoted = [item[field] for key, field in QUOTED_ONCE.items() for item in gold[key]]
    assert [q for q in quoted if text.count(q) != 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_figures_and_wording_lie_inside_their_evidence(name: str) -> None:
    gold, text = gold_of(name), text_of(name)
    pairs = [(item[field], item["evidence"]) for key, field in INSIDE_EVIDENCE.items() for item in gold[key]]
    assert [part for part, evidence in pairs if part not in evidence or evidence not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_resolve(name: str) -> None:
    gold = gold_of(name)
    items = [item for value in gold.values() if isinstance(value, list) for item in value]
    own = [item["id"] for item in items if "id" in item]
    actors = {actor["id"] for actor in gold["actors"]}
    named = [i for item in items for key in ACTOR_KEYS for k in (key, f"{key}_alt") for i in ids_in(item.get(k))]
    voices = [i for item in items for key in VOICE_KEYS for i in ids_in(item.get(key)) if i != "author"]
    targets = [i for item in gold["framing"] for i in ids_in([item["target"], *item.get("target_alt", [])])]
    places = {place["name"] for place in gold["places"]}
    assert len(own) == len(set(own))
    assert [i for i in named + voices if i not in actors] == []
    assert [i for i in targets if i not in own] == []
    assert [e["place"] for e in gold["events"] if e["place"] is not None and e["place"] not in places] == []


@pytest.mark.parametrize("gold", [folder[0] for folder in FOLDERS], ids=["samples", "more", "third", "fourth", "fifth"])
def test_what_links_the_reports_points_to_them(gold: Path) -> None:
    cross = json.loads((gold / "cross.json").read_text(encoding="utf-8"))
    quoted = [
        x for value in cross.values() if isinstance(value, list) for entry in value for x in entry.get("items", [])
    ]
    quoted += [x for entry in cross["commitments"] for x in entry["history"]]
    missing = [x for x in quoted if "evidence" in x and x["evidence"] not in text_of(x["doc"])]
    for kind, key in (("events", "event_id"), ("commitments", "commitment_id")):
        known = {(name, item["id"]) for name in names_in(gold) for item in gold_of(name)[kind]}
        missing += [x for x in quoted if key in x and (x["doc"], x[key]) not in known]
    assert missing == []


@pytest.mark.parametrize("gold", [folder[0] for folder in FOLDERS], ids=["samples", "more", "third", "fourth", "fifth"])
def test_the_split_covers_every_annotated_report_once(gold: Path) -> None:
    split = tomllib.loads((gold.parent / "split.toml").read_text(encoding="utf-8"))
    assert sorted(split["tune"] + split["measure"]) == names_in(gold)


@pytest.mark.parametrize("name", NAMES)
def test_statuses_stances_and_sorts_are_those_of_the_export(name: str) -> None:
    gold = gold_of(name)
    strange = [
        (item["id"], value)
        for key, slot, known in SLOTS
        for item in gold[key]
        for value in (item[slot], *item.get(f"{slot}_alt", []))
        if value not in known
    ]
    assert strange == []
