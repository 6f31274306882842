"""One body under several names: ministries by country and business, organisations by their letters."""

from __future__ import annotations

import pytest

from truceline.domain.document import Quote
from truceline.domain.mention import ActorMention
from truceline.reconcile.bodies import body_of, by_letters, letters_of, ministry


def mention(*forms: str, country: str | None = None, type_: str = "organisation", named: bool = True) -> ActorMention:
    quotes = tuple(Quote("r", 100 * i, 100 * i + len(form), form) for i, form in enumerate(forms))
    return ActorMention("a", max(forms, key=len), type_, country, (), (), quotes, named, None)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Kenya’s defence ministry", "ministry:KEN:defence"),
        ("Kenyan Ministry of Defense", "ministry:KEN:defence"),
        ("Ministry of Defence", "ministry:KEN:defence"),
        ("Foreign Ministry", "ministry:KEN:foreign"),
        ("Ministry of Foreign Affairs", "ministry:KEN:foreign"),
        ("Ministry of Mines and Water", None),
        ("ministry", None),
        ("de facto defence ministry", None),
    ],
)
def test_a_ministry_is_known_by_country_and_business(name: str, family: str | None) -> None:
    assert ministry(mention(name, country="KEN", type_="government")) == family
    assert ministry(mention(name, type_="government")) is None


@pytest.mark.parametrize(
    ("mentions", "one"),
    [
        ([mention("ONF"), mention("ONF", "Orlin National Forces", country="KEN", type_="security_force")], True),
        ([mention("ONF", country="KEN"), mention("ONF", country="UGA")], False),
        ([mention("ONF", "Orlin National Forces"), mention("ONF", "Oromo New Front")], False),
        ([mention("ONF", named=False)], False),
    ],
)
def test_letters_stand_for_one_body_unless_two_are_told(mentions: list[ActorMention], one: bool) -> None:
    assert ("ONF" in by_letters(("r", m) for m in mentions)) is one
    assert letters_of(mention("Orlin Relief")) is None


def test_a_full_name_means_the_body_of_its_letters() -> None:
    letters = by_letters([("a", mention("ORB", "Orlin Relief Board")), ("b", mention("Orlin Relief Board"))])
    assert body_of(mention("Orlin Relief Board"), letters) == body_of(mention("ORB"), letters) == "ORB"
    assert body_of(mention("Orlin Relief"), letters) is None
