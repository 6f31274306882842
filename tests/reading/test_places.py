from __future__ import annotations

import pytest

from reading.told_scenes import scene
from truceline.domain.mention import PlaceMention

pytestmark = pytest.mark.network


def places(text: str) -> dict[str, PlaceMention]:
    """The places of a text, by every form that names them."""
    return {q.exact: p for p in scene(text).places.mentions for q in p.quotes}


@pytest.mark.parametrize(
    ("text", "form", "type_", "country"),
    [
        ("Gunmen killed two farmers in the eastern province of Arauca.", "Arauca", "province", "COL"),
        ("The army shelled the city of Nyala in Sudan on Friday.", "Nyala", "city", "SDN"),
        ("Heavy fighting broke out in eastern Ukraine on Monday.", "eastern Ukraine", "region", "UKR"),
        ("Pirates seized a tanker in the Gulf of Aden on Sunday.", "Gulf of Aden", "waterbody", None),
        ("Shells fell across the Line of Control in Kashmir.", "Line of Control", "region", None),
        ("The delegation flew to Geneva on Tuesday.", "Geneva", "city", "CHE"),
        ("Rebels left their camps in Nepal last week.", "Nepal", "country", "NPL"),
        ("Troops entered Chitwan district at dawn.", "Chitwan", "district", "NPL"),
    ],
)
def test_a_place_gets_its_type_and_country(text: str, form: str, type_: str, country: str | None) -> None:
    place = places(text)[form]
    assert (place.type, place.country) == (type_, country)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The war has emptied villages all over Yemen.", "Yemen"),
        ("They crossed the Mediterranean in a small boat.", "Mediterranean"),
        ("Aid has not reached the Sahel this year.", "Sahel"),
    ],
)
def test_countries_waters_and_regions_have_no_coordinates(text: str, form: str) -> None:
    assert places(text)[form].latitude is None


def test_a_place_of_a_common_name_lies_in_the_country_of_the_report() -> None:
    text = "The Mozambican army said that insurgents had left Palma. Mozambique sent troops from Maputo to Pemba."
    assert places(text)["Pemba"].country == "MOZ"


def test_an_unknown_place_keeps_its_name_and_no_coordinates() -> None:
    place = places("Soldiers burnt the village of Qarzzibul in Sudan.")["Qarzzibul"]
    assert place.latitude is None
    assert place.longitude is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Washington accused Tehran of arming the group.", "Washington"),
        ("The talks between Kigali and Kinshasa broke down.", "Kigali"),
        ("Colombo said it would not negotiate.", "Colombo"),
        ("The foreign minister met Baroness Catherine Ashton.", "Ashton"),
        ("Lebanon's president met French officials.", "French"),
        ("US forces struck a convoy.", "US"),
    ],
)
def test_governments_and_persons_are_no_places(text: str, name: str) -> None:
    assert not any(name in form for form in places(text))


def test_definite_descriptions_stand_for_the_place_named_before() -> None:
    found = scene("Rebels attacked Goma on Monday. Residents of the city fled. The country is at war.").places
    forms = {p.name: [q.exact for q in p.quotes] for p in found.mentions}
    assert forms["Goma"] == ["Goma", "city"]


def test_the_longest_phrase_and_the_bare_name_both_stand() -> None:
    found = places("Two bombs went off in the northeastern Hasakah province of Syria.")
    assert found["northeastern Hasakah province"] is found["Hasakah"]


