from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.figures.amounts import read_amounts
from truceline.vocabulary import rows

pytestmark = pytest.mark.network

COUNTED = [
    ("The rebels handed over 3,200 rifles in Vallenar.", ("3,200 rifles", 3200, "weapon")),
    ("About 250 people fled the village.", ("About 250 people", 250, "person")),
    ("At least 31 civilians died in the market.", ("31", None, "person")),
    ("Two of the three hostages were freed in Jolo.", ("Two", 2, "hostage")),
    ("The army said 43 of its soldiers were wounded.", ("43", 43, "troop")),
    ("The union freed 60 captured militia fighters.", ("60 captured militia fighters", 60, "fighter")),
    ("A 16-year war ended.", ("16-year", 16, "year")),
    ("The envoy spoke to the rebels for 40 minutes.", ("40 minutes", 40, "minute")),
    ("A week-long truce began in Taiz.", ("week-long", 7, "day")),
    ("Five decades of conflict ended.", ("Five decades", 50, "year")),
    ("The mission has a force of 900 in the valley.", ("900", 900, "troop")),
    ("Donors pledged $2.6 billion for the region.", ("$2.6 billion", 2_600_000_000, "usd")),
    ("The rebels hold 60 per cent of the country.", ("60 per cent", 60, "percent")),
    ("The blast left 14 dead and 119 wounded.", ("119 wounded", 119, "person")),
    ("Orlin, a city of two million, has no water.", ("two million", 2_000_000, "person")),
    ("The buffer zone is 15 kilometres wide.", ("15 kilometres", 15, "km")),
    ("Some 900 hectares were cleared of mines.", ("900", 900, "hectare")),
    ("The pact was backed by eleven armed groups.", ("eleven armed groups", 11, "party")),
    ("The mission counted 240 ceasefire violations.", ("240 ceasefire violations", 240, "violation")),
    ("Hundreds of Sudanese crossed the river.", ("Hundreds", None, "person")),
    ("The camp shelters 90,000 refugees from Tigray.", ("90,000 refugees", 90_000, "refugee")),
    ("They turned over 30 rifles to the monitors.", ("30 rifles", 30, "weapon")),
    ("Six armoured vehicles were burnt near Donetsk.", ("Six armoured vehicles", 6, "vehicle")),
    ("No one was hurt.", ("No one", 0, "person")),
    ("There were no casualties in the shelling of Goma.", ("no casualties", 0, "person")),
    ("No villager was killed in Beni.", ("No villager", 0, "person")),
    ("Kenya hosts a million South Sudanese refugees.", ("a million South Sudanese refugees", 1_000_000, "refugee")),
    ("About 7,300 had chosen retirement.", ("About 7,300", 7300, None)),
    ("A story gave the number of rifles as 43,000.", ("43,000", 43_000, "weapon")),
]
NOTHING = [
    "The accord was signed on 26 November 2006.",
    "The 1998 agreement ended the conflict.",
    "The Security Council adopted Resolution 1325.",
    "Article 5 of the pact is disputed.",
    "The G7 welcomed the truce.",
    "The attacks of 9/11 changed the war.",
    "Gunmen fired AK-47 rifles.",
    "The truce took effect at 6:30 p.m. on Friday.",
    "The guns fell silent at 1800 GMT.",
    "Peter Otim, 43, a farmer, was hurt.",
    "A 19-year-old woman was hurt.",
    "1. The parties agree to a ceasefire.",
    "No one met the envoy.",
    "One of the drivers fled.",
    "One day peace will come.",
    "It was the first attack.",
    "The M23 movement took the town.",
    "Call +44 20 7946 0958 for details.",
    "Listen on 96.5 FM.",
    "I will not pass this duty on to a fifth.",
]


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_amounts_are_read_with_what_they_count(text: str, told: tuple[str, float | None, str]) -> None:
    words, best, unit = told
    found = [m.amount for m in read_amounts(scene(text).text)]
    amount = next(a for a in found if words in a.text)
    assert (amount.unit, amount.best) == (unit, best if amount.relation in ("exact", "about") else None)
    assert text[amount.start : amount.end] == amount.text


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing_are_no_amounts(text: str) -> None:
    assert [m.amount.text for m in read_amounts(scene(text).text)] == []


def test_what_changes_is_taken_from_what_is_changed() -> None:
    found = read_amounts(scene("The union will cut its force from 9,000 to 4,500.").text)
    assert [(m.amount.best, m.amount.unit) for m in found] == [(9000, "troop"), (4500, "troop")]


def test_the_base_of_a_share_is_kept_with_it() -> None:
    (amount,) = (m.amount for m in read_amounts(scene("Two of the three hostages were freed.").text))
    assert amount.of_amount == 3


@pytest.mark.parametrize("unit", rows("counted"))
def test_every_unit_reads_its_example_and_not_its_near_miss(unit: str) -> None:
    row = rows("counted")[unit]
    units = {"decade": "year", "century": "year"}
    assert units.get(unit, unit) in {m.amount.unit for m in read_amounts(scene(row["example"]).text)}
    assert unit not in {m.amount.unit for m in read_amounts(scene(row["not_this"]).text)}
