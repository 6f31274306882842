from __future__ import annotations

import pytest

from truceline.gazetteer import places_like, places_named
from truceline.gazetteer.spelling import place_key, without_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana'a", "Sanaa"),
        ("Ta‘izz", "Taizz"),
        ("Kandahār", "Kandahar"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Port-au-Prince", "Port au Prince"),
        ("Bogotá", "Bogota"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


def test_arabic_articles_can_be_left_out() -> None:
    assert without_article("Al Hudaydah") == "Hudaydah"
    assert without_article("Aleppo") is None


@pytest.mark.parametrize(
    ("name", "type_", "country", "latitude", "longitude"),
    [
        ("Goma", "city", "COD", -1.67, 29.23),
        ("Mekelle", "city", "ETH", 13.5, 39.47),
        ("Hodeidah", "city", "YEM", 14.8, 42.95),
        ("Marawi", "city", "PHL", 8.0, 124.29),
        ("El Fasher", "city", "SDN", 13.63, 25.35),
        ("Cabo Delgado", "province", "MOZ", -12.4, 39.4),
        ("North Kivu", "province", "COD", -0.57, 28.7),
        ("Donetsk", "city", "UKR", 48.0, 37.8),
    ],
)
def test_well_known_places_lie_where_they_lie(
    name: str, type_: str, country: str, latitude: float, longitude: float
) -> None:
    first = places_named(name)[0]
    assert (first.type, first.country) == (type_, country)
    assert first.latitude == pytest.approx(latitude, abs=0.3)
    assert first.longitude == pytest.approx(longitude, abs=0.3)


def test_the_most_populous_place_of_a_name_comes_first() -> None:
    people = [p.population for p in places_named("Belfast")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 1


@pytest.mark.parametrize("name", ["", "Xyzzyville", "the", "zzzzzzzz", "aaaaaaa"])
def test_what_no_gazetteer_knows_is_not_found(name: str) -> None:
    assert places_named(name) == ()


def test_a_city_lies_in_its_province() -> None:
    assert places_named("Toribío")[0].admin1 == "Cauca"
    assert places_named("Lashkar Gah")[0].admin1 == "Helmand"


@pytest.mark.parametrize(
    ("name", "country", "same_as"),
    [
        ("Al-Foua", "SYR", "Fuaa"),
        ("Kafraya", "SYR", "Kefraya"),
        ("Debaltsevo", "UKR", "Debaltseve"),
        ("Seiyun", "YEM", "Say'un"),
        ("Baardheere", "SOM", "Bardera"),
        ("Serekaniye", "SYR", "Ras al-Ain"),
        ("Shushi", "AZE", "Shusha"),
    ],
)
def test_a_place_is_found_by_its_names_in_several_tongues(name: str, country: str, same_as: str) -> None:
    mine, theirs = (next(p for p in places_named(n) if p.country == country) for n in (name, same_as))
    assert mine.id == theirs.id


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Kramatorskoye", "UKR", None),
        ("Zhitomir", "UKR", "Zhytomyr"),
        ("Maarat an-Nooman", "SYR", None),
        ("Bentiou", "SSD", "Bentiu"),
        ("Malakaal", "SSD", "Malakal"),
        ("Qandahar", "AFG", "Kandahār"),
        ("Beni", "COL", None),
    ],
)
def test_a_spelling_next_to_a_known_one_is_found_in_its_country(name: str, country: str, found: str | None) -> None:
    assert next((p.name for p in places_named(name) if p.country == country), None) == found or (
        next((p.name for p in places_like(name, country)), None) == found
    )
