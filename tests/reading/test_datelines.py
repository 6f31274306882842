"""A dateline tells of which country "the government" is, unless its city only writes or hosts."""

from __future__ import annotations

import pytest

from truceline.documents import make_document
from truceline.domain.document import Report
from truceline.reading import read_scene
from truceline.reading.language_model import load
from truceline.reading.places.datelines import dateline_country
from truceline.reading.scene import Scene

pytestmark = pytest.mark.network

STORY = "The government rejected the offer of the rebels on Tuesday, its spokesman said after a long night."


def _scene(dateline: str, story: str = STORY) -> Scene:
    return read_scene(make_document(Report("a.txt", f"{dateline} {story}".encode())), load())


@pytest.mark.parametrize(
    ("dateline", "country"),
    [
        ("KATHMANDU, Nov 1, 2011 (Himal Wire) -", "NPL"),
        ("NDJAMENA, 3 May 2004 (Sahel Wire) -", "TCD"),
        ("GULU, Uganda (Nile Wire) —", "UGA"),
        ("OUAGADOUGOU, 9 July 2031 (Sahel Wire) —", "BFA"),
    ],
)
def test_the_government_is_that_of_the_country_of_the_dateline(dateline: str, country: str) -> None:
    scene = _scene(dateline, STORY + " A delegation of the president left for Libya the next day.")
    told = dateline_country(scene.text)
    assert told is not None
    assert told[0] == country
    assert {a.country for a in scene.actors.mentions if a.type == "government"} == {country}


@pytest.mark.parametrize(
    ("dateline", "story"),
    [
        ("GENEVA, 3 May 2004 (Alpine Wire) -", STORY),
        ("KAMPALA, 3 May 2004 (Nile Wire) -", "The two sides in the war next door signed a truce on Tuesday, mediators said here."),
    ],
)  # fmt: skip
def test_cities_where_people_talk_or_write_count_little(dateline: str, story: str) -> None:
    told = dateline_country(_scene(dateline, story).text)
    assert told is not None
    assert told[1] == 1


def test_without_a_dateline_or_a_known_city_nothing_is_told() -> None:
    assert dateline_country(_scene("").text) is None
    assert dateline_country(_scene("ORLIN FALLS, 3 May 2004 (Valley Wire) -").text) is None
