"""Who does it and whom it is done to, in the constructions that news uses."""

from __future__ import annotations

import pytest
from tests.builders import document

from truceline.reading import read_scene
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

CASES = (
    ("active", "Hezbollah attacked the Taliban.", "ASSAULT", {"hezbollah"}, {"taliban"}),
    ("passive", "Hamas was attacked by Hezbollah.", "ASSAULT", {"hezbollah"}, {"hamas"}),
    ("by-agent of a noun", "An attack by Hezbollah on Hamas killed six people.", "ASSAULT", {"hezbollah"}, None),
    ("possessive", "Rwanda's invasion of Uganda began in May.", "ASSAULT", {"rwanda"}, None),
    ("name before the noun", "A Taliban attack on Hezbollah killed six people.", "ASSAULT", {"taliban"}, None),
    ("relative clause", "Hezbollah, which attacked Hamas in May, denied it.", "ASSAULT", {"hezbollah"}, {"hamas"}),
    ("infinitive", "Hamas tried to attack Hezbollah.", "ASSAULT", {"hamas"}, {"hezbollah"}),
    ("object of blaming acts", "Egypt accused Hamas of attacking Hezbollah.", "ASSAULT", {"hamas"}, {"hezbollah"}),
    ("coordination", "Rwanda and Burundi attacked the Taliban.", "ASSAULT", {"rwanda", "burundi"}, {"taliban"}),
    ("between", "Fighting between Armenia and Azerbaijan resumed.", "ASSAULT", {"armenia", "azerbaijan"}, set()),
    ("with", "Hamas signed a truce with Israel in Cairo.", "SUPPORT", {"hamas", "israel"}, set()),
    ("between in the object", "A deal was reached between Hamas and Israel.", "AGREE", {"hamas", "israel"}, set()),
    ("light verb", "Turkey launched an offensive against Hezbollah.", "ASSAULT", {"turkey"}, {"hezbollah"}),
    ("come under attack", "Israel came under attack from Hezbollah.", "ASSAULT", {"hezbollah"}, {"israel"}),
    ("who moves retreats", "The withdrawal of Kenyan troops from Somalia began.", "RETREAT", {"kenyan-troops"}, None),
    ("accusation", "Sudan accused Chad of aggression.", "ACCUSE", {"sudan"}, {"chad"}),
    ("demand", "Iran urged Iraq to close the border.", "REQUEST", {"iran"}, {"iraq"}),
    ("gift", "Norway donated tents to the United Nations.", "AID", {"norway"}, {"united-nations"}),
    ("sanctions", "Brazil imposed sanctions on the Taliban.", "SANCTION", {"brazil"}, {"taliban"}),
    ("participle", "Hamas attacked a convoy, killing six soldiers.", "ASSAULT", {"hamas"}, None),
)  # fmt: skip

ACTOR_FLOOR, RECIPIENT_FLOOR = 0.9, 0.8


@pytest.mark.network
def test_doers_and_those_done_to_are_told_apart() -> None:
    actors_right = recipients_right = actors_asked = recipients_asked = 0
    wrong = []
    for name, text, type_, actors, recipients in CASES:
        found = [e for e in read_events(read_scene(document(text), load())) if e.type == type_]
        assert found, (name, text)
        if actors is not None:
            actors_asked += 1
            actors_right += any(set(e.actors) == actors for e in found)
        if recipients is not None:
            recipients_asked += 1
            recipients_right += any(set(e.recipients) == recipients for e in found)
        wrong += [(name, e.actors, e.recipients) for e in found if actors and set(e.actors) != actors]
    print(f"\nactors {actors_right}/{actors_asked} recipients {recipients_right}/{recipients_asked} {wrong}")
    assert actors_right / actors_asked >= ACTOR_FLOOR
    assert recipients_right / recipients_asked >= RECIPIENT_FLOOR


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Houthis were behind a strike on a market in Saada.", "houthis"),
        ("The government blamed the Houthis for the massacre of 15 farmers in Taiz.", "houthis"),
        ("The bombing of the church was blamed on the Houthis.", "houthis"),
        ("The attack on the harbour was attributed to the Houthis.", "houthis"),
        ("A Russian missile struck a house in Kharkiv, killing two women.", "russia"),
        ("A strike by Turkish aircraft killed two fighters in Dohuk.", "turkey"),
    ],
)
def test_who_is_held_responsible_did_it(text: str, actor: str) -> None:
    scene = read_scene(document(text), load())
    assert [e.actors for e in read_events(scene) if e.type == "ASSAULT"] == [(actor,)]
