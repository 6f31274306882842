from __future__ import annotations

import pytest

from reading.told_scenes import figures, names, scene
from truceline.reading.events.events import read_events
from truceline.reading.figures.figures import dated_by_events, read_figures
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
    ("Sixty rebels fell in the battle for Marawi.", "Sixty rebels", "killed"),
    ("Twenty-two gendarmes fell in Monday's clash near Djibo.", "Twenty-two gendarmes", "killed"),
    ("Some 3,000 residents fell ill after the siege.", "Some 3,000 residents", "residents"),
    ("Some 30 rangers died in the ambush near Goma.", "Some 30 rangers", "killed"),
    ("The ministry puts the dead at 26.", "26", "killed"),
    ("The toll of Saturday's lorry bomb has risen to 90.", "90", "killed"),
    ("The raid left 70 Shan fighters dead.", "70 Shan fighters", "killed"),
    ("Among the dead were 12 pupils.", "12 pupils", "killed"),
    ("Nine beekeepers were killed near Beni.", "Nine beekeepers", "killed"),
    ("The army killed 300 cattle near Torit.", "300 cattle", "cattle"),
    ("Gunmen took 17 nurses from a clinic in Zamfara.", "17 nurses", "abducted"),
    ("The bus took 40 nurses to hospital.", "40 nurses", "nurses"),
    ("Azerbaijan got back 15 prisoners on Friday.", "15 prisoners", "prisoners_released"),
    ("Eritrea received 80 prisoners from Ethiopia.", "80 prisoners", "prisoners_released"),
    ("Some 700 militants are held in jails in Mosul.", "Some 700 militants", "prisoners_held"),
    ("Some 40 delegates were held up at the airport.", "Some 40 delegates", "delegates"),
    ("Thirty-five Ethiopians came home on Saturday.", "Thirty-five Ethiopians", "returned"),
    ("Some 300 fighters took retirement in Kathmandu.", "Some 300 fighters", "combatants_demobilised"),
    ("The mission received 820 rifles from the militia.", "820 rifles", "weapons_handed_over"),
    ("Farmers planted 17,000 hectares of coca in 2011.", "17,000 hectares", "area_of_crops"),
    ("Sappers cleared 900 hectares near Huambo.", "900 hectares", "area"),
    ("Army to cut troops to 3,000 in Mali.", "3,000", "troops_to_remain"),
    ("Ghana to withdraw 900 soldiers from Mali.", "900 soldiers", "troops_to_withdraw"),
    ("The ministry says 300 people were killed. The monitors' figure is 410.", "410", "killed"),
    ("Police said 25 miners were killed. On Monday they corrected the number to 20.", "20", "killed"),
    ("The rebels held hostages in the camp. There were 51 of them.", "51", "hostages_held"),
    ("Of the 9,000 dollars promised the state has paid 3,000, he said.", "3,000", "cost"),
    ("The army has lost 14 of its men.", "14", "killed"),
    ("The clash left 12 rebels and three soldiers dead.", "three soldiers", "killed"),
    ("Six oil workers were taken by gunmen in Bayelsa.", "Six oil workers", "abducted"),
    ("Of the 1,200 detainees, 300 have been freed.", "1,200 detainees", "prisoners_held"),
    ("Officials revised the death toll to 86 from 118.", "86", "killed"),
    ("The American force in Niger was down to 700 on Friday.", "700", "troops_present"),
    ("No civilian was hurt in the raid.", "No civilian", "wounded"),
    ("No soldiers died in the crash.", "No soldiers", "killed"),
]
NO_FIGURES = [
    "The accord says that no fighter will be arrested.",
    "The pact ensures that no prisoner is killed.",
    "The talks resumed two days after the attack.",
    "The army must leave within 90 days.",
    "The rebels gave the army a 72-hour deadline.",
    "Fighting resumed in the last 24 hours.",
    "The two sides met in Doha.",
    "He does not want to kill thousands of people.",
    "The seven-party alliance met in Kathmandu.",
    "Eastern Slavonia is to be handed over within a year, or two if one side wishes.",
    "On Tuesday, before half the United Nations, the last rifle was laid in its crate.",
]


