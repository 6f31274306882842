"""Denials are set against what the same report and other reports tell; a kept word against a broken one."""

from __future__ import annotations

import pytest

from told import between, found, told

pytestmark = pytest.mark.network

WITHIN = [
    # a report; words of the claim; words of the denial
    (
        "In March police blamed the Brotherhood for the theft of four million francs, a charge it denies.",
        "blamed the Brotherhood",
        "a charge it denies",
    ),
    (
        "The youth wing burns down shops in the market of Duran. Its leaders deny everything, of course.",
        "burns down shops",
        "deny everything",
    ),
    (
        "The president accused the emir of sheltering the gunmen. The palace has denied that before.",
        "sheltering the gunmen",
        "denied that before",
    ),
    (
        "Lisbon claims that more than two hundred of its soldiers are still held; that is a lie.",
        "more than two hundred",
        "that is a lie",
    ),
    (
        "The commission found that the army was to blame for most of the killings. "
        "Former general Hugo Prado called its findings a lie.",
        "was to blame",
        "its findings a lie",
    ),
    (
        "Residents complain that the mayor has broken his promises. "
        "Mayor Luis Rey, who took office in May, denied on Monday that he had failed in his duties.",
        "broken his promises",
        "failed in his duties",
    ),
    (
        "They beat my brother with cables, Amina said. The militia denies that prisoners are mistreated.",
        "beat my brother",
        "denies that prisoners are mistreated",
    ),
    (
        "The newspapers write that we have broken the accord. We have kept our word to the last letter.",
        "broken the accord",
        "kept our word",
    ),
]


BELITTLED = [
    (
        "In January a drone butchered 26 cadets on the parade ground of Hadba; the warlord's mouthpiece had the nerve to "
        "call it an accident with a mortar.",
        "drone butchered 26 cadets",
        "call it an accident",
    ),
    (
        "The army handed the port to the coast guard on Tuesday. In Aden the minister described the handover as a farce.",
        "handed the port",
        "described the handover as a farce",
    ),
    (
        "The health ministry speaks of 32 killed and 159 wounded; doctors tell us that twice as many died.",
        "32 killed",
        "twice as many died",
    ),
]
WITHIN += BELITTLED


@pytest.mark.parametrize(("text", "claim", "denial"), WITHIN, ids=[row[1] for row in WITHIN])
def test_what_a_report_tells_as_denied_answers_what_it_tells(text: str, claim: str, denial: str) -> None:
    assert any(between(f, claim, denial) for f in found("contradiction", told(text, "2031-06-02")))


NOT_WITHIN = [
    "The general spoke of the ball that lies in the court of the enemy. In Aden the minister described the handover as a farce.",
    "The army left the valley in May. The Front denied entry to the observers of the mission.",
    "We have kept our word. The Front will keep the truce as well, its spokesman said.",
    "The truce was broken by bandits in the hills, and the Front promised to keep it.",
]


@pytest.mark.parametrize("text", NOT_WITHIN)
def test_what_denies_nothing_answers_nothing(text: str) -> None:
    assert not found("contradiction", told(text, "2031-06-02"))


RWANDA = (
    "No soldier of Rwanda has ever fought by our side in Goma or Minova, Colonel Kazarama said at Bunagana. "
    "We deny having looted the central bank of Goma."
)
MONITOR = (
    "M23 took Goma on 20 November and went on to Minova and Bunagana. Before they left, its men looted the central bank "
    "of Goma. Rwandan soldiers crossed the border on 19 November and fought in the battle for Goma, boatmen said."
)
SRI_LANKA = (
    "The navy denied that it had shelled the hospital at Mullaitivu. The Tigers hid their guns in Mullaitivu and Kilinochchi, "
    "a spokesman in Colombo said."
)
TIGERS = "Navy gunboats shelled the hospital at Mullaitivu on Monday, doctors in Kilinochchi told Colombo by radio."


