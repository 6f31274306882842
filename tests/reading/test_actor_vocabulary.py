"""The rows of actors.toml, titles.toml and places.toml keep to their forms, and each kind to its example."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reading.told_scenes import scene
from truceline.domain.mention import ACTOR_TYPES, PLACE_TYPES
from truceline.reading.actors.actor_types import kind_at
from truceline.vocabulary import rows

ROWS = rows("actors")
KINDS = {k: r for k, r in ROWS.items() if r["row"] == "described"}


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_actors_keeps_its_form(name: str) -> None:
    row = ROWS[name]
    assert row["row"] in ("described", "state", "people", "named", "name_word")
    assert row.get("type", "state") in ACTOR_TYPES
    assert re.fullmatch(r"[A-Z]{3}", row.get("country", "XXX"))
    assert re.fullmatch(r"[A-Z]{3}", row.get("sector", "XXX"))
    assert row.get("member_of", name) in ROWS


@pytest.mark.parametrize("file", ["titles", "places"])
def test_every_row_of_titles_and_places_keeps_its_form(file: str) -> None:
    for name, row in rows(file).items():
        if "names" in row:
            assert row["type"] in PLACE_TYPES, name
            assert ("latitude" in row) == ("longitude" in row), name
        else:
            assert row["words"], name
            assert row["example"], name
            assert row["not_this"], name


def test_no_state_is_told_twice() -> None:
    codes = Counter(r["country"] for r in ROWS.values() if r["row"] == "state" and "country" in r)
    assert [c for c, n in codes.items() if n > 1] == []
    assert len(codes) > 190


@pytest.mark.network
@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_found_in_its_example_and_not_in_its_near_miss(name: str) -> None:
    assert name in _kinds(KINDS[name]["example"])
    assert name not in _kinds(KINDS[name]["not_this"])


def _kinds(text: str) -> set[str]:
    read = scene(text)
    return {
        kind.name
        for s in read.text.sentences
        for i in range(len(s.words))
        if read.actors.at(s.index, i) and (kind := kind_at(s, i)) is not None
    }
