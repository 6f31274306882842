"""Whom a deed is aimed at: not what is only moved, who only hears of it, or captives of whom a promise is made."""

from __future__ import annotations

import pytest

from builders import document
from reading.told_scenes import PUBLISHED, names, scene
from truceline.domain.mention import EventMention
from truceline.reading import read_scene
from truceline.reading.events.events import read_events
from truceline.reading.language_model import load

pytestmark = pytest.mark.network


def told(text: str, type_: str) -> EventMention:
    """The event of a type that a text tells."""
    return next(e for e in read_events(scene(text)) if e.type == type_)


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Uganda withdrew 2,000 soldiers from Ituri in May.", "RETREAT", set()),
        ("Eritrea rushed tanks and infantry to Zalambessa.", "MOBILIZE", set()),
        ("Angola sent its negotiators to Lusaka for talks.", "CONSULT", set()),
        ("Israel withdrew its troops on Hezbollah's orders, the paper claimed.", "RETREAT", set()),
        ("Hamas told reporters that it would attack Israel.", "THREATEN", {"Israel"}),
        ("Renamo refused to release the captured soldiers.", "REJECT", set()),
        ("The Polisario Front offered to free 200 Moroccan soldiers.", "AGREE", set()),
        ("Morocco called off a meeting with the Polisario Front.", "REJECT", {"Polisario Front"}),
        ("The Houthis will not take part in talks with Saudi Arabia, they said.", "REJECT", {"Saudi Arabia"}),
        ("Turkey threw its weight behind the Polisario Front.", "SUPPORT", {"Polisario Front"}),
        ("Renamo waged a war from the hills against the army.", "ASSAULT", {"army"}),
    ],
)
def test_only_those_whom_a_deed_is_aimed_at_are_its_recipients(text: str, type_: str, recipients: set[str]) -> None:
    assert names(text, told(text, type_).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Chad and Libya fought over Aouzou. Each side has since accused the other.", "ACCUSE", {"Chad", "Libya"}),
        ("The US rejected the plan, and an aide said so.", "REJECT", {"US"}),
        ("Statement of the Karen National Union\n\nWe demand the release of all prisoners.", "REQUEST", set()),
        ("Sadr flew to Tehran for talks with Velayati.", "CONSULT", {"Sadr", "Velayati"}),
    ],
)
def test_doers_are_found_behind_each_side_we_and_a_journey(text: str, type_: str, actors: set[str]) -> None:
    assert actors <= names(text, told(text, type_).actors)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Envoys of Chad and Libya were due to sit down in Tunis.", "CONSULT", "planned"),
        ("Envoys of Chad and Libya meet in Tunis on 20 July 2021.", "CONSULT", "planned"),
        ("The junta must lift the curfew and release the detainees.", "RETREAT", "planned"),
        ("Ndayizeye took in the rebels. He has given them not one ministry.", "CONCEDE", "denied"),
    ],
)
def test_what_is_due_or_dated_after_the_report_is_still_to_come(text: str, type_: str, status: str) -> None:
    assert {e.status for e in read_events(scene(text)) if e.type == type_} == {status}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police released the editor without charge.", "ACCUSE"),
        ("Hezbollah claimed to be advancing on Tyre.", "THREATEN"),
        ("The tsunami left 168,000 dead in the province.", "RETREAT"),
        ("The minister hung his policy on one word.", "ASSAULT"),
        ("Part of the mission's lorries remain blocked in the port.", "REJECT"),
        ("He wants to talk to the rebels.", "REQUEST"),
    ],
)
def test_words_that_only_look_like_a_deed_tell_none(text: str, type_: str) -> None:
    assert type_ not in {e.type for e in read_events(scene(text))}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Rescuer Omar Haddad killed at his work in Douma.", "Omar Haddad"),
        ("Three nurses abducted on the road to Bria.", "nurses"),
    ],
)
def test_a_note_without_was_tells_who_suffered(text: str, dead: str) -> None:
    event = told(text, "ASSAULT")
    assert not event.actors
    assert any(dead in name for name in names(text, event.recipients))


def test_a_headline_on_a_pullout_is_not_the_handing_in_of_rifles() -> None:
    events = read_events(scene("Jakarta completes pullout\n\nThe last rifles of the rebels were cut up with saws."))
    assert {e.mode for e in events} == {"withdraw", "disarm"}


def test_a_communique_demands_what_it_says_must_be_done() -> None:
    text = "The Polisario Front met the envoy. The observers must be let into the camps."
    read = read_scene(document(text, published=PUBLISHED, publisher="Polisario Front"), load())
    demand = next(e for e in read_events(read) if e.type == "REQUEST")
    assert demand.actors == ("polisario-front",)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The parties agreed in June to extend the truce. Yemen's government met the Houthis in Amman.", 2),
        ("Neither side kept the truce. Chad fought with Libya over Aouzou for years.", 2),
    ],
)
def test_sides_told_of_first_are_those_that_deal_with_each_other_later(text: str, actors: int) -> None:
    assert len(min(read_events(scene(text)), key=lambda e: e.head.start).actors) == actors


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("We will never recognise this court.", ["REJECT"]),
        ("The army said that it had not bombed the clinic.", ["REJECT", "ASSAULT"]),
        ("The talks almost collapsed in October.", []),
        ("Has he forgotten Machil, where in April his soldiers murdered three men?", ["ASSAULT"]),
        ("Shells which the Nigerian forces fired at the port killed some 20 civilians.", ["ASSAULT"]),
        ("The rebels ended their ceasefire on Friday.", ["REJECT"]),
        ("The officers invited the rebels to share power.", ["REQUEST"]),
        ("The army went to look for the rebels.", []),
        ("Soldiers dragged a teacher from his house in Maiduguri and shot him.", ["ASSAULT"]),
        ("Eleven farmers were led to a ravine and executed near Apatzingan.", ["ASSAULT"]),
        ("The editor was barred from leaving Minsk.", ["COERCE"]),
        ("The pope assured the patriarch of his full support.", ["AGREE"]),
        ("Does he remember how his militia burned four villages near Nyala?", ["ASSAULT"]),
    ],
)
def test_each_deed_is_told_once_and_as_what_it_is(text: str, types: list[str]) -> None:
    assert [e.type for e in read_events(scene(text))] == types


def test_what_is_not_done_until_a_day_is_done_on_it() -> None:
    assert told("The rebels did not lay down their arms until 30 June 2020.", "RETREAT").status == "occurred"


def test_talks_that_collapsed_are_told_again_without_anybody() -> None:
    text = "The talks had collapsed, the rebels said. Now that the talks have collapsed, people flee."
    assert [e.type for e in read_events(scene(text))].count("REJECT") == 1


def test_a_war_that_goes_on_is_not_the_raid_told_before() -> None:
    text = "Police lobbed a grenade into the crowd in Sopore. The struggle will go on."
    raid = next(e for e in read_events(scene(text)) if e.type == "ASSAULT")
    assert all("struggle" not in quote.exact for quote in raid.quotes)
