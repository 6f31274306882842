"""What an actor is called: no counts, no bullets, no broken lines, no capitals of a headline."""

from __future__ import annotations

import pytest

from truceline.domain.document import Quote
from truceline.domain.mention import ActorMention
from truceline.reconcile.called import called


def mention(*forms: str, named: bool = False, type_: str = "population") -> ActorMention:
    quotes = tuple(Quote("r", 100 * i, 100 * i + len(form), form) for i, form in enumerate(forms))
    return ActorMention("a", max(forms, key=len), type_, None, (), (), quotes, named, None)


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (("Two officers", "officers"), "officers"),
        (("- 44 Orlin captives",), "Orlin captives"),
        (("Seventeen opposition parties",), "opposition parties"),
        (("some 7,000 insurgents",), "insurgents"),
        (("Hundreds of thousands of refugees",), "refugees"),
        (("one of the rebels",), "rebels"),
        (('160 "refugees',), "refugees"),
        (("LAST TROOPS", "troops"), "last troops"),
        (("Residents",), "residents"),
        (("Congress",), "Congress"),
        (("Kenyan\nprisoners",), "Kenyan prisoners"),
        (("52-year-old widow",), "widow"),
        (("Kenyan and Somali special forces",), "Kenyan special forces"),
        (("women and children",), "women and children"),
    ],
)
def test_a_description_is_called_by_its_plain_words(forms: tuple[str, ...], name: str) -> None:
    assert called([mention(*forms)]) == name


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (("Seventh of May Front",), "Seventh of May Front"),
        (("First Orlin Brigade", "First Orlin\nBrigade"), "First Orlin Brigade"),
        (("ORLIN RELIEF BOARD", "Orlin Relief Board"), "Orlin Relief Board"),
        (("M23", "M23"), "M23"),
    ],
)
def test_a_name_stays_what_it_is(forms: tuple[str, ...], name: str) -> None:
    assert called([mention(*forms, named=True, type_="armed_group")]) == name
