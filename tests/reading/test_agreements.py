from __future__ import annotations

import pytest

from reading.told_scenes import agreements, names, scene
from truceline.reading.commitments.agreement_mentions import spoken_of
from truceline.reading.commitments.agreements import read_agreements
from truceline.reading.events.events import read_events
from truceline.vocabulary import rows

pytestmark = pytest.mark.network

PARTIES = [
    ("Sudan and South Sudan signed an agreement on oil in Addis Ababa.", {"Sudan", "South Sudan"}),
    ("Nepal signed a peace agreement with India on Monday.", {"Nepal", "India"}),
    ("An agreement between Ethiopia and Eritrea ended the war.", {"Ethiopia", "Eritrea"}),
    ("The agreement reached between Colombia and Venezuela is in danger.", {"Colombia", "Venezuela"}),
    ("The accord, signed by Israel and Egypt in 1979, still holds.", {"Israel", "Egypt"}),
    ("The document that Russia and Turkey signed in Sochi calls for joint patrols.", {"Russia", "Turkey"}),
    ("Under the agreement that Armenia signed with Azerbaijan, prisoners will go home.", {"Armenia", "Azerbaijan"}),
    ("Russia and Ukraine agreed to a truce on Friday.", {"Russia", "Ukraine"}),
    ("Serbia is close to reaching a deal with Kosovo.", {"Serbia", "Kosovo"}),
    (
        "Israel accused Lebanon of violations on Monday. The Israel-Lebanon ceasefire agreement took effect.",
        {"Israel", "Lebanon"},
    ),
    ("Turkey, which brokered the deal between Russia and Ukraine, was pleased.", {"Russia", "Ukraine"}),
]
TOLD_BY_LEADERS = [
    ("Kenyan President William Ruto and Somali President Hassan Sheikh signed a pact.", {"Kenya", "Somalia"}),
    ("The accord was initialled by the presidents of Bosnia, Croatia and Serbia.", {"Bosnia", "Croatia", "Serbia"}),
    (
        "Delegations of the Philippine government and the Moro Islamic Liberation Front signed a deal on Monday.",
        {"Philippine government", "Moro Islamic Liberation Front"},
    ),
    ("The accord was signed in 1997 between India and Bangladesh.", {"India", "Bangladesh"}),
    (
        "The talks between Renamo and the government of Mozambique ended. "
        "Mozambican President Filipe Nyusi and the rebel leader Ossufo Momade signed a peace agreement.",
        {"Mozambique", "Renamo"},
    ),
    ("Chad and Sudan fought for years. In 2010 both sides put their names to an accord in Dakar.", {"Chad", "Sudan"}),
]
SIDES = [
    # who is party and who only had a hand in it
    ("The US-brokered truce between Israel and Lebanon holds.", {"Israel", "Lebanon"}),
    (
        "Chad fought Sudan. Ten officers sealed a truce on Friday. A colonel signed for Chad, a general for Sudan.",
        {"Chad", "Sudan"},
    ),
    ("The leaders of Kenya and Somalia emerged with a plan to halt the war.", {"Kenya", "Somalia"}),
    ("Chad and Sudan have agreed to stop shooting.", {"Chad", "Sudan"}),
    ("The foreign ministers of Chad and Sudan put their names to ten points.", {"Chad", "Sudan"}),
    ("The 13-point paper that Chad and Sudan signed is short.", {"Chad", "Sudan"}),
]
KNOWN_BY = [
    ("Neither army kept what was agreed in Stockholm. The port stays shut.", "what was agreed in Stockholm"),
    ("The commitments made in Geneva were never honoured.", "commitments made in Geneva"),
    ("An earlier protocol, reached in Dakar on 5 May, never held.", "earlier protocol"),
]
NO_TITLES = [
    "The Government of National Accord sent ten men.",
    "According to a statement released by the army, the accord was signed by Chad and Sudan.",
]
STATUSES = [
    ("Sudan and Chad signed an accord in Dakar.", "signed"),
    ("Sudan and Chad are negotiating a peace agreement.", "under_negotiation"),
    ("Serbia is close to reaching a deal with Kosovo.", "under_negotiation"),
    ("The truce between Israel and Lebanon collapsed on Sunday.", "ended"),
    ("Russia suspended the agreement with Turkey.", "suspended"),
    ("Armenia rejected the peace agreement with Azerbaijan.", "rejected"),
]
NONE = [
    "The envoy called for an immediate ceasefire.",
    "There is a great deal of anger in the town.",
    "The two men are in agreement.",
    "No agreement was reached.",
    "The army reported 12 ceasefire violations.",
    "Israel approved a new settlement near Hebron on Monday.",
    "The minister accepted a plea deal.",
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties_are_read_beside_the_agreement_and_from_who_makes_it(text: str, parties: set[str]) -> None:
    (agreement,) = agreements(text)
    assert names(text, agreement.parties) == parties


@pytest.mark.parametrize(("text", "parties"), TOLD_BY_LEADERS)
def test_leaders_and_delegations_sign_for_their_sides(text: str, parties: set[str]) -> None:
    (agreement,) = agreements(text)
    assert names(text, agreement.parties) == parties


@pytest.mark.parametrize(("text", "parties"), SIDES)
def test_makers_are_parties_and_those_who_helped_are_not(text: str, parties: set[str]) -> None:
    (agreement,) = agreements(text)
    assert names(text, agreement.parties) == parties


@pytest.mark.parametrize(("text", "name"), KNOWN_BY)
def test_an_agreement_may_be_known_by_where_it_was_made(text: str, name: str) -> None:
    assert [a.name for a in agreements(text)] == [name]


@pytest.mark.parametrize("text", NO_TITLES)
def test_names_of_actors_and_press_statements_are_no_agreements(text: str) -> None:
    assert [a.name for a in agreements(text)] in ([], ["accord"])


def test_a_second_one_is_another_agreement_of_the_same_sides() -> None:
    text = "Chad and Sudan signed a first agreement in May. It was rejected; a second one was signed on 4 June 2021."
    first, second = agreements(text)
    assert names(text, first.parties) == names(text, second.parties) == {"Chad", "Sudan"}
    assert second.when is not None
    assert str(second.when.days.latest) == "2021-06-04"


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status_is_what_the_report_tells(text: str, status: str) -> None:
    (agreement,) = agreements(text)
    assert agreement.status == status


@pytest.mark.parametrize("text", NONE)
def test_wishes_and_common_phrases_are_no_agreements(text: str) -> None:
    assert agreements(text) == ()


def test_all_forms_of_one_agreement_are_one() -> None:
    text = (
        "Nepal and India signed the Sugauli Agreement in Lumbini on 5 May 2021. The agreement calls for joint patrols. "
        "Critics attacked the deal. Under the Lumbini accord, India will withdraw 200 soldiers."
    )
    (agreement,) = agreements(text)
    assert [q.exact for q in agreement.quotes] == ["Sugauli Agreement", "agreement", "deal", "Lumbini accord"]
    assert agreement.name == "Sugauli Agreement"
    assert agreement.when is not None
    assert str(agreement.when.days.earliest) == "2021-05-05"


def test_a_side_agreement_is_another_one() -> None:
    text = (
        "Russia and Ukraine signed an agreement on grain in Istanbul. "
        "A side agreement between Russia and Turkey covers fertiliser. The grain agreement runs for a year."
    )
    main, side = agreements(text)
    assert names(text, main.parties) == {"Russia", "Ukraine"}
    assert names(text, side.parties) == {"Russia", "Turkey"}


def test_a_title_does_not_run_on_into_place_and_day() -> None:
    text = "Sudan and Chad signed the Agreement on Border Security in Doha on March 3, 2021."
    (agreement,) = agreements(text)
    assert agreement.name == "Agreement on Border Security"
    assert agreement.place is not None


def test_a_witness_is_no_party() -> None:
    text = "Nepal and India signed the accord in Delhi with John Kerry as a witness."
    (agreement,) = agreements(text)
    assert names(text, agreement.parties) == {"Nepal", "India"}
    assert names(text, agreement.witnesses) == {"John Kerry"}


@pytest.mark.parametrize("kind", [k for k, row in rows("agreements").items() if "nouns" in row])
def test_every_kind_reads_its_example_and_not_its_near_miss(kind: str) -> None:
    row = rows("agreements")[kind]
    assert kind in {m.kind for m in spoken_of(scene(row["example"]))}
    assert agreements(row["not_this"]) == ()


def test_the_government_is_the_one_that_fights_not_the_host_of_the_talks() -> None:
    text = (
        "The envoys of Mozambique and Renamo met in Rome, guests of Italy. Italy and Rome's clergy paid for the talks. "
        "Renamo and the government signed a truce."
    )
    (agreement,) = agreements(text)
    actors = {a.key: a for a in scene(text).actors.mentions}
    assert {actors[k].country for k in agreement.parties} == {"MOZ"}
    assert {actors[k].type for k in agreement.parties} == {"armed_group", "government"}


def test_agreeing_to_discuss_a_truce_makes_none() -> None:
    (agreement,) = agreements("Kenya and Somalia agreed to discuss a bilateral cease-fire later this month.")
    assert agreement.status == "under_negotiation"


def test_a_truce_of_another_year_is_another_truce() -> None:
    text = (
        "Burundi and Rwanda signed a ceasefire agreement on 26 May 2021. "
        "A ceasefire agreement was reached between the two sides in 2006 but it failed."
    )
    days = [str(a.when.days.earliest) for a in agreements(text) if a.when]
    assert days == ["2021-05-26", "2006-01-01"]


def test_the_peace_accords_are_one_agreement() -> None:
    text = "The peace accords that Chad and Sudan signed in Dakar on 16 January 2021 are running late."
    (agreement,) = agreements(text)
    assert agreement.name == "peace accords"
    assert names(text, agreement.parties) == {"Chad", "Sudan"}


def test_a_truce_signed_by_two_leaders_is_read_where_a_participle_follows() -> None:
    text = "The six-point cease-fire brokered by France, and signed by Russia and Georgia, calls on Russia to leave."
    assert [a.name for a in agreements(text)] == ["cease-fire"]


def test_the_last_truce_is_not_the_new_one() -> None:
    text = "Chad and Sudan signed a truce on Monday. The truce is to hold for a year. The last truce collapsed in May 2019."
    statuses = {q.exact: a.status for a in agreements(text) for q in a.quotes}
    assert statuses["last truce"] == "ended"
    assert statuses["truce"] != "ended"


def test_an_older_agreement_told_behind_the_news_of_one_stays_apart() -> None:
    text = (
        "The four-point paper was signed at the palace by the rebel chairman, Kofi Mensah, and by Ana Diallo of the People's "
        "Party. Commissions are to be formed within a month. An earlier pledge, made in the peace accord of May 2010, to "
        "publish the list within 60 days was never honoured."
    )
    told = scene(text)
    found = {a.name: a for a in read_agreements(told, read_events(told))}
    old = found["peace accord"]
    assert old.when is not None
    assert old.when.days.earliest is not None
    assert old.when.days.earliest.year == 2010
    assert len(found) == 2
