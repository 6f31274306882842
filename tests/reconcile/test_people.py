"""Whom a number counts: forces, other fighters, civilians."""

from __future__ import annotations

import pytest

from truceline.reconcile.people import opposed, said_to_be, standing_of


@pytest.mark.parametrize(
    ("counted", "standing"),
    [
        ("nine policemen", "forces"),
        ("some 7,000 insurgents", "fighters"),
        ("four child soldiers", "forces"),
        ("at least 30 villagers", "civilians"),
        ("12 people", None),
        ("six soldiers and civilians", None),
    ],
)
def test_the_noun_tells_the_standing(counted: str, standing: str | None) -> None:
    assert standing_of(counted) == standing


@pytest.mark.parametrize(
    ("sentence", "standings"),
    [
        ("The twelve dead were all farmers, the mayor said.", {"civilians"}),
        ("All nine were insurgents, the ministry said.", {"fighters"}),
        ("They were not fighters, her sister said.", set()),
        ("Gunmen killed five people near Harrow.", set()),
        ("Those who fell were rebels in civilian clothes.", {"fighters"}),
    ],
)
def test_a_sentence_says_what_people_were(sentence: str, standings: set[str]) -> None:
    assert said_to_be(sentence) == standings


def test_armed_people_and_civilians_are_opposed() -> None:
    assert opposed(frozenset({"fighters"}), frozenset({"civilians"}))
    assert not opposed(frozenset({"forces"}), frozenset({"fighters"}))
    assert not opposed(frozenset(), frozenset({"civilians"}))
    assert not opposed(frozenset({"fighters", "civilians"}), frozenset({"civilians"}))
