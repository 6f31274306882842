"""Deeds that no row of the vocabulary knows, told by the language model; and plain sentences that tell nothing."""

from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.events.event_rows import event_rows
from truceline.reading.events.events import read_events

pytestmark = pytest.mark.network

LEARNED = [
    ("Troops frisked passengers on the road to Jaffna.", "frisked", "COERCE"),
    ("The militia waylaid a lorry of the World Food Programme near Ituri.", "waylaid", "COERCE"),
    ("Police roughed up a reporter in Kano.", "roughed", "COERCE"),
    ("The two presidents hobnobbed in Kigali on Friday.", "hobnobbed", "CONSULT"),
    ("The Kremlin lampooned the offer of the Finnish president.", "lampooned", "REJECT"),
    ("Serb gunners cratered the airfield at Tuzla.", "cratered", "ASSAULT"),
    ("The rebels garotted a village chief in Beni.", "garotted", "ASSAULT"),
    ("The rebels disembowelled a priest in Ituri.", "disembowelled", "ASSAULT"),
    ("The army bivouacked three brigades on the border with Chad.", "bivouacked", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "word", "type_"), LEARNED)
def test_a_deed_that_no_row_knows_is_told_with_its_type(text: str, word: str, type_: str) -> None:
    told = [(e.head.exact, e.type, e.predicate) for e in read_events(scene(text))]
    assert [t[:2] for t in told] == [(word, type_)]
    assert not event_rows().at(told[0][2])


@pytest.mark.parametrize(
    "text",
    [
        "The bakery opened at six in the morning.",
        "Rain fell on the hills of Darfur all night.",
        "The minister wore a grey coat to the ceremony.",
        "Her grandfather planted olive trees near Hebron.",
        "The goalkeeper of Kano punched the ball away.",
        "Tourists photographed the old fort in Galle.",
        "The ministry released a list of names.",
        "The remaining troops had left the road open.",
        "The two envoys have not been seen since Monday.",
        "She brought the cattle home.",
    ],
)
def test_everyday_deeds_tell_no_event(text: str) -> None:
    assert not read_events(scene(text))


@pytest.mark.parametrize(
    "text",
    ["Two hundred people died of cholera in Goma.", "Forty villagers died of malaria in Juba."],
)
def test_a_deed_that_rows_refuse_in_its_company_is_not_told(text: str) -> None:
    assert not read_events(scene(text))
