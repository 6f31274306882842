"""What a report tells without a date lies near the report if it is told as news, and on or after the day before it."""

from __future__ import annotations

import pytest
from tests.builders import document

from truceline.domain.mention import EventMention
from truceline.reading import read_scene
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

pytestmark = pytest.mark.network


def _event(text: str, type_: str) -> EventMention:
    """Give the last event of a type."""
    found = [e for e in read_events(read_scene(document(text, published="2031-05-20"), load())) if e.type == type_]
    assert found, text
    return found[-1]


LATELY = [
    ("The African Union welcomed the agreement.", "SUPPORT"),
    ("Rebels have burned three villages near Orlin.", "ASSAULT"),
    ("The front has refused to hand over its heavy weapons.", "REJECT"),
    ("Villagers said that soldiers had burned the mill at Harrow.", "ASSAULT"),
    ("The minister accuses the guerrillas of kidnapping farmers.", "ACCUSE"),
]
NOT_LATELY = [
    ("Rebels attacked the town in 2024.", "ASSAULT"),  # it has a date
    ("For years the rebels attacked the town.", "ASSAULT"),
    ("The army had burned the mill before the rebels came.", "ASSAULT"),
    ("In the agreement the army promised to leave the valley.", "AGREE"),
    ("The rebels will attack the town.", "ASSAULT"),
    ("In 2024 the front took Orlin and its fighters burned the mill.", "ASSAULT"),
    ("The talks opened a year after the army sent in tanks and burned the mill.", "ASSAULT"),
    ("In all, 80,000 people have been killed, the envoy said.", "ASSAULT"),
    ("Six days after the second round, helicopters bombed the town.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "type_"), LATELY)
def test_news_without_a_date_happened_lately(text: str, type_: str) -> None:
    assert _event(text, type_).lately


@pytest.mark.parametrize(("text", "type_"), NOT_LATELY)
def test_what_is_dated_or_looks_back_did_not_happen_lately(text: str, type_: str) -> None:
    assert not _event(text, type_).lately


OLD_STORIES = [
    ("In November 2019 the rebels came down from the hills. They burned the market of Harrow.",
     "ASSAULT", ("2019-11-01", "2031-05-20")),
    ("When the colonists left in May 2015, two movements claimed the port. Gunmen shot the mayor. In March 2016 one of "
     "them gave up.", "ASSAULT", ("2015-05-01", "2016-03-31")),
    ("Remember 2019. They shelled the hospital from the hills.", "ASSAULT", ("2019-01-01", "2031-05-20")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "days"), OLD_STORIES)
def test_a_story_long_past_is_not_told_as_news(text: str, type_: str, days: tuple[str, str]) -> None:
    found = _event(text, type_)
    assert not found.lately
    assert (str(found.when.days.earliest), str(found.when.days.latest)) == days


def test_what_has_been_done_so_far_goes_on_from_no_day() -> None:
    found = _event("Two weeks ago the company asked for more. So far the rebels have freed 30 captives.", "RETREAT")
    assert found.story_day is None


STORY = [
    ("On Saturday gunmen stormed the camp at Orlin. They burned the market of Harrow.", "ASSAULT", "2031-05-17"),
    ("On Sunday the rebels freed nine men. The minister thanked the mediators.", "SUPPORT", "2031-05-18"),
    ("Police said on Sunday that a bomb had gone off. Rebels killed two farmers near Harrow.", "ASSAULT", None),
    ("The president cancelled a meeting planned for Sunday. The envoy accused him of cowardice.", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "type_", "day"), STORY)
def test_a_story_goes_on_from_the_day_that_it_has_reached(text: str, type_: str, day: str | None) -> None:
    found = _event(text, type_)
    assert found.lately
    assert (found.story_day and found.story_day.isoformat()) == day


TOLD_ON = [
    ("Police said on Sunday that gunmen had killed three farmers in Orlin.", "ASSAULT", (None, "2031-05-18")),
    ("The colonel told reporters on Monday that his men had left the valley.", "RETREAT", (None, "2031-05-19")),
]


@pytest.mark.parametrize(("text", "type_", "days"), TOLD_ON)
def test_what_was_told_on_a_day_had_happened_by_then(text: str, type_: str, days: tuple[str | None, str]) -> None:
    found = _event(text, type_).when.days
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == days


DATED = [
    ("On the night of 15 November 2029 soldiers entered the campus. Before dawn a squad murdered eight people.",
     "ASSAULT", ("2029-11-15", "2029-11-16")),
    ("10 June 2029: The bombing is suspended. The council passes a resolution. Rebel troops leave Orlin.",
     "RETREAT", ("2029-06-10", "2029-06-10")),
    ("The president broke off the talks in April over a bombing that killed a soldier.",
     "ASSAULT", (None, "2031-04-30")),
    ("The first men did not leave Orlin until 30 March.", "RETREAT", ("2031-03-30", "2031-03-30")),
    ("The government signed an agreement with the rebels to begin talks on 28 February in Orlin.",
     "SUPPORT", ("2031-02-28", "2031-02-28")),
    ("The junta let 200 prisoners go yesterday.", "RETREAT", ("2031-05-19", "2031-05-19")),
    ("The government and rebel fighters on Sunday signed a truce.", "SUPPORT", ("2031-05-18", "2031-05-18")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "days"), DATED)
def test_what_has_no_day_of_its_own_takes_it_from_what_it_is_told_with(
    text: str, type_: str, days: tuple[str | None, str]
) -> None:
    found = _event(text, type_).when.days
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == days
