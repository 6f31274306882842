"""Turns of phrase, bulletins and passives that tell events."""

from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.reading.events.events import read_events

pytestmark = pytest.mark.network


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The bishop called on the rebels to lay down their arms and come home.", ["REQUEST"]),
        ("Two rebel groups balked at signing the accord.", ["REJECT"]),
        ("Another battalion was despatched to the border.", ["MOBILIZE"]),
        ("Dozens of checkpoints were set up in the valley.", ["COERCE"]),
        ("Six trucks were knocked out near Sake.", ["ASSAULT"]),
        ("Settlers seized two shops and punctured the tyres of nine cars.", ["COERCE", "ASSAULT"]),
        ("Kenya described the attack as senseless.", ["ACCUSE"]),
    ],
)
def test_words_of_bulletins_tell_their_deeds(text: str, types: list[str]) -> None:
    assert [e.type for e in read_events(scene(text))] == types
