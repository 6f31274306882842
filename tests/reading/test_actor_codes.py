from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.actors.actor_codes import Code, code_of_phrase

pytestmark = pytest.mark.network


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Kenyan police officers", "KEN", "COP"),
        ("a former Peruvian minister", "PER", "ELI"),
        ("Senegal's interior minister", "SEN", "GOV"),
        ("Bulgarian farmers", "BGR", "AGR"),
        ("the Swiss ambassador to Chile", "CHE", "GOV"),
        ("RENAMO fighters", "MOZ", "REB"),
        ("Nicosia", "CYP", "GOV"),
        ("the Laotian army", "LAO", "MIL"),
        ("villagers", None, "CVL"),
    ],
)
def test_a_phrase_gets_country_and_sector(phrase: str, country: str | None, sector: str) -> None:
    assert code_of_phrase(scene(phrase).text.sentences) == Code(country, sector)
