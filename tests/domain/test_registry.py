"""A registry of actors is read, or refused with one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from truceline.domain.dates import Days
from truceline.domain.registry import Office, Registered, read_registry
from truceline.errors import BadArgument

WHOLE = """
[[actor]]
name = "Orlin Front"
aliases = ["OF", "the hill people"]
type = "armed_group"
country = "KEN"

[[actor]]
name = "Ana Ruiz"
type = "person"
member_of = ["Orlin Front"]
roles = [{ title = "army chief", since = 2019-05-01, until = 2021-03-31 }, { title = "mediator" }]
"""


def test_a_registry_gives_names_offices_and_groups() -> None:
    front, ana = read_registry(WHOLE, "own.toml")
    assert front == Registered("Orlin Front", ("OF", "the hill people"), "armed_group", "KEN")
    assert ana.member_of == ("Orlin Front",)
    assert ana.roles == (Office("army chief", date(2019, 5, 1), date(2021, 3, 31)), Office("mediator"))


@pytest.mark.parametrize(
    ("days", "held"),
    [
        (Days.on("2020-01-01"), True),
        (Days.on("2021-04-01"), False),
        (Days(date(2021, 3, 1), date(2021, 5, 1)), False),
        (Days(), False),
    ],
)
def test_an_office_is_held_on_all_days_or_not_at_all(days: Days, held: bool) -> None:
    assert read_registry(WHOLE, "own.toml")[1].roles[0].held_in(days) is held


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[actor]]", "own.toml, actor 1 has no name."),
        ("[[actor]\nname = 1", "own.toml is no registry"),
        ("actor = 3", "needs a block that begins with"),
        ('[[actor]]\nname = "A"\ntype = "club"', "has the type 'club'"),
        ('[[actor]]\nname = "A"\ncountry = "Kenya"', "three capital letters"),
        ('[[actor]]\nname = "A"\nnick = "B"', "has 'nick'"),
        ('[[actor]]\nname = "A"\nmember_of = ["B"]', "a member of 'B', which has no block"),
        ('[[actor]]\nname = "A"\n[[actor]]\nname = "A"', "two actors with the name 'A'"),
        ('[[actor]]\nname = "A"\nroles = [{ since = 2019-05-01 }]', "a role without a title"),
        ('[[actor]]\nname = "A"\nroles = [{ title = "x", since = "2019" }]', "is not a day"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(BadArgument, match=r"own\.toml") as raised:
        read_registry(text, "own.toml")
    assert said in str(raised.value)