@pytest.mark.parametrize(("text", "words", "measure"), MEASURES)
def test_what_is_measured_is_read_from_noun_and_predicate(text: str, words: str, measure: str) -> None:
    assert {w: f.measure for w, f in figures(text).items()}.get(words) == measure


@pytest.mark.parametrize("text", NO_FIGURES)
def test_deadlines_and_counts_in_passing_are_no_figures(text: str) -> None:
    assert list(figures(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Monitors counted 94 massacres in Cauca last year, two fewer than in 2021.", ["94 massacres"]),
        ("Seven civilians, most of them from one family, were killed near Deir Hafer.", ["Seven civilians"]),
    ],
)
def test_a_number_in_passing_is_no_figure_beside_the_one_told(text: str, words: list[str]) -> None:
    assert list(figures(text)) == words


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


OWNERS = [
    ("The British government said some 900 British troops left.", "some 900 British troops", "British government"),
    (
        "The Karen National Union fought on. Some 300 Karen fighters died.",
        "Some 300 Karen fighters",
        "Karen National Union",
    ),
    ("The Houthis fought on. The army lost 810 dead and that of the Houthis 7,487.", "7,487", "Houthis"),
]


@pytest.mark.parametrize(("text", "words", "owner"), OWNERS)
def test_a_crowd_named_by_its_number_belongs_to_its_group(text: str, words: str, owner: str) -> None:
    of = figures(text)[words].of
    assert of is not None
    assert names(text, (of,)) == {owner}


def test_what_somebody_says_is_wrong_is_no_figure() -> None:
    assert set(figures("The number of prisoners freed in Taiz was 100, not 200.")) == {"100"}


def test_the_one_day_of_a_sentence_is_that_of_its_dead() -> None:
    text = "And how did they mark the day? With a mine under a bus near Orlin on Wednesday morning: 27 passengers dead."
    dead = figures(text)["27 passengers"]
    assert dead.as_of
    assert str(dead.as_of.days.earliest) == str(dead.as_of.days.latest) == "2021-06-09"


def test_those_counted_by_their_state_are_of_it() -> None:
    found = figures("The health ministry speaks of 32 killed and 159 wounded in the town of Orlin.")
    assert (found["32 killed"].measure, found["159 wounded"].measure) == ("killed", "wounded")


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("The accord provided for about 5,800 fighters to hand all their weapons to a UN mission.", "about 5,800 fighters", "fighters_present"),
        ("The army handed 40 rebels to the Red Cross.", "40 rebels", "prisoners_released"),
        ("About 200 gunmen attacked the barracks and freed 40 detainees.", "About 200 gunmen", "fighters_present"),
        ("About 200 gunmen attacked the barracks and freed 40 detainees.", "40 detainees", "prisoners_released"),
        ("The 600 policemen who arrested her were later promoted.", "600 policemen", "policemen"),
        ("Police arrested 600 protesters in Conakry.", "600 protesters", "arrested"),
        ("They rejected a text of 297 pages under which men who kidnapped and killed would go free.", "297 pages", "pages"),
        ("The war has killed at least 220,000 people and driven nearly 7 million from their homes.", "nearly 7 million", "displaced"),
        ("Some 3,000 of our comrades remain in prison.", "3,000", "prisoners_held"),
        ("Some 70 of our fighters are still in jail.", "70", "prisoners_held"),
        ("The militia holds 90 men behind bars.", "90 men", "prisoners_held"),
        ("Fewer than 38 percent of those entitled to vote took part.", "Fewer than 38 percent", "share"),
    ],
)  # fmt: skip
def test_who_does_a_thing_is_not_counted_as_suffering_it(text: str, words: str, measure: str) -> None:
    found = figures("Many farmers spoke of it. " + text)
    assert {w.removeprefix("Some "): f.measure for w, f in found.items()}.get(words) == measure


