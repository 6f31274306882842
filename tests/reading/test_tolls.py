"""How many an event killed and injured, in every order of words, and tellings that count the same dead."""

from __future__ import annotations

import pytest
from tests.reading.test_events import events_of, only

pytestmark = pytest.mark.network

TOLLS = [
    ("The shelling left four dead and a dozen wounded.", 4, 12),
    ("A car bomb outside a police station in Quetta left 12 people dead and 40 injured.", 12, 40),
    ("A drone strike on a convoy in Marib killed 14 people and wounded 22 on Thursday.", 14, 22),
    ("Two policemen were killed and three others wounded in an ambush by Maoists on Wednesday.", 2, 3),
    ("Week-long fighting around the town of Sake has left 10 rebels dead.", 10, None),
    ("The death toll from Friday's bombing in Mogadishu rose to 87.", 87, None),
    ("Five bodies were found in a ditch outside Tumaco on Monday.", 5, None),
    ("Seven soldiers lost their lives near Kidal on Tuesday.", 7, None),
    ("The rebels were behind a strike on a market that killed 14 civilians and wounded 27.", 14, 27),
    ("Police fired tear gas at protesters in Conakry, injuring ten.", None, 10),
]


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLLS)
def test_a_toll_belongs_to_its_attack(text: str, dead: int | None, hurt: int | None) -> None:
    event = only(text, "ASSAULT")
    assert (event.fatalities.best if event.fatalities else None) == dead
    assert (event.injured.best if event.injured else None) == hurt


def test_who_finds_bodies_killed_nobody() -> None:
    event = only("Villagers found the bodies of three teachers near Turbat.", "ASSAULT")
    assert event.actors == ()
    assert event.recipients


def test_the_same_dead_are_one_event() -> None:
    text = (
        "Gunmen shot dead 16 villagers in Assam on Monday. The dead were farmers. "
        "The sixteen villagers were shot dead after they were called out of their houses, police said."
    )
    assert len([e for e in events_of(text) if e.type == "ASSAULT"]) == 1


def test_other_numbers_in_one_voice_are_other_events() -> None:
    text = "Rebels killed 12 farmers in the valley. In March rebels killed 30 farmers in the valley."
    assert len([e for e in events_of(text) if e.type == "ASSAULT"]) == 2


def test_an_age_is_no_toll() -> None:
    assert only("A soldier shot dead a man of 24 near Crossmaglen.", "ASSAULT").fatalities is None


def test_bodies_found_are_the_toll_of_the_attack_just_told() -> None:
    text = "An air strike hit a block of flats in Aleppo. Rescuers pulled nine bodies out of the rubble."
    event = only(text, "ASSAULT")
    assert event.fatalities is not None
    assert event.fatalities.best == 9
