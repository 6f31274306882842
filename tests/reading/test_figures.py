from __future__ import annotations

import pytest

from reading.told_scenes import figures, names
from truceline.vocabulary import rows

pytestmark = pytest.mark.network

MEASURES = [
    ("At least 31 civilians were killed in the market.", "At least 31 civilians", "killed"),
    ("The blast wounded 14 people in Kadugli.", "14 people", "wounded"),
    ("The rebels captured 60 soldiers near Goma.", "60 soldiers", "captured"),
    ("Rebels freed 20 police officers on Monday.", "20 police officers", "prisoners_released"),
    ("The accord calls for the release of 300 prisoners.", "300 prisoners", "prisoners_to_release"),
    ("The government holds some 600 prisoners.", "some 600 prisoners", "prisoners_held"),
    ("The fighting has displaced more than 200,000 people.", "more than 200,000 people", "displaced"),
    ("The camp shelters 90,000 refugees.", "90,000 refugees", "refugees"),
    ("The mission has 1,500 troops in Orlin.", "1,500 troops", "troops_present"),
    ("The mission withdrew 1,200 soldiers in March.", "1,200 soldiers", "troops_withdrawn"),
    ("The mission will withdraw 1,200 soldiers by August.", "1,200 soldiers", "troops_to_withdraw"),
    ("About 6,800 fighters laid down their arms.", "About 6,800 fighters", "combatants_demobilised"),
    ("The movement has about 7,000 fighters.", "about 7,000 fighters", "fighters_present"),
    ("There were 17 attacks on aid convoys in May.", "17 attacks", "attacks"),
    ("Monitors recorded 240 ceasefire violations.", "240 ceasefire violations", "ceasefire_violations"),
    ("The army closed five bases in the north.", "five bases", "bases_closed"),
    ("The rebels control 12 districts.", "12 districts", "districts_controlled"),
    ("Forty houses were burnt in the raid.", "Forty houses", "houses_destroyed"),
    ("The movement handed over 3,400 rifles.", "3,400 rifles", "weapons_handed_over"),
    ("The group fired 34 rockets at the port.", "34 rockets", "weapons_fired"),
    ("Donors pledged $600 million in aid.", "$600 million", "aid"),
    ("The war has cost $4 billion.", "$4 billion", "cost"),
    ("After 26 years of war the guns fell silent.", "26 years", "duration"),
    ("Police arrested 45 demonstrators in Bamako.", "45 demonstrators", "arrested"),
    ("Gunmen abducted 27 pupils from a school.", "27 pupils", "abducted"),
    ("Some 16,000 people are still missing.", "Some 16,000 people", "missing"),
    ("Some 4.5 million people need food aid.", "Some 4.5 million people", "people_in_need"),
    ("Hundreds of students protested in Khartoum.", "Hundreds", "protesters"),
    ("The rebels control 60 percent of the country.", "60 percent", "territory_controlled"),
    ("The union sent 800 peacekeepers to the border.", "800 peacekeepers", "troops_deployed"),
    ("The rebels violated the truce 12 times in May.", "12 times", "times_violated"),
]
NO_FIGURES = [
    "The talks resumed two days after the attack.",
    "The army must leave within 90 days.",
    "The rebels gave the army a 72-hour deadline.",
    "Fighting resumed in the last 24 hours.",
    "The two sides met in Doha.",
    "He does not want to kill thousands of people.",
    "The seven-party alliance met in Kathmandu.",
]


@pytest.mark.parametrize(("text", "words", "measure"), MEASURES)
def test_what_is_measured_is_read_from_noun_and_predicate(text: str, words: str, measure: str) -> None:
    assert {w: f.measure for w, f in figures(text).items()}.get(words) == measure


@pytest.mark.parametrize("text", NO_FIGURES)
def test_deadlines_and_counts_in_passing_are_no_figures(text: str) -> None:
    assert list(figures(text)) == []


def test_the_result_of_a_change_keeps_what_it_changed_from() -> None:
    found = figures("The union will reduce its troops in Somalia from 9,000 to 4,500 by December.")
    assert found["9,000"].measure == "troops_present"
    assert found["4,500"].measure == "troops_to_remain"
    assert found["4,500"].change_from is not None
    assert found["4,500"].change_from.best == 9000
    assert found["4,500"].by is not None


def test_a_change_told_backwards_keeps_its_direction() -> None:
    found = figures("Britain cut its force to 13,500 from 25,000.")
    assert found["13,500"].change_from is not None
    assert found["13,500"].change_from.best == 25_000
    assert found["25,000"].change_from is None


def test_whose_people_are_counted() -> None:
    text = "Some 2,000 Russian soldiers are in Armenia. The Armenian army lost 40 of its soldiers."
    found = figures(text)
    assert names(text, (found["Some 2,000 Russian soldiers"].of or "",)) != set()


def test_every_figure_quotes_its_amount() -> None:
    text = "The ministry said 528 people had been killed and 4,599 wounded since April."
    for words, figure in figures(text).items():
        assert any(words in quote.exact for quote in figure.quotes)


def test_a_number_without_a_noun_counts_what_was_counted_before() -> None:
    found = figures("Monitors recorded 240 violations on Monday, compared with 65 on Sunday.")
    assert found["65"].measure == "ceasefire_violations"


def test_a_figure_is_credited_to_who_says_it() -> None:
    text = "The health ministry said that 19 people had been killed in Aden."
    assert figures(text)["19 people"].credit.attributed_to is not None


@pytest.mark.parametrize("name", rows("figures"))
def test_every_measure_reads_its_example_and_not_its_near_miss(name: str) -> None:
    row = rows("figures")[name]
    names = {name, row.get("planned", name)}
    assert names & {f.measure for f in figures(row["example"]).values()}
    assert not names & {f.measure for f in figures(row["not_this"]).values()}