def test_the_place_in_the_name_of_a_government_is_not_where_a_figure_holds() -> None:
    found = figures("Some 2,000 men languish in the jails of the Kampala regime. In Gulu 40 people were killed.")
    assert [f.where for f in found.values()][:1] == [None]
    assert found["40 people"].where is not None


def test_what_was_due_is_dated_by_the_day_that_stands_after_by() -> None:
    found = figures("Under February's accord, 5,000 insurgents are to be free by 10 September.")
    assert str(found["5,000 insurgents"].by and found["5,000 insurgents"].by.days.latest) == "2021-09-10"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soldiers shot the cook and her daughter of 15.", {}),
        ("Rebels shot a man of 60 in his yard.", {}),
        ("In Briefing 14 of 21 April we told what had been freed.", {}),
        ("The talks went through nine rounds in Muscat.", {"nine rounds": ("rounds", "round")}),
        ("Output rose to 1.2 million barrels a day.", {"1.2 million barrels": ("barrels", "barrel")}),
        ("The convoy brought 300 tonnes of flour to Nyala.", {"300 tonnes": ("aid_delivered", "tonne")}),
        ("Customs men seized 40 tonnes of scrap.", {"40 tonnes": ("tonnes", "tonne")}),
    ],
)
def test_ages_and_labels_count_nothing_and_goods_keep_their_unit(text: str, found: dict[str, tuple[str, str]]) -> None:
    seen = figures("Many farmers spoke of it. " + text)
    assert {w: (f.measure, f.amount.unit) for w, f in seen.items()} == found


def test_civilians_of_a_nation_are_not_those_of_its_government() -> None:
    found = figures("Over 32,000 Afghan civilians and 2,400 Afghan soldiers were killed, the Afghan government said.")
    assert found["Over 32,000 Afghan civilians"].of in (None, "afghan-civilians")


@pytest.mark.parametrize(
    ("text", "words", "as_of", "by"),
    [
        ("Kenya will cut its force in Somalia from 4,000 to 2,500 by October.", "2,500", None, "10-31"),
        ("Kenya will cut its force in Somalia from 4,000 to 2,500 by October.", "4,000", "PUBLISHED", None),
        ("The rebels had to hand over 30 percent of their arms by March 1.", "30 percent", None, "03-01"),
        ("The rebels had handed over 300 rifles by March 1.", "300 rifles", "03-01", None),
    ],
)
def test_what_is_due_and_what_was_before_a_change_are_dated_apart(
    text: str, words: str, as_of: str | None, by: str | None
) -> None:
    found = figures(text)[words]
    days = [
        None if w is None else "PUBLISHED" if w.text is None else str(w.days.latest)[5:]
        for w in (found.as_of, found.by)
    ]
    assert days == [as_of, by]


@pytest.mark.parametrize(
    ("text", "words", "as_of"),
    [
        ("Last week the council agreed to send up to 60 monitors.", "up to 60 monitors", True),
        ("By March the army was down to 31,000 men.", "31,000 men", True),
        ("The army will be down to 31,000 men by October.", "31,000 men", False),
    ],
)
def test_what_was_decided_or_reached_is_dated_and_not_due(text: str, words: str, as_of: bool) -> None:
    found = figures(text)[words]
    assert (found.as_of is not None and found.as_of.text is not None) is as_of
    assert (found.by is not None) is not as_of


def test_the_dead_are_counted_on_the_day_of_their_event() -> None:
    text = "On 3 March rebels raided Orlin. Before dawn they had murdered eight people in the school."
    told = scene(text)
    found = dated_by_events(read_figures(told), read_events(told))
    eight = next(f for f in found if f.amount.best == 8)
    deed = next(e for e in read_events(told) if any("eight people" in q.exact for q in e.quotes))
    assert eight.as_of is not None
    assert eight.as_of.days == deed.when.days