@pytest.mark.parametrize(
    ("text", "name", "precision", "admin1"),
    [
        (
            "Soldiers burnt the village of Qarzzibul in Maiwand district in Afghanistan.",
            "Qarzzibul",
            "admin2",
            "Kandahar",
        ),
        ("Gunmen in Mali killed nine in Tindoukoro, a village in the Mopti region.", "Tindoukoro", "admin1", "Mopti"),
        (
            "Militia raided Lorubanga village in Central Equatoria, South Sudan.",
            "Lorubanga",
            "admin1",
            "Central Equatoria",
        ),
        (
            "In Colombia two died in the hamlet of Altoverde, in the municipality of Toribío.",
            "Altoverde",
            "admin2",
            "Cauca",
        ),
    ],
)
def test_an_unknown_village_lies_no_nearer_than_in_its_district(
    text: str, name: str, precision: str, admin1: str
) -> None:
    place = places(text)[name]
    assert (place.precision, place.admin1) == (precision, admin1)
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The convoy reached Kaya, Central Equatoria, in South Sudan.", "Kaya", "SSD", None),
        ("Shops burnt in Tripoli. Lebanon's army sent troops; Lebanese police withdrew.", "Tripoli", "LBN", None),
        ("Ghosts voted in Gaza province, Mozambique. Mozambican judges in Maputo said no.", "Gaza", "MOZ", "Gaza"),
        ("Talks were held in Glion, Switzerland, between the Yemeni sides. Yemen is at war.", "Glion", "CHE", None),
    ],
)
def test_of_places_of_one_name_the_words_around_tell_which(
    text: str, name: str, country: str, admin1: str | None
) -> None:
    place = places(text)[name]
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_a_list_of_towns_puts_none_inside_the_next() -> None:
    found = places("In Mali, fighters entered Gao, Kidal and Timbuktu on Friday.")
    assert len({(found[n].latitude, found[n].longitude) for n in ("Gao", "Kidal", "Timbuktu")}) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya, Chad and the African Union signed as witnesses in Sudan.", "Chad"),
        ("The head of the Republic spoke to miners in Ukraine.", "Republic"),
        ("Long live the Junta! Mozambique will be free.", "Junta"),
    ],
)
def test_signatories_and_common_words_are_no_places(text: str, name: str) -> None:
    assert name not in places(text)


@pytest.mark.parametrize(
    ("text", "form", "type_", "admin1"),
    [
        ("Sudanese troops left Tendelti, in White Nile State.", "White Nile State", "province", "White Nile"),
        ("In Myanmar, rebels killed six in Sagaing Region.", "Sagaing Region", "province", "Sagaing"),
        ("Myanmar jets bombed a school in Kachin State.", "Kachin State", "province", "Kachin"),
    ],
)
def test_a_province_is_known_by_the_word_behind_its_name(text: str, form: str, type_: str, admin1: str) -> None:
    place = places(text)[form]
    assert (place.type, place.admin1) == (type_, admin1)


def test_a_town_near_a_border_lies_on_its_own_side() -> None:
    found = places("In Syria, families left Zabadani near the Lebanese border, Syrian monitors said.")
    assert found["Zabadani"].country == "SYR"


def test_what_lies_west_of_a_town_has_no_more_than_its_surroundings() -> None:
    place = places("In Congo, rebels killed nine farmers at Mayikengo, west of Lubero, on Friday.")["Mayikengo"]
    assert (place.precision, place.country) == ("admin2", "COD")


def test_towns_tell_the_country_that_no_sentence_names() -> None:
    found = places(
        "Shells fell on Konjic and on Rogatica. A convoy was turned back at the village of Trnovo on Friday."
    )
    assert found["Trnovo"].country == "BIH"


def test_a_part_of_a_province_lies_in_it() -> None:
    found = places("In Indonesia, soldiers shot two men at Peudawarang, East Aceh, on Friday. Aceh was calm.")
    assert (found["East Aceh"].precision, found["East Aceh"].admin1) == ("admin1", "Aceh")


def test_a_small_namesake_at_the_other_end_of_a_country_is_not_meant() -> None:
    text = "Indonesian monitors saw Banda Aceh, Lhokseumawe, Meulaboh, Takengon and Langsa. In Sawang two died."
    assert places(text)["Sawang"].admin1 in (None, "Aceh")


def test_a_river_is_not_where_the_town_of_its_name_is() -> None:
    told = scene("Rebels crossed the Kaduna river at dawn. The army blew up a bridge over the Lusaka river.").places
    rivers = [p for p in told.mentions if p.type == "waterbody"]
    assert rivers
    assert all(p.latitude is None and p.precision == "unknown" for p in rivers)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Petro halted the air strikes in the department of Cauca.", "Cauca", "province"),
        ("The army dug in along the department of Cauca before the rains.", "Cauca", "province"),
        ("Fighters of the M23 entered Goma, the capital of North Kivu province, on Monday.", "North Kivu", "province"),
    ],
)
def test_the_noun_of_a_kind_of_place_is_no_part_of_its_name(text: str, name: str, type_: str) -> None:
    assert places(text)[name].type == type_


def test_a_department_of_a_government_is_no_place() -> None:
    assert "Agriculture" not in places("The ministry and the department of Agriculture gave seed to the farmers.")


def test_a_state_of_emergency_is_no_place() -> None:
    found = places("The state of Emergency was lifted in the county of Turkana. The state of Siege holds in Torit.")
    assert {"Turkana", "Torit"} <= set(found)
    assert not {"Emergency", "Siege"} & set(found)
