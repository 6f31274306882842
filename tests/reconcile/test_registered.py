"""Actors of the user's registry are found by name, and by an office that they held when the report appeared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import actor, document, event, reading
from truceline.domain.dates import Days
from truceline.domain.document import Published
from truceline.domain.items import Items
from truceline.domain.mention import Reading
from truceline.domain.registry import Office, Registered
from truceline.reconcile import reconcile

FRONT = Registered("Orlin Front", ("hill people", "OF"), "armed_group", "KEN")
ANA = Registered("Ana Ruiz", ("La Negra",), "person", "KEN", ("Orlin Front",), (Office("commander", date(2019, 1, 1)),))
PIET = Registered("Piet Mokoena", (), "person", "KEN", (), (Office("commander", None, date(2018, 12, 31)),))


def told(text: str, *names: str, on: str | None = None, **kinds: str) -> Reading:
    d = document(text)
    if on:
        d = replace(d, published=Published(Days.on(on), "stated"))
    actors = tuple(actor(d, name, kinds.get(name.split()[-1], "armed_group")) for name in names)
    return reading(d, actors=actors, events=(event(d, text, "ASSAULT", actors=(actors[0].key,)),))


def names(items: Items) -> dict[str, tuple[str | None, int]]:
    return {a.name: (a.country, len({n.report for n in a.names})) for a in items.actors}


def test_names_of_one_entry_are_one_actor() -> None:
    readings = (told("The hill people took the bridge.", "hill people"), told("OF fighters left the bridge.", "OF"))
    assert len(reconcile(readings).actors) == 2
    assert names(reconcile(readings, registry=(FRONT,))) == {"Orlin Front": ("KEN", 2)}


def test_an_office_means_who_held_it_when_the_report_appeared() -> None:
    text = "The commander fired at the bridge."
    for day, name in (("2018-05-01", "Piet Mokoena"), ("2020-05-01", "Ana Ruiz")):
        one = told(text, "commander", on=day, commander="person")
        one = replace(one, actors=tuple(replace(a, named=False) for a in one.actors))
        assert set(names(reconcile((one,), registry=(ANA, PIET, FRONT)))) == {name}


def test_an_office_of_an_undated_report_means_nobody_in_particular() -> None:
    one = told("The commander fired at the bridge.", "commander", commander="person")
    one = replace(one, actors=tuple(replace(a, named=False) for a in one.actors))
    assert "Ana Ruiz" not in names(reconcile((one,), registry=(ANA, PIET, FRONT)))


def test_a_member_belongs_to_its_group_where_the_record_has_it() -> None:
    readings = (told("Ana Ruiz took the bridge.", "Ana Ruiz", Ruiz="person"), told("The OF left the bridge.", "OF"))
    items = reconcile(readings, registry=(ANA, FRONT))
    ana = next(a for a in items.actors if a.name == "Ana Ruiz")
    assert ana.member_of == tuple(a.id for a in items.actors if a.name == "Orlin Front")


def test_a_person_is_not_the_group_of_the_same_name() -> None:
    one = told("OF took the bridge.", "OF", OF="person")
    assert "Orlin Front" not in names(reconcile((one,), registry=(FRONT,)))
