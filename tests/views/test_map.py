"""A place is drawn as precisely as it is told and never more."""

from __future__ import annotations

from builders import document, event, place, reading
from truceline.reconcile import reconcile
from truceline.views.catalog import Catalog
from truceline.views.map import map_chart, map_note, spots
from truceline.views.shapes import Window, clipped, outlines


def catalog(*places: tuple[str, str, float | None, float | None, str]) -> Catalog:
    made = []
    for name, type, latitude, longitude, precision in places:
        d = document(f"Gunmen attacked a convoy in {name}.", published="2031-05-14", publisher=name)
        there = place(d, name, type, latitude=latitude, longitude=longitude, precision=precision)
        e = event(d, f"attacked a convoy in {name}", place=there.key)
        made.append(reading(d, places=(there,), events=(e,)))
    return Catalog(reconcile(made))


def test_what_is_told_of_a_country_has_no_mark() -> None:
    nepal, town = ("Nepal", "country", None, None, "country"), ("Pokhara", "city", 28.2, 83.98, "locality")
    found = spots(catalog(nepal, town))
    assert [(s.name, s.why_not is None) for s in found] == [("Pokhara", True), ("Nepal", False)]
    chart = map_chart(found)
    assert chart.count('class="mark"') == 1
    assert "Nepal" in chart  # the name of the country on the base map, without a mark
    assert found[1].latitude is None


def test_a_province_is_a_ring_and_a_town_is_none() -> None:
    province, town = ("Bolivar", "province", 8.6, -74.0, "admin1"), ("Mompox", "city", 9.24, -74.43, "locality")
    chart = map_chart(spots(catalog(province, town)))
    assert chart.count('class="area"') == 1
    assert chart.count('class="mark"') == 2


def test_no_located_event_draws_nothing() -> None:
    assert map_chart(spots(catalog(("Sudan", "country", None, None, "country")))) == ""
    assert map_chart(()) == ""


def test_one_far_capital_does_not_squeeze_the_rest_but_is_there_when_asked_for() -> None:
    near = [
        (name, "city", 9.0 + n / 10, 40.0, "locality") for n, name in enumerate(("Adwa", "Axum", "Shire", "Mekele"))
    ]
    found = spots(catalog(*near, ("Oslo", "city", 59.9, 10.7, "locality")))
    assert map_chart(found).count('class="mark"') == 4
    assert map_chart(found, whole=True).count('class="mark"') == 5


def test_the_base_map_is_named_and_what_its_borders_mean() -> None:
    assert "Natural Earth" in map_note()
    assert "nothing about whose it is" in map_note()


def test_outlines_are_cut_at_the_window_and_at_the_day_line() -> None:
    window = Window(68.0, 26.0, 90.0, 31.0)
    assert {"Nepal", "India"} <= {o.name for o in outlines(window)}
    points = [p for o in outlines(window) for r in o.rings for p in r]
    assert all(68 <= x <= 90 and 26 <= y <= 31 for x, y in points)
    assert clipped(((0, 0), (4, 0), (4, 4), (0, 4)), Window(1, 1, 2, 2)) != ()
    atlantic = Window(-40.0, 60.0, -20.0, 68.0)
    assert {o.name for o in outlines(atlantic)} <= {"Greenland", "Denmark", "Iceland"}