def test_a_denial_answers_what_another_report_tells() -> None:
    here = found("contradiction", told(RWANDA, "2012-12-10", "A"), told(MONITOR, "2013-02-20", "B"))
    assert any(between(f, "No soldier of Rwanda", "fought in the battle") for f in here)
    assert any(between(f, "having looted the central bank", "its men looted the central bank") for f in here)
    there = found("contradiction", told(TIGERS, "2009-02-03", "A"), told(SRI_LANKA, "2009-02-04", "B"))
    assert any(between(f, "gunboats shelled the hospital", "shelled the hospital at Mullaitivu") for f in there)


def test_a_denial_does_not_answer_what_happened_after_it_nor_what_the_other_side_did() -> None:
    later = TIGERS.replace("on Monday", "on 17 March 2009")
    assert not found("contradiction", told(later, "2009-03-18", "A"), told(SRI_LANKA, "2009-02-04", "B"))
    other = TIGERS.replace("Navy gunboats", "The Tamil Tiger rebels")
    assert not found("contradiction", told(other, "2009-02-03", "A"), told(SRI_LANKA, "2009-02-04", "B"))


def test_reports_of_other_conflicts_are_not_answered() -> None:
    elsewhere = (
        "Rebels looted the central bank of Bangui, and soldiers of Chad fought there, priests in Bambari told Paris."
    )
    assert not found("contradiction", told(RWANDA, "2012-12-10", "A"), told(elsewhere, "2012-12-12", "B"))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Rebels overran Duran on 6 August and killed nearly 500 soldiers, the army said. "
            "The rebels say that more than 3,000 soldiers died in the battle for the town.",
            "nearly 500",
            "more than 3,000",
        ),
        (
            "General Orlov tells us that the war cost 80,000 lives. Minister Petrov has a different number: 18,500 dead.",
            "80,000",
            "18,500",
        ),
        (
            "The government says that it has freed 4,600 prisoners. "
            "According to the rebels' spokesman Amin Shah, only 4,400 have come home.",
            "4,600",
            "4,400",
        ),
    ],
)
def test_two_sources_of_one_report_set_numbers_against_each_other(text: str, one: str, other: str) -> None:
    assert any(between(f, one, other) for f in found("contradiction", told(text, "2031-08-31")))


def test_numbers_of_two_happenings_in_one_report_are_not_set_against_each_other() -> None:
    text = (
        "A charity said that 17 people were killed in an air strike on its hospital in Duran on Wednesday. "
        "Meanwhile, state media said that rebels shelled several streets of Duran on Thursday, killing 14 people."
    )
    assert not found("contradiction", told(text, "2031-08-31"))


def test_the_dead_of_a_whole_war_are_compared_within_one_conflict() -> None:
    first = "The rebels of the Hill Front signed in Orlin with President Sato. The war has cost 60,000 lives, Father Ruiz said."
    later = "In Orlin President Sato said that 90,000 people died in the war with the Hill Front, as Father Ruiz had feared."
    assert found("update", told(first, "2031-05-01", "A"), told(later, "2034-05-01", "B"))
    large = "More than 200,000 people died in the war, the Hill Front said in Orlin of President Sato and Father Ruiz."
    round_number = "In Orlin Father Ruiz of the Hill Front told President Sato that 200,000 people died in the war."
    assert not found("contradiction", told(large, "2034-05-01", "A"), told(round_number, "2034-05-02", "B"))


def test_a_toll_told_as_grown_updates_the_one_told_as_earlier() -> None:
    text = (
        "The death toll of the rocket attacks on Ganja has grown to nine. "
        "Earlier on Sunday, the ministry reported seven dead in the shelling of Ganja."
    )
    (one,) = [f for f in found("update", told(text, "2020-10-11")) if f.about == "number"]
    assert "seven" in one.items[0].quotes[0].exact
    assert not found("contradiction", told(text, "2020-10-11"))
